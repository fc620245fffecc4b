"""When are the words of all meetings made ready for the search, so that nobody waits for them?"""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from ayil_desktop.meetings.search_index import SearchIndex
from ayil_desktop.store.open_store import Store
from ayil_desktop.widgets.tab import Hit

_SLICE, _PAUSE = 4, 20  # milliseconds of preparation, and between two of them


class IdleSearch(QObject):
    """Prepares the index in idle moments, beginning with the first `forget`."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._index: SearchIndex | None = None
        self._idle = QTimer(self, interval=_PAUSE)
        self._idle.timeout.connect(self._go_on)

    def find(self, text: str) -> Sequence[Hit]:
        """What holds the words, as things stand now."""
        return self._made().find(text)

    def forget(self) -> None:
        """Texts may have changed; those that did not are known still."""
        self._index = None
        self._idle.start()

    def rest(self) -> None:
        """Nobody will search any more."""
        self._idle.stop()

    def _made(self) -> SearchIndex:
        if self._index is None:
            self._index = SearchIndex(self._store)
        return self._index

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        index = self._made()
        while clock.elapsed() < _SLICE:
            if not index.warm():
                self._idle.stop()
                return
