"""The windows in which an act of the head is entered: somebody is discharged, gets another role, or is appointed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ayil_desktop.commission import act_fields, actions, roster_table, screen_papers
from ayil_desktop.commission.records import Membership, Role
from ayil_desktop.commission.rules import OrderDraft
from ayil_desktop.commission.shown import Shown
from ayil_desktop.language.message import Message
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.office.records import OrderKind
from ayil_desktop.store.work import Done
from ayil_desktop.widgets.choice_fields import CheckField, ChoiceField
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import TextField


def discharge(parent: QWidget, desk: Desk, seats: Sequence[Membership], day: date | None = None) -> EntryWindow:
    """The last day of a seat is the one before the act (R-16); `day` is that of the act where it is known."""
    form = Form()
    act_fields.add(form)
    form.add(TextField("discharge_reason", Message("Reason")))
    act_fields.start(form, day=day)
    ids = [seat.id for seat in seats]

    def run(values: Mapping[str, Any]) -> Done | None:
        act, reason, today = act_fields.read(values), values["discharge_reason"], desk.today()
        return desk.run(lambda: actions.discharge(desk.store, membership_ids=ids, act=act, today=today, reason=reason))

    title = Message("Discharge: {names}", names=_names(seats))
    return EntryWindow(parent, title, form, Message("Enter the act"), run, hint=ONLY_WITH_ACT)


def new_role(
    parent: QWidget, desk: Desk, seat: Membership, role: Role | None = None, day: date | None = None
) -> EntryWindow:
    """Another role from the day of an act on, where it is known; the days before keep the old one."""
    form = Form()
    form.add(ChoiceField("role", Message("New role"), roster_table.ROLES))
    act_fields.add(form)
    form.set_values({"role": role or seat.role})
    act_fields.start(form, day=day)

    def run(values: Mapping[str, Any]) -> Done | None:
        act, chosen, today = act_fields.read(values), values["role"], desk.today()
        return desk.run(
            lambda: actions.change_role(desk.store, membership_id=seat.id, role=chosen, act=act, today=today)
        )

    title = Message("New role of {name}", name=seat.person.name)
    return EntryWindow(
        parent,
        title,
        form,
        Message("Enter the act"),
        run,
        hint=Message("The new role holds from the day of the act on."),
    )


def appoint(parent: QWidget, desk: Desk, seats: Sequence[Membership]) -> EntryWindow:
    """The act that appointed members who stand without one, or with a wrong one."""
    form = Form()
    act_fields.add(form)
    form.add(CheckField("moves_start", Message("They are members from the day of this act on")))
    earlier = next((seat.appointing_order for seat in seats if seat.appointing_order), None)
    act_fields.start(form, order=earlier, day=seats[0].starts)
    ids = [seat.id for seat in seats]

    def run(values: Mapping[str, Any]) -> Done | None:
        act, moves, today = act_fields.read(values), values["moves_start"], desk.today()
        return desk.run(
            lambda: actions.set_act(desk.store, membership_ids=ids, act=act, today=today, moves_start=moves)
        )

    title = Message("Appointing act of {names}", names=_names(seats))
    return EntryWindow(parent, title, form, Message("Enter the act"), run)


def draft_order(parent: QWidget, desk: Desk, seen: Shown, draft: OrderDraft) -> EntryWindow:
    """What kind of act the head will sign (R-19) and who looks after its execution (CN-R.2); then the paper."""
    form = Form()
    form.add(ChoiceField("kind", Message("Act"), act_fields.KINDS))
    form.add(TextField("controller", Message("Control is assigned to"), hint=CONTROLLER))
    form.set_values({"kind": OrderKind.INSTRUCTION})

    def run(values: Mapping[str, Any]) -> bool:
        screen_papers.order(desk, seen, replace(draft, controller=values["controller"]), kind=values["kind"])
        return True

    return EntryWindow(parent, Message("Draft order"), form, Message("Show the draft"), run)


def _names(seats: Sequence[Membership]) -> str:
    return ", ".join(seat.person.name for seat in seats)


ONLY_WITH_ACT = Message("Enter the act that the head has signed. Until its day the member counts and may vote.")
CONTROLLER = Message(
    "As the sentence needs it, for example {example}. Empty: the head keeps the control himself.",
    example="А.Мүсүркановго",
)
