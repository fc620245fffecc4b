"""A pasted table before it becomes a plan: which column is what, which cells are doubtful, into which plan?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ayil_desktop.language import wording
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.office.plain_window import PlainWindow
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.strategy import pasted_tasks, plan_columns, plan_pasted, rules, whole_plan_actions
from ayil_desktop.strategy.plan_columns import Column as Meaning
from ayil_desktop.strategy.plan_pasted import Pasted, PastedRow, RowKind
from ayil_desktop.strategy.records import PriorityService, Task
from ayil_desktop.widgets import background, labels, room, style
from ayil_desktop.widgets.background import Job
from ayil_desktop.widgets.column_choice import ColumnChoice
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.refusal import RefusalNote
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import WholeNumberField
from ayil_desktop.workdays import deadlines


@dataclass(frozen=True)
class Line:
    """A row of the table on the screen; `id` is its place, `days` what its deadline means."""

    id: int
    row: PastedRow
    days: str


class PlanPasteWindow(PlainWindow):
    """Nothing is kept until «Add»; then all of it is one step. Rows before the first task go into `task`."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        priority: PriorityService,
        block: Sequence[Sequence[str]],
        task: Task | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._priority, self._block, self._task = desk, priority, block, task
        self._lines: list[Line] = []
        self._year: int | None = None
        self._heading = labels.Label(say="heading", wraps=True)
        self._into = labels.Label(say="muted", wraps=True)
        self._choice = ColumnChoice(plan_columns.TITLES)
        self.meanings = self._choice.boxes
        self.trouble = labels.Label(say="late", wraps=True)
        self.doubtful = labels.Label(say="due")
        self.big = labels.Label(BIG, say="due", wraps=True)
        self.years = room.narrow(
            WholeNumberField("year", Message("Year where none is written"), example=desk.today().year)
        )
        self.fill_down = labels.Button(Message("Fill empty cells from above"), sign="arrow-down")
        self.table = RecordTable(
            self._columns(),
            key="strategy/pasted",
            name=Message("Pasted plan"),
            tip=_doubts,
            ink=lambda line: "muted" if line.row.kind is RowKind.NOTHING else "",
            filters=False,
            lines=2,
        )
        self.note = RefusalNote()
        self.add = labels.Button("", main=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(str(Message("Paste a plan")))
        self.progress.hide()
        self._job: Job | None = None
        self.cancel = labels.Button(Message("Cancel"))
        self._join()
        self._lay_out()
        self._read(plan_pasted.read(block, taken=self._taken()))
        self.table.setFocus()
        self.translate()

    def add_plan(self) -> None:
        """Keep it all; after a no everything stays."""
        self.note.clear()
        try:
            tasks = pasted_tasks.entries([line.row for line in self._lines], self._priority.tasks, self._task)
        except Refused as refused:
            self.note.show_refusal(refused)
            return
        self._hold(True)
        steps = whole_plan_actions.pasting
        self._job = background.run(
            partial(steps, self._desk.store, priority_id=self._priority.id, tasks=tasks),
            title=Message("Paste a plan"),
            done=self._end,
            failed=self._fail,
            cancelled=partial(self._hold, False),
            owner=self,
        )
        self._job.progressed.connect(self._show_progress)

    def reject(self) -> None:
        """While the table is being added, that is stopped first; nothing of it is kept then."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()

    def _hold(self, is_busy: bool) -> None:
        """While the table is added nothing in the window can be changed but Cancel."""
        self._job = None if not is_busy else self._job
        for part in (self._choice, self.years, self.fill_down, self.table, self.add):
            part.setEnabled(not is_busy)
        self.progress.setVisible(is_busy)
        self.progress.setValue(0)
        self.cancel.setFocus()

    def _show_progress(self, share: float) -> None:
        self.progress.setValue(round(share * self.progress.maximum()))

    def _end(self, done: Done) -> None:
        """It is one step like any other: everybody is told."""
        self._job = None
        self._desk.run(lambda: done)
        self.accept()

    def _fail(self, problem: Exception) -> None:
        """After a no everything stays."""
        self._hold(False)
        if isinstance(problem, Refused):
            self.note.show_refusal(problem)
        else:
            background.tell(problem)

    def translate(self) -> None:
        self.setWindowTitle(str(Message("Paste a plan")))

    def _taken(self) -> list[str]:
        return [one.number for one in rules.activities_of(self._priority)]

    def _read(self, found: Pasted) -> None:
        if not self.meanings:
            self._choice.offer(found.columns, self._block[0] if self._block else ())
        self.trouble.set_words(found.trouble or "")
        self.trouble.setVisible(found.trouble is not None)
        self._put(pasted_tasks.with_first_task(found.rows, self._task))

    def _put(self, rows: Sequence[PastedRow]) -> None:
        self._lines = [_line(place, row) for place, row in enumerate(rows)]
        self._show()

    def _show(self) -> None:
        count = sum(line.row.kind is RowKind.ACTIVITY and bool(line.row.text) for line in self._lines)
        doubtful = sum(bool(line.row.doubts) for line in self._lines)
        self._heading.set_words(Counted("{count} activity was read", "{count} activities were read", count))
        self.doubtful.set_words(Message("Rows to look at: {count}", count=doubtful))
        self.doubtful.setVisible(doubtful > 0)
        self.years.setVisible(any(plan_pasted.lacks_a_year(line.row.deadline) for line in self._lines))
        self.big.setVisible(count > _BIG)
        self.add.set_words(Counted("Add {count} activity", "Add {count} activities", count))
        self.add.setEnabled(count > 0)
        self.table.set_rows(self._lines)

    def _read_anew(self) -> None:
        found = plan_pasted.read(self._block, columns=self._choice.chosen(), taken=self._taken())
        self._read(replace(found, rows=tuple(plan_pasted.with_year(row, self._year) for row in found.rows)))

    def _fill(self) -> None:
        self._put(plan_pasted.filled_from_above([line.row for line in self._lines]))

    def _take_year(self, _name: str, value: object) -> None:
        """The user's own word for the year; the words of the deadlines stay as they are."""
        self._year = value if isinstance(value, int) else None
        self.years.set_values({"year": value})
        self._put([plan_pasted.with_year(line.row, self._year) for line in self._lines])

    def _columns(self) -> Sequence[Column[Line]]:
        return (
            Column(
                "kind",
                Message("What it is"),
                lambda line: line.row.kind,
                width=110,
                editor=Editor.CHOICE,
                choices=KINDS,
                set_value=partial(self._change, Meaning.NOTHING, "kind"),
            ),
            self._text(Meaning.NUMBER, "number", 84),
            self._text(Meaning.TEXT, "text", 220, stretches=True),
            self._text(Meaning.PRODUCTS, "products", 130),
            self._text(Meaning.RESOURCES, "resources", 120),
            self._text(Meaning.DEADLINE, "deadline", 130),
            Column("days", Message("Days"), lambda line: line.days, width=100),
            self._text(Meaning.RESPONSIBLE, "responsible", 130),
        )

    def _text(self, meaning: Meaning, field: str, width: int, *, stretches: bool = False) -> Column[Line]:
        return Column(
            field,
            plan_columns.TITLES[meaning],
            lambda line: _shown(getattr(line.row, field)),
            width=width,
            set_value=partial(self._change, meaning, field),
            sign=lambda line: "triangle-alert" if meaning in line.row.doubts else "",
            ink=lambda line: "due" if meaning in line.row.doubts else "",
            stretches=stretches,
        )

    def _change(self, meaning: Meaning, field: str, line: Line, value: Any) -> None:
        """What somebody has looked at is no longer doubtful; another deadline is read anew."""
        kept = getattr(line.row, field)
        if isinstance(kept, tuple):
            value = kept if value == _shown(kept) else tuple(part.strip() for part in value.split(";") if part.strip())
        doubts = {known: reason for known, reason in line.row.doubts.items() if known is not meaning}
        reason = plan_pasted.deadline_doubt(value, self._year) if field == "deadline" else None
        if reason is not None:
            doubts[meaning] = reason
        row = replace(line.row, **{field: value}, doubts=doubts, year=self._year)
        self._lines[line.id] = _line(line.id, row)
        self._show()

    def _join(self) -> None:
        self._choice.changed.connect(self._read_anew)
        self.fill_down.clicked.connect(self._fill)
        self.years.committed.connect(self._take_year)
        self.add.clicked.connect(self.add_plan)
        self.cancel.clicked.connect(self.reject)
        self.cancel.setAutoDefault(False)
        self.fill_down.setAutoDefault(False)
        self.note.clause_asked.connect(self.clause_asked)
        into = Message("Into the plan “{service}”.", service=self._priority.name_ky)
        if self._task is not None:
            into = Message(
                "Into the plan “{service}”; rows before the first task into task {number}.",
                service=self._priority.name_ky,
                number=self._task.number,
            )
        self._into.set_words(into)

    def _lay_out(self) -> None:
        looks, buttons = QHBoxLayout(), QHBoxLayout()
        for row in (looks, buttons):
            row.setSpacing(style.STEP)
        looks.addWidget(self.doubtful)
        looks.addStretch()
        looks.addWidget(self.years)
        looks.addWidget(self.fill_down)
        buttons.addWidget(self.note, 1)
        buttons.addWidget(self.progress, 1)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(style.STEP * 2,) * 4)
        stack.setSpacing(style.STEP)
        for part in (
            self._heading,
            self._into,
            labels.Label(HINT, say="muted", wraps=True),
            self._choice,
            self.trouble,
        ):
            stack.addWidget(part)
        stack.addLayout(looks)
        stack.addWidget(self.table, 1)
        stack.addLayout(buttons)
        self.resize(1180, 620)


def _line(place: int, row: PastedRow) -> Line:
    return Line(place, row, _days(row.deadline, row.year))


def _days(words: str, year: int | None) -> str:
    """What the words mean; empty where they name no days."""
    read = deadlines.read(words, default_year=year) if words else None
    if read is None or read.end is None:
        return ""
    ends = wording.short_date(read.end)
    return ends if read.start in (None, read.end) else f"{wording.short_date(read.start)} – {ends}"


def _shown(value: object) -> str:
    return "; ".join(str(one) for one in value) if isinstance(value, tuple) else str(value)


def _doubts(line: Line) -> str:
    return "\n".join(f"{plan_columns.TITLES[meaning]}: {reason}" for meaning, reason in line.row.doubts.items())


HINT = Message("Nothing is kept yet. Look at the cells with a sign; point at one to read why.")
BIG = Message("This is a very big table; adding it takes a while. It can be undone in one step.")
_BIG = 500
KINDS = (
    Choice(RowKind.TASK, Message("Task")),
    Choice(RowKind.ACTIVITY, Message("Activity")),
    Choice(RowKind.NOTHING, Message("leave out")),
)
