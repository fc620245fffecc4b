"""How is the user asked something? By one door, which tests answer without a dialog.

Ask seldom: what can be undone is done at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import icons, labels, memory, style
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.line_question import LineQuestion

# Only for the type checker: printing support is loaded when something is printed.
if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FileKind = tuple[Words, str]
"""What a file is called and its patterns: (Message("PDF file"), "*.pdf")."""

PDF: FileKind = (Message("PDF file"), "*.pdf")
DOCX: FileKind = (Message("Word file"), "*.docx")
SCAN: FileKind = (Message("Scan or picture"), "*.pdf *.jpg *.jpeg *.png *.tif *.tiff")
ANY: FileKind = (Message("All files"), "*")

CANCEL = Message("Cancel")


class NoPrinter(Enum):
    """The answer of a machine without a printer."""

    NO_PRINTER = "no printer"


NO_PRINTER = NoPrinter.NO_PRINTER


AnyDialog = TypeVar("AnyDialog", bound=QDialog)

_FOLDER = "ask/folder"
_SIGN = 40  # logical pixels


class Asker(Protocol):
    """Who answers: the dialogs below, or a test. An answer of None means that the user turned away."""

    def yes_no(self, question: Words, yes: Words, no: Words, detail: Words) -> bool: ...
    def choose(self, question: Words, options: Sequence[Words], detail: Words) -> int | None: ...
    def text(self, question: Words, suggested: str, refused: Refused | None) -> str | None: ...
    def open_file(self, title: Words, kinds: Sequence[FileKind]) -> Path | None: ...
    def save_file(self, title: Words, suggested: str, kinds: Sequence[FileKind]) -> Path | None: ...
    def folder(self, title: Words) -> Path | None: ...
    def printer(self, name: str, pages: int) -> QPrinter | NoPrinter | None: ...


def yes_no(question: Words, *, yes: Words, no: Words = CANCEL, detail: Words = "") -> bool:
    """`yes` and `no` are verbs ("Seal", "Cancel"), never "Yes" and "No"; Esc and Enter both mean no."""
    return _asker.yes_no(question, yes, no, detail)


def choose(question: Words, options: Sequence[Words], *, detail: Words = "") -> int | None:
    """The place of the chosen option, each of which is a button."""
    return _asker.choose(question, options, detail)


def text(question: Words, *, suggested: str = "", refused: Refused | None = None) -> str | None:
    """One line, without spaces at its ends; `refused` is why what is suggested was not taken before."""
    return _asker.text(question, suggested, refused)


def open_file(title: Words, kinds: Sequence[FileKind] = (ANY,)) -> Path | None:
    """A file that is there."""
    return _asker.open_file(title, kinds)


def save_file(title: Words, suggested: str, kinds: Sequence[FileKind]) -> Path | None:
    """Where to write; the ending of the chosen kind is added. A file that is there was asked about."""
    return _asker.save_file(title, suggested, kinds)


def folder(title: Words) -> Path | None:
    """A folder that is there."""
    return _asker.folder(title)


def printer(name: str, pages: int) -> QPrinter | NoPrinter | None:
    """On which printer, which pages: set up and ready to be painted on. NO_PRINTER where the machine has none."""
    return _asker.printer(name, pages)


def answer_by(asker: Asker) -> Asker:
    """From now on this one answers; returns who did before."""
    global _asker
    before, _asker = _asker, asker
    return before


class Dialogs:
    """The user answers. The only place in the program with a QMessageBox."""

    def yes_no(self, question: Words, yes: Words, no: Words, detail: Words) -> bool:
        box = _box(question, detail)
        agreed = box.addButton(labels.literal(yes), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(labels.literal(no), QMessageBox.ButtonRole.RejectRole))
        _answer(box)
        return box.clickedButton() is agreed

    def choose(self, question: Words, options: Sequence[Words], detail: Words) -> int | None:
        box = _box(question, detail)
        buttons = [box.addButton(labels.literal(option), QMessageBox.ButtonRole.ActionRole) for option in options]
        box.setEscapeButton(box.addButton(str(CANCEL), QMessageBox.ButtonRole.RejectRole))
        _answer(box)
        clicked = box.clickedButton()
        return buttons.index(clicked) if clicked in buttons else None

    def text(self, question: Words, suggested: str, refused: Refused | None) -> str | None:
        dialog = LineQuestion(_window(), question, suggested, refused)
        return dialog.line.text().strip() if _answer(dialog) else None

    def open_file(self, title: Words, kinds: Sequence[FileKind]) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(_window(), str(title), _last_folder(), _filters(kinds))
        return _remembered(Path(chosen)) if chosen else None

    def save_file(self, title: Words, suggested: str, kinds: Sequence[FileKind]) -> Path | None:
        dialog = QFileDialog(_window(), str(title), _last_folder(), _filters(kinds))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_ending(kinds[0]))
        dialog.selectFile(suggested)
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_ending_of_filter(chosen)))
        return _remembered(Path(dialog.selectedFiles()[0])) if _answer(dialog) else None

    def folder(self, title: Words) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(_window(), str(title), _last_folder())
        return _remembered(Path(chosen)) if chosen else None

    def printer(self, name: str, pages: int) -> QPrinter | NoPrinter | None:
        # Printing support is loaded when something is printed.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            return NO_PRINTER
        chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
        chosen.setDocName(name)
        chosen.setFullPage(True)
        dialog = QPrintDialog(chosen, _window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
        return chosen if _answer(dialog) else None


def _box(question: Words, detail: Words) -> QMessageBox:
    box = QMessageBox(_window())
    box.setIconPixmap(icons.icon("circle-question-mark", "accent").pixmap(QSize(_SIGN, _SIGN), box.devicePixelRatioF()))
    box.setWindowTitle(QApplication.applicationDisplayName())
    box.setText(str(question))
    box.setInformativeText(str(detail))
    return _literal(box)


def _literal(dialog: AnyDialog) -> AnyDialog:
    """Qt would take a member's name for markup where it looks like it."""
    for label in dialog.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    return dialog


def _window() -> QWidget | None:
    """What the question stands before; a dialog that is just closing would take the new one with it."""
    window = QApplication.activeWindow()
    return window if window is not None and window.isVisible() else None


def _answer(dialog: QDialog) -> bool:
    """Ask; the dialog is gone with the next turn of the event loop, whoever its parent is."""
    if dialog.parentWidget() is None:
        style.wear(dialog)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed


def _filters(kinds: Sequence[FileKind]) -> str:
    return ";;".join(f"{name} ({patterns})" for name, patterns in kinds)


def _ending(kind: FileKind) -> str:
    return kind[1].split()[0].lstrip("*.")


def _ending_of_filter(chosen: str) -> str:
    return chosen.rpartition("(")[2].rstrip(")").split()[0].lstrip("*.")


def _last_folder() -> str:
    kept = memory.recall(_FOLDER)
    return kept if isinstance(kept, str) and Path(kept).is_dir() else str(Path.home())


def _remembered(chosen: Path) -> Path:
    memory.keep(_FOLDER, str(chosen.parent))
    return chosen


_asker: Asker = Dialogs()
