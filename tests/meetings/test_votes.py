"""Quorum, majority and tie, carried out through the office's own acts on a real office (CN-6.1, CN-7.3 … CN-7.6)."""

from datetime import date
from functools import partial

import pytest

from ayil_desktop.commission.records import Membership
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import attendance_actions, opinion_actions, rounds
from ayil_desktop.meetings.choices import Change, ItemKind, Method, Outcome, Presence, Vote
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.office import charters
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading, work


@pytest.mark.clause("CN-7.3")
@pytest.mark.parametrize(
    ("members", "present", "has_quorum"),
    [(11, 5, False), (11, 6, True), (10, 5, False), (10, 6, True), (7, 3, False), (7, 4, True)],
)
def test_a_vote_needs_more_than_half_of_all_members(a_commission, members, present, has_quorum):
    commission = a_commission(members)
    commission.meets(present=present)
    result = commission.votes(for_=range(1, present + 1))
    assert (result.outcome is not Outcome.NO_QUORUM) is has_quorum
    assert (result.outcome is Outcome.ADOPTED) is has_quorum
    assert (result.members_in_force, result.present) == (members, present)


@pytest.mark.clause("CN-6.1")
@pytest.mark.parametrize(
    ("members", "present", "has_quorum"),
    [(11, 5, False), (11, 6, True), (10, 5, True), (10, 4, False), (12, 6, True)],
)
def test_a_change_of_the_composition_needs_at_least_half(a_commission, members, present, has_quorum):
    commission = a_commission(members)
    commission.meets(present=present, items=(ItemKind.COMPOSITION,))
    subject = Subject(change=Change.EXCLUDE, candidate_id=commission.id(4), candidate_name="Бирбеков Эрмек")
    result = commission.votes(for_=range(1, present + 1), subject=subject)
    assert (result.outcome is not Outcome.NO_QUORUM) is has_quorum


@pytest.mark.clause("CN-6.1")
def test_half_of_ten_decides_on_the_composition_and_on_nothing_else(a_commission):
    commission = a_commission(10)
    commission.meets(present=5, items=(ItemKind.COMPOSITION, ItemKind.DECISION))
    leaving = Subject(change=Change.EXCLUDE, candidate_id=commission.id(4), candidate_name="Бирбеков Эрмек")
    assert commission.votes(1, for_=range(1, 6), subject=leaving).outcome is Outcome.ADOPTED
    assert commission.votes(2, for_=range(1, 6)).outcome is Outcome.NO_QUORUM


@pytest.mark.clause("CN-7.4")
@pytest.mark.parametrize(
    ("present", "tally", "adopted"),
    [
        (7, (4, 0, 0), True),
        (7, (3, 2, 2), False),
        (6, (4, 0, 0), True),
        (11, (6, 0, 0), True),
        (11, (5, 4, 2), False),
    ],
)
def test_more_than_half_of_those_present_adopt(commission, present, tally, adopted):
    commission.meets(present=max(present, 6))
    if present > 6:
        assert len([row for row in commission.meeting.attendance if row.presence is Presence.PRESENT]) == present
    result = commission.counts(tally=Tally(*tally))
    assert (result.outcome is Outcome.ADOPTED) is adopted
    assert sum((result.count_for, result.count_against, result.count_abstained, result.count_not_voted)) == present


@pytest.mark.clause("CN-7.4")
def test_both_readings_of_the_majority_are_told_when_they_differ(commission):
    commission.meets(present=8)
    result = commission.counts(tally=Tally(4, 3, 1))
    assert result.outcome is Outcome.REJECTED
    assert (result.for_needed, result.readings_differ) == (5, True)
    assert commission.counts(tally=Tally(5, 3, 0)).readings_differ is False


