"""At which of its four steps is a meeting, and what does each step still lack?"""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from ayil_desktop.language.message import Counted, InContext, Message
from ayil_desktop.meetings import (
    carried,
    chair,
    competence,
    corrected_roster,
    frozen_bases,
    lacking,
    last_days,
    minutes,
    notices,
    rules,
    russian,
    signing,
)
from ayil_desktop.meetings.choices import ENDED_STATES, SEALED_STATES, DeliveryKind, ItemState, Presence, State
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.lacking import Lack
from ayil_desktop.meetings.records import Meeting


class Step(StrEnum):
    """Пландоо → Билдирүү → Отурум → Протокол."""

    PLAN = "plan"
    NOTICE = "notice"
    SESSION = "session"
    MINUTES = "minutes"


STEP_NAMES = {
    Step.PLAN: InContext("step", "Plan"),
    Step.NOTICE: Message("Notice"),
    Step.SESSION: Message("Session"),
    Step.MINUTES: Message("Minutes"),
}

_STEP_OF = {
    State.NOTIFIED: Step.SESSION,
    State.IN_SESSION: Step.SESSION,
    State.HELD: Step.MINUTES,
    State.NOT_HELD: Step.MINUTES,
    State.MINUTES_DRAFTED: Step.MINUTES,
    State.SIGNED: Step.MINUTES,
    State.NOT_HELD_SIGNED: Step.MINUTES,
}
_FINISHED = (*SEALED_STATES, State.CANCELLED)


class Progress(StrEnum):
    """DROPPED: the meeting was cancelled before it came to this."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
    DROPPED = "dropped"


def current(meeting: Meeting) -> Step:
    """Where the work is: a plan becomes a notice once day, time, place and agenda are there (CN-5.4.3, CN-5.6.1)."""
    if meeting.state is State.PLANNED:
        return Step.NOTICE if meeting.time and meeting.place.strip() and meeting.items else Step.PLAN
    return _STEP_OF.get(meeting.state, Step.PLAN)


def progress(meeting: Meeting, step: Step) -> Progress:
    """How far the meeting is with one step; steps before the current one are done, whatever they lack."""
    if meeting.state is State.CANCELLED:
        return Progress.DROPPED
    here, order = current(meeting), list(Step)
    if step is here and meeting.state not in _FINISHED:
        return Progress.CURRENT
    return Progress.DONE if order.index(step) <= order.index(here) else Progress.AHEAD


def lacks(meeting: Meeting, day: Day, step: Step) -> tuple[Lack, ...]:
    """What a step still lacks today; a warning, never a block. Steps that have not begun lack nothing yet."""
    if meeting.state is State.CANCELLED:
        return ()
    return tuple(found for lack in _LACKS[step](meeting, day) if (found := _of_body(lack, day)) is not None)


def _of_body(lack: Lack, day: Day) -> Lack | None:
    """A body is told nothing by the clauses of another one's regulation; what every body needs is said without."""
    if lack.binds(day.regulations):
        return lack
    if not lack.is_general:
        return None
    return replace(lack, clause="")


def _plan_lacks(meeting: Meeting, day: Day) -> tuple[Lack, ...]:
    if meeting.state not in rules.OPEN_TO_PLANNING:
        return ()
    return (*_after_the_end(meeting, day), *_told_otherwise(meeting, day), *lacking.planning_lacks(meeting))


def _after_the_end(meeting: Meeting, day: Day) -> list[Lack]:
    """The day on which the body was dissolved came before the meeting (CN-1.2)."""
    if not rules.is_after_the_end(day.dissolved_on, meeting.date):
        return []
    return [Lack(rules.after_the_end(meeting, day.dissolved_on or meeting.date))]


