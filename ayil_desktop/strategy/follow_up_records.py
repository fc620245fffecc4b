"""What is kept of how a strategy is followed: reviews, proofs, measured values, monitoring and risks?"""

import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Attachment
from ayil_desktop.store.base import Record
from ayil_desktop.strategy.records import Activity, Strategy


class Progress(StrEnum):
    """What a review says of an activity; no entry at all is not a state of its own."""

    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_DONE = "not_done"
    CANCELLED = "cancelled"


class Level(StrEnum):
    """The three levels of monitoring of ST-7.0."""

    COMMISSION = "commission"
    CUSTOMER = "customer"
    BENEFICIARIES = "beneficiaries"


class IndicatorValue(Record):
    """What an indicator measured on a day; open after approval."""

    __tablename__ = "indicator_value"
    labels = {"on": Message("Date"), "value": Message("Value"), "note": Message("Note")}

    indicator_id: Mapped[str] = mapped_column(ForeignKey("indicator.id"), index=True)
    on: Mapped[datetime.date]
    value: Mapped[float]
    note: Mapped[str] = mapped_column(Text, default="")


class Occurrence(Record):
    """One time that a regular activity was due and ticked off."""

    __tablename__ = "occurrence"
    __table_args__ = (UniqueConstraint("activity_id", "on"),)
    labels = {"on": Message("Date"), "is_done": Message("Done")}

    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), index=True)
    on: Mapped[datetime.date]
    is_done: Mapped[bool] = mapped_column(default=True)


class Proof(Record):
    """A document or photo that shows that an activity was done; open after approval."""

    __tablename__ = "proof"
    labels = {"on": Message("Date"), "text": Message("Proof"), "attachment_id": Message("File")}

    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), index=True)
    on: Mapped[datetime.date]
    text: Mapped[str] = mapped_column(Text, default="")
    attachment_id: Mapped[str | None] = mapped_column(ForeignKey("attachment.id"))
    attachment: Mapped[Attachment | None] = relationship(lazy="raise")


class Review(Record):
    """One quarterly look at the whole plan."""

    __tablename__ = "review"
    labels = {"on": Message("Date of the review"), "note": Message("Note")}

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    on: Mapped[datetime.date]
    note: Mapped[str] = mapped_column(Text, default="")
    strategy: Mapped[Strategy] = relationship(back_populates="reviews", lazy="raise")
    entries: Mapped[list["ReviewEntry"]] = relationship(back_populates="review", lazy="raise", passive_deletes="all")


class ReviewEntry(Record):
    """What a review says of one activity."""

    __tablename__ = "review_entry"
    __table_args__ = (UniqueConstraint("review_id", "activity_id"),)
    labels = {"progress": Message("State"), "remark": Message("Remark"), "done_on": Message("Done on")}

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), index=True)
    progress: Mapped[Progress]
    done_on: Mapped[datetime.date | None]
    remark: Mapped[str] = mapped_column(Text, default="")
    review: Mapped[Review] = relationship(back_populates="entries", lazy="raise")
    activity: Mapped[Activity] = relationship(back_populates="entries", lazy="raise")


class MonitoringRecord(Record):
    """A look at the strategy or one of its services at one of three levels (ST-7.0)."""

    __tablename__ = "monitoring_record"
    labels = {"level": Message("Level"), "on": Message("Date"), "text": Message("Text"), "basis": Message("Basis")}

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    service_id: Mapped[str | None] = mapped_column(ForeignKey("service.id"))
    level: Mapped[Level]
    on: Mapped[datetime.date]
    text: Mapped[str] = mapped_column(Text, default="")
    basis: Mapped[str] = mapped_column(default="")


class Risk(Record):
    """What may hinder the strategy and what is done against it (ST-8.M3)."""

    __tablename__ = "risk"
    labels = {"text": Message("Risk"), "measure": Message("Measure"), "on": Message("Date")}

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    on: Mapped[datetime.date]
    text: Mapped[str] = mapped_column(Text)
    measure: Mapped[str] = mapped_column(Text, default="")
