"""What is wrong with a value that the schema does not allow, in the user's words?"""

import json
from collections.abc import Mapping
from typing import Any

from ayil_desktop.language.message import Message

KINDS = {
    "string": Message("a text"),
    "integer": Message("a whole number of at most 18 digits"),
    "number": Message("a number"),
    "boolean": Message("true or false"),
    "array": Message("a list"),
    "object": Message("an object with names"),
}

FORMATS = {
    "date": Message("a day like 2019-03-13"),
    "time": Message("a time like 10:00:00"),
    "date-time": Message("a moment like 2019-03-13T10:00:00Z"),
}

_LONGEST = 60  # characters of a value that is quoted


def fault(rule: str | None, definition: Any, value: Any) -> Message:
    """`rule` is the keyword of JSON Schema that was broken, `definition` the part of the schema around it."""
    wanted = definition if isinstance(definition, Mapping) else {}
    if rule == "anyOf":
        return _fault_of_nullable(wanted["anyOf"][0], value)
    if rule == "required" and isinstance(value, Mapping):
        return Message("it lacks {names}", names=_listed(name for name in wanted["required"] if name not in value))
    if rule == "additionalProperties" and isinstance(value, Mapping):
        unknown = _listed(name for name in value if name not in wanted["properties"])
        return Message("nobody knows what {names} is", names=unknown)
    return Message("{value} stands where {wanted} must be", value=_quoted(value), wanted=_wanted(wanted))


def _fault_of_nullable(wanted: Mapping[str, Any], value: Any) -> Message:
    return Message("{value} stands where {wanted} or null must be", value=_quoted(value), wanted=_wanted(wanted))


def _wanted(wanted: Mapping[str, Any]) -> Message:
    if "enum" in wanted:
        return Message("one of {values}", values=_listed(wanted["enum"]))
    if "const" in wanted:
        return Message("one of {values}", values=_listed([wanted["const"]]))
    if "format" in wanted:
        return FORMATS[wanted["format"]]
    if "pattern" in wanted:
        return Message("a text of the form {pattern}", pattern=wanted["pattern"])
    if wanted.get("minLength"):
        return Message("a text that is not empty")
    return KINDS.get(str(wanted.get("type")), Message("another value"))


def _listed(names: Any) -> tuple[Message | str, ...]:
    return tuple(_quoted(name) for name in names)


def _quoted(value: Any) -> Message | str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return Message("“{text}”", text=text) if isinstance(value, str) else text
