"""What may be written into the fields of a meeting?"""

import datetime
from collections.abc import Mapping
from enum import Enum

from ayil_desktop.language import wording
from ayil_desktop.office import rules as office_rules

LINES = frozenset({"place", "speaker", "name", "position", "group", "how", "where", "author", "evidence", "due_words"})
"""Fields of one line; every other text may have paragraphs."""


def cleaned(**fields: object) -> dict[str, object]:
    """The same fields with their texts cleaned of marks that nobody sees; Refused where one is too long to be meant.

    A kind or a state is a str as well, but no text.
    """
    return {
        name: text(value, field=name) if isinstance(value, str) and not isinstance(value, Enum) else value
        for name, value in fields.items()
    }


def text(value: str, *, field: str) -> str:
    """One text of a meeting, as a line or as paragraphs by the name of its field."""
    return office_rules.written(value, field=field, lines=LINES)


def put(row: object, known: tuple[str, ...], fields: Mapping[str, object]) -> None:
    """Write cleaned fields into a row; only the known ones."""
    for name, value in cleaned(**fields).items():
        setattr(row, office_rules.one_of(name, known), value)


def time(typed: str, *, field: str) -> datetime.time | None:
    """A time of day as people type it (10:00, 10.00, 1000), None for an empty text; Refused where it is none."""
    if not typed.strip():
        return None
    hours, minutes = wording.parse_time(typed, field=field).split(":")
    return datetime.time(int(hours), int(minutes))
