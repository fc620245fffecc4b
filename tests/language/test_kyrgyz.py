"""Are Kyrgyz texts sorted as in a Kyrgyz dictionary, and found however they were typed?"""

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.language import kyrgyz

ALPHABET = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
MODERN = ALPHABET.replace("ъ", "").replace("ё", "")
WORDS = st.text(ALPHABET, min_size=1, max_size=8)
TEXTS = st.text(
    ALPHABET + ALPHABET.upper() + "aceopxyABCXYZ0129 -«»\".,№'ɵӊѲүЇє\\", max_size=20
)  # wrong letters on purpose


def by_alphabet(word):
    return [ALPHABET.index(letter) for letter in word.lower()]


def sorted_(*texts):
    return sorted(texts, key=kyrgyz.sort_key)


# Order


def test_the_alphabet_has_its_thirty_six_letters():
    assert kyrgyz.ALPHABET == ALPHABET
    assert len(set(ALPHABET)) == 36


@given(WORDS, WORDS)
def test_words_stand_in_the_order_of_the_alphabet(one, other):
    assert (kyrgyz.sort_key(one) < kyrgyz.sort_key(other)) == (by_alphabet(one) < by_alphabet(other))


@given(st.lists(st.text(max_size=12), max_size=8))
def test_the_database_sorts_as_the_program_does(texts):
    texts = [text for text in texts if "\0" not in text and text.isprintable()]
    memory = sqlite3.connect(":memory:")
    memory.execute("CREATE TABLE t (name TEXT, key TEXT)")
    memory.executemany("INSERT INTO t VALUES (?, ?)", [(text, kyrgyz.sort_key(text)) for text in texts])
    assert [row[0] for row in memory.execute("SELECT name FROM t ORDER BY key")] == sorted_(*texts)
    memory.close()


@given(WORDS, WORDS)
def test_capitals_decide_only_between_equal_words(one, other):
    if one != other:
        keys = [kyrgyz.sort_key(word) for word in (one, one.upper(), one.capitalize())]
        assert len({key < kyrgyz.sort_key(other) for key in keys}) == 1


@given(
    WORDS, WORDS, st.sampled_from(["-", "«{}»", "„{}“", "{}.", '"{}"', "({})", "{}'", "№{}", "{}\u00ad", "\u200f{}"])
)
def test_marks_decide_only_between_equal_words(one, other, mark):
    marked = mark.format(one) if "{}" in mark else one[:1] + mark + one[1:]
    if one != other:
        assert (kyrgyz.sort_key(marked) < kyrgyz.sort_key(other)) == (kyrgyz.sort_key(one) < kyrgyz.sort_key(other))


@given(TEXTS, TEXTS)
def test_different_texts_have_different_keys(one, other):
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (kyrgyz.sort_key(one) == kyrgyz.sort_key(other)) == same


def test_names_of_a_roster():
    assert sorted_("Үсөнов", "Умаров", "Өмүров", "Омуров", "Ысаков", "Ёлкин", "Елкин", "Жээнбеков", "Яковлев") == [
        *("Елкин", "Ёлкин", "Жээнбеков", "Омуров", "Өмүров", "Умаров", "Үсөнов", "Ысаков", "Яковлев")
    ]


def test_a_family_name_stands_before_its_longer_sisters():
    assert sorted_("Асанова Айгүл", "асан", "Асан Зарина", "Асан") == ["Асан", "асан", "Асан Зарина", "Асанова Айгүл"]


def test_numbers_come_first_and_by_their_value():
    assert sorted_("абай", "10-аптасы", "2-аптасы", "Excel", "№ 9", "15/8", "15/10") == [
        *("2-аптасы", "№ 9", "10-аптасы", "15/8", "15/10", "Excel", "абай")
    ]


def test_every_number_has_its_place():
    digits = ["0", "7", "007", "10", "99", "100", "9" * 39, "9" * 40, "9" * 41, "1" + "0" * 5000]
    keys = [kyrgyz.sort_key(number) for number in digits if number != "007"]
    assert keys == sorted(keys)
    assert kyrgyz.sort_key("7") < kyrgyz.sort_key("7 айыл")


