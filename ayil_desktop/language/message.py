"""How is a text kept so that it can be read in any language later?

A `Message` holds the English msgid and the values of its named placeholders; it is translated when it is shown, so a
menu, a refusal or a line of the history follows the language of the screen. Values are literal: braces and percent
signs in a person's name are never interpreted.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeAlias

from ayil_desktop.language import catalogue, figures

Value: TypeAlias = "str | int | float | date | Message | tuple[Value, ...]"
Json: TypeAlias = dict[str, Any]

_PLACE = re.compile(r"\{\{|\}\}|\{(\w+)\}")


@lru_cache(maxsize=8192)
def placeholders(template: str) -> frozenset[str]:
    """The names in braces of a msgid or of its translation; doubled braces are braces."""
    return frozenset(found[1] for found in _PLACE.finditer(template) if found[1])


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with its values put in, in one pass. A placeholder without a value stays as written: it comes from a
    wrong translation, and an odd word is better than no screen (the tests compare all placeholders)."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]) if found[1] else found[0][0], template)


def shown(value: Value, language: str) -> str:
    """One value as text: dates as 13.03.2019, several joined by commas, messages in the language asked for."""
    if isinstance(value, Message):
        return value.into(language)
    if isinstance(value, tuple):
        return ", ".join(shown(part, language) for part in value)
    if isinstance(value, datetime):
        return figures.short_moment(value)
    if isinstance(value, date):
        return figures.short_date(value)
    return value if isinstance(value, str) else figures.number(value, language)


class Message:
    """Message("{present} of {members} came", present=5, members=11); a placeholder without a value is a TypeError.

    Equal to any message of the same words and values; never changes. (Written out: three dataclasses would cost the
    start of the program 5 ms.)
    """

    __slots__ = ("msgid", "values")

    msgid: str
    values: tuple[tuple[str, Value], ...]

    def __init__(self, msgid: str, /, **values: Value) -> None:
        _require(msgid, values)
        _set(self, msgid=msgid, values=tuple(sorted(values.items())))

    def __str__(self) -> str:
        return self.into(catalogue.current())

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._parts()!r}"

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Message) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a message does not change: {name}")

    def __reduce__(self) -> tuple[object, ...]:
        return from_json, (self.as_json(),)

    def into(self, language: str) -> str:
        """The text in ky, ru or en, with its values."""
        values = {name: shown(value, language) for name, value in self.values}
        return fill(self._template(catalogue.for_language(language)), values)

    def as_json(self) -> Json:
        """For the journal and the exchange: what `from_json` makes the same message of."""
        return {"msgid": self.msgid, "values": {name: _to_json(value) for name, value in self.values}}

    def _parts(self) -> tuple[object, ...]:
        """What two equal messages have in common."""
        return self.msgid, self.values

    def _template(self, texts: catalogue.Catalogue) -> str:
        return texts.text(self.msgid)


class InContext(Message):
    """InContext("vote", "For"): an English word that needs a translation of its own in this place."""

    __slots__ = ("context",)

    context: str

    def __init__(self, context: str, msgid: str, /, **values: Value) -> None:
        super().__init__(msgid, **values)
        _set(self, context=context)

    def as_json(self) -> Json:
        return {"context": self.context, **super().as_json()}

    def _parts(self) -> tuple[object, ...]:
        return self.context, *super()._parts()

    def _template(self, texts: catalogue.Catalogue) -> str:
        return texts.in_context(self.context, self.msgid)


class Counted(Message):
    """Counted("{count} member", "{count} members", 5): the form follows the number, which is also the value `count`."""

    __slots__ = ("count", "many")

    many: str
    count: int

    def __init__(self, one: str, many: str, count: int, /, **values: Value) -> None:
        every: dict[str, Value] = {**values, "count": count}
        _require(many, every)
        super().__init__(one, **every)
        _set(self, many=many, count=count)

    def as_json(self) -> Json:
        return {"many": self.many, "count": self.count, **super().as_json()}

    def _parts(self) -> tuple[object, ...]:
        return self.many, *super()._parts()

    def _template(self, texts: catalogue.Catalogue) -> str:
        return texts.plural(self.msgid, self.many, self.count)


def from_json(kept: Json) -> Message:
    """The message that `as_json` kept; ValueError where it is none."""
    try:
        msgid = _string(kept["msgid"])
        values = {name: _from_json(value) for name, value in kept["values"].items()}
        if "many" in kept:
            return Counted(msgid, _string(kept["many"]), int(kept["count"]), **values)
        if "context" in kept:
            return InContext(_string(kept["context"]), msgid, **values)
        return Message(msgid, **values)
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"not a message: {kept!r}") from problem


def _set(message: Message, **parts: object) -> None:
    """The one way past a message's refusal to change, for its making."""
    for name, part in parts.items():
        object.__setattr__(message, name, part)


def _require(template: str, values: Iterable[str]) -> None:
    if "{" not in template:
        return
    missing = placeholders(template) - set(values)
    if missing:
        raise TypeError(f"no value for {', '.join(sorted(missing))} in {template!r}")


def _to_json(value: Value) -> object:
    if isinstance(value, Message):
        return value.as_json()
    if isinstance(value, tuple):
        return [_to_json(part) for part in value]
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    return {"date": value.isoformat()} if isinstance(value, date) else value


def _from_json(kept: object) -> Value:
    if isinstance(kept, list):
        return tuple(_from_json(part) for part in kept)
    if isinstance(kept, dict):
        if "moment" in kept:
            return datetime.fromisoformat(kept["moment"])
        return date.fromisoformat(kept["date"]) if "date" in kept else from_json(kept)
    if isinstance(kept, str | int | float):
        return kept
    raise ValueError(f"not a value of a message: {kept!r}")


def _string(kept: object) -> str:
    if not isinstance(kept, str):
        raise TypeError(f"a text was expected, not {kept!r}")
    return kept
