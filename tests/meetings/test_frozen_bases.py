"""After a vote somebody turns out to have been away, or takes no part: the vote stays as it was, and it is told."""

from datetime import date

import pytest

from ayil_desktop.meetings import attendance_actions, frozen_bases, steps
from ayil_desktop.meetings.choices import ItemKind, Presence, State
from ayil_desktop.meetings.steps import Step
from ayil_desktop.refused import Refused
from tests.meetings import stories
from tests.meetings.in_session import Session

LACK = "The votes on matters {} do not match who was there: correct the vote or the attendance"
FIRST = LACK.format("1")

pytestmark = [pytest.mark.clause("CN-7.3"), pytest.mark.clause("CN-7.4")]


@pytest.fixture(autouse=True)
def english(language):
    language("en")


@pytest.fixture
def voted(commission):
    """Eight are there and all vote for the first of two matters."""
    commission.meets(present=8, items=(ItemKind.DECISION, ItemKind.DECISION))
    commission.votes(for_=range(1, 9))
    return commission


def name(commission, number):
    return commission.people[number - 1].name


def differs(commission, matter=1):
    meeting = commission.meeting
    item = meeting.items[matter - 1]
    return frozen_bases.difference(stories.day_of(commission), meeting, item, item.rounds[0])


def lacks(commission, step):
    found = steps.lacks(commission.meeting, stories.day_of(commission), step)
    return [(str(one.text), one.clause) for one in found if str(one.text).startswith(LACK[:20])]


def ends(commission):
    """The first matter is decided, the second is voted on and decided too, and the meeting is closed."""
    stories.decides(commission)
    commission.votes(2, for_=range(1, 8))
    stories.decides(commission, 2)
    stories.closes(commission)


def moves(commission, number, *, matter, arrives=False):
    attendance_actions.record_movement(
        commission.store, item_id=commission.item(matter).id, person_id=commission.id(number), arrives=arrives
    )


def recuses(commission, number, *, matter=1, recused=True):
    attendance_actions.recuse(
        commission.store, item_id=commission.item(matter).id, person_id=commission.id(number), recused=recused
    )


def test_a_vote_that_matches_the_attendance_is_told_nothing_of(voted):
    assert not differs(voted).is_contradiction
    assert lacks(voted, Step.SESSION) == []


def test_who_was_ticked_by_mistake_is_told_at_the_vote_and_the_minutes_are_not_sealed(voted):
    ends(voted)
    voted.marks(8, Presence.ABSENT)
    assert differs(voted).gone == (name(voted, 8),)
    assert voted.item().rounds[0].present == 8
    assert lacks(voted, Step.MINUTES) == [(LACK.format("1, 2"), "CN-7.4")]
    voted.votes(for_=range(1, 8), replaces_id=voted.item().rounds[0].id)
    assert lacks(voted, Step.MINUTES) == [(LACK.format("2"), "CN-7.4")]
    with pytest.raises(Refused) as no:
        stories.seals(voted)
    assert (str(no.value), no.value.clause) == (f"{LACK.format('2')} (CN-7.4)", "CN-7.4")
    voted.votes(2, for_=range(1, 8), replaces_id=voted.item(2).rounds[0].id)
    assert stories.seals(voted).state is State.SIGNED


def test_who_was_forgotten_is_told_and_the_attendance_put_back_ends_it(voted):
    voted.marks(9, Presence.PRESENT)
    assert differs(voted).uncounted == (name(voted, 9),)
    assert lacks(voted, Step.SESSION) == [(FIRST, "CN-7.4")]
    voted.marks(9, Presence.ABSENT)
    assert lacks(voted, Step.SESSION) == []


def test_a_recusal_after_the_vote_contradicts_it_and_so_does_one_that_is_taken_back(voted):
    recuses(voted, 8)
    assert (differs(voted).recused, differs(voted).gone) == ((name(voted, 8),), ())
    voted.votes(for_=range(1, 8), replaces_id=voted.item().rounds[0].id)
    assert not differs(voted).is_contradiction
    recuses(voted, 8, recused=False)
    assert differs(voted).not_recused == (name(voted, 8),)


@pytest.mark.clause("CN-7.3")
def test_a_leaving_entered_late_at_an_earlier_matter_contradicts_the_later_vote(voted):
    voted.votes(2, for_=range(1, 9))
    moves(voted, 8, matter=1)
    assert differs(voted, 2).gone == (name(voted, 8),)
    assert differs(voted, 1).gone == ()


def test_who_left_or_came_in_the_same_matter_after_the_vote_is_told_but_keeps_nothing_from_the_seal(voted):
    moves(voted, 8, matter=1)
    moves(voted, 9, matter=1, arrives=True)
    found = differs(voted)
    assert (found.left_after, found.came_after) == ((name(voted, 8),), (name(voted, 9),))
    assert not found.is_contradiction
    ends(voted)
    assert lacks(voted, Step.MINUTES) == []


def test_who_left_after_the_vote_and_had_never_come_is_a_contradiction_all_the_same(voted):
    moves(voted, 8, matter=1)
    voted.marks(8, Presence.ABSENT)
    assert differs(voted).gone == (name(voted, 8),)


def test_a_meeting_whose_attendance_nobody_recorded_contradicts_nothing(a_commission):
    told = a_commission(9, charter="naryn-council", appointed=date(2014, 7, 1))
    told.plans(day=date(2014, 8, 21))
    assert frozen_bases.contradicted(stories.day_of(told), told.meeting) == ()


def test_the_card_of_the_vote_says_it_with_what_to_do_and_correcting_the_vote_ends_it(qtbot, desk, voted):
    recuses(voted, 8)
    session = Session(qtbot, desk, voted)
    _, figures, said = session.cards[0]
    assert figures == "For 8 · against 0 · abstained 0 · did not vote 0"
    assert f"Counted in this vote, but takes no part in the matter: {name(voted, 8)}" in said
    assert "Correct it, or the attendance" in said
    session.panel.matter.rounds.cards[0].correct.click()
    session.go_on()
    _, figures, said = session.cards[0]
    assert figures == "For 7 · against 0 · abstained 0 · did not vote 1"
    assert "takes no part" not in said
    assert len(session.rounds) == 1


@pytest.mark.clause("CN-7.4")
def test_a_vote_corrected_after_somebody_left_is_judged_by_who_was_there_for_it(voted):
    wrong = voted.item().rounds[0]
    moves(voted, 7, matter=1)
    moves(voted, 8, matter=1)
    moves(voted, 9, matter=1, arrives=True)
    voted.votes(for_=(1, 2, 3, 4, 7), against=(5, 6, 8), replaces_id=wrong.id)
    (right,) = voted.item().rounds
    assert (right.present, right.for_needed, right.count_for, right.count_against) == (8, 5, 5, 3)
    assert [voter.name for voter in right.voters if voter.present] == [name(voted, number) for number in range(1, 9)]
    found = differs(voted)
    assert (found.left_after, found.is_contradiction) == ((name(voted, 7), name(voted, 8)), False)
    with pytest.raises(Refused):
        voted.votes(for_=(1, 2, 3, 9), replaces_id=right.id)


def test_the_screen_corrects_a_vote_with_those_who_were_there_for_it(qtbot, desk, voted):
    moves(voted, 8, matter=1)
    session = Session(qtbot, desk, voted)
    session.panel.matter.rounds.cards[0].correct.click()
    session.go_on()
    _, figures, _ = session.cards[0]
    assert figures == "For 8 · against 0 · abstained 0 · did not vote 0"
