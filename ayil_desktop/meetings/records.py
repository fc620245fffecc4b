"""What is kept about a meeting as a whole: when and where, who was invited, what was sent and posted?"""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import ForeignKey, Text, UniqueConstraint, event, inspect, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from ayil_desktop.commission import records as commission
from ayil_desktop.commission.records import Body
from ayil_desktop.language.message import Message
from ayil_desktop.meetings.choices import DELIVERY_NAMES, KIND_NAMES, STATE_NAMES, DeliveryKind, Kind, State
from ayil_desktop.office import translated
from ayil_desktop.office.records import Person
from ayil_desktop.store.base import LATER, FrozenBy, Json, Record

if TYPE_CHECKING:
    from ayil_desktop.meetings.agenda_records import AgendaItem
    from ayil_desktop.meetings.decision_records import DissentingOpinion
    from ayil_desktop.meetings.minutes_records import CorrectionNote, MeetingScan, MinutesSection, Seal
    from ayil_desktop.meetings.vote_records import Attendance, Movement


SEALED = FrozenBy(column="meeting_id", seals="seal", seals_column="meeting_id")
"""Facts of a meeting: once its minutes are sealed the store refuses to change them."""


def in_russian() -> Mapped[str]:
    """The Russian side of a text that is told in Kyrgyz first; empty: the Kyrgyz words stand on Russian papers too."""
    return mapped_column(Text, default="", server_default="", info=dict(LATER))


class TwoSided:
    """A record with texts in both languages: where the Kyrgyz words change, the Russian ones no longer say them.

    Short facts lose them. What was written at length keeps them, and is marked as older than the Kyrgyz.
    """

    facts: ClassVar[tuple[str, ...]] = ()
    at_length: ClassVar[tuple[str, ...]] = ()


class WrittenAtLength(TwoSided):
    """The same with longer texts."""

    russian_of: Mapped[dict[str, object]] = mapped_column(
        Json, default=dict, server_default="{}", sort_order=1, info=dict(LATER)
    )
    """By the name of a Russian text the Kyrgyz words that it says, where others were written since."""


@event.listens_for(TwoSided, "before_update", propagate=True)
def _note_russian(_mapper: object, _connection: object, row: TwoSided) -> None:
    kept = inspect(row).attrs
    for column in (*row.facts, *row.at_length):
        russian = translated.russian_side(type(row), column)  # type: ignore[arg-type]
        before = kept[column].history.deleted and kept[column].history.deleted[0]
        if kept[russian].history.has_changes():
            translated.written(row, russian)
        elif before and column in row.facts:
            setattr(row, russian, "")
        elif before:
            _note_older(row, column, russian, before)


def _note_older(row: Any, column: str, russian: str, before: str) -> None:
    now, said = getattr(row, column), row.russian_of.get(russian, before)
    if _says_the_same(said, now):
        translated.written(row, russian)
    else:
        translated.note(row, column, before)


def _says_the_same(before: str, now: str) -> bool:
    """Spaces and a full stop at the end make no other text."""
    first, second = ([line.rstrip(" .") for line in text.strip().splitlines()] for text in (before, now))
    return first == second


