"""Which rows can no longer be changed, and how does the file itself refuse it?

The refusals are triggers, made from the tables' own words (`frozen_by`, `append_only`). They hold against every way in:
records, raw SQL, undo. They are dropped before a migration and made anew after it.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, MetaData, Table

from ayil_desktop.store.base import FrozenBy

_PREFIX = "sealed_"


def lay(connection: Connection, *all_tables: MetaData) -> None:
    """Make the triggers of all tables."""
    for metadata in all_tables:
        for statement in triggers(metadata):
            connection.exec_driver_sql(statement)


def lift(connection: Connection) -> None:
    """Drop them all: a migration moves sealed rows as they are."""
    names = connection.exec_driver_sql(
        f"SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB '{_PREFIX}*'"
    ).scalars()
    for name in names.all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def triggers(metadata: MetaData) -> Iterator[str]:
    """The statements, in the order of the tables' names."""
    for name in sorted(metadata.tables):
        table = metadata.tables[name]
        frozen_by, append_only = table.info.get("frozen_by"), table.info.get("append_only")
        old, new = (is_sealed(frozen_by, row) for row in ("OLD", "NEW")) if frozen_by else ("", "")
        if frozen_by:
            yield _trigger(table, "INSERT", new)
        if frozen_by or append_only:
            yield _trigger(table, "UPDATE", "1" if append_only else f"{old} OR {new}")
            yield _trigger(table, "DELETE", "1" if append_only else old)


def _trigger(table: Table, act: str, condition: str) -> str:
    return (
        f'CREATE TRIGGER "{_PREFIX}{act.lower()}_{table.name}" BEFORE {act} ON "{table.name}" '
        f"WHEN {condition} BEGIN SELECT RAISE(ABORT, 'sealed'); END"
    )


def is_sealed(frozen_by: FrozenBy, row: str) -> str:
    """The condition in SQL under which a row of that name can no longer be changed."""
    seal = f'SELECT 1 FROM "{frozen_by.seals}" WHERE "{frozen_by.seals_column}" = {row}."{frozen_by.column}"'
    named = f' AND instr("{frozen_by.named_in}", {row}."id")' if frozen_by.named_in else ""
    return f"EXISTS ({seal}{named})"
