"""Where do lines and words end?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.printing import document, fonts, hyphens, lines, literal
from ayil_desktop.printing.document import Run

TEXT = "Кызмат көрсөтүүлөрдү уюштуруу жана айыл өкмөтүнүн башкаруучулук ишинин натыйжалуулугун жогорулатуу"


def texts(broken):
    return ["".join(fragment.text for fragment in line.fragments) for line in broken]


def test_lines_end_between_words():
    broken = lines.broken(TEXT, size=12, width=200)
    assert len(broken) > 2
    assert " ".join(texts(broken)) == TEXT
    assert all(line.width <= 200 for line in broken)


def test_the_first_line_leaves_room_for_its_indent():
    broken = lines.broken(TEXT, size=12, width=200, indent=120)
    assert broken[0].width <= 80
    assert broken[1].width > 80


def test_only_the_last_line_before_a_break_is_not_stretched():
    broken = lines.broken(f"{TEXT}\n{TEXT}", size=12, width=300)
    half = len(broken) // 2
    assert [line.is_last for line in broken] == ([False] * (half - 1) + [True]) * 2


@pytest.mark.parametrize(
    "stuck",
    [
        "№ 15",
        "А. Мусурканов",
        "8 мүчө",
        "(11 мүчөнүн",
        "А. М. Мусурканов",
        "макул –",
        "2019 г.",
        "(2019 г.);",
        "2019 жыл",
        "(2019 жылдын)",
        "2026 гг.",
        "« кварталдык",
    ],
)
def test_what_belongs_together_is_not_parted(stuck):
    for fill in range(1, 60):
        broken = texts(lines.broken("а" * fill + " " + stuck + " бекитилсин", size=10, width=260))
        assert any(stuck in line for line in broken), broken


def test_a_word_wider_than_its_column_is_divided_at_syllables():
    word = "натыйжалуулугун"
    width = fonts.face().width(word, 12) * 0.6
    assert texts(lines.broken(word, size=12, width=width)) == ["натыйжа-", "луулугун"]


def test_a_word_that_fits_is_never_divided():
    word = "көрсөтүүлөрүбүздүн"
    width = fonts.face().width(word, 12) + 0.1
    assert texts(lines.broken(f"а {word} б", size=12, width=width)) == ["а", word, "б"]


def test_soft_hyphens_show_only_where_the_word_is_divided():
    assert texts(lines.broken("ком\u00adмис\u00adсия", size=12, width=200)) == ["коммиссия"]
    width = fonts.face().width("коммис-", 12) + 0.1
    assert texts(lines.broken("ком\u00adмис\u00adсия", size=12, width=width)) == ["коммис-", "сия"]


def test_ten_thousand_letters_without_a_space_are_divided_anywhere():
    broken = lines.broken("ө" * 10_000, size=12, width=400)
    assert "".join(texts(broken)) == "ө" * 10_000
    assert all(line.width <= 400 for line in broken)


def test_a_column_narrower_than_a_letter_still_shows_every_letter():
    assert texts(lines.broken("Щука", size=12, width=2)) == list("Щука")


def test_spaces_in_a_row_stay():
    assert texts(lines.broken("а   б", size=12, width=200)) == ["а   б"]
    assert texts(lines.broken((Run("а "), Run("  б")), size=12, width=200)) == ["а   б"]


def test_an_empty_text_is_one_empty_line():
    for empty in ("", (), (Run(""),)):
        broken = lines.broken(empty, size=12, width=200)
        assert [line.width for line in broken] == [0]


def test_runs_in_one_style_are_one_fragment():
    runs = (Run("УГУЛДУ: ", bold=True), Run("таза "), Run("суу"), Run("!", italic=True))
    (line,) = lines.broken(runs, size=12, width=400)
    assert [fragment.text for fragment in line.fragments] == ["УГУЛДУ:", "таза суу", "!"]
    bold, plain, italic = line.fragments
    assert bold.face.name == "Serif-Bold"
    assert plain.x == pytest.approx(bold.width + fonts.face().space * 12)
    assert italic.x == pytest.approx(plain.x + plain.width)
    assert (plain.gaps_before, italic.gaps_before, line.gaps) == (1, 2, 2)


def test_runs_break_into_the_same_lines_as_one_text():
    cut = (Run(TEXT[:11]), Run(TEXT[11:30]), Run(TEXT[30:]))
    assert texts(lines.broken(cut, size=12, width=200)) == texts(lines.broken(TEXT, size=12, width=200))


def test_words_of_two_styles_without_a_space_between_do_not_run_over_the_edge():
    runs = (Run("А" * 20, bold=True), Run("Б" * 20))
    broken = lines.broken(runs, size=12, width=200)
    assert all(line.width <= 200 for line in broken)
    assert "".join(texts(broken)).count("Б") == 20


WORDS = st.text(st.sampled_from("абңөү- \u00a0\u00ad\nWi№0.<&😀\t"), max_size=60)


@given(WORDS, st.floats(min_value=15, max_value=300), st.booleans())
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text, width, styled):
    given_text = (Run(text[:20]), Run(text[20:], bold=True)) if styled else text
    broken = lines.broken(given_text, size=10, width=width)
    drawn = "".join(texts(broken)).replace(" ", "").replace("-", "").replace("\u00a0", "")
    shown = "".join(fonts.face().word(word)[0] for word in literal.clean(document.plain(given_text)).split())
    assert drawn == shown.replace("-", "").replace("\u00a0", "")
    letter = fonts.face(bold=True).width("W", 10)
    assert all(line.width <= max(width, letter) + 0.01 for line in broken if line.gaps < 1)
    assert all(line.width <= max(width, letter) + 0.01 + line.gaps * 2.5 for line in broken)


def test_a_title_has_no_lone_word_in_its_last_line():
    text = "Чет-Нура айыл өкмөтүнүн ишин жакшыртуу жана сапаттуу кызмат көрсөтүү жөнүндө"
    width = fonts.face(bold=True).width(text, 14) - 5
    balanced = lines.broken(text, size=14, width=lines.balanced_width(text, size=14, width=width, bold=True), bold=True)
    assert len(balanced) == 2
    assert balanced[1].width > balanced[0].width / 2


def test_a_shortened_text_fits_and_says_that_it_is_cut():
    short = lines.shortened(TEXT, size=10, width=100)
    assert short.endswith("…")
    assert fonts.face().width(short, 10) <= 100
    assert lines.shortened("суу", size=10, width=100) == "суу"
    assert lines.shortened(TEXT, size=10, width=0) == "…"


@pytest.mark.parametrize(
    ("word", "room", "parts"),
    [
        ("комиссия", 6, ["комис-", "сия"]),
        ("апрель", 5, ["ап-", "рель"]),
        ("иш-чаралар", 8, ["иш-чара-", "лар"]),
        ("саат", 3, ["саа", "т"]),
        ("example.org/a/b", 12, ["example.org/", "a/b"]),
        ("ооо", 1, ["о", "о", "о"]),
    ],
)
def test_a_word_is_divided_where_it_may_be(word, room, parts):
    assert hyphens.divide(word, room, lambda _: 1) == parts
