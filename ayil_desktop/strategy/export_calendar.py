"""How do the deadlines of a plan come into a calendar program (RFC 5545)?

A day for each deadline and for each time of a regular activity; what has no day has no place in a calendar.
"""

import datetime
from collections.abc import Iterator, Sequence

from ayil_desktop.printing import literal
from ayil_desktop.strategy import bars, exported
from ayil_desktop.strategy.exported import Exported
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.strategy.standing import DONE_STATES, State

_LONGEST = 75  # octets of a line
_WEEK = 7
_CLOSED = (*DONE_STATES, State.CANCELLED)


def make(paper: StrategyPaper, language: str, of: str = "") -> bytes:
    """The calendar; the identities of its entries stay the same whenever it is made again."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Ayil Desktop//Action plan//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(exported.title(paper, language))}",
        *(line for one in exported.rows(paper, language, of) for line in _entries(one, paper.today, language)),
        "END:VCALENDAR",
    ]
    return "".join(folded(line) for line in lines).encode()


def _entries(one: Exported, today: datetime.date, language: str) -> Iterator[str]:
    if one.row.level < 2:
        return
    if one.row.ends is not None:
        yield from _entry(one, one.row.ends, one.row.key, today, language)
    for day in (*one.row.occurrences, *_due_again(one.row.expected)):
        yield from _entry(one, day, f"{one.row.key}-{day:%Y%m%d}", today, language)


def _due_again(days: Sequence[datetime.date]) -> Sequence[datetime.date]:
    """When a regular activity is due by its words; what is done every day needs no calendar."""
    apart = (days[-1] - days[0]).days / (len(days) - 1) if len(days) > 1 else _WEEK
    return days if apart >= _WEEK - 1 else ()


def _entry(one: Exported, day: datetime.date, identity: str, today: datetime.date, language: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{identity}@ayil-desktop"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + bars.DAY:%Y%m%d}"
    yield f"SUMMARY:{escaped(exported.numbered(one.row))}"
    told = f"{one.service}\n{one.task}\n{exported.notes(one, language)}"
    yield f"DESCRIPTION:{escaped(told)}"
    yield f"STATUS:{'CANCELLED' if one.row.state is State.CANCELLED else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if one.row.state not in _CLOSED:
        yield from _reminder(one)
    yield "END:VEVENT"


def _reminder(one: Exported) -> Iterator[str]:
    """A week before, when the activity becomes due (ST-8.M3)."""
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(exported.numbered(one.row))}"
    yield f"TRIGGER:-P{bars.LEAD_DAYS}D"
    yield "END:VALARM"


def escaped(text: str) -> str:
    """A text value: nothing in it can end the line or the value."""
    clean = literal.clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return clean.replace("\n", "\\n")


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, none of which ends within a letter."""
    pieces, used = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if used + octets > _LONGEST:
            pieces.append(" ")
            used = 1
        pieces[-1] += letter
        used += octets
    return "\r\n".join(pieces) + "\r\n"
