"""What is kept about meetings: notice, agenda, attendance, vote rounds, decisions, minutes and their seal?"""

import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ayil_desktop.commission.records import Body
from ayil_desktop.language.message import InContext, Message
from ayil_desktop.office.records import Attachment, Person, Sex
from ayil_desktop.store.base import PRIVATE, FrozenBy, Record

SEALED = FrozenBy(column="meeting_id", seals="seal", seals_column="meeting_id")
"""Facts of a meeting: once its minutes are sealed the store refuses to change them."""


class Kind(StrEnum):
    """кезектеги or кезексиз (CN-3.1.3)."""

    REGULAR = "regular"
    EXTRAORDINARY = "extraordinary"


class State(StrEnum):
    """Where a meeting stands; SIGNED means sealed."""

    PLANNED = "planned"
    NOTIFIED = "notified"
    IN_SESSION = "in_session"
    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"
    MINUTES_DRAFTED = "minutes_drafted"
    SIGNED = "signed"


HELD_STATES = (State.HELD, State.MINUTES_DRAFTED, State.SIGNED)


class ItemKind(StrEnum):
    """What a matter asks of the meeting; COMPOSITION and ELECTION are voted candidate by candidate."""

    INFORMATION = "information"
    DECISION = "decision"
    COMPOSITION = "composition"
    ELECTION = "election"


class ItemState(StrEnum):
    """What became of a matter."""

    OPEN = "open"
    DECIDED = "decided"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"


class DeliveryKind(StrEnum):
    """What a member was sent: notice (CN-5.6.1), materials (CN-5.6.2), minutes (CN-5.6.5)."""

    NOTICE = "notice"
    MATERIALS = "materials"
    MINUTES = "minutes"


class Presence(StrEnum):
    """How a member stood at the opening."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class Method(StrEnum):
    """How a round was voted."""

    BY_NAME = "by_name"
    BY_COUNT = "by_count"
    SECRET = "secret"


class Vote(StrEnum):
    """макул, каршы, калыс; not voting is no value at all."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"


class Change(StrEnum):
    """What a candidate's round is about (CN-6.2, CN-6.3)."""

    EXCLUDE = "exclude"
    INCLUDE = "include"
    ELECT = "elect"


