"""A secretary reads «Жобо, 5.3.1»; the id CN-5.3.1 is for files and the command line."""

import pytest

from ayil_desktop.language import clause_names
from ayil_desktop.office import clauses


@pytest.mark.parametrize(
    ("clause", "ky", "ru"),
    [
        ("CN-5.3.1", "Жобо, 5.3.1", "Положение, п. 5.3.1"),
        ("CN-7.5a", "Жобо, 7.5", "Положение, п. 7.5"),
        ("CN-R.2", "Токтом, 2", "Постановление, п. 2"),
        ("ST-7.2a", "Стратегия, 7.2", "Стратегия, разд. 7.2"),
        ("ST-8.F1", "Стратегия, 8", "Стратегия, разд. 8"),
    ],
)
def test_a_clause_is_cited_as_on_paper(clause, ky, ru):
    named = clause_names.named(clause)
    assert (named.into("ky"), named.into("ru")) == (ky, ru)


def test_what_an_office_wrote_into_its_charter_stands_as_it_is():
    assert [clause_names.named(one) for one in ("", "12-пункт", "XX-1", "5.3.1")] == ["", "12-пункт", "XX-1", "5.3.1"]


def test_a_list_of_one_regulation_names_the_item_alone():
    assert [clause_names.numbered("CN-5.3.1").into(one) for one in ("ky", "ru")] == ["5.3.1-пункт", "п. 5.3.1"]
    assert clause_names.numbered("12-пункт") == "12-пункт"


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_no_clause_of_ours_is_cited_by_its_id(language):
    for clause in clauses.every():
        assert clause.id not in clause_names.named(clause.id).into(language)
