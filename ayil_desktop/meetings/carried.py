"""Which vote does a decision rest on, and does that vote carry it as it stands now?

A vote that was entered wrongly is corrected in its place. What was decided by it stays written, but it is marked, and
the minutes are not sealed until somebody takes the decision back, changes it or the meeting votes again (CN-7.4).
"""

from collections.abc import Sequence

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import candidates, decisions, rounds
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import ADOPTING, LEFT, DecisionKind, ItemKind, ItemState, Outcome
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.vote_records import VoteRound
from ayil_desktop.office.charters import Charter
from ayil_desktop.refused import Refused

_WITHOUT_A_VOTE = (DecisionKind.POSTPONE, DecisionKind.NOTE)

NOT_CARRIED = Message("No adopted vote carries this decision.")


def needs_vote(decision: Decision) -> bool:
    """Whether a decision of this kind is taken by a vote; to postpone or to note needs none."""
    return decision.kind not in _WITHOUT_A_VOTE


def is_carried(decision: Decision, item: AgendaItem) -> bool:
    """Whether the votes say so too: the one that it rests on, or any where none is named; True where none is recorded.

    A body without a regulated majority has what is recorded. While equal votes of an election wait, nobody is elected.
    """
    if needs_vote(decision) and equal(item):
        return False
    own = [one for one in item.rounds if one.id == decision.round_id]
    voted = own or item.rounds
    if decision.kind is DecisionKind.POSTPONE or not voted:
        return True
    if decision.kind is DecisionKind.NOTE:
        return any(one.outcome is not Outcome.NO_QUORUM for one in voted)
    return any(one.outcome in ADOPTING for one in voted)


def equal(item: AgendaItem) -> tuple[str, ...]:
    """Who has equal votes in an election and is to be voted on again (NC-4.5)."""
    again = candidates.to_repeat(item) if item.kind is ItemKind.ELECTION else ()
    return tuple(one.name for one in again)


def check_elected(item: AgendaItem, kind: DecisionKind) -> None:
    """Refused where somebody would be elected while equal votes wait for their repetition (NC-4.5)."""
    if kind not in _WITHOUT_A_VOTE and equal(item):
        raise Refused(
            Message("The votes are equal: {names}. Vote on them again first.", names=equal(item)),
            field="text_ky",
            clause="NC-4.5",
        )


def check_can_be_left(item: AgendaItem, state: ItemState) -> None:
    """Refused where a matter that was decided would be postponed or withdrawn as well."""
    decided = any(one.kind is not DecisionKind.POSTPONE for one in item.decisions)
    if decided and state in LEFT:
        raise Refused(
            Message("This matter was decided. Take the decision back first."), field="state_reason", clause="NC-3.3"
        )


def uncarried(meeting: Meeting) -> tuple[str, ...]:
    """The numbers of the decisions that their votes do not carry."""
    return tuple(
        number
        for item in meeting.items
        for number, decision in decisions.numbered(item)
        if not is_carried(decision, item)
    )


def unvoted(charter: Charter, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """Matters that were decided without any vote, where those present are recorded and a majority is regulated."""
    if not meeting.attendance_recorded or charter.share("majority") is None:
        return ()
    return tuple(
        item
        for item in meeting.items
        if item.kind is not ItemKind.INFORMATION and not item.rounds and any(map(needs_vote, item.decisions))
    )


def rests(decision: Decision, item: AgendaItem, voted: VoteRound) -> bool:
    """Whether a decision rests on a vote; one that names people rests on every vote that adopted one of them."""
    if decision.round_id == voted.id:
        return True
    by_name = item.kind in rounds.CANDIDATE_BY_CANDIDATE or decision.round_id is None
    return needs_vote(decision) and by_name and voted.outcome in ADOPTING


def adopted_again(item: AgendaItem, voted: VoteRound) -> VoteRound | None:
    """The last other vote on the same that adopted it."""
    others = [one for one in item.rounds if one.id != voted.id and _subject(one) == _subject(voted)]
    return next((one for one in reversed(others) if one.outcome in ADOPTING), None)


def _subject(one: VoteRound) -> Sequence[object]:
    return (one.label, one.change, one.candidate_id or one.candidate_name)


def resting_anew(item: AgendaItem, voted: VoteRound, wrong: VoteRound | None) -> list[Decision]:
    """What rests on a vote that is being recorded: all that rested on the one in whose place it comes, and what no
    adopted vote carries so far."""
    if wrong is not None:
        return [one for one in item.decisions if rests(one, item, wrong)]
    if voted.outcome not in ADOPTING:
        return []
    waiting = [one for one in item.decisions if needs_vote(one) and not is_carried(one, item)]
    own = {one.id: one for one in item.rounds}
    return [one for one in waiting if one.round_id not in own or _subject(own[one.round_id]) == _subject(voted)]


def check_removable(item: AgendaItem, voted: VoteRound) -> None:
    """Refused where a decision would be left without the vote that it was taken by (CN-7.4)."""
    if adopted_again(item, voted) is None and any(
        needs_vote(one) and rests(one, item, voted) for one in item.decisions
    ):
        raise Refused(
            Message("A decision rests on this vote. Correct the vote, or take the decision back first."),
            clause="CN-7.4",
        )


def check_all_carried(charter: Charter, meeting: Meeting) -> None:
    """Refused while a decision stands that its vote did not adopt (CN-7.4)."""
    if uncarried(meeting):
        raise Refused(words(meeting), field="decisions", clause=charter.clause("majority"))


def words(meeting: Meeting) -> Message:
    """Which decisions these are and what can be done about them."""
    return Message(
        "No adopted vote carries decision {numbers}: take it back, change it, or vote again",
        numbers=", ".join(uncarried(meeting)),
    )
