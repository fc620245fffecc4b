"""Are the words of a plan read as the days they mean, and never as days they do not mean?"""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.language import months
from ayil_desktop.workdays import deadline_language, deadlines, periods
from ayil_desktop.workdays.deadlines import Deadline, Kind
from ayil_desktop.workdays.periods import HalfYear, Quarter

CASES = json.loads(Path(__file__).with_name("deadline_cases.json").read_text(encoding="utf-8"))
LANGUAGES = ("ky", "ru")


def known(text):
    """A day, None where it is open."""
    return date.fromisoformat(text) if text else None


def said(words, **how):
    """Kind and days in short: "by_date … 2019-04-15"."""
    read = deadlines.read(words, **how)
    days = [str(day) if day else "…" for day in (read.start, read.end)]
    return " ".join([read.kind, *days]) if read.end else str(read.kind)


# --- the cases of the strategy and their like ---------------------------------------------------------------------


def test_there_are_83_cases_of_every_kind():
    assert len(CASES) == 83
    assert {case["kind"] for case in CASES} == set(Kind) - {Kind.UNKNOWN}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"])
def test_a_case_is_read_as_expected(case):
    read = deadlines.read(case["words"])
    assert (read.kind, read.start, read.end) == (case["kind"], known(case["start"]), known(case["end"]))
    assert read.words == case["words"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"])
def test_a_case_can_be_written_in_both_languages_and_read_again(case, language):
    read = deadlines.read(case["words"])
    assert deadlines.read(deadlines.write(read, language)) == read


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["of"] == "strategy" and "note" not in case], ids=lambda case: case["words"]
)
def test_the_strategy_s_own_words_are_written_again(case):
    written = deadlines.write(deadlines.read(case["words"]), "ky").split()
    words = case["words"].split()
    # The strategy writes апрель 2-аптасы and апрелдин 2-аптасы by turns.
    bare_month = "аптасы" in words[-1]
    assert [*written[:2], *written[2 + bare_month :]] == [*words[:2], *words[2 + bare_month :]]
    assert months.number_of(written[2].split("-")[-1]) == months.number_of(words[2].split("-")[-1])


# --- other months, years, spacings, endings, figures ---------------------------------------------------------------

