"""Which votes has the secretary entered for a round that is not recorded yet, and what would come of them?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ayil_desktop.meetings import member_lines, rounds
from ayil_desktop.meetings.choices import ItemKind, Method, Vote
from ayil_desktop.meetings.member_lines import MemberLine
from ayil_desktop.meetings.rounds import Hall, Result, Tally
from ayil_desktop.meetings.vote_actions import Ballot
from ayil_desktop.meetings.vote_records import RoundMember, VoteRound
from ayil_desktop.office.charters import Charter


@dataclass(frozen=True)
class DraftVote:
    """Votes as far as they are entered. `counts` are used where votes are counted, `votes` where they are by name.

    `replaces_id` names the recorded round that this one corrects.
    """

    method: Method = Method.BY_NAME
    votes: Mapping[str, Vote] = field(default_factory=dict)
    counts: Tally = field(default_factory=lambda: Tally(0, 0, 0))
    label: str = ""
    presiding_vote: Vote | None = None
    presiding_was_asked: bool = False
    replaces_id: str | None = None


def with_vote(draft: DraftVote, person_id: str, vote: Vote | None) -> DraftVote:
    """One vote by name; a second one of the same member takes the place of the first (CN-5.7.5), None takes it back."""
    votes = {person: given for person, given in draft.votes.items() if person != person_id}
    if vote is not None:
        votes[person_id] = vote
    return replace(draft, votes=votes)


def all_for(draft: DraftVote, members: Sequence[MemberLine]) -> DraftVote:
    """Everybody who can vote is for it; counted, whoever is not counted against, abstaining or invalid."""
    ids = member_lines.voters(members)
    if draft.method is Method.BY_NAME:
        return replace(draft, votes=dict.fromkeys(ids, Vote.FOR))
    others = draft.counts.cast - draft.counts.in_favour
    return replace(draft, counts=replace(draft.counts, in_favour=max(len(ids) - others, 0)))


def cleared(draft: DraftVote) -> DraftVote:
    """The same round without any votes."""
    return replace(draft, votes={}, counts=Tally(0, 0, 0), presiding_vote=None, presiding_was_asked=False)


def of_round(recorded: VoteRound, voters: Sequence[RoundMember]) -> DraftVote:
    """A recorded round as it was entered, to be corrected."""
    return DraftVote(
        method=recorded.method,
        votes={voter.person_id: voter.vote for voter in voters if voter.vote is not None},
        counts=Tally(recorded.count_for, recorded.count_against, recorded.count_abstained, recorded.count_invalid),
        label=recorded.label,
        presiding_vote=recorded.presiding_vote,
        presiding_was_asked=recorded.method is Method.BY_COUNT,
        replaces_id=recorded.id,
    )


@dataclass(frozen=True)
class Foreseen:
    """What would come of the votes if they were recorded now."""

    hall: Hall
    tally: Tally
    result: Result
    asks_presiding: bool
    """Equal votes by count: the presiding person's own vote has to be told (CN-7.6)."""
    presiding_vote: Vote | None


def foreseen(
    charter: Charter, kind: ItemKind, draft: DraftVote, members: Sequence[MemberLine], presiding_id: str | None
) -> Foreseen:
    """The outcome by the charter; votes of members who have left meanwhile do not count."""
    found = member_lines.hall(members)
    tally = counted(draft, members)
    vote = _presiding_vote(draft, members, presiding_id)
    return Foreseen(
        hall=found,
        tally=tally,
        result=rounds.judge(charter, kind=kind, hall=found, tally=tally, method=draft.method, presiding_vote=vote),
        asks_presiding=rounds.asks_presiding_vote(charter, tally, draft.method),
        presiding_vote=vote,
    )


def counted(draft: DraftVote, members: Sequence[MemberLine]) -> Tally:
    """The votes in numbers."""
    if draft.method is not Method.BY_NAME:
        return draft.counts if draft.method is Method.SECRET else replace(draft.counts, invalid=0)
    return rounds.tally_of(_valid(draft, members))


def ballot(draft: DraftVote, members: Sequence[MemberLine]) -> Ballot:
    """What is given to `vote_actions.record_round`."""
    if draft.method is Method.BY_NAME:
        return Ballot(method=draft.method, votes=_valid(draft, members))
    tally = counted(draft, members)
    is_told = draft.method is Method.BY_COUNT and tally.is_tie
    return Ballot(
        method=draft.method,
        tally=tally,
        presiding_vote=draft.presiding_vote if is_told else None,
        presiding_was_asked=is_told and draft.presiding_was_asked,
    )


def _valid(draft: DraftVote, members: Sequence[MemberLine]) -> dict[str, Vote]:
    can = set(member_lines.voters(members))
    return {person: vote for person, vote in draft.votes.items() if person in can}


def _presiding_vote(draft: DraftVote, members: Sequence[MemberLine], presiding_id: str | None) -> Vote | None:
    if draft.method is Method.SECRET:
        return None
    if draft.method is Method.BY_NAME:
        return _valid(draft, members).get(presiding_id or "")
    return draft.presiding_vote


Key = tuple[str, tuple[str, str] | None]
"""What is voted on: the id of a matter, and where it is voted name by name which name."""


class Drafts:
    """The votes that are entered and not recorded, for every matter; and what was recorded, in case it is undone."""

    def __init__(self) -> None:
        self._drafts: dict[Key, DraftVote] = {}
        self._before: dict[Key, list[DraftVote]] = {}
        self._recorded: dict[str, tuple[Key, DraftVote]] = {}

    def of(self, key: Key) -> DraftVote | None:
        """What is entered for it; None where no vote is being taken."""
        return self._drafts.get(key)

    def put(self, key: Key, draft: DraftVote) -> None:
        """Enter something; what was there before can be brought back."""
        before = self._drafts.get(key)
        if before is not None and before != draft:
            self._before.setdefault(key, []).append(before)
        self._drafts[key] = draft

    def can_go_back(self, key: Key) -> bool:
        """Whether something entered can be taken back."""
        return bool(self._before.get(key))

    def go_back(self, key: Key) -> None:
        """As it was before the last thing entered."""
        if self.can_go_back(key):
            self._drafts[key] = self._before[key].pop()

    def take(self, key: Key) -> DraftVote | None:
        """What is entered, which is then forgotten: it is about to be recorded."""
        self._before.pop(key, None)
        return self._drafts.pop(key, None)

    def remember(self, round_id: str, key: Key, draft: DraftVote) -> None:
        """This was recorded as that round."""
        self._recorded[round_id] = (key, draft)

    def forget(self, round_id: str) -> None:
        """The round is taken away on purpose; its votes are not wanted back."""
        self._recorded.pop(round_id, None)

    def follow(self, rounds: Collection[str]) -> None:
        """After an undo the votes of a round that is gone stand as entered again; after a redo they do not."""
        for round_id, (key, draft) in self._recorded.items():
            if round_id not in rounds and key not in self._drafts:
                self._drafts[key] = draft
            elif round_id in rounds and self._drafts.get(key) is draft:
                self.take(key)
