"""Are dates, numbers and names written as the offices write them? The forms are those of the glossary and the seeds."""

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.language import months, wording

FORMS = json.loads((Path(__file__).parent / "forms.json").read_text(encoding="utf-8"))
DAY = date(2019, 3, 13)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def by_use(use, iso):
    """The glossary's example for a use, written by the program."""
    day = None if "W" in iso or len(iso) < 10 else date.fromisoformat(iso)
    return {
        "head of a resolution": lambda: wording.date_head(day, "ky"),
        "before a noun (title)": lambda: wording.date_attributive(day, "ky"),
        "before a noun (approval mark)": lambda: wording.date_of(day, "ky"),
        '"on" a date (running text)': lambda: wording.date_on(day, "ky"),
        'short date, "in the year"': lambda: wording.short_date_in_year(day, "ky"),
        "short date before a noun": lambda: wording.short_date_attributive(day, "ky"),
        "deadline in the plan: by day D": lambda: wording.date_by(day, "ky"),
        "deadline in the plan: month": lambda: wording.plan_month(2019, 6, "ky"),
        "deadline in the plan: week of a month": lambda: wording.plan_weeks(2019, 7, 1, 1, "ky"),
        "deadline in the plan: range of weeks": lambda: wording.plan_weeks(2019, 8, 1, 2, "ky"),
        "deadline in the plan: week, bare month": lambda: wording.plan_weeks(2019, 4, 2, 2, "ky", bare=True),
        "in the month of": lambda: wording.month_attributive(10, "ky"),
        "from D": lambda: wording.date_from(day, "ky", plain=True),
        "until D": lambda: wording.date_until(day, "ky"),
        "full date (nominative possessive)": lambda: wording.date_full(day, "ky"),
    }[use]()


@pytest.mark.parametrize("pattern", FORMS["date_patterns"], ids=lambda pattern: pattern["use"])
def test_a_date_is_written_by_the_pattern(pattern):
    assert by_use(pattern["use"], pattern["iso"]) == pattern["example"]


@pytest.mark.parametrize("form", FORMS["months"], ids=lambda form: form["en"])
def test_each_form_of_a_month(form):
    month = months.named(form["number"])
    renamed = {"possessive_attributive": "attributive"}
    for name, word in form.items():
        if name != "number":
            assert getattr(month, renamed.get(name, name)) == word


@pytest.mark.parametrize("form", FORMS["weekdays"], ids=lambda form: form["en"])
def test_each_weekday(form):
    day = date(2024, 1, form["number"])  # a Monday is 1 January 2024
    assert {language: wording.weekday(day, language) for language in ("ky", "ru", "en")} == {
        language: form[language] for language in ("ky", "ru", "en")
    }


def test_years_are_written_by_their_forms():
    written = [
        *(wording.year_head(2018, "ky"), wording.year_of(2019, "ky"), wording.year_attributive(2014, "ky")),
        *(wording.year_in(2014, "ky"), wording.year_for(2018, "ky"), wording.short_date_on(date(2018, 10, 18), "ky")),
    ]
    assert written == FORMS["year_forms"][:6]
    assert wording.plan_month(2019, 6, "ky").startswith(FORMS["year_forms"][6].split(" (")[0])


def test_dates_in_russian():
    day = date(2018, 12, 24)
    assert wording.date_head(day, "ru") == "24 декабря 2018 года"
    assert (
        f"{wording.date_attributive(day, 'ru')} {wording.number_sign('15/8', 'ru')}" == "от 24 декабря 2018 г. № 15/8"
    )
    assert wording.date_of(day, "ru") == "от 24 декабря 2018 года"
    assert wording.date_on(day, "ru") == wording.date_full(day, "ru") == "24 декабря 2018 года"
    assert wording.date_until(day, "ru") == "до 24 декабря 2018 года"
    assert wording.date_from(day, "ru") == "с 24 декабря 2018 года"
    assert wording.date_by(day, "ru") == "до 24 декабря 2018 г."
    assert wording.short_date_attributive(day, "ru") == "от 24.12.2018 г."
    assert wording.short_date_on(day, "ru") == wording.short_date_in_year(day, "ru") == "24.12.2018 г."
    assert wording.plan_month(2019, 6, "ru") == "июнь 2019 г."
    assert wording.plan_weeks(2019, 8, 1, 2, "ru") == "1–2-я недели августа 2019 г."
    assert wording.plan_weeks(2019, 7, 1, 1, "ru") == "1-я неделя июля 2019 г."
    assert wording.month_attributive(5, "ru") == "в мае"
    assert [wording.year_in(2014, "ru"), wording.year_for(2018, "ru")] == ["в 2014 году", "на 2018 год"]


