"""How are files added to a matter, opened and taken off again?"""

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Attachment
from ayil_desktop.refused import Refused
from ayil_desktop.store import blobs
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.trouble import StoreTrouble
from ayil_desktop.widgets import ask, icons, notice
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.labels import Button
from ayil_desktop.widgets.refusal import RefusalNote


class Papers(QWidget):
    """Each file as a button that opens it or takes it off; `picked` gives a file to add, `dropped` the id of a row."""

    picked = Signal(Path)
    dropped = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.button = Button(Message("Attach a file…"), sign="paperclip")
        self.button.clicked.connect(self._pick)
        self.note = RefusalNote()
        self._rows: list[Button] = []
        place = QWidget()
        self._flow = FlowLayout(place)
        self._flow.addWidget(self.button)
        place.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(place, 1)
        row.addWidget(self.note, 1)

    def show_papers(self, rows: Sequence[tuple[str, Attachment]]) -> None:
        """The files of a matter as (id of its row, file)."""
        self.note.clear()
        for button in self._rows:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._rows = [self._paper(row_id, attachment) for row_id, attachment in rows]
        for button in self._rows:
            self._flow.addWidget(button)
        self.updateGeometry()

    @property
    def names(self) -> list[str]:
        """The files as they are written on the buttons."""
        return [button.text() for button in self._rows]

    def _paper(self, row_id: str, attachment: Attachment) -> Button:
        button = Button(attachment.name, sign="file-text")
        menu = QMenu(button)
        lines = ((Message("Open"), "", self.opened), (Message("Take off"), "trash-2", self.dropped))
        for words, sign, signal in lines:
            line = menu.addAction(str(words))
            if sign:
                line.setIcon(icons.icon(sign))
            line.triggered.connect(partial(signal.emit, row_id))
        button.setMenu(menu)
        return button

    def _pick(self) -> None:
        path = ask.open_file(Message("Attach a file"), (ask.SCAN,))
        if path is not None:
            self.picked.emit(path)

    def show_refusal(self, refused: Refused) -> None:
        """Beside the button: what is wrong with the file."""
        self.note.show_refusal(refused)


def open_copy(store: Store, attachment: Attachment) -> None:
    """Show a file with the program of the system; what is shown is a copy, the office keeps its own."""
    try:
        content = blobs.read(store, attachment.sha256)
    except StoreTrouble as trouble:
        notice.trouble(trouble.message)
        return
    copy = Path(tempfile.mkdtemp(prefix="ayil-")) / (Path(attachment.name).name or "paper")
    copy.write_bytes(content)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
