"""A subject for the tests of the frame: one field of the office, kept by the office's own action."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from ayil_desktop.language.message import Message
from ayil_desktop.office import actions, records
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import tab
from ayil_desktop.widgets.labels import Label
from ayil_desktop.widgets.tab import Command, Hit


class Tab(tab.Tab):
    """The address of the office."""

    def __init__(self, desk, parent=None):
        super().__init__(desk, parent)
        self.touched_with = []
        self.went_to = []
        self.folded = None
        self.printed = 0
        self.is_printable = True
        self.title = Label(Message("Address"))
        self.field = QLineEdit()
        self.field.editingFinished.connect(self._keep)
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.translate()

    def fill(self):
        yield
        self._read()
        yield

    def show_touched(self, touched):
        self.touched_with.append(touched)
        self._read()

    def translate(self):
        self.field.setAccessibleName(str(Message("Address")))

    def commands(self):
        return [
            Command(tab.PRINT_MENU, Message("Roster"), self._print, "Ctrl+P", is_possible=lambda: self.is_printable),
            Command(tab.EDIT_MENU, Message("Add"), lambda: None),
        ]

    def hits(self, text):
        return [Hit(self.field.text(), "", "address")] if text and text in self.field.text() else []

    def go_to(self, record):
        self.went_to.append(record)

    def fold_side(self, folded):
        self.folded = folded

    def keep(self, text):
        return self.desk.run(lambda: actions.change_office(self.desk.store, values={"address": text}))

    def _keep(self):
        if self.field.isModified():
            self.field.setModified(False)
            self.keep(self.field.text())

    def _read(self):
        with reading(self.desk.store) as session:
            office = records.office(session)
        self.field.setText(office.address if office else "")

    def _print(self):
        self.printed += 1

    def rename(self, name):
        return actions.change_office(self.desk.store, values={"name_ky": name})
