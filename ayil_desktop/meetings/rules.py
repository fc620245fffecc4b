"""Which step may a meeting take?"""

import datetime
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ayil_desktop.commission.records import Membership
from ayil_desktop.commission.rules import sits_on
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import choices, fact_days, last_days, notices, rounds
from ayil_desktop.meetings.agenda_records import AgendaItem, Proposal
from ayil_desktop.meetings.choices import DeliveryKind, ItemKind, ItemState, Kind, State
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Delivery, Meeting
from ayil_desktop.office.charters import Charter
from ayil_desktop.refused import Refused
from ayil_desktop.workdays import periods
from ayil_desktop.workdays.calendar import WorkCalendar
from ayil_desktop.workdays.periods import Quarter

OPEN_TO_PLANNING = choices.OPEN_TO_PLANNING
AFTER_THE_SESSION = (State.HELD, State.MINUTES_DRAFTED)
BEFORE_THE_END = (*OPEN_TO_PLANNING, State.IN_SESSION)
WHILE_WRITING = (*BEFORE_THE_END, *AFTER_THE_SESSION)
"""What was said can still be written down after the meeting, until the minutes are sealed."""
STILL_OPEN = (State.IN_SESSION, *AFTER_THE_SESSION)
"""What a session brought, votes included, can be corrected until the minutes are sealed (CN-7.7)."""
HELD_STATES, FAILED_STATES = choices.HELD_STATES, choices.FAILED_STATES
OPEN_TO_WRITING = (*AFTER_THE_SESSION, State.NOT_HELD)
"""Its minutes, or the act that it was not held, can still be corrected, signed and sealed."""


def check_plan(
    *,
    kind: Kind,
    reason: str,
    date: datetime.date,
    memberships: Sequence[Membership],
    dissolved_on: datetime.date | None = None,
) -> None:
    """Refused where an extraordinary meeting has no reason (CN-3.1.3), or nobody sat on the body on that day.

    A body without any recorded member can still plan: what is not recorded cannot be contradicted.
    """
    if kind is Kind.EXTRAORDINARY and not reason.strip():
        raise Refused(Message("Write why the extraordinary meeting is called."), field="reason", clause="CN-3.1.3")
    check_not_dissolved(dissolved_on, date)
    if memberships and not any(sits_on(one, date) for one in memberships):
        first = min(one.starts for one in memberships)
        if date < first:
            raise Refused(
                Message("The first members were appointed on {first}. A meeting cannot be earlier.", first=first),
                field="date",
                clause="CN-5.1a",
            )
        raise Refused(Message("On {date} nobody is a member.", date=date), field="date", clause="CN-5.1a")


def check_not_dissolved(dissolved_on: datetime.date | None, date: datetime.date) -> None:
    """Refused after the last day of a body; one without such a day goes on for ever (CN-1.2)."""
    if is_after_the_end(dissolved_on, date):
        raise Refused(
            Message("The body was dissolved on {day}; it meets no more.", day=dissolved_on or date), field="date"
        )


def is_after_the_end(dissolved_on: datetime.date | None, date: datetime.date) -> bool:
    """Whether the body existed no more on a day."""
    return dissolved_on is not None and date > dissolved_on


def after_the_end(meeting: Meeting, dissolved_on: datetime.date) -> Message:
    """What does not fit, and what to do: the day may be wrong, or the plan is still to be cancelled."""
    if meeting.state in OPEN_TO_PLANNING:
        return Message("The body was dissolved on {day}: cancel this meeting, or correct that day", day=dissolved_on)
    return Message("The body was dissolved on {day}, before this meeting: correct one of the days", day=dissolved_on)


def check_refers_to(earlier: Meeting, *, body_id: str, date: datetime.date) -> None:
    """Refused where the meeting that a plan refers to is another body's, or comes after it (NC-4.1, R-38)."""
    if earlier.body_id != body_id or earlier.date > date:
        raise Refused(
            Message("The meeting of {date} is no earlier meeting of this body.", date=earlier.date),
            field="refers_to_id",
            clause="NC-4.1",
        )


def check_not_sealed(meeting: Meeting) -> None:
    """Refused once the minutes, or the act, are sealed."""
    if meeting.state is State.SIGNED:
        raise Refused(Message("The minutes are sealed. Only a correction note can be added."))
    if meeting.state is State.NOT_HELD_SIGNED:
        raise Refused(Message("The act is sealed. Only a correction note can be added."))


def check_state(meeting: Meeting, allowed: Collection[State]) -> None:
    """Refused where the meeting does not stand where the act needs it."""
    check_not_sealed(meeting)
    if meeting.state not in allowed:
        raise Refused(
            Message("The meeting is in the state “{state}”; this cannot be done now.", state=state_name(meeting.state)),
            field="state",
        )


