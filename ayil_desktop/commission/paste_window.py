"""A pasted list before it becomes members: which column is what, which cells are doubtful, by which act do they sit?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.commission import act_fields, actions, marks_form, pasted, records, roster_table
from ayil_desktop.commission.pasted import Column as Meaning
from ayil_desktop.commission.pasted import Pasted, PastedRow
from ayil_desktop.commission.shown import Shown
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office import terms
from ayil_desktop.office.plain_window import PlainWindow
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.column_choice import ColumnChoice
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk


@dataclass(frozen=True)
class Line:
    """A row of the block on the screen; `id` is its place."""

    id: int
    row: PastedRow


class PasteWindow(PlainWindow):
    """Nothing is kept until «Add»; then all of it is one step."""

    def __init__(self, parent: QWidget, desk: Desk, seen: Shown, block: Sequence[Sequence[str]]) -> None:
        super().__init__(parent)
        self._desk, self._seen, self._block = desk, seen, block
        self._codes = tuple(group.code for group in seen.groups)
        self._lines: list[Line] = []
        self._heading = labels.Label(say="heading")
        self._hint = labels.Label(HINT, say="muted", wraps=True)
        self._meant = ColumnChoice(pasted.TITLES)
        self.meanings = self._meant.boxes
        self.doubtful = labels.Label(say="due")
        self.left_out = labels.Label(say="late", wraps=True)
        self.table = self._table(frozenset())
        self.form = Form()
        act_fields.add(self.form, date_title=Message("Date = member from"))
        act_fields.start(self.form, day=act_fields.day_told(seen.day, desk.today()))
        self.form.clause_asked.connect(self.clause_asked)
        self.add = labels.Button("", main=True)
        self.cancel = labels.Button(Message("Cancel"))
        self._meant.changed.connect(self._read_anew)
        self.add.clicked.connect(self.add_members)
        self.cancel.clicked.connect(self.reject)
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self._read(pasted.read(block, groups=self._codes))
        self.translate()

    def add_members(self) -> None:
        """Keep them all; after a no everything stays."""
        body = self._seen.body
        if body is None:
            return
        self.form.clear_refusals()
        entries, today = [line.row.entry for line in self._lines], self._desk.today()
        try:
            act = act_fields.read(self.form.values())
            done = self._desk.run(
                lambda: actions.paste_members(
                    self._desk.store, body_id=body.id, entries=entries, starts=act.date, act=act, today=today
                )
            )
        except Refused as refused:
            self.form.show_refusal(refused)
            return
        if done is not None:
            self.accept()

    def translate(self) -> None:
        self.setWindowTitle(str(Message("Paste a list of members")))

    def _read(self, found: Pasted) -> None:
        self._lines = [Line(place, row) for place, row in enumerate(found.rows)]
        if not self.meanings:
            self._meant.offer(found.columns, self._block[0] if self._block else ())
        fresh = self._table(frozenset(found.columns))
        self._stack.replaceWidget(self.table, fresh)
        self.table.hide()
        self.table.deleteLater()
        self.table = fresh
        self._show()

    def _show(self) -> None:
        members = [line for line in self._lines if line.row.is_member]
        doubtful = sum(bool(line.row.doubts) for line in self._lines)
        self._heading.set_words(Counted("{count} member was read", "{count} members were read", len(members)))
        self.doubtful.set_words(Message("Rows to look at: {count}", count=doubtful))
        self.doubtful.setVisible(doubtful > 0)
        nameless = [line for line in self._lines if not line.row.is_member]
        self.left_out.set_words(_left_out(nameless) if nameless else "")
        self.left_out.setVisible(bool(nameless))
        self.add.set_words(Counted("Add {count} member", "Add {count} members", len(members)))
        self.add.setEnabled(bool(members))
        self.table.set_rows(self._lines)

    def _read_anew(self) -> None:
        self._read(pasted.read(self._block, groups=self._codes, columns=self._meant.chosen()))

    def _table(self, held: frozenset[Meaning]) -> RecordTable[Line]:
        """Name, position, role and group always; the others where the block has them."""
        always = {"name", "position_ky", "role", "category"}
        columns = [column for meaning, column in self._columns() if column.key in always or meaning in held]
        return RecordTable(columns, key="commission/pasted", name=Message("Pasted members"), tip=_doubts, filters=False)

    def _columns(self) -> Sequence[tuple[Meaning, Column[Line]]]:
        groups = tuple(Choice(code, terms.group_title(code)) for code in self._codes)
        return (
            (Meaning.NAME, self._text(Meaning.NAME, "name", 190)),
            (Meaning.POSITION, self._text(Meaning.POSITION, "position_ky", 240, stretches=True)),
            (Meaning.ROLE, self._choice(Meaning.ROLE, "role", roster_table.ROLES, 120)),
            (Meaning.GROUP, self._choice(Meaning.GROUP, "category", (Choice("", ""), *groups, OTHER), 150)),
            (Meaning.SEX, self._choice(Meaning.SEX, "sex", SEXES, 90)),
            (Meaning.BIRTH_YEAR, self._text(Meaning.BIRTH_YEAR, "birth_year", 80, editable=False)),
            (Meaning.PHONE, self._text(Meaning.PHONE, "phone", 110)),
            (Meaning.WORKPLACE, self._text(Meaning.WORKPLACE, "workplace", 140)),
            (Meaning.VILLAGE, self._text(Meaning.VILLAGE, "village", 90)),
        )

    def _text(
        self, meaning: Meaning, field: str, width: int, *, editable: bool = True, stretches: bool = False
    ) -> Column[Line]:
        return Column(
            field,
            pasted.TITLES[meaning],
            lambda line: _shown(getattr(line.row.entry, field)),
            width=width,
            set_value=partial(self._change, meaning, field) if editable else None,
            sign=partial(_sign, meaning),
            ink=partial(_ink, meaning),
            stretches=stretches,
        )

    def _choice(self, meaning: Meaning, field: str, choices: Sequence[Choice], width: int) -> Column[Line]:
        return Column(
            field,
            pasted.TITLES[meaning],
            lambda line: getattr(line.row.entry, field),
            width=width,
            editor=Editor.CHOICE,
            choices=choices,
            set_value=partial(self._change, meaning, field),
            sign=partial(_sign, meaning),
            ink=partial(_ink, meaning),
        )

    def _change(self, meaning: Meaning, field: str, line: Line, value: Any) -> None:
        """What somebody has looked at is no longer doubtful."""
        if field == "name":
            value = office_rules.person_name(value)
        row = line.row
        doubts = {known: reason for known, reason in row.doubts.items() if known is not meaning}
        changed: dict[str, Any] = {field: value}
        if value == OTHER.value:
            changed["category_words"] = row.entry.category_words or row.entry.position_ky
        self._lines[line.id] = replace(line, row=PastedRow(replace(row.entry, **changed), doubts))
        self._show()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(style.STEP)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        self._stack = stack = QVBoxLayout(self)
        stack.setContentsMargins(*(style.STEP * 2,) * 4)
        stack.setSpacing(style.STEP)
        stack.addWidget(self._heading)
        stack.addWidget(self._hint)
        stack.addWidget(self._meant)
        stack.addWidget(self.doubtful)
        stack.addWidget(self.left_out)
        stack.addWidget(self.table, 1)
        stack.addWidget(self.form)
        stack.addLayout(buttons)
        self.resize(980, 600)


def _left_out(lines: Sequence[Line]) -> Counted:
    """Rows that nobody would find by a tooltip: a name typed into them makes a member of each."""
    rows = tuple(
        f"{line.id + 1} ({position})" if (position := line.row.entry.position_ky) else str(line.id + 1)
        for line in lines
    )
    return Counted(
        "{count} row will be left out, it has no name: {rows}. Type the name into the table to add it.",
        "{count} rows will be left out, they have no name: {rows}. Type the names into the table to add them.",
        len(lines),
        rows=rows,
    )


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _sign(meaning: Meaning, line: Line) -> str:
    return "triangle-alert" if meaning in line.row.doubts else ""


def _ink(meaning: Meaning, line: Line) -> str:
    return "due" if meaning in line.row.doubts else ""


def _doubts(line: Line) -> str:
    return "\n".join(f"{pasted.TITLES[meaning]}: {reason}" for meaning, reason in line.row.doubts.items())


HINT = Message("Nothing is kept yet. Look at the cells with a sign; point at one to read why.")
OTHER = Choice(records.OTHER, terms.OTHER_GROUP)
SEXES = tuple(Choice(value, words) for value, words in marks_form.SEXES)
