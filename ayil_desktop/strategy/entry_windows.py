"""The windows in which a strategy is begun, approved and amended."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ayil_desktop.commission import act_fields
from ayil_desktop.commission.actions import Act
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import meeting_head
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.office.records import OrderKind
from ayil_desktop.store.work import Done
from ayil_desktop.strategy import (
    actions,
    approval_actions,
    deadline_reading,
    deciding,
    plan_actions,
    plan_paper,
)
from ayil_desktop.strategy.approval_records import Amendment
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.strategy.records import PriorityService, Strategy, Task
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField, TextField, WholeNumberField


def begin(parent: QWidget, desk: Desk, body_id: str | None) -> EntryWindow:
    """Title and years of a new strategy."""
    form = Form()
    form.add(LongTextField("title_ky", Message("Title in Kyrgyz"), lines=2))
    form.add_row(DateField("begins", Message("Period from")), DateField("ends", Message("Period until")))

    def run(values: Mapping[str, Any]) -> Done | None:
        return desk.run(lambda: actions.add_strategy(desk.store, body_id=body_id, **values))

    return EntryWindow(parent, Message("Begin a strategy"), form, Message("Begin"), run)


def approve(parent: QWidget, desk: Desk, strategy_id: str) -> EntryWindow:
    """The council's resolution (ST-R.1)."""
    form = Form()
    _add_resolution(form)
    form.set_values({"order_date": desk.today()})

    def run(values: Mapping[str, Any]) -> Done | None:
        act = _resolution(values)
        return desk.run(
            lambda: approval_actions.approve(desk.store, strategy_id=strategy_id, act=act, today=desk.today())
        )

    return EntryWindow(parent, Message("Approve the strategy"), form, Message("Record the approval"), run, hint=FROZEN)


def amend(parent: QWidget, desk: Desk, strategy: Strategy, meetings: Sequence[Meeting], why: Words = "") -> EntryWindow:
    """Why an approved plan is to be changed, since when and, where that is known already, who decided it."""
    form = Form()
    form.add(LongTextField("reason", Message("Reason"), lines=3))
    form.add(LongTextField("reason_ru", Message("Reason in Russian"), lines=2))
    form.add(DateField("opened_on", Message("Opened on")))
    form.add_heading(Message("Decided by, if it is known already"))
    today, approved_on = desk.today(), deciding.since(strategy.baselines)
    _add_decision(form, [one for one in meetings if deciding.may_still_decide(one, approved_on)])
    form.set_values({"opened_on": today})

    def run(values: Mapping[str, Any]) -> Done | None:
        act = _resolution(values) if values["order_number"] else None
        named = {name: values[name] for name in ("reason", "reason_ru", "meeting_id")}
        on = act_fields.needed_day(values, "opened_on")
        return desk.run(
            lambda: approval_actions.open_amendment(
                desk.store, strategy_id=strategy.id, on=on, act=act, today=today, **named
            )
        )

    hint = f"{why} {COUNTS_WHEN_DECIDED}" if str(why) else COUNTS_WHEN_DECIDED
    return EntryWindow(parent, Message("Open an amendment"), form, Message("Open the amendment"), run, hint=hint)


def decide(
    parent: QWidget, desk: Desk, strategy: Strategy, meetings: Sequence[Meeting], amendment: Amendment
) -> EntryWindow:
    """The resolution, or the meeting, that makes the open amendment count; what was named at its beginning stands."""
    form = Form()
    today, approved_on = desk.today(), deciding.since(strategy.baselines)
    eligible = {one.id: one for one in meetings if deciding.may_decide(one, approved_on, today)}
    _add_decision(form, list(eligible.values()))
    order = amendment.order
    named = amendment.meeting_id if amendment.meeting_id in eligible else None
    form.set_values({"order_date": order.date if order else today, "meeting_id": named})
    form.set_values({"order_number": order.number if order else ""})

    def run(values: Mapping[str, Any]) -> Done | None:
        act = _resolution(values) if values["order_number"] else None
        meeting = eligible.get(values["meeting_id"])
        on = meeting.date if meeting and act is None else act_fields.needed_day(values, "order_date")
        by: dict[str, Any] = {"act": act, "meeting_id": meeting.id if meeting else None, "today": today}
        return desk.run(lambda: approval_actions.decide_amendment(desk.store, strategy_id=strategy.id, on=on, **by))

    return EntryWindow(
        parent, Message("Decide the amendment"), form, Message("Record the decision"), run, hint=COUNTS_WHEN_DECIDED
    )


