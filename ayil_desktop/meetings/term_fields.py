"""With which fields is the term of a decision entered: none, a day, or the next regular meeting?"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import narrowing
from ayil_desktop.meetings.choices import DUE_NAMES, DueKind
from ayil_desktop.meetings.decision_actions import Term
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField

NAMES = ("due_kind", "due_on", "due_month")
_MONTHS = 13


class TermFields:
    """Three fields of a form, of which those are seen that the kind of the term asks for (R-46)."""

    def __init__(self, form: Form) -> None:
        self.kind = ChoiceField("due_kind", Message("Term"), [Choice(kind, name) for kind, name in DUE_NAMES.items()])
        self.on = DateField("due_on", Message("Due"))
        self.month = ChoiceField("due_month", Message("In the month"), ())
        form.add_row(self.kind, self.on, self.month)
        narrowing.let_shrink(self.kind.list, self.month.list)
        self.kind.list.activated.connect(self._follow)

    def show_term(self, kind: DueKind, on: date | None, *, since: date) -> None:
        """As it is kept; the months begin with that of `since`."""
        self.month.set_choices(_months(since))
        self.kind.set_value(kind)
        self.on.set_value(on if kind is DueKind.DATE else None)
        self.month.set_value(on.replace(day=1) if on and kind is DueKind.NEXT_MEETING else None)
        self._follow()

    def term(self, words: str) -> Term | None:
        """What stands in the fields; None while a day is still to be typed. Refused where it cannot be read.

        `words` are those of the source, kept as long as the term stays without a day.
        """
        kind = self.kind.read()
        if kind is DueKind.DATE:
            on = self.on.read()
            return None if on is None else Term(kind, on)
        if kind is DueKind.NEXT_MEETING:
            return Term(kind, self.month.read())
        return Term(DueKind.NONE, None, words)

    def keep(self, desk: Desk, form: Form, change: Callable[..., Done], left: tuple[str, Any], words: str = "") -> None:
        """The field that was `left` with its value goes to `change`; of a term all of it together, as `term` says."""
        name, value = left
        if name not in NAMES:
            doing.by_form(desk, form, partial(change, **{name: value}))
            return
        try:
            term = self.term(words)
        except Refused as refused:
            form.show_refusal(refused)
            return
        if term is not None:
            doing.by_form(desk, form, partial(change, term=term))

    def _follow(self, *_: object) -> None:
        kind = self.kind.read()
        self.on.setVisible(kind is DueKind.DATE)
        self.month.setVisible(kind is DueKind.NEXT_MEETING)


def _months(since: date) -> list[Choice]:
    language = catalogue.current()
    first = [since.replace(year=since.year + (since.month - 1 + n) // 12, month=(since.month - 1 + n) % 12 + 1, day=1)
             for n in range(_MONTHS)]  # fmt: skip
    named = [Choice(day, f"{wording.month_name(day.month, language)} {day.year}") for day in first]
    return [Choice(None, Message("whichever comes next")), *named]
