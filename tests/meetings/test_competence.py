"""What a meeting may do without a quorum, and what makes it a meeting that was held (R-3, R-38, R-40)."""

from datetime import date

import pytest

from ayil_desktop.meetings import agenda_actions, attendance_actions, decision_actions, minutes, session_actions, steps
from ayil_desktop.meetings.choices import Change, DecisionKind, ItemKind, ItemState, Outcome, Presence, State
from ayil_desktop.meetings.steps import Step
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.refused import Refused
from tests.meetings import stories

COMPOSITION, DECISION, INFORMATION = ItemKind.COMPOSITION, ItemKind.DECISION, ItemKind.INFORMATION


@pytest.fixture(autouse=True)
def english(language):
    language("en")


def comes(commission, number, item):
    attendance_actions.record_movement(
        commission.store, item_id=commission.item(item).id, person_id=commission.id(number), arrives=True
    )


def postpones(commission, item):
    agenda_actions.set_item_state(
        commission.store, item_id=commission.item(item).id, state=ItemState.POSTPONED, reason="Кворум жок"
    )


def attendance(commission, language="en"):
    found = minutes.sections(commission.meeting, stories.day_of(commission), language)
    return next(one for one in found if one.key == "attendance").text.splitlines()


@pytest.mark.clause("CN-7.3")
def test_a_meeting_that_reached_its_quorum_at_the_second_matter_was_held(commission):
    commission.meets(present=5, items=(DECISION, DECISION))
    postpones(commission, 1)
    comes(commission, 6, item=2)
    assert commission.votes(2, for_=range(1, 7)).outcome is Outcome.ADOPTED
    stories.decides(commission, 2)
    meeting = stories.closes(commission)
    assert (meeting.state, meeting.number) == (State.HELD, 1)
    assert attendance(commission)[-2:] == [
        "5 of 11 members came, 6 are needed. There is no quorum.",
        "For matter 2 there was a quorum: 6 members were present, 6 are needed.",
    ]


def test_a_late_comer_to_a_matter_that_is_postponed_makes_no_meeting(commission):
    commission.meets(present=5, items=(DECISION, DECISION))
    comes(commission, 6, item=2)
    postpones(commission, 1)
    postpones(commission, 2)
    meeting = stories.closes(commission)
    assert (meeting.state, meeting.number) == (State.NOT_HELD, None)


@pytest.mark.clause("CN-6.1")
def test_half_of_ten_hold_a_meeting_for_the_composition_alone(a_commission):
    commission = a_commission(10)
    commission.meets(present=5, items=(COMPOSITION, DECISION))
    leaving = Subject(change=Change.EXCLUDE, candidate_id=commission.id(4), candidate_name="Бирбеков Эрмек")
    commission.votes(1, for_=range(1, 6), subject=leaving)
    stories.decides(commission, 1, kind=DecisionKind.COMPOSITION)
    with pytest.raises(Refused) as refused:
        stories.decides(commission, 2)
    assert (refused.value.field, refused.value.clause) == ("text_ky", "CN-7.3")
    postpones(commission, 2)
    meeting = stories.closes(commission)
    assert (meeting.state, meeting.number) == (State.HELD, 1)


def test_half_of_ten_that_leave_the_composition_as_it_is_have_not_met(a_commission):
    commission = a_commission(10)
    commission.meets(present=5, items=(COMPOSITION, DECISION))
    postpones(commission, 1)
    postpones(commission, 2)
    assert stories.closes(commission).state is State.NOT_HELD


@pytest.mark.clause("CN-7.3")
@pytest.mark.parametrize("kind", [DecisionKind.APPROVE, DecisionKind.NOTE])
def test_without_a_quorum_nothing_is_decided_even_where_nobody_votes(commission, kind):
    commission.meets(present=5)
    with pytest.raises(Refused, match="only be postponed or withdrawn") as refused:
        stories.decides(commission, kind=kind)
    assert refused.value.clause == "CN-7.3"
    stories.decides(commission, kind=DecisionKind.POSTPONE)
    assert commission.item().state is ItemState.POSTPONED


