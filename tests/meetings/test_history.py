"""Half a year later: which meeting, which matter, whose name was it that somebody changed?"""

import pytest

from ayil_desktop.meetings import attendance_actions, decision_actions
from ayil_desktop.meetings.choices import Change, ItemKind, Presence
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.store import journal
from tests.meetings import stories


@pytest.fixture(autouse=True)
def english(language):
    language("en")


def last(commission):
    """The newest line of the history: the step, and what it was about."""
    line = journal.history(commission.store, 1)[0]
    return (str(line.message), *line.about)


def test_a_line_names_the_meeting_the_matter_and_the_member(commission):
    commission.meets(present=8, items=(ItemKind.DECISION, ItemKind.DECISION))
    name = commission.people[8].name
    commission.marks(9, Presence.PRESENT)
    assert last(commission) == ("Mark the attendance", "13.03.2019", name)
    commission.votes(2, for_=range(1, 9))
    assert last(commission) == ("Record a vote", "13.03.2019", "Маселе 2")
    attendance_actions.record_movement(
        commission.store, item_id=commission.item(2).id, person_id=commission.id(9), arrives=False
    )
    assert last(commission) == ("Record who came or left", "13.03.2019", "Маселе 2", name)
    attendance_actions.recuse(commission.store, item_id=commission.item().id, person_id=commission.id(8), recused=True)
    assert last(commission)[1:] == ("13.03.2019", "Маселе 1", commission.people[7].name)


def test_a_vote_on_a_candidate_names_the_candidate(commission):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    subject = Subject(change=Change.INCLUDE, candidate_name="Асанова Айгүл")
    commission.votes(for_=range(1, 9), subject=subject)
    assert last(commission) == ("Record a vote", "13.03.2019", "Маселе 1", "Асанова Айгүл")


def test_a_decision_is_named_by_its_first_words_and_a_name_in_the_step_is_not_said_twice(commission):
    commission.meets(present=8)
    commission.votes(for_=range(1, 9))
    made = stories.decides(commission, text_ky="Таза суу түтүгү оңдолсун " * 5)
    decision_actions.remove_decision(commission.store, decision_id=made)
    told = last(commission)
    assert told[1:3] == ("13.03.2019", "Маселе 1")
    assert told[3].startswith("Таза суу түтүгү оңдолсун") and told[3].endswith("…") and len(told[3]) <= 48
    commission.plans()
    assert "Маселе 1" in last(commission)


def test_of_several_each_change_names_its_own_member(commission):
    commission.meets(present=0)
    attendance_actions.mark_all_present(commission.store, meeting_id=commission.meeting_id)
    line = journal.history(commission.store, 1)[0]
    assert line.about == ("13.03.2019",)
    assert {change.name for change in line.changes if change.label.msgid == "Attendance"} == {
        person.name for person in commission.people
    }
