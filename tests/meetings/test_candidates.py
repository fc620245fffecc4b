"""The list that is voted on name by name: who may stand on it, how each fared, what the composition would become."""

import pytest

from ayil_desktop.commission.composition import Verdict
from ayil_desktop.commission.records import Role
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import actions, agenda_actions, candidate_actions, candidates, day
from ayil_desktop.meetings.choices import Change, ItemKind, Outcome
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.office import actions as office_actions
from ayil_desktop.office.records import Person, Sex
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading, work
from tests.meetings.made_up import MEETING_DAY


@pytest.fixture
def changing(commission):
    """A meeting of nine on a change of the composition."""
    commission.meets(present=9, items=(ItemKind.COMPOSITION,))
    return commission


def lists(commission, change, *, item=1, **who):
    return candidate_actions.add_candidate(
        commission.store, item_id=commission.item(item).id, change=change, **who
    ).made


def day_of(commission):
    with reading(commission.store) as session:
        return day.of(session, commission.body_id, MEETING_DAY)


def knows_sexes(commission, women):
    for number in range(1, len(commission.people) + 1):
        sex = Sex.WOMAN if number <= women else Sex.MAN
        values = {"sex": sex, "minority": None, "disability": None}
        office_actions.record_marks(commission.store, person_id=commission.id(number), values=values)


def votes_on(commission, name, tally, item=1):
    one = next(one for one in candidates.listed(commission.item(item)) if one.name == name)
    subject = Subject(change=one.change, candidate_id=one.person_id, candidate_name=one.name, candidate_role=one.role)
    return commission.counts(item, tally=tally, subject=subject)


@pytest.mark.clause("CN-6.2")
def test_two_members_to_be_excluded_are_two_votes_with_two_results(changing):
    for number in (4, 5):
        lists(changing, Change.EXCLUDE, person_id=changing.id(number))
    votes_on(changing, changing.people[3].name, Tally(6, 3, 0))
    votes_on(changing, changing.people[4].name, Tally(2, 7, 0))
    first, second = candidates.listed(changing.item())
    assert (first.is_adopted, second.is_adopted) == (True, False)
    assert [len(one.rounds) for one in (first, second)] == [1, 1]


@pytest.mark.clause("CN-6.3")
def test_one_woman_more_makes_four_of_twelve(changing):
    knows_sexes(changing, 3)
    lists(changing, Change.INCLUDE, name="Жаңыбаева Сонун", sex=Sex.WOMAN)
    names = candidates.listed(changing.item())
    found = candidates.would_be(day_of(changing), names, names[0], no_minority=True)
    check = next(one for one in found.checks if one.key == "min_sex_share_percent")
    assert (found.women, found.members, check.verdict) == (4, 12, Verdict.HOLDS)
    assert "33.3" in check.text.into("en")
    before = candidates.would_be(day_of(changing), names, no_minority=True)
    assert (before.women, before.members) == (3, 11)


def test_adopted_changes_are_counted_with_the_one_that_is_supposed(changing):
    knows_sexes(changing, 3)
    lists(changing, Change.EXCLUDE, person_id=changing.id(11))
    lists(changing, Change.INCLUDE, name="Жаңыбаева Сонун", sex=Sex.WOMAN)
    votes_on(changing, changing.people[10].name, Tally(9, 0, 0))
    names = candidates.listed(changing.item())
    found = candidates.would_be(day_of(changing), names, names[1], no_minority=True)
    assert (found.women, found.members) == (4, 11)


def test_marks_of_a_person_on_record_are_known(changing):
    knows_sexes(changing, 3)
    with_role = lists(changing, Change.INCLUDE, name="Жаңыбаева Сонун", role=Role.MEMBER)
    candidate_actions.change_candidate(changing.store, candidate_id=with_role, sex=Sex.WOMAN, category="ngo")
    one = candidates.listed(changing.item())[0]
    assert (one.record.sex, one.record.category, one.role) == (Sex.WOMAN, "ngo", "member")


@pytest.mark.clause("CN-6.2")
def test_only_members_are_excluded_and_only_others_included(changing):
    with pytest.raises(Refused) as refused:
        lists(changing, Change.EXCLUDE, name="Бөтөнбаев Канат")
    assert (refused.value.field, refused.value.clause) == ("name", "CN-6.2")
    with pytest.raises(Refused) as refused:
        lists(changing, Change.INCLUDE, person_id=changing.id(4))
    assert refused.value.clause == "CN-6.3"
    with pytest.raises(Refused):
        lists(changing, Change.ELECT, name="Бөтөнбаев Канат")
    with pytest.raises(Refused) as refused:
        lists(changing, Change.INCLUDE, name="  ")
    assert (refused.value.field, refused.value.clause) == ("name", "CN-6.3")
    assert not changing.item().candidates


def test_a_name_stands_on_the_list_once_however_it_is_spelled(changing):
    lists(changing, Change.INCLUDE, name="Өмүрбекова Жаңыл")
    with pytest.raises(Refused):
        lists(changing, Change.INCLUDE, name="Омурбекова  Жаныл")