BY_15_APRIL = "by_date … 2019-04-15"
QUARTER_II = "quarter 2026-04-01 2026-06-30"
FIRST_HALF = "half_year 2026-01-01 2026-06-30"
MARCH_TO_MAY = "month_range 2026-03-01 2026-05-31"
FIRST_OF_JULY = "week_of_month 2026-07-01 2026-07-07"
FIRST_TWO_OF_AUGUST = "week_range 2026-08-01 2026-08-14"
HALF_OF_MARCH = "date_range 2026-03-01 2026-03-15"


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        # by a day
        ("2019-жылдын 15-апрелине чейин", BY_15_APRIL),
        ("2019жыл 15 апрелге чейин", BY_15_APRIL),
        ("2019-ж. 15-апрельге чейин", BY_15_APRIL),
        ("2019 ЖЫЛ 15–АПРЕЛГЕ ЧЕЙИН.", BY_15_APRIL),
        ("  2019\u00a0жыл   15\u2011апрелге\nчейин ", BY_15_APRIL),
        ("15-апрелге чейин 2019-жыл", BY_15_APRIL),
        ("15-апрель 2019-жылга чейин", BY_15_APRIL),
        ("2019-жылдын апрель айынын 15ине чейин", BY_15_APRIL),
        ("2019-жылдын апрелинин 15-не чейин", BY_15_APRIL),
        ("2019-жылдын 15-апрелинен кечиктирбестен", BY_15_APRIL),
        ("2019-жылдын 15-апрелине карата", BY_15_APRIL),
        ("2019-жылдын 15-апрелине дейре", BY_15_APRIL),
        ("2019-жылдын 15-апрелине чейинки мөөнөттө", BY_15_APRIL),
        ("до «15» апреля 2019 г.", BY_15_APRIL),
        ("2019-жылдын 15-апрель айына чейин", BY_15_APRIL),
        ("15.04.2019 чейин", BY_15_APRIL),
        ("15.04.2019-жылга чейин", BY_15_APRIL),
        ("15.04.2019га чейин", BY_15_APRIL),
        ("15.4.19-ж. чейин", BY_15_APRIL),
        ("2019-04-15 чейин", BY_15_APRIL),
        ("15.04.2019дан кечиктирбей", BY_15_APRIL),
        ("до 15 апреля 2019 года", BY_15_APRIL),
        ("до 15-го апреля 2019", BY_15_APRIL),
        ("ДО 15 АПР. 2019Г.", BY_15_APRIL),
        ("в срок до 15.04.2019 г.", BY_15_APRIL),
        ("не позже 15 апреля 2019 г. включительно", BY_15_APRIL),
        ("к 15 апреля 2019 г.", BY_15_APRIL),
        # by the end of something
        ("2026-жылдын март айынын аягына чейин", "by_date … 2026-03-31"),
        ("2026-жылдын биринчи жарым жылдыгынын аягына чейин", "by_date … 2026-06-30"),
        ("до конца февраля 2028 г.", "by_date … 2028-02-29"),
        ("до конца первого полугодия 2026 г.", "by_date … 2026-06-30"),
        ("не позднее конца 3 квартала 2026 года", "by_date … 2026-09-30"),
        ("к концу 2026", "by_date … 2026-12-31"),
        # a day
        ("2026-жылдын 10-июнунда", "date 2026-06-10 2026-06-10"),
        ("10-июнь 2026-жыл", "date 2026-06-10 2026-06-10"),
        ("2026-жылдын 10-июнь айында", "date 2026-06-10 2026-06-10"),
        ("10.06.2026", "date 2026-06-10 2026-06-10"),
        ("10/06/2026-ж.", "date 2026-06-10 2026-06-10"),
        ("29-февраль 2028-жыл", "date 2028-02-29 2028-02-29"),
        # from day to day
        ("2026-жылдын 1-15-марты", HALF_OF_MARCH),
        ("2026-жылдын 1-15-март аралыгында", HALF_OF_MARCH),
        ("2026-жылдын 1-мартынан 2026-жылдын 15-мартына чейин", HALF_OF_MARCH),
        ("2026-жылдын 1-мартынан баштап 15-мартына чейин", HALF_OF_MARCH),
        ("2026-жылдын 1-мартынан тартып 15-мартына чейин", HALF_OF_MARCH),
        ("2026-жылдын 1ден баштап 15-мартына чейин", HALF_OF_MARCH),
        ("2026-жылдын март айынын 1инен тартып 15ине чейин", HALF_OF_MARCH),
        ("2026-жылдын 1ден 15-мартына чейин", HALF_OF_MARCH),
        ("2026-жылдын март айынын 1инен 15ине чейин", HALF_OF_MARCH),
        ("01.03.2026дан 15.03.2026га чейин", HALF_OF_MARCH),
        ("01.03.2026 - 15.03.2026", HALF_OF_MARCH),
        ("1 – 15 марта 2026 г.", HALF_OF_MARCH),
        ("1 марта - 15 марта 2026 г.", HALF_OF_MARCH),
        ("с 1 марта по 15 марта 2026 года", HALF_OF_MARCH),
        ("с 1-го до 15-го марта 2026 г.", HALF_OF_MARCH),
        ("с 1 марта до 15 марта 2026 г.", HALF_OF_MARCH),
        ("в период с 01.03.2026 г. по 15.03.2026 г.", HALF_OF_MARCH),
        ("c 20 декабря 2026 г. по 15 января 2027 г.", "date_range 2026-12-20 2027-01-15"),
        # months
        ("2019-жыл,март", "month 2019-03-01 2019-03-31"),
        ("2019-жылдын мартында", "month 2019-03-01 2019-03-31"),
        ("2019-жылдын март айы ичинде", "month 2019-03-01 2019-03-31"),
        ("в марте 2019 г.", "month 2019-03-01 2019-03-31"),
        ("в течение марта 2019 года", "month 2019-03-01 2019-03-31"),
        ("март месяц 2019 г.", "month 2019-03-01 2019-03-31"),
        ("сент. 2026", "month 2026-09-01 2026-09-30"),
        ("03.2019", "month 2019-03-01 2019-03-31"),
        ("3/2019-ж.", "month 2019-03-01 2019-03-31"),
        ("03.2026 – 05.2026", MARCH_TO_MAY),
        ("с 03.2026 г. по 05.2026 г.", MARCH_TO_MAY),
        ("2026-жылдын мартынан баштап майына чейин", MARCH_TO_MAY),
        ("2026-жылдын мартынан майына чейин", MARCH_TO_MAY),
        ("2026-жылдын март айынан май айына чейин", MARCH_TO_MAY),
        ("март — май 2026 жыл", MARCH_TO_MAY),
        ("с марта по май 2026 года", MARCH_TO_MAY),
        ("март 2026 г. - май 2026 г.", MARCH_TO_MAY),
        ("2026-жылдын март жана апрель айлары", "month_range 2026-03-01 2026-04-30"),
        ("март, апрель 2026 г.", "month_range 2026-03-01 2026-04-30"),
        ("2026-жылдын декабры – 2027-жылдын февралы", "month_range 2026-12-01 2027-02-28"),
        # weeks and decades
        ("2026 жыл июль 1 апта", FIRST_OF_JULY),
        ("июль 2026-жыл, 1-апта", FIRST_OF_JULY),
        ("2026-жылдын июль айынын биринчи аптасында", FIRST_OF_JULY),
        ("июль 1-жумасы 2026-жыл", FIRST_OF_JULY),
        ("июль айынын 1-жумасы, 2026-жыл", FIRST_OF_JULY),
        ("2026 жыл 1-апта июль", FIRST_OF_JULY),
        ("2026-жылдын июль-1-аптасы", FIRST_OF_JULY),
        ("в первую неделю июля 2026 г.", FIRST_OF_JULY),
        ("июль 2026 г., 1-я неделя", FIRST_OF_JULY),
        ("I неделя июля 2026", FIRST_OF_JULY),
        ("2026 жыл августун 1-2аптасы", FIRST_TWO_OF_AUGUST),
        ("2026 жыл август 1 - 2 апталары", FIRST_TWO_OF_AUGUST),
        ("2026 жыл августтун 1-аптасы - 2-аптасы", FIRST_TWO_OF_AUGUST),
        ("2026 жыл августтун 1, 2-аптасы", FIRST_TWO_OF_AUGUST),
        ("1-я и 2-я недели августа 2026 г.", FIRST_TWO_OF_AUGUST),
        ("2026 жыл 2-4-апта август", "week_range 2026-08-08 2026-08-31"),
        ("2026 жыл августтун 4-аптасы – сентябрдын 1-аптасы", "week_range 2026-08-22 2026-09-07"),
        ("2026 жыл декабрь 4-апта - 2027 жыл январь 1-апта", "week_range 2026-12-22 2027-01-07"),
        ("с 4-й недели августа по 1-ю неделю сентября 2026 г.", "week_range 2026-08-22 2026-09-07"),
        ("2026-жылдын май айынын 1-2-декадасы", "decade_of_month 2026-05-01 2026-05-20"),
        ("I и II декады мая 2026 г.", "decade_of_month 2026-05-01 2026-05-20"),
        ("3-я декада мая – 1-я декада июня 2026 г.", "decade_of_month 2026-05-21 2026-06-10"),
        ("2028-жылдын февралынын III декадасы", "decade_of_month 2028-02-21 2028-02-29"),
        ("в 1-й декаде мая 2026 г.", "decade_of_month 2026-05-01 2026-05-10"),
        # quarters, halves, years
        ("2026-жыл 2-чейрек", QUARTER_II),
        ("2026-жылдын экинчи чейрегинде", QUARTER_II),
        ("2026-ж. II квартал", QUARTER_II),
        ("2026-жылдын ІІ кварталы", QUARTER_II),
        ("2026-жылдын Ⅱ чейреги", QUARTER_II),
        ("ii чейрек 2026-жыл", QUARTER_II),
        ("во втором квартале 2026 г.", QUARTER_II),
        ("2 кв. 2026 г.", QUARTER_II),
        ("в течение II квартала 2026 года", QUARTER_II),
        ("2026-жылдын 3-4-чейреги", "quarter_range 2026-07-01 2026-12-31"),
        ("III и IV кварталы 2026 г.", "quarter_range 2026-07-01 2026-12-31"),
        ("с I по III квартал 2026 г.", "quarter_range 2026-01-01 2026-09-30"),
        ("IV квартал 2026 г. – I квартал 2027 г.", "quarter_range 2026-10-01 2027-03-31"),
        ("2026-жылдын I жарым жылдыгында", FIRST_HALF),
        ("2026-жылдын биринчи жарымында", FIRST_HALF),
        ("первая половина 2026 года", FIRST_HALF),
        ("в 1 полугодии 2026 года", FIRST_HALF),
        ("2026-жылдын 1-2-жарым жылдыктары", "half_year 2026-01-01 2026-12-31"),
        ("I и II полугодия 2026 г.", "half_year 2026-01-01 2026-12-31"),
        ("со 2-го полугодия 2026 г. по 1-е полугодие 2027 г.", "half_year 2026-07-01 2027-06-30"),
        ("2026-жыл", "year 2026-01-01 2026-12-31"),
        ("2026-жылдын ичинде", "year 2026-01-01 2026-12-31"),
        ("в 2026 году", "year 2026-01-01 2026-12-31"),
        ("весь 2026 год", "year 2026-01-01 2026-12-31"),
        ("2026–2028 годы", "year_range 2026-01-01 2028-12-31"),
        ("2026-2028-жж.", "year_range 2026-01-01 2028-12-31"),
        ("с 2026 по 2028 год", "year_range 2026-01-01 2028-12-31"),
        ("2026-жылдан 2028-жылга чейин", "year_range 2026-01-01 2028-12-31"),
        ("2026-жылдан баштап 2028-жылга чейин", "year_range 2026-01-01 2028-12-31"),
        ("2026-жыл - 2028-жыл", "year_range 2026-01-01 2028-12-31"),
        # from one quarter, week … to another, in the endings of Kyrgyz
        ("2026-жылдын I чейрегинен III чейрегине чейин", "quarter_range 2026-01-01 2026-09-30"),
        ("2026-жылдын IV кварталынан баштап 2027-жылдын I кварталына чейин", "quarter_range 2026-10-01 2027-03-31"),
        ("2026-ж. 1-чейректен 2-чейрекке чейин", "quarter_range 2026-01-01 2026-06-30"),
        ("2026 жыл апрелдин 1-аптасынан майдын 2-аптасына чейин", "week_range 2026-04-01 2026-05-14"),
        ("2026-жылдын апрель айынын 1-жумасынан 3-жумасына чейин", "week_range 2026-04-01 2026-04-21"),
        ("2026-жылдын май айынын 1-декадасынан 2-декадасына чейин", "decade_of_month 2026-05-01 2026-05-20"),
        ("2026-жылдын 2-жарымынан 2027-жылдын 1-жарымына чейин", "half_year 2026-07-01 2027-06-30"),
        # three and more, one after the other
        ("2026-жылдын март, апрель, май айлары", MARCH_TO_MAY),
        ("март, апрель и май 2026 г.", MARCH_TO_MAY),
        ("2026-жылдын I, II, III чейректери", "quarter_range 2026-01-01 2026-09-30"),
        ("I, II, III и IV кварталы 2026 г.", "quarter_range 2026-01-01 2026-12-31"),
        ("2026 жыл августтун 1, 2 жана 3-аптасы", "week_range 2026-08-01 2026-08-21"),
        ("2026, 2027, 2028-жылдар", "year_range 2026-01-01 2028-12-31"),
        # figures that share the year, or the month too
        ("20.07-05.08.2026", "date_range 2026-07-20 2026-08-05"),
        ("20.07.-05.08.2026г.", "date_range 2026-07-20 2026-08-05"),
        ("с 20.07 по 05.08.2026", "date_range 2026-07-20 2026-08-05"),
        ("01–15.03.2026", HALF_OF_MARCH),
        ("с 1 по 15.03.2026 г.", HALF_OF_MARCH),
        ("2026.04.15", "date 2026-04-15 2026-04-15"),
        ("15-04-2026 чейин", "by_date … 2026-04-15"),
        # as it stands in forms
        ("Мөөнөтү: 2019-жылдын 15-апрелине чейин", BY_15_APRIL),
        ("Срок: до 15 апреля 2019 г.", BY_15_APRIL),
        ("2019-жылдын 15-апрелинен кеч эмес", BY_15_APRIL),
        # without ө ү, with a Latin letter that slipped in
        ("2026-жылдын учунчу чейреги", "quarter 2026-07-01 2026-09-30"),
        ("2026-жылдын үчүнчү чейреги", "quarter 2026-07-01 2026-09-30"),
        ("2026-жылдын мaрт aйы", "month 2026-03-01 2026-03-31"),
    ],
)
def test_other_wordings_are_understood_too(words, meaning):
    assert said(words) == meaning


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_understood_in_every_case(number):
    month = months.named(number)
    whole = Deadline(Kind.MONTH, *periods.month(2026, number))
    week = Deadline(Kind.WEEK_OF_MONTH, *periods.week(2026, number, 2))
    by_day = Deadline(Kind.BY_DATE, None, date(2026, number, 9))
    for form in (month.nominative, month.possessive, month.locative, month.possessive_locative, month.attributive):
        assert deadlines.read(f"2026-жылдын {form}") == whole
    for form in (month.nominative, month.genitive, month.possessive_genitive):
        assert deadlines.read(f"2026 жыл {form} 2-аптасы") == week
    for form in (month.nominative, month.dative, month.possessive_dative):
        assert deadlines.read(f"2026-жылдын 9-{form} чейин") == by_day
    for form in (month.ablative, month.possessive_ablative):
        assert deadlines.read(f"2026-жылдын 9-{form} кечиктирбестен") == by_day
    assert deadlines.read(f"в {month.ru_locative} 2026 г.") == whole
    assert deadlines.read(f"2-я неделя {month.ru_genitive} 2026 г.") == week