@pytest.mark.clause("CN-7.6")
@pytest.mark.parametrize(
    ("presiding_votes", "outcome", "by_casting_vote"),
    [("for_", Outcome.ADOPTED, True), ("against", Outcome.REJECTED, True)],
)
def test_at_equal_votes_the_presiding_person_decides(commission, presiding_votes, outcome, by_casting_vote):
    commission.meets(present=6)
    sides = (
        {"for_": [2, 3], "against": [4, 5, 6]} if presiding_votes == "for_" else {"for_": [2, 3, 4], "against": [5, 6]}
    )
    sides[presiding_votes] = [1, *sides[presiding_votes]]
    result = commission.votes(**sides)
    assert (result.count_for, result.count_against) == (3, 3)
    assert (result.outcome, result.decided_by_casting_vote) == (outcome, by_casting_vote)
    assert not result.readings_differ


@pytest.mark.clause("CN-7.6")
def test_a_presiding_abstention_decides_nothing(commission):
    commission.meets(present=7)
    result = commission.votes(for_=[2, 3, 4], against=[5, 6, 7], abstained=[1])
    assert result.outcome is Outcome.REJECTED
    assert not result.decided_by_casting_vote


@pytest.mark.clause("CN-7.6")
def test_at_a_tie_by_count_the_presiding_persons_vote_is_asked_for(commission):
    commission.meets(present=6)
    with pytest.raises(Refused) as refusal:
        commission.counts(tally=Tally(3, 3, 0))
    assert (refusal.value.field, refusal.value.clause) == ("presiding_vote", "CN-7.6")
    assert commission.counts(tally=Tally(3, 3, 0), presiding_vote=Vote.FOR).outcome is Outcome.ADOPTED
    silent = commission.counts(tally=Tally(2, 2, 0), presiding_was_asked=True)
    assert (silent.outcome, silent.decided_by_casting_vote) == (Outcome.REJECTED, False)


@pytest.mark.clause("CN-5.4.2", "CN-5.5")
def test_nobody_else_presides_while_the_chairman_or_in_his_absence_the_deputy_is_there(commission, store):
    commission.meets(present=6, items=(ItemKind.DECISION, ItemKind.DECISION))
    choose = partial(attendance_actions.choose_presiding, store, meeting_id=commission.meeting_id)
    for number in (2, 4):
        with pytest.raises(Refused) as refusal:
            choose(person_id=commission.id(number))
        assert refusal.value.reason.into("en") == "The chairman is present and presides: Үлгүбаев Айбек."
        assert (refusal.value.field, refusal.value.clause) == ("presiding", "CN-5.4.2")
    second = commission.item(2).id
    attendance_actions.record_movement(store, item_id=second, person_id=commission.id(1), arrives=False)
    choose(person_id=commission.id(2), item_id=second)
    assert commission.meeting.presiding_id == commission.id(2)
    with pytest.raises(Refused) as refusal:
        choose(person_id=commission.id(4), item_id=second)
    assert refusal.value.reason.into("en") == "In the chairman's absence the deputy presides: Мисалова Гүлзат."
    assert refusal.value.clause == "CN-5.5"
    with pytest.raises(Refused) as refusal:
        choose(person_id=commission.id(2), item_id=commission.item(1).id)
    assert refusal.value.clause == "CN-5.4.2"
    with pytest.raises(Refused) as refusal:
        choose(person_id=commission.id(9), item_id=second)
    assert refusal.value.reason.into("en") == "Who presides must be present."


@pytest.mark.clause("CN-7.6")
def test_the_deputy_who_presides_decides(commission):
    commission.meets(present=range(2, 8))
    assert commission.meeting.presiding_id == commission.id(2)
    result = commission.votes(for_=[2, 3, 4], against=[5, 6, 7])
    assert (result.outcome, result.decided_by_casting_vote) == (Outcome.ADOPTED, True)
    assert result.presiding_name == "Мисалова Гүлзат"


def test_a_tie_in_a_secret_vote_is_not_adopted(commission):
    commission.meets(present=7)
    result = commission.counts(tally=Tally(3, 3, 0, 1), method=Method.SECRET)
    assert (result.outcome, result.decided_by_casting_vote) == (Outcome.REJECTED, False)
    assert result.count_invalid == 1


