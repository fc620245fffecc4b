"""Records of a made-up office for the tests of the store; their metadata is their own."""

import datetime
import enum

from sqlalchemy import ForeignKey, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from ayil_desktop.language.message import Message
from ayil_desktop.store.base import BLOB, NAMING, PRIVATE, FrozenBy, Json, Kept

RECORDS = MetaData(naming_convention=NAMING)


class Base(Kept, DeclarativeBase):
    metadata = RECORDS


class Choice(enum.StrEnum):
    FOR = "for"
    AGAINST = "against"


class Member(Base):
    __module__ = "tests.commission.records"
    labels = {
        "name": Message("Name"),
        "phone": Message("Telephone"),
        "joined": Message("From"),
        "share": Message("Share"),
        "is_present": Message("Present"),
        "marks": Message("Marks"),
        "minority": Message("Minority"),
        "folded": Message("Folded"),
    }

    name: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    joined: Mapped[datetime.date | None]
    share: Mapped[float | None]
    is_present: Mapped[bool] = mapped_column(default=False)
    marks: Mapped[object | None] = mapped_column(Json)
    minority: Mapped[bool | None] = mapped_column(info=PRIVATE)
    folded: Mapped[str] = mapped_column(default="", info={"technical": True})


class Meeting(Base):
    __module__ = "tests.meetings.records"
    labels = {"number": Message("Number"), "head_id": Message("Presiding")}
    frozen_by = FrozenBy(column="id", seals="seal", seals_column="meeting_id")

    number: Mapped[int]
    head_id: Mapped[str | None] = mapped_column(ForeignKey("member.id"))
    items: Mapped[list["Item"]] = relationship(
        back_populates="meeting", lazy="raise", cascade="all, delete-orphan", passive_deletes=True
    )


class Item(Base):
    __module__ = "tests.meetings.records"
    __table_args__ = (UniqueConstraint("meeting_id", "position"),)
    labels = {"title": Message("Title"), "position": Message("Position"), "scan": Message("Scan")}
    frozen_by = FrozenBy(column="meeting_id", seals="seal", seals_column="meeting_id")

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    scan: Mapped[str | None] = mapped_column(info=BLOB)
    meeting: Mapped[Meeting] = relationship(back_populates="items", lazy="raise")


class Vote(Base):
    __module__ = "tests.meetings.records"
    labels = {"choice": Message("Vote"), "member_id": Message("Member")}
    words = {Choice.FOR: Message("For"), Choice.AGAINST: Message("Against")}
    frozen_by = FrozenBy(column="meeting_id", seals="seal", seals_column="meeting_id")

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("item.id"), index=True)
    member_id: Mapped[str | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    choice: Mapped[Choice]


class Seal(Base):
    __module__ = "tests.meetings.records"
    append_only = True

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), unique=True)


class Order(Base):
    """A table whose name is a word of SQL."""

    __module__ = "tests.office.records"
    labels = {"group": Message("Group")}
    named_by = "group"

    group: Mapped[str] = mapped_column(default="")
