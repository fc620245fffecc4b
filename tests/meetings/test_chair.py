"""Whoever presides over a vote is there and takes part in it; nobody else decides a tie (CN-5.5, CN-7.6)."""

import pytest
from PySide6.QtCore import Qt

from ayil_desktop.meetings import attendance_actions, minutes, rounds, signing
from ayil_desktop.meetings.choices import ItemKind, Method, Outcome, Vote
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.refused import Refused
from tests.meetings import stories
from tests.meetings.in_session import Session

pytestmark = [pytest.mark.clause("CN-7.6"), pytest.mark.clause("CN-5.5")]

CHAIRMAN, DEPUTY = 1, 2


@pytest.fixture(autouse=True)
def english(language):
    language("en")


@pytest.fixture
def sits(commission):
    """Seven are there for two matters, the chairman presides."""
    commission.meets(present=7, items=(ItemKind.DECISION, ItemKind.DECISION))
    return commission


def goes(commission, how, number=CHAIRMAN, item=1):
    """A member leaves before a matter, or takes no part in it."""
    act = {"item_id": commission.item(item).id, "person_id": commission.id(number)}
    if how == "left":
        attendance_actions.record_movement(commission.store, arrives=False, **act)
    else:
        attendance_actions.recuse(commission.store, **act)


def presides(commission, number, item=1):
    attendance_actions.choose_presiding(
        commission.store,
        meeting_id=commission.meeting_id,
        person_id=commission.id(number),
        item_id=commission.item(item).id,
    )


def tie(commission, way, item=1):
    """Three for, among them the deputy, against three."""
    if way == "by name":
        return commission.votes(item, for_=[2, 3, 4], against=[5, 6, 7])
    return commission.counts(item, tally=Tally(3, 3, 0), presiding_vote=Vote.FOR)


@pytest.mark.parametrize("way", ["by name", "by count"])
@pytest.mark.parametrize("how", ["left", "recused"])
def test_a_chairman_who_left_or_takes_no_part_decides_no_tie_but_the_deputy_does(sits, how, way):
    goes(sits, how)
    with pytest.raises(Refused, match="Choose Мисалова Гүлзат to preside") as no:
        tie(sits, way)
    assert (no.value.field, no.value.clause) == ("presiding", "CN-5.5")
    assert sits.item().rounds == []
    presides(sits, DEPUTY)
    result = tie(sits, way)
    assert (result.outcome, result.decided_by_casting_vote) == (Outcome.ADOPTED, True)
    assert (result.presiding_id, result.presiding_name) == (sits.id(DEPUTY), "Мисалова Гүлзат")


def test_while_the_chairman_takes_no_part_the_deputy_presides_and_afterwards_he_again(sits):
    goes(sits, "recused")
    presides(sits, DEPUTY)
    tie(sits, "by name")
    with pytest.raises(Refused, match="The chairman is present"):
        presides(sits, DEPUTY, item=2)
    presides(sits, CHAIRMAN, item=2)
    assert sits.votes(2, for_=[1, 2, 3, 4]).presiding_id == sits.id(CHAIRMAN)


def test_a_corrected_vote_keeps_who_presided_over_it(sits):
    goes(sits, "recused")
    presides(sits, DEPUTY)
    wrong = tie(sits, "by name")
    presides(sits, CHAIRMAN, item=2)
    sits.votes(1, for_=[2, 3, 4, 5], against=[6, 7], replaces_id=wrong.id)
    assert [one.presiding_name for one in sits.item(1).rounds] == ["Мисалова Гүлзат"]


def test_without_chairman_and_deputy_somebody_is_chosen_before_anybody_votes(commission):
    commission.meets(present=range(3, 10))
    with pytest.raises(Refused, match="Nobody presides over this vote"):
        commission.votes(for_=range(3, 10))
    presides(commission, 5)
    assert commission.votes(for_=range(3, 10)).presiding_name == "Экибаева Сайра"


def test_who_presided_and_left_with_the_deputy_is_followed_by_whoever_is_chosen(sits):
    for number in (CHAIRMAN, DEPUTY):
        goes(sits, "left", number)
    with pytest.raises(Refused, match="Үлгүбаев Айбек cannot preside: absent, or taking no part"):
        sits.counts(tally=Tally(5, 0, 0))


def test_a_secret_vote_needs_somebody_who_presides_too(sits):
    goes(sits, "left")
    with pytest.raises(Refused, match="to preside"):
        sits.counts(tally=Tally(4, 2, 0), method=Method.SECRET)


def test_the_screen_offers_the_deputy_while_the_chairman_takes_no_part(qtbot, desk, clock, sits):
    session = Session(qtbot, desk, sits)
    session.stand_at(CHAIRMAN)
    desk.run(lambda: attendance_actions.recuse(sits.store, item_id=sits.item().id, person_id=sits.id(CHAIRMAN)))
    session.press(Qt.Key.Key_F5)
    session.go_on()
    assert sits.item().rounds == []
    assert "Choose Мисалова Гүлзат to preside" in session.panel.ballot.form.refusal
    chooser = session.panel.bar.presiding
    assert [chooser.list.itemText(row) for row in range(chooser.list.count())] == ["Мисалова Гүлзат · Deputy chairman"]
    chooser.chosen.emit(sits.id(DEPUTY))
    session.go_on()
    assert [one.presiding_name for one in sits.item().rounds] == ["Мисалова Гүлзат"]


def test_a_file_cannot_bring_in_a_tie_decided_by_somebody_who_was_not_there(sits):
    one = sits.votes(for_=[1, 2, 3], against=[4, 5, 6])
    rounds.check_recorded(one, one.voters)
    one.presiding_id = sits.id(9)
    with pytest.raises(Refused, match="was not there for the vote") as no:
        rounds.check_recorded(one, one.voters)
    assert (no.value.field, no.value.clause) == ("presiding_id", "CN-7.6")


@pytest.fixture
def changed_chair(commission):
    """The chairman presides over the first vote and leaves; the deputy presides over the second and third."""
    commission.meets(present=8, items=(ItemKind.DECISION, ItemKind.DECISION, ItemKind.DECISION))
    commission.votes(1, for_=range(1, 9))
    stories.decides(commission, 1)
    attendance_actions.record_movement(
        commission.store, item_id=commission.item(2).id, person_id=commission.id(1), arrives=False
    )
    attendance_actions.choose_presiding(commission.store, meeting_id=commission.meeting_id, person_id=commission.id(2))
    for number in (2, 3):
        commission.votes(number, for_=range(2, 9))
        stories.decides(commission, number)
    stories.closes(commission)
    return commission


@pytest.mark.clause("CN-7.7")
def test_the_head_of_the_minutes_names_everybody_who_presided_with_the_matters(changed_chair):
    said = minutes.section(changed_chair.meeting, stories.day_of(changed_chair), "en", "attendance").text
    first, second = (person.name for person in changed_chair.people[:2])
    line = next(one for one in said.splitlines() if one.startswith("Presiding"))
    assert line == f"Presiding: on matter 1 – {first} (chairman); on matters 2, 3 – {second} (deputy chairman)."


@pytest.mark.clause("CN-7.7")
def test_everybody_who_presided_signs_and_the_secretary(changed_chair):
    signed = signing.of_minutes(changed_chair.meeting, stories.day_of(changed_chair))
    first, second, third = (person.name for person in changed_chair.people[:3])
    assert [one.name for one in signed] == [first, second, third]
    assert [one.title.into("en") for one in signed[:2]] == ["Presiding at the meeting"] * 2
