"""Which wordings mean regularly, and which mean as needed?

Both name no day. «Планга ылайык» and «согласно плану» may stand with them, as in the strategy; figures, a term or a
"not" in that addition make the whole not understood.
"""

import re
from functools import cache
from typing import Literal

from ayil_desktop.workdays import deadline_words

Every = Literal["", "day", "week", "month", "quarter", "half_year", "year"]
"""How often a regular deadline comes round; empty where the words do not say."""

# In Kyrgyz: what "ар бир …" and "… сайын" are said of, and "once in …"; in Russian: whole phrases.
_UNITS: dict[Every, tuple[str, str, str]] = {
    "day": ("күн|күнү|күндө", "күнүнө|күндө", "ежедневно|каждый день"),
    "week": (
        "(?:апта|жума)(?:да|сы|сында)?",
        "(?:апта|жума)(?:сына|да)",
        "еженедельно|каждую неделю|ONCE неделю",
    ),
    "month": ("ай(?:да|ы|ында)?", "айына|айда", "ежемесячно|каждый месяц|ONCE месяц"),
    "quarter": (
        "чейрек(?:те)?|чейреги(?:нде)?|квартал(?:да|ы|ында)?",
        "чейрегине|чейректе|кварталына|кварталда",
        "ежеквартально|поквартально|каждый квартал|ONCE квартал",
    ),
    "half_year": (
        "жарым ?жыл(?:да|дык|дыкта|ы)?",
        "жарым ?жыл(?:да|дыкта|дыгына)",
        "каждое полугодие|по полугодиям|ONCE (?:полгода|полугодие)",
    ),
    "year": ("жыл(?:да|ы|ында)?", "жылына|жылда", "ежегодно|каждый год|ONCE год"),
}
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

_NO_RHYTHM, _NEEDED = "no_rhythm", "needed"

_PLAN = r"(?:(?!\b(?:чейин|эмес|до|не|без)\b)\D){1,300}?"
_PLAN_BEFORE = f"(?:{_PLAN} ылайык |(?:согласно|в соответствии с) {_PLAN} )?"
_PLAN_AFTER = f"(?: {_PLAN} ылайык| (?:согласно|в соответствии с) {_PLAN})?"


def regular(folded: str) -> Every | None:
    """How often, when the folded words say that something is done again and again; None when they do not."""
    meaning = _meaning(folded)
    if meaning == _NO_RHYTHM:
        return ""
    return next((every for every in _UNITS if every == meaning), None)


def is_as_needed(folded: str) -> bool:
    """Whether the folded words leave the day to the need."""
    return _meaning(folded) == _NEEDED


def _meaning(folded: str) -> str | None:
    found = _pattern().fullmatch(" ".join(re.findall(r"\w+", folded)))
    return found.lastgroup if found else None


@cache
def _pattern() -> re.Pattern[str]:
    """One group for each meaning. Made when the first deadline is read: start-up must not wait for it."""
    phrases = {every: _of_unit(*said) for every, said in _UNITS.items()} | {_NO_RHYTHM: _NO_UNIT, _NEEDED: _AS_NEEDED}
    meanings = "|".join(f"(?P<{name}>{deadline_words.folded(said)})" for name, said in phrases.items())
    return re.compile(f"{_PLAN_BEFORE}(?:{meanings}){_PLAN_AFTER}")


def _of_unit(unit: str, once: str, russian: str) -> str:
    kyrgyz = f"(?:ар|ар бир) (?:{unit})|(?:{unit}) сайын|(?:{once}) (?:бир|1) (?:жолу|ирет)"
    return f"{kyrgyz}|{russian.replace('ONCE', '(?:один |1 )?раз в')}"
