"""Which wordings mean regularly, and which mean as needed?

Both name no day. «Планга ылайык» and «согласно плану» may stand with them, as in the strategy; figures, a term or a
"not" in that addition make the whole not understood.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from ayil_desktop.workdays import deadline_words

Every = Literal["", "day", "week", "month", "quarter", "half_year", "year"]
"""How often a regular deadline comes round; empty where the words do not say."""


class _Said(NamedTuple):
    """How a unit is said. In Kyrgyz: in "ар бир …" and "… сайын", in "once in …", "of the unit"; in Russian: phrases of
    its own, then "once in …" and "of each …"."""

    each: str
    in_one: str
    of_one: str
    russian: str
    russian_in: str
    russian_of: str


_UNITS: dict[Every, _Said] = {
    "day": _Said("күн|күнү|күндө", "күнүнө|күндө", "күндүн", "ежедневно|каждый день", "день|сутки", "дня"),
    "week": _Said(
        "(?:апта|жума)(?:да|сы|сында)?",
        "(?:апта|жума)(?:сына|да)",
        "(?:апта|жума)нын",
        "еженедельно|каждую неделю",
        "неделю",
        "недели",
    ),
    "month": _Said("ай(?:да|ы|ында)?", "айына|айда", "айдын", "ежемесячно|каждый месяц", "месяц", "месяца"),
    "quarter": _Said(
        "чейрек(?:те)?|чейреги(?:нде)?|квартал(?:да|ы|ында)?",
        "чейрегине|чейректе|кварталына|кварталда",
        "чейректин|кварталдын",
        "ежеквартально|поквартально|каждый квартал",
        "квартал",
        "квартала",
    ),
    "half_year": _Said(
        "жарым ?жыл(?:да|дык|дыкта|ы)?",
        "жарым ?жыл(?:да|дыкта|дыгына|ына)",
        "жарым ?жыл(?:дын|дыктын)",
        "каждое полугодие|каждые полгода|по полугодиям",
        "полгода|полугодие",
        "полугодия",
    ),
    "year": _Said("жыл(?:да|ы|ында)?", "жылына|жылда", "жылдын", "ежегодно|каждый год", "год", "года"),
}
_SEVERAL_KY = "[2-9]|1[0-2]|эки|үч|төрт|беш|алты|бир нече"
_SEVERAL_RU = "[2-9]|1[0-2]|два|две|три|четыре|пять|шесть|несколько"
_SEVERAL_OF_RU = "[2-9]|1[0-2]|двух|трех|четырех|пяти|шести|нескольких"
_ALWAYS = (
    "туруктуу(?: негизде| түрдө)?|дайыма|ар ?дайым|дайым|үзгүлтүксүз(?: түрдө)?|жыл (?:бою|ичинде)|бүтүн жыл|"
    "(?:на )?(?:постоянной|регулярной|систематической) основе|постоянно|регулярно|систематически|непрерывно|"
    "втечение (?:всего )?года|весь год|круглый год|круглогодично"
)
_NOW_AND_THEN = (
    "мезгил мезгили менен|мезгилдүү түрдө|периодически|"
    "(?:втечение всего|весь|на весь) (?:периода?|срока?)(?: (?:реализации|действия))?(?: (?:стратегии|плана))?"
)
_AS_NEEDED = (
    "(?:зарылчылыгына|зарылчылыкка|зарылдыгына|муктаждыкка|муктаждыгына) жараша|"
    "(?:зарыл|зарылчылык|зарылдык|керек|муктаждык) (?:болгондо|болгон учурда|болсо|жаралганда|келип чыкканда)|"
    "по мере (?:возникновения )?(?:необходимости|надобности)|"
    "при (?:необходимости|надобности)|по необходимости|в случае необходимости"
)

_NO_RHYTHM, _NEEDED, _MORE = "no_rhythm", "needed", "_more"

_ANY_PLAN = r"(?:(?!\b(?:чейин|эмес|до|не|без)\b)\D){1,300}?"
_KNOWN_PLAN = ("(?:бекитилген )?(?:мониторинг )?план(?:га|ына)", "(?:утвержденному )?плану(?: мониторинга)?")


class Rhythm(NamedTuple):
    """What words without a day say: how often, or as needed."""

    every: Every
    is_as_needed: bool = False
    says_more: bool = False
    """Whether the words say more than that: how many times, at least, at the end of each."""


def rhythm(folded: str, *, beside_days: bool = False) -> Rhythm | None:
    """What the folded words say that something is done again and again or as needed; None when they say neither.

    Beside days no other addition than a plan that is known counts: any word there may mean something for the days.
    """
    found = _pattern(beside_days).fullmatch(" ".join(re.findall(r"\w+", folded)))
    meaning = found.lastgroup if found and found.lastgroup else ""
    says_more, meaning = meaning.endswith(_MORE), meaning.removesuffix(_MORE)
    if meaning == _NEEDED:
        return Rhythm("", is_as_needed=True)
    if meaning == _NO_RHYTHM:
        return Rhythm("", says_more=says_more)
    return next((Rhythm(every, says_more=says_more) for every in _UNITS if every == meaning), None)


@cache
def _pattern(beside_days: bool) -> re.Pattern[str]:
    """One group for each meaning. Made when the first deadline is read: start-up must not wait for it."""
    more = "|".join((_NOW_AND_THEN, *map(_several, _UNITS.values()), _ONCE_IN_SEVERAL))
    phrases = {str(every): _of_unit(said) for every, said in _UNITS.items()}
    phrases |= {every + _MORE: _of_unit_and_more(said) for every, said in _UNITS.items()}
    phrases |= {_NO_RHYTHM: _ALWAYS, _NO_RHYTHM + _MORE: more, _NEEDED: _AS_NEEDED}
    meanings = "|".join(f"(?P<{name}>{deadline_words.folded(said)})" for name, said in phrases.items())
    ky, ru = _KNOWN_PLAN if beside_days else (_ANY_PLAN, _ANY_PLAN)
    before = f"(?:{ky} ылайык |(?:согласно|в соответствии с) {ru} )?"
    after = f"(?: {ky} ылайык| (?:согласно|в соответствии с) {ru})?"
    return re.compile(f"{before}(?:{meanings}){after}")


def promised(text: str) -> list[Every]:
    """How often a text promises something again and again, as often as it does so; empty where it says no single unit.

    «Үзгүлтүксүз камсыз кылуу боюнча тариф», «ай сайын өтүүчү жыйындын планы» promise neither: they only name what
    something else is for.
    """
    found: list[Every] = []
    if not _HINT.search(text.casefold()):
        return found
    for clause in _CLAUSE.split(text):
        plain = " ".join(re.findall(r"\w+", deadline_words.folded(clause)))
        for said in _promise().finditer(plain):
            rest = plain[said.end() :].strip()
            if not _DOER.match(rest) and not _FOR_SOMETHING.search(rest):
                found.append(next((every for every in _UNITS if every == said.lastgroup), ""))
    return found


@cache
def _promise() -> re.Pattern[str]:
    """Whole words, not denied; one group for each unit."""
    units = {every: f"{_of_unit(said)}|{_of_unit_and_more(said)}" for every, said in _UNITS.items()}
    several = "|".join((*map(_several, _UNITS.values()), _ONCE_IN_SEVERAL, _PROMISED))
    groups = "|".join(f"(?P<{every}>{deadline_words.folded(said)})" for every, said in units.items())
    return re.compile(rf"(?<!\bне )\b(?:{deadline_words.folded(several)}|{groups})\b(?! эмес)")


_CLAUSE = re.compile(r"[.;:\n]")
_HINT = re.compile(
    r"сайын|жолу|ирет|\bар\b|\bбир|дайым|туруктуу|[үу]зг[үу]лт|жыл бою|маал|мезгил|раз|кажд|еже[днмкг]|квартальн|"
    r"поквартал|полугод|регуляр|постоян|систематич|непрерыв|периодич|кругл|дважды|трижды"
)
"""One of these is in every promise: most texts make none, and there are thousands of them."""
# As `folded` leaves the letters.
_DOER = re.compile(r"\w+(?:уучу|оочу)\b|\w+(?:ущ|ющ|ащ|ящ)(?:ий|ая|ее|ие|его|ей|их|им|ими|ую)\b")
_FOR_SOMETHING = re.compile(r"\w(?:уу|оо)(?: \w+)? (?:боюнча|учун|жонундо|тууралуу)\b")
_PROMISED = (
    "туруктуу (?:негизде|түрдө)|дайыма|ар ?дайым|дайым|үзгүлтүксүз(?: түрдө)?|жыл бою|мезгил мезгили менен|"
    "маал маалы менен|мезгилдүү түрдө|(?:на )?(?:постоянной|регулярной|систематической) основе|постоянно|регулярно|"
    "систематически|непрерывно|периодически|круглый год|круглогодично"
)
"""As a promise, not a period: what is done within a year is done once."""


def _of_unit(said: _Said) -> str:
    """Once in each of it."""
    kyrgyz = (
        f"(?:ар|ар бир) (?:{said.each})|(?:ар |ар бир )?(?:{said.each}) сайын|"
        f"(?:{said.in_one}) (?:бир|1)(?: (?:жолу|ирет))?"
    )
    return f"{kyrgyz}|{said.russian}|(?:один |1 )?раз в (?:{said.russian_in})"


def _of_unit_and_more(said: _Said) -> str:
    """Once in each of it at least, at its end."""
    kyrgyz = f"{_at_least(said, 'бир|1')}|(?:ар|ар бир) (?:{said.of_one}) (?:аягында|акырында|соңунда|башында)"
    russian = (
        f"не (?:реже|менее) (?:чем )?(?:(?:одного |1 )?раза|(?:один |1 )?раз) в (?:{said.russian_in})|"
        f"в (?:начале|конце) кажд(?:ого|ой) {said.russian_of}"
    )
    return f"{kyrgyz}|{russian}"


def _several(said: _Said) -> str:
    """Several times in it: on which days they do not say."""
    kyrgyz = f"(?:{said.in_one}) (?:{_SEVERAL_KY}) (?:жолу|ирет)|{_at_least(said, _SEVERAL_KY)}"
    return (
        f"{kyrgyz}|(?:(?:{_SEVERAL_RU}) раза?|дважды|трижды) в (?:{said.russian_in})|"
        f"не (?:реже|менее) (?:чем )?(?:{_SEVERAL_OF_RU}) раза? в (?:{said.russian_in})"
    )


def _at_least(said: _Said, times: str) -> str:
    return (
        f"(?:{said.in_one}) кеминде (?:{times}) (?:жолу|ирет)|кеминде (?:{said.in_one}) (?:{times}) (?:жолу|ирет)|"
        f"(?:{said.in_one}) (?:{times}) (?:жолудан|иреттен) кем эмес"
    )


_ONCE_IN_SEVERAL = (
    f"(?:{_SEVERAL_KY}) (?:күндө|аптада|жумада|айда|чейректе|жылда) бир(?: (?:жолу|ирет))?|"
    f"(?:(?:один |1 )?раз в|каждые) (?:{_SEVERAL_RU}) (?:дня|дней|недели|недель|месяца|месяцев|квартала|года|лет)"
)
