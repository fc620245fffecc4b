"""Which texts of a meeting have a Russian side, and what does a Russian paper say where it is empty?

The Kyrgyz text is the original; what nobody has written in Russian stands in Kyrgyz on Russian papers too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings import notices
from ayil_desktop.meetings.agenda_records import AgendaItem, Candidate, Speech, WrittenOpinion
from ayil_desktop.meetings.choices import PartyRole
from ayil_desktop.meetings.decision_records import Decision, DecisionPart, DecisionParty, DissentingOpinion
from ayil_desktop.meetings.records import Delivery, Invited, Meeting
from ayil_desktop.meetings.vote_records import Attendance, Recusal, VoteRound
from ayil_desktop.office import terms
from ayil_desktop.store.base import Record

SIDES: Mapping[type[Record], tuple[str, ...]] = {
    Meeting: ("place", "reason", "late_notice_reason"),
    Delivery: ("told_place", "how"),
    Invited: ("position",),
    Attendance: ("reason",),
    AgendaItem: ("text_ky", "speaker", "draft_ky", "state_reason"),
    Candidate: ("position",),
    Speech: ("position", "text"),
    Recusal: ("reason",),
    WrittenOpinion: ("text",),
    VoteRound: ("label",),
    Decision: ("text_ky", "amendments", "due_words"),
    DecisionPart: ("text_ky",),
    DecisionParty: ("name",),
    DissentingOpinion: ("text",),
}
"""The Kyrgyz columns that have a Russian one beside them."""


def side(column: str) -> str:
    """text_ky -> text_ru, place -> place_ru."""
    return f"{column.removesuffix('_ky')}_ru"


def said(row: Any, column: str, language: str) -> str:
    """A text of a record in the language of the paper."""
    russian: str = getattr(row, side(column))
    kyrgyz: str = getattr(row, column)
    return russian if language == "ru" and russian.strip() and kyrgyz.strip() else kyrgyz


@dataclass(frozen=True)
class Place:
    """One record with a text in both languages."""

    kind: type[Record]
    record: str
    column: str


@dataclass(frozen=True)
class Text:
    """The same Kyrgyz words of one kind, wherever the meeting has them, with the Russian ones on record.

    `says`: the earlier Kyrgyz words that the Russian ones say, where the Kyrgyz were changed since.
    """

    what: Message
    kyrgyz: str
    russian: str
    is_missing: bool
    places: tuple[Place, ...]
    says: str | None = None

    @property
    def is_outdated(self) -> bool:
        """The Russian words are older than the Kyrgyz ones."""
        return self.says is not None and not self.is_missing

    @property
    def is_wanted(self) -> bool:
        """Whether somebody has to write it, or to look at it anew."""
        return self.is_missing or self.is_outdated

    @property
    def id(self) -> str:
        first = self.places[0]
        return f"{first.record}/{first.column}"


def texts(meeting: Meeting) -> tuple[Text, ...]:
    """Every text that is written in Kyrgyz, in the order of the papers; the same words once."""
    found: dict[tuple[type[Record], str, str], list[Any]] = {}
    for row, column in _written(meeting):
        kyrgyz = " ".join(getattr(row, column).split())
        if any(sign.isalpha() for sign in kyrgyz):
            found.setdefault((type(row), column, kyrgyz), []).append(row)
    return tuple(_text(kind, column, rows) for (kind, column, _), rows in found.items())


def missing(every: Iterable[Text]) -> int:
    """How many have no Russian words."""
    return sum(one.is_missing for one in every)


def outdated(every: Iterable[Text]) -> int:
    """How many say other Kyrgyz words than those that stand beside them now."""
    return sum(one.is_outdated for one in every)


def says(row: Any, column: str) -> str | None:
    """The earlier Kyrgyz words that a Russian text says; None where it says those of now, or there is none."""
    russian = side(column)
    found = (getattr(row, "russian_of", None) or {}).get(russian)
    return str(found) if found is not None and getattr(row, russian).strip() else None


def outdated_words(count: int) -> Message:
    """What is told of them, before the seal too."""
    return Counted(
        "{count} Russian text is older than the Kyrgyz one",
        "{count} Russian texts are older than the Kyrgyz ones",
        count,
    )


def bring_along(earlier: Any, row: Any, columns: Mapping[str, str]) -> None:
    """A copied pair of texts stays marked as it was; `columns`: the Kyrgyz ones of the earlier record to the new."""
    found = {side(new): says(earlier, old) for old, new in columns.items()}
    row.russian_of = {name: words for name, words in found.items() if words is not None}


def _text(kind: type[Record], column: str, rows: list[Any]) -> Text:
    written = [getattr(row, side(column)).strip() for row in rows]
    return Text(
        what=_NAMES.get((kind, column)) or kind.labels[column],
        kyrgyz=getattr(rows[0], column),
        russian=next(filter(None, written), ""),
        is_missing=not all(written),
        places=tuple(Place(kind, row.id, column) for row in rows),
        says=next((found for row in rows if (found := says(row, column)) is not None), None),
    )


def _written(meeting: Meeting) -> Iterator[tuple[Any, str]]:
    yield from _columns(meeting)
    for row in meeting.deliveries:
        yield row, "how"
        if not notices.same_place(row.told_place, meeting.place):
            yield row, "told_place"
    for group in (meeting.attendance, meeting.invited):
        for one in group:
            yield from _columns(one)
    for item in meeting.items:
        yield from _of_item(item)
    for opinion in meeting.opinions:
        yield from _columns(opinion)


def _of_item(item: AgendaItem) -> Iterator[tuple[Any, str]]:
    yield from ((item, column) for column in SIDES[AgendaItem] if column != "speaker" or _needs_words(item.speaker))
    for speech in item.speeches:
        if _needs_words(f", {speech.position}"):
            yield speech, "position"
        yield speech, "text"
    for group in (item.candidates, item.recusals, item.written_opinions, item.rounds):
        for one in group:
            yield from _columns(one)
    for decision in item.decisions:
        yield from _columns(decision)
        for part in decision.parts:
            yield from _columns(part)
        yield from ((party, "name") for party in decision.parties if _is_office(party))


def _is_office(party: DecisionParty) -> bool:
    """People have one name; whom a decision is sent to, and a body, may be called otherwise in Russian."""
    return party.person_id is None and (party.role is PartyRole.ADDRESSEE or party.body_id is not None)


def _columns(row: Any) -> Iterator[tuple[Any, str]]:
    return ((row, column) for column in SIDES[type(row)])


def _needs_words(speaker: str) -> bool:
    """Behind the name stands something that is no role of the body: those are said in every language."""
    words = speaker.partition(", ")[2]
    return bool(words) and terms.role_in(words, "ru") == words


_NAMES: Mapping[tuple[type[Record], str], Message] = {
    (AgendaItem, "text_ky"): Message("Matter"),
    (AgendaItem, "draft_ky"): Message("Draft decision"),
    (Decision, "text_ky"): Message("Decision"),
    (Decision, "due_words"): Message("Term"),
    (DecisionParty, "name"): Message("Named in a decision"),
    (DecisionPart, "text_ky"): Message("Part of a decision"),
}
"""Where the history calls the column «… in Kyrgyz»."""