def add_service(parent: QWidget, desk: Desk, strategy_id: str) -> EntryWindow:
    """A priority service at the end of the list."""
    form = Form()
    form.add(LongTextField("name_ky", Message("Name of the service"), lines=2))
    form.add(WholeNumberField("votes", Message("Votes")))

    def run(values: Mapping[str, Any]) -> Done | None:
        return desk.run(lambda: actions.add_priority(desk.store, strategy_id=strategy_id, **values))

    return EntryWindow(parent, Message("Add a service"), form, Message("Add"), run)


def add_task(parent: QWidget, desk: Desk, priority: PriorityService) -> EntryWindow:
    """A task at the end of a service's plan."""
    form = Form()
    form.add(LongTextField("title_ky", Message("Task"), lines=2))

    def run(values: Mapping[str, Any]) -> Done | None:
        return desk.run(lambda: plan_actions.add_task(desk.store, priority_id=priority.id, **values))

    into = Message("Into the plan “{service}”.", service=_named(priority))
    return EntryWindow(parent, Message("Add a task"), form, Message("Add"), run, hint=into)


def change_task(parent: QWidget, desk: Desk, task: Task) -> EntryWindow:
    """The number and the words of a task."""
    form = Form()
    form.add_row(TextField("number", Message("Number")), TextField("kind_word", Message("Word for the task")))
    form.add(LongTextField("title_ky", Message("Task"), lines=3))
    form.add(LongTextField("title_ru", Message("Task in Russian"), lines=3))
    form.set_values({name: getattr(task, name) for name in ("number", "kind_word", "title_ky", "title_ru")})

    def run(values: Mapping[str, Any]) -> Done | None:
        return desk.run(lambda: plan_actions.change_task(desk.store, task_id=task.id, **values))

    return EntryWindow(parent, Message("Change a task"), form, Message("Keep"), run)


def add_activity(
    parent: QWidget, desk: Desk, strategy: Strategy, priority: PriorityService, task: Task, number: str
) -> EntryWindow:
    """An activity at the end of a task, under the next number of its own numbering."""
    form = Form()
    like_this = deadline_reading.like_this()
    deadline = TextField("deadline", Message("Deadline in words"), hint=like_this)
    form.add_row(TextField("number", Message("Number")), deadline)
    year = desk.today().year

    def read(words: str) -> None:
        said, part = deadline_reading.of_words(words, year, strategy)
        deadline.set_hint(said or like_this, part or "muted")

    deadline.line.textEdited.connect(read)
    form.add(LongTextField("text_ky", Message("Activity"), lines=3))
    form.add_row(
        LongTextField("products", Message("Products"), hint=ONE_A_LINE, lines=2),
        LongTextField("resources", Message("Resources"), hint=ONE_A_LINE, lines=2),
    )
    form.add(LongTextField("responsible", Message("Responsible"), hint=ONE_A_LINE, lines=2))
    form.set_values({"number": number})

    def run(values: Mapping[str, Any]) -> Done | None:
        lists = {name: values[name].splitlines() for name in ("products", "resources", "responsible")}
        named = {"deadline": values["deadline"], "number": values["number"], "default_year": year}
        entry = ActivityEntry(values["text_ky"], **named, **lists)
        return desk.run(lambda: plan_actions.add_activity(desk.store, task_id=task.id, entry=entry))

    into = Message(
        "Into task {number} of the plan “{service}”.", number=task.number.rstrip(".)"), service=_named(priority)
    )
    window = EntryWindow(parent, Message("Add an activity"), form, Message("Add"), run, hint=into)
    form.field("text_ky").setFocus()
    return window


def _named(priority: PriorityService) -> str:
    return plan_paper.name(priority, catalogue.current())


def _add_decision(form: Form, meetings: Sequence[Meeting]) -> None:
    _add_resolution(form)
    choices = [Choice(None, Message("none")), *(Choice(one.id, meeting_head.name(one)) for one in meetings)]
    form.add(ChoiceField("meeting_id", Message("Or the meeting that decided it"), choices))
    form.set_values({"meeting_id": None})


def _add_resolution(form: Form) -> None:
    form.add_row(
        TextField("order_number", Message("Number of the resolution")), DateField("order_date", Message("Date"))
    )


def _resolution(values: Mapping[str, Any]) -> Act:
    return Act(values["order_number"], act_fields.needed_day(values, "order_date"), OrderKind.RESOLUTION)


ONE_A_LINE = Message("One on each line")
FROZEN = Message("From then on texts, dates and persons are kept as approved; changes need an amendment.")
COUNTS_WHEN_DECIDED = Message("Nothing of it counts before a resolution or a meeting has decided it.")
