"""What is due in the meetings, for the status line, also while nobody has looked at them yet?"""

from collections.abc import Generator, Iterator
from datetime import date
from functools import partial

from ayil_desktop.meetings import duties, opened
from ayil_desktop.meetings.opened import BodyMeetings
from ayil_desktop.store.open_store import Store
from ayil_desktop.widgets import background, memory
from ayil_desktop.widgets.tab import Desk, Duty

BODY = "meetings/body"
"""Where it is remembered which body is in hand."""


def look(desk: Desk) -> Generator[None, None, tuple[Duty, ...]]:
    """Of the body that is in hand, or of the first one, as its tab would tell it; read beside the screen."""
    body_id = str(memory.recall(BODY) or "")
    return (yield from background.beside(partial(_read, desk.store, body_id, desk.today())))


def of(found: BodyMeetings) -> Iterator[Duty]:
    """What a body has to do next, and what should have been carried out by now."""
    if found.duty is not None:
        yield Duty(found.duty, "meetings", found.planned_id)
    if (late := duties.late_words(len(found.late))) is not None:
        yield Duty(late, "meetings", found.late[0].decision_id)


def in_hand(known: list[str], body_id: str) -> str:
    """That body, or the first one where it is gone; empty in an office without bodies."""
    return body_id if body_id in known else next(iter(known), "")


def _read(store: Store, body_id: str, today: date) -> tuple[Duty, ...]:
    chosen = in_hand([body.id for body in opened.bodies(store)], body_id)
    return tuple(of(opened.meetings_of(store, chosen, today))) if chosen else ()
