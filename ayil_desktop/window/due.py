"""What is due in the tabs that nobody has looked at yet?"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from contextlib import suppress

from PySide6.QtCore import QObject

from ayil_desktop.store.trouble import StoreTrouble
from ayil_desktop.subjects import Subject
from ayil_desktop.widgets.stepwise import Steps, Stepwise
from ayil_desktop.window.desk import OpenDesk


class Due(QObject):
    """Asks the subjects in place of their tabs, until those are there and tell it themselves."""

    def __init__(
        self, desk: OpenDesk, subjects: Iterable[Subject], is_built: Callable[[str], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._subjects = [subject for subject in subjects if subject.duties]
        self._is_built = is_built
        self._looking = Stepwise(self)
        self._is_loaded = False

    def look(self) -> None:
        """To be called first when all subjects are loaded: to import them here would be felt."""
        self._is_loaded = True
        self._looking.begin(self._look())

    def look_again(self) -> None:
        """Something was changed."""
        if self._is_loaded:
            self.look()

    def rest(self) -> None:
        """The office is being closed."""
        self._looking.drop()

    def _look(self) -> Steps:
        for subject in self._subjects:
            if self._is_built(subject.name):
                continue
            # Whoever asks for it himself is told of a trouble.
            with suppress(StoreTrouble):
                found = yield from importlib.import_module(subject.duties).look(self._desk)
                if not self._is_built(subject.name):
                    self._desk.show_duties(found)
