"""Which activities of two plans are the same work?"""

import pytest

from ayil_desktop.strategy import counterparts
from ayil_desktop.strategy.counterparts import Likeness, Line, Plan, Text


def plan(*rows, names=()):
    """plan("1.1 Конкурс өткөрүү", …): the number stands before the text."""
    lines = []
    for row in rows:
        number, _, text = row.partition(" ")
        lines.append(Line(number, number.partition(".")[0], text))
    return Plan(tuple(lines), tuple(names))


def pairs(one, other):
    """The numbers of what is the same work in both."""
    found = counterparts.found(one, other)
    return [(one.lines[here].number, other.lines[there].number) for here, there in sorted(found.items())]


def test_a_shifted_number_neither_hides_what_is_missing_nor_offers_what_is_there():
    whole = plan("1.1 Стандарттын долбоорун жазуу", "1.2 Тарифти эсептөө", "1.3 Конкурс жарыялоо")
    shifted = plan("1.1 Стандарттын долбоорун жазуу", "1.2 Конкурс жарыялоо")
    assert pairs(shifted, whole) == [("1.1", "1.1"), ("1.2", "1.3")]


@pytest.mark.parametrize(
    "text",
    [
        "тарифти  бекитүү боюнча «угуу» өткөрүү",
        "Тарифти бекитүү боюнча угуу өткөрүү.",
        'ТАРИФТИ БЕКИТҮҮ БОЮНЧА "УГУУ" ӨТКӨРҮҮ;',
        "Тарифтерди бекитүү боюнча угууларды ɵткɵрүү",
    ],
)
def test_case_blanks_points_quotation_marks_and_endings_do_not_part_two_texts(text):
    assert pairs(plan(f"1.1 {text}"), plan("4.2 Тарифти бекитүү боюнча угуу өткөрүү")) == [("1.1", "4.2")]


def test_the_name_of_the_service_does_not_part_two_texts():
    water = plan("1.1 Таза суу стандарттары", "1.2 Тарифти эсептөө", names=["Таза суу менен камсыздоо"])
    waste = plan("2.1 КТК чыгаруу стандарттары", "2.2 Тарифти эсептөө", names=["КТК чыгаруу"])
    assert pairs(water, waste) == [("1.1", "2.1"), ("1.2", "2.2")]
    nameless = Plan(water.lines), Plan(waste.lines)
    assert pairs(*nameless) == [("1.2", "2.2")]


def of(share, *, shorter=10):
    """Two texts of which so many words of the shorter one stand in the other, all of them equally rare."""
    common = [f"сөз{number}а" for number in range(round(share * shorter))]
    return [" ".join([*common, *(f"{side}{number}о" for number in range(shorter - len(common)))]) for side in "бв"]


@pytest.mark.parametrize(
    ("share", "numbers", "is_same"),
    [
        (0.7, ("1.1", "2.2"), True),
        (0.5, ("1.1", "2.2"), False),
        (0.5, ("1.1", "1.2"), True),
        (0.3, ("1.1", "1.2"), False),
        (0.3, ("1.1", "1.1"), True),
        (0.1, ("1.1", "1.1"), False),
    ],
)
def test_how_alike_two_texts_must_be_depends_on_where_they_stand(share, numbers, is_same):
    one, other = of(share)
    assert (pairs(plan(f"{numbers[0]} {one}"), plan(f"{numbers[1]} {other}")) == [numbers]) is is_same


def test_likeness_is_the_share_of_the_words_by_their_weight():
    weights = {"a": 1, "b": 1, "c": 1, "d": 5}

    def alike(one, other):
        texts = [Text(frozenset(words), sum(weights[word] for word in words)) for words in (one, other)]
        return counterparts.likeness(*texts, weights)

    assert alike("ab", "abc") == Likeness(2, 1, 2 / 3)
    assert alike("bd", "ab") == Likeness(1, 1 / 2, 1 / 6)
    assert alike("ab", "c") == alike("", "c") == alike("", "") == Likeness(0, 0, 0)


def test_words_that_every_activity_has_make_no_two_of_them_alike():
    nouns = ("Жобону", "Тарифти", "Планды")
    one = plan(*(f"1.{place} {noun} иштеп чыгуу жана бекитүү" for place, noun in enumerate(nouns, 1)))
    other = plan("2.1 Стандартты иштеп чыгуу жана бекитүү", "2.2 Планды иштеп чыгуу жана бекитүү")
    assert pairs(one, other) == [("1.3", "2.2")]


def test_a_short_text_is_not_found_again_in_any_long_one():
    one = plan("4.3 Кызматтын тарифин бекитүү", "1.3 Пикирлерди эске алуу, стандартты толуктоо жана бекитүү")
    other = plan("1.3 Кызматтын керектөөчүлөрүнүн пикирлерин эсепке алуу менен стандартты жазуу. Аны бекитүү.")
    assert pairs(one, other) == [("1.3", "1.3")]


def test_one_common_word_under_the_same_number_is_no_sign():
    assert pairs(plan("3.1 Тарифти бекитүү"), plan("3.1 Тарифти эсептөө")) == []


def test_each_activity_stands_for_one_at_most():
    one = plan("1.1 Жыйын өткөрүү", "1.2 Жыйын өткөрүү", "1.3 Жыйын өткөрүү")
    other = plan("1.1 Жыйын өткөрүү", "1.3 Жыйын өткөрүү")
    assert pairs(one, other) == [("1.1", "1.1"), ("1.3", "1.3")]
    assert len(pairs(one, plan("2.1 Жыйын өткөрүү", "2.2 Жыйын өткөрүү"))) == 2


def test_plans_without_activities_have_nothing_in_common():
    assert pairs(plan(), plan("1.1 Жыйын")) == pairs(plan("1.1 Жыйын"), plan()) == []


def test_two_large_plans_of_the_same_few_words_are_compared_at_once():
    one = plan(*(f"1.{number} {'иш ' * 3}аткаруу {number}" for number in range(3_000)))
    other = plan(*(f"2.{number} {'иш ' * 3}аткаруу {number + 1}" for number in range(3_000)))
    assert len(pairs(one, other)) == 2_999
