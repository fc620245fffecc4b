"""Which meetings, matters and decisions hold the words that somebody searches for?"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, TypeVar

from ayil_desktop.language import catalogue, kyrgyz, sought, wording
from ayil_desktop.language.message import Message
from ayil_desktop.language.sought import Said
from ayil_desktop.meetings import plain_rows, rules, selections
from ayil_desktop.meetings.plain_rows import Words
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import background
from ayil_desktop.widgets.tab import Hit

Found = TypeVar("Found")

MOST = 20
_KNOWN_TEXTS = 40_000
# Folding the texts of ten years takes most of a second; what did not change is not folded again.
_fold = lru_cache(_KNOWN_TEXTS)(kyrgyz.fold)


@dataclass(frozen=True, slots=True)
class _Line:
    folded: str
    title: str
    detail: Message
    record: str


class SearchIndex:
    """The words of the office's meetings; to be made anew after a change.

    It reads and folds as far as it is asked: `warm` goes a step at a time in idle moments, `find` to the end at once.
    """

    def __init__(self, store: Store) -> None:
        self._lines: list[_Line] = []
        self._rest = self._read(store)

    def warm(self) -> bool:
        """One step; False when there is nothing left to do."""
        line = next(self._rest, self)
        if isinstance(line, _Line):
            self._lines.append(line)
        return line is not self

    def find(self, text: str) -> list[Hit]:
        """What holds every word, however it was typed; the newest first: meetings, decisions, matters, proposals."""
        words = sought.words(text)
        if not words:
            return []
        self._lines.extend(line for line in self._rest if line is not None)
        found = (line for line in self._lines if sought.holds(line.folded, words))
        return [Hit(line.title, str(line.detail), line.record) for line, _ in zip(found, range(MOST), strict=False)]

    def _read(self, store: Store) -> Iterator[_Line | None]:
        """What is read comes from beside the screen; until it is there, nothing."""
        meetings = yield from background.beside(partial(_of_all, store, selections.meetings_list))
        invited = yield from background.beside(partial(_of_all, store, plain_rows.invited_names))
        yield from (_of_meeting(meeting, invited.get(meeting.id, "")) for meeting in meetings)
        decisions = yield from background.beside(partial(_of_all, store, plain_rows.decision_words))
        yield from (_of_words(one, Message("Decision of {date}", date=one.date)) for one in decisions)
        matters = yield from background.beside(partial(_of_all, store, plain_rows.matter_words))
        yield from (_of_words(one, Message("Matter of {date}", date=one.date)) for one in matters)
        proposals = yield from background.beside(partial(_of_all, store, plain_rows.proposal_words))
        yield from (_of_words(one, Message("Proposal of {date}", date=one.date)) for one in proposals)


def _of_all(store: Store, select: Callable[[Any], Found]) -> Found:
    with reading(store) as session:
        return select(session)


def _of_meeting(meeting: Meeting, invited: str) -> _Line:
    number = "" if meeting.number is None else wording.number_sign(str(meeting.number), catalogue.current())
    title = f"{wording.short_date(meeting.date)} {number}".strip()
    return _Line(
        folded=sought.folded((title, *_said(meeting), invited), _fold),
        title=title,
        detail=Message("{state} · {place}", state=rules.state_name(meeting.state), place=meeting.place),
        record=meeting.id,
    )


def _said(meeting: Meeting) -> Iterable[Said]:
    yield from (rules.state_name(meeting.state), rules.KIND_NAMES[meeting.kind])
    yield from (meeting.place, meeting.place_ru, meeting.reason, meeting.reason_ru)
    yield from (meeting.cancelled_reason, meeting.late_notice_reason)


def _of_words(words: Words, detail: Message) -> _Line:
    return _Line(
        folded=sought.folded((words.text_ky, words.text_ru, words.beside), _fold),
        title=words.text_ky,
        detail=detail,
        record=words.id,
    )
