"""Does Qt speak the user's language?"""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QScrollBar,
    QSpinBox,
    QTabWidget,
)

from ayil_desktop.language import qt_texts
from ayil_desktop.language.qt_texts import qt_text

# Figures and marks read the same in every language; the last ones nobody ever sees.
SAME_EVERYWHERE = {"...", "%p%", "1 (1x1)", "2 (2x1)", "4 (2x2)", "6 (2x3)", "9 (3x3)", "16 (4x4)"}
SAME_EVERYWHERE |= {"Cicero (CC)", "Didot (DD)", "Pica (P̸)", "Alt+Left", "Alt+Right", "Alt+Up"}
NEVER_SEEN = {"Form", "QT_LAYOUT_DIRECTION"}
# Sizes of paper are names; of the keys only some have words on them.
NAMES = {"QPageSize", "QShortcut"}


class Recorder(QTranslator):
    """Notes each text that Qt asks for."""

    def __init__(self):
        super().__init__()
        self.asked = set()

    def isEmpty(self):
        return False

    def translate(self, context, source, *_rest):
        self.asked.add((context, source))
        return qt_text(context, source)


@pytest.fixture
def qt_asks(request):
    request.getfixturevalue("qapp")
    recorder = Recorder()
    QCoreApplication.installTranslator(recorder)
    yield recorder.asked
    QCoreApplication.removeTranslator(recorder)


def everything(translated):
    """A catalogue that holds all Qt texts, each in angle brackets."""
    translated(ky={(text.context, text.msgid): f"‹{text.msgid}›" for text in qt_texts.ALL})


def test_a_button_reads_in_the_language_of_the_screen(translated, qt_asks):
    translated(ky={("Qt", "Cancel"): "Жокко чыгаруу", ("Qt", "OK"): "Жарайт"})
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    assert {button.text().replace("&", "") for button in buttons.buttons()} == {"Жарайт", "Жокко чыгаруу"}


def test_where_there_is_nothing_qt_keeps_its_own(translated):
    translated(ky={("Qt", "Cancel"): "Жокко чыгаруу"})
    assert qt_text("QPlatformTheme", "Cancel") == "Жокко чыгаруу"
    assert qt_text("QPlatformTheme", "Apply") is None
    assert qt_text("QSslSocket", "No such text") is None


def test_names_of_keys_are_not_directions(translated):
    translated(ky={("Qt", "Size"): "Өлчөмү", ("key", "Left"): "Солго"})
    assert qt_text("QShortcut", "Left") == "Солго"
    assert qt_text("QFileSystemModel", "Left") is None
    assert qt_text("QShortcut", "Size") is None


def test_a_moved_access_key_does_not_lose_the_text(translated):
    translated(ky={("Qt", "Look in:"): "Кайдан:"})
    assert qt_text("QFileDialog", "Look in:") == qt_text("QFileDialog", "&Look in:") == "Кайдан:"


def test_no_text_stands_twice():
    kept = [(text.context, text.msgid) for text in qt_texts.ALL]
    assert len(kept) == len(set(kept))


def test_every_text_that_the_program_s_widgets_ask_for_is_there(translated, qtbot, qt_asks):
    everything(translated)
    for widget in _widgets():
        qtbot.addWidget(widget)
        widget.show()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            qtbot.addWidget(widget.createStandardContextMenu())
    stack = QUndoStack()
    assert isinstance(stack.createUndoAction(stack), QAction)
    asked = {(context, source) for context, source in qt_asks if context not in NAMES}
    assert len(asked) > 100
    unknown = {source for context, source in asked if qt_text(context, source) is None}
    assert unknown - SAME_EVERYWHERE - NEVER_SEEN == set()


def test_a_shortcut_in_a_menu_names_its_key(translated, qt_asks):
    translated(ky={("key", "Space"): "Боштук"})
    written = QKeySequence("Ctrl+Space").toString(QKeySequence.SequenceFormat.NativeText)
    assert written == "Ctrl+Боштук"


def _widgets():
    """What an office meets, with Qt's own dialogs instead of the system's."""
    files = QFileDialog()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton(0x0FFFFC00))
    box.setDetailedText("…")
    printer = QPrinter()
    yield from (files, box, QPrintDialog(printer))
    yield from (QLineEdit(), QPlainTextEdit(), QSpinBox(), QDateEdit(), QCalendarWidget(), QComboBox())
    yield from (QDockWidget(), QTabWidget(), QScrollBar())
