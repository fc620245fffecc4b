"""How does the mapper read a selection?"""

from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Load

from ayil_desktop.store.base import Kept
from ayil_desktop.store.selection import Selection

Found = TypeVar("Found", bound=Kept)


def statement(record: type[Found], selection: Selection, by: object = None) -> Select[Found]:
    """All of them, or those with this value in the selection's column. What one row points to is joined; what many
    point to it with comes by a statement of its own."""
    asked = select(record).options(*(_path(record, path.split(".")) for path in selection.loads))
    if by is not None:
        asked = asked.where(getattr(record, selection.by) == by)
    return asked.order_by(*(getattr(record, name) for name in selection.order))


def _path(record: type[Any], names: list[str]) -> Load:
    loading = Load(record)
    for name in names:
        way = getattr(record, name)
        loading = loading.selectinload(way) if way.property.uselist else loading.joinedload(way)
        record = way.property.mapper.class_
    return loading