# --- regular and as needed ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "every"),
    [
        ("туруктуу", ""),
        ("ТУРУКТУУ НЕГИЗДЕ.", ""),
        ("үзгүлтүксүз түрдө", ""),
        ("узгултуксуз", ""),
        ("жыл ичинде", ""),
        ("Туруктуу негизде, бекитилген мониторинг планына ылайык", ""),
        ("регулярно", ""),
        ("весь год", ""),
        ("в соответствии с планом мониторинга на постоянной основе", ""),
        ("в течении всего года", ""),
        ("күн сайын", "day"),
        ("ежедневно", "day"),
        ("апта сайын", "week"),
        ("жумасына бир жолу", "week"),
        ("один раз в неделю", "week"),
        ("ар айда", "month"),
        ("ар бир айда", "month"),
        ("планга ылайык ай сайын", "month"),
        ("1 раз в месяц", "month"),
        ("чейрек сайын", "quarter"),
        ("ар бир кварталда", "quarter"),
        ("чейрегине бир жолу", "quarter"),
        ("раз в квартал", "quarter"),
        ("жарым жыл сайын", "half_year"),
        ("ар бир жарым жылда", "half_year"),
        ("раз в полгода", "half_year"),
        ("жыл сайын", "year"),
        ("ар жылы", "year"),
        ("жылына 1 жолу", "year"),
        ("ежегодно, согласно плану", "year"),
        ("ар дайым", ""),
        ("на систематической основе", ""),
        ("непрерывно", ""),
        ("ар бир жума сайын", "week"),
        ("жарым жылда бир", "half_year"),
        ("каждые полгода", "half_year"),
        ("раз в сутки", "day"),
    ],
)
def test_what_is_done_again_and_again_is_regular(words, every):
    assert deadlines.read(words) == Deadline(Kind.REGULAR, every=every)


