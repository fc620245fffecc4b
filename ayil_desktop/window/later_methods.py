"""How do data classes come without Python writing methods for them that a start never calls?

Python writes and compiles up to six methods for each: to be compared, hashed, shown, and kept from being changed. It
takes a millisecond on an old PC, and fifty of them are defined before an office can be worked in. Here all but
`__init__` are compiled when they are first called.
"""

import dataclasses
from collections.abc import Callable
from typing import Any

Method = Callable[..., Any]
_WRITTEN_AT_ONCE = "__init__"


def install() -> None:
    """Before the first data class is defined. Where Python makes them in another way, it goes on doing so."""
    write = vars(dataclasses).get("_create_fn")
    if write is None or hasattr(write, "is_put_off"):
        return

    def write_later(name: str, *values: Any, **named: Any) -> Method:
        if name == _WRITTEN_AT_ONCE:
            method: Method = write(name, *values, **named)
            return method
        return _later(name, lambda: write(name, *values, **named))

    vars(write_later)["is_put_off"] = True
    vars(dataclasses)["_create_fn"] = write_later


def _later(name: str, write: Callable[[], Method]) -> Method:
    written: Method | None = None

    def method(self: object, *values: object) -> object:
        nonlocal written
        if written is None:
            written = write()
            # From now on it is called without this detour.
            for owner in type(self).__mro__:
                if vars(owner).get(name) is method:
                    written.__qualname__ = method.__qualname__
                    setattr(owner, name, written)
        return written(self, *values)

    method.__name__ = name
    return method