STATE_NAMES, KIND_NAMES, ITEM_KIND_NAMES = choices.STATE_NAMES, choices.KIND_NAMES, choices.ITEM_KIND_NAMES


def state_name(state: State) -> Message:
    """The state in the words of the office."""
    return STATE_NAMES[state]


def check_notice(charter: Charter, calendar: WorkCalendar, meeting: Meeting, *, on: datetime.date, reason: str) -> None:
    """Refused where the notice lacks day, time, place or agenda (CN-5.4.3), or is late without a reason."""
    check_notice_contents(meeting)
    fact_days.check(on, fact_days.PREPARING, meeting=meeting.date, field="on")
    check_late_notice(charter, calendar, meeting, on=on, reason=reason)


def check_late_notice(
    charter: Charter, calendar: WorkCalendar, meeting: Meeting, *, on: datetime.date, reason: str
) -> None:
    """Refused where a notice, to all or to one member, is late without a reason (CN-5.6.1)."""
    if needs_late_reason(charter, calendar, meeting, on) and not reason.strip():
        last = last_days.notice_term(charter, calendar, meeting.date).notice_by
        raise Refused(
            Message("The last day for the notice was {last}. Write why it is late.", last=last or on),
            field="late_notice_reason",
            clause=charter.clause("notice_working_days"),
        )


def needs_late_reason(charter: Charter, calendar: WorkCalendar, meeting: Meeting, on: datetime.date) -> bool:
    """Whether a notice of that day is late (CN-5.6.1); an extraordinary meeting has its own reason (R-11)."""
    return meeting.kind is Kind.REGULAR and last_days.is_late_notice(charter, calendar, meeting, on)


def may_explain_notice(
    charter: Charter, calendar: WorkCalendar, meeting: Meeting, seats: Sequence[Seat], today: datetime.date
) -> bool:
    """After the notice: whether what one member still gets would be late. After a beginning: whether there was no
    notice, or none of what became otherwise (R-38)."""
    if meeting.state is State.NOTIFIED:
        is_asked = bool(meeting.late_notice_reason) or needs_late_reason(charter, calendar, meeting, today)
        return is_asked and meeting.kind is Kind.REGULAR and not notices.may_be_sent_anew(meeting, seats)
    if notices.may_be_sent_anew(meeting, seats):
        return True
    is_open = meeting.state not in notices.NEVER_SENT_ANEW
    return is_open and meeting.kind is Kind.REGULAR and notices.is_missing(charter, meeting)


def check_notice_contents(meeting: Meeting) -> None:
    """Refused while the notice cannot name day, time, place and agenda (CN-5.4.3, CN-5.6.1)."""
    if meeting.time is None:
        raise Refused(Message("Enter the time of the meeting."), field="time", clause="CN-5.4.3")
    if not meeting.place.strip():
        raise Refused(Message("Enter the place of the meeting."), field="place", clause="CN-5.4.3")
    check_agenda_is_there(meeting)


def check_announced(meeting: Meeting, item: AgendaItem) -> None:
    """Refused where a matter would change that the members have been told of (CN-5.6.1); late ones still may.

    From the opening on the meeting itself decides, and slips of the pen are put right until the minutes are sealed.
    """
    if meeting.state is State.NOTIFIED and not item.is_late:
        raise Refused(
            Message(
                "The members have this agenda. Withdraw the matter with a reason, add another, or take the notice back."
            ),
            field="text_ky",
            clause="CN-5.6.1",
        )


def check_agenda_is_there(meeting: Meeting) -> None:
    """Refused while there is nothing to speak about."""
    if not meeting.items:
        raise Refused(Message("The agenda is empty. Add at least one matter."), field="agenda", clause="CN-5.6.1")


def check_somebody_is_invited(meeting: Meeting) -> None:
    """Refused where nobody is invited: there is nobody to write to."""
    if not meeting.invited:
        raise Refused(Message("Nobody is invited to this meeting."), field="invited", clause="CN-4.1.3")


def check_took_place(meeting: Meeting) -> None:
    """Refused while there is nothing to write minutes of."""
    if meeting.state in choices.NOT_BEGUN:
        raise Refused(Message("The meeting has not been held: there are no minutes yet."), field="state")


@dataclass(frozen=True)
class Opening:
    """How the meeting stood when it began."""

    members_in_force: int
    present: int
    quorum: rounds.Quorum
    composition_quorum: rounds.Quorum

    @property
    def has_quorum(self) -> bool | None:
        """By the ordinary rule (CN-7.3); None where the charter sets no quorum."""
        return self.quorum.is_reached(self.present)

    @property
    def only_composition(self) -> bool:
        """Exactly half of an even number: only changes of the composition may be decided (R-3)."""
        return self.has_quorum is False and self.composition_quorum.is_reached(self.present) is True


