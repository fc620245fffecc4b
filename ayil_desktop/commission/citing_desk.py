"""How is a no of one body said without the clauses of another one's regulation?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from ayil_desktop.language.message import Message
from ayil_desktop.office import charters
from ayil_desktop.widgets.tab import Desk, Duty

# Only for the type checker: paper and store are not loaded with the screen.
if TYPE_CHECKING:
    from ayil_desktop.printing.document import Document
    from ayil_desktop.store.open_store import Store
    from ayil_desktop.store.work import Done


class CitingDesk:
    """The desk of the window, but that a rule names its clause only where the body's own charter has it."""

    def __init__(self, desk: Desk, regulations: Callable[[], Collection[str]]) -> None:
        """`regulations` answers whose clauses bind the body that is shown: {"CN"}."""
        self._desk = desk
        self._regulations = regulations

    @property
    def store(self) -> Store:
        return self._desk.store

    def today(self) -> date:
        return self._desk.today()

    def run(self, action: Callable[[], Done]) -> Done | None:
        with charters.citing(self._regulations()):
            return self._desk.run(action)

    def run_together(self, title: Message, changes: Callable[[], object]) -> bool:
        return self._desk.run_together(title, changes)

    def show_clause(self, clause: str) -> None:
        self._desk.show_clause(clause)

    def preview(self, make: Callable[[str], Document], name: str) -> None:
        def citing(language: str) -> Document:
            with charters.citing(self._regulations()):
                return make(language)

        self._desk.preview(citing, name)

    def go_to(self, subject: str, record: str) -> None:
        self._desk.go_to(subject, record)

    def tell(self, message: Message) -> None:
        self._desk.tell(message)

    def show_duties(self, duties: Iterable[Duty]) -> None:
        self._desk.show_duties(duties)
