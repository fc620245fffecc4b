"""What is each plan to reach, by which figure, and what was measured so far?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import Message
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.store.work import Done, reading
from ayil_desktop.strategy import (
    in_force,
    indicator_actions,
    numbering,
    plan_paper,
    result_lines,
    rules,
    russian,
    signs,
)
from ayil_desktop.strategy.follow_up_records import IndicatorValue
from ayil_desktop.strategy.measured_values import MeasuredValues
from ayil_desktop.strategy.records import Indicator, PriorityService, Task
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import beginning, doing, room, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, ClauseLink
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import LongTextField, NumberField, TextField


@dataclass(frozen=True)
class Line:
    """One expected result of a plan, or of one of its tasks."""

    priority: PriorityService
    task: Task | None
    indicator: Indicator
    number: int
    target: float | None
    """What it is judged by: while an amendment is not decided, the approved target."""

    @property
    def words(self) -> str:
        """As it is printed."""
        return signs.signed(self.indicator.sign, self.number, self.indicator.text_ky)

    @property
    def id(self) -> str:
        return self.indicator.id

    @property
    def last(self) -> IndicatorValue | None:
        return self.indicator.values[-1] if self.indicator.values else None


class ResultsPage(QWidget):
    """All indicators by service; below the values of the chosen one. `window_asked` gives a window to open."""

    window_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: Shown | None = None
        self._approved: tuple[str, Mapping[str, float | None]] = ("", {})
        """The targets as approved, for the amendment with that id."""
        self.add = Button(Message("Expected result…"), sign="plus")
        self.remove = Button(Message("Remove"), sign="trash-2")
        self.clause = ClauseLink("ST-8.M1")
        self.table: RecordTable[Line] = RecordTable(
            self._columns(),
            key="strategy/results",
            name=Message("Expected results"),
            section=_section,
            tip=lambda line: line.indicator.text_ky,
            lines=2,
        )
        self.below = MeasuredValues(desk)
        self._lay_out()
        self._join()

    def show_strategy(self, shown: Shown) -> None:
        """The expected results of every plan; the chosen one stays."""
        self._shown = shown
        lines = _lines(shown, self._targets(shown))
        first = (Message("Expected result…"), self._add) if shown.is_open and shown.strategy.priorities else None
        self.table.set_empty(NOTHING, first)
        self.table.set_rows(lines)
        if self.table.current() is None and lines:
            self.table.go_to(lines[0].id)
        self.add.setEnabled(shown.is_open and bool(shown.strategy.priorities))
        self._show_line(self.table.current())

    def _show_line(self, line: Line | None) -> None:
        self.below.setVisible(line is not None)
        self.remove.setEnabled(line is not None and self._is_open())
        self.below.show_indicator(line.indicator if line else None, line.target if line else None)

    def _targets(self, shown: Shown) -> Mapping[str, float | None] | None:
        """Those that count while an amendment is open, asked for once; None where the written ones do."""
        amendment = rules.open_amendment(shown.strategy)
        if amendment is None:
            return None
        if amendment.id != self._approved[0]:
            with reading(self.desk.store) as session:
                self._approved = amendment.id, in_force.targets(session, amendment)
        return self._approved[1]

    def _is_open(self, _line: Line | None = None) -> bool:
        return self._shown is not None and self._shown.is_open

    # What the user does

    def _add(self) -> None:
        shown, line = self._shown, self.table.current()
        if shown is None:
            return
        form = Form()
        form.add(ChoiceField("of", Message("What it is a result of"), _holders(shown)))
        form.add(LongTextField("text_ky", Message("Expected result"), lines=3))
        form.add_row(
            TextField("unit", Message("Unit")),
            NumberField("base", Message("Base value")),
            NumberField("target", Message("Target value")),
        )
        holder = line.task if line and line.task else line.priority if line else shown.strategy.priorities[0]
        form.set_values({"of": holder.id})
        window = EntryWindow(self, Message("Add an expected result"), form, Message("Add"), self._added)
        window.done_with.connect(lambda done: self.table.go_to(done.made))
        self.window_asked.emit(window)

    def _added(self, values: Mapping[str, Any]) -> Done | None:
        of = values["of"]
        is_task = self._shown is not None and all(one.id != of for one in self._shown.strategy.priorities)
        holder = {"task_id" if is_task else "priority_id": of}
        figures = {name: values[name] for name in ("unit", "base", "target")}
        return self.desk.run(
            lambda: indicator_actions.add_indicator(self.desk.store, text_ky=values["text_ky"], **holder, **figures)
        )

    def _remove(self) -> None:
        ids = [line.id for line in self.table.marked()]
        if ids:
            doing.by_button(self.desk, lambda: indicator_actions.remove_indicator(self.desk.store, indicator_ids=ids))

    def _change(self, name: str, line: Line, value: Any) -> None:
        self.desk.run(
            lambda: indicator_actions.change_indicator(self.desk.store, indicator_id=line.id, **{name: value})
        )

    # How it is put together

    def _columns(self) -> Sequence[Column[Line]]:
        figure = {"editor": Editor.NUMBER, "align": "right", "may_edit": self._is_open}
        return [
            Column("of", Message("Task"), lambda line: line.task.number if line.task else Message("plan"), width=104),
            Column(
                "text_ky",
                Message("Expected result"),
                lambda line: line.words,
                width=300,
                stretches=True,
                set_value=partial(self._change, "text_ky"),
                may_edit=self._is_open,
            ),
            Column(
                "unit",
                Message("Unit"),
                lambda line: line.indicator.unit,
                width=130,
                set_value=partial(self._change, "unit"),
                may_edit=self._is_open,
            ),
            Column(
                "base",
                Message("Base"),
                lambda line: line.indicator.base,
                width=96,
                set_value=partial(self._change, "base"),
                **figure,  # type: ignore[arg-type]
            ),
            Column(
                "target",
                Message("Target"),
                lambda line: line.indicator.target,
                width=90,
                set_value=partial(self._change, "target"),
                **figure,  # type: ignore[arg-type]
            ),
            Column(
                "last",
                Message("Measured"),
                lambda line: line.last.value if line.last else None,
                width=104,
                align="right",
            ),
            Column("on", Message("On"), lambda line: line.last.on if line.last else None, width=100),
            Column("reached", Message("Of the target"), _reached, width=140, align="right"),
        ]

    def _join(self) -> None:
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.clause.asked.connect(self.desk.show_clause)
        self.table.current_changed.connect(self._show_line)
        self.table.delete_asked.connect(lambda _lines: self._remove())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        for part in (self.add, self.remove, self.clause):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self.table.filter_line)
        self.parts = room.parted(self.table, self.below)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(self.parts, 1)
        self.parts.setSizes([_ABOVE, _BELOW])
        beginning.begin_at(self, self.table)


_ABOVE, _BELOW = 280, 270


def _lines(shown: Shown, approved: Mapping[str, float | None] | None) -> list[Line]:
    found = []
    for priority in shown.strategy.priorities:
        holders: list[tuple[Task | None, Sequence[Indicator]]] = [(None, priority.indicators)]
        holders += [(task, task.indicators) for task in priority.tasks]
        for task, indicators in holders:
            for number, one in result_lines.numbered(indicators):
                target = one.target if approved is None else approved.get(one.id)
                found.append(Line(priority, task, one, number, target))
    return found


def _section(line: Line) -> str:
    return f"{line.priority.place}. {plan_paper.name(line.priority, catalogue.current())}"


def _holders(shown: Shown) -> list[Choice]:
    """The plans and their tasks."""
    found = []
    for priority in shown.strategy.priorities:
        name = plan_paper.name(priority, catalogue.current())
        found.append(Choice(priority.id, Message("{place}. Plan: {service}", place=priority.place, service=name)))
        for task in priority.tasks:
            title = russian.said(task.title_ky, task.title_ru, catalogue.current())
            found.append(Choice(task.id, f"      {priority.place}/{numbering.pointed(task.number)} {title}"))
    return found


def _reached(line: Line) -> str:
    """The share of the target (ST-8.M1), which is named where an amendment has written another one beside it."""
    language = catalogue.current()
    share = rules.reached(line.target, line.last.value if line.last else None)
    if share is None or line.target is None:
        return ""
    percent = wording.percent(share, language, digits=0)
    if line.target == line.indicator.target:
        return percent
    told = Message("{percent} (of {target})", percent=percent, target=wording.number(line.target, language))
    return told.into(language)


NOTHING = Message(
    "No expected result has been written yet. Each plan and each task says what it is to reach, and by which figure."
)
