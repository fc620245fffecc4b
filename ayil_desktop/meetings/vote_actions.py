"""What can the secretary do while the meeting is in session: who is there, and how was voted?"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    candidates,
    carried,
    chair,
    day,
    entries,
    fact_days,
    frozen_bases,
    presence,
    rounds,
    rules,
    selections,
)
from ayil_desktop.meetings.agenda_records import AgendaItem, WrittenOpinion
from ayil_desktop.meetings.choices import OUTCOME_NAMES, Change, ItemKind, Method, Outcome, Presence, State, Vote
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.decision_records import CompositionOrder
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.rounds import Hall, Result, Tally
from ayil_desktop.meetings.vote_records import Attendance, Movement, Recusal, RoundMember, VoteRound
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import now
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work

STILL_OPEN = (State.IN_SESSION, *rules.AFTER_THE_SESSION)
"""Until sealing everything can be corrected, votes included."""


def mark_attendance(store: Store, *, meeting_id: str, person_id: str, status: Presence, reason: str = "") -> Done:
    """How one member stood at the opening; only somebody who sits on that day can be present (CN-5.7.6b)."""
    with work(store, Message("Mark the attendance")) as session:
        meeting, found = _meeting(session, meeting_id)
        _check_member(found, person_id)
        row = next((one for one in meeting.attendance if one.person_id == person_id), None)
        if row is None:
            row = Attendance(meeting_id=meeting.id, person_id=person_id, presence=status)
            meeting.attendance.append(row)
        row.presence, row.reason = status, entries.text(reason, field="reason")
        _follow_presiding(meeting, found, person_id)
        return done(session, meeting.id)


def mark_all_present(store: Store, *, meeting_id: str) -> Done:
    """Everybody without a reason of absence is present."""
    with work(store, Message("Mark all present")) as session:
        meeting, found = _meeting(session, meeting_id)
        for row in meeting.attendance:
            if row.presence is Presence.ABSENT and not row.reason:
                row.presence = Presence.PRESENT
        _follow_presiding(meeting, found, meeting.presiding_id or "")
        return done(session, meeting.id)


def choose_presiding(store: Store, *, meeting_id: str, person_id: str, item_id: str = "") -> Done:
    """Who presides from a matter on (the last one, where none is named); every later round records it."""
    with work(store, Message("Choose who presides")) as session:
        meeting, found = _meeting(session, meeting_id)
        _check_member(found, person_id)
        in_hand = next((one for one in meeting.items if one.id == item_id), meeting.items[-1])
        here = day.present_at(found, meeting, in_hand) - presence.recused(in_hand.recusals)
        chair.check_may_preside(found.seats, here, person_id)
        meeting.presiding_id = person_id
        return done(session, meeting.id)


def record_movement(
    store: Store,
    *,
    item_id: str,
    person_id: str,
    arrives: bool,
    at: datetime.time | None = None,
) -> Done:
    """A member came or left before a matter was taken up; rounds already recorded keep their base (R-40)."""
    with work(store, Message("Record who came or left")) as session:
        item, meeting, found = _item(session, item_id)
        _check_member(found, person_id)
        is_there = person_id in day.present_at(found, meeting, item)
        if is_there is arrives:
            text = Message("This member is already there.") if arrives else Message("This member is not there.")
            raise Refused(text, field=f"presence:{person_id}")
        session.add(Movement(meeting_id=meeting.id, item_id=item.id, person_id=person_id, arrives=arrives, at=at))
        return done(session, meeting.id)


def remove_movement(store: Store, *, movement_id: str) -> Done:
    """Take back a coming or leaving that was entered by mistake."""
    with work(store, Message("Remove who came or left")) as session:
        movement = session.get_one(Movement, movement_id)
        rules.check_not_sealed(session.get_one(Meeting, movement.meeting_id))
        session.delete(movement)
        return done(session, movement.meeting_id)


def change_movement(store: Store, *, movement_id: str, at: datetime.time | None) -> Done:
    """At what time somebody came or left; None where nobody looked at the clock."""
    with work(store, Message("Change when somebody came or left")) as session:
        movement = session.get_one(Movement, movement_id)
        rules.check_not_sealed(session.get_one(Meeting, movement.meeting_id))
        movement.at = at
        return done(session, movement.meeting_id)


def recuse(store: Store, *, item_id: str, person_id: str, recused: bool = True, reason: str = "") -> Done:
    """A member takes no part in one matter, or does after all (R-48)."""
    with work(store, Message("Record a recusal")) as session:
        item, meeting, found = _item(session, item_id)
        _check_member(found, person_id)
        row = next((one for one in item.recusals if one.person_id == person_id), None)
        if recused and row is None:
            why = entries.text(reason, field="reason")
            session.add(Recusal(meeting_id=meeting.id, item_id=item.id, person_id=person_id, reason=why))
        elif not recused and row is not None:
            session.delete(row)
        return done(session, item.id)


@dataclass(frozen=True)
class Ballot:
    """What the secretary enters for one round: votes by name, or a tally; never both.

    `votes` are ids of persons with their vote; who is not among them did not vote. `presiding_vote` is asked for at a
    tie by count (R-5); `presiding_was_asked` says that the answer was: did not vote.
    """

    method: Method
    votes: Mapping[str, Vote] | None = None
    tally: Tally | None = None
    presiding_vote: Vote | None = None
    presiding_was_asked: bool = False


@dataclass(frozen=True)
class Subject:
    """What one round is about: the matter itself under a label, or one candidate (CN-6.2, CN-6.3)."""

    label: str = ""
    change: Change | None = None
    candidate_id: str | None = None
    candidate_name: str = ""
    candidate_role: str = ""


def record_round(
    store: Store, *, item_id: str, ballot: Ballot, subject: Subject | None = None, replaces_id: str | None = None
) -> Done:
    """One vote with its base frozen; `replaces_id` names the round that was entered wrongly (the history keeps both).

    What was decided by the wrong one rests on the right one, whatever that came to; where it adopted nothing, the
    minutes say so and are not sealed (CN-7.4).
    A round without a quorum is kept with that outcome: nothing can be decided by it (CN-7.3, CN-6.1).
    """
    subject = subject or Subject()
    with work(store, Message("Record a vote")) as session:
        item, meeting, found = _item(session, item_id)
        rounds.check_candidate(item.kind, subject.change, subject.candidate_name)
        wrong = next((one for one in item.rounds if one.id == replaces_id), None)
        _check_candidate(found, subject, wrong)
        recorded = _round(meeting, item, found, ballot, subject, wrong)
        resting = carried.resting_anew(item, recorded, wrong)
        recorded.place = _replace(session, item, replaces_id) if replaces_id else len(item.rounds) + 1
        session.add(recorded)
        session.flush()
        for decision in resting:
            decision.round_id = recorded.id
        _after_round(session, meeting, item, recorded)
        return done(session, recorded.id, message=_told(recorded))


def _check_candidate(found: Day, subject: Subject, wrong: VoteRound | None) -> None:
    """Nobody joins who sits already (CN-6.3); the votes of a recorded round may be put right all the same."""
    voted = (subject.change, subject.candidate_id, subject.candidate_name)
    if wrong is None or voted != (wrong.change, wrong.candidate_id, wrong.candidate_name):
        change, person_id, name = voted
        candidates.check_voted(found, change=change, person_id=person_id, name=name)


def remove_round(store: Store, *, round_id: str) -> Done:
    """Take back a round that was entered by mistake; one that a decision rests on stays."""
    with work(store, Message("Remove a vote")) as session:
        recorded = session.get_one(VoteRound, round_id)
        item, _, _ = _item(session, recorded.item_id)
        recorded = next(one for one in item.rounds if one.id == round_id)
        carried.check_removable(item, recorded)
        again = carried.adopted_again(item, recorded)
        resting = [one for one in item.decisions if again and one.round_id == round_id]
        _delete_round(session, item, recorded)
        for decision in resting:
            decision.round_id = again.id if again else None
        return done(session, item.id)


def give_written_opinion(
    store: Store,
    *,
    item_id: str,
    person_id: str,
    text: str,
    received_on: datetime.date | None = None,
    attachment_id: str | None = None,
) -> Done:
    """An absent member's opinion: read out and attached, it is neither presence nor vote (CN-5.7.7, R-14)."""
    if not text.strip() and attachment_id is None:
        raise Refused(Message("Write the opinion or attach its paper."), field="text", clause="CN-5.7.7")
    with work(store, Message("Record a written opinion")) as session:
        item = session.get_one(AgendaItem, item_id)
        meeting = selections.meeting(session, item.meeting_id)
        rules.check_state(meeting, (*rules.OPEN_TO_PLANNING, *STILL_OPEN))
        found = day.of(session, meeting.body_id, meeting.date)
        item = next(one for one in meeting.items if one.id == item_id)
        _check_member(found, person_id)
        if person_id in day.present_at(found, meeting, item):
            raise Refused(
                Message("Only a member who is absent gives an opinion in writing."),
                field="person_id",
                clause="CN-5.7.7",
            )
        row = next((one for one in item.written_opinions if one.person_id == person_id), None)
        if row is None:
            row = WrittenOpinion(meeting_id=meeting.id, item_id=item.id, person_id=person_id)
            session.add(row)
        row.text = entries.text(text, field="text")
        row.received_on, row.attachment_id = received_on, attachment_id
        fact_days.check_row(row, meeting.date, today=now().date())
        return done(session, item.id)


