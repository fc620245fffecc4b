"""How is a document looked at before it goes to the printer or into a file?"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import ask, icons, labels, notice, style
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.notice import Offer
from ayil_desktop.widgets.page_view import PageView
from ayil_desktop.widgets.paper_printer import PrintRun
from ayil_desktop.widgets.pdf_pages import PdfPages

LANGUAGES = (Choice("ky", Message("Kyrgyz")), Choice("ru", Message("Russian")))


class Preview(QWidget):
    """The pages of a PDF, with buttons to print them and to keep them as PDF or Word file.

    It prints by itself. `pdf_asked` and `docx_asked` say that the user wants a file, `language_asked` ("ky", "ru") that
    she wants the paper in another language; whoever opened the preview answers with `show_pdf`.
    """

    pdf_asked = Signal()
    docx_asked = Signal()
    language_asked = Signal(str)

    def __init__(self, name: str, *, language: str, languages: Sequence[Choice] = LANGUAGES) -> None:
        super().__init__()
        self._name = name
        self._pages: PdfPages | None = None
        self._run: PrintRun | None = None
        self._languages = languages
        self.view = PageView()
        self.print_button = labels.Button(Message("Print"), sign="printer", main=True)
        self.pdf_button = labels.Button(Message("Save as PDF"), sign="download")
        self.docx_button = labels.Button(Message("Save as Word file"), sign="file-pen")
        self.language = QComboBox()
        self.page_words = labels.Label()
        self.zoom_words = labels.Label(say="muted")
        self.untranslated = labels.Label(say="due", wraps=True)
        self._untranslated: Sequence[Message] = ()
        self._unprintable: Sequence[Message] = ()
        self.untranslated.setContentsMargins(style.STEP * 2, 0, style.STEP * 2, style.STEP)
        self.untranslated.hide()
        self._printing = labels.Label(say="muted")
        self._cancel = labels.Button(Message("Cancel"))
        self._tools: list[tuple[QToolButton, Words]] = []
        self._lay_out()
        self._connect(language)
        self._show_printing(False)
        self.translate()

    def show_pdf(self, pdf: bytes) -> None:
        """These pages from now on."""
        if self._pages:
            self._pages.close()
        self._pages = PdfPages(pdf)
        self.view.show_pages(self._pages)
        self.translate()

    def tell_untranslated(self, count: int, outdated: int = 0) -> None:
        """Over the pages: how many texts of this paper are not in its language, and how many are not up to date."""
        self._untranslated = wording.untranslated(count, outdated)
        self._tell()

    def tell_unprintable(self, signs: str) -> None:
        """Over the pages: for which signs of this paper a box stands."""
        self._unprintable = [wording.unprintable(signs)] if signs else []
        self._tell()

    def _tell(self) -> None:
        self.untranslated.setVisible(bool([*self._untranslated, *self._unprintable]))
        self.translate()

    def print_pages(self) -> None:
        """Ask for the printer and send the pages to it; without one, say so and offer the file."""
        if self._pages is None or self._run is not None:
            return
        printer = ask.printer(self._name, len(self._pages))
        if printer is ask.NO_PRINTER:
            words = Message("No printer was found. Switch one on, or save the document as PDF and print it elsewhere.")
            notice.warning(words, Offer(Message("Save as PDF"), self.pdf_asked.emit))
        elif printer is not None:
            self._run = PrintRun(self._pages.pdf, printer)
            self._run.printing.connect(self._tell_printing)
            self._run.finished.connect(self._end_printing)
            # Also when this preview was closed by then.
            self._run.finished.connect(partial(tell_printed, self._name))
            self._show_printing(True)
            self._run.start()

    def translate(self) -> None:
        count = len(self._pages) if self._pages else 0
        self.page_words.set_words(Message("Page {page} of {count}", page=self.view.page + 1, count=count))
        self.untranslated.set_words(" ".join(map(str, (*self._untranslated, *self._unprintable))))
        self.zoom_words.set_words(wording.percent(self.view.zoom * 100, catalogue.current(), digits=0))
        for place, choice in enumerate(self._languages):
            self.language.setItemText(place, str(choice.title))
        self.language.setAccessibleName(str(Message("Language of the paper")))
        self.view.setAccessibleName(f"{self._name}. {self.page_words.text()}")
        for button, words in self._tools:
            button.setToolTip(labels.tooltip(words))
            button.setAccessibleName(str(words))

    def _tell_printing(self, page: int, count: int) -> None:
        self._printing.set_words(Message("Sending page {page} of {count} to the printer", page=page, count=count))

    def _end_printing(self) -> None:
        self._run = None
        self._show_printing(False)

    def _stop_printing(self) -> None:
        if self._run:
            self._run.cancel()

    def _show_printing(self, shown: bool) -> None:
        self._printing.setVisible(shown)
        self._cancel.setVisible(shown)
        self.print_button.setEnabled(not shown)

    def _ask_language(self, place: int) -> None:
        self.language_asked.emit(self._languages[place].value)

    def _turn(self, by: int) -> None:
        self.view.go_to_page(self.view.page + by)

    def _connect(self, language: str) -> None:
        self.language.addItems([str(choice.title) for choice in self._languages])
        self.language.setCurrentIndex([choice.value for choice in self._languages].index(language))
        self.language.activated.connect(self._ask_language)
        self.print_button.clicked.connect(self.print_pages)
        self.pdf_button.clicked.connect(self.pdf_asked)
        self.docx_button.clicked.connect(self.docx_asked)
        self._cancel.clicked.connect(self._stop_printing)
        self.view.page_changed.connect(self.translate)
        self.view.zoom_changed.connect(self.translate)
        self.setFocusProxy(self.view)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(style.STEP * 2, style.STEP, style.STEP * 2, style.STEP)
        row.setSpacing(style.STEP)
        for part in (self.print_button, self.pdf_button, self.docx_button, self.language, self._printing, self._cancel):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._tool("chevron-left", Message("Previous page"), lambda: self._turn(-1)))
        row.addWidget(self.page_words)
        row.addWidget(self._tool("chevron-right", Message("Next page"), lambda: self._turn(1)))
        row.addSpacing(style.STEP * 2)
        row.addWidget(self._tool("zoom-out", Message("Smaller (Ctrl+-)"), self.view.zoom_out))
        row.addWidget(self.zoom_words)
        row.addWidget(self._tool("zoom-in", Message("Larger (Ctrl++)"), self.view.zoom_in))
        row.addWidget(self._tool("maximize", Message("Fit the width (Ctrl+0)"), self.view.fit_width))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addLayout(row)
        stack.addWidget(self.untranslated)
        stack.addWidget(self.view, 1)

    def _tool(self, sign: str, words: Words, run: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(sign))
        button.setIconSize(QSize(style.ICON, style.ICON))
        button.setFocusPolicy(self.print_button.focusPolicy())
        button.clicked.connect(lambda: run())
        self._tools.append((button, words))
        return button


def tell_printed(name: str, whole: bool) -> None:
    """How the printing of a document ended."""
    if whole:
        notice.done(Message("“{name}” was sent to the printer.", name=name))
    else:
        notice.warning(Message("Printing was stopped; pages that were sent already may still come out."))
