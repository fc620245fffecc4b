"""What may stand in an exported file?

The schema is made from the tables; the published file resources/schema/office.schema.json is this, written down.
"""

import datetime
import json
from collections.abc import Callable
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import fastjsonschema
from sqlalchemy import Boolean, Column, Date, Float, Integer, Table, Time
from sqlalchemy import Enum as EnumType
from sqlalchemy.sql.schema import DefaultClause, ScalarElementColumnDefault

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import Instant, Json, Record
from ayil_desktop.transfer import schema_words


def written() -> dict[str, Any]:
    """The JSON Schema (draft 7) of an exported office; every column is named, nothing else is allowed.

    What the first version did not know may be missing.
    """
    found = {table.name: {"type": "array", "items": _row(table)} for table in Record.metadata.tables.values()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Ayil Desktop office",
        "description": "All records of one office, without its history. Empty fields are null: not recorded.",
        "type": "object",
        "additionalProperties": False,
        "required": ["files", "format", "program", "records", "version"],
        "properties": {
            "format": {"const": "ayil-desktop-office"},
            "version": {"const": 1},
            "program": {"type": "string"},
            "records": {
                "type": "object",
                "additionalProperties": False,
                "required": sorted(found),
                "properties": dict(sorted(found.items())),
            },
            "files": {"type": "array", "items": _FILE},
        },
    }


_FILE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["content", "sha256"],
    "properties": {
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "content": {"type": "string", "contentEncoding": "base64"},
    },
}


def _row(table: Table) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": sorted(column.name for column in table.columns if not column.info.get("later")),
        "properties": {column.name: _field(column) for column in sorted(table.columns, key=lambda one: one.name)},
    }


def _field(column: "Column[Any]") -> dict[str, Any]:
    found = _kind(column)
    if column.nullable:
        return {"anyOf": [found, {"type": "null"}]}
    return found


def _kind(column: "Column[Any]") -> dict[str, Any]:
    kind = column.type
    if isinstance(kind, Json):
        return _json(column)
    if isinstance(kind, EnumType) and kind.enum_class is not None:
        return {"enum": [str(member.value) for member in kind.enum_class]}
    text = text_format(column)
    if text is not None:
        return {"type": "string", "format": text}
    if isinstance(kind, Integer):
        return {"type": "integer", "minimum": -_LARGEST, "maximum": _LARGEST}
    for known, name in ((Boolean, "boolean"), (Float, "number")):
        if isinstance(kind, known):
            return {"type": name}
    return {"type": "string", "minLength": 1} if column.primary_key else {"type": "string"}


def _json(column: "Column[Any]") -> dict[str, Any]:
    """As the record declares it: a list of texts, a list of objects, an object, or any value."""
    known = {kind.__name__: kind for kind in (one.info["record"] for one in Record.metadata.tables.values())}
    declared = get_args(get_type_hints(column.table.info["record"], localns=known)[column.name])[0]
    kind = get_origin(declared)
    if kind is dict:
        return {"type": "object"}
    if kind is list:
        return {"type": "array", "items": {"type": "string" if get_args(declared)[0] is str else "object"}}
    return {}


_LARGEST = 10**18 - 1
"""More has no room in a column."""


def default(column: "Column[Any]") -> Any:
    """What an office of an earlier version gets in a column that it did not have."""
    if isinstance(column.type, Json) and isinstance(column.server_default, DefaultClause):
        return json.loads(str(column.server_default.arg))
    given = column.default.arg if isinstance(column.default, ScalarElementColumnDefault) else None
    return given if isinstance(given, str | int) else None


def text_format(column: "Column[Any]") -> str | None:
    """ "date", "time" or "date-time" for the columns that hold one as text; None for all others."""
    for known, name in ((Instant, "date-time"), (Date, "date"), (Time, "time")):
        if isinstance(column.type, known):
            return name
    return None


def check(content: Any) -> None:
    """Refused where the content is not what the schema says, with the place of the first fault."""
    try:
        _checker()(content)
    except fastjsonschema.JsonSchemaValueException as error:
        place = (error.name or "").removeprefix("data").lstrip(".") or "file"
        fault = schema_words.fault(error.rule, error.definition, error.value)
        raise Refused(Message("{place}: {fault}", place=place, fault=fault), field="file") from error


@cache
def _checker() -> Callable[[Any], Any]:
    formats = {"date": _is_date, "time": _is_time, "date-time": _is_instant}
    made: Callable[[Any], Any] = fastjsonschema.compile(written(), formats=formats)
    return made


def _is_date(value: str) -> bool:
    return _reads(datetime.date.fromisoformat, value)


def _is_time(value: str) -> bool:
    return _reads(datetime.time.fromisoformat, value)


def _is_instant(value: str) -> bool:
    return value.endswith("Z") and _reads(datetime.datetime.fromisoformat, value.replace("Z", "+00:00"))


def _reads(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True
