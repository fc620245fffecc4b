"""What does a screen read of one meeting, of one body, of the whole office?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from ayil_desktop.commission import records as commission
from ayil_desktop.commission import rules as commission_rules
from ayil_desktop.commission.records import Body
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    day,
    duties,
    notice_count,
    notices,
    offers,
    plain_rows,
    register,
    rules,
    selections,
    steps,
)
from ayil_desktop.meetings.agenda_records import Proposal
from ayil_desktop.meetings.choices import NOT_BEGUN, SEALED_STATES
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.lacking import Lack
from ayil_desktop.meetings.notice_count import Countdown
from ayil_desktop.meetings.offers import Offer
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.register import Entry
from ayil_desktop.meetings.selections import Whereabouts
from ayil_desktop.meetings.steps import Step
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import reading
from ayil_desktop.workdays.periods import Quarter

MOST_OFFERS = 100
"""Of late decisions the newest are offered for an agenda; the list of decisions has them all."""


@dataclass(frozen=True)
class Opened:
    """One meeting with the rules, the members and the working days of its day, as it stands today."""

    meeting: Meeting
    day: Day
    today: date
    countdown: Countdown

    @property
    def is_planned(self) -> bool:
        """Whether day, place and agenda are still being prepared."""
        return self.meeting.state in rules.OPEN_TO_PLANNING

    @property
    def needs_new_notice(self) -> bool:
        """Whether the members wait for the meeting at another day, time or place than is planned now (R-38)."""
        return notices.is_needed_anew(self.meeting, self.day.seats)

    @property
    def is_whole(self) -> bool:
        """Whether votes, opinions and the rest of a session were read as well, however it was asked for."""
        return self.meeting.state not in NOT_BEGUN

    @property
    def is_sealed(self) -> bool:
        """Whether its facts can no longer be changed."""
        return self.meeting.state in SEALED_STATES

    def lacks(self, step: Step) -> tuple[Lack, ...]:
        """Worked out once for each step."""
        if step not in self._lacks:
            self._lacks[step] = steps.lacks(self.meeting, self.day, step)
        return self._lacks[step]

    @cached_property
    def _lacks(self) -> dict[Step, tuple[Lack, ...]]:
        """What was asked already: the bar of the steps and the panel of one both ask."""
        return {}


def meeting(store: Store, meeting_id: str, today: date) -> Opened | None:
    """The meeting with everything; None if it is gone."""
    with reading(store) as session:
        found = selections.meeting_if_there(session, meeting_id)
        return None if found is None else _of_day(session, found, today)


def as_it_stands(store: Store, meeting_id: str, today: date, before: Opened | None = None) -> Opened | None:
    """The meeting with what its state makes matter; None if it is gone. `before` is how it was read last, where nothing
    but meetings was changed since."""
    with reading(store) as session:
        found = selections.meeting_as_it_stands(session, meeting_id)
        return None if found is None else _of_day(session, found, today, before.day if before else None)


def _of_day(session: Session, found: Meeting, today: date, known: Day | None = None) -> Opened:
    of_day = day.of(session, found.body_id, found.date, known)
    sent_on = None if notices.is_needed_anew(found, of_day.seats) else notices.last_sent(found)
    return Opened(
        found,
        of_day,
        today,
        notice_count.of_meeting(of_day.charter, of_day.calendar, found, today, sent_on=sent_on),
    )


def day_of(store: Store, body_id: str, date: date) -> Day:
    """The rules, the members and the working days of a day that is being planned."""
    with reading(store) as session:
        return day.of(session, body_id, date)


def offered(store: Store, opened: Opened, others: Sequence[Meeting]) -> tuple[Offer, ...]:
    """What could be taken up on the agenda of a meeting; `others` are the meetings of its body."""
    body_id = opened.meeting.body_id
    with reading(store) as session:
        left_over = plain_rows.left_over(session, body_id)
        rows = plain_rows.open_decisions(session, body_id, opened.meeting.date, MOST_OFFERS)
        proposed = selections.proposals(session, body_id)
    unfinished = register.entries(rows, others, opened.today)
    return offers.offers(opened.meeting, left_over=left_over, unfinished=unfinished, proposed=proposed)


@dataclass(frozen=True)
class BodyMeetings:
    """A body's meetings, newest first, and the quarters in which it did not meet (CN-7.1)."""

    body_id: str
    meetings: Sequence[Meeting]
    quarters: tuple[tuple[Quarter, bool], ...]
    open_proposals: int
    duty: Message | None = None
    planned_id: str = ""
    """The meeting that the duty is about, where it is about one."""
    regulations: frozenset[str] = frozenset()
    late: Sequence[Entry] = ()
    """What should have been carried out by now, the longest due first."""
    told_otherwise: Collection[str] = ()
    """The meetings that wait for a new notice (R-38)."""
    per_quarter: int = 1
    """How many meetings a quarter must have by the charter."""


