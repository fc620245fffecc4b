"""An end before its start warns and blocks nothing: both days are kept, the last one judges, draws and is exported."""

from datetime import date
from xml.etree import ElementTree

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ayil_desktop.printing import text
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import bars, baselines, changes_paper, differences, gantt_paper, glance, handouts, papers
from ayil_desktop.strategy.bars import Edge
from ayil_desktop.strategy.exporting import KINDS
from ayil_desktop.strategy.plan_check import Finding
from ayil_desktop.strategy.shown import Which
from ayil_desktop.strategy.standing import State
from ayil_desktop.workdays.deadlines import Kind
from tests.commission.screens import press, put
from tests.strategy.round_trip import come_back
from tests.strategy.screens import open_card, row
from tests.strategy.test_exports import XML

FIRST, LAST = date(2019, 5, 1), date(2019, 4, 20)


@pytest.fixture
def backwards(draft):
    """1.1 was May; then somebody typed that it ends on 20 April."""
    put(open_card(draft, "1.1").deadline.form, ends="20.04.2019")
    return draft


def found(tab):
    return [one for one in tab.shown.warnings if one.finding is Finding.BACKWARDS]


@pytest.mark.parametrize(
    ("spoken", "at_field", "in_check"),
    [
        ("ky", "Акыркы күн (20.04.2019) биринчи күндөн (01.05.2019) эрте", "1.1: акыркы күн"),
        ("ru", "Последний день (20.04.2019) раньше первого (01.05.2019)", "1.1: последний день"),
        ("en", "The last day (20.04.2019) is before the first one (01.05.2019)", "1.1: the last day"),
    ],
)
def test_it_is_kept_and_said_below_the_days_and_in_the_check(backwards, plan, language, spoken, at_field, in_check):
    kept = plan["1.1"]
    assert (kept.starts, kept.ends, kept.deadline_ky, kept.deadline_ru) == (FIRST, LAST, "2019 жыл май", "май 2019 г.")
    language(spoken)
    box = open_card(backwards, "1.1").deadline
    assert (box.starts.line.text(), box.ends.line.text()) == ("01.05.2019", "20.04.2019")
    assert not box.form.field("ends").refusal
    assert box.reading.text().startswith(at_field)
    assert box.reading.property("say") == "late"
    assert [str(one.text).startswith(in_check) for one in found(backwards)] == [True]
    backwards.plan.check.click()
    table = backwards.plan.findings.table
    backwards.plan.gantt.go_to(row(backwards, "1.2").key)
    table.go_to(next(one.id for one in table.rows() if one.warned.finding is Finding.BACKWARDS))
    assert backwards.plan.chosen == plan["1.1"].id


def test_the_same_slip_is_not_told_a_second_time_as_a_contradiction(backwards):
    assert not [one for one in backwards.shown.warnings if one.finding is Finding.CONTRADICTION]


def test_it_is_mended_by_its_other_day_or_undone(backwards, plan, desk):
    put(open_card(backwards, "1.1").deadline.form, starts="01.04.2019")
    kept = plan["1.1"]
    assert kept.deadline_ky == "2019-жылдын 1-апрелинен 20-апрелине чейин"
    assert found(backwards) == []
    desk.undo()
    backwards.show_touched(frozenset({"strategy"}))
    assert (plan["1.1"].starts, plan["1.1"].ends) == (FIRST, LAST)
    desk.undo()
    backwards.show_touched(frozenset({"strategy"}))
    assert (plan["1.1"].starts, plan["1.1"].ends) == (FIRST, date(2019, 5, 31))
    assert found(backwards) == []


def test_an_activity_without_words_keeps_both_days(draft, plan):
    days = open_card(draft, "1.1").deadline.form
    put(days, deadline_ky="")
    days.field("starts").line.setText("01.05.2019")
    days.field("starts").touch()
    put(days, ends="20.04.2019")
    kept = plan["1.1"]
    assert (kept.starts, kept.ends, kept.deadline_ky) == (FIRST, LAST, "")
    assert [one.numbers for one in found(draft)] == [("1.1",)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 4, 13), State.NOT_YET_DUE),
        (date(2019, 4, 14), State.DUE),
        (LAST, State.DUE),
        (date(2019, 4, 21), State.LATE_UNRECORDED),
        (FIRST, State.LATE_UNRECORDED),
    ],
)
def test_its_last_day_alone_judges(backwards, plan, day, expected):
    assert plan.states(day)["1.1"] is expected


