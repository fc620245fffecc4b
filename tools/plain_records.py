"""Write resources/program/records.json anew: python -m tools.plain_records, after records have changed."""

import enum
import importlib
import json
from typing import Any

from sqlalchemy import Boolean, Date, Enum, Integer, String
from sqlalchemy.orm import Mapper, RelationshipProperty
from sqlalchemy.types import TypeEngine

from ayil_desktop import shipped, subjects
from ayil_desktop.store import base, plain
from ayil_desktop.store.selection import Selection

FIRST = ("ayil_desktop.office.first_read", "ayil_desktop.commission.first_read")
"""Where the selections stand that are read without the mapper."""
KINDS: dict[type[TypeEngine[Any]], str] = {
    base.Instant: "instant",
    base.Json: "json",
    Boolean: "yes or no",
    Date: "day",
    Integer: "as it is",
    String: "as it is",
}


def main() -> None:
    """What the program reads by."""
    shipped.resource(plain.TABLES).write_text(written(), encoding="utf-8")


def written() -> str:
    """The tables of all selections, as the mapper knows them."""
    subjects.know_records()
    mappers = {mapper.class_.__name__: mapper for mapper in base.Record.registry.mappers}
    told: dict[str, dict[str, Any]] = {}
    for selection in selections():
        _tell(mappers[selection.record], selection.loads, told)
    return json.dumps(told, indent=1, sort_keys=True) + "\n"


def selections() -> list[Selection]:
    """All that is read without the mapper."""
    modules = map(importlib.import_module, FIRST)
    return [value for module in modules for value in vars(module).values() if isinstance(value, Selection)]


def _tell(mapper: Mapper[Any], loads: tuple[str, ...], told: dict[str, dict[str, Any]]) -> None:
    columns = {column.key: _kind(column.columns[0].type) for column in mapper.column_attrs}
    assert all(one.key == one.columns[0].name for one in mapper.column_attrs), "an attribute is called as its column"
    own = told.setdefault(mapper.class_.__name__, {"table": mapper.local_table.name, "columns": columns, "links": {}})  # type: ignore[attr-defined]
    for path in loads:
        name, _, further = path.partition(".")
        relation = mapper.relationships[name]
        own["links"][name] = _link(relation)
        _tell(relation.mapper, (further,) if further else (), told)


def _link(relation: RelationshipProperty[Any]) -> dict[str, Any]:
    ((here, there),) = relation.local_remote_pairs or ()
    return {
        "record": relation.mapper.class_.__name__,
        "here": here.name,
        "there": there.name,
        "many": bool(relation.uselist),
        "order": [column.name for column in relation.order_by or ()],
    }


def _kind(column: TypeEngine[Any]) -> str:
    if isinstance(column, Enum) and issubclass(column.enum_class or enum.Enum, enum.StrEnum):
        return f"{plain.ENUMERATION}{column.enum_class.__module__}:{column.enum_class.__name__}"  # type: ignore[union-attr]
    return next(kind for known, kind in KINDS.items() if isinstance(column, known))


if __name__ == "__main__":
    main()
