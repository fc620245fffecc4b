"""What is every kept record made of?

The module that maps a record says which subject it belongs to: `ayil_desktop.meetings.records` is `meetings`.
"""

import enum
import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, Enum, MetaData, Text, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from ayil_desktop.language.message import Message
from ayil_desktop.store.clock import now as now

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, because a migration can only change what it can name."""

PRIVATE: Mapping[str, bool] = {"private": True}
"""`mapped_column(info=PRIVATE)`: a mark about a person that never appears in the history."""

TECHNICAL = frozenset({"id", "created_at", "changed_at"})
"""Columns that every record has and no reader of the history asks about; `info={"technical": True}` marks more."""

BLOB: Mapping[str, bool] = {"blob": True}
"""`mapped_column(info=BLOB)`: the SHA-256 of a file in blobs/; the check looks for each of them."""

LATER: Mapping[str, bool] = {"later": True}
"""`mapped_column(info=LATER)`: the first version had no such column, so a file that it exported is read without it."""

_ENUM_LENGTH = 40


class Json(TypeDecorator[Any]):
    """Lists, texts, numbers and dictionaries in one column. It is replaced as a whole: a change inside is not seen."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return json.dumps(
            value,
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
            allow_nan=False,
        )

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


class Instant(TypeDecorator[datetime]):
    """A moment. It is kept in UTC; one without a time zone is refused, because nobody could say when it was."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FrozenBy:
    """Which rows of a table can no longer be changed: those whose `column` stands in `seals.seals_column`.

    Where more may come after the sealing, `named_in` is the column of the seal in which the id of a sealed row stands.
    """

    column: str
    seals: str = "seal"
    seals_column: str = "meeting_id"
    named_in: str = ""


def new_id() -> str:
    """A name for a row that no other office will give."""
    return uuid.uuid4().hex


class Kept:
    """What all records share; mixed into `Record` and, in tests of the store, into a base of their own."""

    frozen_by: ClassVar[FrozenBy | None] = None
    append_only: ClassVar[bool] = False
    labels: ClassVar[Mapping[str, Message]] = {}
    """Column name to what the history calls it; without one the history leaves the column out."""
    words: ClassVar[Mapping[Any, Message]] = {}
    """Member of an enumeration to what the history calls it."""
    named_by: ClassVar[str] = ""
    """The column by which the history calls a row; empty: its name or number, where it has one."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant(),
        str: Text(),
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            length=_ENUM_LENGTH,
            values_callable=lambda kind: [str(member.value) for member in kind],
        ),
    }

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        table = cls.__dict__.get("__table__")
        if table is not None:
            table.info.update(record=cls, frozen_by=cls.frozen_by, append_only=cls.append_only)
            event.listen(cls, "init", _name_the_row)
            event.listen(cls, "mapper_configured", _require_named_loading)

    @declared_attr.directive
    def __tablename__(cls) -> str:
        name: str = cls.__name__  # type: ignore[attr-defined]  # mypy takes the class for an instance here
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id, sort_order=-3)
    created_at: Mapped[datetime] = mapped_column(default=now, sort_order=-2)
    changed_at: Mapped[datetime] = mapped_column(default=now, onupdate=now, sort_order=-1)


def _name_the_row(target: object, _positional: object, values: dict[str, Any]) -> None:
    """The id stands before the row is written, so that other new rows and `done` can name it."""
    values.setdefault("id", new_id())


def _require_named_loading(mapper: Mapper[Any], record: type) -> None:
    """A selection names what it loads; a hidden load would fail once the reading has ended."""
    for relationship in mapper.relationships:
        if relationship.lazy != "raise":
            raise TypeError(f"{record.__name__}.{relationship.key} needs lazy='raise'")


class Record(Kept, DeclarativeBase):
    """Base of every mapped class of the program."""

    metadata = MetaData(naming_convention=NAMING)


def subject_of(record: type) -> str:
    """The subject that owns a record: the second part of its module's name."""
    return record.__module__.split(".")[1]
