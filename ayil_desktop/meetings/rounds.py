"""What comes out of a vote round, and may it be recorded?"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.choices import Change, ItemKind, Method, Outcome, Vote
from ayil_desktop.meetings.vote_records import RoundMember, VoteRound
from ayil_desktop.office.charters import Charter, Share
from ayil_desktop.refused import Refused

CANDIDATE_BY_CANDIDATE = (ItemKind.COMPOSITION, ItemKind.ELECTION)
"""Kinds of matters that are voted separately for each person (CN-6.2, CN-6.3)."""
_CLAUSES: Mapping[Change | None, str] = {Change.EXCLUDE: "CN-6.2", Change.INCLUDE: "CN-6.3"}
_BETWEEN_NAMES = re.compile(r"\s(?:жана|менен|и|and)\s|[;\n]", re.IGNORECASE)


@dataclass(frozen=True)
class Quorum:
    """How many of the members in force must be present for one kind of matter; None: not regulated."""

    needed: int | None
    clause: str

    def is_reached(self, present: int) -> bool | None:
        """Whether that many present suffice; None where the charter sets no quorum."""
        return None if self.needed is None else present >= self.needed


def quorum(charter: Charter, kind: ItemKind, members_in_force: int) -> Quorum:
    """The ordinary quorum (CN-7.3), for a change of composition its own one (CN-6.1, R-3) where the charter has it."""
    own = charter.share("composition_quorum") if kind is ItemKind.COMPOSITION else None
    name = "quorum" if own is None else "composition_quorum"
    share = charter.share("quorum") if own is None else own
    return Quorum(None if share is None else share.needed(members_in_force), charter.clause(name))


def opening_quorum(charter: Charter, members_in_force: int) -> Quorum:
    """What decides whether the meeting as such is competent (CN-7.3)."""
    return quorum(charter, ItemKind.DECISION, members_in_force)


@dataclass(frozen=True)
class Hall:
    """Who could vote when the round was taken, in persons; recused members are among the present."""

    members_in_force: int
    present: int
    recused: int = 0

    @property
    def voters(self) -> int:
        """Present and not recused: nobody else has a vote (CN-5.7.5, CN-5.7.6b)."""
        return self.present - self.recused


@dataclass(frozen=True)
class Tally:
    """The votes of a round, in persons; `invalid` occurs in secret rounds only."""

    in_favour: int
    against: int
    abstained: int
    invalid: int = 0

    @property
    def cast(self) -> int:
        """Everybody who voted in any way."""
        return self.in_favour + self.against + self.abstained + self.invalid

    @property
    def is_tie(self) -> bool:
        """Equal votes with at least one cast (R-5)."""
        return self.in_favour == self.against > 0


@dataclass(frozen=True)
class Result:
    """What the charter makes of a round, with the arithmetic that is shown and printed."""

    outcome: Outcome
    quorum: Quorum
    base: int
    for_needed: int | None
    not_voted: int
    decided_by_casting_vote: bool = False
    readings_differ: bool = False


def tally_of(votes: Mapping[str, Vote]) -> Tally:
    """The votes by name, counted; one per member because a mapping has one value per key (CN-5.7.5)."""
    given = list(votes.values())
    return Tally(given.count(Vote.FOR), given.count(Vote.AGAINST), given.count(Vote.ABSTAINED))


def majority_base(charter: Charter, hall: Hall, tally: Tally) -> int:
    """From how many the majority is counted: those present (CN-7.4) or, by charter, those for and against (R-4).

    A recused member stays among the present unless the charter takes recused ones out (R-48).
    """
    if charter.choice("majority_base", "present") == "voting":
        return tally.in_favour + tally.against
    return hall.present if charter.flag("recused_stay_in_base", default=True) else hall.voters


def judge(
    charter: Charter, *, kind: ItemKind, hall: Hall, tally: Tally, method: Method, presiding_vote: Vote | None
) -> Result:
    """The outcome of a round: quorum, then the majority (CN-7.4), at equal votes the presiding person (CN-7.6)."""
    needed = quorum(charter, kind, hall.members_in_force)
    base = majority_base(charter, hall, tally)
    majority = charter.share("majority")
    result = Result(
        outcome=Outcome.NOT_REGULATED,
        quorum=needed,
        base=base,
        for_needed=None if majority is None else majority.needed(base),
        not_voted=hall.present - tally.cast,
    )
    if needed.is_reached(hall.present) is False:
        return replace(result, outcome=Outcome.NO_QUORUM)
    if majority is None:
        return result
    deciding = _deciding_vote(charter, tally, method, presiding_vote)
    adopted = deciding is Vote.FOR if deciding else majority.holds(tally.in_favour, base)
    return replace(
        result,
        outcome=Outcome.ADOPTED if adopted else Outcome.REJECTED,
        decided_by_casting_vote=deciding is not None,
        readings_differ=_readings_differ(majority, hall, tally, deciding),
    )


def _deciding_vote(charter: Charter, tally: Tally, method: Method, presiding_vote: Vote | None) -> Vote | None:
    """The presiding person's vote where it decides; an abstention or a secret ballot decides nothing (R-5)."""
    if not tally.is_tie or method is Method.SECRET or not charter.flag("presiding_decides_tie", default=False):
        return None
    return presiding_vote if presiding_vote in (Vote.FOR, Vote.AGAINST) else None


