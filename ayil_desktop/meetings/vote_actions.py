"""What can the secretary do with the votes of a session?"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    candidates,
    carried,
    chair,
    day,
    entries,
    frozen_bases,
    open_session,
    presence,
    rounds,
    selections,
)
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import OUTCOME_NAMES, Change, ItemKind, Method, Outcome, Vote
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.decision_records import CompositionOrder
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.rounds import Hall, Result, Tally
from ayil_desktop.meetings.vote_records import RoundMember, VoteRound
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


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
        item, meeting, found = open_session.matter(session, item_id)
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
        item, _, _ = open_session.matter(session, recorded.item_id)
        recorded = next(one for one in item.rounds if one.id == round_id)
        carried.check_removable(item, recorded)
        again = carried.adopted_again(item, recorded)
        resting = [one for one in item.decisions if again and one.round_id == round_id]
        _delete_round(session, item, recorded)
        for decision in resting:
            decision.round_id = again.id if again else None
        return done(session, item.id)


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