def remove_written_opinion(store: Store, *, opinion_ids: Sequence[str]) -> Done:
    """Take back written opinions that were entered by mistake, or whose author came after all."""
    with work(store, Message("Remove a written opinion")) as session:
        for opinion_id in opinion_ids:
            opinion = session.get_one(WrittenOpinion, opinion_id)
            rules.check_not_sealed(session.get_one(Meeting, opinion.meeting_id))
            session.delete(opinion)
        return done(session)


def _meeting(session: Session, meeting_id: str) -> tuple[Meeting, Day]:
    meeting = selections.sitting(session, meeting_id)
    rules.check_state(meeting, STILL_OPEN)
    return meeting, day.of(session, meeting.body_id, meeting.date)


def _item(session: Session, item_id: str) -> tuple[AgendaItem, Meeting, Day]:
    meeting, found = _meeting(session, session.get_one(AgendaItem, item_id).meeting_id)
    return next(item for item in meeting.items if item.id == item_id), meeting, found


def _check_member(found: Day, person_id: str) -> None:
    if all(seat.person_id != person_id for seat in found.seats):
        raise Refused(
            Message("This person is not a member on {date}.", date=found.date), field="person_id", clause="CN-5.7.6b"
        )


def _follow_presiding(meeting: Meeting, found: Day, person_id: str) -> None:
    """Who presides is offered anew while nobody has voted: that person is absent, or the chairman comes (CN-5.5)."""
    present = presence.at_opening(meeting.attendance, found.seats)
    if any(item.rounds for item in meeting.items):
        return
    if meeting.presiding_id not in present or _is_chairman(found, person_id):
        seat = chair.presiding(found.seats, present)
        meeting.presiding_id = seat.person_id if seat else None


