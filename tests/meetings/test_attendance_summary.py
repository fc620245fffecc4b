"""How often each member came is told by member, within the membership (CN-5.7.6a)."""

from datetime import date

import pytest

from ayil_desktop.commission import records as commission_records
from ayil_desktop.commission import samples
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import agenda_actions, attendance_summary, selections, session_actions
from ayil_desktop.meetings.choices import ItemState
from ayil_desktop.office.settings import Settings
from ayil_desktop.printing import text
from ayil_desktop.store.work import reading, work


def holds(commission, day, present):
    commission.meets(present=present, day=day)
    agenda_actions.set_item_state(commission.store, item_id=commission.item().id, state=ItemState.DECIDED)
    session_actions.close_session(commission.store, meeting_id=commission.meeting_id)


@pytest.mark.clause("CN-5.7.6a")
def test_a_member_absent_at_two_of_four_meetings_came_to_half_of_them(commission):
    everybody = range(1, 12)
    without_the_last = range(1, 11)
    for day, present in (
        (date(2019, 2, 5), everybody),
        (date(2019, 5, 14), without_the_last),
        (date(2019, 8, 20), without_the_last),
        (date(2019, 11, 12), everybody),
    ):
        holds(commission, day, present)
    with reading(commission.store) as session:
        meetings = selections.whole_meetings(session, commission.body_id)
        seats = commission_records.memberships(session, commission.body_id)
    found = {one.name: one for one in attendance_summary.summary(meetings, seats)}
    assert (found["Сегизбаева Ажар"].held, found["Сегизбаева Ажар"].present) == (4, 2)
    assert found["Сегизбаева Ажар"].percent == 50
    assert found["Үлгүбаев Айбек"].percent == 100
    assert len(found) == 11


@pytest.mark.clause("CN-5.7.6a")
def test_meetings_before_and_after_the_membership_do_not_count(commission):
    """Absent from a meeting is who sat on the commission that day; what came before and after is not held against."""
    with work(commission.store, Message("Plan the meeting of {date}", date=date(2019, 2, 5))) as session:
        seats = {seat.person_id: seat for seat in commission_records.memberships(session, commission.body_id)}
        seats[commission.id(10)].ends = date(2019, 6, 30)
        seats[commission.id(11)].starts = date(2019, 7, 1)
    holds(commission, date(2019, 2, 5), [*range(1, 9), 10])
    holds(commission, date(2019, 5, 14), range(1, 9))
    holds(commission, date(2019, 8, 20), range(1, 9))
    holds(commission, date(2019, 11, 12), [*range(1, 9), 11])
    with reading(commission.store) as session:
        meetings = selections.whole_meetings(session, commission.body_id)
        seats = commission_records.memberships(session, commission.body_id)
    found = {one.name: (one.held, one.present, one.percent) for one in attendance_summary.summary(meetings, seats)}
    assert found["Жетибаев Болот"] == found["Сегизбаева Ажар"] == (2, 1, 50)
    assert found["Алтыбаева Үмүт"] == (4, 0, 0)
    assert found["Үлгүбаев Айбек"] == (4, 4, 100)


def test_of_a_body_whose_members_nobody_recorded_there_is_no_empty_table(store):
    made = samples.make_naryn(store)
    with reading(store) as session:
        body = commission_records.body(session, made.bodies["council"])
        paper = attendance_summary.paper(None, body, [], [], Settings(), date(2014, 8, 21), "ru")
    told = text.render(paper)
    assert "Кто входил в состав на этот день, не записано." in told
    assert "%" not in told
