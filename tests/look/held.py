"""A meeting of the practice office in session, for the pictures."""

import datetime
from pathlib import Path

from ayil_desktop.meetings import actions, selections, vote_actions
from ayil_desktop.meetings.choices import Presence, State
from ayil_desktop.store import opening
from ayil_desktop.store.work import reading


def hold(office: Path) -> None:
    """The planned practice meeting was announced and is in session, eight members have come."""
    store = opening.open_office(office)
    with reading(store) as session:
        planned = next(one for one in selections.whole_meetings(session) if one.state is State.PLANNED)
    actions.send_notice(store, meeting_id=planned.id, on=planned.date - datetime.timedelta(days=14), how="телефон")
    actions.open_session(store, meeting_id=planned.id, at=planned.time)
    with reading(store) as session:
        people = [row.person_id for row in selections.meeting(session, planned.id).attendance]
    for person in people[:8]:
        vote_actions.mark_attendance(store, meeting_id=planned.id, person_id=person, status=Presence.PRESENT)
    store.close()
