"""What may be written into the fields of a strategy?"""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ayil_desktop.language.message import Message
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office import translated
from ayil_desktop.strategy import signs

LINES = frozenset({"number", "deadline_ky", "deadline_ru", "unit", "kind_word", "goal_label", "results_label"})
"""Fields of one line; every other text may have paragraphs."""

SECTIONS: Mapping[str, Message] = {
    "introduction": Message("Introduction"),
    "goals": Message("Goals and tasks of the strategy"),
    "commission": Message("Composition of the working commission"),
    "methodology": Message("How the priority services were chosen"),
    "priorities": Message("List of the priority services"),
    "standards_and_plans": Message("Standards of the services and action plans"),
    "monitoring": Message("Monitoring and evaluation"),
    "sustainability": Message("What makes the services last"),
    "resources": Message("Resources for carrying out the strategy"),
    "problems": Message("Main problems of the services"),
    "expected_results": Message("Expected results"),
    "recommendations": Message("Recommendations"),
    "conclusion": Message("Conclusion"),
}
"""The sections of a new strategy in their order; the first `NUMBERED` have numbers."""
NUMBERED = 8


def text(value: str, *, field: str) -> str:
    """One text, as a line or as paragraphs by the name of its field; Refused where it is too long to be meant."""
    return office_rules.written(value, field=field, lines=LINES)


def lines(values: Sequence[str]) -> list[str]:
    """A list of lines without empty ones."""
    cleaned = [office_rules.paragraph(value, field="texts") for value in values]
    return [one for one in cleaned if one]


def cleaned(field: str, value: object) -> object:
    """A value as it is kept: texts and lists of texts cleaned, everything else as it is."""
    if isinstance(value, str):
        return text(value, field=field)
    if isinstance(value, list | tuple):
        return lines([str(one) for one in value])
    return value


def put(row: object, known: tuple[str, ...], fields: Mapping[str, object]) -> None:
    """Write cleaned fields into a row, only the known ones; Russian words that a new text leaves behind are noted."""
    before = {name: getattr(row, name, None) for name in fields}
    for name, value in fields.items():
        setattr(row, office_rules.one_of(name, known), cleaned(name, value))
    for name in fields:
        if getattr(row, name) != before[name]:
            translated.note(row, name, before[name])
            translated.written(row, name)


def blocks(written: str) -> list[dict[str, object]]:
    """A section's text as blocks: an empty line or a change of kind ends a block; «1.», «1)», «–» and «•» begin a point
    of a list, and points that go on counting belong to one list."""
    found: list[dict[str, Any]] = []
    is_last_in_list = False
    for raw in written.splitlines():
        line = signs.read(raw)
        if not line.words:
            is_last_in_list = False
        elif not line.sign:
            found.append({"kind": "paragraph", "text": line.words})
            is_last_in_list = False
        else:
            last = found[-1] if found else {}
            is_next = line.number == _first(last) + len(last.get("items", ())) and signs.counts(line.sign)
            if last.get("sign") == line.sign and (is_next or is_last_in_list):
                last["items"].append(line.words)
            else:
                found.append(_list_of(line))
            is_last_in_list = True
    return found


def _list_of(line: signs.Line) -> dict[str, Any]:
    begun: dict[str, Any] = {"kind": "list", "sign": line.sign, "items": [line.words]}
    return begun if line.number == 1 else begun | {"start": line.number}


def sign_of(block: Mapping[str, Any]) -> str:
    """Of a list."""
    return str(block.get("sign", signs.BULLET))


def _first(block: Mapping[str, Any]) -> int:
    return int(block.get("start", 1))


def written(found: Sequence[Mapping[str, Any]]) -> str:
    """Blocks as the text that `blocks` reads again; what the program fills in itself is left out."""
    parts = []
    for block in found:
        if block["kind"] == "list":
            points = enumerate(block["items"], _first(block))
            parts.append("\n".join(signs.signed(sign_of(block), number, item) for number, item in points))
        elif block["kind"] in ("paragraph", "heading"):
            parts.append(" ".join(filter(None, (block.get("lead", ""), str(block["text"])))))
    return "\n\n".join(parts)


def rewritten(before: list[dict[str, object]], text: str) -> list[dict[str, object]]:
    """The blocks of a new text: what was not touched stays as it was, a heading and the words in bold at the head of a
    paragraph outlive a correction, a table that is not typed (members, priorities) stays behind the same block."""
    if written(before) == text:
        return before
    old = [block for block in before if block["kind"] in _TYPED]
    chunks = [chunk for chunk in _BLANK.split(text.strip()) if chunk]
    found: list[dict[str, object]] = []
    behind = [0]
    """For each number of old blocks, how many new ones stand before the same place."""
    for kind, first, last, start, end in _compared([written([block]) for block in old], chunks):
        if kind == "equal":
            for block in old[first:last]:
                found.append(block)
                behind.append(len(found))
            continue
        fresh, above = blocks("\n\n".join(chunks[start:end])), len(found)
        found.extend(_as_before(old[first:last], fresh))
        behind.extend(above + min(count, len(fresh)) for count in range(1, last - first + 1))
    return _with_tables(before, found, behind)


_TYPED = ("paragraph", "heading", "list")
_BLANK = re.compile(r"\n\s*\n")


def _compared(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _with_tables(
    before: Sequence[dict[str, object]], found: Sequence[dict[str, object]], behind: Sequence[int]
) -> list[dict[str, object]]:
    whole, typed, taken = [], 0, 0
    for block in before:
        if block["kind"] in _TYPED:
            typed += 1
        else:
            whole += [*found[taken : behind[typed]], block]
            taken = behind[typed]
    return [*whole, *found[taken:]]


def _as_before(old: Sequence[Mapping[str, Any]], fresh: Sequence[dict[str, object]]) -> Iterator[dict[str, object]]:
    """New blocks with the heading or the bold words of those whose place they take."""
    left = list(old)
    for block in fresh:
        match = next((one for one in left if len(old) == len(fresh) or _is_like(one, block)), None)
        if match is not None:
            left = left[left.index(match) + 1 :]
        yield _kept(match or {}, block)


def _is_like(old: Mapping[str, Any], block: Mapping[str, Any]) -> bool:
    """Whether half of the words are the same."""
    words = written([old]).split(), written([block]).split()
    return difflib.SequenceMatcher(None, *words, autojunk=False).ratio() >= 0.5


def _kept(old: Mapping[str, Any], block: dict[str, object]) -> dict[str, object]:
    text = str(block.get("text", ""))
    if not text or old.get("kind") not in ("heading", "paragraph"):
        return block
    if old["kind"] == "heading":
        return block | {"kind": "heading"}
    lead, rest = old.get("lead", ""), str(old["text"])
    if lead and text.startswith(f"{lead} "):
        return block | {"lead": lead, "text": text[len(lead) :].strip()}
    if lead and text.endswith(f" {rest}"):
        return block | {"lead": text[: -len(rest)].strip(), "text": rest}
    return block


def renumber(rows: Sequence[Any], moved_id: str, place: int) -> None:
    """Put one row at a place and number all of them 1, 2, 3 …"""
    ordered = list(rows)
    row = next(one for one in ordered if one.id == moved_id)
    ordered.remove(row)
    ordered.insert(max(place, 1) - 1, row)
    for number, one in enumerate(ordered, 1):
        one.place = number
