"""How does a document that a screen offers come before the user's eyes, and into a file?"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import saving
from ayil_desktop.widgets import ask, background, notice, refusal
from ayil_desktop.widgets.notice_bar import NoticeBar
from ayil_desktop.widgets.preview import Preview
from ayil_desktop.window import standing

if TYPE_CHECKING:
    from ayil_desktop.printing.document import Document

Make = Callable[[str], "Document"]


class PreviewWindow(QDialog):
    """One document. It is made anew for each language; Esc closes the window."""

    def __init__(self, make: Make, name: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make = make
        self._name = name
        self._language = language
        self.preview = Preview(name, language=language)
        self.preview.language_asked.connect(self._show_language)
        self.preview.pdf_asked.connect(partial(self._keep, ask.PDF, "pdf"))
        self.preview.docx_asked.connect(partial(self._keep, ask.DOCX, "docx"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(NoticeBar())
        column.addWidget(self.preview)
        self.resize(960, 720)
        self.translate()

    def bring(self) -> None:
        """Show it as soon as its pages are there."""
        self._render("pdf", self._show_pdf)

    def translate(self) -> None:
        self.setWindowTitle(self._name.replace("[*]", "[*][*]"))

    def _show_pdf(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf)
        standing.come_forward(self)
        self.preview.setFocus()

    def _show_language(self, language: str) -> None:
        self._language = language
        self._render("pdf", self.preview.show_pdf)

    def _keep(self, kind: ask.FileKind, ending: str) -> None:
        target = ask.save_file(Message("Save the document"), f"{self._name}.{ending}", (kind,))
        if target:
            self._render(ending, partial(self._write, target))

    def _write(self, target: Path, content: bytes) -> None:
        def write() -> None:
            saving.save(target, content)

        saved = Message("“{name}” was saved as {file}.", name=self._name, file=str(target))
        background.run(write, title=Message("Saving {name}", name=self._name), done=lambda _: notice.done(saved))

    def _tell_and(self, done: Callable[[bytes], object], made: tuple[bytes, str | None]) -> None:
        content, signs = made
        if signs is not None:
            self.preview.tell_unprintable(signs)
        done(content)

    def _render(self, ending: str, done: Callable[[bytes], object]) -> None:
        """The document by this thread, which read what is in it; its pages by another, because they take their time."""
        try:
            document = self._make(self._language)
        except Refused as refused:
            notice.warning(refusal.reason(refused), clause=refused.clause)
            return
        self.preview.tell_untranslated(document.untranslated, document.outdated)
        background.run(
            partial(_looked_at, document, ending),
            title=Message("Preparing {name}", name=self._name),
            done=partial(self._tell_and, done),
            owner=self,
        )


def _looked_at(document: Document, ending: str) -> tuple[bytes, str | None]:
    """The file, and of a PDF the signs that it cannot show."""
    content = rendered(document, ending)
    if ending != "pdf":
        return content, None
    signs: str = importlib.import_module("ayil_desktop.printing.unprintable").signs(document)
    return content, signs


def rendered(document: Document, ending: str) -> bytes:
    """As pdf or docx. What makes them is loaded with the first document, and not in the thread of the screen."""
    content: bytes = importlib.import_module(f"ayil_desktop.printing.{ending}").render(document)
    return content