def test_its_bar_is_that_of_its_last_day_and_the_service_reaches_no_further(backwards, plan, store):
    gantt = backwards.plan.gantt
    drawn = gantt.lines.row(gantt.lines.at(row(backwards, "1.1").key))
    found = bars.bar(drawn, gantt.time)
    assert (found.begin, found.end, found.right) == (Edge.LEAD, Edge.FIRM, gantt.time.after(LAST))
    assert 0 < found.width == bars.LEAD_DAYS * gantt.time.per_day
    service = next(one for one in backwards.plan.rows if one.level == 0)
    assert (service.starts, service.ends) == (date(2019, 4, 15), date(2019, 6, 30))
    assert glance.of_newest(store, date(2019, 4, 16), "en")[0][:10] == service[:10]
    gantt.resize(900, 500)
    assert not gantt.grab().isNull()


def test_it_moves_by_days_as_what_is_due_by_a_day(backwards, plan):
    backwards.plan.gantt.go_to(plan["1.1"].id)
    press(backwards.plan.gantt, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    kept = plan["1.1"]
    assert (kept.deadline_kind, kept.starts, kept.ends) == (Kind.BY_DATE, None, date(2019, 4, 21))
    assert kept.deadline_ky == "2019 жыл 21-апрелге чейин"


def test_the_filters_find_it_by_its_last_day(backwards, clock):
    numbers = lambda which: [one.number for one in backwards.shown.rows(which) if one.level == 2]  # noqa: E731
    assert "1.1" in numbers(Which.THIS_QUARTER)
    assert "1.1" in numbers(Which.SOON)
    clock.today = date(2019, 4, 25)
    backwards.show_touched(frozenset({"strategy"}))
    assert "1.1" in numbers(Which.LATE)


def test_every_file_takes_it(backwards, plan, answers, told, tmp_path, qtbot):
    files = {}
    for command in [one for one in backwards.commands() if one.menu == "export"]:
        ending = next(ending for ending, (title, _) in KINDS.items() if str(title) == str(command.title))
        files[ending] = tmp_path / f"план{ending}"
        answers.will("save_file", files[ending])
        command.run()
        qtbot.wait_until(lambda: str(files[ending]) in "".join(told.words), timeout=20_000)  # noqa: B023
    line = next(openpyxl.load_workbook(files[".xlsx"]).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [day.date() for day in line[7:9]] == [FIRST, LAST], "the table keeps both days as they were typed"
    project = ElementTree.parse(files[".xml"]).getroot()
    task = next(one for one in project.iterfind(".//p:Task[p:Summary='0']", XML))
    assert task.find("p:Start", XML) is None, "no program takes a start after its finish"
    assert task.find("p:Finish", XML).text.startswith("2019-04-20")
    calendar = files[".ics"].read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20190420" in calendar
    assert not QImage(str(files[".png"])).isNull()


def test_it_is_approved_printed_and_comes_back_from_a_file(backwards, plan, store, tmp_path):
    plan.is_approved()
    with reading(store) as session:
        paper = papers.of(session, plan.id, date(2019, 4, 16))
    for make in (handouts.strategy, handouts.action_plan, gantt_paper.gantt, changes_paper.changes):
        assert text.render(make(paper, "ky"))
    assert "2019 жыл май" in text.render(handouts.action_plan(paper, "ky"))
    with come_back(store, tmp_path):
        pass


def test_other_days_under_the_same_words_are_told_in_the_language_of_the_paper(backwards, plan):
    before = baselines.content(plan.strategy)
    put(open_card(backwards, "1.1").deadline.form, ends="21.04.2019")
    now = baselines.content(plan.strategy)
    told = {one: differences.between(before, now, one) for one in ("ky", "ru")}
    assert [(one.before, one.after) for one in told["ru"]] == [
        ("май 2019 г. (01.05.2019 – 20.04.2019)", "май 2019 г. (01.05.2019 – 21.04.2019)")
    ]
    assert [one.before for one in told["ky"]] == ["2019 жыл май (01.05.2019 – 20.04.2019)"]
