"""What is kept about minutes: sections corrected by hand, scans, the seal, later corrections?"""

import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.records import SEALED, Meeting
from ayil_desktop.office.records import Attachment
from ayil_desktop.store.base import Record


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