@pytest.mark.parametrize(
    ("words", "every", "is_russian"),
    [
        ("два раза в год", "", True),
        ("2 раза в месяц", "", True),
        ("дважды в год", "", True),
        ("раз в три месяца", "", True),
        ("каждые 2 недели", "", True),
        ("периодически", "", True),
        ("в течение всего периода реализации Стратегии", "", True),
        ("не реже одного раза в квартал", "quarter", True),
        ("не реже раза в год", "year", True),
        ("в конце каждого месяца", "month", True),
        ("не реже двух раз в год", "", True),
        ("не менее 2 раз в месяц", "", True),
        ("не менее одного раза в квартал", "quarter", True),
        ("кеминде жылына 2 жолу", "", False),
        ("жылына эки жолудан кем эмес", "", False),
        ("кеминде айына бир ирет", "month", False),
        ("жылына эки жолу", "", False),
        ("үч айда бир жолу", "", False),
        ("мезгил-мезгили менен", "", False),
        ("чейрегине кеминде бир жолу", "quarter", False),
        ("айына бир жолудан кем эмес", "month", False),
        ("ар бир айдын аягында", "month", False),
    ],
)
def test_regular_words_that_say_more_are_kept_as_they_are(words, every, is_russian):
    read = deadlines.read(words)
    assert read == Deadline(Kind.REGULAR, every=every)
    assert {deadlines.write(read, language) for language in LANGUAGES} == {words}
    assert deadline_language.is_russian(words) is is_russian


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("2019-жылы ай сайын", "month 2019-2019"),
        ("2019-жылдын ар бир чейрегинде", "quarter 2019-2019"),
        ("2019 жыл ичинде жума сайын", "week 2019-2019"),
        ("2019-жыл бою дайыма", " 2019-2019"),
        ("ай сайын (2019-жыл)", "month 2019-2019"),
        ("ай сайын, 2019-жыл", "month 2019-2019"),
        ("2019-жылы бекитилген мониторинг планына ылайык ай сайын", "month 2019-2019"),
        ("2019-2020-жылдары чейрек сайын", "quarter 2019-2020"),
        ("2019–2020-жж. жарым жыл сайын", "half_year 2019-2020"),
        ("в 2019 году ежемесячно", "month 2019-2019"),
        ("Ежемесячно в течение 2019 года", "month 2019-2019"),
        ("ежеквартально 2019–2020 гг.", "quarter 2019-2020"),
        ("ежегодно с 2019 по 2021 год", "year 2019-2021"),
        ("раз в полугодие в 2019-2020 годах", "half_year 2019-2020"),
        ("ежемесячно, согласно плану, в 2019 году", "month 2019-2019"),
        ("2019 жыл сайын", None),
        ("не в 2019 году ежемесячно", None),
        ("ежемесячно до 31 декабря 2019 г.", None),
        ("ежемесячно, кроме 2019 года", None),
        ("согласно плану, кроме 2019 года, постоянно", None),
        ("ежегодно в марте 2019 года", None),
        ("2019-жылдын мартында чейрек сайын", None),
        ("июнь айында ай сайын", None),
    ],
)
def test_regular_work_of_a_year_keeps_to_it(words, meaning):
    read = deadlines.read(words, default_year=2030)
    if meaning is None:
        assert read == Deadline(Kind.UNKNOWN)
        return
    every, _, years = meaning.rpartition(" ")
    first, last = map(int, years.split("-"))
    assert read == Deadline(Kind.REGULAR, date(first, 1, 1), date(last, 12, 31), every)
    assert read.judged_by == (None, None)