def test_a_postponement_without_a_quorum_does_not_become_a_decision_afterwards(commission):
    commission.meets(present=5)
    made = stories.decides(commission, kind=DecisionKind.POSTPONE)
    with pytest.raises(Refused, match="only be postponed or withdrawn"):
        decision_actions.change_decision(commission.store, decision_id=made, kind=DecisionKind.APPROVE)


def test_information_is_not_noted_without_a_quorum(commission):
    commission.meets(present=5, items=(INFORMATION,))
    with pytest.raises(Refused) as refused:
        agenda_actions.set_item_state(commission.store, item_id=commission.item().id, state=ItemState.DECIDED)
    assert refused.value.clause == "CN-7.3"
    comes(commission, 6, item=1)
    agenda_actions.set_item_state(commission.store, item_id=commission.item().id, state=ItemState.DECIDED)
    assert commission.item().state is ItemState.DECIDED


NO_QUORUM = "By the attendance there was no quorum: correct it, or open the session again and close it anew"


def lacks(commission):
    return [str(one.text) for one in steps.lacks(commission.meeting, stories.day_of(commission), Step.MINUTES)]


@pytest.mark.clause("CN-7.3")
def test_an_attendance_corrected_to_less_than_a_quorum_is_told_and_keeps_the_minutes_from_their_seal(commission):
    stories.held(commission, present=6, items=(INFORMATION,))
    assert NO_QUORUM not in lacks(commission)
    commission.marks(6, Presence.ABSENT)
    assert NO_QUORUM in lacks(commission)
    with pytest.raises(Refused, match="By the attendance there was no quorum") as refused:
        stories.seals(commission)
    assert refused.value.clause == "CN-7.3"
    session_actions.reopen_session(commission.store, meeting_id=commission.meeting_id)
    assert commission.meeting.state is State.IN_SESSION
    meeting = stories.closes(commission)
    assert (meeting.state, meeting.number) == (State.NOT_HELD, None)


def test_a_vote_keeps_the_base_that_it_had_whatever_the_attendance_says_later(commission):
    stories.held(commission, present=6)
    commission.marks(6, Presence.ABSENT)
    assert NO_QUORUM in lacks(commission)
    assert commission.item().rounds[0].present == 6


@pytest.mark.clause("CN-7.3")
def test_a_meeting_with_decisions_does_not_end_as_not_held(commission):
    """Otherwise the notice board would say that there was no meeting, and below it what was decided."""
    commission.meets(present=6)
    commission.votes(for_=range(1, 7))
    made = stories.decides(commission)
    commission.marks(6, Presence.ABSENT)
    with pytest.raises(Refused, match="but matters 1 are decided") as refused:
        stories.closes(commission)
    assert (refused.value.field, refused.value.clause) == ("agenda", "CN-7.3")
    decision_actions.remove_decision(commission.store, decision_id=made)
    assert stories.closes(commission).state is State.NOT_HELD


def test_a_held_meeting_is_opened_again_for_a_forgotten_matter_and_keeps_its_number(commission, store):
    stories.held(commission)
    first = commission.meeting_id
    assert stories.held(commission, day=date(2019, 6, 12)).number == 2
    commission.meeting_id = first
    with pytest.raises(Refused):
        agenda_actions.add_item(store, meeting_id=first, text_ky="Унутулган маселе")
    session_actions.reopen_session(store, meeting_id=first)
    agenda_actions.add_item(store, meeting_id=first, text_ky="Унутулган маселе")
    with pytest.raises(Refused, match="still open: 2"):
        stories.closes(commission)
    commission.votes(2, for_=range(1, 9))
    stories.decides(commission, 2)
    meeting = stories.closes(commission)
    assert (meeting.state, meeting.number, len(meeting.items)) == (State.HELD, 1, 2)
    stories.seals(commission)
    with pytest.raises(Refused, match="sealed"):
        session_actions.reopen_session(store, meeting_id=first)


def test_where_the_charter_regulates_no_quorum_decisions_are_written_all_the_same(a_commission):
    commission = a_commission(4, charter="naryn-council")
    commission.meets(present=1)
    stories.decides(commission)
    assert stories.closes(commission).state is State.HELD