def bodies(store: Store) -> Sequence[Body]:
    with reading(store) as session:
        return commission.bodies(session)


def look_ahead(store: Store) -> None:
    """Read the last meeting of the first body and what stands beside it."""
    for body in bodies(store)[:1]:
        with reading(store) as session:
            meetings = selections.meetings_list(session, body.id)
        for last in meetings[:1]:
            meetings_of(store, body.id, last.date)
            meetings_again(store, body.id, meetings[1:])
            as_it_stands(store, last.id, last.date)
            for one in register_of(store, body.id, last.date)[:1]:
                decision(store, one.decision_id)


def body_name(body: Body, today: date) -> str:
    """The short name of today in the language of the screen, the full one where there is none."""
    name = commission_rules.name_on(body.names, today)
    if name is None:
        return str(Message("Body without a name"))
    if catalogue.current() == "ru":
        return name.short_ru or name.name_ru or name.short_ky or name.name_ky
    return name.short_ky or name.name_ky


def meetings_of(store: Store, body_id: str, today: date) -> BodyMeetings:
    """What the list at the left shows."""
    with reading(store) as session:
        found = selections.meetings_list(session, body_id)
        since = selections.first_seat_on(session, body_id)
        body = commission.body(session, body_id)
        charter, regulations, ends = day.charter_of(body, today), day.regulations(body), body.dissolved_on
        waiting = offers.open_proposals(selections.proposals(session, body_id))
        otherwise = _told_otherwise(session, body_id, today)
        planned = duties.next_planned(found, otherwise)
        counted = _counted(session, planned, today) if planned else None
        rows = plain_rows.perhaps_late(session, body_id, today)
    at_least = charter.whole("meetings_per_quarter")
    quarters = (
        rules.quarters_without_meeting(found, since=since, today=today, dissolved_on=ends, at_least=at_least)
        if at_least is not None and since is not None
        else ()
    )
    duty: Message | None = None
    if ends is not None and (stray := duties.to_cancel(found, ends)) is not None:
        planned, duty = stray, duties.cancel_words(stray, ends)
    elif not rules.is_after_the_end(ends, today):
        anew = planned is not None and planned.id in otherwise
        duty = duties.next_duty(planned, counted, quarters, at_least or 1, is_anew=anew)
    return BodyMeetings(
        body_id,
        found,
        quarters,
        len(waiting),
        duty=duty,
        planned_id=planned.id if planned else "",
        regulations=regulations,
        told_otherwise=otherwise,
        late=register.late(register.entries(rows, found, today)),
        per_quarter=at_least or 1,
    )


def _told_otherwise(session: Session, body_id: str, today: date) -> Collection[str]:
    waiting = [one for one in selections.told_of_another(session, body_id) if one.date >= today]
    return {one.id for one in waiting if notices.is_needed_anew(one, day.of(session, body_id, one.date).seats)}


def meetings_again(store: Store, body_id: str, known: Sequence[Meeting]) -> Sequence[Meeting]:
    """A body's meetings as they are now, newest first; of those that are known only what has changed is read."""
    with reading(store) as session:
        stamps = selections.stamps(session, body_id)
        kept = {(one.id, one.changed_at): one for one in known}
        changed = selections.meetings_alone(session, [stamp[0] for stamp in stamps if stamp not in kept])
    read = {one.id: one for one in changed}
    return tuple(kept.get(stamp) or read[stamp[0]] for stamp in stamps)


def _counted(session: Session, planned: Meeting, today: date) -> Countdown:
    charter = day.charter_of(commission.body(session, planned.body_id), planned.date)
    return notice_count.of_meeting(charter, day.calendar(session), planned, today, sent_on=None)


def register_of(store: Store, body_id: str, today: date) -> tuple[Entry, ...]:
    """Every decision of a body, the newest meeting first."""
    with reading(store) as session:
        rows = plain_rows.decisions_of(session, body_id)
        others = selections.meetings_list(session, body_id)
    return register.entries(rows, others, today)


def decision(store: Store, decision_id: str) -> Decision:
    """One decision with who is named in it and how it was carried out so far."""
    with reading(store) as session:
        return selections.decision(session, decision_id)


def proposals_of(store: Store, body_id: str) -> Sequence[Proposal]:
    """What members proposed for agendas, the newest first."""
    with reading(store) as session:
        return tuple(reversed(selections.proposals(session, body_id)))


def where_is(store: Store, record_id: str) -> Whereabouts | None:
    """Where a record is shown; None if it is gone."""
    with reading(store) as session:
        return selections.where_is(session, record_id)
