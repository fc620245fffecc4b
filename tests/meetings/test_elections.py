"""An election with equal votes: nobody is elected until they are repeated, and the minutes say who is."""

import pytest

from ayil_desktop.meetings import candidate_actions, decision_actions, going_on
from ayil_desktop.meetings.choices import Change, DecisionKind, ItemKind
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.refused import Refused
from tests.meetings import stories
from tests.meetings.test_minutes import part

FIRST, SECOND = "Биринчиев Бакыт", "Экинчиева Элнура"


@pytest.fixture(autouse=True)
def english(language):
    language("en")


@pytest.fixture
def election(commission, store):
    """Eight came; two stand for election, and each has six votes."""
    commission.meets(present=8, items=(ItemKind.ELECTION,))
    for name in (FIRST, SECOND):
        candidate_actions.add_candidate(store, item_id=commission.item().id, change=Change.ELECT, name=name)
        votes(commission, name, 6)
    return commission


def votes(commission, name, in_favour):
    subject = Subject(change=Change.ELECT, candidate_name=name)
    commission.votes(subject=subject, for_=range(1, in_favour + 1), against=range(in_favour + 1, 9))


@pytest.mark.clause("NC-4.5")
def test_nobody_is_elected_while_the_votes_are_equal(election):
    with pytest.raises(Refused) as no:
        stories.decides(election, 1, f"{FIRST} шайлансын", kind=DecisionKind.SELECT)
    assert str(no.value) == f"The votes are equal: {FIRST}, {SECOND}. Vote on them again first. (NC-4.5)"
    assert no.value.field == "text_ky"
    assert election.item().decisions == []
    assert FIRST not in going_on.decision_text(election.item(), "ky")


def test_the_matter_can_be_postponed_with_equal_votes(election):
    stories.decides(election, 1, "Кийинки отурумга калтырылсын", kind=DecisionKind.POSTPONE)
    equal = f"The votes are equal: {FIRST}, {SECOND}. Nobody was elected."
    assert part(election, "voted").text.splitlines()[-1] == equal
    stories.closes(election)
    stories.seals(election)


def test_a_decision_that_equal_votes_overtook_is_not_sealed(commission, store):
    commission.meets(present=8, items=(ItemKind.ELECTION,))
    votes(commission, FIRST, 6)
    decision = stories.decides(commission, 1, f"{FIRST} шайлансын", kind=DecisionKind.SELECT)
    votes(commission, SECOND, 6)
    stories.closes(commission)
    with pytest.raises(Refused, match="No adopted vote carries decision 1"):
        stories.seals(commission)
    with pytest.raises(Refused, match="The votes are equal"):
        decision_actions.change_decision(store, decision_id=decision, text_ky=f"{SECOND} шайлансын")
    votes(commission, FIRST, 5)
    votes(commission, SECOND, 7)
    decision_actions.change_decision(store, decision_id=decision, text_ky=f"{SECOND} шайлансын")
    stories.seals(commission)


def test_the_minutes_tell_the_equality_the_repetition_and_who_is_elected(election):
    votes(election, FIRST, 5)
    assert "Elected" not in part(election, "voted").text
    votes(election, SECOND, 7)
    told = part(election, "voted").text.splitlines()
    equal = f"The votes are equal: {FIRST}, {SECOND}. They are voted on again."
    assert told.count(equal) == 1
    third = next(place for place, line in enumerate(told) if line.startswith("3) "))
    assert told.index(equal) == third - 1
    assert told[-1] == f"Elected: {SECOND}."
    stories.decides(election, 1, going_on.decision_text(election.item(), "ky"), kind=DecisionKind.SELECT)
    stories.closes(election)
    stories.seals(election)


def test_where_none_has_the_majority_the_minutes_say_that_nobody_was_elected(commission):
    commission.meets(present=8, items=(ItemKind.ELECTION,))
    votes(commission, FIRST, 3)
    votes(commission, SECOND, 2)
    assert part(commission, "voted").text.splitlines()[-1] == "Nobody was elected."
