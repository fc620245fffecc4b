"""Is every text of the program translated, in words that a secretary can read?"""

import re
from functools import cache

import pytest

from ayil_desktop.language import message
from tests import kyrgyz_letters
from tools import catalogues, texts

LANGUAGES = sorted(catalogues.PLURALS)
CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@cache
def every_text():
    return [found for path in sorted(catalogues.PACKAGE.rglob("*.py")) for found in texts.texts_in(path)]


def key(entry):
    return entry.id, entry.context


def entries(catalog):
    """Without the head, which is the entry of the empty text."""
    return [entry for entry in catalog if entry.id]


def forms(entry):
    """The translations of an entry: one, or one for each plural form."""
    return entry.string if isinstance(entry.string, tuple) else (entry.string,)


def source(path_text, tmp_path):
    module = tmp_path / "sample.py"
    module.write_text(path_text, encoding="utf-8")
    return texts.texts_in(module)


# What is collected


def test_the_template_holds_exactly_the_texts_of_the_program():
    template = catalogues.read_po(catalogues.TEMPLATE.open("rb"))
    kept, found = {key(entry) for entry in entries(template)}, {key(entry) for entry in entries(catalogues.collected())}
    assert kept == found, "type: make catalogues"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_exactly_the_texts_of_the_template(language):
    template = catalogues.read_po(catalogues.TEMPLATE.open("rb"))
    kept = {key(entry) for entry in entries(catalogues.read(language))}
    assert kept == {key(entry) for entry in entries(template)}, "type: make catalogues"


def test_every_text_is_written_out_where_it_is_asked_for():
    ours = [found for found in every_text() if "language" not in found.path.relative_to(catalogues.PACKAGE).parts]
    assert [f"{found.path}:{found.line}" for found in ours if not found.texts] == []


def test_no_text_is_looked_up_while_a_module_is_imported():
    assert [f"{found.path}:{found.line}" for found in every_text() if found.at_import] == []


def test_texts_in_the_program_are_english():
    assert [found for found in every_text() if CYRILLIC.search("".join(found.texts))] == []


def test_texts_are_found_by_what_a_call_means(tmp_path):
    found = source(
        "from ayil_desktop.language.catalogue import text as _\n"
        "from ayil_desktop.language import catalogue, message\n"
        "from ayil_desktop.language.message import Counted, Message\n"
        "from sqlalchemy import text\n"
        "def show(words, session, field):\n"
        "    _('Save'); catalogue.text('Open'); Message('{n} of {m}', n=1, m=2); message.Message('Quorum')\n"
        "    catalogue.plural('{n} day', '{n} days', 3); Counted('{count} vote', '{count} votes', 3)\n"
        "    catalogue.in_context('vote', 'For'); message.InContext('vote', 'Against')\n"
        "    words.text('Minutes'); catalogue.for_language('ru').text('Roster'); _('Yes' if words else 'No')\n"
        "    if field: heard = 'Heard'\n"
        "    else: heard = 'Decided'\n"
        "    Message(heard); Message(words.msgid)\n"
        "    text('SELECT 1'); field.text(); session.execute(text('PRAGMA x'))\n",
        tmp_path,
    )
    assert [(one.msgid, one.context) for one in found] == [
        ("Save", None),
        ("Open", None),
        ("{n} of {m}", None),
        ("Quorum", None),
        (("{n} day", "{n} days"), None),
        (("{count} vote", "{count} votes"), None),
        ("For", "vote"),
        ("Against", "vote"),
        ("Minutes", None),
        ("Roster", None),
        ("Yes", None),
        ("No", None),
        ("Heard", None),
        ("Decided", None),
    ]
    assert not any(one.at_import for one in found)


def test_texts_that_nobody_could_translate_are_noticed(tmp_path):
    head = "from ayil_desktop.language.catalogue import text as _\nfrom ayil_desktop.language.message import Message\n"
    found = source(head + "def f(x):\n    y = x; _(x); _(f'{x} came'); Message('Day ' + x); _(y)\n", tmp_path)
    assert [one.texts for one in found] == [(), (), (), ()]
    found = source(
        head + "TITLE = _('Members')\ndef f(x=_('None')): return lambda: _('Later')\nM = Message('M')\n", tmp_path
    )
    assert [(one.texts, one.at_import) for one in found] == [
        (("Members",), True),
        (("None",), True),
        (("Later",), False),
        (("M",), False),
    ]


# What is translated


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_untranslated_or_doubtful(language):
    open_ones = [entry for entry in entries(catalogues.read(language)) if entry.fuzzy or not all(forms(entry))]
    assert [entry.id for entry in open_ones] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_the_forms_of_its_language(language):
    catalog = catalogues.read(language)
    counted = [entry for entry in entries(catalog) if entry.pluralizable]
    assert [entry.id for entry in counted if len(forms(entry)) != catalog.num_plurals] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders(language):
    wrong = []
    for entry in entries(catalogues.read(language)):
        wanted = [_places(text) for text in (entry.id if entry.pluralizable else (entry.id,))]
        wrong += [form for form in forms(entry) if form and _places(form) not in wanted]
    assert wrong == []


def _places(text):
    """Ours in braces, Qt's own as %1 and %n."""
    return message.placeholders(text) | set(re.findall(r"%L?(?:\d|n)", text))


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_no_ending_is_glued_to_a_value(language):
    translated = [form for entry in entries(catalogues.read(language)) for form in forms(entry)]
    assert [form for form in translated if re.search(r"\}[\u0400-\u04ff]", form)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_ends_as_the_english_text_does(language):
    wrong = []
    for entry in entries(catalogues.read(language)):
        english = entry.id[-1] if entry.pluralizable else entry.id
        wrong += [form for form in forms(entry) if form and _ending(form) != _ending(english)]
    assert wrong == []


def _ending(text):
    """What a screen hangs on: spaces, line ends, a colon, the dots of a command that asks for more, an access key."""
    tail = re.search(r"(:|…|\.\.\.)?\s*$", text)[0].replace("...", "…")
    return tail, len(text) - len(text.lstrip()), bool(re.search(r"&\w", text))


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_words_are_written_with_their_own_letters(language):
    wrong = [fault for entry in entries(catalogues.read(language)) for form in forms(entry) for fault in _faults(form)]
    assert wrong == []


def _faults(form):
    """Access keys and placeholders stand inside and beside words, they are no part of them."""
    return kyrgyz_letters.faults(re.sub(r"\{\w+\}", " ", form).replace("&", ""))


def test_english_reads_as_the_program_writes_it():
    assert [entry.id for entry in entries(catalogues.read("en")) if entry.string != entry.id] == []


# What the letters test itself notices


@pytest.mark.parametrize(
    "text",
    [
        "Cадыкова",  # Latin C
        "тɵрага",
        "Кеӊеш",
        "Ѳкмөт",
        "жұмуш",
        "ХVІІ",  # Cyrillic Х, Latin V
        "и\u0306ыл",  # й in two pieces
        "ъкмът\\",
        "їжак",
        "οблус",  # Greek omicron
    ],
)
def test_a_wrong_letter_is_noticed(text):
    assert kyrgyz_letters.faults(f"Бул {text} деген сөз")


@pytest.mark.parametrize(
    "text", ["Ысык-Көл облусунун Жети-Өгүз району", "XVII чакырылыш", "PDFти сактоо, Excel, USB", "ёлка, съезд, Σ", ""]
)
def test_right_letters_are_no_fault(text):
    assert kyrgyz_letters.faults(text) == []