def test_work_as_needed_of_a_year_keeps_to_it():
    read = deadlines.read("по мере необходимости в 2019 году")
    assert read == Deadline(Kind.AS_NEEDED, date(2019, 1, 1), date(2019, 12, 31))
    assert deadlines.write(read, "ky") == "2019-жылы зарылчылыкка жараша"


def test_regular_work_of_part_of_a_year_keeps_to_that():
    read = deadlines.read("еженедельно с марта по май 2019 г.")
    assert read == Deadline(Kind.REGULAR, date(2019, 3, 1), date(2019, 5, 31), "week")


def test_the_plan_that_regular_work_follows_is_said_in_both_languages():
    ky = "Бекитилген мониторинг планына ылайык туруктуу негизде"
    ru = "на постоянной основе, согласно утверждённому плану мониторинга"
    assert deadlines.write(deadlines.read(ky), "ru") == ru
    assert deadlines.write(deadlines.read(ru), "ky").casefold() == ky.casefold()
    assert deadlines.write(deadlines.read("планга ылайык ай сайын"), "ru") == "ежемесячно, согласно плану"
    assert deadlines.write(deadlines.read("ай сайын"), "ru") == "ежемесячно"


@pytest.mark.parametrize(
    "words",
    ["Зарылчылыгына жараша", "зарыл болгондо", "керек болгон учурда", "при необходимости", "в случае необходимости"],
)
def test_what_waits_for_the_need_is_as_needed(words):
    assert deadlines.read(words, default_year=2026) == Deadline(Kind.AS_NEEDED)


# --- a year that is not said -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("15-апрелге чейин", "by_date … 2026-04-15"),
        ("II чейрек", QUARTER_II),
        ("до 15.04", "by_date … 2026-04-15"),
        ("01.03-15.03", HALF_OF_MARCH),
        ("март-май айлары", MARCH_TO_MAY),
        ("с 1 по 15 марта", HALF_OF_MARCH),
        ("жылдын аягына чейин", "by_date … 2026-12-31"),
        ("до конца года", "by_date … 2026-12-31"),
        ("июлдун 1-аптасы", FIRST_OF_JULY),
    ],
)
def test_words_without_a_year_mean_the_default_year_or_nothing(words, meaning):
    assert said(words, default_year=2026) == meaning
    assert said(words) == "unknown"


def test_a_year_that_is_said_is_not_overruled():
    assert said("2019 жыл март", default_year=2026) == "month 2019-03-01 2019-03-31"
    assert said("жыл бою", default_year=2026) == "regular"


