"""Does a composition meet its charter? The checks of chapter 5 of the Chet-Nura regulation, and of Osh and Naryn."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ayil_desktop.commission import composition
from ayil_desktop.commission.composition import Seat, Verdict
from ayil_desktop.commission.records import Role
from ayil_desktop.office import charters
from ayil_desktop.office.charters import Charter, Group, Number
from ayil_desktop.office.records import Sex

CHET_NURA = charters.ready_charter("chet-nura").charter
NARYN = charters.ready_charter("naryn-council").charter
OSH = charters.ready_charter("osh-contest").charter
DAY = date(2019, 3, 13)
OFFICERS = (Role.CHAIRMAN, Role.DEPUTY, Role.SECRETARY)


def members(women, men, *, unrecorded=0, **marks):
    """Seats with the three officers first; the marks hold for all of them."""
    sexes = [Sex.WOMAN] * women + [Sex.MAN] * men + [None] * unrecorded
    roles = [*OFFICERS, *[Role.MEMBER] * len(sexes)]
    return tuple(
        Seat(key=f"m{n}", name=f"Мүчө {n}", role=role, sex=sex, **marks)
        for n, (sex, role) in enumerate(zip(sexes, roles, strict=False))
    )


def line(charter, seated, key, **known):
    found = composition.examined(charter, seated, DAY, **known)
    return next(check for check in found.checks if check.key == key)


def lines(charter, seated, clause):
    return [check for check in composition.examined(charter, seated, DAY).checks if check.clause == clause]


@pytest.mark.clause("CN-5.1c")
@pytest.mark.parametrize(("size", "ok", "missing"), [(6, False, 1), (7, True, 0), (11, True, 0), (0, False, 7)])
def test_a_composition_has_at_least_seven_members_the_officers_included(size, ok, missing):
    check = line(CHET_NURA, members(size, 0), "min_members")
    assert (check.ok, check.actual, check.needed, check.missing) == (ok, size, 7, missing)
    assert check.clause == "CN-5.1c"


@pytest.mark.clause("CN-5.1b")
def test_a_composition_has_one_chairman_one_deputy_and_one_secretary_and_counts_them():
    found = composition.examined(CHET_NURA, members(4, 7), DAY)
    assert found.members == 11
    assert [check.ok for check in found.checks if check.clause == "CN-5.1b"] == [True, True, True]


@pytest.mark.clause("CN-5.1b")
@pytest.mark.parametrize(
    ("role", "key"), [(Role.CHAIRMAN, "one_chairman"), (Role.DEPUTY, "one_deputy"), (Role.SECRETARY, "one_secretary")]
)
def test_no_holder_of_a_role_and_two_of_them_are_both_wrong(role, key):
    seated = members(4, 7)
    nobody = [replace(seat, role=Role.MEMBER) if seat.role is role else seat for seat in seated]
    twice = [*seated[:-1], replace(seated[-1], role=role)]
    assert line(CHET_NURA, nobody, key).ok is False
    assert line(CHET_NURA, nobody, key).missing == 1
    assert line(CHET_NURA, twice, key).ok is False
    assert line(CHET_NURA, twice, key).surplus == 1


@pytest.mark.clause("CN-5.1a")
def test_members_without_an_order_are_one_warning():
    seated = (*members(4, 6), Seat(key="x", name="Кошумча", sex=Sex.MAN, has_order=False))
    found = lines(CHET_NURA, seated, "CN-5.1a")
    assert [(check.ok, check.actual, check.needed) for check in found] == [(False, 10, 11)]


@pytest.mark.clause("CN-5.3.1")
@pytest.mark.parametrize(
    ("women", "men", "ok", "needed"),
    [
        (3, 8, False, 4), (4, 7, True, 4), (3, 7, True, 3), (2, 5, False, 3), (8, 3, False, 4), (7, 3, True, 3),
        (4, 10, False, 5), (5, 10, True, 5), (4, 8, True, 4),
    ],
)  # fmt: skip
def test_neither_sex_is_below_thirty_percent_without_rounding(women, men, ok, needed):
    check = line(CHET_NURA, members(women, men), "min_sex_share_percent")
    assert (check.ok, check.actual, check.needed) == (ok, min(women, men), needed)


@pytest.mark.clause("CN-5.3.1")
def test_the_figures_are_said_in_words():
    text = line(CHET_NURA, members(3, 8), "min_sex_share_percent").text
    assert text.into("en") == "Women: 3 of 11 = 27.3 %. At least 4 needed: 1 more."
    few_men = line(CHET_NURA, members(8, 3), "min_sex_share_percent").text
    assert few_men.into("en") == "Men: 3 of 11 = 27.3 %. At least 4 needed: 1 more."
    enough = line(CHET_NURA, members(3, 7), "min_sex_share_percent").text
    assert enough.into("en") == "Women: 3, men: 7; 3 of 10 = 30 %. At least 3 needed."


@given(women=some.integers(0, 12), men=some.integers(0, 12), percent=some.integers(0, 50))
def test_the_needed_persons_are_exactly_those_that_reach_the_share(women, men, percent):
    number = women + men
    needed = composition.part(percent, number)
    for smaller in range(number + 1):
        assert (smaller >= needed) == (100 * smaller >= percent * number)


@given(women=some.integers(0, 6), men=some.integers(0, 6), open_=some.integers(0, 6), percent=some.integers(0, 50))
def test_an_unrecorded_sex_leaves_the_answer_open_only_where_it_could_change_it(women, men, open_, percent):
    number = women + men + open_
    needed = composition.part(percent, number)
    ways = {min(women + more, men + open_ - more) >= needed for more in range(open_ + 1)}
    expected = ways.pop() if len(ways) == 1 else None
    assert composition.both_at_least(women, men, open_, needed) is expected


@given(known=some.integers(0, 8), open_=some.integers(0, 8), needed=some.integers(0, 8))
def test_open_marks_leave_a_count_open_only_where_they_could_change_it(known, open_, needed):
    ways = [sum(way) + known for way in product((0, 1), repeat=open_)]
    for judge, holds in ((composition.at_least, int.__ge__), (composition.exactly, int.__eq__)):
        answers = {holds(way, needed) for way in ways}
        assert judge(known, open_, needed) is (answers.pop() if len(answers) == 1 else None)


def test_unrecorded_sexes_are_said():
    check = line(CHET_NURA, members(3, 5, unrecorded=3), "min_sex_share_percent")
    assert check.verdict is Verdict.NOT_KNOWN
    assert "sex not recorded: 3" in check.text.into("en")


def test_of_nobody_no_share_can_be_told():
    check = line(CHET_NURA, (), "min_sex_share_percent")
    assert check.verdict is Verdict.NOT_KNOWN
    assert check.text.into("en") == "Nobody is recorded yet."


@pytest.mark.clause("CN-5.3.2a")
def test_at_least_one_member_is_of_an_ethnic_minority():
    nobody = members(4, 7, minority=False, disability=False)
    assert line(CHET_NURA, nobody, "min_minority").verdict is Verdict.FAILS
    one = (*nobody[:-1], replace(nobody[-1], minority=True))
    assert line(CHET_NURA, one, "min_minority").verdict is Verdict.HOLDS
    unasked = members(4, 7)
    assert line(CHET_NURA, unasked, "min_minority").verdict is Verdict.NOT_KNOWN
    assert "not recorded for 11" in line(CHET_NURA, unasked, "min_minority").text.into("en")


@pytest.mark.clause("CN-5.3.2a")
def test_where_no_minority_lives_the_line_does_not_apply():
    check = line(CHET_NURA, members(4, 7, minority=False), "min_minority", no_minority=True)
    assert check.verdict is Verdict.NOT_APPLICABLE
    assert (check.ok, check.missing) == (None, 0)


@pytest.mark.clause("CN-5.3.2b")
def test_one_person_may_stand_for_a_minority_and_for_people_with_disabilities():
    nobody = members(4, 7, minority=False, disability=False)
    assert line(CHET_NURA, nobody, "min_disability").ok is False
    both = (*nobody[:-1], replace(nobody[-1], minority=True, disability=True))
    assert line(CHET_NURA, both, "min_minority").ok is True
    assert line(CHET_NURA, both, "min_disability").ok is True


@pytest.mark.clause("CN-5.3")
def test_the_composition_analysis_has_three_lines_with_a_number_and_an_answer():
    found = composition.examined(CHET_NURA, members(3, 8, minority=False, disability=True), DAY, no_minority=True)
    three = [check for check in found.checks if check.key in composition.SHARES]
    assert [check.verdict for check in three] == [Verdict.FAILS, Verdict.NOT_APPLICABLE, Verdict.HOLDS]
    assert [check.clause for check in three] == ["CN-5.3.1", "CN-5.3.2a", "CN-5.3.2b"]
    assert [check.actual for check in three] == [3, 0, 11]


REAL_GROUPS = ["head_or_deputy", "kenesh_deputy", "responsible_secretary", "kenesh_deputy", *["other"] * 7]
"""What the 11 of 2018 represent: seven fit none of the groups."""


@pytest.mark.clause("CN-5.2")
@pytest.mark.clause("CN-5.2.1a")
@pytest.mark.clause("CN-5.2.1b")
@pytest.mark.clause("CN-5.2.2")
@pytest.mark.clause("CN-5.2.3")
@pytest.mark.clause("CN-5.2.4")
@pytest.mark.clause("CN-5.2.5")
@pytest.mark.clause("CN-5.2.6")
def test_each_of_the_seven_groups_is_counted_and_missing_where_nobody_is_of_it():
    real = [replace(seat, category=group) for seat, group in zip(members(3, 8), REAL_GROUPS, strict=True)]
    found = {
        check.clause: check for check in composition.examined(CHET_NURA, real, DAY).checks if "group:" in check.key
    }
    assert {clause: (check.actual, check.ok) for clause, check in found.items()} == {
        "CN-5.2.1a": (1, True),
        "CN-5.2.1b": (1, True),
        "CN-5.2.2": (2, True),
        "CN-5.2.3": (0, False),
        "CN-5.2.4": (0, False),
        "CN-5.2.5": (0, False),
        "CN-5.2.6": (0, False),
    }


@pytest.mark.clause("CN-5.2")
@pytest.mark.parametrize("code", [group.code for group in CHET_NURA.groups])
def test_one_member_satisfies_a_group(code):
    nobody = [replace(seat, category="other") for seat in members(4, 7)]
    assert line(CHET_NURA, nobody, f"group:{code}").ok is False
    one = [replace(nobody[0], category=code), *nobody[1:]]
    assert line(CHET_NURA, one, f"group:{code}").ok is True


def test_a_further_mark_satisfies_a_group_too():
    seated = [replace(seat, category="other") for seat in members(4, 7)]
    marked = [replace(seated[0], marks=frozenset({"ngo"})), *seated[1:]]
    assert line(CHET_NURA, marked, "group:ngo").ok is True
    assert marked[0].groups == {"other", "ngo"}


def test_an_unrecorded_group_leaves_the_answer_open():
    seated = [replace(seat, category="other") for seat in members(4, 7)]
    one_open = [replace(seated[0], category=""), *seated[1:]]
    check = line(CHET_NURA, one_open, "group:ngo")
    assert check.verdict is Verdict.NOT_KNOWN
    assert check.text.into("en").endswith("0, not recorded for 1. At least 1 needed.")


@pytest.mark.clause("OS-12")
@pytest.mark.parametrize(
    ("deputies", "ngo", "lsg", "failing"),
    [
        (3, 3, 1, []),
        (3, 2, 1, ["exact_members", "group:ngo"]),
        (4, 3, 0, ["group:kenesh_deputy", "group:lsg_body"]),
        (4, 3, 1, ["exact_members", "group:kenesh_deputy"]),
    ],
)
def test_the_contest_commission_is_exactly_three_and_three_and_one(deputies, ngo, lsg, failing):
    groups = ["kenesh_deputy"] * deputies + ["ngo"] * ngo + ["lsg_body"] * lsg
    seated = [Seat(key=str(n), name=str(n), category=group) for n, group in enumerate(groups)]
    found = composition.examined(OSH, seated, DAY)
    assert [check.key for check in found.failing()] == failing


def test_an_exact_group_with_an_unrecorded_member_is_open():
    groups = ["kenesh_deputy"] * 3 + ["ngo"] * 3 + [""]
    seated = [Seat(key=str(n), name=str(n), category=group) for n, group in enumerate(groups)]
    assert line(OSH, seated, "group:lsg_body").verdict is Verdict.NOT_KNOWN
    assert line(OSH, seated, "group:lsg_body").text.into("en").endswith("Exactly 1 needed.")
    assert line(OSH, seated, "group:ngo").verdict is Verdict.NOT_KNOWN


def test_too_many_and_too_few_are_said_in_words():
    seated = [Seat(key=str(n), name=str(n)) for n in range(8)]
    assert line(OSH, seated, "exact_members").text.into("en") == "Members: 8. Exactly 7 needed: 1 too many."
    assert line(OSH, seated[:6], "exact_members").text.into("en") == "Members: 6. Exactly 7 needed: 1 more."
    assert line(OSH, seated[:7], "exact_members").text.into("en") == "Members: 7. Exactly 7 needed."
    assert line(CHET_NURA, seated[:6], "min_members").text.into("en") == "Members: 6. At least 7 needed: 1 more."


def test_what_the_naryn_charter_does_not_regulate_has_no_line():
    found = composition.examined(NARYN, members(1, 9), DAY)
    assert found.checks == ()
    assert (found.members, found.women, found.men, found.unrecorded) == (10, 1, 9, 0)


@pytest.mark.clause("CN-8.1")
@pytest.mark.clause("ST-3.1")
def test_before_the_charter_was_in_force_the_check_is_for_information():
    """R-34: the order of 18.10.2018 is older than the regulation of 24.12.2018."""
    early = composition.examined(CHET_NURA, members(3, 8), date(2018, 10, 18))
    assert early.informational
    assert not composition.examined(CHET_NURA, members(3, 8), date(2018, 12, 24)).informational
    assert not composition.examined(OSH, members(3, 4), date(2010, 1, 1)).informational


@pytest.mark.clause("CN-6.3")
def test_what_if_a_woman_joins():
    seated = members(3, 8)
    joined = composition.changed(seated, joining=[Seat(key="new", name="Асанова Бермет", sex=Sex.WOMAN)])
    check = line(CHET_NURA, joined, "min_sex_share_percent")
    assert (check.ok, check.actual, check.needed) == (True, 4, 4)
    assert "4 of 12 = 33.3 %" in check.text.into("en")


def test_what_if_a_man_leaves_and_a_woman_takes_his_place():
    seated = members(3, 8)
    man = seated[-1]
    assert len(composition.changed(seated, leaving={man.key})) == 10
    swapped = composition.changed(seated, instead={man.key: replace(man, sex=Sex.WOMAN)})
    assert line(CHET_NURA, swapped, "min_sex_share_percent").ok is True
    assert [seat.key for seat in swapped] == [seat.key for seat in seated]


def test_a_number_that_is_not_from_the_text_stays_marked():
    charter = Charter(None, {"min_members": Number(5, clause="OS-12", from_text=False)}, (Group("ngo", "OS-12"),))
    assert line(charter, members(3, 2), "min_members").from_text is False
