"""What is voted on now, and how do the votes get from the keys into a recorded round?"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import candidates, draft_votes, going_on, member_lines, rounds, vote_actions
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.ballot_box import Asked, BallotBox
from ayil_desktop.meetings.candidates import Listed
from ayil_desktop.meetings.choices import Change, Method, Vote
from ayil_desktop.meetings.draft_votes import Drafts, DraftVote, Key
from ayil_desktop.meetings.going_on import Next
from ayil_desktop.meetings.hall_panel import HallPanel
from ayil_desktop.meetings.member_lines import MemberLine
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import doing
from ayil_desktop.widgets.tab import Desk


class VoteDesk(QObject):
    """Joins the list of the hall with the ballot box. `recorded` gives the id of a new round."""

    recorded = Signal(str)
    shown = Signal()

    def __init__(self, desk: Desk, hall: HallPanel, box: BallotBox, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.hall, self.box = desk, hall, box
        self.drafts = Drafts()
        self._opened: Opened | None = None
        self._item: AgendaItem | None = None
        self._one: Listed | None = None
        self._members: Sequence[MemberLine] = ()
        self._may_change = False
        self._method = Method.BY_NAME
        hall.members.voted.connect(self.vote)
        hall.members.taken_back.connect(self._go_back)
        hall.members.can_take_back = self._can_go_back
        box.changed.connect(self._take)
        box.all_for_asked.connect(self.all_for)
        box.recorded.connect(self.record)
        box.left.connect(self.leave)

    def show_item(
        self,
        opened: Opened,
        item: AgendaItem,
        one: Listed | None,
        members: Sequence[MemberLine],
        *,
        may_change: bool,
    ) -> None:
        """A matter, and where it is voted name by name the name in hand."""
        is_other = (self._item and self._item.id, self._one and self._one.key) != (item.id, one and one.key)
        self._opened, self._item, self._one = opened, item, one
        self._members, self._may_change = members, may_change
        self.drafts.follow({voted.id for matter in opened.meeting.items for voted in matter.rounds})
        self._show(anew=is_other)

    @property
    def is_voting(self) -> bool:
        """Whether votes are being entered for what is in hand."""
        return self._draft() is not None

    @property
    def can_vote(self) -> bool:
        """Whether there is anything to vote on: under a change of composition or an election a name."""
        if self._item is None or not self._may_change:
            return False
        return self._one is not None or self._item.kind not in rounds.CANDIDATE_BY_CANDIDATE

    def begin(self) -> None:
        """One more vote on what is in hand."""
        if self.can_vote and not self.is_voting:
            self.drafts.put(self._key(), DraftVote(method=self._method))
            self._show(anew=True)

    def leave(self) -> None:
        """Forget what is entered."""
        self.drafts.take(self._key())
        self._show(anew=True)

    def all_for(self) -> None:
        """Everybody votes for; exceptions are entered after that."""
        self.begin()
        draft = self._draft()
        if draft is not None:
            self._put(draft_votes.all_for(draft, self._voting(draft)))

    def vote(self, person_id: str, vote: Vote | None) -> None:
        """One member's vote."""
        self.begin()
        draft = self._draft()
        can = any(one.person_id == person_id and one.may_vote for one in self._voting(draft))
        if draft is not None and draft.method is Method.BY_NAME and can:
            self._put(draft_votes.with_vote(draft, person_id, vote))

    def record(self) -> None:
        """Keep the votes as a round; a no stands in the box, and nothing that was entered is lost."""
        draft, item = self._draft(), self._item
        if draft is None or item is None:
            return
        self.box.clear_refusals()
        key = self._key()
        try:
            self.box.check()
            self.drafts.take(key)
            done = self.desk.run(
                partial(
                    vote_actions.record_round,
                    self.desk.store,
                    item_id=item.id,
                    ballot=draft_votes.ballot(draft, self._voting(draft)),
                    subject=self._subject(draft),
                    replaces_id=draft.replaces_id,
                )
            )
        except Refused as refused:
            self._restore(key, draft)
            self.box.show_refusal(refused)
            return
        if done is None:
            self._restore(key, draft)
            return
        if done.made:
            self.drafts.remember(done.made, key, replace(draft, replaces_id=None))
            self.recorded.emit(done.made)

    def correct(self, round_id: str) -> None:
        """The votes of a recorded round, to be changed and recorded in its place."""
        item = self._item
        one = next((voted for voted in item.rounds if voted.id == round_id), None) if item else None
        if one is not None and self._may_change:
            self.drafts.take(self._key())
            self._put(draft_votes.of_round(one, one.voters))
            self.hall.members.setFocus()

    def remove(self, round_id: str) -> None:
        """Take a recorded round away."""
        self.drafts.forget(round_id)
        doing.by_button(self.desk, partial(vote_actions.remove_round, self.desk.store, round_id=round_id))

    def _draft(self) -> DraftVote | None:
        """What is entered; where a vote comes next an empty one is there already."""
        if not self.can_vote or self._item is None or self._opened is None:
            return None
        entered = self.drafts.of(self._key())
        if entered is None and self._comes_next(self._opened, self._item):
            return DraftVote(method=self._method)
        return entered

    def _voting(self, draft: DraftVote | None) -> Sequence[MemberLine]:
        """The members as they stand now; where a vote is corrected as they stood at it."""
        opened, item = self._opened, self._item
        wrong = next((one for one in item.rounds if draft and one.id == draft.replaces_id), None) if item else None
        if opened is None or item is None or wrong is None:
            return self._members
        return member_lines.lines(opened.meeting, opened.day, item, wrong)

    def _comes_next(self, opened: Opened, item: AgendaItem) -> bool:
        if going_on.step(opened.meeting, item) is not Next.VOTE:
            return False
        return self._one is None or self._one.last is None

    def _key(self) -> Key:
        return (self._item.id if self._item else "", self._one.key if self._one else None)

    def _put(self, draft: DraftVote, *, anew: bool = True) -> None:
        self.drafts.put(self._key(), draft)
        self._method = draft.method
        self._show(anew=anew)

    def _take(self, draft: DraftVote) -> None:
        """What the fields of the box say now; they are not written over while somebody types in them."""
        self._put(draft, anew=False)

    def _restore(self, key: Key, draft: DraftVote) -> None:
        self.drafts.put(key, draft)
        self._show(anew=False)

    def _can_go_back(self) -> bool:
        return self.drafts.can_go_back(self._key())

    def _go_back(self) -> None:
        self.drafts.go_back(self._key())
        self._show(anew=True)

    def _subject(self, draft: DraftVote) -> Subject:
        one = self._one
        if one is None:
            return Subject(label=draft.label)
        return Subject(change=one.change, candidate_id=one.person_id, candidate_name=one.name, candidate_role=one.role)

    def _show(self, *, anew: bool) -> None:
        opened, item, draft = self._opened, self._item, self._draft()
        if opened is None or item is None:
            return
        asks = draft is not None and draft.method is Method.BY_NAME
        members = self._voting(draft)
        self.hall.show_members(members, draft.votes if draft else {}, asks_votes=asks, may_change=self._may_change)
        self.box.setVisible(draft is not None)
        if draft is not None:
            found = draft_votes.foreseen(opened.day.charter, item.kind, draft, members, opened.meeting.presiding_id)
            asked = Asked(
                title=self._title(item, draft),
                draft=draft,
                found=found,
                charter=opened.day.charter,
                rules_from=opened.day.rules_from,
                takes_label=self._one is None and self._has_several(item, draft),
                may_leave=not self._comes_next(opened, item) or draft.replaces_id is not None,
            )
            self.box.show_vote(asked, anew=anew)
        self.shown.emit()

    def _has_several(self, item: AgendaItem, draft: DraftVote) -> bool:
        """Whether it has to be told which of several votes on the matter this one is."""
        others = [one for one in item.rounds if one.id != draft.replaces_id]
        return bool(others) or bool(draft.label)

    def _title(self, item: AgendaItem, draft: DraftVote) -> Message:
        """What is voted on."""
        one = self._one
        if draft.replaces_id is not None:
            return Message("Correction")
        if one is None:
            return Message("Vote on matter {number}", number=item.place)
        if one.change is Change.EXCLUDE:
            return Message("Vote: exclude {name}", name=one.name)
        if one.change is Change.INCLUDE:
            return Message("Vote: include {name}", name=one.name)
        return Message("Vote: elect {name}", name=one.name)


def in_hand(item: AgendaItem, key: tuple[str, str] | None) -> Listed | None:
    """The name that is voted on: the chosen one, else who comes next, else the last."""
    names = candidates.listed(item)
    chosen = next((one for one in names if one.key == key), None)
    return chosen or candidates.next_up(item) or (names[-1] if names else None)
