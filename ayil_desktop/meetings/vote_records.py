"""What is kept about a vote: who was in the hall, who took no part, how each round ended and why?"""

import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import (
    METHOD_NAMES,
    OUTCOME_NAMES,
    PRESENCE_NAMES,
    VOTE_NAMES,
    Change,
    Method,
    Outcome,
    Presence,
    Vote,
)
from ayil_desktop.meetings.records import SEALED, Meeting, TwoSided, in_russian
from ayil_desktop.office.records import Person
from ayil_desktop.store.base import Record


class Attendance(TwoSided, Record):
    """How one member stood at the opening (CN-5.7.6a)."""

    __tablename__ = "attendance"
    facts = ("reason",)
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)
    frozen_by = SEALED
    words = PRESENCE_NAMES
    labels = {
        "presence": Message("Attendance"),
        "reason": Message("Reason of absence"),
        "reason_ru": Message("Reason of absence in Russian"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    presence: Mapped[Presence]
    reason: Mapped[str] = mapped_column(Text, default="")
    reason_ru: Mapped[str] = in_russian()
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


class Recusal(TwoSided, Record):
    """A member takes no part in one matter; stays in the base where the charter says so (R-48)."""

    __tablename__ = "recusal"
    facts = ("reason",)
    __table_args__ = (UniqueConstraint("item_id", "person_id"),)
    frozen_by = SEALED
    labels = {
        "person_id": Message("Member"),
        "reason": Message("Reason"),
        "reason_ru": Message("Reason in Russian"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    reason_ru: Mapped[str] = in_russian()
    person: Mapped[Person] = relationship(lazy="raise")


class VoteRound(TwoSided, Record):
    """One vote with the base frozen as it was: members in force, present, needed, outcome and why.

    Counts are persons. `presiding_vote` is the presiding person's own vote where it is known (by name it is among
    `voters`; by count it is asked for at a tie). None in a count: not recorded.
    """

    __tablename__ = "vote_round"
    facts = ("label",)
    named_by = "candidate_name"
    frozen_by = SEALED
    words = {**METHOD_NAMES, **VOTE_NAMES, **OUTCOME_NAMES}
    labels = {
        "label": Message("Vote on"),
        "label_ru": Message("Vote on, in Russian"),
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
    label_ru: Mapped[str] = in_russian()
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