class Outcome(StrEnum):
    """What the charter makes of a round; NOT_REGULATED where it sets no majority."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NO_QUORUM = "no-quorum"
    NOT_REGULATED = "not-regulated"


class DecisionKind(StrEnum):
    """What a decision does; RECOMMEND goes to another body (CN-4.1.4)."""

    APPROVE = "approve"
    ASSIGN = "assign"
    RECOMMEND = "recommend"
    AMEND = "amend"
    SELECT = "select"
    POSTPONE = "postpone"
    NOTE = "note"
    COMPOSITION = "composition"


class DueKind(StrEnum):
    """By when: no term, a day, or the next regular meeting (R-46)."""

    NONE = "none"
    DATE = "date"
    NEXT_MEETING = "next_meeting"


class PartyRole(StrEnum):
    """What somebody named in a decision has to do with it (CN-R.2)."""

    RESPONSIBLE = "responsible"
    ADDRESSEE = "addressee"
    CONTROLLER = "controller"


class FollowUpState(StrEnum):
    """How far the carrying out of a decision is."""

    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


KIND_NAMES = {Kind.REGULAR: Message("regular"), Kind.EXTRAORDINARY: Message("extraordinary")}

STATE_NAMES = {
    State.PLANNED: Message("Planned"),
    State.NOTIFIED: Message("Notice sent"),
    State.IN_SESSION: Message("In session"),
    State.HELD: Message("Held"),
    State.NOT_HELD: Message("Not held, no quorum"),
    State.CANCELLED: Message("Cancelled"),
    State.MINUTES_DRAFTED: Message("Minutes drafted"),
    State.SIGNED: Message("Signed and sealed"),
}

ITEM_KIND_NAMES = {
    ItemKind.INFORMATION: Message("Information"),
    ItemKind.DECISION: Message("Decision"),
    ItemKind.COMPOSITION: Message("Composition change"),
    ItemKind.ELECTION: Message("Election"),
}

ITEM_STATE_NAMES = {
    ItemState.OPEN: InContext("matter", "Open"),
    ItemState.DECIDED: Message("Decided"),
    ItemState.POSTPONED: Message("Postponed"),
    ItemState.WITHDRAWN: Message("Withdrawn"),
}

DELIVERY_NAMES = {
    DeliveryKind.NOTICE: Message("Notice"),
    DeliveryKind.MATERIALS: Message("Materials"),
    DeliveryKind.MINUTES: Message("Minutes"),
}

PRESENCE_NAMES = {
    Presence.PRESENT: Message("Present"),
    Presence.EXCUSED: Message("Excused"),
    Presence.ABSENT: Message("Absent"),
}

METHOD_NAMES = {
    Method.BY_NAME: Message("Open vote by name"),
    Method.BY_COUNT: Message("Open vote by count"),
    Method.SECRET: Message("Secret vote"),
}

VOTE_NAMES = {
    Vote.FOR: InContext("vote", "For"),
    Vote.AGAINST: InContext("vote", "Against"),
    Vote.ABSTAINED: InContext("vote", "Abstained"),
}

OUTCOME_NAMES = {
    Outcome.ADOPTED: Message("Adopted"),
    Outcome.REJECTED: Message("Not adopted"),
    Outcome.NO_QUORUM: Message("No quorum"),
    Outcome.NOT_REGULATED: Message("Recorded; the charter regulates no majority"),
}

DECISION_KIND_NAMES = {
    DecisionKind.APPROVE: Message("Approve"),
    DecisionKind.ASSIGN: Message("Assign"),
    DecisionKind.RECOMMEND: Message("Recommend"),
    DecisionKind.AMEND: Message("Amend"),
    DecisionKind.SELECT: Message("Select"),
    DecisionKind.POSTPONE: Message("Postpone"),
    DecisionKind.NOTE: Message("Take note"),
    DecisionKind.COMPOSITION: Message("Change the composition"),
}

DUE_NAMES = {
    DueKind.NONE: Message("Without a term"),
    DueKind.DATE: Message("By a date"),
    DueKind.NEXT_MEETING: Message("Before the next regular meeting"),
}

PARTY_NAMES = {
    PartyRole.RESPONSIBLE: Message("Responsible"),
    PartyRole.ADDRESSEE: Message("Addressee"),
    PartyRole.CONTROLLER: Message("Controls the execution"),
}

CHANGE_NAMES = {
    Change.EXCLUDE: Message("To be excluded"),
    Change.INCLUDE: Message("To be included"),
    Change.ELECT: Message("To be elected"),
}

FOLLOW_UP_NAMES = {
    FollowUpState.IN_PROGRESS: Message("In progress"),
    FollowUpState.DONE: Message("Done"),
    FollowUpState.CANCELLED: Message("Cancelled"),
}


class Meeting(Record):
    """One meeting of one body. What the source does not tell is None or an empty text."""

    __tablename__ = "meeting"
    frozen_by = FrozenBy(column="id", seals="seal", seals_column="meeting_id")
    words = {**KIND_NAMES, **STATE_NAMES}
    labels = {
        "date": Message("Date of the meeting"),
        "time": Message("Time"),
        "place": Message("Place"),
        "kind": Message("Kind of meeting"),
        "reason": Message("Reason"),
        "state": Message("State"),
        "number": Message("Number"),
        "presiding_id": Message("Presiding"),
        "secretary_id": Message("Secretary of the meeting"),
        "chair_instruction_on": Message("Chairman's instruction of"),
        "agenda_approved_on": Message("Agenda approved on"),
        "invited_agreed_on": Message("List of invited persons agreed on"),
        "late_notice_reason": Message("Reason of the late notice"),
        "started_at": Message("Began at"),
        "ended_at": Message("Ended at"),
        "cancelled_reason": Message("Reason of the cancellation"),
    }

    body_id: Mapped[str] = mapped_column(ForeignKey("body.id"), index=True)
    date: Mapped[datetime.date] = mapped_column(index=True)
    time: Mapped[datetime.time | None]
    place: Mapped[str] = mapped_column(default="")
    kind: Mapped[Kind] = mapped_column(default=Kind.REGULAR)
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it is extraordinary (R-11)."""
    refers_to_id: Mapped[str | None] = mapped_column(ForeignKey("meeting.id"))
    """The earlier meeting that the reason speaks of, or the one that failed for lack of a quorum (R-38)."""
    state: Mapped[State] = mapped_column(default=State.PLANNED)
    number: Mapped[int | None]
    """Drawn when the meeting is held; counted per body and calendar year, never computed again."""
    presiding_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    secretary_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    """Who keeps the minutes where it is not the body's secretary (R-17)."""
    chair_instruction_on: Mapped[datetime.date | None]
    """The day of the chairman's instruction by which the deputy presides (CN-5.5)."""
    agenda_approved_on: Mapped[datetime.date | None]
    agenda_frozen: Mapped[bool] = mapped_column(default=False)
    """Set by the notice; items that come after it are marked as added late."""
    invited_agreed_on: Mapped[datetime.date | None]
    late_notice_reason: Mapped[str] = mapped_column(Text, default="")
    started_at: Mapped[datetime.time | None]
    ended_at: Mapped[datetime.time | None]
    cancelled_reason: Mapped[str] = mapped_column(Text, default="")
    attendance_recorded: Mapped[bool] = mapped_column(default=False)
    """False for a meeting whose source does not say who came."""

    body: Mapped[Body] = relationship(lazy="raise")
    presiding: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=[presiding_id])
    secretary: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=[secretary_id])
    refers_to: Mapped["Meeting | None"] = relationship(lazy="raise", remote_side="Meeting.id")
    items: Mapped[list["AgendaItem"]] = relationship(
        back_populates="meeting", lazy="raise", order_by="AgendaItem.place", passive_deletes="all"
    )
    attendance: Mapped[list["Attendance"]] = relationship(back_populates="meeting", lazy="raise", passive_deletes="all")
    movements: Mapped[list["Movement"]] = relationship(
        lazy="raise", passive_deletes="all", order_by="Movement.created_at"
    )
    invited: Mapped[list["Invited"]] = relationship(lazy="raise", passive_deletes="all", order_by="Invited.place")
    deliveries: Mapped[list["Delivery"]] = relationship(lazy="raise", passive_deletes="all", order_by="Delivery.on")
    opinions: Mapped[list["DissentingOpinion"]] = relationship(
        lazy="raise", passive_deletes="all", order_by="DissentingOpinion.received_on"
    )
    sections: Mapped[list["MinutesSection"]] = relationship(lazy="raise", passive_deletes="all")
    scans: Mapped[list["MeetingScan"]] = relationship(lazy="raise", passive_deletes="all", order_by="MeetingScan.place")
    notes: Mapped[list["CorrectionNote"]] = relationship(
        lazy="raise", passive_deletes="all", order_by="CorrectionNote.on"
    )
    postings: Mapped[list["Posting"]] = relationship(lazy="raise", passive_deletes="all", order_by="Posting.on")
    seal: Mapped["Seal | None"] = relationship(lazy="raise", passive_deletes="all", back_populates="meeting")


