"""How do the offices write dates, numbers and names in their documents?

The Kyrgyz patterns are those of the seeds and of the laws; no ending is glued on, every form of a month stands in
`months`. `year=False` leaves the year out where a sentence has named it already.
"""

from collections.abc import Sequence
from datetime import date

from ayil_desktop.language import figures, months
from ayil_desktop.language.figures import (
    from_roman,
    number,
    number_sign,
    percent,
    roman,
    short_date,
    short_moment,
    thousands,
)
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.language.names import initials
from ayil_desktop.language.numerals import spelled
from ayil_desktop.language.typed import parse_date, parse_time

# fmt: off
__all__ = [
    "date_attributive", "date_by", "date_from", "date_full", "date_head", "date_of", "date_on", "date_to", "date_until",
    "from_roman", "initials", "month_attributive", "month_name", "number", "number_sign", "parse_date", "parse_time",
    "percent", "plan_month", "plan_weeks", "roman", "short_date", "short_date_attributive", "short_date_in_year",
    "short_date_on", "short_moment", "shortened", "spelled", "thousands", "unprintable", "untranslated", "weekday",
    "year_attributive", "year_for", "year_head", "year_in", "year_of",
]
# fmt: on


def date_head(day: date, language: str) -> str:
    """Head of a document: 24-декабрь 2018-жыл."""
    return _written(day, language, "{d}-{m.nominative} {y}-жыл", "{d} {m.ru_genitive} {y} года", "{d} {m.en} {y}")


def date_attributive(day: date, language: str) -> str:
    """Before a noun or a number, in a title: 24-декабрь 2018-жылдагы; «от 24 декабря 2018 г.»."""
    return _written(
        day, language, "{d}-{m.nominative} {y}-жылдагы", "от {d} {m.ru_genitive} {y} г.", "of {d} {m.en} {y}"
    )


def date_of(day: date, language: str, *, year: bool = True) -> str:
    """Before a noun, in an approval mark and running text: 2019-жылдын 13-мартындагы."""
    return _running(day, language, "{d}-{m.attributive}", "от {d} {m.ru_genitive}", "of {d} {m.en}", year=year)


def date_on(day: date, language: str, *, year: bool = True) -> str:
    """When something happened: 2019-жылдын 13-мартында."""
    return _running(day, language, "{d}-{m.possessive_locative}", "{d} {m.ru_genitive}", "on {d} {m.en}", year=year)


def date_full(day: date, language: str, *, year: bool = True) -> str:
    """By itself in running text: 2019-жылдын 13-марты."""
    return _running(day, language, "{d}-{m.possessive}", "{d} {m.ru_genitive}", "{d} {m.en}", year=year)


def date_to(day: date, language: str) -> str:
    """Before «карата», «по состоянию на»: 2019-жылдын 13-мартына."""
    return _running(day, language, "{d}-{m.possessive_dative}", "{d} {m.ru_genitive}", "{d} {m.en}", year=True)


def date_until(day: date, language: str, *, year: bool = True) -> str:
    """2019-жылдын 15-апрелине чейин."""
    return _running(
        day, language, "{d}-{m.possessive_dative} чейин", "до {d} {m.ru_genitive}", "until {d} {m.en}", year=year
    )


def date_from(day: date, language: str, *, year: bool = True, plain: bool = False) -> str:
    """2019-жылдын 13-мартынан тартып, as in laws and orders; `plain` says баштап, as in letters."""
    ky = "{d}-{m.possessive_ablative} " + ("баштап" if plain else "тартып")
    return _running(day, language, ky, "с {d} {m.ru_genitive}", "from {d} {m.en}", year=year)


def date_by(day: date, language: str) -> str:
    """Deadline in a plan: 2019 жыл 15-апрелге чейин."""
    return _written(day, language, "{y} жыл {d}-{m.dative} чейин", "до {d} {m.ru_genitive} {y} г.", "by {d} {m.en} {y}")


def short_date_in_year(day: date, language: str) -> str:
    """21.08.2014-жылы."""
    return figures.short_date(day) + {"ky": "-жылы", "ru": " г.", "en": ""}[language]


def short_date_attributive(day: date, language: str) -> str:
    """Before a noun: 28.05.2014-жылдагы, «от 28.05.2014 г.»."""
    short = figures.short_date(day)
    return {"ky": f"{short}-жылдагы", "ru": f"от {short} г.", "en": f"of {short}"}[language]


def short_date_on(day: date, language: str) -> str:
    """18.10.2018-жылында."""
    short = figures.short_date(day)
    return {"ky": f"{short}-жылында", "ru": f"{short} г.", "en": f"on {short}"}[language]


