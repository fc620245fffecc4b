"""What of a user's text reaches paper?"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.printing import literal


@pytest.mark.parametrize(
    "text",
    ["Айңүр Төлөгөнова", "<b>&amp;</b>", "=1+1", "№15/8 «жөнүндө» – 50 %", "a\nb", "кат\u00adчы", "15\u00a0күн", ""],
)
def test_what_can_be_read_stays_as_it_is(text):
    assert literal.clean(text) == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\x1e"])
def test_every_kind_of_line_end_is_a_line_break(end):
    assert literal.clean(f"биринчи{end}экинчи") == "биринчи\nэкинчи"


@pytest.mark.parametrize("sign", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"])
def test_marks_that_turn_the_direction_of_reading_are_dropped(sign):
    assert literal.clean(f"Айдай{sign}txt.exe") == "Айдайtxt.exe"


@pytest.mark.parametrize("sign", ["\0", "\a", "\b", "\x1b", "\x7f", "\u200b", "\u200d", "\ufeff", "\u2060"])
def test_invisible_signs_are_dropped(sign):
    assert literal.clean(f"а{sign}б") == "аб"


def test_tabs_and_odd_spaces_are_spaces():
    assert literal.clean("а\tб\u2003в\u202fг") == "а    б в\u00a0г"


@pytest.mark.parametrize("sign", ["\ud800", "\udfff", "\ue000", "\ufffe", "\U0010ffff", "\u0378"])
def test_what_is_no_character_is_shown_as_missing(sign):
    assert literal.clean(f"а{sign}б") == f"а{literal.UNKNOWN}б"


def test_letters_put_together_from_parts_become_one():
    assert literal.clean("чаи\u0306, е\u0308") == "чай, ё"


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_that_steers_is_left(text):
    cleaned = literal.clean(text)
    left = {unicodedata.category(sign) for sign in cleaned.replace("\n", "").replace(literal.SOFT_HYPHEN, "")}
    assert not left & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert literal.clean(cleaned) == cleaned
