"""Are rows found and ordered as a Kyrgyz reader expects, and each text thought about only once?"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

import pytest

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import columns, record_rows
from ayil_desktop.widgets.columns import Choice, Column, Editor


@dataclass
class Person:
    id: str
    name: str
    born: int | None = None
    since: date | None = None
    woman: bool | None = None
    role: str | None = None


ROLES = (Choice("chair", Message("Chairman")), Choice("secretary", Message("Secretary")))
SHAPE = (
    Column("name", Message("Name"), lambda person: person.name),
    Column("born", Message("Born"), lambda person: person.born, editor=Editor.NUMBER),
    Column("since", Message("Since"), lambda person: person.since, editor=Editor.DATE),
    Column("woman", Message("Woman"), lambda person: person.woman, editor=Editor.CHECK),
    Column("role", Message("Role"), lambda person: person.role, editor=Editor.CHOICE, choices=ROLES),
)
PEOPLE = [
    Person("1", "Үсөнов", 1970, date(2019, 3, 13), False, "chair"),
    Person("2", "Узакова", None, None, True, "secretary"),
    Person("3", "Өмүров", 1985, date(2014, 5, 28), None, None),
    Person("4", "Осмонов", 1960, date(2018, 10, 18), False, None),
    Person("5", "Ырыскелдиев", 1990),
]


@pytest.fixture
def rows():
    made = record_rows.Rows(SHAPE)
    made.replace(PEOPLE)
    return made


def names(rows):
    return [person.name for person in rows.shown()]


def test_rows_stand_as_they_came(rows):
    assert names(rows) == ["Үсөнов", "Узакова", "Өмүров", "Осмонов", "Ырыскелдиев"]


def test_names_are_in_the_order_of_the_kyrgyz_alphabet(rows):
    rows.sort("name")
    assert names(rows) == ["Осмонов", "Өмүров", "Узакова", "Үсөнов", "Ырыскелдиев"]
    rows.sort("name", descending=True)
    assert names(rows)[0] == "Ырыскелдиев"
    rows.sort(None)
    assert names(rows)[0] == "Үсөнов"


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("key", ["born", "since", "role"])
def test_empty_cells_are_last_either_way(rows, key, descending):
    rows.sort(key, descending=descending)
    values = [getattr(person, key) for person in rows.shown()]
    full = [value for value in values if value is not None]
    assert full == sorted(full, reverse=descending)
    assert values[len(full) :] == [None] * (len(values) - len(full))


def test_a_column_may_bring_its_own_order():
    shape = (Column("name", Message("Name"), lambda person: person.name, sort_key=lambda person: -int(person.id)),)
    rows = record_rows.Rows(shape)
    rows.replace(PEOPLE)
    rows.sort("name")
    assert [person.id for person in rows.shown()] == ["5", "4", "3", "2", "1"]


@pytest.mark.parametrize("typed", ["омуров", "Өмүр", "ɵмүр", "ОМУРОВ", "  омур  "])
def test_a_name_is_found_however_it_is_typed(rows, typed):
    rows.filter(typed)
    assert names(rows) == ["Өмүров"]
    assert rows.is_filtered


def test_every_word_must_be_somewhere(rows):
    rows.filter("усон chair")
    assert names(rows) == ["Үсөнов"]
    rows.filter("усон secretary")
    assert names(rows) == []
    rows.filter("")
    assert len(names(rows)) == 5


def test_dates_numbers_and_choices_are_found_as_they_are_shown(rows):
    for typed in ("13.03.2019", "1970", "chairman"):
        rows.filter(typed)
        assert names(rows) == ["Үсөнов"]


def test_two_words_are_not_found_across_a_cell(rows):
    rows.filter("осмонов1960")
    assert names(rows) == []


def test_a_line_that_was_edited_does_not_jump_away(rows):
    rows.sort("name")
    rows.replace([Person("1", "Абдыев"), *PEOPLE[1:]], keep_order=True)
    assert names(rows) == ["Осмонов", "Өмүров", "Узакова", "Абдыев", "Ырыскелдиев"]
    rows.sort("name")
    assert names(rows)[0] == "Абдыев"


def test_a_line_that_was_edited_is_not_filtered_away(rows):
    rows.filter("омуров")
    rows.replace([*PEOPLE[:2], Person("3", "Абдыев"), *PEOPLE[3:]], keep_order=True)
    assert names(rows) == ["Абдыев"]
    rows.filter("абдыев")
    assert names(rows) == ["Абдыев"]


def test_headings_stand_before_their_rows_and_go_when_sorted():
    rows = record_rows.Rows(
        SHAPE, section=lambda person: "before 2018" if (person.since or date.max) < date(2018, 1, 1) else "since"
    )
    rows.replace(PEOPLE)
    assert [rows.heading_at(line) for line in range(len(rows.lines))] == [
        *("since", None, None, "before 2018", None, "since", None, None),
    ]
    assert rows.row_at(0) is None
    assert rows.row_at(1) is PEOPLE[0]
    rows.filter("осмонов")
    assert [rows.heading_at(0), rows.row_at(1)] == ["since", PEOPLE[3]]
    rows.sort("name")
    assert rows.headings == []


def test_a_row_is_known_again_by_its_id(rows):
    rows.sort("name")
    assert rows.line_of("3") == 1
    assert rows.line_of("nobody") is None
    assert record_rows.identity(PEOPLE[0]) == "1"
    thing = object()
    assert record_rows.identity(thing) == record_rows.identity(thing)


def test_five_thousand_rows_are_thought_about_once(monkeypatch):
    """The Kyrgyz order and the folding are the dear part; sorting and filtering again must not pay it again."""
    asked = Counter()

    def counting(name, function):
        def call(text):
            asked[name] += 1
            return function(text)

        return call

    monkeypatch.setattr(record_rows, "_sort_key", counting("sort", str.lower))
    monkeypatch.setattr(record_rows, "_fold", counting("fold", str.lower))
    rows = record_rows.Rows(SHAPE[:1])
    rows.replace([Person(str(number), f"Person {number * 7919 % 5000}") for number in range(5000)])
    assert asked == {}
    for _ in rows.warm():
        pass
    assert asked == {"sort": 5000, "fold": 5000}
    for descending in (False, True):
        rows.sort("name", descending=descending)
        rows.filter("person 49")
        rows.filter("")
    assert asked == {"sort": 5000, "fold": 5000}
    assert names(rows)[0] == "Person 999"


def test_an_unfinished_preparation_is_finished_when_it_is_needed(rows):
    preparation = rows.warm()
    next(preparation)
    next(preparation)
    rows.sort("name")
    rows.filter("ов")
    assert names(rows) == ["Осмонов", "Өмүров", "Узакова", "Үсөнов"]
    assert len(list(preparation)) == 3


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("name", " Асан \r\nҮсөнов ", "Асан Үсөнов"),
        ("name", "", ""),
        ("born", "1 970", 1970),
        ("born", "27,5", 27.5),
        ("born", "−3", -3),
        ("born", " ", None),
        ("since", "13.3.19", date(2019, 3, 13)),
        ("since", "", None),
        ("woman", "yes", True),
        ("woman", "No", False),
        ("woman", "not recorded", None),
        ("role", "CHAIRMAN", "chair"),
    ],
)
def test_what_is_typed_is_read_as_the_column_means_it(key, text, value):
    column = next(column for column in SHAPE if column.key == key)
    assert columns.read(column, PEOPLE[0], text) == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("born", "көп"),
        ("born", "nan"),
        ("born", "inf"),
        ("born", "1e999"),
        ("since", "31.02.2019"),
        ("role", "Ханзада"),
        ("role", ""),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_column(key, text):
    column = next(column for column in SHAPE if column.key == key)
    with pytest.raises(Refused) as refused:
        columns.read(column, PEOPLE[0], text)
    assert refused.value.field == key


def test_values_are_shown_as_the_offices_write_them():
    assert [columns.shown(column, PEOPLE[0]) for column in SHAPE] == ["Үсөнов", "1970", "13.03.2019", "", "Chairman"]
    assert [columns.shown(column, PEOPLE[4]) for column in SHAPE] == ["Ырыскелдиев", "1990", "", "", ""]
    assert [columns.spoken(SHAPE[3], PEOPLE[place]) for place in (0, 1, 2)] == ["No", "Yes", "Not recorded"]
    assert columns.spoken(SHAPE[0], PEOPLE[0]) == "Үсөнов"
    assert columns.as_text(Message("Adopted")) == "Adopted"
    catalogue.use("ru")
    assert columns.as_text(27.3) == "27,3"


def test_a_value_outside_the_list_is_shown_as_it_is():
    assert columns.shown(SHAPE[4], Person("9", "x", role="guest")) == "guest"


def test_choices_and_editing_may_depend_on_the_row():
    column = Column(
        "role",
        Message("Role"),
        lambda person: person.role,
        editor=Editor.CHOICE,
        choices=lambda person: ROLES[: person.born],
        set_value=lambda person, role: None,
        may_edit=lambda person: person.born is not None,
    )
    assert columns.choices(column, Person("1", "x", 1)) == ROLES[:1]
    assert columns.is_editable(column, Person("1", "x", 1))
    assert not columns.is_editable(column, Person("1", "x"))
    assert not columns.is_editable(SHAPE[0], Person("1", "x"))
