"""What cannot be: a vote of a former member, a meeting about nothing, an end before the beginning."""

from datetime import date, time

import pytest

from ayil_desktop.commission import actions as commission_actions
from ayil_desktop.commission import records as commission_records
from ayil_desktop.commission.actions import Act
from ayil_desktop.meetings import actions, session_actions
from ayil_desktop.meetings.choices import Presence, State
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import reading
from tests.commission.screens import put
from tests.meetings import stories
from tests.meetings.in_session import Session

LEAVES = 8
ORDER = date(2019, 3, 20)


@pytest.fixture(autouse=True)
def english(language):
    language("en")


@pytest.fixture
def discharged(commission):
    """By the head's order of 20.03.2019 the eighth member is none any more."""
    with reading(commission.store) as session:
        seats = commission_records.memberships(session, commission.body_id)
    seat = next(one.id for one in seats if one.person_id == commission.id(LEAVES))
    commission_actions.discharge(
        commission.store, membership_ids=[seat], act=Act("12", ORDER), today=date(2019, 4, 1), reason="көчүп кетти"
    )
    return commission


@pytest.mark.clause("CN-6.5")
def test_on_the_last_day_the_discharged_member_counts_and_votes(discharged):
    discharged.meets(present=8, day=date(2019, 3, 19))
    voted = discharged.votes(for_=range(1, 9))
    assert (voted.members_in_force, voted.present, voted.count_for) == (11, 8, 8)


@pytest.mark.clause("CN-6.5")
@pytest.mark.clause("CN-5.7.6b")
def test_from_the_day_of_the_order_the_former_member_is_neither_present_nor_votes(discharged):
    discharged.meets(present=7, day=ORDER)
    with pytest.raises(Refused, match=r"not a member on 20\.03\.2019") as no:
        discharged.marks(LEAVES, Presence.PRESENT)
    assert no.value.clause == "CN-5.7.6b"
    with pytest.raises(Refused, match="Only a member who is present votes") as no:
        discharged.votes(for_=range(1, LEAVES + 1))
    assert (no.value.field, no.value.clause) == (f"vote:{discharged.id(LEAVES)}", "CN-5.7.6b")
    with pytest.raises(Refused, match="8 votes are too many"):
        discharged.counts(tally=Tally(8, 0, 0))
    assert discharged.item().rounds == []
    voted = discharged.votes(for_=range(1, LEAVES))
    assert (voted.members_in_force, voted.present, voted.quorum_needed) == (10, 7, 6)
    assert discharged.id(LEAVES) not in {voter.person_id for voter in voted.voters}


@pytest.mark.clause("CN-5.6.1")
def test_a_meeting_about_nothing_is_neither_announced_nor_opened(commission, store):
    commission.plans(items=())
    for act in (
        lambda: actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 1)),
        lambda: session_actions.open_session(store, meeting_id=commission.meeting_id),
    ):
        with pytest.raises(Refused, match="The agenda is empty") as no:
            act()
        assert (no.value.field, no.value.clause) == ("agenda", "CN-5.6.1")
    assert (commission.meeting.state, commission.meeting.deliveries) == (State.PLANNED, [])


def test_an_end_before_the_beginning_is_refused_at_its_field_and_stays_as_it_was_typed(qtbot, desk, commission):
    stories.held(commission)
    session = Session(qtbot, desk, commission)
    bar = session.panel.bar
    put(bar.times, ended_at="09:15")
    assert bar.ended.refusal == "The meeting began at 10:00; it cannot end before that."
    assert bar.ended.line.text() == "09:15"
    assert commission.meeting.ended_at == time(11, 30)
    put(bar.times, ended_at="12:05")
    assert (bar.ended.refusal, commission.meeting.ended_at) == ("", time(12, 5))
