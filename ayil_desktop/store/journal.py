"""What was changed, by which step, and how is a step turned round?

Undoing is itself a change: it writes the rows back as they were, exactly, and is a line of the history. To do a step
again is to turn its undoing round. So one function serves both ways.
"""

import json
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.exc import IntegrityError

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import steps, trouble
from ayil_desktop.store.history import history as history
from ayil_desktop.store.journal_tables import CHANGE
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.sitting import Entry
from ayil_desktop.store.work import Done


def undo(store: Store) -> Done | None:
    """Turn the last step round; None where there is none. Refused when its rows were sealed meanwhile."""
    if not store.sitting.undo:
        return None
    with store.turn():
        last = store.sitting.undo[-1]
        done, turned = _turn_round(store, last, "undo", Message("Undone: {step}", step=last.title))
        store.sitting.undo.pop()
        store.sitting.redo.append(turned)
    return done


def redo(store: Store) -> Done | None:
    """Do the step again that was undone last; None where there is none."""
    if not store.sitting.redo:
        return None
    with store.turn():
        last = store.sitting.redo[-1]
        done, turned = _turn_round(store, last, "redo", Message("Done again: {step}", step=last.title))
        store.sitting.redo.pop()
        store.sitting.push_undo(turned)
    return done


def _turn_round(store: Store, entry: Entry, kind: str, message: Message) -> tuple[Done, Entry]:
    try:
        with store.change() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            step = steps.start(connection, message, kind, inverts=entry.step)
            noted = select(CHANGE).where(CHANGE.c.step_id == entry.step).order_by(CHANGE.c.id.desc())
            for change in connection.execute(noted).all():
                _put_back(connection, change)
            tables = steps.changed_tables(connection, step)
    except Refused:
        store.sitting.end()  # sealed rows stay as they are, and what lies below cannot be reached any more
        raise
    except IntegrityError as error:
        store.sitting.end()  # what was sealed meanwhile stands in the way of rows that hang together with it
        raise trouble.sealed() from error
    return Done(message, steps.subjects(store.records, tables)), Entry(step, entry.title)


def _put_back(connection: Connection, change: Row[Any]) -> None:
    """One row as it was before one change. Values are raw, so that not a digit differs."""
    table, row_id = f'"{change.table_name}"', change.row_id
    if change.before is None:
        # the row may have gone already, with the one it hung on
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        return
    values = json.loads(change.before)
    names = [f'"{name}"' for name in values]
    if change.after is None:
        places = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", (*values.values(),))
        return
    pairs = ", ".join(f"{name} = ?" for name in names)
    connection.exec_driver_sql(f"UPDATE {table} SET {pairs} WHERE id = ?", (*values.values(), row_id))