def _notice_lacks(meeting: Meeting, day: Day) -> tuple[Lack, ...]:
    if meeting.state is State.PLANNED:
        return (Lack(Message("The notice has not been sent"), "CN-5.6.1", is_general=True),)
    if meeting.state is not State.NOTIFIED:
        return () if meeting.state in SEALED_STATES else tuple(_no_notice(meeting, day))
    notice = missing(meeting, day, DeliveryKind.NOTICE)
    materials = missing(meeting, day, DeliveryKind.MATERIALS)
    found = _told_otherwise(meeting, day)
    if notice:
        words = Counted("{count} member without a notice", "{count} members without a notice", notice)
        found.append(Lack(words, "CN-5.6.1"))
    if materials:
        words = Counted("{count} member without the materials", "{count} members without the materials", materials)
        found.append(Lack(words, "CN-5.6.2"))
    return tuple(found)


def missing(meeting: Meeting, day: Day, kind: DeliveryKind) -> int:
    """How many members of the day have not been sent it yet."""
    return len(rules.missing_deliveries(day.seats, meeting.deliveries, kind))


def _session_lacks(meeting: Meeting, day: Day) -> tuple[Lack, ...]:
    if meeting.state is not State.IN_SESSION:
        return ()
    found = _after_the_end(meeting, day)
    if day.seats and not any(row.presence is Presence.PRESENT for row in meeting.attendance):
        found.append(Lack(Message("Nobody is marked as present yet"), "CN-5.7.6a", is_general=True))
    found.extend(_still_open(meeting))
    found.extend(_vote_lacks(meeting, day))
    found.extend(_no_notice(meeting, day))
    if needs_instruction(meeting, day):
        found.append(_INSTRUCTION)
    return tuple(found)


def _no_notice(meeting: Meeting, day: Day) -> list[Lack]:
    """The members were told nowhere, and nobody wrote why: the minutes will say so. Or some of them were not told
    (CN-5.6.1)."""
    clause = day.charter.clause("notice_working_days")
    if notices.is_unexplained(day.charter, meeting):
        return [Lack(Message("No notice is recorded; enter it, or write why there was none"), clause)]
    if names := notices.untold(day.charter, meeting, day.seats):
        return [Lack(Message("No notice is recorded for: {names}", names=names), clause)]
    return [] if meeting.late_notice_reason.strip() else _told_otherwise(meeting, day)


def _told_otherwise(meeting: Meeting, day: Day) -> list[Lack]:
    """Day, time or place are not as the notice told them: a new notice is needed (CN-5.6.1, R-38)."""
    told = notices.told_otherwise(meeting, day.seats)
    if not told:
        return []
    words = notices.otherwise_words(meeting, told)
    return [Lack(words, day.charter.clause("notice_working_days"), is_general=True)]


def _still_open(meeting: Meeting) -> list[Lack]:
    still_open = [item for item in meeting.items if item.state is ItemState.OPEN]
    if not still_open:
        return []
    words = Counted("{count} matter is still open", "{count} matters are still open", len(still_open))
    return [Lack(words, "NC-3.3", is_general=True)]


def _vote_lacks(meeting: Meeting, day: Day) -> list[Lack]:
    """Votes whose base is not that of the entries, and decisions that no vote carries: with these nothing is sealed
    (CN-7.3, CN-7.4). Matters without any vote, and members of whom the roster says otherwise by now, are only told."""
    found = [Lack(one) for one in corrected_roster.differences(meeting, day.seats)]
    if matters := frozen_bases.contradicted(day, meeting):
        found.append(Lack(frozen_bases.words(matters), day.charter.clause("majority"), is_general=True))
    if carried.uncarried(meeting):
        found.append(Lack(carried.words(meeting), day.charter.clause("majority"), is_general=True))
    if unvoted := carried.unvoted(day.charter, meeting):
        numbers = ", ".join(str(item.place) for item in unvoted)
        words = Message("No vote is recorded on matters {numbers}", numbers=numbers)
        found.append(Lack(words, day.charter.clause("majority")))
    return found


def needs_instruction(meeting: Meeting, day: Day) -> bool:
    """Whether the deputy presides and the day of the chairman's instruction is not recorded (CN-5.5)."""
    return meeting.chair_instruction_on is None and chair.needs_instruction(day.seats, meeting.presiding_id)


