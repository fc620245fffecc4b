"""The plan on the screen: its chart, and below it the activity that is looked at or a list that leads to rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.strategy import bars, glance, plan_actions, plan_paper
from ayil_desktop.strategy.bars import Row, Scale
from ayil_desktop.strategy.below import Below
from ayil_desktop.strategy.gantt import Gantt
from ayil_desktop.strategy.shown import WHICH_NAMES, Shown, Which
from ayil_desktop.widgets import beginning, notice, refusal, room, stepwise, style
from ayil_desktop.widgets.filter_line import FilterLine
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.labels import Button
from ayil_desktop.widgets.long_choice import LongChoice
from ayil_desktop.widgets.stepwise import Steps, Stepwise
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.workdays.deadlines import Deadline

if TYPE_CHECKING:
    from ayil_desktop.strategy.activity_card import ActivityCard
    from ayil_desktop.strategy.changes_panel import ChangesPanel
    from ayil_desktop.strategy.comparison_panel import ComparisonPanel
    from ayil_desktop.strategy.findings_panel import FindingsPanel

SCALE_NAMES = {
    Scale.WEEK: Message("Weeks"),
    Scale.MONTH: Message("Months"),
    Scale.QUARTER: Message("Quarters"),
    Scale.YEAR: Message("Years"),
    Scale.FIT: Message("Everything"),
}


AMEND_FIRST = Message("The strategy is approved; to change it open an amendment first.")


class PlanPage(QWidget):
    """Tools above, the chart, and the card or a list below it. `amendment_asked` gives what waits for it, or None, and
    the words for it."""

    amendment_asked = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.shown: Shown | None = None
        self.rows: Sequence[Row] = ()
        self._days: frozenset[date] = frozenset()
        self._drawn: tuple[date, frozenset[date]] | None = None
        self.scale, self.which = QComboBox(), LongChoice(_LETTERS)
        self.today = Button(Message("Today"), sign="calendar")
        self.check = Button("", sign="triangle-alert")
        self.filter = FilterLine(_FILTER)
        self.gantt = Gantt()
        self.below = Below(desk)
        self.tools = FlowLayout()
        self._checking = Stepwise(self)
        self._lay_out()
        self._join()
        self.translate()

    def show_strategy(self, shown: Shown, exceptions: Iterable[date]) -> None:
        """The plan as it stands; what was chosen and filtered stays."""
        self.shown, self._days = shown, frozenset(exceptions)
        self._name_filters()
        self._show_rows()
        self._show_below()
        self._checking.begin(self._check())

    def show_at_once(self, rows: Sequence[Row], today: date, *, is_whole: bool = True) -> None:
        """The chart alone, before everything else that belongs to the plan is read; at first only its top."""
        self.rows = rows
        self._drawn = (today, frozenset()) if is_whole else None
        self.gantt.show_rows(rows, today=today, is_whole=is_whole)

    @property
    def chosen(self) -> str:
        """The id of the chosen service, task or activity; empty where none is."""
        return self.gantt.chosen_key

    @property
    def card(self) -> ActivityCard:
        return self.below.card

    @property
    def findings(self) -> FindingsPanel:
        return self.below.findings

    @property
    def changes(self) -> ChangesPanel:
        return self.below.changes

    @property
    def comparison(self) -> ComparisonPanel:
        return self.below.comparison

    def jump_to_today(self) -> None:
        """Today in the middle; where the chart does not reach so far, its nearer end, and that is told."""
        today, time = self.desk.today(), self.gantt.time
        self.gantt.jump_to(min(max(today, time.begins), time.ends))
        if today < time.begins:
            self.desk.tell(
                Message("Today ({today}) is not on the chart: it begins on {day}.", today=today, day=time.begins)
            )
        elif today > time.ends:
            self.desk.tell(
                Message("Today ({today}) is not on the chart: it ends on {day}.", today=today, day=time.ends)
            )

    def go_to(self, key: str) -> None:
        """A row, whatever was filtered, and its card."""
        self.which.setCurrentIndex(0)
        self.filter.line.clear()
        self.gantt.go_to(key)
        self.open_card(key)

    def open_card(self, key: str) -> None:
        """The card of an activity; other rows have none."""
        activity = self.shown.activity(key) if self.shown else None
        if self.shown is not None and activity is not None:
            self.card.show_activity(self.shown, activity)
            self._open(self.card)

    def edit_card(self, key: str) -> None:
        """The card of an activity with the cursor in its text."""
        self.open_card(key)
        self.card.words.field("text_ky").setFocus()

    def open_findings(self) -> None:
        """What a careful reader would find; a line leads to its row."""
        if self.shown is not None:
            self.findings.show_strategy(self.shown)
            self._open(self.findings)

    def open_changes(self) -> None:
        """What has changed since the approval; a line leads to its row."""
        if self.shown is not None:
            self.changes.show_strategy(self.shown)
            self._open(self.changes)

    def open_comparison(self, key: str) -> None:
        """What a sister plan has that the plan of this row has not."""
        if self.shown is not None:
            self.comparison.begin(self.shown, key)
            self._open(self.comparison)

    def close_card(self) -> None:
        """More room for the chart."""
        self.card_place.hide()
        self.gantt.setFocus()

    def _open(self, part: QWidget) -> None:
        self.below.setCurrentWidget(part)
        if self.card_place.isHidden():
            self.card_place.show()
            whole = self.parts.height()
            wanted = self.card.height_of_first_parts() + style.STEP if self.below.is_front("card") else _LIST
            low = min(wanted, int(whole * _MOST_BELOW))
            self.parts.setSizes([whole - low, low])
        self.card_place.show()

    def _is_card_open(self) -> bool:
        return not self.card_place.isHidden() and self.below.is_front("card")

    def translate(self) -> None:
        for place, scale in enumerate(Scale):
            self.scale.setItemText(place, str(SCALE_NAMES[scale]))
        self.scale.setPlaceholderText(str(Message("Zoomed")))
        self.scale.setAccessibleName(str(Message("Scale of the chart")))
        self.which.setAccessibleName(str(Message("Which activities are shown")))
        self._name_filters()
        self._say_warnings()

    def when_open(self, run: Callable[[], object], first: Message = AMEND_FIRST) -> None:
        """Do it where the plan may be changed; while it is approved an amendment is offered, and then it is done."""
        if self.shown is not None and not self.shown.is_open:
            self.amendment_asked.emit(run, first)
        else:
            run()

    def apply(self, key: str, deadline: Deadline) -> None:
        """What a drag asks for."""
        self._change(lambda: plan_actions.set_deadline(self.desk.store, activity_id=key, deadline=deadline))

    def _link(self, before: str, after: str) -> None:
        self._change(lambda: plan_actions.link(self.desk.store, before_id=before, after_id=after))

    def _change(self, action: Callable[[], Done]) -> None:
        self.when_open(lambda: self.carry(action))

    def carry(self, action: Callable[[], Done]) -> Done | None:
        """Do it; a no is told in the bar above the screen."""
        try:
            return self.desk.run(action)
        except Refused as refused:
            notice.warning(refusal.reason(refused), clause=refused.clause)
            self._show_rows()
            return None

    def _show_rows(self) -> None:
        """All rows anew, or only the few that are others now."""
        if self.shown is None:
            return
        which, service, person = self._chosen_filter()
        rows = self.shown.rows(which, service, self.filter.line.text(), person)
        every = sum(row.level == 2 for row in self._every())
        self.filter.show_found(sum(row.level == 2 for row in rows), every)
        if self._is_same_but_few(rows):
            for row, before in zip(rows, self.rows, strict=True):
                if row is not before and row != before:
                    self.gantt.change_row(row)
        else:
            self._drawn = (self.shown.today, self._days)
            self.gantt.show_rows(rows, today=self.shown.today, exceptions=self._days)
        self.rows = rows

    def _every(self) -> Sequence[Row]:
        return self.shown.rows() if self.shown else ()

    def _is_same_but_few(self, rows: Sequence[Row]) -> bool:
        """Whether the same rows, or nearly, stand in the same stretch of time on the same day."""
        if self.shown is None or [row.key for row in rows] != [row.key for row in self.rows]:
            return False
        today = self.shown.today
        spans = {bars.time_of(one, today=today, per_day=1.0) for one in (rows, self.rows)}
        changed = sum(row is not before and row != before for row, before in zip(rows, self.rows, strict=True))
        return len(spans) == 1 and changed <= _FEW and self._drawn == (today, self._days)

    def _show_below(self) -> None:
        if self.shown is not None and not self.card_place.isHidden() and not self.below.show_strategy(self.shown):
            self.close_card()

    def _chosen_filter(self) -> tuple[Which, str, str]:
        """Which activities, of which service, of which person; the last two may be empty."""
        value = self.which.currentData()
        if isinstance(value, Which):
            return value, "", ""
        words = str(value or "")
        is_person = words.startswith(_PERSON)
        return (Which.ALL, "", words.removeprefix(_PERSON)) if is_person else (Which.ALL, words, "")

    def _name_filters(self) -> None:
        """All, late, this quarter, then each service, then who is responsible; what was chosen stays."""
        chosen = self.which.currentData()
        self.which.blockSignals(True)
        self.which.clear()
        for which, words in WHICH_NAMES.items():
            self.which.addItem(str(words), which)
        for priority in self.shown.strategy.priorities if self.shown else ():
            self.which.addItem(f"{priority.place}. {plan_paper.name(priority, catalogue.current())}", priority.id)
        people = self.shown.people() if self.shown else []
        if people:
            self.which.insertSeparator(self.which.count())
        for person in people:
            self.which.addItem(person.name, _PERSON + person.key)
        self.which.setCurrentIndex(max(self.which.findData(chosen), 0))
        self.which.blockSignals(False)

    def _check(self) -> Steps:
        """The reader's check; that of a large plan comes when what was changed has been drawn."""
        if len(self._every()) >= glance.LARGE:
            yield from stepwise.drawn()
        self._say_warnings()

    def _say_warnings(self) -> None:
        found = self.shown.warnings if self.shown else ()
        self.check.set_words(Counted("Check: {count} warning", "Check: {count} warnings", len(found)))
        self.check.setVisible(bool(found))

    def _name_scale(self, scale: Scale | None) -> None:
        """None of the names while the chart is zoomed to something between them."""
        self.scale.blockSignals(True)
        self.scale.setCurrentIndex(-1 if scale is None else list(Scale).index(scale))
        self.scale.blockSignals(False)

    def _choose(self, key: str) -> None:
        """The open card follows the chosen row."""
        if self._is_card_open():
            self.open_card(key)

    def _join(self) -> None:
        self.scale.addItems([""] * len(Scale))
        self.scale.setCurrentIndex(list(Scale).index(Scale.MONTH))
        # Chosen again too: whoever has zoomed comes back to the same scale.
        for signal in (self.scale.currentIndexChanged, self.scale.activated):
            signal.connect(lambda place: self.gantt.set_scale(list(Scale)[place]))
        self.gantt.scaled.connect(self._name_scale)
        self.which.currentIndexChanged.connect(lambda _place: self._show_rows())
        self.filter.changed.connect(lambda _words: self._show_rows())
        self.filter.left_downwards.connect(self.gantt.setFocus)
        self.today.clicked.connect(self.jump_to_today)
        self.check.clicked.connect(self.open_findings)
        self.gantt.chosen.connect(self._choose)
        self.gantt.opened.connect(self.open_card)
        self.gantt.dragged.connect(self.apply)
        self.gantt.linked.connect(self._link)
        self.below.closed.connect(self.close_card)
        self.below.led.connect(self.gantt.go_to)
        self.below.opened.connect(self.go_to)
        self.below.amendment_asked.connect(lambda: self.amendment_asked.emit(None, ""))

    def _lay_out(self) -> None:
        self.which.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for part in (self.scale, self.today, self.which, self.filter):
            self.tools.addWidget(part)
        self.tools.addStretch()
        self.tools.addWidget(self.check)
        self.parts = room.parted(self.gantt, self.below)
        self.card_place = self.below.parentWidget() or self.below
        self.card_place.hide()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(self.tools)
        stack.addWidget(self.parts, 1)
        beginning.begin_at(self, self.gantt)


_FEW = 4
_LETTERS = 16  # of a filter
_MOST_BELOW = 0.44
"""Of the height, for what stands below a chart that has little room itself."""
_FILTER = 22  # steps wide: so the Russian tools need one line
_PERSON = "person:"
"""Before a person's name among the filters; the id of a service has nothing before it."""
NO_SERVICE = Message("The strategy has no service yet. Add the priority services first.")
_LIST = style.ROW * 6
