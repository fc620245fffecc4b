"""The windows in which a body is founded and its names are kept with their days."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.commission import act_fields, body_actions, records
from ayil_desktop.commission.actions import Act
from ayil_desktop.commission.records import BodyName
from ayil_desktop.commission.shown import Shown
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.office import charters
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.office.plain_window import PlainWindow
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done, reading
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, TextField


def found(parent: QWidget, desk: Desk) -> EntryWindow:
    """A new body: its charter decides what is checked, the name stands on its papers."""
    form = charter_form()
    form.add(TextField("name_ky", Message("Full name in Kyrgyz"), hint=Message("As it stands on minutes and notices.")))
    form.add(TextField("name_ru", Message("Full name in Russian")))
    form.add_row(
        TextField("short_ky", Message("Short name in Kyrgyz")), TextField("short_ru", Message("Short name in Russian"))
    )
    return EntryWindow(parent, Message("New body"), form, Message("Add the body"), lambda values: _found(desk, values))


def charter_form() -> Form:
    """A ready charter or one of our own, and from when where the text has no day."""
    form = Form()
    form.add(ChoiceField("charter", Message("Charter"), _charters()))
    form.add(
        DateField("in_force_from", Message("In force from"), hint=Message("Only where the charter itself has no date."))
    )
    form.set_values({"charter": "chet-nura"})
    return form


def charter_of(desk: Desk, body_id: str) -> str | None:
    """The id of the charter that a body has now."""
    with reading(desk.store) as session:
        return records.body(session, body_id).charter_id


def _charters() -> tuple[Choice, ...]:
    russian = catalogue.current() == "ru"
    ready = tuple(Choice(one.key, one.name_ru if russian else one.name_ky) for one in charters.ready())
    return (*ready, Choice(body_actions.OWN_CHARTER, Message("A charter of our own")))


def _found(desk: Desk, values: Mapping[str, Any]) -> Done | None:
    day = values["in_force_from"]
    names = {name: values[name] for name in body_actions.NAMES}
    key = values["charter"]
    return desk.run(lambda: body_actions.found_body(desk.store, charter_key=key, charter_from=day, **names))


class Names(PlainWindow):
    """The names of a body, each from its day on; a paper of an earlier day keeps the earlier name (NC-1.3)."""

    def __init__(self, parent: QWidget, desk: Desk, seen: Shown) -> None:
        super().__init__(parent)
        self._desk = desk
        self._body = seen.body.id if seen.body else ""
        self._told = act_fields.day_told(seen.day, desk.today())
        self.table: RecordTable[BodyName] = RecordTable(
            self._columns(),
            key="commission/names",
            name=Message("Names of the body"),
            filters=False,
            lines=3,
        )
        self.table.clause_asked.connect(self.clause_asked)
        self.rename = labels.Button(Message("New name from a day…"), sign="plus")
        self.remove = labels.Button(Message("Remove this body"), sign="trash-2")
        self.close_button = labels.Button(Message("Close"))
        for button, run in (
            (self.rename, self._open_rename),
            (self.remove, self._remove_body),
            (self.close_button, self.close),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(run)
        self.form = Form()
        self.form.add(DateField("dissolved_on", Message("Dissolved on"), hint=PERMANENT))
        self.form.committed.connect(self._dissolve)
        self.after = labels.Label(say="due", wraps=True)
        self._heading = labels.Label(Message("Names of the body"), say="heading")
        self.refusal = labels.Label(say="refusal", wraps=True)
        self.refusal.hide()
        self._lay_out()
        self._read()
        self.translate()

    def show_touched(self, touched: frozenset[str]) -> None:
        if touched & {"office", "commission"}:
            self._read()

    def translate(self) -> None:
        self.setWindowTitle(str(Message("Names of the body")))

    def _read(self) -> None:
        with reading(self._desk.store) as session:
            bodies = {body.id: body for body in records.bodies(session)}
        if self._body in bodies:
            self.table.set_rows(bodies[self._body].names)
            self._show_end(bodies[self._body].dissolved_on)
        else:
            self.close()

    def _show_end(self, day: date | None) -> None:
        """The last day of the body, and what does not fit to it (CN-1.2)."""
        self.form.set_values({"dissolved_on": day})
        with reading(self._desk.store) as session:
            found = records.days_after(session, self._body, day) if day else ()
        self.after.set_words(_after(found) if found else "")
        self.after.setVisible(bool(found))

    def _columns(self) -> Sequence[Column[BodyName]]:
        def change(field: str) -> Any:
            return lambda name, value: self._change(name, field, value)

        return (
            Column(
                "in_force_from",
                Message("In force from"),
                lambda name: name.in_force_from,
                width=112,
                editor=Editor.DATE,
                set_value=change("in_force_from"),
            ),
            Column("name_ky", Message("Full name in Kyrgyz"), lambda name: name.name_ky, width=190,
                   set_value=change("name_ky"), stretches=True),
            Column("name_ru", Message("Full name in Russian"), lambda name: name.name_ru, width=180,
                   set_value=change("name_ru")),
            Column("short_ky", Message("Short name in Kyrgyz"), lambda name: name.short_ky, width=120,
                   set_value=change("short_ky")),
            Column("short_ru", Message("Short name in Russian"), lambda name: name.short_ru, width=120,
                   set_value=change("short_ru")),
        )  # fmt: skip

    def _change(self, name: BodyName, field: str, value: Any) -> None:
        values = {field: value}
        self._desk.run(lambda: body_actions.change_name(self._desk.store, name_id=name.id, values=values))

    def _dissolve(self, _name: str, day: date | None) -> None:
        values = {"dissolved_on": day}
        self._desk.run(lambda: body_actions.change_body(self._desk.store, body_id=self._body, values=values))

    def _open_rename(self) -> None:
        form = Form()
        form.add(TextField("name_ky", Message("Full name in Kyrgyz")))
        form.add(TextField("name_ru", Message("Full name in Russian")))
        form.add_row(
            TextField("short_ky", Message("Short name in Kyrgyz")),
            TextField("short_ru", Message("Short name in Russian")),
        )
        act_fields.add(form)
        act_fields.start(form, day=self._told)
        hint = Message("The new name stands on papers from the day of the act on.")
        window = EntryWindow(
            self, Message("New name of the body"), form, Message("Enter the name"), self._rename, hint=hint
        )
        window.clause_asked.connect(self.clause_asked)
        window.open()

    def _rename(self, values: Mapping[str, Any]) -> Done | None:
        act: Act = act_fields.read(values)
        names = {name: values[name] for name in body_actions.NAMES}
        return self._desk.run(
            lambda: body_actions.rename_body(
                self._desk.store, body_id=self._body, in_force_from=act.date, act=act, **names
            )
        )

    def _remove_body(self) -> None:
        try:
            self._desk.run(lambda: body_actions.remove_body(self._desk.store, body_id=self._body))
        except Refused as refused:
            self.refusal.set_words(str(refused.reason))
            self.refusal.show()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(style.STEP)
        buttons.addWidget(self.rename)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(style.STEP * 2,) * 4)
        stack.setSpacing(style.STEP * 2)
        stack.addWidget(self._heading)
        stack.addWidget(self.table, 1)
        stack.addWidget(self.form)
        stack.addWidget(self.after)
        stack.addWidget(self.refusal)
        stack.addLayout(buttons)
        self.resize(1000, 400)


def _after(days: Sequence[date]) -> Message:
    shown = tuple(days[:_SHOWN])
    if len(days) > _SHOWN:
        return Message(
            "The body meets after this day: {days} and {count} times more. Correct the day, or cancel what is planned.",
            days=shown,
            count=len(days) - _SHOWN,
        )
    return Message("The body meets after this day: {days}. Correct the day, or cancel what is planned.", days=shown)


_SHOWN = 4


PERMANENT = Message("Empty: the body is permanent.")
