"""A change of the composition from the vote to the head's order (CN-6.5, R-16)."""

from dataclasses import replace
from datetime import date

import pytest

from ayil_desktop import command_line
from ayil_desktop.commission import records as commission_records
from ayil_desktop.commission.actions import Act
from ayil_desktop.commission.rules import MemberEntry
from ayil_desktop.meetings import (
    composition_actions,
    composition_changes,
    decision_actions,
    handouts,
    selections,
    session_actions,
)
from ayil_desktop.meetings.choices import Change, DecisionKind, ItemKind, State
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading
from tests.meetings import stories
from tests.meetings.made_up import MEETING_DAY

TODAY = date(2019, 4, 1)


@pytest.fixture
def voted(commission):
    """On 13.03.2019 member 4 is voted out and a new woman in; a second candidate is not."""
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    leaving = Subject(change=Change.EXCLUDE, candidate_id=commission.id(4), candidate_name=commission.people[3].name)
    commission.votes(for_=range(1, 9), subject=leaving)
    commission.votes(for_=range(1, 9), subject=Subject(change=Change.INCLUDE, candidate_name="Жаңыбаева Асел"))
    commission.votes(for_=[1], subject=Subject(change=Change.INCLUDE, candidate_name="Кошумчаев Улан"))
    decision_actions.add_decision(
        commission.store, item_id=commission.item().id, text_ky="Курам өзгөртүлсүн.", kind=DecisionKind.COMPOSITION
    )
    session_actions.close_session(commission.store, meeting_id=commission.meeting_id)
    assert commission.meeting.state is State.HELD
    return commission


def pending(commission):
    with reading(commission.store) as session:
        return composition_changes.pending(
            selections.open_composition_orders(session, commission.body_id),
            selections.meetings_list(session, commission.body_id),
        )


def seated(commission, day):
    with reading(commission.store) as session:
        return {seat.person.name for seat in commission_records.composition(session, commission.body_id, day)}


def test_only_what_was_adopted_waits_for_the_order(voted):
    assert [(one.change, one.name) for one in pending(voted)] == [
        (Change.EXCLUDE, "Бирбеков Эрмек"),
        (Change.INCLUDE, "Жаңыбаева Асел"),
    ]


def test_the_draft_order_names_who_leaves_who_joins_and_the_minutes(voted):
    with reading(voted.store) as session:
        seats = commission_records.memberships(session, voted.body_id)
    draft = composition_changes.draft(pending(voted), seats)
    assert [one.name for one in draft.discharged] == ["Бирбеков Эрмек"]
    assert [one.name for one in draft.appointed] == ["Жаңыбаева Асел"]
    assert [(one.number, one.date) for one in draft.grounds] == [("1", date(2019, 3, 13))]


def test_the_draft_order_keeps_the_post_of_who_was_a_member_before(voted):
    with reading(voted.store) as session:
        seats = commission_records.memberships(session, voted.body_id)
    seats[3].position_ky = "айыл имамы"
    again = replace(pending(voted)[1], person_id=seats[3].person_id)
    (joining,) = composition_changes.draft([again], seats).appointed
    assert joining.position("ky") == "айыл имамы"


@pytest.mark.clause("CN-6.5")
def test_the_roster_changes_from_the_day_of_the_heads_order(voted):
    change = pending(voted)[1]
    composition_actions.enter_head_order(
        voted.store,
        body_id=voted.body_id,
        act=Act("12", date(2019, 3, 20)),
        today=TODAY,
        entries={change.order_id: MemberEntry(name=change.name, position_ky="ишкер", category="business")},
    )
    assert "Бирбеков Эрмек" in seated(voted, date(2019, 3, 19))
    assert "Бирбеков Эрмек" not in seated(voted, date(2019, 3, 20))
    assert "Жаңыбаева Асел" not in seated(voted, date(2019, 3, 19))
    assert "Жаңыбаева Асел" in seated(voted, date(2019, 3, 20))
    assert pending(voted) == ()
    journal.undo(voted.store)
    assert len(pending(voted)) == 2
    assert "Бирбеков Эрмек" in seated(voted, date(2019, 3, 20))


