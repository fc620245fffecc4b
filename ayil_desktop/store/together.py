"""How do several changes become one step that is undone at once?"""

from collections.abc import Callable

from ayil_desktop.language.message import Message
from ayil_desktop.store import steps
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.sitting import Entry, Joint
from ayil_desktop.store.work import Done


def together(store: Store, message: Message, changes: Callable[[], object]) -> Done | None:
    """All `work` of this thread inside `changes` is one change and one step with this name; None where nothing changed.

    An exception leaves nothing of any of them.
    """
    with store.turn():
        with store.change() as connection:
            step = steps.start(connection, message)
            with store.turns.joining(Joint(connection, step)):
                changes()
            tables = steps.changed_tables(connection, step)
            if not tables:
                connection.rollback()
        if not tables:
            return None
        store.sitting.add(Entry(step, message))
    return Done(message, steps.subjects(store.records, tables))
