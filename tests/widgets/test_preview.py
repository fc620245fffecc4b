"""Is what is seen the document, and is what is seen what is printed?"""

import gc
import io
import re
import subprocess
import sys

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from reportlab.lib.pagesizes import A3, A4, A6, landscape
from reportlab.pdfgen import canvas

from ayil_desktop.language import catalogue
from ayil_desktop.widgets import ask, palette, paper_printer, translating
from ayil_desktop.widgets.page_view import PageView
from ayil_desktop.widgets.pdf_pages import PdfPages
from ayil_desktop.widgets.preview import Preview


def pdf(sizes=(A4,) * 3, red=True):
    """Pages with a coloured square of an inch at the upper left corner, and a black one in the middle."""
    out = io.BytesIO()
    paper = canvas.Canvas(out)
    for width, height in sizes:
        paper.setPageSize((width, height))
        paper.setFillColorRGB(1 if red else 0, 0, 0)
        paper.rect(0, height - 72, 72, 72, stroke=0, fill=1)
        paper.setFillColorRGB(0, 0, 0)
        paper.rect(width / 2, height / 2, 72, 72, stroke=0, fill=1)
        paper.showPage()
    paper.save()
    return out.getvalue()


@pytest.fixture
def view(qtbot):
    made = PageView()
    made.resize(900, 600)
    qtbot.addWidget(made)
    with qtbot.wait_exposed(made):
        made.show()
    return made


@pytest.fixture
def preview(qtbot):
    made = Preview("Протокол 3", language="ky")
    made.resize(1100, 700)
    qtbot.addWidget(made)
    with qtbot.wait_exposed(made):
        made.show()
    made.show_pdf(pdf())
    return made


# Pages


def test_a_page_is_drawn_at_its_scale_in_colour_or_grey():
    with PdfPages(pdf([A4, landscape(A3)])) as pages:
        assert len(pages) == 2
        assert pages.sizes[1].toSize() == QSizeF(*landscape(A3)).toSize()
        image = pages.image(0, 1)
        assert (image.width(), image.height()) == (596, 842)
        assert image.pixelColor(10, 10).name() == "#ff0000"
        assert image.pixelColor(300, 10).name() == "#ffffff"
        grey = pages.image(0, 2, grey=True)
        assert grey.format() == QImage.Format.Format_Grayscale8
        assert grey.width() == 1191
        shade = grey.pixelColor(20, 20)
        assert shade.red() == shade.green() == shade.blue() < 255


def test_a_picture_outlives_its_document():
    pages = PdfPages(pdf())
    image = pages.image(0, 1)
    pages.close()
    assert image.pixelColor(10, 10).name() == "#ff0000"


