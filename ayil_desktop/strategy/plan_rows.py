"""What can be done with the chosen row of the plan: by menu, by button and by key?"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from ayil_desktop.language.message import Message
from ayil_desktop.store.work import Done
from ayil_desktop.strategy import arranging_actions, next_numbers, numbering, plan_page, standing
from ayil_desktop.strategy.follow_up_records import Progress, Review
from ayil_desktop.strategy.plan_page import PlanPage
from ayil_desktop.strategy.records import Activity, Task
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import doing, icons, notice, tab
from ayil_desktop.widgets.labels import literal
from ayil_desktop.widgets.tab import Command, Desk

Keys = tuple[Qt.Key, Qt.KeyboardModifier]
PLAIN, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
KEYS: Mapping[Keys, str] = {
    (Qt.Key.Key_Insert, PLAIN): "activity",
    (Qt.Key.Key_F2, PLAIN): "change",
    (Qt.Key.Key_Up, ALT): "up",
    (Qt.Key.Key_Down, ALT): "down",
    (Qt.Key.Key_Delete, PLAIN): "remove",
    (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier): "copy",
    (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier): "paste",
}
SHOWN_KEYS = {
    "activity": "Ins",
    "change": "F2",
    "up": "Alt+↑",
    "down": "Alt+↓",
    "remove": "Del",
    "copy": "Ctrl+C",
    "paste": "Ctrl+V",
}


class PlanRows(QObject):
    """The lines for the chosen row. `window_asked` gives a window to open, `adding_asked` one whose new row is to be
    chosen afterwards, `service_asked` a service to look at."""

    window_asked = Signal(object)
    adding_asked = Signal(object)
    service_asked = Signal(str)

    def __init__(self, desk: Desk, page: PlanPage, more: Mapping[str, Command]) -> None:
        """`more` are the lines for whole plans."""
        super().__init__(page)
        self.desk, self.page = desk, page
        edit = tab.EDIT_MENU
        self.commands = {
            "service": Command(edit, Message("Service…"), self.add_service, "", "concierge-bell", self._is_shown),
            "task": Command(edit, Message("Task…"), self.add_task, "", "list-checks", self._is_shown),
            "activity": Command(edit, Message("Activity…"), self.add_activity, "Ctrl+Shift+N", "plus", self._is_shown),
            "change": Command(edit, Message("Change…"), self.change, "", "pencil", self._has_row),
            "up": Command(edit, Message("Move up"), partial(self.move, -1), "", "arrow-up", self._has_row),
            "down": Command(edit, Message("Move down"), partial(self.move, 1), "", "arrow-down", self._has_row),
            "number": Command(edit, Message("Another number…"), self.number, "", "", self._is_numbered),
            "anew": Command(
                edit, Message("Number the plan anew"), self.number_anew, "", "list-ordered", self._is_draft
            ),
            "remove": Command(edit, Message("Remove"), self.remove, "", "trash-2", self._has_marked),
            "split": Command(
                tab.VIEW_MENU, Message("Move the line between table and chart"), self.hold_split, "Shift+F6"
            ),
            **more,
        }
        page.gantt.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        page.gantt.customContextMenuRequested.connect(self._pop_up)
        page.gantt.installEventFilter(self)

    # What the user does

    def hold_split(self) -> None:
        """← and → move the line then."""
        self.page.gantt.hold_split()
        self.desk.tell(Message("← and → move the line, Enter keeps it, Esc takes it back."))

    def add_service(self) -> None:
        """A priority service at the end of the list."""
        from ayil_desktop.strategy import entry_windows  # when a window is first opened

        shown = self.page.shown
        if shown is not None:
            window = partial(entry_windows.add_service, self.page, self.desk, shown.strategy.id)
            self.page.when_open(lambda: self.adding_asked.emit(window()), SERVICE_FIRST)

    def add_task(self) -> None:
        """A task of the chosen service."""
        from ayil_desktop.strategy import entry_windows  # when a window is first opened

        priority = self.page.shown.service_of(self.page.chosen) if self.page.shown else None
        if priority is None:
            notice.info(plan_page.NO_SERVICE)
        else:
            window = partial(entry_windows.add_task, self.page, self.desk, priority)
            self.page.when_open(lambda: self.adding_asked.emit(window()), TASK_FIRST)

    def add_activity(self) -> None:
        """An activity of the chosen task; its number continues the task's."""
        from ayil_desktop.strategy import entry_windows  # when a window is first opened

        task, shown = self._task(), self.page.shown
        priority = shown.service_of(task.id) if shown and task else None
        if task is None or shown is None or priority is None:
            notice.info(NO_TASK if self._has_service() else plan_page.NO_SERVICE)
        else:
            number = next_numbers.of_activity(shown.strategy, task)
            window = partial(entry_windows.add_activity, self.page, self.desk, shown.strategy, priority, task, number)
            self.page.when_open(lambda: self.adding_asked.emit(window()), ACTIVITY_FIRST)

    def change(self) -> None:
        """An activity in its card, a task in a window, a service on its page."""
        from ayil_desktop.strategy import entry_windows  # when a window is first opened

        shown, key = self.page.shown, self.page.chosen
        task = _own_task(shown, key)
        if shown is None:
            return
        if shown.activity(key) is not None:
            self.page.when_open(partial(self.page.edit_card, key))
        elif task is not None:
            self.page.when_open(lambda: self.window_asked.emit(entry_windows.change_task(self.page, self.desk, task)))
        else:
            self.service_asked.emit(key)

    def move(self, by: int) -> None:
        """One line up or down: a service by rank, a task within its plan, an activity on into the next task."""
        action = self._moved(by)
        if action is not None:
            self._carry(action)

    def move_to_task(self, task: Task) -> None:
        """The chosen activity to the end of another task."""
        self._carry(self._into(self.page.chosen, task, len(task.activities) + 1))

    def number(self) -> None:
        """Another number of the chosen task or activity, as the text has it."""
        shown, key, store = self.page.shown, self.page.chosen, self.desk.store
        task, activity = _own_task(shown, key), shown.activity(key) if shown else None
        question = Message("Number in the plan")
        if activity is not None:
            act, known = partial(arranging_actions.number_activity, store, activity_id=key), activity.number
        elif task is not None:
            act, known = partial(arranging_actions.number_task, store, task_id=key), task.number
        else:
            return
        self.page.when_open(
            lambda: doing.by_line(self.desk, question, lambda written: act(number=written), suggested=known)
        )

    def number_anew(self) -> None:
        """1, 1.1, 1.2, 2 … in the plan of the chosen service."""
        priority = self.page.shown.service_of(self.page.chosen) if self.page.shown else None
        if priority is not None:
            self._carry(lambda: arranging_actions.number_anew(self.desk.store, priority_id=priority.id))

    def remove(self) -> None:
        """The chosen row or the marked ones, with all below them; the row that follows is chosen then."""
        from ayil_desktop.strategy import actions, several_actions  # loaded when something is first removed

        shown, key, store = self.page.shown, self.page.chosen, self.desk.store
        rows = self.page.gantt.marked_keys
        if shown is None or not rows:
            return
        if len(rows) > 1:
            strategy_id = shown.strategy.id
            self._carry(lambda: several_actions.remove_rows(store, strategy_id=strategy_id, rows=rows))
        elif shown.activity(key) is not None:
            self._carry(lambda: arranging_actions.remove_activity(store, activity_id=key))
        elif _own_task(shown, key) is not None:
            self._carry(lambda: arranging_actions.remove_task(store, task_id=key))
        else:
            self._carry(lambda: actions.remove_priority(store, priority_id=key))

    def record(self, progress: Progress) -> None:
        """What the newest review says of the marked activities, and of all below marked tasks and services."""
        from ayil_desktop.strategy import several_actions  # when something is first recorded for several

        shown, review = self.page.shown, self._review()
        if shown is None or review is None:
            return
        keys = [one.id for one in shown.activities_in(self.page.gantt.marked_keys)]
        store, review_id = self.desk.store, review.id
        self.page.carry(
            lambda: several_actions.record_states(store, review_id=review_id, activities=keys, progress=progress)
        )

    def begin_review(self) -> None:
        """Of today."""
        from ayil_desktop.strategy import review_actions  # when a review is first begun here

        shown, store, today = self.page.shown, self.desk.store, self.desk.today()
        if shown is not None:
            strategy_id = shown.strategy.id
            self.page.carry(lambda: review_actions.begin_review(store, strategy_id=strategy_id, on=today, today=today))

    def _review(self) -> Review | None:
        """The newest one up to today."""
        known = self.page.shown.strategy.reviews if self.page.shown else ()
        return max((one for one in known if one.on <= self.desk.today()), key=lambda one: one.on, default=None)

    # How

    def _carry(self, action: Callable[[], Done]) -> None:
        self.page.when_open(lambda: self.page.carry(action))

    def _moved(self, by: int) -> Callable[[], Done] | None:
        """What moving the chosen row means; None at the end of the way."""
        from ayil_desktop.strategy import actions  # what a service needs is loaded when one is first moved

        shown, key, store = self.page.shown, self.page.chosen, self.desk.store
        if shown is None or not key:
            return None
        activity, own = shown.activity(key), shown.task_of(key)
        if activity is not None and own is not None:
            return self._activity_moved(activity, own, by)
        priority = shown.service_of(key)
        if priority is None:
            return None
        task = _own_task(shown, key)
        if task is not None:
            place = _place([one.id for one in priority.tasks], key, by)
            return partial(arranging_actions.move_task, store, task_id=key, place=place) if place else None
        place = _place([one.id for one in shown.strategy.priorities], key, by)
        return partial(actions.move_priority, store, priority_id=key, place=place) if place else None

    def _activity_moved(self, activity: Activity, own: Task, by: int) -> Callable[[], Done] | None:
        place = _place([one.id for one in own.activities], activity.id, by)
        if place is not None:
            return partial(arranging_actions.move_activity, self.desk.store, activity_id=activity.id, place=place)
        tasks = self._tasks()
        beside = [one.id for one in tasks].index(own.id) + by
        if not 0 <= beside < len(tasks):
            return None
        task = tasks[beside]
        return self._into(activity.id, task, 1 if by > 0 else len(task.activities) + 1)

    def _into(self, key: str, task: Task, place: int) -> Callable[[], Done]:
        return partial(arranging_actions.move_activity, self.desk.store, activity_id=key, task_id=task.id, place=place)

    def _task(self) -> Task | None:
        """The chosen task, or the last one of the chosen service; where nothing is chosen, of the first."""
        shown, tasks = self.page.shown, self._tasks()
        return (shown.task_of(self.page.chosen) if shown else None) or (tasks[-1] if tasks else None)

    def _tasks(self) -> Sequence[Task]:
        """Those of the chosen row's service."""
        priority = self.page.shown.service_of(self.page.chosen) if self.page.shown else None
        return priority.tasks if priority else ()

    # What is possible

    def _is_shown(self) -> bool:
        return self.page.shown is not None

    def _has_service(self) -> bool:
        return self.page.shown is not None and bool(self.page.shown.strategy.priorities)

    def _has_task(self) -> bool:
        return self._task() is not None

    def _has_row(self) -> bool:
        return self._is_shown() and bool(self.page.chosen)

    def _has_marked(self) -> bool:
        return self._is_shown() and bool(self.page.gantt.marked_keys)

    def _is_numbered(self) -> bool:
        shown = self.page.shown
        return shown is not None and (
            _own_task(shown, self.page.chosen) is not None or shown.activity(self.page.chosen) is not None
        )

    def _is_draft(self) -> bool:
        return self._has_task() and self.page.shown is not None and self.page.shown.is_draft

    # The menu and the keys

    def build(self) -> QMenu:
        """The menu of the chosen row, in the language of the screen."""
        menu = QMenu(self.page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, command in self.commands.items():
            if command.menu != tab.EDIT_MENU:
                continue
            if name in ("change", "number", "copy", "copy-plan"):
                menu.addSeparator()
            if name == "number":
                self._add_states(menu)
                self._add_bar(menu)
                self._add_tasks(menu)
            keys = SHOWN_KEYS.get(name, "")
            line = menu.addAction(f"{command.title}\t{keys}" if keys else str(command.title))
            if command.icon:
                line.setIcon(icons.icon(command.icon))
            line.setEnabled(command.is_possible())
            line.triggered.connect(lambda _checked=False, run=command.run: run())
        return menu

    def _add_states(self, menu: QMenu) -> None:
        """The states of a review for the marked rows; where there is no review, the offer to begin one."""
        review = self._review()
        if review is None:
            words = Message("Begin the review of {date}", date=self.desk.today())
            menu.addAction(literal(words)).triggered.connect(lambda _checked=False: self.begin_review())
            return
        states = menu.addMenu(literal(Message("State in the review of {date}", date=review.on)))
        for progress, words in standing.PROGRESS_NAMES.items():
            line = states.addAction(literal(words))
            line.triggered.connect(lambda _checked=False, one=progress: self.record(one))

    def _add_bar(self, menu: QMenu) -> None:
        if self.page.shown and self.page.shown.activity(self.page.chosen):
            self.page.gantt.fill_menu(menu.addMenu(str(Message("Its bar"))))

    def _add_tasks(self, menu: QMenu) -> None:
        shown = self.page.shown
        activity = shown.activity(self.page.chosen) if shown else None
        others = [task for task in self._tasks() if activity is not None and task.id != activity.task_id]
        into = menu.addMenu(str(Message("Move to another task")))
        into.menuAction().setVisible(bool(others))
        for task in others:
            words = f"{numbering.pointed(task.number)} {' '.join(task.title_ky.split())}".replace("&", "&&")
            line = into.addAction(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")
            line.triggered.connect(lambda _checked=False, goal=task: self.move_to_task(goal))

    def _pop_up(self, place: QPoint) -> None:
        self.build().popup(self.page.gantt.viewport().mapToGlobal(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        name = KEYS.get((Qt.Key(event.key()), held))
        if name is None or not self.commands[name].is_possible():
            return False
        self.commands[name].run()
        return True


def _own_task(shown: Shown | None, key: str) -> Task | None:
    """The task with this id; not the one of an activity or service."""
    task = shown.task_of(key) if shown else None
    return task if task is not None and task.id == key else None


def _place(keys: Sequence[str], key: str, by: int) -> int | None:
    """The place beside, counted from 1; None beyond the end."""
    place = keys.index(key) + by
    return place + 1 if 0 <= place < len(keys) else None


NO_TASK = Message("This plan has no task yet. Add a task first.")
_LONGEST = 90  # letters of a task in the menu
SERVICE_FIRST = Message("The strategy is approved; to add a service open an amendment first.")
TASK_FIRST = Message("The strategy is approved; to add a task open an amendment first.")
ACTIVITY_FIRST = Message("The strategy is approved; to add an activity open an amendment first.")
