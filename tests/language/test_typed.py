"""Is a typed date understood as it was meant, and refused in words where it cannot be meant?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.language import wording
from ayil_desktop.refused import Refused

DAY = date(2019, 3, 13)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        *("13.03.2019", "13.3.2019", "13.3.19", "13/03/2019", "13-03-2019", "13 03 2019", "13, 3, 2019", "13032019"),
        *(
            "2019-03-13",
            "2019.03.13",
            " 13.03.2019 ",
            "13.03.2019-ж.",
            "13.03.2019-жылы",
            "13.03.2019 г.",
            "13. 03. 2019",
        ),
        *("13-март 2019", "13-март 2019-жыл", "13-МАРТ 2019-ЖЫЛ", "13-март, 2019-жылдагы", "2019-жылдын 13-мартында"),
        *("2019-жылдын 13-марты", "2019 жыл 13-мартка", "13 марта 2019 года", "13 марта 2019 г.", "13 March 2019"),
    ],
)
def test_a_date_is_understood(text):
    assert wording.parse_date(text) == DAY


@given(DAYS)
def test_every_way_in_which_the_program_writes_a_date_reads_back(day):
    for language in ("ky", "ru", "en"):
        assert wording.parse_date(wording.date_head(day, language)) == day
        assert wording.parse_date(wording.date_full(day, language)) == day
    assert wording.parse_date(wording.date_on(day, "ky")) == day
    assert wording.parse_date(wording.date_of(day, "ky")) == day
    assert wording.parse_date(wording.short_date(day)) == wording.parse_date(day.isoformat()) == day
    assert wording.parse_date(wording.short_date_in_year(day, "ky")) == day


@pytest.mark.parametrize(("text", "year"), [("1.1.49", 2049), ("1.1.50", 1950), ("1.1.00", 2000), ("31.12.99", 1999)])
def test_two_figures_of_a_year_turn_at_fifty(text, year):
    assert wording.parse_date(text).year == year


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Enter a date"),
        ("   ", "Enter a date"),
        ("бүгүн", "is not a date"),
        ("13.03", "is not a date"),
        ("13.03.201", "is not a date"),
        ("13.март.19", "is not a date"),
        ("13-маргы 2019", "is not a date"),
        ("31.02.2019", "no such day"),
        ("32.01.2019", "no such day"),
        ("13.13.2019", "no such day"),
        ("0.1.2019", "no such day"),
        ("29-февраль 2019-жыл", "no such day"),
        ("13.03.1019", "The year"),
        ("13.03.9999", "The year"),
        ("<b>{x}%s</b>", "<b>{x}%s</b>"),
    ],
)
def test_what_is_no_date_is_refused_at_its_field(text, reason):
    with pytest.raises(Refused) as refused:
        wording.parse_date(text, field="held_on")
    assert reason in refused.value.reason.into("en")
    assert refused.value.field == "held_on"


def test_a_refusal_repeats_no_more_than_fits():
    with pytest.raises(Refused) as refused:
        wording.parse_date("ө" * 10_000)
    assert len(refused.value.reason.into("en")) < 120


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(text):
    try:
        assert isinstance(wording.parse_date(text), date)
    except Refused as refused:
        assert str(refused)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        *(("10:00", "10:00"), ("10.00", "10:00"), ("1000", "10:00"), ("10-00", "10:00"), ("10,30", "10:30")),
        *(
            ("10", "10:00"),
            ("9", "09:00"),
            ("930", "09:30"),
            ("9:05", "09:05"),
            (" 16 : 45 ", "16:45"),
            ("0000", "00:00"),
        ),
        ("23:59", "23:59"),
    ],
)
def test_a_time_is_understood(text, time):
    assert wording.parse_time(text) == time


@pytest.mark.parametrize("text", ["", "24:00", "10:60", "саат онда", "10:0", "10:000", "-1", "99", "10:00:00", "²"])
def test_what_is_no_time_is_refused_at_its_field(text):
    with pytest.raises(Refused) as refused:
        wording.parse_time(text, field="begins_at")
    assert "is not a time" in refused.value.reason.into("en")
    assert refused.value.field == "begins_at"