@pytest.mark.clause("CN-5.7.5")
def test_each_member_present_has_one_vote(commission):
    commission.meets(present=7)
    with pytest.raises(Refused) as refusal:
        commission.counts(tally=Tally(8, 0, 0))
    assert refusal.value.clause == "CN-5.7.5"
    first = commission.votes(for_=[1, 2, 3])
    second = commission.votes(for_=[1, 2], against=[3], replaces_id=first.id)
    assert [one.id for one in commission.item().rounds] == [second.id]
    assert {v.person_id: v.vote for v in second.voters}[commission.id(3)] is Vote.AGAINST
    assert (second.count_for, second.count_against) == (2, 1)


@pytest.mark.clause("CN-5.7.6b")
def test_nobody_votes_for_an_absent_member(commission):
    commission.meets(present=7)
    with pytest.raises(Refused) as refusal:
        commission.votes(for_=[1, 2, 9])
    assert refusal.value.clause == "CN-5.7.6b"
    assert commission.item().rounds == []


@pytest.mark.clause("CN-5.7.6b")
def test_somebody_who_is_no_member_cannot_be_marked_present(commission, store):
    from ayil_desktop.language.message import Message
    from ayil_desktop.office.records import Person
    from ayil_desktop.store.work import work

    commission.meets(present=7)
    with work(store, Message("Record who spoke")) as session:
        guest = Person(name="Коноков Ар", sort_key="", folded="")
        session.add(guest)
    with pytest.raises(Refused) as refusal:
        attendance_actions.mark_attendance(
            store, meeting_id=commission.meeting_id, person_id=guest.id, status=Presence.PRESENT
        )
    assert refusal.value.clause == "CN-5.7.6b"


@pytest.mark.clause("CN-5.7.7")
def test_a_written_opinion_is_neither_presence_nor_vote(commission, store):
    commission.meets(present=5)
    opinion_actions.give_written_opinion(
        store, item_id=commission.item().id, person_id=commission.id(9), text="Макулмун", received_on=date(2019, 3, 12)
    )
    assert commission.votes(for_=range(1, 6)).outcome is Outcome.NO_QUORUM
    commission.marks(6, Presence.PRESENT)
    tied = commission.votes(for_=[2, 3, 4], against=[1, 5, 6])
    assert (tied.count_for, tied.count_against, tied.present) == (3, 3, 6)
    with pytest.raises(Refused) as refusal:
        opinion_actions.give_written_opinion(
            store, item_id=commission.item().id, person_id=commission.id(1), text="Жок"
        )
    assert refusal.value.clause == "CN-5.7.7"


@pytest.mark.clause("CN-6.2")
@pytest.mark.clause("CN-6.3")
def test_each_candidate_is_voted_on_separately(commission):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    with pytest.raises(Refused) as refusal:
        commission.votes(for_=range(1, 9))
    assert refusal.value.clause == "CN-6.2"
    for number in (4, 6):
        leaving = Subject(
            change=Change.EXCLUDE, candidate_id=commission.id(number), candidate_name=commission.people[number - 1].name
        )
        commission.votes(for_=range(1, 9), subject=leaving)
    for name in ("Жаңыбаева Асел", "Кошумчаев Улан", "Дагыбаев Сыймык"):
        commission.votes(for_=range(1, 5), subject=Subject(change=Change.INCLUDE, candidate_name=name))
    results = commission.item().rounds
    assert [one.outcome for one in results] == [Outcome.ADOPTED] * 2 + [Outcome.REJECTED] * 3
    assert len({one.candidate_name for one in results}) == 5


def test_a_member_who_recused_stays_in_the_base_and_has_no_vote(commission, store):
    commission.meets(present=7)
    attendance_actions.recuse(store, item_id=commission.item().id, person_id=commission.id(7))
    with pytest.raises(Refused):
        commission.votes(for_=[1, 7])
    result = commission.votes(for_=[1, 2, 3], against=[4, 5])
    assert (result.base, result.for_needed, result.outcome) == (7, 4, Outcome.REJECTED)


