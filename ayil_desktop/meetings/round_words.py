"""How is a vote told on the screen: its figures, the arithmetic behind the outcome, by which clause?"""

import datetime
from dataclasses import dataclass

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings import quorum_words
from ayil_desktop.meetings.choices import Method, Outcome, Vote
from ayil_desktop.meetings.draft_votes import Foreseen
from ayil_desktop.meetings.frozen_bases import Difference
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.meetings.vote_records import VoteRound
from ayil_desktop.office.charters import Charter


@dataclass(frozen=True)
class Reason:
    """One sentence of the arithmetic with its clause; `is_warning` where it is to be noticed before recording."""

    text: Message
    clause: str = ""
    is_warning: bool = False


OUTCOMES = {
    Outcome.ADOPTED: InContext("outcome", "ADOPTED"),
    Outcome.REJECTED: InContext("outcome", "NOT ADOPTED"),
    Outcome.NO_QUORUM: InContext("outcome", "NO QUORUM"),
    Outcome.NOT_REGULATED: InContext("outcome", "NO MAJORITY REGULATED"),
}
ONCE_RECORDED = OUTCOMES | {
    Outcome.ADOPTED: InContext("once recorded", "ADOPTED"),
    Outcome.REJECTED: InContext("once recorded", "NOT ADOPTED"),
}
"""What it would be: nobody shall go on as if the vote stood."""


def figures(tally: Tally, not_voted: int, method: Method) -> Message:
    """The counts in one line."""
    values = {"in_favour": tally.in_favour, "against": tally.against, "abstained": tally.abstained}
    if method is Method.SECRET:
        return Message(
            "For {in_favour} · against {against} · abstained {abstained} · invalid {invalid} · did not vote {rest}",
            invalid=tally.invalid,
            rest=not_voted,
            **values,
        )
    return Message(
        "For {in_favour} · against {against} · abstained {abstained} · did not vote {rest}", rest=not_voted, **values
    )


def before(charter: Charter, found: Foreseen, rules_from: datetime.date | None = None) -> Reason:
    """How many votes will be needed, before anybody has voted."""
    if found.result.outcome is Outcome.NO_QUORUM:
        return no_quorum(found)
    needed = found.result.for_needed
    if needed is None:
        return _unregulated(found.hall.present, rules_from)
    if charter.choice("majority_base", "present") == "voting":
        return Reason(Message("More for than against are needed"), charter.clause("majority"))
    return Reason(_of_present(found.hall.present, found.result.base, needed), charter.clause("majority"))


def _unregulated(present: int, rules_from: datetime.date | None) -> Reason:
    """Nothing is judged, or nothing is judged by this charter yet (CN-8.1, R-34)."""
    if rules_from is not None:
        return Reason(quorum_words.not_judged(rules_from))
    return Reason(Message("{present} present; the charter regulates no majority", present=present))


def reasons(charter: Charter, found: Foreseen, rules_from: datetime.date | None = None) -> tuple[Reason, ...]:
    """The arithmetic of votes that are being entered."""
    if found.result.outcome is Outcome.NO_QUORUM:
        return (no_quorum(found),)
    if found.result.for_needed is None:
        return (before(charter, found, rules_from),)
    tie = _tie(charter, found)
    if tie is not None:
        return (tie, *_without_the_decisive(charter, found.result.readings_differ))
    text = _majority(charter, found.hall.present, found.result.base, found.result.for_needed)
    return (Reason(text, charter.clause("majority")), *_other_reading(charter, found.result.readings_differ))


def no_quorum(found: Foreseen) -> Reason:
    """Said before the vote is recorded without effect."""
    return Reason(
        Message(
            "{present} of {members} members are here, {needed} are needed: the vote will be kept, but decides nothing",
            present=found.hall.present,
            members=found.hall.members_in_force,
            needed=found.result.quorum.needed or 0,
        ),
        found.result.quorum.clause,
        is_warning=True,
    )


def _tie(charter: Charter, found: Foreseen) -> Reason | None:
    """Equal votes: whose vote decides, or that none does (CN-7.6, R-5)."""
    if not found.tally.is_tie or not charter.flag("presiding_decides_tie", default=False):
        return None
    return Reason(_tie_words(found.tally.in_favour, found.presiding_vote), charter.clause("presiding_decides_tie"))


