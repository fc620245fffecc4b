"""What exactly is sealed with the minutes, and does the chain of seals still hold?"""

import datetime
import enum
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import annexes, carried, competence, frozen_bases, minutes, rules, russian, sealed
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.minutes import Section
from ayil_desktop.meetings.minutes_records import Seal
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.signing import Signatory
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import TECHNICAL, Record

ORIGINAL, TRANSLATION = "ky", "ru"
"""The Kyrgyz text is sealed word for word; the Russian one beside it as it stood then."""
_MINUTES_NEED_SCAN = Message("Attach the scan of the signed minutes, or write why there is none.")
_ACT_NEEDS_SCAN = Message("Attach the scan of the signed act, or write why there is none.")
SHOWN_DIGITS = 16
"""How many hex digits of the seal the printed minutes carry."""


def content(
    meeting: Meeting,
    kyrgyz: Sequence[Section],
    *,
    russian: Sequence[Section] = (),
    signatories: Sequence[Signatory] = (),
    head: Mapping[str, Mapping[str, str]] | None = None,
) -> str:
    """The canonical JSON of a meeting's facts and of its Kyrgyz minutes; the same facts always give the same text.

    `facts` are the rows as they are kept; `people` and `signatures` are names and capacities as they were, which may
    change later (a marriage, a correction of the composition); so is `head`, the name of the body and the village.
    """
    whole = {
        "facts": _facts(meeting),
        "head": head or {},
        "people": dict(sorted(_people(meeting).items())),
        "minutes": _texts(kyrgyz),
        "translation": _texts(russian),
        "signatures": sealed.signatures(signatories),
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _texts(found: Sequence[Section]) -> list[dict[str, str]]:
    return [{"key": one.key, "heading": one.heading, "text": one.text} for one in found]


def _facts(meeting: Meeting) -> dict[str, object]:
    opinions = [one for one in meeting.opinions if not annexes.is_after_sealing(meeting, one)]
    found: dict[str, object] = {"meeting": _row(meeting), "items": [_item(item) for item in meeting.items]}
    found["held"] = meeting.state not in rules.FAILED_STATES
    for name in ("attendance", "movements", "invited", "sections"):
        found[name] = _rows(getattr(meeting, name))
    found["opinions"] = _rows(opinions)
    found["scans"] = [row.attachment.sha256 for row in meeting.scans]
    return found


def _item(item: AgendaItem) -> dict[str, object]:
    found: dict[str, object] = {"item": _row(item)}
    for name in ("rounds", "decisions", "speeches", "recusals", "written_opinions", "attachments", "candidates"):
        found[name] = _rows(getattr(item, name))
    found["voters"] = [row for one in item.rounds for row in _rows(one.voters)]
    found["parts"] = [row for one in item.decisions for row in _rows(one.parts)]
    found["parties"] = [row for one in item.decisions for row in _rows(one.parties)]
    return found


def _people(meeting: Meeting) -> dict[str, str]:
    rows: list[Any] = [*meeting.attendance, *meeting.movements, *meeting.opinions]
    people = [meeting.presiding, meeting.secretary, *(row.person for row in rows)]
    return {person.id: person.name for person in people if person is not None}


def _rows(records: Iterable[Any]) -> list[dict[str, object]]:
    return [_row(row) for row in sorted(records, key=lambda row: row.id)]


def _row(record: Record) -> dict[str, object]:
    """A row's own columns as plain values. Left out: the state of a meeting, because sealing changes it, and the marks
    of a person that serve the composition check only."""
    skipped = TECHNICAL - {"id"} | ({"state"} if isinstance(record, Meeting) else set())
    columns = [column for column in record.__table__.columns if not column.info.get("private")]
    names = [column.key for column in columns if column.key not in skipped]
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: object) -> object:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value


def sections(meeting: Meeting, found: Day, language: str) -> tuple[Section, ...]:
    """The minutes as they stand. Sealed ones are those of the seal, whatever the program would write today."""
    if meeting.seal is None or language not in (ORIGINAL, TRANSLATION):
        return minutes.sections(meeting, found, language)
    return sealed_sections(meeting.seal, language) or minutes.sections(meeting, found, language)