def test_the_order_on_one_meeting_leaves_the_vote_of_another_waiting(voted):
    first = voted.meeting_id
    voted.meets(present=8, day=date(2019, 5, 14), items=(ItemKind.COMPOSITION,))
    voted.votes(for_=range(1, 9), subject=Subject(change=Change.INCLUDE, candidate_name="Кийинбаев Асан"))
    second = voted.meeting_id
    composition_actions.hand_over(voted.store, body_id=voted.body_id, on=date(2019, 3, 14), meeting_id=first)
    composition_actions.enter_head_order(
        voted.store, body_id=voted.body_id, act=Act("12", date(2019, 3, 20)), today=TODAY, meeting_id=first
    )
    assert [(one.name, one.meeting.id) for one in pending(voted)] == [("Кийинбаев Асан", second)]
    with reading(voted.store) as session:
        (waiting,) = selections.open_composition_orders(session, voted.body_id)
        assert waiting.handed_over_on is None
    assert "Жаңыбаева Асел" in seated(voted, date(2019, 5, 14))


@pytest.mark.clause("CN-6.5")
def test_an_order_before_the_vote_is_refused(voted):
    with pytest.raises(Refused) as refusal:
        composition_actions.enter_head_order(
            voted.store, body_id=voted.body_id, act=Act("12", date(2019, 3, 12)), today=TODAY
        )
    assert (refusal.value.field, refusal.value.clause) == ("order_date", "CN-6.5")
    assert len(pending(voted)) == 2


@pytest.mark.clause("CN-6.5")
def test_a_vote_is_not_carried_out_before_its_meeting_ends(commission):
    """Until then the vote may still be put right, and no minutes exist that the order could rest on."""
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    commission.votes(for_=range(1, 9), subject=Subject(change=Change.INCLUDE, candidate_name="Жаңыбаева Асел"))
    enter = {"body_id": commission.body_id, "act": Act("12", date(2019, 3, 20)), "today": TODAY}
    with pytest.raises(Refused) as refusal:
        composition_actions.enter_head_order(commission.store, **enter)
    assert refusal.value.reason.into("en") == "The meeting of 13.03.2019 has not ended. Close it first."
    assert refusal.value.clause == "CN-6.5"
    with pytest.raises(Refused):
        composition_actions.hand_over(commission.store, body_id=commission.body_id, on=date(2019, 3, 14))
    assert "Жаңыбаева Асел" not in seated(commission, TODAY)
    decision_actions.add_decision(
        commission.store, item_id=commission.item().id, text_ky="Курам өзгөртүлсүн.", kind=DecisionKind.COMPOSITION
    )
    session_actions.close_session(commission.store, meeting_id=commission.meeting_id)
    composition_actions.enter_head_order(commission.store, **enter)
    assert "Жаңыбаева Асел" in seated(commission, TODAY)


def test_without_a_voted_change_there_is_nothing_to_order(commission):
    with pytest.raises(Refused):
        composition_actions.enter_head_order(
            commission.store, body_id=commission.body_id, act=Act("12", date(2019, 3, 20)), today=TODAY
        )


def enters(commission, day):
    act = Act("12", day)
    composition_actions.enter_head_order(commission.store, body_id=commission.body_id, act=act, today=TODAY)


@pytest.mark.clause("CN-6.5")
def test_an_order_of_the_same_day_leaves_the_meeting_that_voted_it_with_its_own_members(voted, language):
    """The head signs in the evening: from that day on the new composition counts, but the meeting sat with the old."""
    language("en")
    before = stories.lines(handouts.minutes(stories.paper(voted), "en"))
    assert any(line.startswith("Present (8):") and "Бирбеков Эрмек" in line for line in before)
    enters(voted, MEETING_DAY)
    assert "Жаңыбаева Асел" in seated(voted, MEETING_DAY) and "Бирбеков Эрмек" not in seated(voted, MEETING_DAY)
    assert stories.lines(handouts.minutes(stories.paper(voted), "en")) == before
    assert [seat.name for seat in stories.day_of(voted).seats] == [person.name for person in voted.people]
    assert command_line.corrected_rosters(voted.store.folder) == []
    stories.seals(voted)
    assert command_line.check_office(voted.store.folder) == []


def test_the_next_meeting_sits_with_the_new_composition_whatever_the_day_of_the_order(voted):
    enters(voted, MEETING_DAY)
    voted.plans(day=date(2019, 3, 14))
    names = {seat.name for seat in stories.day_of(voted).seats}
    assert "Жаңыбаева Асел" in names and "Бирбеков Эрмек" not in names and len(names) == 11
