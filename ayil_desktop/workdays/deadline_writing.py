"""In which words does a plan write a deadline whose days are known?

The Kyrgyz patterns are those of the strategy (2019 жыл 15-апрелге чейин, июлдун 1-аптасы); where it has none, those of
other plans of the offices.
"""

from collections.abc import Callable
from datetime import date

from ayil_desktop.language import figures, months, wording
from ayil_desktop.workdays import deadline_words, periods
from ayil_desktop.workdays.deadline_phrases import Every
from ayil_desktop.workdays.periods import HalfYear, Quarter

_REGULAR: dict[str, dict[Every, str]] = {
    "ky": {
        "": "туруктуу негизде",
        "day": "күн сайын",
        "week": "апта сайын",
        "month": "ай сайын",
        "quarter": "ар бир чейректе",
        "half_year": "ар бир жарым жылда",
        "year": "жыл сайын",
    },
    "ru": {
        "": "на постоянной основе",
        "day": "ежедневно",
        "week": "еженедельно",
        "month": "ежемесячно",
        "quarter": "ежеквартально",
        "half_year": "раз в полугодие",
        "year": "ежегодно",
    },
}
_BY_PLAN = (
    ("бекитилген мониторинг планына ылайык", "согласно утверждённому плану мониторинга"),
    ("бекитилген планга ылайык", "согласно утверждённому плану"),
    ("планга ылайык", "согласно плану"),
)
"""By which plan something is done again and again: what the strategy says of it, in both languages."""
_AS_NEEDED = {"ky": "зарылчылыкка жараша", "ru": "по мере необходимости"}
_DECADES = {"ky": ("биринчи", "экинчи", "үчүнчү"), "ru": ("первая", "вторая", "третья")}


def words(kind: str, start: date | None, end: date | None, every: Every, language: str, said: str = "") -> str:
    """Words in ky or ru; ValueError for another language and where a day is missing that the kind needs.

    `said` is how it was said before: the plan that a regular deadline follows is told again.
    """
    if language not in _AS_NEEDED:
        raise ValueError(f"no deadline is written in {language!r}")
    if kind == "regular":
        return _by_plan(_REGULAR[language][every], said, language)
    if kind == "as_needed":
        return _AS_NEEDED[language]
    if end is None or (start is None and kind != "by_date"):
        raise ValueError(f"a {kind} from {start} to {end}")
    return _PATTERNS[kind](start or end, end, language)


def within(kind: str, period: str, start: date, end: date, every: Every, language: str, said: str = "") -> str:
    """Words for what is done again and again, or as needed, in a period of a kind."""
    again = words(kind, None, None, every, language, said)
    if language == "ky":
        days = {"year": f"{start.year}-жылы", "year_range": f"{start.year}-{end.year}-жылдары"}
        return f"{days.get(period) or words(period, start, end, every, language)} {again}"
    days = {"year": f"в {start.year} году", "year_range": f"в {start.year}-{end.year} годах"}
    between = ", " if "," in again or period not in days else " "
    return again + between + (days.get(period) or words(period, start, end, every, language))


def _by_plan(regular: str, said: str, language: str) -> str:
    known = deadline_words.folded(said)
    for ky, ru in _BY_PLAN:
        if deadline_words.folded(ky) in known or deadline_words.folded(ru) in known:
            return f"{ky} {regular}" if language == "ky" else f"{regular}, {ru}"
    return regular


def _by_date(_: date, end: date, language: str) -> str:
    return wording.date_by(end, language)


def _date(day: date, _: date, language: str) -> str:
    if language == "ky":
        return wording.date_full(day, "ky")
    return f"{wording.date_full(day, 'ru', year=False)} {day.year} г."


def _date_range(start: date, end: date, language: str) -> str:
    first, last = months.named(start.month), months.named(end.month)
    same_year = start.year == end.year
    if language == "ky":
        until = f"{end.day}-{last.possessive_dative} чейин"
        return f"{start.year}-жылдын {start.day}-{first.possessive_ablative} " + (
            until if same_year else f"{end.year}-жылдын {until}"
        )
    until = f"по {end.day} {last.ru_genitive} {end.year} г."
    if not same_year:
        return f"с {start.day} {first.ru_genitive} {start.year} г. {until}"
    return f"с {start.day} {until}" if first == last else f"с {start.day} {first.ru_genitive} {until}"


def _weeks(start: date, end: date, language: str) -> str:
    first, last = _week(start), _week(end)
    if _is_one_month(start, end):
        return wording.plan_weeks(start.year, start.month, first, last, language)
    beginning = wording.plan_weeks(start.year, start.month, first, first, language)
    ending = wording.plan_weeks(end.year, end.month, last, last, language)
    if start.year != end.year:
        return f"{beginning} – {ending}"
    if language == "ky":
        return f"{beginning} – {ending.removeprefix(f'{end.year} жыл ')}"
    return f"{beginning.removesuffix(f' {start.year} г.')} – {ending}"