class AgendaItem(Record):
    """A matter on an agenda; its number is its place (1, 2, 3 …), so doubled numbers cannot occur (NC-4.2)."""

    __tablename__ = "agenda_item"
    frozen_by = SEALED
    words = {**ITEM_KIND_NAMES, **ITEM_STATE_NAMES}
    labels = {
        "place": Message("Number"),
        "kind": Message("Kind of matter"),
        "text_ky": Message("Matter in Kyrgyz"),
        "text_ru": Message("Matter in Russian"),
        "speaker": Message("Speaker"),
        "preparer_id": Message("Prepared by"),
        "draft_ky": Message("Draft decision in Kyrgyz"),
        "draft_ru": Message("Draft decision in Russian"),
        "is_late": Message("Added after the notice"),
        "state": Message("State"),
        "state_reason": Message("Reason"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    place: Mapped[int]
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.DECISION)
    text_ky: Mapped[str] = mapped_column(Text)
    text_ru: Mapped[str] = mapped_column(Text, default="")
    speaker: Mapped[str] = mapped_column(default="")
    preparer_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    draft_ky: Mapped[str] = mapped_column(Text, default="")
    draft_ru: Mapped[str] = mapped_column(Text, default="")
    is_late: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ItemState] = mapped_column(default=ItemState.OPEN)
    state_reason: Mapped[str] = mapped_column(Text, default="")
    continues_item_id: Mapped[str | None] = mapped_column(ForeignKey("agenda_item.id"))
    """The postponed matter that this one takes up again."""
    continues_decision_id: Mapped[str | None] = mapped_column(ForeignKey("decision.id", use_alter=True))
    """The undone decision that comes back."""
    source_number: Mapped[str] = mapped_column(default="")
    """The number in the source where it differs (R-33)."""

    meeting: Mapped[Meeting] = relationship(back_populates="items", lazy="raise")
    preparer: Mapped[Person | None] = relationship(lazy="raise")
    rounds: Mapped[list["VoteRound"]] = relationship(
        back_populates="item", lazy="raise", order_by="VoteRound.place", passive_deletes="all"
    )
    decisions: Mapped[list["Decision"]] = relationship(
        back_populates="item",
        lazy="raise",
        order_by="Decision.place",
        passive_deletes="all",
        foreign_keys="Decision.item_id",
    )
    speeches: Mapped[list["Speech"]] = relationship(lazy="raise", order_by="Speech.place", passive_deletes="all")
    recusals: Mapped[list["Recusal"]] = relationship(lazy="raise", passive_deletes="all")
    written_opinions: Mapped[list["WrittenOpinion"]] = relationship(
        lazy="raise", order_by="WrittenOpinion.received_on", passive_deletes="all"
    )
    attachments: Mapped[list["ItemAttachment"]] = relationship(
        lazy="raise", order_by="ItemAttachment.place", passive_deletes="all"
    )
    candidates: Mapped[list["Candidate"]] = relationship(
        lazy="raise", order_by="Candidate.place", passive_deletes="all"
    )


