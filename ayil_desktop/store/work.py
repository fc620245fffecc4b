"""How is the office read, and how is it changed?

`with reading(store) as session:` shows; nothing can be written through it. `with work(store, message) as session:` is
one change: all of it is kept, or nothing, and the journal has a step that can be undone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.orm import ORMExecuteState, Session

from ayil_desktop.language.message import Message
from ayil_desktop.store import faults, images, steps, still_undoable
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.sitting import Entry


@dataclass(frozen=True, slots=True)
class Done:
    """What an action did: the text for the user, the subjects whose screens may differ now, the new record's id."""

    message: Message
    touched: frozenset[str] = frozenset()
    made: str | None = None


class ReadingSession(Session):
    """A session that shows."""


class WorkSession(Session):
    """A session that changes."""


@contextmanager
def reading(store: Store) -> Iterator[Session]:
    """What was selected stays usable after the block. Every attempt to write raises, also raw SQL.

    Between the changes of a step that is being made of several it sees those before it.
    """
    if store.turns.joint is not None:
        with _shown(store.turns.joint.connection) as session:
            yield session
        return
    with (
        store.turns.reading(),
        faults.of_database(store.folder, may_write=False),
        store.engine.connect() as connection,
        _shown(connection) as session,
    ):
        yield session


@contextmanager
def work(
    store: Store, message: Message, *, lasting: bool = False, sealing: bool = False, bulk: bool = False
) -> Iterator[Session]:
    """One change; an exception inside it leaves nothing. `message` names the step in the menu and in the history.

    `lasting` ends the undo stack (import, restore); `sealing` ends it for what is sealed, and is no step itself.
    `bulk`, only with `lasting`, allows statements over whole tables and keeps no images of the rows; the history has
    one line for all.
    """
    if bulk and not lasting:
        raise TypeError("bulk work cannot be undone: say lasting=True too")
    if store.turns.joint is not None:
        if lasting or sealing:
            raise RuntimeError("what ends the undo stack is no part of a step of several changes")
        connection, step = store.turns.joint.connection, store.turns.joint.step
        # What is refused and told beside the others leaves nothing behind.
        with connection.begin_nested(), _session(store, connection, message, step) as session:
            yield session
        return
    with store.turn():
        with store.change() as connection:
            step = steps.start(connection, message)
            if bulk:
                images.name_step(connection, None)
            with _session(store, connection, message, step, bulk=bulk) as session:
                yield session
            is_changed = bulk or bool(steps.changed_tables(connection, step))
            if not is_changed:
                connection.rollback()
            left = still_undoable.after_sealing(connection, store.records, store.sitting.undo, step) if sealing else []
        if lasting:
            store.sitting.end()
        elif sealing:
            store.sitting.keep(left)
        elif is_changed:
            store.sitting.add(Entry(step, message))


def done(session: Session, made: str | None = None, *, message: Message | None = None) -> Done:
    """The answer of an action, as the last thing in its `work` block.

    `message` is given where the outcome says more than the step's name ("Adopted: 6 of 8").
    """
    session.flush()
    records, is_bulk = session.info["records"], session.info["bulk"]
    tables = frozenset(records.tables) if is_bulk else steps.changed_tables(session.connection(), session.info["step"])
    return Done(message or session.info["message"], steps.subjects(records, tables), made)


@contextmanager
def _shown(connection: Connection) -> Iterator[Session]:
    with ReadingSession(connection, join_transaction_mode="rollback_only") as session:
        yield session
        if session.new or session.dirty or session.deleted:
            raise RuntimeError("records were changed inside reading(); change them inside work()")


@contextmanager
def _session(
    store: Store, connection: Connection, message: Message, step: int, *, bulk: bool = False
) -> Iterator[Session]:
    info = {"message": message, "step": step, "bulk": bulk, "records": store.records}
    options: dict[str, Any] = {"expire_on_commit": False, "join_transaction_mode": "rollback_only"}
    with WorkSession(connection, info=info, **options) as session:
        yield session
        session.flush()


@event.listens_for(ReadingSession, "before_flush")
def _refuse_writing(session: Session, *_: Any) -> None:
    raise RuntimeError("records were changed inside reading(); change them inside work()")


@event.listens_for(WorkSession, "do_orm_execute")
def _refuse_whole_tables(state: ORMExecuteState) -> None:
    """Statements over many rows leave the loaded records behind; what a step changes, it changes record by record."""
    if (state.is_insert or state.is_update or state.is_delete) and not state.session.info["bulk"]:
        raise RuntimeError("change records one by one, or use work(..., bulk=True, lasting=True)")