def _readings_differ(majority: Share, hall: Hall, tally: Tally, deciding: Vote | None) -> bool:
    """Whether the majority of those present and that of those voting disagree (R-4)."""
    if tally.in_favour + tally.against == hall.present:
        return False
    of_present = majority.holds(tally.in_favour, hall.present)
    of_voting = deciding is Vote.FOR if deciding else tally.in_favour > tally.against
    return of_present != of_voting


def asks_presiding_vote(charter: Charter, tally: Tally, method: Method) -> bool:
    """Whether the presiding person's own vote must be asked for: a tie in a vote by count (R-5)."""
    return method is Method.BY_COUNT and tally.is_tie and charter.flag("presiding_decides_tie", default=False)


def offers_new_round(result: Result, tally: Tally) -> bool:
    """After a tie that nothing decided, or more for than against without the majority, a new vote is offered (R-5)."""
    return _is_open(result.outcome, tally, decided=result.decided_by_casting_vote)


def _is_open(outcome: Outcome, tally: Tally, *, decided: bool) -> bool:
    if outcome is not Outcome.REJECTED:
        return False
    return (tally.is_tie and not decided) or tally.in_favour > tally.against


def recorded_tally(one: VoteRound) -> Tally:
    return Tally(one.count_for, one.count_against, one.count_abstained, one.count_invalid)


def is_undecided(one: VoteRound) -> bool:
    """Whether after a recorded round a new one is offered (R-5)."""
    return _is_open(one.outcome, recorded_tally(one), decided=one.decided_by_casting_vote)


def check_tally(hall: Hall, tally: Tally, method: Method) -> None:
    """Refused where the numbers cannot be: negative ones, or more votes than voters (CN-5.7.5)."""
    counts = {
        "count_for": tally.in_favour,
        "count_against": tally.against,
        "count_abstained": tally.abstained,
        "count_invalid": tally.invalid,
    }
    for name, count in counts.items():
        if count < 0:
            raise Refused(Message("A number of votes cannot be below zero."), field=name)
    if tally.invalid and method is not Method.SECRET:
        raise Refused(Message("Only a secret vote has invalid ballots."), field="count_invalid")
    if tally.cast > hall.voters:
        raise Refused(
            Message(
                "{cast} votes are too many: {voters} members can vote on this matter.",
                cast=tally.cast,
                voters=hall.voters,
            ),
            field="count_for",
            clause="CN-5.7.5",
        )


def check_presiding_vote(charter: Charter, tally: Tally, method: Method, vote: Vote | None, *, was_asked: bool) -> None:
    """Refused where a counted vote is equal and nobody asked the presiding person, or the answer cannot be."""
    if asks_presiding_vote(charter, tally, method) and vote is None and not was_asked:
        raise Refused(
            Message("The votes are equal. How did the presiding person vote?"), field="presiding_vote", clause="CN-7.6"
        )
    given = {Vote.FOR: tally.in_favour, Vote.AGAINST: tally.against, Vote.ABSTAINED: tally.abstained}
    if method is Method.BY_COUNT and vote is not None and given[vote] == 0:
        raise Refused(
            Message("Nobody voted that way, so the presiding person cannot have done so."), field="presiding_vote"
        )


def check_votes_by_name(votes: Collection[str], *, present: Collection[str], recused: Collection[str]) -> None:
    """Refused where somebody votes who is not there, no member on that day, or recused; ids of persons (CN-5.7.6b)."""
    for person in votes:
        if person not in present:
            raise Refused(
                Message("Only a member who is present votes. A vote cannot be handed to another person."),
                field=f"vote:{person}",
                clause="CN-5.7.6b",
            )
        if person in recused:
            raise Refused(Message("This member takes no part in the matter."), field=f"vote:{person}")


