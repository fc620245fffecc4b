"""How does a change become a step of the journal?"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, MetaData, func, insert, select

from ayil_desktop.language.message import Message
from ayil_desktop.store import base, images
from ayil_desktop.store.journal_tables import CHANGE, STEP


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that a step added, changed or removed; the images are JSON of raw columns, as the journal keeps them."""

    table: str
    row: str
    before: str | None
    after: str | None


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


def last(connection: Connection) -> int:
    """The newest step; 0 where nothing was changed yet."""
    return connection.scalar(select(func.max(STEP.c.id))) or 0


def changed_since(connection: Connection, step: int) -> Sequence[Changed] | None:
    """The rows that later steps changed, in order; None where one of them kept no images (an import), or where the
    step is not known any more (a restored office)."""
    if last(connection) < step:
        return None
    later = set(connection.scalars(select(STEP.c.id).where(STEP.c.id > step)))
    noted = select(CHANGE.c.step_id, CHANGE.c.table_name, CHANGE.c.row_id, CHANGE.c.before, CHANGE.c.after)
    found = connection.execute(noted.where(CHANGE.c.step_id > step).order_by(CHANGE.c.id)).all()
    if later != {one.step_id for one in found}:
        return None
    return [Changed(one.table_name, one.row_id, one.before, one.after) for one in found]


def subjects(records: MetaData, tables: frozenset[str]) -> frozenset[str]:
    """Whose screens may look different now."""
    return frozenset(base.subject_of(records.tables[name].info["record"]) for name in tables)