# --- near misses -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        # days, weeks, quarters that do not exist
        "2019 жыл 31-апрелге чейин",
        "2019-жылдын 29-февралы",
        "до 30 февраля 2028 г.",
        "до 31.06.2026 г.",
        "30.13.2026",
        "2026-13-01",
        "2026-жылдын 0-марты",
        "2026-жылдын 13-айы",
        "с 1 по 32 марта 2026 г.",
        "2019 жыл июлдун 5-аптасы",
        "2019 жыл июлдун 6-аптасы",
        "2019 жыл июлдун 0-аптасы",
        "2019 жыл августтун 3-6-аптасы",
        "4-я декада мая 2026 г.",
        "2026-жылдын V чейреги",
        "2026-жылдын 5-чейреги",
        "2026-жылдын III жарым жылдыгы",
        "20019 жыл март",
        "0019-жыл",
        "31-06-2026",
        "2026.13.01",
        "31.04-05.05.2026",
        # contradictions
        "20.12-05.01.2027",
        "15-1.03.2026",
        "2026-жылдын III чейрегинен I чейрегине чейин",
        "2019 жыл март 2020 жыл",
        "2019-жылдын 15-апрелине чейин 2020-жыл",
        "2026-жылдын I-II чейректери 2027",
        "2026 жыл январь-март 2027",
        "2026-жылдын 1-апрелинен 15-апрелине 2027 чейин",
        "март 2019 г. - май 2018 г.",
        "2026-жылдын май-март айлары",
        "декабрь – февраль 2027 г.",
        "с 15 по 1 марта 2026 г.",
        "2026-жылдын IV-II чейректери",
        "2028-2026-жылдар",
        "2026-2026-жылдар",
        "2019 жыл августтун 2-1-аптасы",
        "2019 жыл августтун 1-аптасы – июлдун 1-аптасы",
        "2019 жыл декабрдын 4-аптасы – январдын 1-аптасы",
        "2026-жылдын 2-1-жарым жылдыгы",
        "март-март 2026 г.",
        # a gap that "and" does not bridge
        "март, май 2026 г.",
        "2026-жылдын I жана III чейректери",
        "2026 жыл августтун 1, 3-аптасы",
        "2026-жылдын май айынын I жана III декадасы",
        "2026 жыл августтун 1-аптасы жана сентябрдын 1-аптасы",
        "2026-жылдын март, апрель, июнь айлары",
        "2026-жылдын I, II, IV чейректери",
        "2026-жылдын май, апрель, март айлары",
        "1, 2, 3 жана 5-аптасы август 2026 жыл",
        # unfinished
        "01.03.2026 -",
        "2026 жыл март –",
        # a limit that may or may not count
        "2026-жылдын 3-аптасынан апрелге чейин",
        "2026 жыл августтун 3-аптасына чейин",
        "2026-жылдын I кварталынан баштап",
        "до апреля 2026 г.",
        "2026-жылдын апрель айына чейин",
        "2026-жылдын II чейрегине чейин",
        "до 2027 года",
        "2027-жылга чейин",
        # only a start
        "2026-жылдын 1-мартынан баштап",
        "с 15 апреля 2026 г.",
        "2026-жылдын 15-апрелинен кийин",
        "2026-жылдан баштап",
        "март айынан тартып",
        "до 05.2026",
        "13.2026",
        "00.2026",
        "1.03.2026.5",
        "«35» май 2026 жыл",
        "после 15 апреля 2026 г.",
        # parts that the plan's weeks do not know
        "2026-жылдын июлунун акыркы аптасы",
        "конец марта 2026 г.",
        "2026-жылдын март айынын ортосунда",
        "первая половина марта 2026 г.",
        # spans without a place in the calendar
        "3 апта",
        "6 ай ичинде",
        "2 жылда",
        "30 күндүн ичинде",
        "в течение 10 дней",
        # more than one deadline
        "2019 жыл 15-апрелге жана 20-апрелге чейин",
        "2019 жыл март же апрель",
        "2019 жыл март, туруктуу негизде",
        # hedged or negated
        "болжол менен 2019 жыл март",
        "не в марте 2026 г.",
        "туруктуу эмес негизде",
        "не регулярно",
        "15-апрелге чейин планга ылайык туруктуу негизде",
        # free text and leftovers
        "",
        " .,; ",
        "—",
        "эмдиги жылы",
        "жакында",
        "2-пункт аткарылгандан кийин",
        "жума күнү",
        "март айынын планы",
        "апрелдин",
        "чейин",
        "2026",
        "12",
        "15.04",
        "№ 17/16",
        "=1+1",
        "<b>2019 жыл март</b>",
        "2019 жыл 1. март",
        "April 2019",
        "😀",
        "\u202e2019 жыл март",
    ],
)
def test_what_is_not_understood_is_kept_and_never_guessed(words):
    read = deadlines.read(words)
    assert read == Deadline(Kind.UNKNOWN)
    assert read.words == words
    assert deadlines.write(read, "ru") == words


@given(st.text(max_size=80))
def test_any_text_is_kept_as_it_stands(words):
    assert deadlines.read(words, default_year=2026).words == words


SOUP = (
    "2019 2020 15 31 1 2 II - – , . жыл жылдын ж. г. март апрелге мартынан июлдун мая аптасы чейреги квартал чейин до"
)
SOUP += " с по аягына конца бою жарым жылдыгы айы айынан айына 15.04.2019 ине жана ылайык туруктуу негизде"


