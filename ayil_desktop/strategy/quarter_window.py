"""The window before the progress of a quarter is printed: which quarter?"""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.strategy import as_approved, report_quarters
from ayil_desktop.strategy.records import Strategy
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.workdays.periods import Quarter


class QuarterWindow(EntryWindow):
    """The newest quarter first, the one that is usually meant chosen; below it the day of the figures."""

    def __init__(
        self, parent: QWidget, desk: Desk, title: Words, strategy: Strategy, preview: Callable[[Quarter], object]
    ) -> None:
        self._strategy, self._today, self._preview = strategy, desk.today(), preview
        choices = [Choice(one, one.name) for one in report_quarters.offered(strategy, self._today)]
        self.quarter = ChoiceField("quarter", Message("Which quarter?"), choices, hint=_as_of(self._today))
        form = Form()
        form.add(self.quarter)
        form.set_values({"quarter": report_quarters.expected(strategy, self._today)})
        self.quarter.list.currentIndexChanged.connect(lambda _place: self._say_day())
        self._say_day()
        super().__init__(parent, title, form, Message("Preview"), self._show_preview)

    def _say_day(self) -> None:
        quarter = self.quarter.read()
        day = report_quarters.as_of(quarter, self._strategy, self._today)
        counted = min(quarter.last, day)
        if as_approved.is_amended_since(self._strategy.baselines, counted):
            self.quarter.set_hint(Message("As of {day}, by the plan that counted on {last}", day=day, last=counted))
        else:
            self.quarter.set_hint(_as_of(day))

    def _show_preview(self, values: Mapping[str, Any]) -> object:
        self._preview(values["quarter"])
        return values["quarter"]


def _as_of(day: datetime.date) -> Message:
    return Message("As things stood on {day}", day=day)
