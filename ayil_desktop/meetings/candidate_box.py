"""Who is on the list that is voted on name by name, and what would the composition become?"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.commission import marks_form
from ayil_desktop.commission.composition import Check, Composition, Verdict
from ayil_desktop.commission.composition_panel import CheckLine
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import candidate_actions, candidates, narrowing, person_choices
from ayil_desktop.meetings.add_line import AddLine
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.candidates import Listed
from ayil_desktop.meetings.choices import CHANGE_NAMES, Change
from ayil_desktop.meetings.name_field import NameField
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.person_choices import Somebody
from ayil_desktop.office import terms
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import TextField

_SHARES = ("min_members", "exact_members", "min_sex_share_percent", "min_minority", "min_disability")
"""What of the composition is told while a name is voted on (CN-5.3); the groups only where they fail."""


class KnownForm(Form):
    """What is known of a newcomer: the post for the head's order; the rest serves the composition check only."""

    def __init__(self) -> None:
        super().__init__()
        roles = [Choice(role, name) for role, name in terms.ROLES.items()]
        unknown = Choice("", Message("not recorded"))
        self.add(TextField("position", Message("Position")))
        groups = [unknown, *(Choice(code, terms.group_title(code)) for code in terms.GROUPS)]
        answers = [Choice(value, words) for value, words in marks_form.ANSWERS]
        sexes = [Choice(value, words) for value, words in marks_form.SEXES]
        # Beside the agenda and the hall there is room for two of them, and for the longest title alone.
        self.add_row(ChoiceField("role", Message("Role"), roles), ChoiceField("sex", Message("Sex"), sexes))
        self.add_row(
            ChoiceField("category", Message("Group"), groups),
            ChoiceField("minority", Message("Ethnic minority"), answers),
        )
        self.add(ChoiceField("disability", Message("Person with a disability"), answers))
        narrowing.let_shrink(*self.findChildren(QComboBox))

    def show_listed(self, one: Listed) -> None:
        row = one.record
        if row is not None:
            self.turn_to(row.id)
            self.set_values({name: getattr(row, name) for name in candidate_actions.CANDIDATE_FIELDS})
            self.set_values({"role": row.role or "member"})
        for name in ("sex", "minority", "disability"):
            self.field(name).setVisible(row is not None and row.person_id is None)


class Becomes(QFrame):
    """The composition as it would be, line by line, with the clause of each (CN-6.3)."""

    clause_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.title = Label(wraps=True)
        self.lines: list[CheckLine] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self._stack.addWidget(self.title)

    def show_composition(self, title: Message, found: Composition) -> None:
        checks = [check for check in found.checks if _is_told(check)]
        self.title.set_words(title)
        while len(self.lines) < len(checks):
            line = CheckLine(checks[len(self.lines)])
            line.clause_asked.connect(self.clause_asked)
            self.lines.append(line)
            self._stack.addWidget(line)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(checks))
            if number < len(checks):
                line.show_check(checks[number])

    @property
    def text(self) -> str:
        """What is said now, as a screen reader says it."""
        return "\n".join(line.accessibleName() for line in self.lines if not line.isHidden())


class CandidateBox(QWidget):
    """A line for one more name, what is known of the chosen one, and what the composition would become."""

    clause_asked = Signal(str)
    added = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._item: AgendaItem | None = None
        self._opened: Opened | None = None
        self._one: Listed | None = None
        self.change = ChoiceField("change", Message("What is proposed"), ())
        self.who = NameField("name", Message("Candidate"), self._choices)
        self.add_line = AddLine(desk, [self.who, self.change], Message("Add"), self._add, widths=(style.STEP * 23,))
        self.known = KnownForm()
        self.remove = Button(Message("Take off the list"), sign="trash-2")
        self.becomes = Becomes()
        self._join()
        self._lay_out()

    def show_item(self, item: AgendaItem, one: Listed | None, opened: Opened, *, may_change: bool) -> None:
        """The list of a matter; `one` is the name in hand."""
        is_other = self._item is None or self._item.id != item.id
        self._item, self._opened, self._one = item, opened, one
        self.add_line.form.turn_to(item.id)
        self._show_changes(item, is_other=is_other)
        self.add_line.setVisible(may_change)
        row = one.record if one is not None else None
        is_newcomer = one is not None and row is not None and one.change is Change.INCLUDE
        self.known.setVisible(is_newcomer)
        self.known.setEnabled(may_change)
        if one is not None:
            self.known.show_listed(one)
        self.remove.setVisible(may_change and row is not None and one is not None and not one.rounds)
        self._show_composition(item, one, opened)

    def _show_changes(self, item: AgendaItem, *, is_other: bool) -> None:
        changes = candidates.changes_of(item.kind)
        if is_other:
            self.change.set_choices([Choice(change, CHANGE_NAMES[change]) for change in changes])
            self.change.set_value(changes[0] if changes else None)
        self.change.setVisible(len(changes) > 1)

    def _show_composition(self, item: AgendaItem, one: Listed | None, opened: Opened) -> None:
        names = candidates.listed(item)
        regulated = bool(opened.day.charter.numbers) and Change.INCLUDE in candidates.changes_of(item.kind)
        told = regulated and (one is not None or any(name.is_adopted for name in names))
        self.becomes.setVisible(told)
        if not told:
            return
        supposed = one if one is not None and not one.is_adopted else None
        no_minority = opened.meeting.body.no_minority
        found = candidates.would_be(opened.day, names, supposed, no_minority=no_minority)
        self.becomes.show_composition(_becomes(found, supposed), found)

    def _choices(self) -> Sequence[Choice]:
        opened = self._opened
        if opened is None:
            return ()
        change = self.change.read()
        if change is Change.EXCLUDE:
            return person_choices.members(opened)
        others = person_choices.others(self.desk.store, opened)
        return others if change is Change.INCLUDE else [*person_choices.members(opened), *others]

    def _add(self, **values: Any) -> Done:
        known = self.who.known
        person_id = known.person_id if isinstance(known, Somebody) else None
        return candidate_actions.add_candidate(
            self.desk.store,
            item_id=self._item.id if self._item else "",
            change=values["change"],
            name=values["name"],
            person_id=person_id,
        )

    def _keep(self, name: str, value: Any) -> None:
        row = self._one.record if self._one else None
        if row is not None:
            fields: Mapping[str, Any] = {name: value}
            change = partial(candidate_actions.change_candidate, self.desk.store, candidate_id=row.id)
            doing.by_form(self.desk, self.known, partial(change, **fields))

    def _remove(self) -> None:
        row = self._one.record if self._one else None
        if row is not None:
            doing.by_button(
                self.desk, partial(candidate_actions.remove_candidate, self.desk.store, candidate_id=row.id)
            )

    def _join(self) -> None:
        self.add_line.added.connect(self.added)
        self.known.committed.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        for part in (self.add_line, self.known, self.becomes):
            part.clause_asked.connect(self.clause_asked)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.add_line)
        stack.addWidget(self.becomes)
        stack.addWidget(self.known)
        stack.addLayout(buttons)
        stack.setAlignment(Qt.AlignmentFlag.AlignTop)


def _is_told(check: Check) -> bool:
    return check.key in _SHARES or check.verdict is Verdict.FAILS


def _becomes(found: Composition, supposed: Listed | None) -> Message:
    if supposed is None:
        return Message("With the adopted changes the composition has {members} members:", members=found.members)
    return Message(
        "If this is adopted ({name}), the composition will have {members} members:",
        name=supposed.name,
        members=found.members,
    )