@given(st.lists(st.sampled_from(SOUP.split()), max_size=9), st.sampled_from([" ", "", "-"]), st.none() | st.just(2026))
def test_whatever_is_understood_lies_in_order_and_can_be_written(parts, between, default_year):
    read = deadlines.read(between.join(parts), default_year=default_year)
    assert read.end or read.kind in {Kind.REGULAR, Kind.AS_NEEDED, Kind.UNKNOWN}
    assert not read.start or read.start <= read.end
    for language in LANGUAGES:
        assert deadlines.read(deadlines.write(read, language), default_year=default_year) == read


def test_a_text_of_ten_thousand_letters_is_kept():
    words = "планга ылайык " * 1000
    assert deadlines.read(words) == Deadline(Kind.UNKNOWN)


# --- writing ---------------------------------------------------------------------------------------------------------

YEARS = st.integers(1950, 2150)
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@st.composite
def pairs(draw, values):
    """Two different ones in order."""
    return sorted(draw(st.lists(values, min_size=2, max_size=2, unique=True)))


def spanning(kind, parts):
    return pairs(parts).map(lambda both: Deadline(kind, both[0].first, both[1].last))


def one_or_several(kind, parts):
    return st.one_of(parts.map(lambda part: Deadline(kind, part.first, part.last)), spanning(kind, parts))


PARTS_OF_MONTH = st.tuples(YEARS, st.integers(1, 12))
WEEKS = st.builds(lambda place, n: periods.week(*place, n), PARTS_OF_MONTH, st.integers(1, 4))
DECADES = st.builds(lambda place, n: periods.decade(*place, n), PARTS_OF_MONTH, st.integers(1, 3))
HALVES = st.builds(HalfYear, YEARS, st.integers(1, 2)).map(lambda half: half.period)
MONTHS = PARTS_OF_MONTH.map(lambda place: periods.month(*place))
QUARTERS = st.builds(Quarter, YEARS, st.integers(1, 4))
EVERY = st.sampled_from(["", "day", "week", "month", "quarter", "half_year", "year"])
DEADLINES = {
    Kind.BY_DATE: DAYS.map(lambda day: Deadline(Kind.BY_DATE, None, day)),
    Kind.DATE: DAYS.map(lambda day: Deadline(Kind.DATE, day, day)),
    Kind.DATE_RANGE: pairs(DAYS).map(lambda days: Deadline(Kind.DATE_RANGE, *days)),
    Kind.WEEK_OF_MONTH: WEEKS.map(lambda week: Deadline(Kind.WEEK_OF_MONTH, *week)),
    Kind.WEEK_RANGE: spanning(Kind.WEEK_RANGE, WEEKS),
    Kind.DECADE_OF_MONTH: one_or_several(Kind.DECADE_OF_MONTH, DECADES),
    Kind.MONTH: MONTHS.map(lambda month: Deadline(Kind.MONTH, *month)),
    Kind.MONTH_RANGE: spanning(Kind.MONTH_RANGE, MONTHS),
    Kind.QUARTER: QUARTERS.map(lambda quarter: Deadline(Kind.QUARTER, *quarter.period)),
    Kind.QUARTER_RANGE: spanning(Kind.QUARTER_RANGE, QUARTERS),
    Kind.HALF_YEAR: one_or_several(Kind.HALF_YEAR, HALVES),
    Kind.YEAR: YEARS.map(lambda year: Deadline(Kind.YEAR, *periods.whole_year(year))),
    Kind.YEAR_RANGE: spanning(Kind.YEAR_RANGE, YEARS.map(periods.whole_year)),
    Kind.REGULAR: st.one_of(
        EVERY.map(lambda every: Deadline(Kind.REGULAR, every=every)),
        st.builds(
            lambda years, every: Deadline(Kind.REGULAR, years[0].first, years[-1].last, every),
            st.one_of(YEARS.map(lambda year: [periods.whole_year(year)]), pairs(YEARS.map(periods.whole_year))),
            EVERY,
        ),
        pairs(MONTHS).map(lambda months: Deadline(Kind.REGULAR, months[0].first, months[1].last, "month")),
    ),
    Kind.AS_NEEDED: st.just(Deadline(Kind.AS_NEEDED)),
}


def test_every_kind_is_written():
    assert set(DEADLINES) == set(Kind) - {Kind.UNKNOWN}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", DEADLINES, ids=str)
@given(data=st.data())
def test_what_is_written_is_read_again(kind, language, data):
    deadline = data.draw(DEADLINES[kind])
    written = deadlines.write(deadline, language)
    assert deadlines.read(written) == deadline
    assert deadlines.read(written.upper()) == deadline


