"""How is the office read, and how is it changed?

`with reading(store) as session:` shows; nothing can be written through it. `with work(store, message) as session:` is
one change: all of it is kept, or nothing, and the journal has a step that can be undone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.store import trouble
from ayil_desktop.store.base import subject_of
from ayil_desktop.store.opening import Store


@dataclass(frozen=True, slots=True)
class Done:
    """What an action did: the text for the user, the subjects whose screens may look different now, the new record."""

    message: Message
    touched: frozenset[str] = frozenset()
    made: str | None = None


@contextmanager
def reading(store: Store) -> Iterator[Session]:
    """What was selected stays usable after the block; every attempt to write raises."""
    with (
        trouble.told(store.folder),
        store.engine.connect() as connection,
        Session(connection) as session,
    ):
        yield session
        session.expunge_all()


@contextmanager
def work(store: Store, message: Message, *, lasting: bool = False, bulk: bool = False) -> Iterator[Session]:
    """One change. `lasting` ends the undo stack (import, seal, restore); `bulk` allows whole-table statements."""
    with trouble.told(store.folder), store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=OFF")
        try:
            with Session(connection, expire_on_commit=False, info={"message": message}) as session:
                yield session
                session.flush()
                connection.commit()
        finally:
            connection.rollback()
            connection.exec_driver_sql("PRAGMA query_only=ON")
            connection.rollback()


def done(session: Session, made: str | None = None, *, message: Message | None = None) -> Done:
    """The answer of an action, at the end of its `work` block; `message` where the step's own name is not the news."""
    changed = [*session.new, *session.dirty, *session.deleted]
    session.flush()
    said = message or session.info["message"]
    return Done(said, frozenset(subject_of(type(record)) for record in changed), made)