def _is_chairman(found: Day, person_id: str) -> bool:
    return any(seat.person_id == person_id and seat.role == "chairman" for seat in found.seats)


def _round(
    meeting: Meeting, item: AgendaItem, found: Day, ballot: Ballot, subject: Subject, wrong: VoteRound | None
) -> VoteRound:
    """A vote that is corrected is judged by who was there for it; who left or came after it changes nothing (R-40)."""
    present = frozen_bases.here_at(found, meeting, item, wrong) if wrong else day.present_at(found, meeting, item)
    recused = presence.recused(item.recusals) & present
    tally = _tally(ballot, present, recused)
    hall = Hall(members_in_force=len(found.seats), present=len(present), recused=len(recused))
    rounds.check_tally(hall, tally, ballot.method)
    named = (meeting.presiding_id, wrong.presiding_id if wrong else None)
    presiding = chair.of_vote(found.seats, present - recused, named)
    presiding_vote = _presiding_vote(presiding, found, ballot, tally)
    result = rounds.judge(
        found.charter, kind=item.kind, hall=hall, tally=tally, method=ballot.method, presiding_vote=presiding_vote
    )
    recorded = _frozen(meeting, item, ballot, subject, hall, tally, result)
    recorded.presiding_id, recorded.presiding_name = (presiding.person_id, presiding.name) if presiding else (None, "")
    recorded.presiding_vote = presiding_vote
    if wrong is not None:
        recorded.created_at = wrong.created_at
        recorded.label_ru = wrong.label_ru if wrong.label == recorded.label else ""
    recorded.voters = [
        RoundMember(
            meeting_id=meeting.id,
            person_id=seat.person_id,
            place=number,
            name=seat.name,
            role=seat.role,
            present=seat.person_id in present,
            recused=seat.person_id in recused,
            vote=(ballot.votes or {}).get(seat.person_id),
        )
        for number, seat in enumerate(found.seats, 1)
    ]
    return recorded