def _minutes_lacks(meeting: Meeting, day: Day) -> tuple[Lack, ...]:
    if meeting.state not in ENDED_STATES:
        return ()
    found = _after_the_end(meeting, day)
    if meeting.state is State.NOT_HELD:
        found.extend(_act_lacks(meeting, day))
    if meeting.state in rules.AFTER_THE_SESSION:
        if meeting.attendance_recorded and not competence.may_be_held(day, meeting):
            found.append(Lack(competence.words_of_no_quorum(), day.charter.clause("quorum"), is_general=True))
        found.extend(_still_open(meeting))
        found.extend(_vote_lacks(meeting, day))
        found.extend(_no_notice(meeting, day))
        found.extend(lacking.minutes_lacks(meeting))
        found.extend(_contradicting(meeting, day))
        if signing.keeper_was_away(meeting, day):
            words = Message("The secretary was not at the meeting: choose in the session who kept its minutes")
            found.append(Lack(words, "CN-7.7", is_general=True))
        if needs_instruction(meeting, day):
            found.append(_INSTRUCTION)
        found.append(Lack(NOT_SEALED, "CN-7.7", is_general=True))
    if meeting.state is State.SIGNED and meeting.attendance_recorded:
        found.extend(_still_to_send(meeting, day))
    return tuple(found)


def _act_lacks(meeting: Meeting, day: Day) -> Iterator[Lack]:
    """What the act that a meeting was not held lacks before it is sealed (R-38)."""
    if not competence.has_failed(day, meeting):
        yield Lack(competence.words_of_a_quorum(), day.charter.clause("quorum"), is_general=True)
    yield from _no_notice(meeting, day)
    yield from _contradicting(meeting, day)
    yield Lack(ACT_NOT_SEALED, is_general=True)


def _contradicting(meeting: Meeting, day: Day) -> list[Lack]:
    """Sections that were corrected by hand before the facts changed, and Russian texts that are older than the Kyrgyz
    ones; the minutes are not sealed with them."""
    found = []
    if kyrgyz := len(minutes.contradicting(meeting, day, "ky")):
        words = Counted("{count} part contradicts the facts", "{count} parts contradict the facts", kyrgyz)
        found.append(Lack(words, is_general=True))
    if russian_parts := len(minutes.contradicting(meeting, day, "ru")):
        words = Counted(
            "{count} part of the Russian text contradicts the facts",
            "{count} parts of the Russian text contradict the facts",
            russian_parts,
        )
        found.append(Lack(words, is_general=True))
    if older := russian.outdated(russian.texts(meeting)):
        found.append(Lack(russian.outdated_words(older), is_general=True))
    return found


def _still_to_send(meeting: Meeting, day: Day) -> list[Lack]:
    found = []
    unsent = missing(meeting, day, DeliveryKind.MINUTES)
    if unsent:
        words = Counted("{count} member without the minutes", "{count} members without the minutes", unsent)
        found.append(Lack(words, "CN-5.6.5"))
        until = last_days.send_minutes_until(day.charter, day.calendar, meeting)
        if until is not None:
            found.append(Lack(Message("It is advised to send the minutes by {day}", day=until)))
    if not meeting.postings:
        found.append(Lack(Message("Information about the meeting was not posted yet"), "CN-3.1.8"))
    return found


NOT_SEALED = Message("The minutes are not signed and sealed yet")
ACT_NOT_SEALED = Message("The act is not signed and sealed yet")
NOT_ENDED = (NOT_SEALED, ACT_NOT_SEALED)
"""What every meeting lacks until its end."""
_INSTRUCTION = Lack(Message("The day of the chairman's instruction is missing"), "CN-5.5")
_LACKS = {
    Step.PLAN: _plan_lacks,
    Step.NOTICE: _notice_lacks,
    Step.SESSION: _session_lacks,
    Step.MINUTES: _minutes_lacks,
}


def short_words(found: Progress, missing: int) -> Message:
    """How a step stands, in a word or two."""
    if missing:
        return Counted("{count} missing", "{count} missing", missing)
    return _PROGRESS_NAMES[found]


_PROGRESS_NAMES = {
    Progress.DONE: InContext("step", "Done"),
    Progress.CURRENT: InContext("step", "Now"),
    Progress.AHEAD: InContext("step", "Later"),
    Progress.DROPPED: InContext("step", "Cancelled"),
}
