"""What does the program conclude about each meeting, as open data?"""

import datetime
from typing import Any

from sqlalchemy.orm import Session

from ayil_desktop.meetings import day, decisions, last_days, notices, presence, rules, selections
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.vote_records import VoteRound


def meetings(session: Session, today: datetime.date) -> list[dict[str, Any]]:
    """One object per meeting, oldest first; what is not recorded or not regulated is None."""
    whole = selections.whole_meetings(session)
    return [_meeting(session, one, [other for other in whole if other.body_id == one.body_id], today) for one in whole]


def _meeting(session: Session, meeting: Meeting, others: list[Meeting], today: datetime.date) -> dict[str, Any]:
    found = day.of(session, meeting.body_id, meeting.date)
    present = len(presence.at_opening(meeting.attendance, found.seats)) if meeting.attendance_recorded else None
    in_force = len(found.seats) or None
    stood = rules.opening(found.charter, members_in_force=in_force or 0, present=present or 0)
    known = in_force is not None and present is not None
    return {
        "id": meeting.id,
        "body": meeting.body_id,
        "number": meeting.number,
        "date": meeting.date.isoformat(),
        "time": meeting.time.isoformat("minutes") if meeting.time else None,
        "place": meeting.place or None,
        "kind": meeting.kind.value,
        "reason": meeting.reason or None,
        "state": meeting.state.value,
        "members_in_force": in_force,
        "present": present,
        "quorum_needed": stood.quorum.needed if in_force else None,
        "has_quorum": stood.has_quorum if known else None,
        "notice_by": _iso(last_days.notice_term(found.charter, found.calendar, meeting.date).notice_by),
        "told": _told(meeting),
        "told_otherwise": bool(notices.told_otherwise(meeting, found.seats)) if _told(meeting) else None,
        "dissent_until": _iso(last_days.dissent_until(found.charter, found.calendar, meeting.date)),
        "agenda": [_item(item) for item in meeting.items],
        "rounds": [_round(one, item.kind.value) for item in meeting.items for one in item.rounds],
        "decisions": [_task(task) for task in decisions.tasks(meeting, others, today)],
        "sealed": meeting.seal.chain_hash if meeting.seal else None,
    }


def _told(meeting: Meeting) -> dict[str, Any] | None:
    """What the last notice told the members; None where none was sent, or nobody recorded what it told."""
    last = max(notices.current(meeting).values(), key=lambda row: (row.issue, row.on, row.id), default=None)
    if last is None or last.told_date is None:
        return None
    return {
        "id": last.id,
        "date": last.told_date.isoformat(),
        "time": last.told_time.isoformat("minutes") if last.told_time else None,
        "place": last.told_place or None,
    }


def _item(item: AgendaItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "number": item.place,
        "kind": item.kind.value,
        "state": item.state.value,
        "text": item.text_ky,
        "late": item.is_late,
        "decisions": [
            {"id": one.id, "number": number, "kind": one.kind.value, "text": one.text_ky}
            for number, one in decisions.numbered(item)
        ],
    }


def _round(one: VoteRound, item_kind: str) -> dict[str, Any]:
    label = one.label or one.candidate_name
    return {
        "id": one.id,
        "label": label or None,
        "item_kind": item_kind,
        "method": one.method.value,
        "change": one.change.value if one.change else None,
        "candidate": one.candidate_name or None,
        "members_in_force": one.members_in_force,
        "present": one.present,
        "presiding": one.presiding_name or None,
        "quorum_needed": one.quorum_needed,
        "needed": one.for_needed,
        "for": one.count_for,
        "against": one.count_against,
        "abstained": one.count_abstained,
        "not_voted": one.count_not_voted,
        "invalid": one.count_invalid,
        "outcome": one.outcome.value,
        "decided_by_casting_vote": one.decided_by_casting_vote,
        "readings_differ": one.readings_differ,
    }


def _task(task: decisions.Task) -> dict[str, Any]:
    return {
        "id": task.part.id if task.part else task.decision.id,
        "number": task.number,
        "text": task.text_ky,
        "due": _iso(task.due),
        "state": task.standing.value,
    }


def _iso(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None