def check_candidate(kind: ItemKind, change: Change | None, candidate: str) -> None:
    """Refused where a change of composition or an election is voted without naming one candidate (CN-6.2, CN-6.3)."""
    if kind not in CANDIDATE_BY_CANDIDATE:
        if change is not None:
            raise Refused(
                Message("A candidate is voted on only under a change of the composition or an election."),
                field="change",
            )
        return
    if change is None or not candidate.strip():
        raise Refused(
            Message("Each candidate is voted on separately. Name the one this vote is about."),
            field="candidate_name",
            clause=_CLAUSES.get(change, "CN-6.2") if kind is ItemKind.COMPOSITION else "",
        )
    if (kind is ItemKind.ELECTION) is not (change is Change.ELECT):
        raise Refused(Message("This kind of vote does not belong to this kind of matter."), field="change")


def check_one_name(change: Change | None, candidate: str) -> None:
    """Refused where the words name two people: one combined vote on them cannot be given (CN-6.2, CN-6.3)."""
    listed = [part.split() for part in candidate.split(",")]
    are_names = len(listed) > 1 and all(len(one) > 1 and all(word[0].isupper() for word in one) for one in listed)
    if are_names or _BETWEEN_NAMES.search(candidate):
        raise Refused(
            Message("Enter one name only: each candidate is voted on separately."),
            field="name",
            clause=_CLAUSES.get(change, ""),
        )


def check_voter(voter: RoundMember, method: Method) -> None:
    """Refused where a member of a recorded round has a vote that could not be given (CN-5.7.6b)."""
    if voter.recused and not voter.present:
        raise Refused(Message("Only a member who is present can be recused."), field="recused")
    if voter.vote is None:
        return
    if method is not Method.BY_NAME:
        raise Refused(Message("Only an open vote by name tells who voted how."), field="vote")
    there = [voter.person_id] if voter.present else []
    check_votes_by_name([voter.person_id], present=there, recused=[voter.person_id] if voter.recused else [])


def check_recorded(one: VoteRound, voters: Collection[RoundMember]) -> None:
    """Refused where a recorded round contradicts its members, its own counts or its outcome."""
    present = sum(voter.present for voter in voters)
    if (one.members_in_force, one.present) != (len(voters), present):
        raise Refused(
            Message(
                "{members} members with {present} present are recorded for this vote, its base says otherwise.",
                members=len(voters), present=present,
            ),
            field="present",
        )  # fmt: skip
    hall, tally = Hall(len(voters), present, sum(voter.recused for voter in voters)), recorded_tally(one)
    check_tally(hall, tally, one.method)
    votes = {voter.person_id: voter.vote for voter in voters if voter.vote is not None}
    if one.method is Method.BY_NAME and tally_of(votes) != tally:
        raise Refused(Message("The votes by name add up to something else."), field="count_for")
    if one.count_not_voted != hall.present - tally.cast:
        raise Refused(Message("The counts do not add up to those present."), field="count_not_voted")
    _check_presided(one, voters)
    if one.outcome is not _recorded_outcome(one, tally):
        raise Refused(Message("The outcome does not follow from the counts."), field="outcome")


def _check_presided(one: VoteRound, voters: Collection[RoundMember]) -> None:
    """Refused where the vote of somebody who was not there, or took no part, would have decided (CN-7.6)."""
    presided = next((voter for voter in voters if voter.person_id == one.presiding_id), None)
    if one.decided_by_casting_vote and (presided is None or presided.recused or not presided.present):
        raise Refused(
            Message("Who decided at equal votes was not there for the vote, or took no part in it."),
            field="presiding_id",
            clause="CN-7.6",
        )


def _recorded_outcome(one: VoteRound, tally: Tally) -> Outcome:
    """What follows from the base that was frozen with the round, whatever the charter says today."""
    if Quorum(one.quorum_needed, "").is_reached(one.present) is False:
        return Outcome.NO_QUORUM
    if one.for_needed is None:
        return Outcome.NOT_REGULATED
    if one.decided_by_casting_vote:
        adopted = tally.is_tie and one.presiding_vote is Vote.FOR
    else:
        adopted = tally.in_favour >= one.for_needed
    return Outcome.ADOPTED if adopted else Outcome.REJECTED


@dataclass(frozen=True)
class Standing:
    """One candidate's latest round in an election."""

    candidate: str
    in_favour: int
    outcome: Outcome


def winners(standings: Collection[Standing]) -> tuple[str, ...]:
    """Who won an election: the most votes among the adopted. Several names: equal votes, they are voted again."""
    adopted = [one for one in standings if one.outcome is Outcome.ADOPTED]
    if not adopted:
        return ()
    most = max(one.in_favour for one in adopted)
    return tuple(one.candidate for one in adopted if one.in_favour == most)
