"""Which date or time did somebody type?"""

import re
from datetime import date

from ayil_desktop.language import months
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused

FIRST_YEAR, LAST_YEAR = 1900, 2100

_SEPARATOR = r"\s*[./,\- ]\s*"
_YEAR_WORD = r"(?:\s*-?\s*(?:жыл\w*|ж|года?|год|г)\.?)?"
_FIGURES = re.compile(rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{4}}|\d{{2}}){_YEAR_WORD}")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[\s.\-]*([^\W\d_]+)[\s.,\-]*(\d{{4}}){_YEAR_WORD}")
_YEAR_FIRST = re.compile(r"(\d{4})[\s\-]*жыл\w*\s+(\d{1,2})[\s\-]*([^\W\d_]+)")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.,\- ]\s*(\d{2}))?|(\d{1,2})(\d{2})")


def parse_date(text: str, *, field: str = "") -> date:
    """13.03.2019, 13.3.19, 13/03/2019, 13032019, 2019-03-13, «13-март 2019-жыл», «2019-жылдын 13-мартында»,
    «13 марта 2019 года», "13 March 2019"; a year of two digits lies in 1950 … 2049. Anything else is Refused."""
    typed = " ".join(text.split()).lower()
    if not typed:
        raise Refused(Message("Enter a date, for example 13.03.2019"), field=field)
    parts = _day_month_year(typed)
    if parts is None:
        raise _refused(Message("“{text}” is not a date. Enter it like 13.03.2019", text=beginning(text)), field)
    day, month, year = parts
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _refused(Message("The year of “{text}” cannot be right", text=beginning(text)), field)
    try:
        return date(year, month, day)
    except ValueError:
        raise _refused(Message("There is no such day: “{text}”", text=beginning(text)), field) from None


def parse_time(text: str, *, field: str = "") -> str:
    """ "10:00" of 10:00, 10.00, 10-00, 1000 or 10. Anything else is Refused."""
    typed = " ".join(text.split())
    found = _TIME.fullmatch(typed)
    hour, minute = (int(found[1] or found[3]), int(found[2] or found[4] or 0)) if found else (99, 99)
    if hour > 23 or minute > 59:
        raise _refused(Message("“{text}” is not a time. Enter it like 10:00", text=beginning(text)), field)
    return f"{hour:02}:{minute:02}"


def _day_month_year(typed: str) -> tuple[int, int, int] | None:
    if found := _ISO.fullmatch(typed):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _FIGURES.fullmatch(typed) or _RUN.fullmatch(typed):
        return int(found[1]), int(found[2]), _full_year(found[3])
    if (found := _DAY_FIRST.fullmatch(typed)) and (month := months.number_of(found[2])):
        return int(found[1]), month, int(found[3])
    if (found := _YEAR_FIRST.fullmatch(typed)) and (month := months.number_of(found[3])):
        return int(found[2]), month, int(found[1])
    return None


def _full_year(digits: str) -> int:
    """A birth year is typed in two digits as often as the day of a meeting, so the turn is at fifty."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


def _refused(reason: Message, field: str) -> Refused:
    return Refused(reason, field=field)


def beginning(text: str) -> str:
    """What was typed, so far as it fits beside a field."""
    typed = " ".join(text.split())
    return typed if len(typed) <= 40 else typed[:39] + "…"
