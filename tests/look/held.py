"""A meeting of the practice office in session, for the pictures."""

import datetime
from pathlib import Path

from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    attendance_actions,
    candidate_actions,
    selections,
    session_actions,
    vote_actions,
)
from ayil_desktop.meetings.choices import Change, ItemKind, Method, Presence, State, Vote
from ayil_desktop.meetings.vote_actions import Ballot, Subject
from ayil_desktop.store import opening
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import reading


def hold(office: Path) -> None:
    """The planned practice meeting was announced and is in session, eight members have come; one of two candidates has
    been voted on."""
    store = opening.open_office(office)
    with reading(store) as session:
        planned = next(one for one in selections.whole_meetings(session) if one.state is State.PLANNED)
    election = _adds(store, planned.id, "Коомдук байкоочуну шайлоо", ItemKind.ELECTION)
    _adds(store, planned.id, "Жайыт комитетинин отчету", ItemKind.DECISION)
    actions.send_notice(store, meeting_id=planned.id, on=planned.date - datetime.timedelta(days=14), how="телефон")
    session_actions.open_session(store, meeting_id=planned.id, at=planned.time)
    with reading(store) as session:
        people = [row.person_id for row in selections.meeting(session, planned.id).attendance]
    for person in people[:8]:
        attendance_actions.mark_attendance(store, meeting_id=planned.id, person_id=person, status=Presence.PRESENT)
    for name in ("Үлгүбекова Сонун", "Долбоорбаев Таалай"):
        candidate_actions.add_candidate(store, item_id=election, change=Change.ELECT, name=name)
    votes = dict(zip(people[:8], [Vote.FOR] * 5 + [Vote.AGAINST] * 2 + [Vote.ABSTAINED], strict=True))
    vote_actions.record_round(
        store,
        item_id=election,
        ballot=Ballot(method=Method.BY_NAME, votes=votes),
        subject=Subject(change=Change.ELECT, candidate_name="Үлгүбекова Сонун"),
    )
    store.close()


def _adds(store: Store, meeting_id: str, text: str, kind: ItemKind) -> str:
    made = agenda_actions.add_item(store, meeting_id=meeting_id, text_ky=text, kind=kind).made
    assert made is not None
    return made