def test_the_quorum_is_judged_at_each_vote(commission, store):
    commission.meets(present=6, items=(ItemKind.DECISION, ItemKind.DECISION, ItemKind.DECISION))
    assert commission.votes(1, for_=range(1, 7)).outcome is Outcome.ADOPTED
    second, third = commission.item(2).id, commission.item(3).id
    attendance_actions.record_movement(store, item_id=second, person_id=commission.id(6), arrives=False)
    assert commission.votes(2, for_=range(1, 6)).outcome is Outcome.NO_QUORUM
    attendance_actions.record_movement(store, item_id=third, person_id=commission.id(8), arrives=True)
    assert commission.votes(3, for_=[1, 2, 3, 4, 8]).outcome is Outcome.ADOPTED


def test_a_recorded_vote_can_be_undone_and_done_again(commission, store):
    commission.meets(present=7)
    commission.votes(for_=range(1, 8))
    journal.undo(store)
    assert commission.item().rounds == []
    journal.redo(store)
    (again,) = commission.item().rounds
    assert (again.outcome, len(again.voters)) == (Outcome.ADOPTED, 11)


def test_a_body_without_a_majority_rule_keeps_the_numbers_and_says_so(a_commission):
    commission = a_commission(9, charter="naryn-council", appointed=date(2014, 7, 1))
    commission.meets(present=4, day=date(2014, 8, 21))
    result = commission.counts(tally=Tally(3, 1, 0))
    assert result.outcome is Outcome.NOT_REGULATED
    assert (result.quorum_needed, result.for_needed) == (None, None)


def test_later_corrections_of_the_roster_leave_a_recorded_round_alone(commission, store):
    commission.meets(present=7)
    before = commission.votes(for_=range(1, 8))
    with work(store, Message("Record who spoke")) as session:
        for row in session.query(Membership).filter_by(person_id=commission.id(11)):
            row.ends = date(2019, 2, 1)
    with reading(store) as session:
        after = session.get(type(before), before.id)
        assert (after.members_in_force, after.quorum_needed) == (11, 6)


def judged(tally, method, presiding_vote=None):
    charter, hall = charters.ready_charter("chet-nura").charter, rounds.Hall(members_in_force=11, present=8)
    return rounds.judge(
        charter, kind=ItemKind.DECISION, hall=hall, tally=tally, method=method, presiding_vote=presiding_vote
    )


@pytest.mark.parametrize(
    ("tally", "method", "presiding_vote", "offered"),
    [
        (Tally(3, 3, 0, 1), Method.SECRET, None, True),
        (Tally(4, 3, 1), Method.BY_COUNT, None, True),
        (Tally(2, 5, 0), Method.BY_COUNT, None, False),
        (Tally(6, 1, 0), Method.BY_COUNT, None, False),
        (Tally(4, 4, 0), Method.BY_COUNT, Vote.AGAINST, False),
        (Tally(0, 0, 8), Method.BY_COUNT, None, False),
    ],
)
def test_a_new_vote_is_offered_after_an_undecided_one(tally, method, presiding_vote, offered):
    assert rounds.offers_new_round(judged(tally, method, presiding_vote), tally) is offered


@pytest.mark.clause("CN-7.6")
def test_where_everybody_abstains_there_are_no_equal_votes_to_decide():
    charter, nobody = charters.ready_charter("chet-nura").charter, Tally(0, 0, 8)
    assert not rounds.asks_presiding_vote(charter, nobody, Method.BY_COUNT)
    result = judged(nobody, Method.BY_COUNT, Vote.FOR)
    assert (result.outcome, result.decided_by_casting_vote) == (Outcome.REJECTED, False)


def test_a_secret_tie_is_decided_by_nobody_whatever_is_said_of_the_presiding_vote():
    result = judged(Tally(4, 4, 0), Method.SECRET, Vote.FOR)
    assert (result.outcome, result.decided_by_casting_vote) == (Outcome.REJECTED, False)


@pytest.mark.clause("CN-5.7.5")
def test_who_takes_no_part_is_no_vote_in_a_count_either():
    hall = rounds.Hall(members_in_force=11, present=8, recused=1)
    rounds.check_tally(hall, Tally(7, 0, 0), Method.BY_COUNT)
    with pytest.raises(Refused) as refusal:
        rounds.check_tally(hall, Tally(8, 0, 0), Method.BY_COUNT)
    assert (refusal.value.field, refusal.value.clause) == ("count_for", "CN-5.7.5")
