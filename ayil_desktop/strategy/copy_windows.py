"""The windows in which a plan is copied for another service or for the next period."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done, reading
from ayil_desktop.strategy import rules, selections, whole_plan_actions
from ayil_desktop.strategy.records import Strategy
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField, WholeNumberField
from ayil_desktop.workdays import periods


def copy_plan(parent: QWidget, desk: Desk, target_id: str) -> EntryWindow:
    """Any plan of any strategy of the office, its deadlines moved by years."""
    form = Form()
    form.add(ChoiceField("source", Message("Plan of which service"), _plans(desk)))
    form.add(WholeNumberField("years", Message("Move the deadlines by years"), hint=YEARS))
    form.set_values({"years": 0})

    def run(values: Mapping[str, Any]) -> Done | None:
        source, years = values["source"], _years(values["years"])
        if source is None:
            raise Refused(Message("Choose the plan that is copied."), field="source")
        return desk.run(
            lambda: whole_plan_actions.copy_plan(
                desk.store, from_priority_id=source, to_priority_id=target_id, years=years
            )
        )

    return EntryWindow(parent, Message("Copy a plan"), form, Message("Copy"), run, hint=TAKEN_OVER)


def next_period(parent: QWidget, desk: Desk, strategy: Strategy) -> EntryWindow:
    """A draft as long as this strategy that begins when it ends, unless somebody says otherwise."""
    form = Form()
    form.add(LongTextField("title_ky", Message("Title in Kyrgyz"), lines=2))
    hint = _without_years(strategy)
    form.add_row(DateField("begins", Message("Period from"), hint=hint), DateField("ends", Message("Period until")))
    years = strategy.ends.year - strategy.begins.year + 1 if strategy.begins and strategy.ends else 0
    form.set_values({"title_ky": strategy.title_ky})
    if strategy.begins and strategy.ends:
        begins, ends = (periods.years_after(day, years) for day in (strategy.begins, strategy.ends))
        form.set_values({"begins": begins, "ends": ends})

    def run(values: Mapping[str, Any]) -> Done | None:
        return desk.run(lambda: whole_plan_actions.begin_next_period(desk.store, strategy_id=strategy.id, **values))

    return EntryWindow(
        parent, Message("Strategy of the next period"), form, Message("Begin"), run, hint=MOVED_TO_THE_PERIOD
    )


def _without_years(strategy: Strategy) -> Words:
    """From where the deadlines move, of a strategy that does not say it itself."""
    first = whole_plan_actions.first_year(strategy)
    if strategy.begins is not None or first is None:
        return ""
    return Message("This strategy names no years. Its first deadline is in {year}; all move from there.", year=first)


def _plans(desk: Desk) -> list[Choice]:
    with reading(desk.store) as session:
        every = [selections.strategy(session, one.id) for one in selections.strategies(session)]
    return [
        Choice(one.id, f"{one.place}. {one.name_ky} ({_period(strategy)})")
        for strategy in every
        for one in strategy.priorities
        if any(True for _ in rules.activities_of(one))
    ]


def _period(strategy: Strategy) -> str:
    years = [str(day.year) for day in (strategy.begins, strategy.ends) if day]
    return "–".join(dict.fromkeys(years)) or strategy.title_ky


def _years(value: Any) -> int:
    if not isinstance(value, int) and value is not None:
        raise Refused(Message("Enter whole years."), field="years")
    return value or 0


YEARS = Message("0 leaves them as they are; 3 makes March 2022 of March 2019.")
TAKEN_OVER = Message("Tasks, activities, links and persons are taken over; reviews, proof and money are not.")
MOVED_TO_THE_PERIOD = Message(
    "A new draft with the same services and plans; all deadlines move by as many years as lie between the two "
    "beginnings. Reviews, proof and money stay with the old period."
)
