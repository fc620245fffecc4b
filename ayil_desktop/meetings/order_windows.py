"""How does a voted change of the composition become the head's order: drafted from the minutes, entered when signed?"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ayil_desktop.commission import act_fields, act_windows, shown
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import composition_actions, composition_changes, selections
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.store.work import Done, reading
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.tab import Desk


def draft(parent: QWidget, desk: Desk, meeting: Meeting) -> EntryWindow:
    """The order that carries out what the meeting voted, with its minutes as the ground (CN-6.5); then the paper."""
    seen = shown.read(desk.store, meeting.body_id, desk.today())
    with reading(desk.store) as session:
        every = selections.open_composition_orders(session, meeting.body_id)
        changes = composition_changes.pending([row for row in every if row.meeting_id == meeting.id], [meeting])
    return act_windows.draft_order(parent, desk, seen, composition_changes.draft(changes, seen.memberships))


def enter(parent: QWidget, desk: Desk, meeting: Meeting) -> EntryWindow:
    """The signed order; from its day on the new composition counts (R-16)."""
    form = Form()
    act_fields.add(form)
    act_fields.start(form)

    def run(values: Mapping[str, Any]) -> Done | None:
        act, today = act_fields.read(values), desk.today()
        enter = partial(composition_actions.enter_head_order, desk.store, body_id=meeting.body_id)
        return desk.run(partial(enter, act=act, today=today, meeting_id=meeting.id))

    title = Message("The head's order on the voted changes")
    return EntryWindow(parent, title, form, Message("Enter the act"), run, hint=act_windows.ONLY_WITH_ACT)
