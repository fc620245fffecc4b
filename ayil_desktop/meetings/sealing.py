"""What exactly is sealed with the minutes, and does the chain of seals still hold?"""

import datetime
import enum
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.minutes import Section
from ayil_desktop.meetings.records import AgendaItem, Meeting, Seal
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import TECHNICAL, Record

SHOWN_DIGITS = 16
"""How many hex digits of the seal the printed minutes carry."""


def content(meeting: Meeting, kyrgyz: Sequence[Section]) -> str:
    """The canonical JSON of a meeting's facts and of its Kyrgyz minutes; the same facts always give the same text.

    The Kyrgyz text is sealed, the Russian one is its translation.
    """
    whole = {
        "meeting": _row(meeting),
        "presiding": meeting.presiding.name if meeting.presiding else None,
        "secretary": meeting.secretary.name if meeting.secretary else None,
        "attendance": [{**_row(row), "name": row.person.name} for row in _sorted(meeting.attendance)],
        "movements": [{**_row(row), "name": row.person.name} for row in _sorted(meeting.movements)],
        "invited": [_row(row) for row in _sorted(meeting.invited)],
        "items": [_item(item) for item in meeting.items],
        "opinions": [{**_row(row), "name": row.person.name} for row in _sorted(meeting.opinions)],
        "scans": [row.attachment.sha256 for row in meeting.scans],
        "minutes": [{"key": one.key, "heading": one.heading, "text": one.text} for one in kyrgyz],
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _item(item: AgendaItem) -> dict[str, object]:
    found: dict[str, object] = {"item": _row(item)}
    for name in ("rounds", "decisions", "speeches", "recusals", "written_opinions", "attachments"):
        found[name] = [_row(row) for row in _sorted(getattr(item, name))]
    found["voters"] = [_row(row) for one in item.rounds for row in _sorted(one.voters)]
    found["parts"] = [_row(row) for one in item.decisions for row in _sorted(one.parts)]
    found["parties"] = [_row(row) for one in item.decisions for row in _sorted(one.parties)]
    return found


def _sorted(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: row.id)


def _row(record: Record) -> dict[str, object]:
    """A row's own columns as plain values; the state of a meeting is left out, because sealing changes it."""
    skipped = TECHNICAL - {"id"} | ({"state"} if isinstance(record, Meeting) else set())
    names = [column.key for column in record.__table__.columns if column.key not in skipped]
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: object) -> object:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value


def digest(text: str) -> str:
    """SHA-256 in hex of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def chained(previous: str, content_hash: str) -> str:
    """The hash that stands for this seal and all before it; `previous` is empty for a body's first."""
    return digest(previous + content_hash)


def shown(seal: Seal) -> str:
    """What the printed minutes carry of the seal, in groups of four."""
    head = seal.chain_hash[:SHOWN_DIGITS]
    return " ".join(head[start : start + 4] for start in range(0, SHOWN_DIGITS, 4))


def check_ready(meeting: Meeting, outdated: Sequence[Section], *, no_scan_reason: str) -> None:
    """Refused without a scan and without a reason for that, or while a corrected section contradicts the facts."""
    if not meeting.scans and not no_scan_reason.strip():
        raise Refused(
            Message("Attach the scan of the signed minutes, or write why there is none."), field="no_scan_reason"
        )
    if outdated:
        raise Refused(
            Message("The facts changed after the minutes were corrected by hand. Look at the marked sections first."),
            field="sections",
        )


def check_signed_on(meeting: Meeting, signed_on: datetime.date, today: datetime.date) -> None:
    """Refused where the minutes would be signed before the meeting or in the future."""
    if signed_on < meeting.date:
        raise Refused(Message("The minutes cannot be signed before the meeting."), field="signed_on")
    if signed_on > today:
        raise Refused(Message("The day of signing is in the future."), field="signed_on")


def faults(seals: Sequence[Seal], now: Mapping[str, str]) -> tuple[Message, ...]:
    """What is wrong with a body's chain, oldest first; `now` is meeting id -> `content` made from today's records."""
    found = []
    previous = ""
    for number, seal in enumerate(seals, 1):
        place = Message("Seal {number} of {date}", number=number, date=seal.signed_on)
        if seal.link != number or seal.previous_hash != previous:
            found.append(Message("{seal}: the chain is broken before it.", seal=place))
        if (
            digest(seal.content) != seal.content_hash
            or chained(seal.previous_hash, seal.content_hash) != seal.chain_hash
        ):
            found.append(Message("{seal}: it does not match its own content.", seal=place))
        if now.get(seal.meeting_id) != seal.content:
            found.append(Message("{seal}: the records differ from what was sealed.", seal=place))
        previous = seal.chain_hash
    return tuple(found)