def _tally(ballot: Ballot, present: frozenset[str], recused: frozenset[str]) -> Tally:
    if ballot.method is not Method.BY_NAME:
        return ballot.tally or Tally(0, 0, 0)
    votes = ballot.votes or {}
    rounds.check_votes_by_name(votes, present=present, recused=recused)
    return rounds.tally_of(votes)


def _presiding_vote(presiding: Seat | None, found: Day, ballot: Ballot, tally: Tally) -> Vote | None:
    """The presiding person's own vote: among the names, or as told at a tie by count; never in a secret round."""
    if ballot.method is Method.SECRET:
        return None
    if ballot.method is Method.BY_NAME:
        return (ballot.votes or {}).get(presiding.person_id if presiding else "")
    rounds.check_presiding_vote(
        found.charter, tally, ballot.method, ballot.presiding_vote, was_asked=ballot.presiding_was_asked
    )
    return ballot.presiding_vote


def _frozen(
    meeting: Meeting, item: AgendaItem, ballot: Ballot, subject: Subject, hall: Hall, tally: Tally, result: Result
) -> VoteRound:
    return VoteRound(
        meeting_id=meeting.id,
        item_id=item.id,
        label=entries.text(subject.label, field="label"),
        method=ballot.method,
        change=subject.change,
        candidate_id=subject.candidate_id,
        candidate_name=entries.text(subject.candidate_name, field="name"),
        candidate_role=subject.candidate_role,
        members_in_force=hall.members_in_force,
        present=hall.present,
        base=result.base,
        quorum_needed=result.quorum.needed,
        quorum_clause=result.quorum.clause,
        for_needed=result.for_needed,
        count_for=tally.in_favour,
        count_against=tally.against,
        count_abstained=tally.abstained,
        count_not_voted=result.not_voted,
        count_invalid=tally.invalid,
        outcome=result.outcome,
        decided_by_casting_vote=result.decided_by_casting_vote,
        readings_differ=result.readings_differ,
    )


def _replace(session: Session, item: AgendaItem, round_id: str) -> int:
    """Take the wrong round away and give its place to the right one."""
    wrong = next(one for one in item.rounds if one.id == round_id)
    place = wrong.place
    _delete_round(session, item, wrong)
    return place


def _delete_round(session: Session, item: AgendaItem, recorded: VoteRound) -> None:
    for decision in item.decisions:
        if decision.round_id == recorded.id:
            decision.round_id = None
    for order in session.query(CompositionOrder).filter_by(round_id=recorded.id):
        if order.order_id is not None:
            raise Refused(Message("The head's order already rests on this vote."))
        session.delete(order)
    for voter in selections.voters(session, recorded.id):
        session.delete(voter)
    session.flush()
    session.delete(recorded)
    session.flush()


def _after_round(session: Session, meeting: Meeting, item: AgendaItem, recorded: VoteRound) -> None:
    """An adopted change of the composition waits for the head's order from now on (CN-6.5, R-16)."""
    if item.kind is ItemKind.COMPOSITION and recorded.outcome is Outcome.ADOPTED:
        session.add(CompositionOrder(meeting_id=meeting.id, round_id=recorded.id))


def _told(recorded: VoteRound) -> Message:
    return Message(
        "{outcome}: {in_favour} of {present}",
        outcome=OUTCOME_NAMES[recorded.outcome],
        in_favour=recorded.count_for,
        present=recorded.present,
    )
