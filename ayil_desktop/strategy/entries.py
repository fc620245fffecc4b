"""What may be written into the fields of a strategy?"""

from collections.abc import Mapping, Sequence
from typing import Any

from ayil_desktop.language.message import Message
from ayil_desktop.office import rules as office_rules
from ayil_desktop.strategy import translated

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
    if field in LINES:
        return office_rules.line(value, field=field)
    return office_rules.paragraph(value, field=field)


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
    """Write cleaned fields into a row; a name that is not among the known ones is a mistake of ours: KeyError."""
    before = {name: getattr(row, name, None) for name in fields}
    for name, value in fields.items():
        if name not in known:
            raise KeyError(name)
        setattr(row, name, cleaned(name, value))
    for name in fields:
        if getattr(row, name) != before[name]:
            translated.note(row, name, before[name])
            translated.written(row, name)


def blocks(written: str) -> list[dict[str, object]]:
    """A section's text as blocks: an empty line or a change of kind ends a block, a dash begins a list item."""
    found: list[dict[str, object]] = []
    items: list[str] = []
    for raw in [*written.splitlines(), ""]:
        line = raw.strip()
        if line.startswith(("- ", "– ", "• ")):
            items.append(line[2:].strip())
            continue
        if items:
            found.append({"kind": "list", "items": items})
            items = []
        if line:
            found.append({"kind": "paragraph", "text": line})
    return found


def written(found: Sequence[Mapping[str, object]]) -> str:
    """Blocks as the text that `blocks` reads again; what the program fills in itself is left out."""
    parts = []
    for block in found:
        if block["kind"] == "list" and isinstance(block["items"], list):
            parts.append("\n".join(f"- {item}" for item in block["items"]))
        elif block["kind"] in ("paragraph", "heading"):
            parts.append(str(block["text"]))
    return "\n\n".join(parts)


def rewritten(before: list[dict[str, object]], text: str) -> list[dict[str, object]]:
    """The blocks of a new text; tables that are not typed (members, priorities) stay, below it."""
    if written(before) == text:
        return before
    return [*blocks(text), *(block for block in before if block["kind"] not in _TYPED)]


_TYPED = ("paragraph", "heading", "list")


def renumber(rows: Sequence[Any], moved_id: str, place: int) -> None:
    """Put one row at a place and number all of them 1, 2, 3 …"""
    ordered = list(rows)
    row = next(one for one in ordered if one.id == moved_id)
    ordered.remove(row)
    ordered.insert(max(place, 1) - 1, row)
    for number, one in enumerate(ordered, 1):
        one.place = number