def test_a_name_is_taken_off_until_it_is_voted_on(changing):
    first = lists(changing, Change.INCLUDE, name="Жаңыбаева Сонун")
    second = lists(changing, Change.INCLUDE, name="Бөтөнбаев Канат")
    candidate_actions.remove_candidate(changing.store, candidate_id=first)
    assert [(one.place, one.name) for one in changing.item().candidates] == [(1, "Бөтөнбаев Канат")]
    journal.undo(changing.store)
    assert [one.place for one in changing.item().candidates] == [1, 2]
    votes_on(changing, "Бөтөнбаев Канат", Tally(6, 0, 0))
    with pytest.raises(Refused):
        candidate_actions.remove_candidate(changing.store, candidate_id=second)


def test_who_was_voted_on_without_a_list_stands_on_it_all_the_same(changing):
    subject = Subject(change=Change.INCLUDE, candidate_name="Жаңыбаева Сонун")
    changing.counts(tally=Tally(2, 7, 0), subject=subject)
    changing.counts(tally=Tally(7, 2, 0), subject=subject)
    (one,) = candidates.listed(changing.item())
    assert (one.record, len(one.rounds), one.last.outcome) == (None, 2, Outcome.ADOPTED)


@pytest.mark.clause("NC-4.5")
def test_one_of_four_projects_is_chosen_and_three_are_not(commission):
    commission.meets(present=9, items=(ItemKind.ELECTION,))
    for number in range(1, 5):
        lists(commission, Change.ELECT, name=f"Долбоор {number}")
    for number, votes in enumerate((5, 8, 6, 2), 1):
        assert candidates.elected(commission.item()) == ()
        votes_on(commission, f"Долбоор {number}", Tally(votes, 9 - votes, 0))
    names = candidates.listed(commission.item())
    assert candidates.elected(commission.item()) == ("Долбоор 2",)
    assert len([one for one in names if one.name not in candidates.elected(commission.item())]) == 3


def test_equal_votes_in_an_election_name_all_who_have_them(commission):
    commission.meets(present=9, items=(ItemKind.ELECTION,))
    for name in ("Долбоор 1", "Долбоор 2"):
        lists(commission, Change.ELECT, name=name)
        votes_on(commission, name, Tally(6, 3, 0))
    assert candidates.elected(commission.item()) == ("Долбоор 1", "Долбоор 2")


def test_an_agenda_with_a_list_can_be_taken_back(commission):
    commission.plans(items=(ItemKind.COMPOSITION, ItemKind.DECISION))
    lists(commission, Change.INCLUDE, name="Жаңыбаева Сонун")
    agenda_actions.remove_item(commission.store, item_ids=[commission.item().id])
    assert len(commission.meeting.items) == 1
    journal.undo(commission.store)
    assert commission.item().candidates[0].name == "Жаңыбаева Сонун"
    actions.delete_meeting(commission.store, meeting_id=commission.meeting_id)


def test_the_lines_of_a_list_are_counted_by_letters():
    assert [candidates.letter(place) for place in (0, 1, 2, 26, 27)] == ["а", "б", "в", "я", "28"]


@pytest.mark.clause("CN-6.3")
@pytest.mark.parametrize(
    "words",
    ["Асанов Асан жана Үсөнов Үсөн", "Асанов Асан; Үсөнов Үсөн", "Асанов Асан, Үсөнов Үсөн", "Асанов А. и Үсөнов Ү."],
)
def test_two_names_are_no_candidate(changing, words):
    with pytest.raises(Refused) as refused:
        lists(changing, Change.INCLUDE, name=words)
    assert (refused.value.field, refused.value.clause) == ("name", "CN-6.3")
    assert not candidates.listed(changing.item())
    # A name may be of several words, and what the person does may follow it.
    lists(changing, Change.INCLUDE, name="Жетиген уулу Амантай, мугалим")


@pytest.mark.clause("CN-6.3")
def test_a_member_whose_name_is_typed_anew_does_not_join_a_second_time(changing):
    with pytest.raises(Refused) as refused:
        lists(changing, Change.INCLUDE, name=changing.people[3].name.upper())
    assert (refused.value.field, refused.value.clause) == ("name", "CN-6.3")
    assert "атасынын атын" in str(refused.value)


@pytest.mark.clause("CN-6.3")
def test_a_vote_on_somebody_who_sits_already_is_refused_by_the_act_itself(commission):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    sits = Subject(change=Change.INCLUDE, candidate_id=commission.id(9), candidate_name=commission.people[8].name)
    by_name = Subject(change=Change.INCLUDE, candidate_name=commission.people[8].name)
    stranger = Subject(change=Change.INCLUDE, candidate_name="Жаңы Киши Уулу")
    for subject in (sits, by_name):
        with pytest.raises(Refused) as no:
            commission.votes(for_=range(1, 9), subject=subject)
        assert no.value.clause == "CN-6.3"
    assert commission.item().rounds == []
    assert commission.votes(for_=range(1, 9), subject=stranger).candidate_name == "Жаңы Киши Уулу"


@pytest.mark.clause("CN-6.2")
def test_a_vote_to_exclude_somebody_who_does_not_sit_is_refused_by_the_act_itself(commission, store):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    with work(store, Message("Add {name}", name="Сырткы Киши")) as session:
        person = Person(name="Сырткы Киши", sort_key="", folded="")
        session.add(person)
        outside = person.id
    subject = Subject(change=Change.EXCLUDE, candidate_id=outside, candidate_name="Сырткы Киши")
    with pytest.raises(Refused) as no:
        commission.votes(for_=range(1, 9), subject=subject)
    assert no.value.clause == "CN-6.2"
