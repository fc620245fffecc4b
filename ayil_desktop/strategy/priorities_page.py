"""Which services come first, why, and what does each promise by the four criteria?"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.office.records import Criterion
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.strategy import actions, rules, versions
from ayil_desktop.strategy.records import PriorityService
from ayil_desktop.strategy.russian import CRITERION_NAMES
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import beginning, doing, notice, refusal, room, style
from ayil_desktop.widgets.choice_fields import TriStateField
from ayil_desktop.widgets.columns import Column, Editor, of_field
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip, Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField, TextField

ONE_A_LINE = Message("One on each line")
_LISTS = ("justification", "causes")


class PrioritiesPage(QWidget):
    """The services by rank at the top; below them why, and the standards.

    `window_asked` gives a window to open; `amendment_asked` comes where approved standards are to be changed,
    `russian_asked` gives the service whose Russian texts are wanted.
    """

    window_asked = Signal(object)
    amendment_asked = Signal()
    russian_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: Shown | None = None
        self._service = ""
        self._places: Mapping[str, int] = {}
        self.rank = Button(Message("Rank by votes"), sign="list-ordered")
        self.remove = Button(Message("Remove the service"), sign="trash-2")
        self.in_russian = Button(Message("Russian text…"), sign="languages")
        self.tie = Chip()
        self.table: RecordTable[PriorityService] = RecordTable(
            self._columns(),
            key="strategy/priorities",
            name=Message("Priority services"),
            empty=Message("No service has been put first yet."),
            reorderable=True,
            filters=False,
        )
        self.form = Form()
        self.standards = {criterion: Label(wraps=True) for criterion in Criterion}
        self.changes = {criterion: Button(Message("Write anew…"), sign="pencil") for criterion in Criterion}
        self.unagreed = Chip()
        self._lay_out()
        self._join()

    def show_strategy(self, shown: Shown) -> None:
        """The services as they are ranked."""
        self._shown = shown
        priorities = shown.strategy.priorities
        votes = {one.id: one.votes for one in priorities if one.votes is not None}
        self._places = {key: place for place, keys in rules.ranked(votes) for key in keys}
        self._say_ties(shown, votes)
        self.table.set_rows(priorities)
        if self.table.current() is None and priorities:
            self.table.go_to(priorities[0].id)
        self.rank.setEnabled(shown.is_open and bool(votes))
        self.remove.setEnabled(shown.is_open and bool(priorities))
        self._show_service(self.table.current())

    def _say_ties(self, shown: Shown, votes: Mapping[str, int]) -> None:
        """Equal votes decide nothing: the order among them is the commission's."""
        places = [[one.place for one in shown.strategy.priorities if one.id in tied] for tied in rules.ties(votes)]
        self.tie.setVisible(bool(places))
        groups = "; ".join(", ".join(map(str, group)) for group in places)
        self.tie.show_state("due", Message("Equal votes: {services}", services=groups), "scale")

    def _show_service(self, priority: PriorityService | None) -> None:
        self.below.setVisible(priority is not None)
        if priority is None or self._shown is None:
            return
        if priority.id != self._service:
            self.form.revert()
        self._service = priority.id
        self.form.setEnabled(self._shown.is_open)
        self.form.set_values(
            {
                "justification": "\n".join(priority.justification),
                "causes": "\n".join(priority.causes),
                "goal": priority.goal,
                "within_competence": priority.within_competence,
                "development_plan_reference": priority.development_plan_reference,
            }
        )
        held = {one.criterion: one for one in versions.held(self._shown.strategy, priority)}
        for criterion, label in self.standards.items():
            standard = held.get(criterion)
            label.set_words("\n".join(standard.texts) if standard else Message("Nothing is written yet."))
        count = len(versions.changed_without_agreement(self._shown.strategy, priority))
        self.unagreed.setVisible(count > 0)
        self.unagreed.show_state(
            "late",
            Counted("{count} change without a meeting of consumers", "{count} changes without a meeting", count),
        )

    def write_standard(self, criterion: Criterion) -> None:
        """A new wording; the old one is kept (ST-7.6)."""
        priority, shown = self.table.current(), self._shown
        if priority is None or shown is None:
            return
        try:
            rules.check_standards(shown.strategy)
        except Refused as refused:
            offer = notice.Offer(Message("Open an amendment…"), self.amendment_asked.emit)
            notice.warning(refusal.reason(refused), offer, clause=refused.clause)
            return
        service_id, strategy_id = priority.service_id, shown.strategy.id
        held = {one.criterion: one for one in versions.held(shown.strategy, priority)}
        form = Form()
        form.add(LongTextField("texts", CRITERION_NAMES[criterion], hint=ONE_A_LINE, lines=6))
        form.add_row(
            TextField("agreed_with", Message("Agreed by which meeting of consumers")),
            DateField("agreed_on", Message("Agreed on")),
        )
        form.set_values({"texts": "\n".join(held[criterion].texts) if criterion in held else ""})

        def run(values: Mapping[str, Any]) -> Done | None:
            named = dict(values) | {"texts": values["texts"].splitlines(), "strategy_id": strategy_id}
            return self.desk.run(
                lambda: actions.write_standard(self.desk.store, service_id=service_id, criterion=criterion, **named)
            )

        self.window_asked.emit(EntryWindow(self, Message("Write a standard"), form, Message("Keep"), run))

    def _commit(self, name: str, value: Any) -> None:
        priority = self.table.current()
        if priority is not None:
            kept = value.splitlines() if name in _LISTS else value
            doing.by_form(
                self.desk,
                self.form,
                lambda: actions.change_priority(self.desk.store, priority_id=priority.id, **{name: kept}),
            )

    def _change(self, name: str, priority: PriorityService, value: Any) -> None:
        self.desk.run(lambda: actions.change_priority(self.desk.store, priority_id=priority.id, **{name: value}))

    def _rank(self) -> None:
        shown = self._shown
        if shown is not None:
            doing.by_button(self.desk, lambda: actions.rank_by_votes(self.desk.store, strategy_id=shown.strategy.id))

    def _move(self, priority: PriorityService, place: int) -> None:
        doing.by_button(
            self.desk, lambda: actions.move_priority(self.desk.store, priority_id=priority.id, place=place + 1)
        )

    def _remove(self) -> None:
        priority = self.table.current()
        if priority is not None:
            doing.by_button(self.desk, lambda: actions.remove_priority(self.desk.store, priority_id=priority.id))

    def _may_edit(self, _priority: PriorityService) -> bool:
        return self._shown is not None and self._shown.is_open

    def _is_tied(self, priority: PriorityService) -> bool:
        return list(self._places.values()).count(self._places.get(priority.id, 0)) > 1

    def _place(self, priority: PriorityService) -> int | Message | None:
        place = self._places.get(priority.id)
        return Message("{place}, tied", place=place) if place and self._is_tied(priority) else place

    def _columns(self) -> Sequence[Column[PriorityService]]:
        return [
            of_field(
                "name_ky",
                Message("Name of the service"),
                self._change,
                width=300,
                stretches=True,
                may_edit=self._may_edit,
            ),
            of_field(
                "votes",
                Message("Votes"),
                self._change,
                width=80,
                may_edit=self._may_edit,
                editor=Editor.NUMBER,
                is_whole=True,
            ),
            Column(
                "by_votes",
                Message("Place by votes"),
                self._place,
                width=150,
                sort_key=lambda one: self._places.get(one.id, 0),
                sign=lambda one: "scale" if self._is_tied(one) else "",
            ),
        ]

    def _join(self) -> None:
        self.table.current_changed.connect(self._show_service)
        self.table.moved.connect(self._move)
        self.rank.clicked.connect(self._rank)
        self.remove.clicked.connect(self._remove)
        self.in_russian.clicked.connect(lambda: self.russian_asked.emit(self._service))
        self.form.committed.connect(self._commit)
        self.form.clause_asked.connect(self.desk.show_clause)
        for criterion, button in self.changes.items():
            button.clicked.connect(partial(self._press, criterion))

    def _press(self, criterion: Criterion, _checked: bool = False) -> None:
        self.write_standard(criterion)

    def _lay_out(self) -> None:
        self.form.add(LongTextField("goal", Message("Goal"), lines=2, most=4))
        self.form.add(LongTextField("justification", Message("Justification"), hint=ONE_A_LINE, lines=3, most=12))
        self.form.add(LongTextField("causes", Message("Causes"), hint=ONE_A_LINE, lines=4, most=12))
        self.form.add(TriStateField("within_competence", Message("Within the competence of local self-government")))
        self.form.add(TextField("development_plan_reference", Message("Measure of the development plan")))
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        for part in (self.rank, self.remove, self.in_russian, self.tie):
            head.addWidget(part)
        head.addStretch()
        right = QWidget()
        texts = QVBoxLayout(right)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(style.STEP)
        texts.addWidget(self.unagreed)
        for criterion in Criterion:
            line = QHBoxLayout()
            line.addWidget(Label(CRITERION_NAMES[criterion], say="heading"), 1)
            line.addWidget(self.changes[criterion])
            texts.addLayout(line)
            texts.addWidget(self.standards[criterion])
        texts.addStretch()
        self.below = QWidget()
        room.beside(self.below, self.form, room.scrolled(right), widest=room.TEXTS, shares=(4, 3))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(self.table, 2)
        stack.addWidget(self.below, 5)
        beginning.begin_at(self, self.table)
