"""What does the composition of the day lack, and by which clause? The panel beside the roster."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ayil_desktop.commission.composition import Check, Composition, Verdict
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.stepwise import Steps

SIGNS = {
    Verdict.HOLDS: ("circle-check", "done"),
    Verdict.FAILS: ("circle-x", "late"),
    Verdict.NOT_KNOWN: ("circle-question-mark", "due"),
    Verdict.NOT_APPLICABLE: ("minus", "muted"),
}
WORDS = {
    Verdict.HOLDS: Message("Satisfied"),
    Verdict.FAILS: Message("Not satisfied"),
    Verdict.NOT_KNOWN: Message("Not known"),
    Verdict.NOT_APPLICABLE: Message("Not applicable"),
}
ORDER = (Verdict.FAILS, Verdict.NOT_KNOWN, Verdict.HOLDS, Verdict.NOT_APPLICABLE)
_SAYS: dict[Verdict, labels.Say] = {
    Verdict.HOLDS: "muted",
    Verdict.FAILS: "late",
    Verdict.NOT_KNOWN: "due",
    Verdict.NOT_APPLICABLE: "muted",
}
_AT_A_TIME = 4  # lines that are made in one step
HEADINGS = {
    Verdict.FAILS: Message("Lacking"),
    Verdict.NOT_KNOWN: Message("Not known"),
    Verdict.HOLDS: Message("Satisfied"),
    Verdict.NOT_APPLICABLE: Message("Not applicable"),
}


class CheckLine(QWidget):
    """One line of the check: sign, what is wanted, how many there are of how many, the clause; a note below it."""

    clause_asked = Signal(str)

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = labels.Sign("circle", parent=self)
        self._title = labels.Label(wraps=True, parent=self)
        self._figures = labels.Label(say="muted", parent=self)
        self._note = labels.Label(say="muted", wraps=True, parent=self)
        self._clause = labels.ClauseLink(parent=self, is_short=True)
        self._clause.asked.connect(self.clause_asked)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, style.STEP // 4, 0, style.STEP // 4)
        grid.setHorizontalSpacing(style.STEP)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._figures, 0, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._clause, 0, 3, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid = grid
        grid.addWidget(self._note, 1, 1, 1, 3)
        self.show_check(check)

    def show_check(self, check: Check) -> None:
        self._check = check
        self._sign.show_icon(*SIGNS[check.verdict])
        self._title.set_words(check.title)
        self._figures.set_words(f"{check.actual} / {check.needed}" if check.applies else "")
        self._figures.say(_SAYS[check.verdict])
        self._note.set_words(check.note or "")
        self._note.setVisible(check.note is not None and check.verdict is not Verdict.HOLDS)
        self._clause.show_clause(check.clause)
        self.translate()

    @property
    def clause_room(self) -> int:
        """How much room the name of its clause takes."""
        return self._clause.sizeHint().width() if self._check.clause else 0

    def keep_clause_room(self, room: int) -> None:
        """So that the figures and the clauses of a list stand below each other."""
        self._grid.setColumnMinimumWidth(3, room)

    def translate(self) -> None:
        self.setToolTip(labels.tooltip(self._check.text))
        self.setAccessibleName(f"{WORDS[self._check.verdict]}: {self._check.title}. {self._check.text}")


class CheckList(QScrollArea):
    """All lines, the lacking ones first."""

    clause_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, CheckLine] = {}
        self._shape: tuple[tuple[str, Verdict], ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_checks(self, checks: Sequence[Check]) -> Steps:
        """Lines that stay what they were keep their place, and with it the focus and the scrolling."""
        shape = tuple((check.key, check.verdict) for check in checks)
        if shape != self._shape or not self.lines:
            self._shape = shape
            yield from self._rebuild(checks)
        else:
            for check in checks:
                self.lines[check.key].show_check(check)
        self.align()

    def align(self) -> None:
        """The figures of all lines below each other, whatever their clauses are called."""
        room = max((line.clause_room for line in self.lines.values()), default=0)
        for line in self.lines.values():
            line.keep_clause_room(room)

    def _rebuild(self, checks: Sequence[Check]) -> Steps:
        scrolled = self.verticalScrollBar().value()
        # Whoever moves to another parent is styled anew, with all that stands on it.
        inner = QWidget(self.viewport())
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, style.STEP, 0)
        stack.setSpacing(style.STEP // 4)
        self.lines = {}
        for verdict in ORDER:
            of_kind = [check for check in checks if check.verdict is verdict]
            if of_kind:
                stack.addWidget(_heading(HEADINGS[verdict], inner))
            for check in of_kind:
                line = self.lines[check.key] = CheckLine(check, inner)
                line.clause_asked.connect(self.clause_asked)
                stack.addWidget(line)
                if len(self.lines) % _AT_A_TIME == 0:
                    yield
        stack.addStretch()
        self.setWidget(inner)
        self.verticalScrollBar().setValue(scrolled)


class CompositionPanel(QWidget):
    """Figures and lines of a day, the marks of the member in hand, and the way to «what if»."""

    clause_asked = Signal(str)
    what_if_asked = Signal()
    no_minority_changed = Signal(bool)

    def __init__(self, marks: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.members, self.women, self.men = labels.Figure(), labels.Figure(), labels.Figure()
        self.note = labels.Label(say="muted", wraps=True)
        self.list = CheckList()
        self.list.clause_asked.connect(self.clause_asked)
        self.no_minority = QCheckBox()
        self.no_minority.clicked.connect(self.no_minority_changed)
        self.what_if = labels.Button(Message("What if…"), sign="scale")
        self.what_if.clicked.connect(self.what_if_asked)
        self._lay_out(marks)
        self.translate()

    def show_composition(
        self, found: Composition | None, *, is_recorded: bool, regulated_from: Message | None, no_minority: bool
    ) -> Steps:
        """None: no body is chosen. `is_recorded` is False where nobody was ever entered: then it is not known how many
        there are. `regulated_from` says from when the charter holds, where the day is earlier."""
        self.setVisible(found is not None)
        if found is None:
            return
        for figure in (self.women, self.men):
            figure.setVisible(is_recorded)
        if is_recorded:
            self.members.show_figure(str(found.members), Counted("member", "members", found.members))
        else:
            self.members.show_figure("–", Message("members: not recorded"))
        self.women.show_figure(str(found.women), Counted("woman", "women", found.women))
        self.men.show_figure(str(found.men), Counted("man", "men", found.men))
        yield
        yield from self.list.show_checks(found.checks)
        self.note.set_words(regulated_from or ("" if found.checks else NOT_REGULATED))
        self.note.setVisible(bool(regulated_from) or not found.checks)
        self.what_if.setEnabled(bool(found.checks))
        self.no_minority.setChecked(no_minority)
        minority = next((check for check in found.checks if check.key == "min_minority"), None)
        self.no_minority.setVisible(minority is not None and minority.verdict is not Verdict.HOLDS)

    def translate(self) -> None:
        self.no_minority.setText(str(Message("No ethnic minority lives in the aimak")))
        self.list.setAccessibleName(str(Message("Composition check")))

    def _lay_out(self, marks: QWidget) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(style.STEP * 2)
        for figure in (self.members, self.women, self.men):
            figures.addWidget(figure)
        figures.addStretch()
        figures.addWidget(self.what_if, 0, Qt.AlignmentFlag.AlignTop)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(style.STEP, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(figures)
        stack.addWidget(self.note)
        stack.addWidget(self.list, 1)
        stack.addWidget(self.no_minority)
        stack.addWidget(marks)


NOT_REGULATED = Message("The charter of this body does not regulate the composition.")


def _heading(words: Message, parent: QWidget) -> labels.Label:
    heading = labels.Label(words, say="muted", parent=parent)
    heading.setContentsMargins(0, style.STEP // 2, 0, 0)
    return heading
