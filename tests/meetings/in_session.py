"""The session screen as a secretary has it: a window with menus, her keys, and what she reads."""

from datetime import time
from types import SimpleNamespace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from ayil_desktop.meetings.choices import Vote
from ayil_desktop.meetings.opinion_window import OpinionWindow
from ayil_desktop.meetings.voting import SessionPanel
from ayil_desktop.widgets.finishing import finish_typing
from ayil_desktop.window.editing import UndoKeys
from ayil_desktop.window.menus import MENUS, Menus
from tests.typing import type_text

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


class Strangers(QObject):
    """Parts of the screen that were shown as windows of their own before they had their place: they flash and take the
    focus away."""

    def __init__(self, parent):
        super().__init__(parent)
        self.seen = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            if not isinstance(watched, QMainWindow | QMenu | QDialog) and watched.windowType() is Qt.WindowType.Window:
                self.seen.append(type(watched).__name__)
        return False


class Session:
    """The panel over a real office; every change redraws it once, as the tab does."""

    def __init__(self, qtbot, desk, commission, *, now=time(10, 20)):
        self.qtbot, self.desk, self.commission = qtbot, desk, commission
        self.clock = SimpleNamespace(now=now)
        self.panel = SessionPanel(desk, now=lambda: self.clock.now)
        self.reads = 0
        desk.touched.connect(self._redraw)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.panel)
        self.window.resize(1200, 620)
        qtbot.addWidget(self.window)
        self._strangers = Strangers(self.window)
        self._give_menus()
        self.panel.show_meeting(commission.meeting_id)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.list.setFocus()

    def _redraw(self, touched):
        self.reads += 1
        self.panel.show_touched(touched)

    def _give_menus(self):
        bar = self.window.menuBar()
        self.menus = Menus({name: bar.addMenu(name) for name in MENUS}, finish_typing)
        self.menus.show_commands(self.panel.commands())
        self.menus.after_typing("undo", self.desk.undo)
        self.menus.after_typing("redo", self.desk.redo)
        self._keys = UndoKeys(self.window)

    # What she does

    @property
    def list(self):
        return self.panel.hall.members

    def press(self, key, modifiers=NO_KEY, times=1):
        """A key goes to whatever has the focus."""
        for _ in range(times):
            focus = QApplication.focusWidget()
            assert focus is not None, "the focus is lost: no key reaches anything"
            if isinstance(key, str):
                type_text(focus, key)
            else:
                self.qtbot.keyClick(focus, key, modifiers)

    def go_on(self):
        self.press(Qt.Key.Key_Return, CONTROL)

    def undo(self):
        self.press(Qt.Key.Key_Z, CONTROL)

    def stand_at(self, number):
        """The current line of the list is that of this member."""
        self.list.setFocus()
        self.list.go_to(self.commission.id(number))

    def votes(self, letters):
        """One letter for each who can vote, going from line to line by Enter."""
        self.stand_at(1)
        for number, letter in enumerate(letters):
            if number:
                self.press(Qt.Key.Key_Return)
            self.press(letter)

    def choose(self, words):
        """A line of the menu of the current member."""
        self.list.ask_menu()
        menu = self.panel.attendance.menu
        line = next(action for action in menu.actions() if action.text() == words)
        line.trigger()
        menu.close()

    def counts(self, **numbers):
        """Numbers typed into the fields of a vote by count."""
        for name, number in numbers.items():
            line = self.panel.ballot.counts[name].line
            line.setFocus()
            line.selectAll()
            type_text(line, str(number))

    def chooses(self, field, value):
        """Another value of a list in a form."""
        field.put(value)
        field.list.activated.emit(field.list.currentIndex())

    def by(self, method):
        """Another way of voting, chosen from the list."""
        place = list(type(method)).index(method)
        self.panel.ballot.method.setCurrentIndex(place)
        self.panel.ballot.method.activated.emit(place)

    @property
    def opinion(self):
        """The window for a written opinion that is open."""
        return self.panel.findChild(OpinionWindow)

    # What she reads

    @property
    def strangers(self):
        """What was shown outside of the window."""
        return self._strangers.seen

    @property
    def figure(self):
        return self.panel.hall.figure.accessibleName()

    @property
    def quorum(self):
        return self.panel.hall.chip.accessibleName()

    @property
    def outcome(self):
        return self.panel.ballot.chip.accessibleName()

    @property
    def arithmetic(self):
        return self.panel.ballot.reasons.text

    @property
    def next(self):
        """The button that comes next; empty while a vote is entered."""
        return self.panel.next.main.accessibleName() if self.panel.next.isVisible() else ""

    @property
    def cards(self):
        """What is written on the cards of the recorded votes."""
        return [
            (card.chip.accessibleName(), card.figures.text(), card.reasons.text)
            for card in self.panel.matter.rounds.cards
        ]

    @property
    def lines(self):
        """The list as it is read aloud: name, presence, what is said, vote."""
        model = self.list.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]

    @property
    def vote_lines(self):
        """How many can be given a vote."""
        return sum(row.has_cells for row in self.list.members.rows)

    @property
    def agenda(self):
        model = self.panel.agenda.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]

    def vote_of(self, number):
        person = self.commission.id(number)
        return next(row.vote for row in self.list.members.rows if row.line.person_id == person)

    # What is kept

    @property
    def rounds(self):
        return self.commission.item(self.panel.item.place).rounds

    def tally(self, place=-1):
        one = self.rounds[place]
        return (one.count_for, one.count_against, one.count_abstained)


FOR, AGAINST, ABSTAINED = Vote.FOR, Vote.AGAINST, Vote.ABSTAINED