def sealed_sections(seal: Seal, language: str = ORIGINAL) -> tuple[Section, ...]:
    """The minutes word for word as they were sealed; Refused where the seal holds no such thing. Of a seal that was
    made without a translation there is none."""
    try:
        whole = json.loads(seal.content)
        told = whole["minutes"] if language == ORIGINAL else whole.get("translation", ())
        texts = [(str(one["key"]), str(one["heading"]), str(one["text"])) for one in told]
        if not isinstance(whole["facts"], dict):
            raise TypeError("facts")
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(Message("The sealed minutes of {date} cannot be read.", date=seal.signed_on)) from error
    return tuple(Section(key, heading, text, text) for key, heading, text in texts)


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


def check_ready(meeting: Meeting, found: Day, *, no_scan_reason: str) -> None:
    """Of minutes, or of the act that a meeting was not held: refused without a scan and without a reason for that, or
    while the quorum, a vote, a decision, a matter or a section that was corrected in Kyrgyz or in Russian contradicts
    the facts, or a Russian text is older than its Kyrgyz one."""
    is_act = meeting.state in rules.FAILED_STATES
    if not is_act:
        rules.check_can_close(meeting.items)
    competence.check_was_held(found, meeting)
    carried.check_all_carried(found.charter, meeting)
    frozen_bases.check(found, meeting)
    if not meeting.scans and not no_scan_reason.strip():
        raise Refused(_ACT_NEEDS_SCAN if is_act else _MINUTES_NEED_SCAN, field="no_scan_reason")
    if minutes.contradicting(meeting, found, ORIGINAL):
        raise Refused(
            Message("The facts changed after the minutes were corrected by hand. Look at the marked sections first."),
            field="sections",
        )
    if minutes.contradicting(meeting, found, TRANSLATION):
        raise Refused(
            Message(
                "The facts changed after the Russian text was corrected by hand. Look at its marked sections first."
            ),
            field="sections",
        )
    if russian.outdated(russian.texts(meeting)):
        raise Refused(
            Message("Kyrgyz texts changed after their Russian ones were written. Look at the marked Russian texts."),
            field="sections",
        )


def check_signed_on(meeting: Meeting, signed_on: datetime.date, today: datetime.date) -> None:
    """Refused where the minutes would be signed before the meeting or in the future."""
    if signed_on < meeting.date:
        raise Refused(Message("The minutes cannot be signed before the meeting."), field="signed_on")
    if signed_on > today:
        raise Refused(Message("The day of signing is in the future."), field="signed_on")


def check_noted_on(seal: Seal | None, on: datetime.date, today: datetime.date) -> None:
    """Refused where a note would be older than what it corrects, or of the future: no note can be taken back."""
    if seal is not None and on < seal.signed_on:
        raise Refused(
            Message("The minutes were signed on {date}; a note comes later.", date=seal.signed_on), field="on"
        )
    if on > today:
        raise Refused(Message("This day is still to come."), field="on")


def faults(seals: Sequence[Seal], now: Mapping[str, str]) -> tuple[Message, ...]:
    """What is wrong with a body's chain, oldest first; `now` is meeting id -> `content` made from today's records.

    Only the facts are compared: the program may word the minutes otherwise by now, the sealed words stay in the seal.
    """
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
        if not _is_readable(seal):
            found.append(Message("{seal}: what was sealed cannot be read.", seal=place))
        elif not _says_the_same(seal.content, now.get(seal.meeting_id, "")):
            found.append(Message("{seal}: the records differ from what was sealed.", seal=place))
        previous = seal.chain_hash
    return tuple(found)


def _is_readable(seal: Seal) -> bool:
    try:
        sealed_sections(seal)
    except Refused:
        return False
    return True


def _says_the_same(sealed: str, now: str) -> bool:
    try:
        return bool(now) and _holds(json.loads(sealed)["facts"], json.loads(now)["facts"])
    except (ValueError, KeyError, TypeError):
        return False


def _holds(sealed: object, now: object) -> bool:
    """Whether everything that was sealed is still so; a newer program may know more of a row."""
    if isinstance(sealed, dict) and isinstance(now, dict):
        return all(name in now and _holds(value, now[name]) for name, value in sealed.items())
    if isinstance(sealed, list) and isinstance(now, list):
        return len(sealed) == len(now) and all(_holds(*pair) for pair in zip(sealed, now, strict=True))
    return sealed == now