@pytest.mark.parametrize(
    ("words", "ky", "ru"),
    [
        ("до 30.06.2026", "2026 жыл 30-июнга чейин", "до 30 июня 2026 г."),
        ("до конца 2026 года", "2026 жыл 31-декабрга чейин", "до 31 декабря 2026 г."),
        ("10.06.2026", "2026-жылдын 10-июну", "10 июня 2026 г."),
        ("01.03.2026-15.03.2026", "2026-жылдын 1-мартынан 15-мартына чейин", "с 1 по 15 марта 2026 г."),
        ("01.03.2026-15.04.2026", "2026-жылдын 1-мартынан 15-апрелине чейин", "с 1 марта по 15 апреля 2026 г."),
        (
            "20.12.2026-15.01.2027",
            "2026-жылдын 20-декабрынан 2027-жылдын 15-январына чейин",
            "с 20 декабря 2026 г. по 15 января 2027 г.",
        ),
        ("март-май 2026", "2026-жылдын март-май айлары", "март-май 2026 г."),
        ("3 квартал 2026", "2026-жылдын III чейреги", "III квартал 2026 г."),
        ("2-я неделя мая 2026", "2026 жыл майдын 2-аптасы", "2-я неделя мая 2026 г."),
        ("3-я декада мая 2026", "2026-жылдын май айынын үчүнчү декадасы", "третья декада мая 2026 г."),
        (
            "2026 жыл августтун 4-аптасы – сентябрдын 1-аптасы",
            "2026 жыл августтун 4-аптасы – сентябрдын 1-аптасы",
            "4-я неделя августа – 1-я неделя сентября 2026 г.",
        ),
        (
            "4-я неделя декабря 2026 г. – 1-я неделя января 2027 г.",
            "2026 жыл декабрдын 4-аптасы – 2027 жыл январдын 1-аптасы",
            "4-я неделя декабря 2026 г. – 1-я неделя января 2027 г.",
        ),
        ("1–2 декады мая 2026", "2026-жылдын май айынын биринчи–экинчи декадалары", "1–2-я декады мая 2026 г."),
        (
            "3-я декада мая 2026 г. – 1-я декада июня 2026 г.",
            "2026-жылдын май айынын үчүнчү декадасы – июнь айынын биринчи декадасы",
            "третья декада мая – первая декада июня 2026 г.",
        ),
        ("1-2 полугодия 2026 г.", "2026-жылдын 1-2-жарым жылдыктары", "1–2-е полугодия 2026 г."),
        (
            "2-е полугодие 2026 г. – 1-е полугодие 2027 г.",
            "2026-жылдын 2-жарым жылдыгы – 2027-жылдын 1-жарым жылдыгы",
            "2-е полугодие 2026 г. – 1-е полугодие 2027 г.",
        ),
        ("ай сайын", "ай сайын", "ежемесячно"),
        ("при необходимости", "зарылчылыкка жараша", "по мере необходимости"),
    ],
)
def test_a_deadline_is_written_as_the_offices_write_it(words, ky, ru):
    deadline = deadlines.read(words)
    assert [deadlines.write(deadline, language) for language in LANGUAGES] == [ky, ru]


@pytest.mark.parametrize(
    ("deadline", "language"),
    [
        (Deadline(Kind.AS_NEEDED), "en"),
        (Deadline(Kind.MONTH, None, date(2026, 3, 31)), "ky"),
        (Deadline(Kind.BY_DATE), "ky"),
    ],
)
def test_a_deadline_without_its_days_or_in_another_language_is_not_written(deadline, language):
    with pytest.raises(ValueError):
        deadlines.write(deadline, language)


# --- from days to a deadline -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        (None, "2026-04-15", Kind.BY_DATE),
        ("2026-04-15", "2026-04-15", Kind.DATE),
        ("2026-03-02", "2026-03-20", Kind.DATE_RANGE),
        ("2026-03-08", "2026-03-20", Kind.DATE_RANGE),
        ("2026-03-01", "2026-04-15", Kind.DATE_RANGE),
        ("2026-07-08", "2026-07-14", Kind.WEEK_OF_MONTH),
        ("2026-07-22", "2026-07-31", Kind.WEEK_OF_MONTH),
        ("2026-08-01", "2026-08-14", Kind.WEEK_RANGE),
        ("2026-03-01", "2026-03-31", Kind.MONTH),
        ("2026-03-01", "2026-05-31", Kind.MONTH_RANGE),
        ("2026-04-01", "2026-06-30", Kind.QUARTER),
        ("2026-10-01", "2027-03-31", Kind.QUARTER_RANGE),
        ("2026-07-01", "2026-12-31", Kind.HALF_YEAR),
        ("2026-01-01", "2026-12-31", Kind.YEAR),
        ("2026-01-01", "2028-12-31", Kind.YEAR_RANGE),
        ("2026-07-01", "2027-12-31", Kind.QUARTER_RANGE),
    ],
)
def test_typed_days_become_the_largest_whole_period(start, end, kind):
    deadline = deadlines.from_dates(known(start), known(end))
    assert deadline == Deadline(kind, known(start), known(end))


@given(DAYS, st.integers(0, 900), st.sampled_from(LANGUAGES))
def test_typed_days_give_words_that_mean_those_days(start, length, language):
    deadline = deadlines.from_dates(start, start + timedelta(days=length))
    assert deadlines.read(deadlines.write(deadline, language)) == deadline


def test_an_end_before_its_start_is_kept_and_no_words_say_it():
    backwards = deadlines.from_dates(date(2026, 4, 15), date(2026, 4, 14))
    assert (backwards.start, backwards.end) == (date(2026, 4, 15), date(2026, 4, 14))
    assert backwards.is_backwards
    assert backwards.begins is None
    assert [deadlines.write(backwards, language) for language in LANGUAGES] == ["", ""]


@pytest.mark.parametrize("case", CASES, ids=[case["words"] for case in CASES])
def test_the_language_of_the_words_is_known(case):
    assert deadline_language.is_russian(case["words"]) is (case["language"] == "ru")


@pytest.mark.parametrize("words", ["15.04.2019", "май", "2019-04-15", "", "III квартал", "snow"])
def test_figures_and_shared_words_are_of_no_language(words):
    assert not deadline_language.is_russian(words)
