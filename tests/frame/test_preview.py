"""A document is looked at page by page, in either language, and kept as a file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from ayil_desktop.language.message import Message
from ayil_desktop.office.plain_window import PlainWindow
from ayil_desktop.printing.document import Document, Paragraph
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import background
from ayil_desktop.window.preview_window import PreviewWindow

SLOW = 30_000


@pytest.fixture
def previewed(qtbot, opened, notes):
    """Asks for a preview as a tab does; the window that comes, or None where a rule said no."""

    def preview(make):
        notes.desk.preview(make, "Roster")
        qtbot.wait_until(lambda: not background.jobs().running, timeout=SLOW)
        shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, PreviewWindow)]
        return next((window for window in shown if window.isVisible()), None)

    return preview


def document(language):
    return Document(Message("Roster").into(language), (Paragraph(f"Ң Ө Ү {language}"),), language=language)


def test_it_comes_in_the_language_that_the_office_prefers(previewed):
    made = []

    def make(language):
        made.append(language)
        return document(language)

    window = previewed(make)
    assert made == ["ky"]
    assert window.windowTitle() == "Roster"
    assert "1" in window.preview.page_words.text()
    window.close()


def test_it_is_made_anew_in_the_other_language(qtbot, previewed):
    made = []

    def make(language):
        made.append(language)
        return document(language)

    window = previewed(make)
    window.preview.language_asked.emit("ru")
    qtbot.wait_until(lambda: not background.jobs().running, timeout=SLOW)
    assert made == ["ky", "ru"]
    window.close()


@pytest.mark.parametrize("ending, start", [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_it_is_kept_as_a_file(qtbot, previewed, answers, told, tmp_path, ending, start):
    window = previewed(document)
    target = tmp_path / f"roster.{ending}"
    answers.will("save_file", target)
    (window.preview.pdf_asked if ending == "pdf" else window.preview.docx_asked).emit()
    qtbot.wait_until(target.exists, timeout=SLOW)
    qtbot.wait_until(lambda: bool(told.notices), timeout=SLOW)
    assert target.read_bytes().startswith(start)
    assert str(target) in told.words[-1]
    window.close()


def test_a_place_that_cannot_be_written_is_told(qtbot, previewed, answers, told, tmp_path):
    window = previewed(document)
    answers.will("save_file", tmp_path / "gone" / "roster.pdf")
    window.preview.pdf_asked.emit()
    qtbot.wait_until(lambda: bool(told.notices), timeout=SLOW)
    assert "is not there" in told.words[-1]
    window.close()


def test_a_document_that_a_rule_forbids_is_refused_in_words(previewed, told):
    def make(language):
        raise Refused(Message("Nothing to print yet."), clause="CN-7.7")

    assert previewed(make) is None
    assert told.words == ["Nothing to print yet."]
    assert told.last.clause == "CN-7.7"


def test_the_paper_of_a_plan_can_be_read_while_the_plan_stands_open(qtbot, opened, previewed):
    """The window *What if* waits for an answer and holds up the main window, not the draft order that it shows."""
    plan = PlainWindow(opened.shell)
    plan.open()
    window = previewed(document)
    # Through the window system: an event sent to the button itself would not notice that the window is held up.
    button = window.preview.findChild(QAbstractButton)
    with qtbot.wait_signal(button.clicked):
        qtbot.mouseClick(
            window.windowHandle(), Qt.MouseButton.LeftButton, pos=button.mapTo(window, button.rect().center())
        )
    plan.close()