def _week(day: date) -> int:
    """Of the plans, four a month (R-47)."""
    return min((day.day - 1) // 7 + 1, periods.WEEKS)


def _is_one_month(start: date, end: date) -> bool:
    return (start.year, start.month) == (end.year, end.month)


def _decades(start: date, end: date, language: str) -> str:
    """One or several, the last ones perhaps of another month."""
    first, last = (min((day.day - 1) // 10, periods.DECADES - 1) for day in (start, end))
    month, ordinals = months.named(start.month), _DECADES[language]
    if _is_one_month(start, end) and first < last:
        if language == "ky":
            return f"{start.year}-жылдын {month.nominative} айынын {ordinals[first]}–{ordinals[last]} декадалары"
        return f"{first + 1}–{last + 1}-я декады {month.ru_genitive} {start.year} г."
    said = [_decade_said(day, number, language) for day, number in ((start, first), (end, last))]
    several = said[:1] if _is_one_month(start, end) else said
    if start.year == end.year:
        beside = " – ".join(several)
        return f"{start.year}-жылдын {beside}" if language == "ky" else f"{beside} {start.year} г."
    return (
        f"{start.year}-жылдын {said[0]} – {end.year}-жылдын {said[1]}"
        if language == "ky"
        else (f"{said[0]} {start.year} г. – {said[1]} {end.year} г.")
    )


def _decade_said(day: date, number: int, language: str) -> str:
    """Without the year."""
    ordinal, month = _DECADES[language][number], months.named(day.month)
    return (
        f"{month.nominative} айынын {ordinal} декадасы" if language == "ky" else f"{ordinal} декада {month.ru_genitive}"
    )


def _month(start: date, _: date, language: str) -> str:
    return wording.plan_month(start.year, start.month, language)


def _month_range(start: date, end: date, language: str) -> str:
    first, last = months.named(start.month), months.named(end.month)
    if language == "ky":
        if start.year == end.year:
            return f"{start.year}-жылдын {first.nominative}-{last.nominative} айлары"
        return f"{start.year}-жылдын {first.possessive} – {end.year}-жылдын {last.possessive}"
    if start.year == end.year:
        return f"{first.ru}-{last.ru} {start.year} г."
    return f"{first.ru} {start.year} г. – {last.ru} {end.year} г."


def _quarter(start: date, _: date, language: str) -> str:
    roman = figures.roman(Quarter.of(start).number)
    return f"{start.year}-жылдын {roman} чейреги" if language == "ky" else f"{roman} квартал {start.year} г."


def _quarter_range(start: date, end: date, language: str) -> str:
    if start.year != end.year:
        return f"{_quarter(start, start, language)} – {_quarter(end, end, language)}"
    first, last = (figures.roman(Quarter.of(day).number) for day in (start, end))
    if language == "ky":
        return f"{start.year}-жылдын {first}-{last} чейректери"
    return f"{first}–{last} кварталы {start.year} г."


def _half_year(start: date, end: date, language: str) -> str:
    """One or several, over the turn of the year too."""
    first, last = HalfYear.of(start), HalfYear.of(end)
    if first == last:
        return _half_year_said(first, language)
    if first.year != last.year:
        return f"{_half_year_said(first, language)} – {_half_year_said(last, language)}"
    if language == "ky":
        return f"{start.year}-жылдын {first.number}-{last.number}-жарым жылдыктары"
    return f"{first.number}–{last.number}-е полугодия {start.year} г."


def _half_year_said(half: HalfYear, language: str) -> str:
    if language == "ky":
        return f"{half.year}-жылдын {half.number}-жарым жылдыгы"
    return f"{half.number}-е полугодие {half.year} г."


def _year(start: date, _: date, language: str) -> str:
    return f"{start.year}-жыл бою" if language == "ky" else f"в течение {start.year} года"


def _year_range(start: date, end: date, language: str) -> str:
    return f"{start.year}-{end.year}" + ("-жылдар" if language == "ky" else " гг.")


_PATTERNS: dict[str, Callable[[date, date, str], str]] = {
    "by_date": _by_date,
    "date": _date,
    "date_range": _date_range,
    "week_of_month": _weeks,
    "week_range": _weeks,
    "decade_of_month": _decades,
    "month": _month,
    "month_range": _month_range,
    "quarter": _quarter,
    "quarter_range": _quarter_range,
    "half_year": _half_year,
    "year": _year,
    "year_range": _year_range,
}
