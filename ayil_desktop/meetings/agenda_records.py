"""What is kept about an agenda: matters, candidates, papers, proposals, what was said or written on a matter?"""

import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.choices import CHANGE_NAMES, ITEM_KIND_NAMES, ITEM_STATE_NAMES, Change, ItemKind, ItemState
from ayil_desktop.meetings.records import SEALED, Meeting, TwoSided, WrittenAtLength, in_russian
from ayil_desktop.office.records import Attachment, Person, Sex
from ayil_desktop.store.base import LATER, PRIVATE, Record

if TYPE_CHECKING:
    from ayil_desktop.meetings.decision_records import Decision
    from ayil_desktop.meetings.vote_records import Recusal, VoteRound


class AgendaItem(WrittenAtLength, Record):
    """A matter on an agenda; its number is its place (1, 2, 3 …), so doubled numbers cannot occur (NC-4.2)."""

    __tablename__ = "agenda_item"
    facts = ("speaker", "state_reason")
    at_length = ("text_ky", "draft_ky")
    named_by = "text_ky"
    frozen_by = SEALED
    words = {**ITEM_KIND_NAMES, **ITEM_STATE_NAMES}
    labels = {
        "place": Message("Number"),
        "kind": Message("Kind of matter"),
        "text_ky": Message("Matter in Kyrgyz"),
        "text_ru": Message("Matter in Russian"),
        "speaker": Message("Speaker"),
        "speaker_ru": Message("Speaker in Russian"),
        "preparer_id": Message("Prepared by"),
        "draft_ky": Message("Draft decision in Kyrgyz"),
        "draft_ru": Message("Draft decision in Russian"),
        "is_late": Message("Added after the notice"),
        "state": Message("State"),
        "state_reason": Message("Reason"),
        "state_reason_ru": Message("Reason in Russian"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    place: Mapped[int]
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.DECISION)
    text_ky: Mapped[str] = mapped_column(Text)
    text_ru: Mapped[str] = mapped_column(Text, default="")
    speaker: Mapped[str] = mapped_column(default="")
    speaker_ru: Mapped[str] = in_russian()
    preparer_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    draft_ky: Mapped[str] = mapped_column(Text, default="")
    draft_ru: Mapped[str] = mapped_column(Text, default="")
    is_late: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ItemState] = mapped_column(default=ItemState.OPEN)
    state_reason: Mapped[str] = mapped_column(Text, default="")
    state_reason_ru: Mapped[str] = in_russian()
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


class Candidate(TwoSided, Record):
    """One line of the list that is voted on name by name (CN-6.2, CN-6.3, NC-4.5): a member, a newcomer, a project.

    What is known of a newcomer who is no person on record yet serves the composition check only, but for the post.
    """

    __tablename__ = "candidate"
    facts = ("position",)
    frozen_by = SEALED
    words = CHANGE_NAMES
    labels = {
        "change": Message("What is proposed"),
        "name": Message("Candidate"),
        "position": Message("Position"),
        "position_ru": Message("Position in Russian"),
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
    position: Mapped[str] = mapped_column(Text, default="", server_default="", info=dict(LATER))
    """Who a newcomer is, as the head's order will name the post."""
    position_ru: Mapped[str] = in_russian()
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


class Speech(WrittenAtLength, Record):
    """Who was heard or spoke on a matter (CN-4.1.1); a person on record or a name as given."""

    __tablename__ = "speech"
    facts = ("position",)
    at_length = ("text",)
    frozen_by = SEALED
    labels = {
        "name": Message("Name"),
        "position": Message("Position"),
        "position_ru": Message("Position in Russian"),
        "text": Message("Said"),
        "text_ru": Message("Said, in Russian"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    is_report: Mapped[bool] = mapped_column(default=False)
    """True: heard (Угулду); False: spoke in the discussion (Чыгып сүйлөдү)."""
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(default="")
    position: Mapped[str] = mapped_column(default="")
    position_ru: Mapped[str] = in_russian()
    text: Mapped[str] = mapped_column(Text, default="")
    text_ru: Mapped[str] = in_russian()
    person: Mapped[Person | None] = relationship(lazy="raise")


class WrittenOpinion(WrittenAtLength, Record):
    """An absent member's opinion on a matter: read out and attached, neither presence nor vote (CN-5.7.7)."""

    __tablename__ = "written_opinion"
    at_length = ("text",)
    __table_args__ = (UniqueConstraint("item_id", "person_id"),)
    frozen_by = SEALED
    labels = {
        "person_id": Message("Member"),
        "text": Message("Opinion"),
        "text_ru": Message("Opinion in Russian"),
        "received_on": Message("Received on"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    text_ru: Mapped[str] = in_russian()
    received_on: Mapped[datetime.date | None]
    attachment_id: Mapped[str | None] = mapped_column(ForeignKey("attachment.id"))
    person: Mapped[Person] = relationship(lazy="raise")
    attachment: Mapped[Attachment | None] = relationship(lazy="raise")
