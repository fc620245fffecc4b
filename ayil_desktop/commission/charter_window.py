"""The charter of a body: every number with its clause and our reading, in versions that have a day in force."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ayil_desktop.commission import act_fields, body_actions, body_windows, charter_rows
from ayil_desktop.commission.charter_form import CharterForm
from ayil_desktop.commission.charter_rows import CharterRow
from ayil_desktop.commission.shown import Shown
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.office import actions, records, rules, terms
from ayil_desktop.office.charters import Group
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.office.plain_window import PlainWindow
from ayil_desktop.office.records import Charter, CharterVersion
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done, reading
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField, TextField


class CharterWindow(PlainWindow):
    """Versions above, numbers at the left, the number in hand at the right. Each change is kept at once."""

    def __init__(self, parent: QWidget, desk: Desk, seen: Shown) -> None:
        super().__init__(parent)
        self._desk = desk
        self._body = seen.body.id if seen.body else ""
        self._charter_id = seen.body.charter_id if seen.body else None
        self._version_id = seen.held.version.id if seen.held else ""
        self._charter: Charter | None = None
        self.heading = labels.Label(say="heading", wraps=True)
        self.basis = labels.Label(say="muted", wraps=True)
        self.versions = QComboBox()
        self.versions.activated.connect(self._choose_version)
        self.form = CharterForm()
        self.table: RecordTable[CharterRow] = RecordTable(
            charter_rows.columns(),
            key="commission/charter",
            name=Message("Numbers of the charter"),
            section=lambda row: row.part,
            ink=lambda row: "" if row.is_regulated else "muted",
            filters=False,
            whole_rows=True,
            lines=2,
            empty=NO_CHARTER,
            first_step=(Message("Choose a charter…"), self._choose_charter),
        )
        self.buttons = self._make_buttons()
        self._lay_out()
        self._join()
        self._read()
        self.translate()

    @property
    def version(self) -> CharterVersion | None:
        """The chosen one, else the newest; None where no charter is shown."""
        held = self._charter.versions if self._charter else []
        return next((one for one in held if one.id == self._version_id), held[-1] if held else None)

    def show_touched(self, touched: frozenset[str]) -> None:
        if touched & {"office", "commission"}:
            self._read()

    def translate(self) -> None:
        self.setWindowTitle(str(Message("Charter of the body")))
        self.versions.setAccessibleName(str(Message("Version of the charter")))
        self._show()

    def _read(self) -> None:
        with reading(self._desk.store) as session:
            known = {charter.id: charter for charter in records.charters(session)}
        self._charter = known.get(self._charter_id or "")
        self._show()

    def _show(self) -> None:
        charter, version = self._charter, self.version
        self.buttons["new"].setEnabled(charter is not None)
        self.buttons["details"].setEnabled(version is not None)
        self.buttons["group"].setEnabled(version is not None)
        self.buttons["remove"].setEnabled(charter is not None and len(charter.versions) > 1)
        if charter is None or version is None:
            self.heading.set_words(Message("No charter"))
            self.table.set_rows(())
            return
        self.heading.set_words(_in_language(charter.name_ky, charter.name_ru))
        self.basis.set_words(_in_language(version.basis_ky, version.basis_ru))
        self._show_versions(charter.versions, version)
        self.table.set_rows(charter_rows.rows(rules.charter_of(version)))

    def _show_versions(self, versions: Sequence[CharterVersion], chosen: CharterVersion) -> None:
        held = rules.charter_for(versions, self._desk.today())
        self.versions.clear()
        for version in versions:
            words = Message("in force from {day}", day=version.in_force_from)
            if held and held.version.id == version.id and not held.is_early:
                words = Message("in force from {day} (now)", day=version.in_force_from)
            self.versions.addItem(str(words), version.id)
        self.versions.setCurrentIndex([one.id for one in versions].index(chosen.id))

    def _choose_version(self, place: int) -> None:
        self._version_id = self.versions.itemData(place)
        self._show()

    def _change(self, name: str, value: Any) -> None:
        row, version = self.form.row, self.version
        if row is None or version is None:
            return
        try:
            if row.group is not None:
                self._change_group(row.group, version, name, value)
            elif name == "value":
                self._desk.run(
                    lambda: actions.change_number(self._desk.store, version_id=version.id, name=row.id, value=value)
                )
            else:
                self._note(row, version, name, value)
        except Refused as refused:
            self.form.show_refusal(refused)

    def _note(self, row: CharterRow, version: CharterVersion, name: str, value: Any) -> None:
        number = rules.charter_of(version).number(row.id)
        noted: dict[str, Any] = {"clause": number.clause, "from_text": number.from_text, name: value}
        self._desk.run(lambda: actions.note_number(self._desk.store, version_id=version.id, name=row.id, **noted))

    def _change_group(self, group: Group, version: CharterVersion, name: str, value: Any) -> None:
        if name == "seats" and not isinstance(value, int):
            raise Refused(Message("Write a whole number from {least} to {most}.", least=1, most=99), field="seats")
        changed: Mapping[str, Any] = {name: value}
        groups = tuple(
            replace(one, **changed) if one.code == group.code else one for one in rules.charter_of(version).groups
        )
        self._keep_groups(version, groups)

    def _keep_groups(self, version: CharterVersion, groups: tuple[Group, ...]) -> Done | None:
        return self._desk.run(lambda: actions.change_groups(self._desk.store, version_id=version.id, groups=groups))

    def _remove_group(self) -> None:
        row, version = self.form.row, self.version
        if row is not None and row.group is not None and version is not None:
            code = row.group.code
            self._keep_groups(version, tuple(one for one in rules.charter_of(version).groups if one.code != code))

    def _add_group(self) -> None:
        version = self.version
        if version is None:
            return
        held = rules.charter_of(version)
        free = [code for code in terms.GROUPS if code not in {group.code for group in held.groups}]
        form = Form()
        form.add(ChoiceField("code", Message("Group"), [Choice(code, terms.group_title(code)) for code in free]))
        form.add(TextField("words", Message("or in own words")))

        def run(values: Mapping[str, Any]) -> Done | None:
            group = Group(values["words"] or values["code"] or "", held.groups_clause)
            return self._keep_groups(version, (*held.groups, group))

        self._ask(Message("New group"), form, Message("Add the group"), run)

    def _new_version(self) -> None:
        form = Form()
        form.add(DateField("in_force_from", Message("In force from")))
        form.add(LongTextField("basis_ky", Message("Basis in Kyrgyz"), hint=BASIS_HINT, lines=2))

        def run(values: Mapping[str, Any]) -> Done | None:
            day = act_fields.needed_day(values, "in_force_from")
            done = self._desk.run(
                lambda: actions.add_version(
                    self._desk.store,
                    charter_id=self._charter_id or "",
                    in_force_from=day,
                    today=self._desk.today(),
                    basis_ky=values["basis_ky"],
                )
            )
            self._version_id = (done.made if done else None) or self._version_id
            self._read()
            return done

        self._ask(Message("New version of the charter"), form, Message("Add the version"), run, hint=VERSION_HINT)

    def _open_details(self) -> None:
        version, charter = self.version, self._charter
        if version is None or charter is None:
            return
        form = Form()
        form.add(DateField("in_force_from", Message("In force from")))
        form.add(LongTextField("basis_ky", Message("Basis in Kyrgyz"), lines=2))
        form.add(LongTextField("basis_ru", Message("Basis in Russian"), lines=2))
        form.set_values({name: getattr(version, name) for name in ("in_force_from", "basis_ky", "basis_ru")})

        def run(values: Mapping[str, Any]) -> Done | None:
            act_fields.needed_day(values, "in_force_from")
            today = self._desk.today()
            return self._desk.run(
                lambda: actions.change_version(self._desk.store, version_id=version.id, values=values, today=today)
            )

        self._ask(Message("Day and basis of this version"), form, Message("Keep"), run)

    def _remove_version(self) -> None:
        version = self.version
        if version is not None:
            self._desk.run(lambda: actions.remove_version(self._desk.store, version_id=version.id))

    def _choose_charter(self) -> None:
        form = body_windows.charter_form()

        def run(values: Mapping[str, Any]) -> Done | None:
            done = self._desk.run(
                lambda: body_actions.give_charter(
                    self._desk.store,
                    body_id=self._body,
                    charter_key=values["charter"],
                    charter_from=values["in_force_from"],
                )
            )
            if done:
                self._charter_id = body_windows.charter_of(self._desk, self._body)
                self._read()
            return done

        self._ask(Message("Charter of the body"), form, Message("Choose"), run)

    def _ask(self, title: Message, form: Form, verb: Message, run: Any, *, hint: labels.Words = "") -> None:
        window = EntryWindow(self, title, form, verb, run, hint=hint)
        window.clause_asked.connect(self.clause_asked)
        window.open()

    def _make_buttons(self) -> Mapping[str, labels.Button]:
        made = {
            "new": labels.Button(Message("New version from a day…"), sign="plus"),
            "details": labels.Button(Message("Day and basis…"), sign="pencil"),
            "remove": labels.Button(Message("Remove this version"), sign="trash-2"),
            "group": labels.Button(Message("Group…"), sign="plus"),
            "close": labels.Button(Message("Close")),
        }
        for button in made.values():
            button.setAutoDefault(False)
        return made

    def _join(self) -> None:
        self.table.current_changed.connect(self.form.show_row)
        self.table.activated.connect(lambda _row: self.form.form.setFocus())
        self.form.changed.connect(self._change)
        self.form.remove_asked.connect(self._remove_group)
        self.form.clause_asked.connect(self.clause_asked)
        self.buttons["new"].clicked.connect(self._new_version)
        self.buttons["details"].clicked.connect(self._open_details)
        self.buttons["remove"].clicked.connect(self._remove_version)
        self.buttons["group"].clicked.connect(self._add_group)
        self.buttons["close"].clicked.connect(self.close)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.STEP)
        row.addWidget(self.versions, 1)
        for name in ("details", "new", "remove"):
            row.addWidget(self.buttons[name])
        parts = QSplitter()
        parts.addWidget(self.table)
        parts.addWidget(self.form)
        parts.setSizes([636, 340])
        below = QHBoxLayout()
        below.addWidget(self.buttons["group"])
        below.addStretch()
        below.addWidget(self.buttons["close"])
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(style.STEP * 2,) * 4)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.heading)
        stack.addLayout(row)
        stack.addWidget(self.basis)
        stack.addWidget(parts, 1)
        stack.addLayout(below)
        self.resize(1016, 620)
        self.table.setFocus()


def _in_language(kyrgyz: str, russian: str) -> str:
    return (catalogue.current() == "ru" and russian) or kyrgyz


NO_CHARTER = Message("This body has no charter: nothing is regulated and nothing is checked.")
BASIS_HINT = Message("The act that changed the regulation, as on paper.")
VERSION_HINT = Message("Meetings before that day keep the numbers of the version before it.")
