"""Which wordings mean regularly, and which mean as needed?

Both name no day. «Планга ылайык» and «согласно плану» may stand with them, as in the strategy; figures, a term or a
"not" in that addition make the whole not understood.
"""

import re
from typing import Literal

from ayil_desktop.workdays import deadline_words

Every = Literal["", "day", "week", "month", "quarter", "half_year", "year"]
"""How often a regular deadline comes round; empty where the words do not say."""

_KYRGYZ_UNITS: tuple[tuple[Every, str, str], ...] = (
    # what "ар бир …" and "… сайын" are said of, and "once in …"
    ("day", "күн|күнү|күндө", "күнүнө|күндө"),
    ("week", "(?:апта|жума)(?:да|сы|сында)?", "(?:апта|жума)(?:сына|да)"),
    ("month", "ай(?:да|ы|ында)?", "айына|айда"),
    ("quarter", "чейрек(?:те)?|чейреги(?:нде)?|квартал(?:да|ы|ында)?", "чейрегине|чейректе|кварталына|кварталда"),
    ("half_year", "жарым ?жыл(?:да|дык|дыкта|ы)?", "жарым ?жыл(?:да|дыкта|дыгына)"),
    ("year", "жыл(?:да|ы|ында)?", "жылына|жылда"),
)
_RUSSIAN: tuple[tuple[Every, str], ...] = (
    ("day", "ежедневно|каждый день"),
    ("week", "еженедельно|каждую неделю|ONCE неделю"),
    ("month", "ежемесячно|каждый месяц|ONCE месяц"),
    ("quarter", "ежеквартально|поквартально|каждый квартал|ONCE квартал"),
    ("half_year", "каждое полугодие|по полугодиям|ONCE (?:полгода|полугодие)"),
    ("year", "ежегодно|каждый год|ONCE год"),
)
_NO_UNIT = (
    "туруктуу(?: негизде| түрдө)?|дайыма|дайым|үзгүлтүксүз(?: түрдө)?|жыл (?:бою|ичинде)|бүтүн жыл|"
    "(?:на )?(?:постоянной|регулярной) основе|постоянно|регулярно|систематически|"
    "втечение (?:всего )?года|весь год|круглый год|круглогодично"
)
_AS_NEEDED = (
    "(?:зарылчылыгына|зарылчылыкка|зарылдыгына|муктаждыкка|муктаждыгына) жараша|"
    "(?:зарыл|зарылчылык|зарылдык|керек|муктаждык) (?:болгондо|болгон учурда|болсо|жаралганда|келип чыкканда)|"
    "по мере (?:необходимости|надобности)|при (?:необходимости|надобности)|по необходимости|в случае необходимости"
)

_PLAN = r"(?:(?!\b(?:чейин|эмес|до|не|без)\b)\D){1,300}?"
_PLAN_BEFORE = f"(?:{_PLAN} ылайык |(?:согласно|в соответствии с) {_PLAN} )?"
_PLAN_AFTER = f"(?: {_PLAN} ылайык| (?:согласно|в соответствии с) {_PLAN})?"


def regular(folded: str) -> Every | None:
    """How often, when the folded words say that something is done again and again; None when they do not."""
    words = _plain(folded)
    return next((every for every, pattern in _REGULAR if pattern.fullmatch(words)), None)


def is_as_needed(folded: str) -> bool:
    """Whether the folded words leave the day to the need."""
    return _NEEDED.fullmatch(_plain(folded)) is not None


def _plain(folded: str) -> str:
    return " ".join(re.findall(r"\w+", folded))


def _pattern(phrases: str) -> re.Pattern[str]:
    alike = deadline_words.folded(phrases.replace("ONCE", "(?:один |1 )?раз в"))
    return re.compile(f"{_PLAN_BEFORE}(?:{alike}){_PLAN_AFTER}")


def _patterns() -> list[tuple[Every, re.Pattern[str]]]:
    kyrgyz = [
        (every, f"(?:ар|ар бир) (?:{unit})|(?:{unit}) сайын|(?:{once}) (?:бир|1) (?:жолу|ирет)")
        for every, unit, once in _KYRGYZ_UNITS
    ]
    return [(every, _pattern(phrases)) for every, phrases in (("", _NO_UNIT), *kyrgyz, *_RUSSIAN)]


_REGULAR = _patterns()
_NEEDED = _pattern(_AS_NEEDED)
