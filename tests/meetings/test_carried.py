"""A vote that was entered wrongly is put right, and what was decided by it does not stand unseen (CN-7.4)."""

from datetime import date

import pytest

from ayil_desktop.meetings import decision_actions, handouts, minutes, steps, vote_actions
from ayil_desktop.meetings.choices import Change, DecisionKind, ItemKind, Method, Outcome, State
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.meetings.steps import Step
from ayil_desktop.meetings.vote_actions import Ballot, Subject
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from tests.meetings import stories
from tests.meetings.in_session import Session

MARK = "No adopted vote carries this decision."
LACK = "No adopted vote carries decision 1: take it back, change it, or vote again"

pytestmark = pytest.mark.clause("CN-7.4")


@pytest.fixture(autouse=True)
def english(language):
    language("en")


@pytest.fixture
def held(commission):
    """Eight of eight adopted the first matter, and it was decided."""
    stories.held(commission)
    return commission


def corrected_to_no(commission, place=1):
    wrong = commission.item(place).rounds[-1]
    return commission.votes(place, for_=[1], against=range(2, 9), replaces_id=wrong.id)


def lacking(commission):
    return [str(one.text) for one in steps.lacks(commission.meeting, stories.day_of(commission), Step.MINUTES)]


def decided_text(commission, language="en"):
    found = minutes.sections(commission.meeting, stories.day_of(commission), language)
    return next(one.text for one in found if one.key.endswith(":decided"))


def test_a_vote_corrected_to_no_leaves_no_decision_unmarked_and_nothing_is_sealed(held):
    assert (LACK in lacking(held), MARK in decided_text(held)) == (False, False)
    corrected_to_no(held)
    assert LACK in lacking(held)
    assert decided_text(held).splitlines() == ["1. Чечим 1 бекитилсин.", MARK]
    with pytest.raises(Refused) as no:
        stories.seals(held)
    assert (str(no.value), no.value.clause) == (f"{LACK} (CN-7.4)", "CN-7.4")
    assert held.meeting.state is State.HELD


def test_the_board_does_not_tell_what_no_vote_adopted_and_the_excerpt_says_it(held):
    decision = held.item().decisions[0].id
    assert "Чечим 1 бекитилсин." in "\n".join(stories.lines(handouts.board_notice(stories.paper(held), "ky")))
    corrected_to_no(held)
    assert "Чечим 1 бекитилсин." not in "\n".join(stories.lines(handouts.board_notice(stories.paper(held), "ky")))
    assert MARK in stories.lines(handouts.excerpt(stories.paper(held), "en", decision_id=decision))


def test_a_vote_corrected_back_carries_its_decision_again(held):
    corrected_to_no(held)
    held.votes(for_=range(1, 8), against=[8], replaces_id=held.item().rounds[0].id)
    assert held.item().decisions[0].round_id == held.item().rounds[0].id
    assert LACK not in lacking(held)
    assert stories.seals(held).state is State.SIGNED


def test_a_new_vote_that_adopts_carries_the_decision(held):
    corrected_to_no(held)
    held.votes(for_=range(1, 9))
    assert held.item().decisions[0].round_id == held.item().rounds[1].id
    assert stories.seals(held).state is State.SIGNED


def test_the_decision_is_taken_back_or_becomes_a_postponement(held):
    corrected_to_no(held)
    decision = held.item().decisions[0].id
    with pytest.raises(Refused, match="did not adopt"):
        decision_actions.change_decision(held.store, decision_id=decision, text_ky="Баары бир бекитилсин.")
    decision_actions.change_decision(held.store, decision_id=decision, kind=DecisionKind.POSTPONE)
    assert LACK not in lacking(held)
    decision_actions.remove_decision(held.store, decision_id=decision)
    assert LACK not in lacking(held)


def test_undoing_the_correction_takes_the_mark_away(held):
    corrected_to_no(held)
    journal.undo(held.store)
    assert LACK not in lacking(held)
    journal.redo(held.store)
    assert LACK in lacking(held)


