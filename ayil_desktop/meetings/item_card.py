"""What belongs to one matter besides its line in the table: both languages, the draft decision, the papers?"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import agenda_actions, item_papers
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.item_papers import Papers
from ayil_desktop.meetings.older_russian import OlderRussian
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.wordings_button import Wanted, WordingsButton
from ayil_desktop.office import attaching
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Label
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import LongTextField

FIELDS = ("text_ky", "text_ru", "draft_ky", "draft_ru")
_ROOM = style.STEP * 50  # for titles with a button beside them


class ItemCard(QWidget):
    """The chosen matter of an agenda; every field is kept when it is left."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._item: AgendaItem | None = None
        self._opened: Opened | None = None
        self.title = Label(say="heading")
        self.form = Form()
        self.form.add_row(
            LongTextField("text_ky", Message("Matter in Kyrgyz"), lines=2),
            LongTextField("text_ru", Message("Matter in Russian"), lines=2),
        )
        drafts = (
            LongTextField("draft_ky", Message("Draft in Kyrgyz"), lines=2),
            LongTextField("draft_ru", Message("Draft in Russian"), lines=2),
        )
        self.form.add_row(*drafts)
        for name in FIELDS:
            # Where there is little room a title is cut off rather than the field.
            self.form.field(name).title.setMinimumWidth(1)
        self._older = [
            OlderRussian(self.form.field("text_ru"), Message("Matter in Russian"), "text_ky"),
            OlderRussian(self.form.field("draft_ru"), Message("Draft in Russian"), "draft_ky"),
        ]
        self.wordings = [WordingsButton(desk, field, self._wanted, is_narrow=True) for field in drafts]
        self.papers = Papers()
        self.form.committed.connect(self._keep)
        self.form.clause_asked.connect(self.clause_asked)
        self.papers.picked.connect(self._attach)
        self.papers.dropped.connect(self._detach)
        self.papers.opened.connect(self._open)
        self._lay_out()

    def show_item(self, item: AgendaItem | None, opened: Opened | None) -> None:
        """One matter; None where the agenda is empty."""
        if item is None or self._item is None or item.id != self._item.id:
            self.form.revert()
        self._item, self._opened = item, opened
        self.setVisible(item is not None)
        if item is None or opened is None:
            return
        self.title.set_words(Message("Matter {number}", number=item.place))
        self.form.set_values({name: getattr(item, name) for name in FIELDS})
        for one in self._older:
            one.show_row(item)
        self.papers.show_papers([(row.id, row.attachment) for row in item.attachments])
        for part in (self.form, self.papers.button):
            part.setEnabled(not opened.is_sealed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the title of a field comes first; Alt+Down opens the wordings without a button."""
        super().resizeEvent(event)
        for button in self.wordings:
            button.setVisible(self.width() >= _ROOM)

    def _wanted(self) -> Wanted | None:
        return Wanted.on_matter(self._item, self._opened)

    def _keep(self, name: str, value: Any) -> None:
        item = self._item
        if item is not None:
            change = {name: value}
            doing.by_form(
                self.desk,
                self.form,
                lambda: agenda_actions.change_item(self.desk.store, item_id=item.id, **change),
            )

    def _attach(self, path: Path) -> None:
        item = self._item
        if item is None:
            return
        attaching.attach(
            self.desk,
            path,
            lambda blob: agenda_actions.attach_to_item(self.desk.store, item_id=item.id, content=blob, name=path.name),
            refused=self.papers.show_refusal,
            owner=self,
        )

    def _detach(self, row_id: str) -> None:
        doing.by_button(self.desk, lambda: agenda_actions.detach_from_item(self.desk.store, item_attachment_id=row_id))

    def _open(self, row_id: str) -> None:
        rows = self._item.attachments if self._item else []
        for row in rows:
            if row.id == row_id:
                item_papers.open_copy(self.desk.store, row.attachment)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.STEP * 2)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.papers, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, style.STEP, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(self.form)
