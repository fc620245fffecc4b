"""How is this done? The pages that come with the program, in the user's language."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

import ayil_desktop
from ayil_desktop import shipped
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import style
from ayil_desktop.window import standing

# The pages in their order; a subject's page is named like the subject.
START, CHANGES, ABOUT = "start", "changes", "about"
PAGES = (START, "commission", "meetings", "strategy", "office", "keys", CHANGES, ABOUT)
_NAME = Qt.ItemDataRole.UserRole


def page(name: str, language: str) -> str:
    """A page as Markdown; its first line is its title. Only files that come with the program are read."""
    if name == CHANGES:
        return _part(shipped.resource("changes.md").read_text(encoding="utf-8"), language)
    text = shipped.resource(f"help/{language}/{name}.md").read_text(encoding="utf-8")
    return text.replace("{version}", ayil_desktop.__version__)


def title(name: str, language: str) -> str:
    """The first line of a page, without its mark."""
    return page(name, language).partition("\n")[0].lstrip("# ")


def _part(text: str, language: str) -> str:
    """The changes stand in one file for all languages, so that none is forgotten."""
    return text.partition(f"<!-- {language} -->\n")[2].partition("<!--")[0]


class HelpWindow(QDialog):
    """A list of pages and the page. Links lead from page to page and nowhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.list = QListWidget()
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(lambda link: self.follow(link.toString()))
        for name in PAGES:
            QListWidgetItem(self.list).setData(_NAME, name)
        self.list.currentItemChanged.connect(lambda _item, _before: self._show())
        self._lay_out()
        self.resize(900, 600)
        self.translate()

    def show_page(self, name: str) -> None:
        """Come to the front with a page; a subject without one shows the first."""
        self.list.setCurrentRow(PAGES.index(name) if name in PAGES else 0)
        standing.come_forward(self)
        self.browser.setFocus()

    def translate(self) -> None:
        self.setWindowTitle(str(Message("Help")))
        self.list.setAccessibleName(str(Message("Pages of the help")))
        self.browser.setAccessibleName(str(Message("Page")))
        for row, name in enumerate(PAGES):
            self.list.item(row).setText(title(name, catalogue.current()))
        self._show()

    def _show(self) -> None:
        item = self.list.currentItem()
        document = self.browser.document()
        document.setMarkdown(
            page(str(item.data(_NAME)) if item else START, catalogue.current()),
            QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML,
        )
        document.setDocumentMargin(style.STEP * 2)
        # the cursor goes to the end with the text, and the first focus would show it there
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        self.browser.verticalScrollBar().setValue(0)

    def follow(self, link: str) -> None:
        """To another page; what is no page is left alone, so nothing outside the help is ever opened."""
        if link in PAGES:
            self.list.setCurrentRow(PAGES.index(link))

    def _lay_out(self) -> None:
        self.list.setFixedWidth(220)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.STEP, style.STEP, style.STEP, style.STEP)
        row.setSpacing(style.STEP)
        row.addWidget(self.list)
        row.addWidget(self.browser)