def test_a_vote_that_a_decision_rests_on_is_not_removed(held):
    with pytest.raises(Refused, match="rests on this vote") as no:
        vote_actions.remove_round(held.store, round_id=held.item().rounds[0].id)
    assert no.value.clause == "CN-7.4"
    corrected_to_no(held)
    with pytest.raises(Refused, match="rests on this vote"):
        vote_actions.remove_round(held.store, round_id=held.item().rounds[0].id)
    decision_actions.remove_decision(held.store, decision_id=held.item().decisions[0].id)
    vote_actions.remove_round(held.store, round_id=held.item().rounds[0].id)
    assert held.item().rounds == []


def test_of_two_votes_that_adopted_the_same_one_may_be_removed(commission):
    commission.meets(present=8)
    first = commission.votes(for_=range(1, 9))
    twice = commission.votes(for_=range(1, 9))
    stories.decides(commission)
    vote_actions.remove_round(commission.store, round_id=twice.id)
    assert commission.item().decisions[0].round_id == first.id


def test_a_name_that_is_no_longer_adopted_marks_the_decision_until_it_is_written_anew(commission):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    votes = {}
    for number in (9, 10):
        subject = Subject(
            change=Change.EXCLUDE, candidate_id=commission.id(number), candidate_name=commission.people[number - 1].name
        )
        votes[number] = (commission.votes(for_=range(1, 9), subject=subject), subject)
    decision = stories.decides(commission, kind=DecisionKind.COMPOSITION)
    wrong, subject = votes[9]
    with pytest.raises(Refused, match="rests on this vote"):
        vote_actions.remove_round(commission.store, round_id=wrong.id)
    commission.votes(against=range(1, 9), subject=subject, replaces_id=wrong.id)
    stories.closes(commission)
    assert LACK in lacking(commission)
    decision_actions.change_decision(commission.store, decision_id=decision, text_ky="Жетибаев Болот чыгарылсын.")
    assert commission.item().decisions[0].round_id == votes[10][0].id
    assert LACK not in lacking(commission)


def test_a_decision_without_any_vote_is_told_of(commission):
    commission.meets(present=8)
    stories.decides(commission)
    stories.closes(commission)
    assert "No vote is recorded on matters 1" in lacking(commission)
    assert commission.votes(for_=range(1, 9)).outcome is Outcome.ADOPTED
    assert "No vote is recorded on matters 1" not in lacking(commission)
    assert commission.item().decisions[0].round_id is None


def test_a_body_without_a_majority_rule_needs_no_vote(a_commission):
    commission = a_commission(9, charter="naryn-council", appointed=date(2014, 7, 1))
    commission.meets(present=4, day=date(2014, 8, 21))
    stories.decides(commission)
    commission.counts(tally=Tally(1, 3, 0))
    stories.closes(commission)
    assert [one for one in lacking(commission) if "vote" in one] == []


def test_the_screen_says_it_at_the_decision_and_above_the_minutes(qtbot, desk, clock, commission):
    commission.meets(present=8)
    commission.votes(for_=range(1, 9))
    stories.decides(commission)
    session = Session(qtbot, desk, commission)
    line = session.panel.matter.decisions.lines[commission.item().decisions[0].id]
    assert line.head.text() == "Decision 1"
    desk.run(lambda: vote_actions.record_round(**_correction(commission)))
    assert line.head.text() == "Decision 1: its vote did not adopt it"
    found = steps.lacks(commission.meeting, stories.day_of(commission), Step.SESSION)
    assert LACK in [str(one.text) for one in found]


def _correction(commission):
    return {
        "store": commission.store,
        "item_id": commission.item().id,
        "ballot": Ballot(method=Method.BY_COUNT, tally=Tally(1, 7, 0)),
        "replaces_id": commission.item().rounds[0].id,
    }
