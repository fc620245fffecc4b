"""python -m tests.widgets.gallery: pictures of all widgets, in build/look/widgets/, for whoever changes one."""

from pathlib import Path

from tests import offscreen

# Before Qt is loaded.
HOME = offscreen.use_empty_home()
offscreen.use_screen(HOME)

from PySide6.QtCore import Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from ayil_desktop.language import catalogue  # noqa: E402
from ayil_desktop.language.message import Message  # noqa: E402
from ayil_desktop.widgets import ask, kyrgyz_input, notice, style, translating  # noqa: E402
from ayil_desktop.widgets.record_table import RecordTable  # noqa: E402
from ayil_desktop.widgets.text_fields import DateField  # noqa: E402
from tests.widgets import sample  # noqa: E402

FOLDER = Path("build/look/widgets")
SIZES = {"1366x768": (1366, 768), "1093x570": (1093, 570)}


def picture(widget, name):
    QApplication.processEvents()
    widget.grab().save(str(FOLDER / f"{name}.png"))


def tabs(window, name):
    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        picture(window, f"{name}-{window.tabs.tabText(place).lower()}")
    window.tabs.setCurrentIndex(0)


def refused_cell(window, name):
    table = window.tabs.widget(0).findChild(RecordTable)
    editor = table.edit("2", "name")
    editor.setText("Ыр")
    table.grid.editors.leave(editor, 0, 0)
    picture(window, f"{name}-refused-cell")
    QTest.keyClick(editor, Qt.Key.Key_Escape)


def calendar(window, name):
    field = window.tabs.widget(0).findChild(DateField)
    field.line.open_calendar()
    popup = QApplication.activePopupWidget()
    picture(popup, f"{name}-calendar")
    popup.close()


def question(name):
    def look():
        dialog = QApplication.activeModalWidget()
        picture(dialog, f"{name}-question")
        dialog.reject()

    QTimer.singleShot(50, look)
    ask.yes_no(
        Message("Seal the minutes of meeting {number}?", number=3),
        yes=Message("Seal"),
        detail=Message("Sealed minutes can be read and printed, never changed. A correction is a note with a date."),
    )


def take(language, scheme, size):
    catalogue.use(language)
    style.use(scheme)
    window = sample.window()
    window.resize(*SIZES[size])
    window.show()
    window.activateWindow()
    name = f"{language}-{scheme.value.lower()}-{size}"
    told = notice.warning(
        Message("The notice is late: the last day was {day}.", day="07.03.2019"),
        notice.Offer(Message("Repair"), notice.nothing),
        clause="CN-6.2",
    )
    notice.done(Message("The minutes were kept as PDF."))
    translating.translate(window)
    tabs(window, name)
    refused_cell(window, name)
    calendar(window, name)
    question(name)
    notice.board().notices.clear()
    notice.board().close(told)
    window.close()


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    style.dress(app)
    kyrgyz_input.install(app)
    for scheme in style.Scheme:
        for language in catalogue.LANGUAGES:
            take(language, scheme, "1366x768")
    take("ru", style.Scheme.LIGHT, "1093x570")


if __name__ == "__main__":
    main()
