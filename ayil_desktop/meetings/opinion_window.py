"""How is the written opinion of an absent member entered, neither a presence nor a vote (CN-5.7.7)?"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import opinion_actions
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.member_lines import MemberLine
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.store.work import Done
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField


class OpinionWindow(EntryWindow):
    """The words and the day on which they came; what was given before stands in the fields."""

    def __init__(self, parent: QWidget, desk: Desk, line: MemberLine, item: AgendaItem, opened: Opened) -> None:
        form = Form()
        form.add(LongTextField("text", Message("Opinion"), lines=6))
        form.add(DateField("received_on", Message("Received on")))
        given = next((one for one in item.written_opinions if one.person_id == line.person_id), None)
        form.set_values(
            {
                "text": given.text if given else "",
                "received_on": given.received_on if given else min(opened.today, opened.meeting.date),
            }
        )
        give = partial(opinion_actions.give_written_opinion, desk.store, item_id=item.id, person_id=line.person_id)

        def carry_out(values: Mapping[str, Any]) -> Done | None:
            return desk.run(partial(give, text=values["text"], received_on=values["received_on"]))

        title = Message("Opinion of {name} on matter {number}", name=line.seat.name, number=item.place)
        hint = Message("It is read out and attached. It counts neither as presence nor as a vote.")
        super().__init__(parent, title, form, Message("Keep the opinion"), carry_out, hint=hint)
