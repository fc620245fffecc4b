"""How does the journal learn what changed?

Temporary triggers of the writing connection note every change of every record's table, whoever makes it: the records,
raw SQL, or the database itself following a foreign key. They write the row as it was and as it is, as JSON of raw
column values, into `journal_change`, in the same transaction. While `journal_now` names no step (an import), nothing is
noted.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, LargeBinary, MetaData, Table

NOW = "journal_now"


def name_step(connection: Connection, step: int | None) -> None:
    """Changes from here on belong to this step; None: they are not noted."""
    connection.exec_driver_sql(f"DELETE FROM {NOW}")
    if step is not None:
        connection.exec_driver_sql(f"INSERT INTO {NOW} VALUES (?)", (step,))


def watch(records: MetaData) -> tuple[str, ...]:
    """The statements that a writing connection starts with."""
    tables = (table for name, table in sorted(records.tables.items()))
    triggers = (trigger for table in tables for trigger in _triggers(table))
    return (f"CREATE TEMP TABLE {NOW} (step INTEGER NOT NULL)", *triggers)


def _triggers(table: Table) -> Iterator[str]:
    if any(isinstance(column.type, LargeBinary) for column in table.columns):
        raise TypeError(f"{table.name}: bytes belong into blobs/, the journal cannot keep them")
    names = [column.name for column in table.columns]
    yield _trigger(table, "INSERT", f"SELECT step, '{table.name}', NEW.id, NULL, {_row(names, 'NEW')} FROM {NOW}")
    yield _trigger(table, "DELETE", f"SELECT step, '{table.name}', OLD.id, {_row(names, 'OLD')}, NULL FROM {NOW}")
    pairs = " UNION ALL ".join(f"""SELECT '{name}' AS k, OLD."{name}" AS o, NEW."{name}" AS n""" for name in names)
    yield _trigger(
        table,
        "UPDATE",
        f"SELECT step, '{table.name}', OLD.id, json_group_object(k, o), json_group_object(k, n) "
        f"FROM {NOW}, ({pairs}) WHERE o IS NOT n GROUP BY step",
    )


def _trigger(table: Table, act: str, selection: str) -> str:
    columns = "step_id, table_name, row_id, before, after"
    return (
        f'CREATE TEMP TRIGGER "noted_{act.lower()}_{table.name}" AFTER {act} ON main."{table.name}" '
        f"BEGIN INSERT INTO journal_change ({columns}) {selection}; END"
    )


def _row(names: list[str], row: str) -> str:
    pairs = ", ".join(f"""'{name}', {row}."{name}\"""" for name in names)
    return f"json_object({pairs})"