def _tie_words(votes: int, deciding: Vote | None) -> Message:
    if deciding is Vote.FOR:
        return Message("Equal votes, {votes} : {votes}; the presiding person voted for, which decides", votes=votes)
    if deciding is Vote.AGAINST:
        return Message("Equal votes, {votes} : {votes}; the presiding person voted against, which decides", votes=votes)
    return Message("Equal votes, {votes} : {votes}, and no vote decides them", votes=votes)


def _majority(charter: Charter, present: int, base: int, needed: int) -> Message:
    if charter.choice("majority_base", "present") == "voting":
        return Message("{base} voted for or against, {needed} needed", base=base, needed=needed)
    return _of_present(present, base, needed)


def _of_present(present: int, base: int, needed: int) -> Message:
    if base != present:
        return Message("{base} of {present} present count, {needed} needed", base=base, present=present, needed=needed)
    return Message("{present} present, {needed} needed", present=present, needed=needed)


def _other_reading(charter: Charter, differs: bool) -> tuple[Reason, ...]:
    if not differs:
        return ()
    if charter.choice("majority_base", "present") == "voting":
        words = Message("Counted from those present the outcome would be another")
    else:
        words = Message("Counted from those who voted the outcome would be another")
    return (Reason(words, charter.clause("majority"), is_warning=True),)


def _without_the_decisive(charter: Charter, differs: bool) -> tuple[Reason, ...]:
    """Equal votes are equal in both readings; what differs is whether those for are a majority (R-5)."""
    words = Message("Without the decisive vote the votes for are no majority of those present")
    return (Reason(words, charter.clause("majority"), is_warning=True),) if differs else ()


def recorded_reasons(charter: Charter, one: VoteRound, rules_from: datetime.date | None = None) -> tuple[Reason, ...]:
    """The arithmetic of a recorded round, from what was frozen with it."""
    if one.outcome is Outcome.NO_QUORUM:
        values = {"present": one.present, "members": one.members_in_force, "needed": one.quorum_needed or 0}
        words = Message("{present} of {members} members were there, {needed} needed", **values)
        return (Reason(words, one.quorum_clause, is_warning=True),)
    if one.for_needed is None:
        return (_unregulated(one.present, rules_from),)
    other = _other_reading(charter, one.readings_differ)
    if one.count_for == one.count_against > 0 and charter.flag("presiding_decides_tie", default=False):
        deciding = one.presiding_vote if one.decided_by_casting_vote else None
        other = _without_the_decisive(charter, one.readings_differ)
        return (Reason(_tie_words(one.count_for, deciding), charter.clause("presiding_decides_tie")), *other)
    return (Reason(_majority(charter, one.present, one.base, one.for_needed), charter.clause("majority")), *other)


def base_reasons(charter: Charter, base: Difference, *, may_change: bool) -> tuple[Reason, ...]:
    """Who was entered otherwise after the vote, and what to do about it while something can be done."""
    told = (
        (
            base.gone,
            Message("Counted as present in this vote, but not there by the attendance: {names}", names=base.gone),
        ),
        (
            base.uncounted,
            Message("There by the attendance, but not counted in this vote: {names}", names=base.uncounted),
        ),
        (base.recused, Message("Counted in this vote, but takes no part in the matter: {names}", names=base.recused)),
        (base.not_recused, Message("Takes part in the matter, but not in this vote: {names}", names=base.not_recused)),
    )
    clause = charter.clause("majority")
    found = [Reason(text, clause, is_warning=True) for names, text in told if names]
    if found and may_change:
        found.append(Reason(_TO_DO))
    if base.left_after:
        found.append(Reason(Message("Left after this vote was recorded: {names}", names=base.left_after)))
    if base.came_after:
        found.append(Reason(Message("Came after this vote was recorded: {names}", names=base.came_after)))
    if (base.left_after or base.came_after) and may_change:
        found.append(Reason(_IF_BEFORE))
    return tuple(found)


_TO_DO = Message(
    "The vote stays as it was recorded. Correct it, or the attendance; if it was voted again, remove this vote. "
    "Until then the minutes are not sealed."
)
_IF_BEFORE = Message("If that was before the vote, correct the vote.")
