"""How does a change become a step of the journal?"""

from sqlalchemy import Connection, MetaData, insert, select

from ayil_desktop.language.message import Message
from ayil_desktop.store import base, images
from ayil_desktop.store.journal_tables import CHANGE, STEP


def start(connection: Connection, message: Message, kind: str = "work", inverts: int | None = None) -> int:
    """Everything that changes from here on, in this transaction, belongs to the step."""
    values = {"at": base.now(), "kind": kind, "message": message.as_json(), "inverts": inverts}
    written = connection.execute(insert(STEP).values(values)).inserted_primary_key
    step: int = written[0] if written else 0
    images.name_step(connection, step)
    return step


def changed_tables(connection: Connection, step: int) -> frozenset[str]:
    """The tables with rows that the step added, changed or removed."""
    return frozenset(connection.scalars(select(CHANGE.c.table_name).where(CHANGE.c.step_id == step).distinct()))


def subjects(records: MetaData, tables: frozenset[str]) -> frozenset[str]:
    """Whose screens may look different now."""
    return frozenset(base.subject_of(records.tables[name].info["record"]) for name in tables)