def test_neither_pdfium_nor_printing_is_loaded_before_a_preview():
    check = (
        "import sys, ayil_desktop.widgets.preview;"
        "print([name for name in ('pypdfium2', 'PySide6.QtPrintSupport') if name in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


# The view


def test_only_pages_in_sight_are_drawn(view, monkeypatch):
    drawn = []
    pages = PdfPages(pdf([A4] * 30))
    monkeypatch.setattr(
        pages, "image", lambda page, scale: drawn.append(page) or QImage(10, 10, QImage.Format.Format_RGB32)
    )
    view.show_pages(pages)
    view.grab()
    assert set(drawn) == {0}
    view.go_to_page(20)
    view.grab()
    assert set(drawn) <= {0, 19, 20, 21}
    drawn.clear()
    view.grab()
    assert drawn == []


def test_the_page_stands_on_the_screen_as_it_is_in_the_file(view):
    view.show_pages(PdfPages(pdf()))
    view.set_zoom(1)
    picture = view.viewport().grab().toImage()
    left = (view.viewport().width() - round(A4[0] * 96 / 72)) // 2
    assert picture.pixelColor(left + 20, 36).name() == "#ff0000"
    assert picture.pixelColor(left + 400, 36).name() == "#ffffff"


def test_zoom_follows_keys_wheel_and_window(view, qtbot):
    view.show_pages(PdfPages(pdf()))
    fitted = view.zoom
    assert view.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(fitted * 1.25)
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(fitted)
    turn = QWheelEvent(
        *(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton),
        *(Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(view.viewport(), turn)
    assert view.zoom > fitted
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    view.resize(500, 600)
    assert view.zoom == pytest.approx((view.viewport().width() - 32) / (A4[0] * 96 / 72))
    for _ in range(20):
        view.zoom_in()
    assert view.zoom == 3
    for _ in range(20):
        view.zoom_out()
    assert view.zoom == 0.25


def test_a_wide_window_does_not_blow_the_paper_up_unless_asked(view):
    view.resize(1600, 600)
    view.show_pages(PdfPages(pdf()))
    assert view.zoom == 1.25
    view.fit_width()
    assert view.zoom > 1.8


def test_the_middle_of_the_screen_stays_when_zooming(view):
    view.show_pages(PdfPages(pdf([A4] * 9)))
    view.go_to_page(5)
    for _ in range(3):
        view.zoom_in()
    assert view.page == 5


def test_pages_are_leafed_through_by_keys(view, qtbot):
    view.show_pages(PdfPages(pdf([A4] * 9)))
    with qtbot.wait_signal(view.page_changed, check_params_cb=lambda page: page == 8):
        qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0
    view.go_to_page(99)
    assert view.page == 0


def test_another_document_shows_the_same_page(view):
    view.show_pages(PdfPages(pdf([A4] * 9)))
    view.go_to_page(4)
    view.show_pages(PdfPages(pdf([A4] * 7)))
    assert view.page == 4
    view.show_pages(PdfPages(pdf([A4] * 2)))
    assert view.page == 1


def test_an_empty_view_can_be_painted_and_leafed(view, qtbot):
    view.grab()
    qtbot.keyClick(view, Qt.Key.Key_End)
    view.zoom_in()
    assert view.page == 0


# The preview


def test_the_preview_says_where_one_is(preview):
    assert preview.page_words.text() == "Page 1 of 3"
    buttons = {button.accessibleName(): button for button in preview.findChildren(QToolButton)}
    buttons["Next page"].click()
    assert preview.page_words.text() == "Page 2 of 3"
    buttons["Previous page"].click()
    assert preview.page_words.text() == "Page 1 of 3"
    zoom = preview.zoom_words.text()
    buttons["Larger (Ctrl++)"].click()
    assert preview.zoom_words.text() != zoom


def test_files_and_languages_are_asked_of_whoever_opened_it(preview, qtbot):
    with qtbot.wait_signals([preview.pdf_asked, preview.docx_asked]):
        preview.pdf_button.click()
        preview.docx_button.click()
    preview.language.setFocus()
    with qtbot.wait_signal(preview.language_asked, check_params_cb=lambda language: language == "ru"):
        qtbot.keyClick(preview.language, Qt.Key.Key_Down)
    catalogue.use("ru")
    translating.translate(preview)


def printer(tmp_path, *, first=0, last=0, copies=1):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setFullPage(True)
    made.setFromTo(first, last)
    made.setCopyCount(copies)
    return made


def printed(tmp_path):
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    pictures = [page.render(scale=1).to_pil().convert("RGB") for page in document]
    sizes = [tuple(round(side) for side in page.get_size()) for page in document]
    document.close()
    return sizes, pictures


def test_what_is_seen_is_printed_in_grey_on_its_own_paper(preview, answers, told, tmp_path, qtbot):
    preview.show_pdf(pdf([A4, landscape(A4), A3]))
    answers.will("printer", printer(tmp_path))
    preview.print_button.click()
    assert not preview.print_button.isEnabled()
    qtbot.wait_until(preview.print_button.isEnabled)
    sizes, pictures = printed(tmp_path)
    assert sizes == [(595, 842), (842, 595), (842, 1191)]
    for picture in pictures:
        red, green, blue = picture.getpixel((20, 20))
        assert red == green == blue < 200
        assert picture.getpixel((picture.width // 2 + 20, picture.height // 2 - 20)) == (0, 0, 0)
        assert picture.getpixel((picture.width - 10, 10)) == (255, 255, 255)
    assert told.words == ["“Протокол 3” was sent to the printer."]


def test_some_pages_are_printed_and_copied(preview, answers, tmp_path, qtbot):
    answers.will("printer", printer(tmp_path, first=2, last=3))
    preview.print_pages()
    qtbot.wait_until(preview.print_button.isEnabled)
    assert len(printed(tmp_path)[0]) == 2


def test_pages_beyond_the_last_are_not_printed_and_copies_repeat():
    class Printer:
        def __init__(self, first, last, copies, able):
            self.answers = {"fromPage": first, "toPage": last, "copyCount": copies, "supportsMultipleCopies": able}

        def __getattr__(self, name):
            return lambda: self.answers[name]

    assert list(paper_printer.chosen(Printer(2, 9, 2, False), 3)) == [1, 2, 1, 2]
    assert list(paper_printer.chosen(Printer(0, 0, 2, True), 3)) == [0, 1, 2]


def test_paper_is_known_by_its_size():
    upright, wide = paper_printer.layout(QSizeF(*A4)), paper_printer.layout(QSizeF(*landscape(A3)))
    assert upright.pageSize().name() == "A4"
    assert wide.pageSize().name() == "A3"
    assert wide.orientation() == QPageLayout.Orientation.Landscape
    assert wide.margins() == QMarginsF()


def wait_for_sending(preview, qtbot, count):
    """Until one of so many pages is on its way."""
    sending = re.compile(rf"Sending page \d+ of {count} to the printer")
    qtbot.wait_until(lambda: any(sending.fullmatch(label.text()) for label in preview.findChildren(QLabel)))


def test_printing_goes_on_when_the_preview_is_closed(answers, told, tmp_path, qtbot):
    preview = Preview("Протокол 3", language="ky")
    preview.show()
    preview.show_pdf(pdf([A6] * 12))
    answers.will("printer", printer(tmp_path))
    preview.print_pages()
    wait_for_sending(preview, qtbot, count=12)
    with qtbot.wait_signal(preview.destroyed):
        preview.deleteLater()
    gc.collect()
    qtbot.wait_until(lambda: told.words == ["“Протокол 3” was sent to the printer."], timeout=20_000)
    assert len(printed(tmp_path)[0]) == 12


def test_the_program_prints_to_the_end_before_it_quits(tmp_path):
    (tmp_path / "document.pdf").write_bytes(pdf([A6] * 20))
    program = f"""
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from ayil_desktop.widgets.paper_printer import PrintRun
app = QApplication(["-platform", "offscreen"])
printer = QPrinter(QPrinter.PrinterMode.HighResolution)
printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
printer.setOutputFileName({str(tmp_path / "printed.pdf")!r})
run = PrintRun(Path({str(tmp_path / "document.pdf")!r}).read_bytes(), printer)
run.printing.connect(lambda page, count: QTimer.singleShot(0, app.quit))
run.start()
app.exec()
"""
    finished = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert finished.returncode == 0, finished.stderr
    assert len(printed(tmp_path)[0]) == 20


def test_printing_can_be_stopped(preview, answers, told, tmp_path, qtbot):
    preview.show_pdf(pdf([A4] * 50))
    answers.will("printer", printer(tmp_path))
    preview.print_pages()
    preview.print_pages()  # a second time while it prints does nothing
    wait_for_sending(preview, qtbot, count=50)
    cancel = next(button for button in preview.findChildren(QPushButton) if button.text() == "Cancel")
    cancel.click()
    assert preview.print_button.isEnabled()
    assert told.words == ["Printing was stopped; pages that were sent already may still come out."]


def test_another_document_may_be_shown_while_one_prints(preview, answers, tmp_path, qtbot):
    answers.will("printer", printer(tmp_path))
    preview.print_pages()
    preview.show_pdf(pdf([A4]))
    qtbot.wait_until(preview.print_button.isEnabled)
    assert len(printed(tmp_path)[0]) == 3


def test_a_printer_that_cannot_be_written_to_is_told(preview, answers, told, tmp_path, qtbot):
    broken = printer(tmp_path / "no such folder")
    answers.will("printer", broken)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("PySide6.QtGui.QPainter.begin", lambda self, device: False)
        preview.print_pages()
        qtbot.wait_until(preview.print_button.isEnabled)
    assert "stopped" in told.words[-1]


def test_without_a_printer_the_user_is_told_and_offered_the_file(preview, answers, told, qtbot):
    answers.will("printer", ask.NO_PRINTER, None)
    preview.print_pages()
    assert "No printer was found" in told.words[0]
    with qtbot.wait_signal(preview.pdf_asked):
        told.take("Save as PDF")
    preview.print_pages()
    assert len(told.notices) == 1


def test_the_real_question_knows_that_there_is_no_printer(preview, told):
    from PySide6.QtPrintSupport import QPrinterInfo

    if QPrinterInfo.availablePrinterNames():
        pytest.skip("a printer is there")
    assert ask.printer("x", 3) is ask.NO_PRINTER


def test_the_paper_stays_white_at_night(view):
    from ayil_desktop.widgets import style

    style.use(style.Scheme.DARK)
    view.show_pages(PdfPages(pdf()))
    view.set_zoom(1)
    picture = view.viewport().grab().toImage()
    left = (view.viewport().width() - round(A4[0] * 96 / 72)) // 2
    assert picture.pixelColor(left + 400, 36).name() == "#ffffff"
    assert picture.pixelColor(2, 2).name() != palette.LIGHT.window


def test_texts_that_have_no_russian_words_are_told_over_the_pages(preview):
    assert not preview.untranslated.isVisible()
    preview.tell_untranslated(6)
    assert preview.untranslated.isVisible() and "6" in preview.untranslated.text()
    preview.tell_untranslated(0)
    assert not preview.untranslated.isVisible()
