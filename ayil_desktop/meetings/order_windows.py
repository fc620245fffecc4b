"""How does a voted change of the composition become the head's order: drafted from the minutes, entered when signed?"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ayil_desktop.commission import act_fields, act_windows, shown
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import composition_actions, composition_changes, selections
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.store.work import Done, reading
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.tab import Desk


def draft(parent: QWidget, desk: Desk, body_id: str) -> EntryWindow:
    """The order that carries out what is waiting, with the minutes as its ground (CN-6.5); then the paper."""
    seen = shown.read(desk.store, body_id, desk.today())
    with reading(desk.store) as session:
        meetings = selections.meetings_list(session, body_id)
        waiting = selections.open_composition_orders(session, body_id)
        changes = composition_changes.pending(waiting, meetings)
    return act_windows.draft_order(parent, desk, seen, composition_changes.draft(changes, seen.memberships))


def enter(parent: QWidget, desk: Desk, body_id: str) -> EntryWindow:
    """The signed order; from its day on the new composition counts (R-16)."""
    form = Form()
    act_fields.add(form)
    act_fields.start(form, day=desk.today())

    def run(values: Mapping[str, Any]) -> Done | None:
        act, today = act_fields.read(values), desk.today()
        return desk.run(lambda: composition_actions.enter_head_order(desk.store, body_id=body_id, act=act, today=today))

    title = Message("The head's order on the voted changes")
    return EntryWindow(parent, title, form, Message("Enter the act"), run, hint=act_windows.ONLY_WITH_ACT)
