"""The clauses that the program shows are those of the sources, in letters of today."""

import re

import pytest

from ayil_desktop.language import catalogue, kyrgyz
from ayil_desktop.office import clauses


def test_every_clause_is_there_once_with_its_translations():
    ids = [clause.id for clause in clauses.every()]
    assert len(ids) == len(set(ids)) == 241
    for clause in clauses.every():
        assert all(clause.texts.into(language).strip() for language in catalogue.LANGUAGES)
        assert all(clause.chapter.into(language).strip() for language in catalogue.LANGUAGES)
        assert all(clause.source.into(language).strip() for language in catalogue.LANGUAGES)


def test_a_clause_is_found_by_its_id():
    clause = clauses.find("CN-7.3")
    assert (
        clause.texts.ky
        == "Комиссиянын отурумуна анын мүчөлөрүнүн жарымынан көбү катышкан учурда укуктуу болуп эсептелет."
    )
    assert clause.level == "error"
    assert clauses.find("CN-99") is None


def test_a_clause_has_every_reading_that_names_it():
    assert len(clauses.find("CN-7.3").readings) == 6
    assert clauses.find("CN-7.2").readings == ()


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_every_reading_speaks_the_language(language):
    readings = {reading for clause in clauses.every() for reading in clause.readings}
    assert len(readings) == 48
    letters = "[A-Za-z]{4}" if language == "en" else "[а-яё]{4}"
    assert all(re.search(letters, reading.into(language)) for reading in readings)


def test_the_letters_of_naryn_are_those_of_today():
    for clause in clauses.every():
        assert not re.search("[ɵƟѳѲӊӉ]", clause.texts.ky), clause.id  # wrong letters on purpose


@pytest.mark.parametrize("typed", ["жарымынан көбү", "ЖАРЫМЫНАН КОБУ", "более половины её членов", "cn-7.3"])
def test_a_clause_is_found_by_words_however_they_are_spelt(typed):
    assert "CN-7.3" in [clause.id for clause in clauses.search(typed, "ru")]


def test_words_of_another_language_find_nothing():
    assert clauses.search("более половины её членов", "ky") == []
    assert len(clauses.search("", "ky")) == len(clauses.every())


def test_sorting_out_needs_all_words():
    assert clauses.search("кворум zzz", "ky") == []
    assert kyrgyz.fold("Ө") == "о"
