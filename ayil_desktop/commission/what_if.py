"""What if this member leaves or that one joins? The check beside it answers at once; nothing is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ayil_desktop.commission import act_fields, act_windows, actions, composition, marks_form, roster_table
from ayil_desktop.commission.composition import Composition, Seat
from ayil_desktop.commission.composition_panel import CheckList
from ayil_desktop.commission.records import Membership
from ayil_desktop.commission.rules import Appointee, Leaver, MemberEntry, OrderDraft
from ayil_desktop.commission.shown import Shown
from ayil_desktop.language.message import Counted, InContext, Message
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office import terms
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.office.plain_window import PlainWindow
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import labels, stepwise, style
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk


@dataclass(frozen=True)
class Sitting:
    """A member as the plan sees one."""

    id: str
    seat: Membership
    leaves: bool = False


@dataclass(frozen=True)
class Joining:
    """Somebody who might join; `id` is the place in the list."""

    id: int
    entry: MemberEntry


class WhatIf(PlainWindow):
    """Members with a tick for who leaves, below them those who join; at the right the check as it would be."""

    def __init__(self, parent: QWidget, desk: Desk, seen: Shown) -> None:
        super().__init__(parent)
        self._desk, self._seen = desk, seen
        self._sitting = [Sitting(seat.id, seat) for seat in seen.seated]
        self._joining: list[Joining] = []
        self.leaving: RecordTable[Sitting] = RecordTable(
            self._sitting_columns(), key="commission/leaving", name=Message("Who leaves"), filters=False, lines=2
        )
        self.joining: RecordTable[Joining] = RecordTable(
            self._joining_columns(),
            key="commission/joining",
            name=Message("Who joins"),
            filters=False,
            empty=Message("Nobody joins yet."),
            first_step=(Message("Somebody joins"), self.add_somebody),
            lines=2,
        )
        self.joining.delete_asked.connect(self._remove_joining)
        self.add = labels.Button(Message("Somebody joins"), sign="user-plus")
        self.members, self.quorum = labels.Figure(), labels.Figure()
        self.checks = CheckList()
        self.checks.clause_asked.connect(self.clause_asked)
        self.draft = labels.Button(Message("Draft order…"), sign="printer")
        self.enter = labels.Button(Message("Enter the signed act…"), sign="stamp")
        self.close_button = labels.Button(Message("Close"))
        self._lay_out()
        self._join()
        self._show()
        self.translate()

    @property
    def found(self) -> Composition:
        """The check of the seats as supposed here, by the charter of the day that the roster shows."""
        seen = self._seen
        return composition.examined(
            seen.charter, self._seats(), seen.day, no_minority=bool(seen.body and seen.body.no_minority)
        )

    def add_somebody(self) -> None:
        """A line for somebody who joins; name, sex and group can be filled in as far as they matter."""
        self._joining.append(Joining(len(self._joining), MemberEntry("")))
        self._show()
        self.joining.edit(len(self._joining) - 1, "name")

    def plan(self) -> OrderDraft:
        """What the head would order."""
        leaving = [Leaver(one.seat.person.name, one.seat.role) for one in self._sitting if one.leaves]
        joining = [
            Appointee(one.entry.name, one.entry.role, one.entry.position_ky) for one in self._joining if one.entry.name
        ]
        return OrderDraft(discharged=leaving, appointed=joining)

    def translate(self) -> None:
        self.setWindowTitle(str(Message("What if…")))
        self._show()

    def _seats(self) -> Sequence[Seat]:
        joining = [_imagined(one) for one in self._joining]
        return composition.changed(
            self._seen.seats, leaving={one.id for one in self._sitting if one.leaves}, joining=joining
        )

    def _show(self) -> None:
        found = self.found
        self.leaving.set_rows(self._sitting)
        self.joining.set_rows(self._joining)
        stepwise.at_once(self.checks.show_checks(found.checks))
        before = len(self._seen.seats)
        self.members.show_figure(_change(before, found.members), Counted("member", "members", found.members))
        share = self._seen.charter.share("quorum")
        self.quorum.setVisible(share is not None)
        if share is not None:
            figure = _change(share.needed(before), share.needed(found.members))
            self.quorum.show_figure(figure, Message("needed for a quorum"))
        is_planned = not self.plan().is_empty()
        self.draft.setEnabled(is_planned)
        self.enter.setEnabled(is_planned)

    def _sitting_columns(self) -> Sequence[Column[Sitting]]:
        return (
            Column(
                "leaves",
                Message("Leaves"),
                lambda one: one.leaves,
                width=88,
                editor=Editor.CHECK,
                set_value=self._let_leave,
            ),
            Column("name", Message("Name"), lambda one: one.seat.person.name, width=140, stretches=True),
            Column("role", Message("Role"), lambda one: roster_table.title(one.seat.role), width=130),
            Column("group", Message("Group"), _group, width=190),
        )

    def _joining_columns(self) -> Sequence[Column[Joining]]:
        groups = tuple(Choice(group.code, terms.group_title(group.code)) for group in self._seen.groups)
        answers = tuple(Choice(value, words) for value, words in marks_form.ANSWERS)
        sexes = tuple(Choice(value, words) for value, words in marks_form.SEXES)
        unknown = Choice("", Message("not recorded"))
        return (
            Column(
                "name",
                Message("Name"),
                lambda one: one.entry.name,
                width=104,
                set_value=self._set("name"),
                stretches=True,
            ),
            self._choice("sex", Message("Sex"), sexes, 72),
            self._choice("category", Message("Group"), (unknown, *groups), 108),
            self._choice("role", Message("Role"), roster_table.ROLES, 96),
            self._choice("minority", InContext("column", "Minority"), answers, 84),
            self._choice("disability", InContext("column", "Disability"), answers, 168),
        )

    def _choice(self, field: str, title: Message, choices: Sequence[Choice], width: int) -> Column[Joining]:
        return Column(
            field,
            title,
            lambda one: getattr(one.entry, field),
            width=width,
            editor=Editor.CHOICE,
            choices=choices,
            set_value=self._set(field),
        )

    def _set(self, field: str) -> Callable[[Joining, Any], None]:
        def change(one: Joining, value: Any) -> None:
            known = office_rules.person_name(value) if field == "name" else value
            changed: Mapping[str, Any] = {field: known}
            self._joining[one.id] = replace(one, entry=replace(one.entry, **changed))
            self._show()

        return change

    def _let_leave(self, one: Sitting, leaves: bool | None) -> None:
        place = self._sitting.index(one)
        self._sitting[place] = replace(one, leaves=bool(leaves))
        self._show()

    def _remove_joining(self, rows: Sequence[Joining]) -> None:
        gone = {one.id for one in rows}
        rest = [one for one in self._joining if one.id not in gone]
        self._joining = [replace(one, id=place) for place, one in enumerate(rest)]
        self._show()

    def _open_draft(self) -> None:
        window = act_windows.draft_order(self, self._desk, self._seen, self.plan())
        window.clause_asked.connect(self.clause_asked)
        window.open()

    def _open_enter(self) -> None:
        form = Form()
        act_fields.add(form)
        act_fields.start(form, day=act_fields.day_told(self._seen.day, self._desk.today()))
        hint = Message("From the day of the act on the new composition counts.")
        window = EntryWindow(
            self, Message("The head's act"), form, Message("Enter the act"), self._carry_out, hint=hint
        )
        window.clause_asked.connect(self.clause_asked)
        window.done_with.connect(self.accept)
        window.open()

    def _carry_out(self, values: Mapping[str, Any]) -> Done | None:
        body = self._seen.body
        if body is None:
            return None
        act, today = act_fields.read(values), self._desk.today()
        return self._desk.run(
            lambda: actions.enter_order(
                self._desk.store,
                body_id=body.id,
                act=act,
                today=today,
                discharged=[one.id for one in self._sitting if one.leaves],
                appointed=[one.entry for one in self._joining if one.entry.name],
            )
        )

    def _join(self) -> None:
        for button, run in (
            (self.add, self.add_somebody),
            (self.draft, self._open_draft),
            (self.enter, self._open_enter),
            (self.close_button, self.close),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, run=run: run())

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        plan = QVBoxLayout(left)
        plan.setContentsMargins(0, 0, style.STEP, 0)
        plan.setSpacing(style.STEP)
        plan.addWidget(labels.Label(Message("Who leaves"), say="heading"))
        plan.addWidget(self.leaving, 5)
        head = QHBoxLayout()
        head.addWidget(labels.Label(Message("Who joins"), say="heading"), 1)
        head.addWidget(self.add)
        plan.addLayout(head)
        plan.addWidget(self.joining, 2)
        figures = QHBoxLayout()
        figures.setSpacing(style.STEP * 3)
        figures.addWidget(self.members)
        figures.addWidget(self.quorum)
        figures.addStretch()
        answer = QVBoxLayout(right)
        answer.setContentsMargins(style.STEP, 0, 0, 0)
        answer.setSpacing(style.STEP)
        answer.addWidget(labels.Label(Message("Then"), say="heading"))
        answer.addLayout(figures)
        answer.addWidget(self.checks, 1)
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setSizes([640, 340])
        buttons = QHBoxLayout()
        buttons.setSpacing(style.STEP)
        for button in (self.draft, self.enter):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(style.STEP * 2,) * 4)
        stack.setSpacing(style.STEP * 2)
        stack.addWidget(parts, 1)
        stack.addLayout(buttons)
        self.resize(1020, 640)


def _imagined(one: Joining) -> Seat:
    entry = one.entry
    return Seat(
        key=f"joining {one.id}",
        name=entry.name,
        role=entry.role,
        category=entry.category,
        sex=entry.sex,
        minority=entry.minority,
        disability=entry.disability,
    )


def _group(one: Sitting) -> str:
    choices = roster_table.group_choices(one.seat, ())
    return next((str(choice.title) for choice in choices if choice.value == one.seat.category), "") or str(
        terms.group_title(one.seat.category) if one.seat.category else ""
    )


def _change(before: int, after: int) -> str:
    return str(after) if before == after else f"{before} → {after}"
