"""What is kept about decisions: text, parts, who carries them out and how far, who was against, which order follows?"""

import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import (
    DECISION_KIND_NAMES,
    DUE_NAMES,
    FOLLOW_UP_NAMES,
    PARTY_NAMES,
    DecisionKind,
    DueKind,
    FollowUpState,
    PartyRole,
)
from ayil_desktop.meetings.records import SEALED, Meeting, TwoSided, WrittenAtLength, in_russian
from ayil_desktop.meetings.vote_records import VoteRound
from ayil_desktop.office.records import Attachment, Person
from ayil_desktop.store.base import FrozenBy, Record


class DissentingOpinion(WrittenAtLength, Record):
    """A member's own opinion against a decision (CN-7.5a); after the sealing more may come, those before are sealed."""

    __tablename__ = "dissenting_opinion"
    at_length = ("text",)
    frozen_by = FrozenBy(column="meeting_id", named_in="content")
    labels = {
        "person_id": Message("Member"),
        "text": Message("Opinion"),
        "text_ru": Message("Opinion in Russian"),
        "received_on": Message("Received on"),
        "decision_id": Message("Decision"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    decision_id: Mapped[str | None] = mapped_column(ForeignKey("decision.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    text_ru: Mapped[str] = in_russian()
    received_on: Mapped[datetime.date]
    attachment_id: Mapped[str | None] = mapped_column(ForeignKey("attachment.id"))
    person: Mapped[Person] = relationship(lazy="raise")
    attachment: Mapped[Attachment | None] = relationship(lazy="raise")
    decision: Mapped["Decision | None"] = relationship(lazy="raise")


class Decision(WrittenAtLength, Record):
    """What was decided on a matter, as adopted; several on one matter are numbered 1.1, 1.2 … (NC-5.5)."""

    __tablename__ = "decision"
    facts = ("due_words",)
    at_length = ("text_ky", "amendments")
    named_by = "text_ky"
    frozen_by = SEALED
    words = {**DECISION_KIND_NAMES, **DUE_NAMES}
    labels = {
        "kind": Message("Kind of decision"),
        "text_ky": Message("Decision in Kyrgyz"),
        "text_ru": Message("Decision in Russian"),
        "amendments": Message("Amendments"),
        "amendments_ru": Message("Amendments in Russian"),
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
    amendments_ru: Mapped[str] = in_russian()
    due_kind: Mapped[DueKind] = mapped_column(default=DueKind.NONE)
    due_on: Mapped[datetime.date | None]
    """The day (DATE), or any day of the month in which the next regular meeting is due (NEXT_MEETING, R-46)."""
    due_words: Mapped[str] = mapped_column(default="")
    """The term as the source wrote it."""
    due_words_ru: Mapped[str] = in_russian()
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


class DecisionPart(WrittenAtLength, Record):
    """A numbered part of a decision with its own term and state (NC-5.7)."""

    __tablename__ = "decision_part"
    at_length = ("text_ky",)
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


class DecisionParty(TwoSided, Record):
    """Who carries a decision out, whom it is addressed to, who controls it: a person, a body or a name as written."""

    __tablename__ = "decision_party"
    facts = ("name",)
    frozen_by = SEALED
    words = PARTY_NAMES
    labels = {"name": Message("Name"), "name_ru": Message("Name in Russian"), "role": Message("Role")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"), index=True)
    part_id: Mapped[str | None] = mapped_column(ForeignKey("decision_part.id"))
    role: Mapped[PartyRole]
    place: Mapped[int] = mapped_column(default=0)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    body_id: Mapped[str | None] = mapped_column(ForeignKey("body.id"))
    name: Mapped[str] = mapped_column(default="")
    """As it is printed; filled from the person or body when one is chosen."""
    name_ru: Mapped[str] = in_russian()
    """Of an office or a body; people have one name."""
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


class CompositionOrder(Record):
    """A voted change of the composition on its way to the head's order (CN-6.5, R-16); `order_id` ends it."""

    __tablename__ = "composition_order"
    labels = {"handed_over_on": Message("Handed over on"), "order_id": Message("Order")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("vote_round.id"), unique=True)
    handed_over_on: Mapped[datetime.date | None]
    order_id: Mapped[str | None] = mapped_column(ForeignKey("order.id"))
    round: Mapped[VoteRound] = relationship(lazy="raise")
