"""Which steps of a sitting can still be turned round after something was sealed?"""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, MetaData, Row, Table, select

from ayil_desktop.store.base import FrozenBy
from ayil_desktop.store.frozen import is_sealed
from ayil_desktop.store.journal_tables import CHANGE
from ayil_desktop.store.sitting import Entry


def after_sealing(connection: Connection, records: MetaData, entries: Sequence[Entry], seal: int) -> list[Entry]:
    """All but the steps that changed what is sealed now, and those that a lost later step or the seal rests on.

    `seal` is the step that sealed. A step is turned round without those that were lost: it must not touch their rows,
    take away a row that they name, or name one that they took away.
    """
    lost = _of_step(connection, seal)
    left: list[Entry] = []
    for entry in reversed(entries):
        changes = _of_step(connection, entry.step)
        if any(_is_final(connection, records, one) for one in changes) or _are_entangled(changes, lost):
            lost += changes
        else:
            left.append(entry)
    return left[::-1]


def _of_step(connection: Connection, step: int) -> list[Row[Any]]:
    return list(connection.execute(select(CHANGE).where(CHANGE.c.step_id == step)).all())


def _is_final(connection: Connection, records: MetaData, change: Row[Any]) -> bool:
    table = records.tables[change.table_name]
    frozen_by: FrozenBy | None = table.info.get("frozen_by")
    if table.info.get("append_only"):
        return True
    return frozen_by is not None and _is_frozen(connection, table, frozen_by, change)


def _is_frozen(connection: Connection, table: Table, frozen_by: FrozenBy, change: Row[Any]) -> bool:
    """Whether the row is sealed, as it stands or, where it is gone, as it stood."""
    row = f'SELECT 1 FROM "{table.name}" AS "kept" WHERE "kept"."id" = ? AND {is_sealed(frozen_by, "kept")}'
    if connection.exec_driver_sql(row, (change.row_id,)).first() is not None:
        return True
    held = json.loads(change.before or change.after)
    seal = f'SELECT 1 FROM "{frozen_by.seals}" WHERE "{frozen_by.seals_column}" = ?'
    where = change.row_id if frozen_by.column == "id" else held.get(frozen_by.column)
    named = "" if not frozen_by.named_in else f' AND instr("{frozen_by.named_in}", ?)'
    values = (where, change.row_id) if named else (where,)
    return where is not None and connection.exec_driver_sql(seal + named, values).first() is not None


def _are_entangled(changes: Sequence[Row[Any]], lost: Sequence[Row[Any]]) -> bool:
    rows = {(one.table_name, one.row_id) for one in lost}
    gone = [one.row_id for one in lost if one.after is None]
    told = [image for one in lost for image in (one.before, one.after) if image]
    return any(
        (one.table_name, one.row_id) in rows
        or (one.before is None and any(one.row_id in image for image in told))
        or (one.before is not None and any(row_id in one.before for row_id in gone))
        for one in changes
    )
