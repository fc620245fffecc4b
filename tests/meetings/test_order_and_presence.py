"""A matter gets another number in the session: who was there for which matter stays as recorded (R-40)."""

from datetime import time

import pytest

from ayil_desktop.meetings import agenda_actions, attendance_actions, competence, day
from ayil_desktop.meetings.choices import ItemKind, Presence
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from tests.meetings import stories

FOUR = (ItemKind.DECISION,) * 4


@pytest.fixture(autouse=True)
def english(language):
    language("en")


@pytest.fixture
def sits(commission):
    """Six of eleven for four matters; one leaves before the third: no quorum for what comes then."""
    commission.meets(present=6, items=FOUR)
    commission.votes(1, for_=range(1, 7))
    attendance_actions.record_movement(
        commission.store, item_id=commission.item(3).id, person_id=commission.id(6), arrives=False, at=time(10, 40)
    )
    return commission


def moves(commission, words, place):
    item = next(one for one in commission.meeting.items if one.text_ky == words)
    agenda_actions.move_item(commission.store, item_id=item.id, place=place)


def there(commission):
    """How many were there for each matter, by its words, and whether that was a quorum."""
    meeting, found = commission.meeting, stories.day_of(commission)
    return {
        one.text_ky[-1]: (len(day.present_at(found, meeting, one)), competence.has_quorum(found, meeting, one))
        for one in meeting.items
    }


AS_RECORDED = {"1": (6, True), "2": (6, True), "3": (5, False), "4": (5, False)}


def order(commission):
    return "".join(one.text_ky[-1] for one in commission.meeting.items)


def test_the_matters_after_the_moment_change_places_and_the_entry_stays_before_them(sits):
    assert there(sits) == AS_RECORDED
    moves(sits, "Маселе 3", 4)
    assert (order(sits), there(sits)) == ("1243", AS_RECORDED)
    moves(sits, "Маселе 1", 2)
    assert (order(sits), there(sits)) == ("2143", AS_RECORDED)
    (move,) = sits.meeting.movements
    assert (move.item_id, move.at) == (sits.item(3).id, time(10, 40))
    journal.undo(sits.store)
    journal.undo(sits.store)
    assert (order(sits), there(sits)) == ("1234", AS_RECORDED)


@pytest.mark.parametrize(("words", "place"), [("Маселе 3", 1), ("Маселе 4", 2), ("Маселе 1", 3), ("Маселе 2", 4)])
def test_no_matter_crosses_the_moment_at_which_somebody_left(sits, words, place):
    with pytest.raises(Refused, match="Somebody came or left before matter 3") as no:
        moves(sits, words, place)
    assert no.value.field == "agenda"
    assert (order(sits), there(sits)) == ("1234", AS_RECORDED)


def test_without_the_entry_the_matter_moves(sits):
    attendance_actions.remove_movement(sits.store, movement_id=sits.meeting.movements[0].id)
    moves(sits, "Маселе 3", 1)
    assert order(sits) == "3124"


def test_a_matter_taken_off_leaves_the_moment_before_the_next_one(sits):
    agenda_actions.remove_item(sits.store, item_ids=[sits.item(3).id])
    assert there(sits) == {name: AS_RECORDED[name] for name in "124"}
    with pytest.raises(Refused, match="came or left before matter 3"):
        agenda_actions.remove_item(sits.store, item_ids=[sits.item(3).id])
    assert len(sits.meeting.movements) == 1


def test_a_recorded_vote_stays_as_it_was_frozen(sits):
    before = sits.item(1).rounds[0]
    moves(sits, "Маселе 1", 2)
    (after,) = sits.item(2).rounds
    assert (after.id, after.present, after.quorum_needed, after.outcome) == (
        before.id, before.present, before.quorum_needed, before.outcome
    )  # fmt: skip


def test_all_present_leaves_those_away_of_whom_it_is_known_why(commission, store):
    commission.meets(present=0)
    commission.marks(3, Presence.ABSENT, "Ооруп жатат")
    attendance_actions.mark_all_present(store, meeting_id=commission.meeting_id)
    stays = {row.person_id for row in commission.meeting.attendance if row.presence is Presence.ABSENT}
    assert stays == {commission.id(3)}