class Candidate(Record):
    """One line of the list that is voted on name by name (CN-6.2, CN-6.3, NC-4.5): a member, a newcomer, a project.

    What is known of a newcomer who is no person on record yet serves the composition check only.
    """

    __tablename__ = "candidate"
    frozen_by = SEALED
    words = CHANGE_NAMES
    labels = {
        "change": Message("What is proposed"),
        "name": Message("Candidate"),
        "role": Message("Role"),
        "sex": Message("Sex"),
        "category": Message("Group"),
        "minority": Message("Ethnic minority"),
        "disability": Message("Person with a disability"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    change: Mapped[Change]
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    """For which role, a value of commission.records.Role; empty: member."""
    sex: Mapped[Sex | None] = mapped_column(info=dict(PRIVATE))
    category: Mapped[str] = mapped_column(default="")
    minority: Mapped[bool | None] = mapped_column(info=dict(PRIVATE))
    disability: Mapped[bool | None] = mapped_column(info=dict(PRIVATE))
    person: Mapped[Person | None] = relationship(lazy="raise")


class ItemAttachment(Record):
    """A paper that belongs to a matter."""

    __tablename__ = "item_attachment"
    frozen_by = SEALED
    labels = {"attachment_id": Message("File")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    attachment_id: Mapped[str] = mapped_column(ForeignKey("attachment.id"))
    place: Mapped[int] = mapped_column(default=0)
    attachment: Mapped[Attachment] = relationship(lazy="raise")


class Proposal(Record):
    """What a member wants on an agenda (CN-5.7.1); `item_id` says where it was taken up."""

    __tablename__ = "proposal"
    labels = {
        "person_id": Message("Proposed by"),
        "on": Message("Date"),
        "text": Message("Proposal"),
        "item_id": Message("Taken up as"),
        "left_out_reason": Message("Reason for leaving it out"),
    }

    body_id: Mapped[str] = mapped_column(ForeignKey("body.id"), index=True)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    on: Mapped[datetime.date]
    text: Mapped[str] = mapped_column(Text)
    item_id: Mapped[str | None] = mapped_column(ForeignKey("agenda_item.id"))
    left_out_reason: Mapped[str] = mapped_column(Text, default="")
    person: Mapped[Person | None] = relationship(lazy="raise")


class Invited(Record):
    """Somebody invited who is no member and has no vote (CN-4.1.3), or a guest who came (CN-7.2)."""

    __tablename__ = "invited"
    frozen_by = SEALED
    labels = {
        "name": Message("Name"),
        "position": Message("Position"),
        "group": Message("Group"),
        "proposed_by_id": Message("Proposed by"),
        "came": Message("Came"),
        "is_guest": Message("Guest"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    name: Mapped[str]
    position: Mapped[str] = mapped_column(default="")
    group: Mapped[str] = mapped_column(default="")
    """"lsg", "ngo", "business", "activist", "user", "expert" or empty (CN-3.1.6)."""
    proposed_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    came: Mapped[bool | None]
    is_guest: Mapped[bool] = mapped_column(default=False)
    place: Mapped[int] = mapped_column(default=0)
    proposed_by: Mapped[Person | None] = relationship(lazy="raise")


class Delivery(Record):
    """One member was sent one thing on one day; stays writable after sealing."""

    __tablename__ = "delivery"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id", "kind"),)
    words = DELIVERY_NAMES
    labels = {"kind": Message("What was sent"), "on": Message("Date"), "how": Message("How")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[DeliveryKind]
    on: Mapped[datetime.date]
    how: Mapped[str] = mapped_column(default="")
    person: Mapped[Person] = relationship(lazy="raise")


class Attendance(Record):
    """How one member stood at the opening (CN-5.7.6a)."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)
    frozen_by = SEALED
    words = PRESENCE_NAMES
    labels = {"presence": Message("Attendance"), "reason": Message("Reason of absence")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    presence: Mapped[Presence]
    reason: Mapped[str] = mapped_column(Text, default="")
    meeting: Mapped[Meeting] = relationship(back_populates="attendance", lazy="raise")
    person: Mapped[Person] = relationship(lazy="raise")


class Movement(Record):
    """A member came or left before a matter was taken up; counts from that matter on (R-40)."""

    __tablename__ = "movement"
    frozen_by = SEALED
    labels = {"arrives": Message("Came"), "at": Message("Time"), "item_id": Message("From matter")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"))
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    arrives: Mapped[bool]
    at: Mapped[datetime.time | None]
    person: Mapped[Person] = relationship(lazy="raise")


class Recusal(Record):
    """A member takes no part in one matter; stays in the base where the charter says so (R-48)."""

    __tablename__ = "recusal"
    __table_args__ = (UniqueConstraint("item_id", "person_id"),)
    frozen_by = SEALED
    labels = {"person_id": Message("Member"), "reason": Message("Reason")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    person: Mapped[Person] = relationship(lazy="raise")


class Speech(Record):
    """Who was heard or spoke on a matter (CN-4.1.1); a person on record or a name as given."""

    __tablename__ = "speech"
    frozen_by = SEALED
    labels = {"name": Message("Name"), "position": Message("Position"), "text": Message("Said")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    is_report: Mapped[bool] = mapped_column(default=False)
    """True: heard (Угулду); False: spoke in the discussion (Чыгып сүйлөдү)."""
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(default="")
    position: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(Text, default="")
    person: Mapped[Person | None] = relationship(lazy="raise")


class VoteRound(Record):
    """One vote with the base frozen as it was: members in force, present, needed, outcome and why.

    Counts are persons. `presiding_vote` is the presiding person's own vote where it is known (by name it is among
    `voters`; by count it is asked for at a tie). None in a count: not recorded.
    """

    __tablename__ = "vote_round"
    frozen_by = SEALED
    words = {**METHOD_NAMES, **VOTE_NAMES, **OUTCOME_NAMES}
    labels = {
        "label": Message("Vote on"),
        "method": Message("Way of voting"),
        "candidate_name": Message("Candidate"),
        "count_for": Message("For"),
        "count_against": Message("Against"),
        "count_abstained": Message("Abstained"),
        "count_not_voted": Message("Not voted"),
        "count_invalid": Message("Invalid"),
        "presiding_id": Message("Presiding"),
        "presiding_vote": Message("Vote of the presiding person"),
        "outcome": Message("Outcome"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    label: Mapped[str] = mapped_column(Text, default="")
    method: Mapped[Method]
    change: Mapped[Change | None]
    candidate_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    candidate_name: Mapped[str] = mapped_column(default="")
    candidate_role: Mapped[str] = mapped_column(default="")
    """The role for which the candidate is proposed, a value of commission.records.Role; empty: member."""
    members_in_force: Mapped[int]
    present: Mapped[int]
    base: Mapped[int]
    """What the majority is counted from: present, or those voting, less recused ones where the charter says so."""
    quorum_needed: Mapped[int | None]
    quorum_clause: Mapped[str] = mapped_column(default="")
    for_needed: Mapped[int | None]
    count_for: Mapped[int] = mapped_column(default=0)
    count_against: Mapped[int] = mapped_column(default=0)
    count_abstained: Mapped[int] = mapped_column(default=0)
    count_not_voted: Mapped[int] = mapped_column(default=0)
    count_invalid: Mapped[int] = mapped_column(default=0)
    presiding_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    presiding_name: Mapped[str] = mapped_column(default="")
    presiding_vote: Mapped[Vote | None]
    outcome: Mapped[Outcome]
    decided_by_casting_vote: Mapped[bool] = mapped_column(default=False)
    readings_differ: Mapped[bool] = mapped_column(default=False)
    """The majority of those voting would have said otherwise (R-4); shown and printed."""

    item: Mapped[AgendaItem] = relationship(back_populates="rounds", lazy="raise")
    candidate: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=[candidate_id])
    presiding: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=[presiding_id])
    voters: Mapped[list["RoundMember"]] = relationship(
        back_populates="round", lazy="raise", order_by="RoundMember.place", passive_deletes="all"
    )


class RoundMember(Record):
    """One entitled member of a round as on that day, with the vote where it was given by name (CN-5.7.5: one)."""

    __tablename__ = "round_member"
    __table_args__ = (UniqueConstraint("round_id", "person_id"),)
    frozen_by = SEALED
    words = VOTE_NAMES
    labels = {"name": Message("Name"), "vote": Message("Vote"), "present": Message("Present")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("vote_round.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    place: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    role: Mapped[str]
    present: Mapped[bool]
    recused: Mapped[bool] = mapped_column(default=False)
    vote: Mapped[Vote | None]
    round: Mapped[VoteRound] = relationship(back_populates="voters", lazy="raise")


class WrittenOpinion(Record):
    """An absent member's opinion on a matter: read out and attached, neither presence nor vote (CN-5.7.7)."""

    __tablename__ = "written_opinion"
    __table_args__ = (UniqueConstraint("item_id", "person_id"),)
    frozen_by = SEALED
    labels = {"person_id": Message("Member"), "text": Message("Opinion"), "received_on": Message("Received on")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    received_on: Mapped[datetime.date | None]
    attachment_id: Mapped[str | None] = mapped_column(ForeignKey("attachment.id"))
    person: Mapped[Person] = relationship(lazy="raise")
    attachment: Mapped[Attachment | None] = relationship(lazy="raise")


class DissentingOpinion(Record):
    """A member's own opinion against a decision (CN-7.5a); may come after sealing, so it is not frozen."""

    __tablename__ = "dissenting_opinion"
    labels = {
        "person_id": Message("Member"),
        "text": Message("Opinion"),
        "received_on": Message("Received on"),
        "decision_id": Message("Decision"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    decision_id: Mapped[str | None] = mapped_column(ForeignKey("decision.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    received_on: Mapped[datetime.date]
    attachment_id: Mapped[str | None] = mapped_column(ForeignKey("attachment.id"))
    person: Mapped[Person] = relationship(lazy="raise")
    attachment: Mapped[Attachment | None] = relationship(lazy="raise")
    decision: Mapped["Decision | None"] = relationship(lazy="raise")


class Decision(Record):
    """What was decided on a matter, as adopted; several on one matter are numbered 1.1, 1.2 … (NC-5.5)."""

    __tablename__ = "decision"
    frozen_by = SEALED
    words = {**DECISION_KIND_NAMES, **DUE_NAMES}
    labels = {
        "kind": Message("Kind of decision"),
        "text_ky": Message("Decision in Kyrgyz"),
        "text_ru": Message("Decision in Russian"),
        "amendments": Message("Amendments"),
        "due_kind": Message("Term"),
        "due_on": Message("Due"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    round_id: Mapped[str | None] = mapped_column(ForeignKey("vote_round.id"))
    place: Mapped[int] = mapped_column(default=0)
    kind: Mapped[DecisionKind] = mapped_column(default=DecisionKind.APPROVE)
    text_ky: Mapped[str] = mapped_column(Text)
    text_ru: Mapped[str] = mapped_column(Text, default="")
    with_amendments: Mapped[bool] = mapped_column(default=False)
    amendments: Mapped[str] = mapped_column(Text, default="")
    due_kind: Mapped[DueKind] = mapped_column(default=DueKind.NONE)
    due_on: Mapped[datetime.date | None]
    """The day (DATE), or any day of the month in which the next regular meeting is due (NEXT_MEETING, R-46)."""
    due_words: Mapped[str] = mapped_column(default="")
    """The term as the source wrote it."""
    source_number: Mapped[str] = mapped_column(default="")

    item: Mapped[AgendaItem | None] = relationship(back_populates="decisions", lazy="raise", foreign_keys=[item_id])
    meeting: Mapped[Meeting] = relationship(lazy="raise")
    round: Mapped[VoteRound | None] = relationship(lazy="raise")
    parts: Mapped[list["DecisionPart"]] = relationship(
        back_populates="decision", lazy="raise", order_by="DecisionPart.place", passive_deletes="all"
    )
    parties: Mapped[list["DecisionParty"]] = relationship(
        lazy="raise", order_by="DecisionParty.place", passive_deletes="all"
    )
    follow_ups: Mapped[list["FollowUp"]] = relationship(lazy="raise", order_by="FollowUp.on", passive_deletes="all")


class DecisionPart(Record):
    """A numbered part of a decision with its own term and state (NC-5.7)."""

    __tablename__ = "decision_part"
    frozen_by = SEALED
    words = DUE_NAMES
    labels = {
        "text_ky": Message("Part in Kyrgyz"),
        "text_ru": Message("Part in Russian"),
        "due_kind": Message("Term"),
        "due_on": Message("Due"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"), index=True)
    place: Mapped[int]
    text_ky: Mapped[str] = mapped_column(Text)
    text_ru: Mapped[str] = mapped_column(Text, default="")
    due_kind: Mapped[DueKind] = mapped_column(default=DueKind.NONE)
    due_on: Mapped[datetime.date | None]
    decision: Mapped[Decision] = relationship(back_populates="parts", lazy="raise")


class DecisionParty(Record):
    """Who carries a decision out, whom it is addressed to, who controls it: a person, a body or a name as written."""

    __tablename__ = "decision_party"
    frozen_by = SEALED
    words = PARTY_NAMES
    labels = {"name": Message("Name"), "role": Message("Role")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"), index=True)
    part_id: Mapped[str | None] = mapped_column(ForeignKey("decision_part.id"))
    role: Mapped[PartyRole]
    place: Mapped[int] = mapped_column(default=0)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    body_id: Mapped[str | None] = mapped_column(ForeignKey("body.id"))
    name: Mapped[str] = mapped_column(default="")
    """As it is printed; filled from the person or body when one is chosen."""
    person: Mapped[Person | None] = relationship(lazy="raise")


class FollowUp(Record):
    """One entry on how a decision (or a part of it) is being carried out; stays writable after sealing."""

    __tablename__ = "follow_up"
    words = FOLLOW_UP_NAMES
    labels = {"state": Message("State"), "on": Message("Date"), "note": Message("Note"), "evidence": Message("Proof")}

    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"), index=True)
    part_id: Mapped[str | None] = mapped_column(ForeignKey("decision_part.id"))
    state: Mapped[FollowUpState]
    on: Mapped[datetime.date]
    note: Mapped[str] = mapped_column(Text, default="")
    evidence: Mapped[str] = mapped_column(default="")
    attachment_id: Mapped[str | None] = mapped_column(ForeignKey("attachment.id"))
    attachment: Mapped[Attachment | None] = relationship(lazy="raise")


class MinutesSection(Record):
    """A section of the minutes that somebody corrected by hand; what nobody touched is written anew each time.

    `based_on` is the program's text at the time of the edit: when it differs from today's, both are shown.
    """

    __tablename__ = "minutes_section"
    __table_args__ = (UniqueConstraint("meeting_id", "language", "key"),)
    frozen_by = SEALED
    labels = {"text": Message("Text of the minutes"), "key": Message("Section")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    language: Mapped[str]
    key: Mapped[str]
    """"head", "attendance", "agenda", "item:<id>", "annexes"."""
    text: Mapped[str] = mapped_column(Text)
    based_on: Mapped[str] = mapped_column(Text)


class MeetingScan(Record):
    """A scan of the signed minutes."""

    __tablename__ = "meeting_scan"
    frozen_by = SEALED
    labels = {"attachment_id": Message("Scan")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    attachment_id: Mapped[str] = mapped_column(ForeignKey("attachment.id"))
    place: Mapped[int] = mapped_column(default=0)
    attachment: Mapped[Attachment] = relationship(lazy="raise")


class Seal(Record):
    """The end of the minutes: what they say, hashed and chained to the body's previous seal. Never changed.

    `content` is the canonical JSON of the meeting's facts and of the Kyrgyz minutes; `content_hash` its SHA-256 in
    hex; `chain_hash` the SHA-256 of the previous seal's chain hash and this content hash.
    """

    __tablename__ = "seal"
    __table_args__ = (UniqueConstraint("meeting_id"), UniqueConstraint("body_id", "link"))
    append_only = True
    labels = {"signed_on": Message("Signed on"), "no_scan_reason": Message("Reason for sealing without a scan")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"))
    body_id: Mapped[str] = mapped_column(ForeignKey("body.id"), index=True)
    link: Mapped[int]
    signed_on: Mapped[datetime.date]
    sealed_at: Mapped[datetime.datetime]
    no_scan_reason: Mapped[str] = mapped_column(Text, default="")
    content: Mapped[str] = mapped_column(Text)
    content_hash: Mapped[str]
    previous_hash: Mapped[str] = mapped_column(default="")
    chain_hash: Mapped[str]
    meeting: Mapped[Meeting] = relationship(back_populates="seal", lazy="raise")


class CorrectionNote(Record):
    """What must be said about sealed minutes: dated, beside them, never in them."""

    __tablename__ = "correction_note"
    labels = {"on": Message("Date"), "text": Message("Correction"), "author": Message("By")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    on: Mapped[datetime.date]
    text: Mapped[str] = mapped_column(Text)
    author: Mapped[str] = mapped_column(default="")


class Posting(Record):
    """Where and when information about a meeting was put up (CN-3.1.8); stays writable after sealing."""

    __tablename__ = "posting"
    labels = {"on": Message("Date"), "where": Message("Place"), "what": Message("What was posted")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    on: Mapped[datetime.date]
    where: Mapped[str]
    what: Mapped[str] = mapped_column(default="")


class CompositionOrder(Record):
    """A voted change of the composition on its way to the head's order (CN-6.5, R-16); `order_id` ends it."""

    __tablename__ = "composition_order"
    labels = {"handed_over_on": Message("Handed over on"), "order_id": Message("Order")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("vote_round.id"), unique=True)
    handed_over_on: Mapped[datetime.date | None]
    order_id: Mapped[str | None] = mapped_column(ForeignKey("order.id"))
    round: Mapped[VoteRound] = relationship(lazy="raise")
