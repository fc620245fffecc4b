"""How a meeting of the made-up commission is held to its end, and how its papers are read back."""

from datetime import date, time

from ayil_desktop.meetings import (
    agenda_actions,
    day,
    decision_actions,
    minutes_actions,
    papers,
    session_actions,
)
from ayil_desktop.meetings.choices import ItemKind, ItemState
from ayil_desktop.printing import text
from ayil_desktop.store.work import reading

SIGNED = date(2019, 3, 15)


def held(commission, *, present=8, items=(ItemKind.DECISION,), decided=True, **plan):
    """Present ones all vote for every matter of the kind decision, which is then decided; the meeting is closed."""
    commission.meets(present=present, items=items, **plan)
    numbers = list(range(1, present + 1)) if isinstance(present, int) else list(present)
    for place, kind in enumerate(items, 1):
        if decided and kind is ItemKind.DECISION:
            commission.votes(place, for_=numbers)
            decides(commission, place)
        elif kind is ItemKind.INFORMATION:
            agenda_actions.set_item_state(commission.store, item_id=commission.item(place).id, state=ItemState.DECIDED)
    return closes(commission)


def decides(commission, place=1, text_ky="", **more):
    return decision_actions.add_decision(
        commission.store, item_id=commission.item(place).id, text_ky=text_ky or f"Чечим {place} бекитилсин.", **more
    ).made


def closes(commission):
    session_actions.close_session(commission.store, meeting_id=commission.meeting_id, at=time(11, 30))
    return commission.meeting


def sealed(commission, *, signed_on=SIGNED, **plan):
    """Held, signed and sealed, without a scan and with the reason for that."""
    held(commission, **plan)
    return seals(commission, signed_on=signed_on)


def seals(commission, *, signed_on=SIGNED, reason="Сканер иштебейт"):
    minutes_actions.seal(
        commission.store,
        meeting_id=commission.meeting_id,
        signed_on=signed_on,
        today=signed_on,
        no_scan_reason=reason,
    )
    return commission.meeting


def dissents(commission, number, on, words="Макул эмесмин.", **more):
    return minutes_actions.receive_dissent(
        commission.store,
        meeting_id=commission.meeting_id,
        person_id=commission.id(number),
        received_on=on,
        text=words,
        **more,
    ).made


def day_of(commission):
    meeting = commission.meeting
    with reading(commission.store) as session:
        return day.of(session, meeting.body_id, meeting.date)


def charter_on(commission, when):
    with reading(commission.store) as session:
        return day.of(session, commission.body_id, when).charter


def paper(commission, meeting_id=""):
    with reading(commission.store) as session:
        return papers.of(session, meeting_id or commission.meeting_id)


def lines(document):
    """Every line of a paper, cells of tables and what stands beside each other parted by tabs."""
    return text.render(document).splitlines()
