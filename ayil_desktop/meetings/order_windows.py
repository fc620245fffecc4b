"""How does a voted change of the composition become the head's order: drafted from the minutes, entered when signed?"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ayil_desktop.commission import act_fields, act_windows, shown
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import composition_actions, composition_changes, selections
from ayil_desktop.meetings.composition_actions import Post
from ayil_desktop.meetings.composition_changes import Pending
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.store.work import Done, reading
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import TextField


def draft(parent: QWidget, desk: Desk, meeting: Meeting) -> EntryWindow:
    """The order that carries out what the meeting voted, with its minutes as the ground (CN-6.5); then the paper."""
    seen = shown.read(desk.store, meeting.body_id, desk.today())
    changes = _changes(desk, meeting)
    return act_windows.draft_order(parent, desk, seen, composition_changes.draft(changes, seen.memberships))


def enter(parent: QWidget, desk: Desk, meeting: Meeting) -> EntryWindow:
    """The signed order; from its day on the new composition counts (R-16).

    The posts of those who join stand there as its draft says them.
    """
    form = Form()
    act_fields.add(form)
    act_fields.start(form)
    seen = shown.read(desk.store, meeting.body_id, desk.today())
    joining = composition_changes.joining(_changes(desk, meeting), seen.memberships)
    for order_id, one in joining.items():
        form.add_heading(one.name)
        post = TextField(f"ky:{order_id}", Message("Position as in the act"))
        form.add_row(post, TextField(f"ru:{order_id}", Message("Position in Russian")))
        form.set_values({f"ky:{order_id}": one.position_ky, f"ru:{order_id}": one.position_ru})

    def run(values: Mapping[str, Any]) -> Done | None:
        act, today = act_fields.read(values), desk.today()
        enter = partial(composition_actions.enter_head_order, desk.store, body_id=meeting.body_id)
        posts = {one: Post(values[f"ky:{one}"], values[f"ru:{one}"]) for one in joining}
        return desk.run(partial(enter, act=act, today=today, meeting_id=meeting.id, posts=posts))

    title = Message("The head's order on the voted changes")
    return EntryWindow(parent, title, form, Message("Enter the act"), run, hint=act_windows.ONLY_WITH_ACT)


def _changes(desk: Desk, meeting: Meeting) -> Sequence[Pending]:
    with reading(desk.store) as session:
        every = selections.open_composition_orders(session, meeting.body_id)
        return composition_changes.pending([row for row in every if row.meeting_id == meeting.id], [meeting])