class Meeting(TwoSided, Record):
    """One meeting of one body. What the source does not tell is None or an empty text."""

    __tablename__ = "meeting"
    facts = ("reason", "late_notice_reason")
    named_by = "date"
    frozen_by = FrozenBy(column="id", seals="seal", seals_column="meeting_id")
    words = {**KIND_NAMES, **STATE_NAMES}
    labels = {
        "date": Message("Date of the meeting"),
        "time": Message("Time"),
        "place": Message("Place"),
        "place_ru": Message("Place in Russian"),
        "kind": Message("Kind of meeting"),
        "reason": Message("Reason"),
        "reason_ru": Message("Reason in Russian"),
        "state": Message("State"),
        "number": Message("Number"),
        "presiding_id": Message("Presiding"),
        "secretary_id": Message("Secretary of the meeting"),
        "chair_instruction_on": Message("Chairman's instruction of"),
        "agenda_approved_on": Message("Agenda approved on"),
        "invited_agreed_on": Message("List of invited persons agreed on"),
        "late_notice_reason": Message("Reason of the late notice"),
        "late_notice_reason_ru": Message("Reason of the late notice in Russian"),
        "started_at": Message("Began at"),
        "ended_at": Message("Ended at"),
        "cancelled_reason": Message("Reason of the cancellation"),
    }

    body_id: Mapped[str] = mapped_column(ForeignKey("body.id"), index=True)
    date: Mapped[datetime.date] = mapped_column(index=True)
    time: Mapped[datetime.time | None]
    place: Mapped[str] = mapped_column(default="")
    place_ru: Mapped[str] = in_russian()
    kind: Mapped[Kind] = mapped_column(default=Kind.REGULAR)
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it is extraordinary (R-11)."""
    reason_ru: Mapped[str] = in_russian()
    refers_to_id: Mapped[str | None] = mapped_column(ForeignKey("meeting.id"))
    """The earlier meeting that the reason speaks of, or the one that failed for lack of a quorum (R-38)."""
    state: Mapped[State] = mapped_column(default=State.PLANNED)
    number: Mapped[int | None]
    """Drawn when the meeting is held; counted per body and calendar year, never computed again. An office may count its
    extraordinary meetings apart."""
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
    late_notice_reason_ru: Mapped[str] = in_russian()
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
    deliveries: Mapped[list["Delivery"]] = relationship(
        lazy="raise", passive_deletes="all", order_by="Delivery.on, Delivery.issue"
    )
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


class Invited(TwoSided, Record):
    """Somebody invited who is no member and has no vote (CN-4.1.3), or a guest who came (CN-7.2)."""

    __tablename__ = "invited"
    facts = ("position",)
    frozen_by = SEALED
    labels = {
        "name": Message("Name"),
        "position": Message("Position"),
        "position_ru": Message("Position in Russian"),
        "group": Message("Group"),
        "proposed_by_id": Message("Proposed by"),
        "came": Message("Came"),
        "is_guest": Message("Guest"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    name: Mapped[str]
    position: Mapped[str] = mapped_column(default="")
    position_ru: Mapped[str] = in_russian()
    group: Mapped[str] = mapped_column(default="")
    """"lsg", "ngo", "business", "activist", "user", "expert" or empty (CN-3.1.6)."""
    proposed_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    came: Mapped[bool | None]
    is_guest: Mapped[bool] = mapped_column(default=False)
    place: Mapped[int] = mapped_column(default=0)
    proposed_by: Mapped[Person | None] = relationship(lazy="raise")


class Delivery(TwoSided, Record):
    """One member was sent one thing on one day; stays writable after sealing.

    A notice keeps the day, the time and the place that it told. Where they change, a new notice is sent (R-38), and the
    earlier ones stay. Of what was sent before the program kept them `told_date` is None: not recorded.
    """

    __tablename__ = "delivery"
    facts = ("how",)
    __table_args__ = (UniqueConstraint("meeting_id", "person_id", "kind", "issue"),)
    words = DELIVERY_NAMES
    labels = {
        "kind": Message("What was sent"),
        "on": Message("Date"),
        "how": Message("How"),
        "how_ru": Message("How, in Russian"),
        "received_on": Message("Received on"),
        "told_date": Message("Told: day"),
        "told_time": Message("Told: time"),
        "told_place": Message("Told: place"),
        "told_place_ru": Message("Told: place in Russian"),
    }

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[DeliveryKind]
    on: Mapped[datetime.date]
    how: Mapped[str] = mapped_column(default="")
    how_ru: Mapped[str] = in_russian()
    received_on: Mapped[datetime.date | None] = mapped_column(info=dict(LATER))
    """When the member had it in hand; None: not recorded."""
    issue: Mapped[int] = mapped_column(default=1, server_default="1", info=dict(LATER))
    """1 for the first notice, 2 for the one after it …"""
    told_date: Mapped[datetime.date | None] = mapped_column(info=dict(LATER))
    told_time: Mapped[datetime.time | None] = mapped_column(info=dict(LATER))
    told_place: Mapped[str] = mapped_column(default="", server_default="", info=dict(LATER))
    told_place_ru: Mapped[str] = in_russian()
    person: Mapped[Person] = relationship(lazy="raise")


class Posting(Record):
    """Where and when information about a meeting was put up (CN-3.1.8); stays writable after sealing."""

    __tablename__ = "posting"
    labels = {"on": Message("Date"), "where": Message("Place"), "what": Message("What was posted")}

    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id"), index=True)
    on: Mapped[datetime.date]
    where: Mapped[str]
    what: Mapped[str] = mapped_column(default="")


def _days_after(session: Session, body_id: str, day: datetime.date) -> Sequence[datetime.date]:
    query = select(Meeting.date).where(Meeting.body_id == body_id, Meeting.date > day)
    return session.scalars(query.where(Meeting.state != State.CANCELLED)).all()


commission.SITS_AFTER.append(_days_after)