def opening(charter: Charter, *, members_in_force: int, present: int) -> Opening:
    """The two quorums of a meeting and what they say of those present."""
    return Opening(
        members_in_force,
        present,
        rounds.opening_quorum(charter, members_in_force),
        rounds.quorum(charter, ItemKind.COMPOSITION, members_in_force),
    )


def next_number(taken: Collection[int]) -> int:
    """The number of the next meeting that is held, in its series."""
    return max(taken, default=0) + 1


def new_number(typed: str, taken: Collection[int]) -> int:
    """What a held meeting is to be counted as; Refused for what is no number from 1 on, or is taken in its year."""
    field = "number"
    if not (typed.strip().isascii() and typed.strip().isdigit()) or int(typed) < 1:
        raise Refused(Message("Write a number from 1 on."), field=field)
    if int(typed) in taken:
        raise Refused(Message("Another meeting of that year has this number already."), field=field)
    return int(typed)


def check_can_close(items: Sequence[AgendaItem]) -> None:
    """Refused while a matter is still open: each must be decided, noted, postponed or withdrawn (NC-3.3)."""
    open_items = [item for item in items if item.state is ItemState.OPEN]
    if open_items:
        numbers = ", ".join(str(item.place) for item in open_items)
        raise Refused(
            Message("These matters are still open: {numbers}. Decide, postpone or withdraw them.", numbers=numbers),
            field="agenda",
        )


def check_times(started_at: datetime.time | None, ended_at: datetime.time | None) -> None:
    """Refused where the meeting would end before it began."""
    if started_at is not None and ended_at is not None and ended_at < started_at:
        raise Refused(
            Message("The meeting began at {start}; it cannot end before that.", start=f"{started_at:%H:%M}"),
            field="ended_at",
        )


def check_agenda_item(text: str) -> None:
    """Refused where the matter has no words."""
    if not text.strip():
        raise Refused(Message("Write what the matter is about."), field="text_ky")


def check_proposal(text: str) -> None:
    """Refused where the proposal has no words."""
    if not text.strip():
        raise Refused(Message("Write what is proposed."), field="text", clause="CN-5.7.1")


def check_on_no_agenda(proposal: Proposal) -> None:
    """Refused once a meeting has taken the proposal up: from then on it is a matter (CN-5.7.1)."""
    if proposal.item_id is not None:
        raise Refused(Message("This proposal is already on an agenda."), clause="CN-5.7.1")


def check_state_reason(state: ItemState, reason: str) -> None:
    """Refused where a matter is postponed or withdrawn without a reason."""
    if state in (ItemState.POSTPONED, ItemState.WITHDRAWN) and not reason.strip():
        raise Refused(Message("Write the reason."), field="state_reason")


def missing_deliveries(seats: Sequence[Seat], deliveries: Sequence[Delivery], kind: DeliveryKind) -> tuple[Seat, ...]:
    """Which members have not been sent the notice, the materials or the minutes yet (CN-5.6.1, CN-5.6.5)."""
    sent = {row.person_id for row in deliveries if row.kind is kind}
    return tuple(seat for seat in seats if seat.person_id not in sent)


def is_coming(meeting: Meeting, today: datetime.date) -> bool:
    """It is in session, or planned for today or later."""
    return meeting.state is State.IN_SESSION or (meeting.state in OPEN_TO_PLANNING and meeting.date >= today)


def at_hand(meetings: Sequence[Meeting], today: datetime.date) -> Meeting | None:
    """The meeting that work is on, of all of a body, newest first: in session, else the next to come, else the last."""
    running = [one for one in meetings if one.state is State.IN_SESSION]
    coming = [one for one in meetings if one.date >= today and one.state is not State.CANCELLED]
    return next(iter(running or coming[-1:] or meetings), None)


def quarters_without_meeting(
    meetings: Sequence[Meeting],
    *,
    since: datetime.date,
    today: datetime.date,
    dissolved_on: datetime.date | None = None,
    at_least: int = 1,
) -> tuple[tuple[Quarter, bool], ...]:
    """The quarters since a day with fewer held meetings than there must be; True: it is over and missed, False: it
    still runs (CN-7.1).

    A body owes no meeting in the quarter in which it is dissolved, nor after it (CN-1.2). One that is in session or
    planned for a day to come is on its way: nothing is to be done.
    """
    held = Counter(Quarter.of(one.date) for one in meetings if one.state in HELD_STATES or is_coming(one, today))
    owed = [one for one in periods.quarters(since, today) if dissolved_on is None or one.last <= dissolved_on]
    return tuple((quarter, today > quarter.last) for quarter in owed if held[quarter] < at_least)
