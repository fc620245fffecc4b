"""The roster of a past day is corrected: recorded votes stay as they are, and the check of the office tells it."""

from datetime import date

import pytest

from ayil_desktop import command_line
from ayil_desktop.commission import actions
from ayil_desktop.commission import records as rosters
from ayil_desktop.language import catalogue
from ayil_desktop.meetings import steps
from ayil_desktop.store.work import reading
from tests.meetings.made_up import MEETING_DAY
from tests.meetings.stories import day_of, held


@pytest.fixture
def told(commission, language):
    """What the check says of the open office, in English."""

    def lines():
        catalogue.use("en")
        return [str(one) for one in command_line.corrected_rosters(commission.store.folder)]

    return lines


def seat_of(commission, number):
    with reading(commission.store) as session:
        seats = rosters.composition(session, commission.body_id, MEETING_DAY)
        return next(seat.id for seat in seats if seat.person_id == commission.id(number))


def test_a_seat_that_began_later_than_was_thought_is_told_and_the_vote_stays(commission, told):
    held(commission, present=8)
    assert told() == []
    before = commission.item().rounds[0]
    seat = seat_of(commission, 11)
    actions.change_seat(commission.store, membership_id=seat, values={"starts": date(2019, 12, 1)})
    name = commission.people[10].name
    assert told() == [
        f"Meeting of {MEETING_DAY:%d.%m.%Y}: {name} was counted in the votes, but is no member on that day by the "
        "roster of today."
    ]
    after = commission.item().rounds[0]
    assert (after.members_in_force, len(after.voters)) == (before.members_in_force, len(before.voters)) == (11, 11)
    actions.change_seat(commission.store, membership_id=seat, values={"starts": date(2019, 1, 10)})
    assert told() == []


def test_the_meeting_tells_it_before_its_minutes_are_sealed(commission, language):
    language("en")
    held(commission, present=8)
    name = commission.people[7].name

    def lacks():
        found = steps.lacks(commission.meeting, day_of(commission), steps.Step.MINUTES)
        return [str(one.text) for one in found if name in str(one.text)]

    assert lacks() == []
    actions.change_seat(commission.store, membership_id=seat_of(commission, 8), values={"starts": date(2019, 12, 1)})
    assert lacks() == [
        f"Meeting of {MEETING_DAY:%d.%m.%Y}: {name} was counted in the votes, but is no member on that day by the "
        "roster of today."
    ]


def test_a_member_who_was_left_out_of_the_roster_is_told(commission, told):
    seat = seat_of(commission, 11)
    actions.change_seat(commission.store, membership_id=seat, values={"starts": date(2019, 12, 1)})
    held(commission, present=8)
    actions.change_seat(commission.store, membership_id=seat, values={"starts": date(2019, 1, 10)})
    assert told() == [
        f"Meeting of {MEETING_DAY:%d.%m.%Y}: {commission.people[10].name} is a member on that day by the roster of "
        "today, but was not counted in the votes."
    ]


def test_a_meeting_without_a_vote_has_nothing_to_differ(commission, told):
    commission.plans()
    assert told() == []


def test_the_difference_is_no_fault(commission, language, capsys):
    held(commission, present=8)
    actions.change_seat(commission.store, membership_id=seat_of(commission, 11), values={"starts": date(2019, 12, 1)})
    commission.store.close()
    assert command_line.main(["check", str(commission.store.folder), "--language", "ru"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Всё в порядке")
    assert commission.people[10].name in second
