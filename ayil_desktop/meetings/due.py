"""What is due in the meetings, for the status line, also while nobody has looked at them yet?"""

from collections.abc import Generator, Mapping, Sequence
from datetime import date
from functools import partial

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import duties, opened
from ayil_desktop.meetings.opened import BodyMeetings
from ayil_desktop.store.open_store import Store
from ayil_desktop.widgets import background, memory
from ayil_desktop.widgets.tab import Desk, Duty

BODY = "meetings/body"
"""Where it is remembered which body is in hand."""


def look(desk: Desk) -> Generator[None, None, tuple[Duty, ...]]:
    """Of all bodies, as their tab would tell it, that in hand or the first one before the others; read beside the
    screen."""
    body_id = str(memory.recall(BODY) or "")
    return (yield from background.beside(partial(_read, desk.store, body_id, desk.today())))


def of(found: BodyMeetings, others: Sequence[BodyMeetings], names: Mapping[str, str]) -> tuple[Duty, ...]:
    """What each body has to do next, for the earliest meeting first, then what should have been carried out by now;
    under the names of the bodies where there are several."""
    every = sorted((found, *others), key=_meets_on)
    said = names if len(names) > 1 else {}
    waiting = [Duty(_named(one.duty, one, said), "meetings", one.planned_id) for one in every if one.duty is not None]
    late = [(duties.late_words(len(one.late)), one) for one in every]
    overdue = [
        Duty(_named(words, one, said), "meetings", one.late[0].decision_id) for words, one in late if words is not None
    ]
    return (*waiting, *overdue)


def _meets_on(found: BodyMeetings) -> date:
    """The day of the meeting that its duty is about; without one it can wait."""
    return next((one.date for one in found.meetings if found.duty and one.id == found.planned_id), date.max)


def _named(words: Message, found: BodyMeetings, names: Mapping[str, str]) -> Message:
    name = names.get(found.body_id, "")
    return Message("{body}: {duty}", body=name, duty=words) if name else words


def of_others(store: Store, body_id: str, today: date) -> tuple[BodyMeetings, ...]:
    """The meetings of the other bodies."""
    return tuple(opened.meetings_of(store, body.id, today) for body in opened.bodies(store) if body.id != body_id)


def names(store: Store, today: date) -> Mapping[str, str]:
    """What each body is called today."""
    return {body.id: opened.body_name(body, today) for body in opened.bodies(store)}


def in_hand(known: list[str], body_id: str) -> str:
    """That body, or the first one where it is gone; empty in an office without bodies."""
    return body_id if body_id in known else next(iter(known), "")


def _read(store: Store, body_id: str, today: date) -> tuple[Duty, ...]:
    chosen = in_hand([body.id for body in opened.bodies(store)], body_id)
    if not chosen:
        return ()
    return of(opened.meetings_of(store, chosen, today), of_others(store, chosen, today), names(store, today))
