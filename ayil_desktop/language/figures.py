"""How are plain numbers and dates written on screen and in a table, where no word is needed?"""

from datetime import date, datetime


def short_date(day: date) -> str:
    """13.03.2019, in every language of the program."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def short_moment(moment: datetime) -> str:
    """13.03.2019 10:00 by the clock of this computer; a moment without a zone is taken as it stands."""
    local = moment.astimezone() if moment.tzinfo else moment
    return f"{short_date(local)} {local:%H:%M}"


def number(value: float, language: str) -> str:
    """27,3 in Kyrgyz and Russian, 27.3 in English; whole numbers carry no ",0"."""
    written = repr(value)
    if isinstance(value, float) and value.is_integer() and "e" not in written:
        written = str(int(value))
    return written if language == "en" else written.replace(".", ",")
