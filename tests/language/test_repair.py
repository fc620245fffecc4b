"""Is a text with wrong letters put right, and every text with right letters left alone?"""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.language import kyrgyz

HERE = Path(__file__).parent
# What people wrote, with the letters that they meant: the Naryn document of 2014, council pages (karasuu.el.kg), a
# newspaper of 2013, and single words.
REPAIRS = json.loads((HERE / "repairs.json").read_text(encoding="utf-8"))
RUSSIAN = (HERE / "russian.txt").read_text(encoding="utf-8").splitlines()
TYPED_IN_AN_OLD_FONT = str.maketrans("өүңӨҢ", "ъ\\ёЪЁ")

ANYTHING = st.text("акмтеиоуъёЁЪөүң\\/|cCYyXVІХї і.,:-C\n", max_size=25) | st.text(
    max_size=25
)  # wrong letters on purpose
MODERN = st.text("абвгджзийклмнңоөпрстуүфхцчшщыьэюяАКӨҮҢ .,-0123456789«»", max_size=40)


def pairs(*kinds):
    return [(pair["as_written"], pair["right"]) for kind in kinds for pair in REPAIRS[kind]]


# Letters that only look right


@pytest.mark.parametrize(("written", "right"), pairs("naryn", "look_alikes", "roman_numbers"))
def test_a_look_alike_becomes_the_letter_that_was_meant(written, right):
    assert kyrgyz.needs_repair(written)
    assert kyrgyz.look_alikes(written) == kyrgyz.repair(written) == right
    assert not kyrgyz.needs_repair(right)


@pytest.mark.parametrize(
    "text",
    [
        *("XVII сессия", "XXVII чакырылыш", "V бөлүм", "C", "MCM", "VI-шайланган", "XXсессия", "IVбап"),
        *("MSDSP KG", "Development Chek", "Coca-Cola", "Excel", "HP LaserJet", "Müller", "Microsoft Office"),
        *(
            "PDFти",
            "USBге",
            "Wordдо",
            "WhatsAppтан",
            "Expoго",
            "ATMге",
            "IT-адис",
            "e-mail: a.mokeev@mail.ru",
            "www.gov.kg",
        ),
        *("https://kenesh.kg/ky", "A4", "X5", "COVID-19", "CO2", "вит. C"),
        *("бұрын", "Ұлыбритания", "Қазақстан Республикасының ұлты", "Ўзбекистон", "Київ, Україна", "P̸"),
        *("ККтин", "СССР", "ММС", "Х", "КММ", "№425-б", "12.5 м²", "🏠", "", "\n\t ", "שלום", "и́"),
    ],
)
def test_names_numbers_and_neighbours_stay(text):
    assert kyrgyz.repair(text) == text


# Old fonts


@pytest.mark.parametrize(("written", "right"), pairs("old_fonts", "real_pages"))
def test_text_of_an_old_font_is_put_right(written, right):
    assert kyrgyz.needs_repair(written)
    assert kyrgyz.repair(written) == right
    assert not kyrgyz.needs_repair(right)


def test_doubtful_words_follow_the_one_that_is_certain():
    assert kyrgyz.repair("оё к\\н, ЖЪБ, АЪ: ъкмът\\") == "оң күн, ЖӨБ, АӨ: өкмөтү"  # wrong letters on purpose
    assert kyrgyz.repair("оё к\\н") == "оё к\\н"  # wrong letters on purpose


def test_russian_words_and_paths_beside_an_old_text_stay():
    text = "приём её объект поёт съезд СЪЕЗД C:\\папка\\к\\н.doc"
    assert kyrgyz.repair(f"{text} ъкмът\\") == f"{text} өкмөтү"  # wrong letters on purpose


@pytest.mark.parametrize("text", [right for _, right in pairs("naryn", "real_pages") if not re.search("[ёъЎ]", right)])
def test_a_whole_text_typed_in_an_old_font_reads_again(text):
    typed = text.translate(TYPED_IN_AN_OLD_FONT)
    assert typed == text or kyrgyz.repair(typed) == text


# What must not be touched


@pytest.mark.parametrize("sentence", RUSSIAN, ids=lambda sentence: sentence[:30])
def test_plain_russian_is_left_alone(sentence):
    for text in (sentence, sentence.upper(), sentence.lower()):
        assert kyrgyz.repair(text) == text


@pytest.mark.parametrize(
    "word", ["моё\\твоё", "Её\\мнение", "объём\\сумма", "СЪЁМКА\\МОНТАЖ", "подъём\\спуск", "отчёт\\съезд"]
)
def test_two_russian_words_with_a_backslash_between_them_are_left_alone(word):
    """As one writes "or"; beside an old text they stay as well."""
    assert kyrgyz.repair(word) == word
    assert kyrgyz.repair(f"{word} ъкмът\\") == f"{word} өкмөтү"  # wrong letters on purpose


def test_a_whole_russian_text_is_left_alone():
    text = "\n".join(RUSSIAN)
    assert len(RUSSIAN) > 40
    assert not kyrgyz.needs_repair(text)


@pytest.mark.parametrize(
    "text", ["аёо", "коёт", "коёюн", "боёк", "боёлгон", "коён", "соёт", "жоёт", "ноён", "Соёнбаев"]
)
def test_kyrgyz_words_with_their_own_yo_are_left_alone(text):
    assert kyrgyz.repair(text) == text


@given(MODERN)
def test_right_letters_are_left_alone(text):
    assert kyrgyz.repair(text) == text


@given(ANYTHING)
def test_a_repaired_text_needs_no_second_repair(text):
    assert not kyrgyz.needs_repair(kyrgyz.repair(text))


@pytest.mark.parametrize("long", ["Y" * 10_000 + "к", "Ъ" * 10_000, "\\" * 10_000, "ё\\" * 5_000, "e" * 10_000 + "ы"])
def test_a_monstrous_word_costs_no_time(long):
    begin = time.process_time()
    kyrgyz.repair(long), kyrgyz.fold(long), kyrgyz.sort_key(long)
    assert time.process_time() - begin < 1
