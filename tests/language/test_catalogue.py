"""Does an English text come out in the user's language, and does nothing break where the translation is missing?"""

import threading

import pytest

from ayil_desktop import shipped
from ayil_desktop.language import catalogue
from ayil_desktop.language.catalogue import text as _


def test_a_text_follows_the_language_of_the_screen(translated):
    translated(ky={"Save": "Сактоо"}, ru={"Save": "Сохранить"})
    assert _("Save") == "Сактоо"
    catalogue.use("ru")
    assert (catalogue.current(), _("Save")) == ("ru", "Сохранить")


def test_paper_may_have_another_language_than_the_screen(translated):
    translated(ky={"Minutes": "Протокол"}, ru={"Minutes": "Протокол заседания"})
    assert catalogue.for_language("ru").text("Minutes") == "Протокол заседания"
    assert _("Minutes") == "Протокол"


def test_kyrgyz_has_one_form_after_a_number_and_russian_three(translated):
    days = ("{n} day", "{n} days")
    translated(ky={days: ["{n} күн"]}, ru={days: ["{n} день", "{n} дня", "{n} дней"]})
    assert [catalogue.plural(*days, n) for n in (1, 2, 5)] == ["{n} күн"] * 3
    catalogue.use("ru")
    assert [catalogue.plural(*days, n) for n in (1, 2, 5, 11, 21)] == [
        *("{n} день", "{n} дня", "{n} дней", "{n} дней", "{n} день")
    ]


def test_one_english_word_may_have_two_translations(translated):
    translated(ky={("vote", "For"): "Макул", "For": "Үчүн"})
    assert (catalogue.in_context("vote", "For"), _("For")) == ("Макул", "Үчүн")


def test_a_text_without_translation_reads_in_english(translated):
    translated(ky={"Save": "Сактоо"})
    assert _("Open") == "Open"
    assert catalogue.in_context("file", "Open") == "Open"
    assert [catalogue.plural("{n} day", "{n} days", n) for n in (1, 2)] == ["{n} day", "{n} days"]


def test_an_empty_text_stays_empty(translated):
    """gettext would answer with the head of its file."""
    translated(ky={"Save": "Сактоо"})
    assert _("") == ""


def test_the_catalogue_tells_whether_it_knows_a_text(translated):
    translated(ky={"Save": "Сактоо", ("vote", "For"): "Макул", "mm": "mm"})
    kyrgyz = catalogue.for_language("ky")
    assert kyrgyz.knows("Save")
    assert kyrgyz.knows("mm")
    assert kyrgyz.knows("For", context="vote")
    assert not kyrgyz.knows("For")
    assert not kyrgyz.knows("Open")


@pytest.mark.parametrize("content", [b"", b"not a catalogue", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_damaged_catalogue_leaves_english(translated, content):
    translated(ky={"Save": "Сактоо"})
    (shipped.translations() / "ky" / "LC_MESSAGES" / "ayil.mo").write_bytes(content)
    catalogue.for_language.cache_clear()
    assert _("Save") == "Save"
    assert not catalogue.for_language("ky").knows("Save")


def test_a_missing_catalogue_leaves_english(translated):
    assert [catalogue.for_language(language).text("Save") for language in catalogue.LANGUAGES] == ["Save"] * 3


def test_an_unknown_language_is_a_mistake_and_changes_nothing():
    with pytest.raises(ValueError, match="fr"):
        catalogue.use("fr")
    assert catalogue.current() == "ky"


def test_a_worker_thread_reads_the_same_language(translated):
    translated(ky={"Save": "Сактоо"}, ru={"Save": "Сохранить"})
    catalogue.use("ru")
    heard = []
    worker = threading.Thread(target=lambda: heard.append(_("Save")))
    worker.start()
    worker.join()
    assert heard == ["Сохранить"]