def test_dates_in_english():
    assert wording.date_head(DAY, "en") == "13 March 2019"
    assert wording.date_on(DAY, "en") == "on 13 March 2019"
    assert wording.date_from(DAY, "en") == "from 13 March 2019"
    assert wording.plan_weeks(2019, 8, 1, 2, "en") == "weeks 1–2 of August 2019"
    assert wording.month_attributive(10, "en") == "in October"


def test_the_year_may_stand_elsewhere_in_the_sentence():
    assert wording.date_full(DAY, "ky", year=False) == "13-марты"
    assert wording.date_on(DAY, "ky", year=False) == "13-мартында"
    assert wording.date_until(date(2019, 4, 15), "ky", year=False) == "15-апрелине чейин"
    assert wording.date_from(DAY, "ky", year=False) == "13-мартынан тартып"
    assert wording.date_of(DAY, "ru", year=False) == "от 13 марта"


@given(DAYS)
def test_no_kyrgyz_date_has_a_soft_sign_before_an_ending(day):
    written = [
        *(wording.date_of(day, "ky"), wording.date_on(day, "ky"), wording.date_full(day, "ky")),
        *(wording.date_until(day, "ky"), wording.date_from(day, "ky"), wording.date_by(day, "ky")),
    ]
    assert not any("ь" in text for text in written)
    assert all(str(day.year) in text and f"{day.day}-" in text for text in written)


def test_names_of_months():
    assert [wording.month_name(6, language) for language in ("ky", "ru", "en")] == ["июнь", "июнь", "June"]


# Figures


@pytest.mark.parametrize(
    ("n", "letters"), [(1, "I"), (4, "IV"), (9, "IX"), (17, "XVII"), (27, "XXVII"), (1994, "MCMXCIV")]
)
def test_sessions_have_roman_numbers(n, letters):
    assert wording.roman(n) == letters
    assert wording.from_roman(letters.lower()) == n


@given(st.integers(1, 3999))
def test_a_roman_number_reads_back(n):
    assert wording.from_roman(wording.roman(n)) == n


@pytest.mark.parametrize("text", ["", "IIII", "VX", "ABC", "12", "XVIIa", "IC"])
def test_what_is_no_roman_number(text):
    with pytest.raises(ValueError):
        wording.from_roman(text)


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_there_is_no_roman_number_for_it(n):
    with pytest.raises(ValueError):
        wording.roman(n)


def test_numbers_of_documents():
    assert wording.number_sign("15/8") == "№15/8"
    assert [wording.number_sign("425-б", language) for language in ("ky", "ru", "en")] == [
        "№425-б",
        "№ 425-б",
        "No. 425-б",
    ]


def test_a_decimal_comma():
    assert wording.percent(300 / 11, "ky") == "27,3 %"
    assert [wording.percent(30, language) for language in ("ky", "ru", "en")] == ["30 %", "30 %", "30%"]
    assert [wording.percent(value, "ky") for value in (0, 100, 0.05, 33.349, 99.96)] == [
        *("0 %", "100 %", "0,1 %", "33,3 %", "100 %")
    ]
    assert wording.percent(100 / 3, "ru", digits=2) == "33,33 %"
    assert wording.percent(27.5, "ky", digits=0) == "28 %"
    assert [wording.number(1234.5, language) for language in ("ky", "en")] == ["1234,5", "1234.5"]
    assert wording.number(1000, "ky") == "1000"