def test_letters_of_the_neighbours_stand_beside_their_own():
    assert sorted_("Лола", "Қодир", "Кубат", "Һасан", "Хасан", "Ғайрат", "Гүл", "Дамир") == [
        *("Гүл", "Ғайрат", "Дамир", "Кубат", "Қодир", "Лола", "Хасан", "Һасан")
    ]


def test_look_alikes_stand_where_the_right_letter_stands():
    assert sorted_("Өмүр", "Ѳзгөн", "Опа", "Пана") == ["Опа", "Ѳзгөн", "Өмүр", "Пана"]  # wrong letters on purpose
    assert sorted_("Сыдык", "Cадыр", "Рыс", "Тил") == ["Рыс", "Cадыр", "Сыдык", "Тил"]  # wrong letters on purpose


def test_letters_with_accents_stand_with_the_plain_ones():
    assert sorted_("Zürich", "Zug", "Zypern", "Ça", "Cb") == ["Ça", "Cb", "Zug", "Zürich", "Zypern"]


def test_other_scripts_come_last_and_nothing_first():
    assert sorted_("яя", "日本", "", "Ω") == ["", "яя", "Ω", "日本"]


def test_a_split_letter_is_the_letter():
    assert kyrgyz.sort_key("и\u0306ыл") == kyrgyz.sort_key("йыл")


# Search


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("окмоту", "Өкмөтү"),
        ("КЕНЕШ", "Кеңеш"),
        ("учун", "үчүн"),
        ("елка", "Ёлка"),
        ("өкмөтү", "ɵкмɵтү"),  # wrong letters on purpose
        ("өкмөтү", "ъкмът\\"),  # wrong letters on purpose
        ("жаңы", "жаёы"),  # wrong letters on purpose
        ("бекитүү", "бекит\\\\"),  # wrong letters on purpose
        ("м\\", "мүчө"),  # wrong letters on purpose: half a word
        ("к\\н", "Күн тартиби"),  # wrong letters on purpose
        ("Сыдыкбеков", "Cыдыкбеков"),  # wrong letters on purpose
        ("өкмөтү", "єкмєтї"),  # wrong letters on purpose
        ("и\u0306ыл", "йыл"),
        ('"Мурас"', "«Мурас»"),
        ("Чет-Нура", "Чет–Нура"),
        ("Чет Нура", " чет\u00a0 нура "),
        ("кооп\u00adсуз", "коопсуз"),
        ("STRASSE", "straße"),
    ],
)
def test_it_is_found_however_it_was_typed(typed, stored):
    assert kyrgyz.fold(typed) in kyrgyz.fold(stored)


@pytest.mark.parametrize(("typed", "stored"), [("и", "й"), ("ь", "ъ"), ("е", "э"), ("o", "ө"), ("к", "c")])
def test_letters_that_are_different_stay_so(typed, stored):
    assert kyrgyz.fold(typed) != kyrgyz.fold(stored)


@given(TEXTS)
def test_a_repaired_text_is_found_like_the_one_before(text):
    assert kyrgyz.fold(kyrgyz.repair(text)) == kyrgyz.fold(text)


@given(st.text(MODERN + MODERN.upper() + " -.«»ɵӊ", max_size=20))  # wrong letters on purpose
def test_capitals_make_no_difference_to_a_search(text):
    assert kyrgyz.fold(text.lower()) == kyrgyz.fold(text) == kyrgyz.fold(kyrgyz.fold(text))


def test_a_latin_name_is_found_by_its_own_letters():
    assert kyrgyz.fold("ATM") in kyrgyz.fold("ATMге")
    assert kyrgyz.fold("MSDSP KG") in kyrgyz.fold("«MSDSP KG» Коомдук Фондусу")


@given(WORDS)
def test_the_letters_of_the_kyrgyz_alphabet_are_found_by_the_russian_ones(word):
    plain = word.translate(str.maketrans("ңөүё", "ноуе"))
    if "ъ" not in word and "ё" not in word:
        assert kyrgyz.fold(word) == kyrgyz.fold(plain) == kyrgyz.fold(word.upper())


# Typing without a Kyrgyz keyboard


def test_alt_with_a_key_gives_the_kyrgyz_letter():
    assert {key: kyrgyz.special(key) for key in "ноуНОУ"} == dict(zip("ноуНОУ", "ңөүҢӨҮ", strict=True))
    assert [kyrgyz.special(key) for key in ("а", "n", "", "но", "ё")] == [None] * 5