def plan_month(year: int, month: int, language: str) -> str:
    """Deadline in a plan: 2019 жыл июнь."""
    return _written(date(year, month, 1), language, "{y} жыл {m.nominative}", "{m.ru} {y} г.", "{m.en} {y}")


def plan_weeks(year: int, month: int, first: int, last: int, language: str, *, bare: bool = False) -> str:
    """Deadline in a plan: 2019 жыл августтун 1-2-аптасы, июлдун 1-аптасы where first is last; `bare` leaves the
    month without its ending (апрель 2-аптасы)."""
    one = first == last
    weeks = str(first) if one else f"{first}-{last}"
    ky = "{y} жыл " + ("{m.nominative} " if bare else "{m.genitive} ") + f"{weeks}-аптасы"
    ru = f"{first}-я неделя" if one else f"{first}–{last}-я недели"
    en = f"week {first}" if one else f"weeks {first}–{last}"
    return _written(date(year, month, 1), language, ky, ru + " {m.ru_genitive} {y} г.", en + " of {m.en} {y}")


def month_name(month: int, language: str) -> str:
    """июнь, June: as it stands alone."""
    named = months.named(month)
    return {"ky": named.nominative, "ru": named.ru, "en": named.en}[language]


def month_attributive(month: int, language: str) -> str:
    """Before a noun: октябрь айындагы; «в октябре»."""
    named = months.named(month)
    return {"ky": f"{named.nominative} айындагы", "ru": f"в {named.ru_locative}", "en": f"in {named.en}"}[language]


def weekday(day: date, language: str) -> str:
    """дүйшөмбү, понедельник, Monday."""
    return months.WEEKDAYS[language][day.weekday()]


def year_head(year: int, language: str) -> str:
    """2018-жыл."""
    return {"ky": f"{year}-жыл", "ru": f"{year} год", "en": str(year)}[language]


def year_of(year: int, language: str) -> str:
    """2019-жылдын: what belongs to the year."""
    return {"ky": f"{year}-жылдын", "ru": f"{year} года", "en": f"of {year}"}[language]


def year_attributive(year: int, language: str) -> str:
    """2014-жылдагы: before what was done in the year."""
    return {"ky": f"{year}-жылдагы", "ru": f"за {year} год", "en": f"in {year}"}[language]


def year_in(year: int, language: str) -> str:
    """2014-жылы: when it was."""
    return {"ky": f"{year}-жылы", "ru": f"в {year} году", "en": f"in {year}"}[language]


def year_for(year: int, language: str) -> str:
    """2018-жылга: what a plan is for."""
    return {"ky": f"{year}-жылга", "ru": f"на {year} год", "en": f"for {year}"}[language]


def _running(day: date, language: str, ky: str, ru: str, en: str, *, year: bool) -> str:
    """The year stands before the day in Kyrgyz, behind it in Russian and English."""
    if year:
        ky, ru, en = "{y}-жылдын " + ky, ru + " {y} года", en + " {y}"
    return _written(day, language, ky, ru, en)


def _written(day: date, language: str, ky: str, ru: str, en: str) -> str:
    pattern = {"ky": ky, "ru": ru, "en": en}[language]
    return pattern.format(d=day.day, y=day.year, m=months.named(day.month))


def shortened(text: str, letters: int) -> str:
    """The beginning of a text, so many letters at most, ending with a whole word and …; a shorter one as it is."""
    if len(text) <= letters:
        return text
    head = text[: letters - 1]
    whole = head if text[letters - 1].isspace() else head.rpartition(" ")[0] or head
    return whole.rstrip(" ,;:.–-(«") + "…"


def unprintable(signs: str) -> Message:
    """What whoever prints a paper is told of signs that no letter of the program shows."""
    shown = " ".join(signs[:_SIGNS]) + (" …" if len(signs) > _SIGNS else "")
    return Counted(
        "{count} sign cannot be printed ({signs}): □ stands for it on paper, the Word file keeps it.",
        "{count} signs cannot be printed ({signs}): □ stands for them on paper, the Word file keeps them.",
        len(signs),
        signs=shown,
    )


_SIGNS = 8


def untranslated(count: int, outdated: int = 0) -> Sequence[Message]:
    """What whoever prints a Russian paper is told of it, a sentence each."""
    missing = Counted(
        "{count} text of this paper has no Russian wording; it stands there in Kyrgyz.",
        "{count} texts of this paper have no Russian wording; they stand there in Kyrgyz.",
        count,
    )
    before = Counted(
        "{count} Russian text says what the Kyrgyz one said before it was changed.",
        "{count} Russian texts say what the Kyrgyz ones said before they were changed.",
        outdated,
    )
    return [words for words, number in ((missing, count), (before, outdated)) if number]
