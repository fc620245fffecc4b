"""What is kept of a strategy's approvals: what was approved, by whom it was amended, and what it was amended from?"""

import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.records import in_russian
from ayil_desktop.office.records import Order
from ayil_desktop.store.base import Json, Record


class Amendment(Record):
    """A change of an approved plan; it counts only once a meeting or resolution has decided it."""

    __tablename__ = "amendment"
    labels = {
        "reason": Message("Reason"),
        "reason_ru": Message("Reason in Russian"),
        "opened_on": Message("Opened on"),
        "decided_on": Message("Decided on"),
        "order_id": Message("Resolution"),
        "meeting_id": Message("Meeting"),
        "withdrawn": Message("Withdrawn"),
    }

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    reason: Mapped[str] = mapped_column(Text)
    reason_ru: Mapped[str] = in_russian()
    opened_on: Mapped[datetime.date]
    decided_on: Mapped[datetime.date | None]
    order_id: Mapped[str | None] = mapped_column(ForeignKey("order.id"))
    meeting_id: Mapped[str | None] = mapped_column(ForeignKey("meeting.id"))
    withdrawn: Mapped[bool] = mapped_column(default=False)
    standard_ids: Mapped[list[str]] = mapped_column(Json, default=list)
    """The versions of standards that were written in it."""
    order: Mapped[Order | None] = relationship(lazy="raise")


class AmendmentImage(Record):
    """Rows of the plan as they were when an open amendment began (number 0), and as each was that was removed in it."""

    __tablename__ = "amendment_image"
    __table_args__ = (UniqueConstraint("amendment_id", "number"),)

    amendment_id: Mapped[str] = mapped_column(ForeignKey("amendment.id"), index=True)
    number: Mapped[int]
    rows: Mapped[dict[str, list[dict[str, object]]]] = mapped_column(Json)


class Baseline(Record):
    """The strategy as approved on a day: texts, dates and persons as they were; no action changes one."""

    __tablename__ = "baseline"
    __table_args__ = (UniqueConstraint("strategy_id", "number"),)
    labels = {"on": Message("Approved on"), "number": Message("Number")}

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    number: Mapped[int]
    on: Mapped[datetime.date]
    order_id: Mapped[str | None] = mapped_column(ForeignKey("order.id"))
    amendment_id: Mapped[str | None] = mapped_column(ForeignKey("amendment.id"))
    content: Mapped[dict[str, object]] = mapped_column(Json)