def test_moments_show_the_hour():
    assert wording.short_moment(datetime(2019, 3, 13, 9, 5)) == "13.03.2019 09:05"
    bishkek = datetime(2019, 3, 13, 23, 30, tzinfo=timezone(timedelta(hours=6)))
    here = bishkek.astimezone()
    assert wording.short_moment(bishkek) == f"{wording.short_date(here)} {here:%H:%M}"


@pytest.mark.parametrize(("n", "words"), FORMS["numerals"].items())
def test_kyrgyz_numerals(n, words):
    assert wording.spelled(int(n), "ky") == words


@pytest.mark.parametrize(
    ("n", "ky", "ru", "en"),
    [
        (0, "нөл", "ноль", "zero"),
        (15, "он беш", "пятнадцать", "fifteen"),
        (40, "кырк", "сорок", "forty"),
        (101, "жүз бир", "сто один", "one hundred and one"),
        (250, "эки жүз элүү", "двести пятьдесят", "two hundred and fifty"),
        (999, "тогуз жүз токсон тогуз", "девятьсот девяносто девять", "nine hundred and ninety-nine"),
    ],
)
def test_numbers_in_words(n, ky, ru, en):
    assert [wording.spelled(n, language) for language in ("ky", "ru", "en")] == [ky, ru, en]


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_each_number_has_words_of_its_own(language):
    written = [wording.spelled(n, language) for n in range(1000)]
    assert len(set(written)) == 1000
    assert not any("  " in words or words != words.strip() for words in written)


def test_larger_numbers_are_not_written_in_words():
    with pytest.raises(ValueError):
        wording.spelled(1000, "ky")


# Names


@pytest.mark.parametrize(
    ("name", "signed"),
    [
        ("Мусурканов Азамат", "А.Мусурканов"),
        ("Садыкова Керез", "К.Садыкова"),
        ("Жетиген уулу Амантай", "А.Жетиген уулу"),
        ("Токтомамыт кызы Кундуз", "К.Токтомамыт кызы"),
        ("Амантай Жетиген уулу", "А.Жетиген уулу"),
        ("Жетиген уулу", "Жетиген уулу"),
        ("Асанов Бакыт Эркин уулу", "Б.Асанов"),
        ("Асанов Бакыт Эркинович", "Б.Э.Асанов"),
        ("Азамат Мусурканов", "А.Мусурканов"),
        ("Нурзада Мукашова", "Н.Мукашова"),
        ("Мамыт Алина", "А.Мамыт"),
        ("Ли Лев", "Л.Ли"),
        ("Т.Сыдыкбеков", "Т.Сыдыкбеков"),
        ("Мусурканов А.", "А.Мусурканов"),
        ("Асанов А. Б.", "А.Б.Асанов"),
        ("А. Б. Асанов", "А.Б.Асанов"),
        ("  Садыкова   Керез ", "К.Садыкова"),
        ("Айгүл", "Айгүл"),
        ("", ""),
        ("№ 5", "№ 5"),
        ("<b> =1+1", "<b> =1+1"),
    ],
)
def test_a_name_is_shortened_for_a_signature(name, signed):
    assert wording.initials(name) == signed


@given(st.text(max_size=40))
def test_shortening_any_text_only_leaves_out_and_moves(name):
    short = wording.initials(name)
    assert set(short.lower()) <= set(name.lower()) | set(name.upper().lower()) | {".", " "}


@pytest.mark.parametrize(
    ("text", "letters", "shown"),
    [
        ("Тарифти бекитүү", 15, "Тарифти бекитүү"),
        ("Тарифти бекитүү", 14, "Тарифти…"),
        ("Тарифти бекитүү", 8, "Тарифти…"),
        ("Тарифти, (бекитүү)", 12, "Тарифти…"),
        ("Тарифти", 4, "Тар…"),
    ],
)
def test_a_long_text_is_shortened_at_a_word(text, letters, shown):
    assert wording.shortened(text, letters) == shown
