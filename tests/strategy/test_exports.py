"""Does a plan arrive whole in Excel, MS Project, a calendar and a picture, with no date that nobody wrote?"""

import csv
import datetime
from datetime import date
from io import BytesIO, StringIO
from xml.etree import ElementTree

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import (
    chart_picture,
    chart_rows,
    export_calendar,
    export_project,
    export_workbook,
    papers,
    plan_actions,
    rules,
    standing,
)
from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.exporting import KINDS
from ayil_desktop.strategy.exports import MAKERS
from ayil_desktop.strategy.follow_up_records import Occurrence, Progress
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.strategy.tab import Tab
from tests.commission.screens import press

TODAY = date(2019, 5, 10)
FORMULAS = ("=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "http://x.kg")
HOSTILE = (*FORMULAS, "a;b,c\\d\nBEGIN:VEVENT", "<b>&\x07")


@pytest.fixture
def paper(store, chet_nura):
    return of(store, chet_nura)


def of(store, strategy_id):
    with reading(store) as session:
        return papers.of(session, strategy_id, TODAY)


@pytest.fixture
def hostile(store, plan):
    """A plan whose texts look like formulas, links and ends of lines."""
    for text in HOSTILE:
        entry = ActivityEntry(text, deadline="2019 жыл май", responsible=[text], products=[text])
        plan_actions.add_activity(store, task_id=plan.task_id, entry=entry)
    return of(store, plan.id)


# Excel


def sheets(paper, language="ky", name=""):
    book = openpyxl.load_workbook(BytesIO(export_workbook.make(paper, language, name)))
    return book.worksheets


def test_the_table_holds_every_activity_with_real_days(paper):
    table, _ = sheets(paper)
    lines = list(table.iter_rows(min_row=2, values_only=True))
    activities = list(rules.activities(paper.strategy))
    assert [line[2] for line in lines] == [one.number for one in activities]
    assert [line[3] for line in lines] == [one.text_ky for one in activities]
    assert [line[6] for line in lines] == [one.deadline_ky for one in activities]
    days = [tuple(day.date() if day else None for day in line[7:9]) for line in lines]
    assert days == [(one.starts, one.ends) for one in activities]
    assert all(cell.is_date for cell in table["I"][1:] if cell.value)
    assert table.auto_filter.ref == f"A1:M{len(lines) + 1}"
    assert table.freeze_panes == "E2"


def test_every_bar_is_drawn_in_cells_as_long_as_it_lasts(paper):
    _, chart = sheets(paper)
    weeks = [(cell.column, cell.value) for cell in chart[2] if cell.column > 4]
    assert [week for _, week in weeks[:5]] == ["1", "2", "3", "4", "1"]
    assert chart["E1"].value == "март 2019"
    assert (len(weeks), chart.freeze_panes) == (7 * 4, "E3")
    rows = chart_rows.rows(paper.strategy, paper.states, "ky")
    filled = {
        line - 3: [cell.column - 5 for cell in chart[line] if cell.column > 4 and cell.fill.fill_type]
        for line in range(3, 3 + len(rows))
    }
    assert [chart.cell(3 + place, 2).value for place in range(len(rows))] == [row.text for row in rows]
    march = next(place for place, row in enumerate(rows) if row.words == "2019 жыл март")
    assert filled[march] == [0, 1, 2, 3]
    undated = next(place for place, row in enumerate(rows) if row.level == 2 and row.ends is None)
    assert filled[undated] == []
    for place, row in enumerate(rows):
        assert bool(filled[place]) is (row.ends is not None)


def test_a_late_bar_says_so_by_its_letter_too(paper):
    _, chart = sheets(paper)
    letters = [cell.value for row in chart.iter_rows(min_row=3, min_col=5) for cell in row if cell.value]
    late = sum(state is standing.State.LATE_UNRECORDED for state in paper.states.values())
    assert letters.count("?") == late > 0


def test_a_name_that_looks_like_a_formula_stays_a_text(hostile):
    for sheet in sheets(hostile):
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    table, _ = sheets(hostile)
    assert [cell.value for cell in table["D"][1:]][:6] == list(FORMULAS)


def test_a_long_plan_counts_months_and_a_longer_one_quarters(store, plan):
    plan.does("2019 жыл март", "2024 жыл май")
    _, chart = sheets(of(store, plan.id))
    assert (chart["E1"].value, chart["E2"].value) == ("2019", "03")
    plan.does("2060 жыл май")
    _, chart = sheets(of(store, plan.id))
    assert chart["E2"].value == "I"


def test_a_text_longer_than_a_cell_is_cut_where_the_cell_ends(store, plan):
    entry = ActivityEntry("Узун", deadline="2019 жыл май", responsible=[], products=["ө" * 20_000] * 2)
    plan_actions.add_activity(store, task_id=plan.task_id, entry=entry)
    table, _ = sheets(of(store, plan.id))
    assert (len(table["E2"].value), table["E2"].value[-1]) == (32_767, "…")


def test_an_empty_plan_is_a_workbook_too(store, plan):
    table, chart = sheets(of(store, plan.id))
    assert (table.max_row, chart["B3"].value) == (1, "Таза суу")


# MS Project

XML = {"p": export_project.NAMESPACE}


def tasks(paper, language="ky"):
    root = ElementTree.fromstring(export_project.make(paper, language))
    return [{named(part): part.text for part in task} | {"": task} for task in root.iterfind(".//p:Task", XML)]


def named(part):
    return part.tag.split("}")[1]


def test_the_tree_of_the_plan_is_the_outline_of_the_project(paper):
    found = tasks(paper)
    rows = chart_rows.rows(paper.strategy, paper.states, "ky")
    assert [task["OutlineLevel"] for task in found] == [str(row.level + 1) for row in rows]
    assert [task["Summary"] for task in found] == [str(int(row.level < 2)) for row in rows]
    assert [task["UID"] for task in found] == [str(number) for number in range(1, len(rows) + 1)]
    assert found[0]["OutlineNumber"] == "1"
    assert found[2]["OutlineNumber"] == "1.1.1"
    assert all(row.text.split()[0] in task["Name"] for task, row in zip(found, rows, strict=True))


def test_every_task_is_scheduled_by_hand_and_keeps_its_words(paper):
    found = [task for task in tasks(paper) if task["Summary"] == "0"]
    for task, activity in zip(found, rules.activities(paper.strategy), strict=True):
        assert task["Manual"] == "1"
        assert task["FinishText"] == " ".join(activity.deadline_ky.split())
        assert task.get("Finish") == (f"{activity.ends}T17:00:00" if activity.ends else None)
        assert task.get("ManualStart") == (f"{activity.starts}T08:00:00" if activity.starts else None)
        assert task.get("Deadline") == task.get("Finish")


def test_what_has_no_day_is_given_none(store, plan):
    plan.does("ар айда", "зарылдыгына жараша", "кийинчерээк көрөбүз", "2019 жыл 15-апрелге чейин")
    regular, needed, unknown, by = tasks(of(store, plan.id))[2:]
    for task in (regular, needed, unknown):
        assert not {"Start", "Finish", "Duration", "ManualStart", "ManualFinish", "Deadline"} & task.keys()
        assert task["StartText"] == task["FinishText"]
    assert (by["Finish"], by.get("Start"), by.get("Duration")) == ("2019-04-15T17:00:00", None, None)
    assert by["FinishText"] == "2019 жыл 15-апрелге чейин"


def test_arrows_become_links_from_finish_to_start(store, plan):
    plan.does("2019 жыл март", "2019 жыл апрель")
    plan_actions.link(store, before_id=plan["1.1"].id, after_id=plan["1.2"].id)
    first, second = tasks(of(store, plan.id))[2:]
    (link,) = second[""].findall("p:PredecessorLink", XML)
    assert link.find("p:PredecessorUID", XML).text == first["UID"]
    assert link.find("p:Type", XML).text == "1"
    assert first[""].find("p:PredecessorLink", XML) is None


ORDER = (
    "UID ID Name Active Manual Type IsNull Contact WBS OutlineNumber OutlineLevel Priority Start Finish Duration "
    "ManualStart ManualFinish ManualDuration StartText FinishText DurationFormat Milestone Summary PercentComplete "
    "Deadline Notes PredecessorLink"
).split()


def test_elements_stand_in_the_order_of_the_schema(paper, hostile):
    for one in (paper, hostile):
        for task in tasks(one):
            names = [named(part) for part in task[""]]
            assert names == sorted(names, key=ORDER.index)


def test_a_month_lasts_its_working_days(store, plan):
    plan.does("2019 жыл май", "2019 жыл апрель")
    may, april = tasks(of(store, plan.id))[2:]
    assert (may["Duration"], april["ManualDuration"]) == (
        "PT184H0M0S",
        "PT176H0M0S",
    )  # 23 and 22 days from Mon. to Fri.


# Calendar


def unfolded(content):
    text = content.decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    return text.replace("\r\n ", "").split("\r\n")


def events(paper, language="ky"):
    found, fields = [], {}
    for line in unfolded(export_calendar.make(paper, language)):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            fields = {}
        elif line == "END:VEVENT":
            found.append(fields)
        else:
            fields.setdefault(name, value)
    return found


def plain(value):
    """An escaped text as it was."""
    out, letters = "", iter(value)
    for letter in letters:
        if letter == "\\":
            following = next(letters)
            out += {"n": "\n"}.get(following, following)
        else:
            out += letter
    return out


def test_every_deadline_is_a_whole_day_in_the_calendar(paper):
    dated = [one for one in rules.activities(paper.strategy) if one.ends]
    found = events(paper)
    assert len(found) == len(dated)
    for event, activity in zip(found, dated, strict=True):
        assert event["DTSTART;VALUE=DATE"] == f"{activity.ends:%Y%m%d}"
        assert event["DTEND;VALUE=DATE"] == f"{activity.ends + datetime.timedelta(days=1):%Y%m%d}"
        assert plain(event["SUMMARY"]) == " ".join(f"{activity.number}. {activity.text_ky}".split())
        assert " ".join(activity.deadline_ky.split()) in " ".join(plain(event["DESCRIPTION"]).split())


def test_an_entry_keeps_its_identity(paper):
    first, again = ([event["UID"] for event in events(paper, language)] for language in ("ky", "ru"))
    assert first == again
    assert len(set(first)) == len(first)


def test_texts_cannot_end_a_line_or_an_entry(hostile):
    found = events(hostile)
    assert len(found) == len(HOSTILE)
    assert plain(found[6]["SUMMARY"]) == "1.7. a;b,c\\d BEGIN:VEVENT"


def test_a_regular_activity_stands_at_each_of_its_times_and_an_undated_one_nowhere(store, plan):
    plan.does("дайыма", "зарылдыгына жараша", "жылына бир жолу")
    activity = plan["1.1"]
    for number, day in enumerate((date(2019, 5, 31), date(2019, 6, 28))):
        activity.occurrences.append(Occurrence(id=f"o{number}", on=day, is_done=False))
    paper = of(store, plan.id)
    found = paper.strategy.priorities[0].tasks[0].activities[0]
    found.occurrences[:] = activity.occurrences
    assert [event["DTSTART;VALUE=DATE"] for event in events(paper)] == [
        *("20190531", "20190628"),
        *("20191231", "20201231"),
    ]


def test_what_is_done_reminds_nobody(store, plan):
    plan.does("2019 жыл май", "2019 жыл май").is_approved()
    plan.is_reviewed(date(2019, 5, 9), n1_1=Progress.DONE)
    lines = unfolded(export_calendar.make(of(store, plan.id), "ky"))
    assert lines.count("BEGIN:VEVENT") == 2
    assert lines.count("BEGIN:VALARM") == 1


# All of them


def test_one_service_alone(paper):
    for make in (export_workbook.make, export_project.make, export_calendar.make):
        assert len(make(paper, "ky", "1")) < len(make(paper, "ky", ""))
        with pytest.raises(Refused):
            make(paper, "ky", "9")


def test_the_picture_shows_the_whole_chart_in_colour(qtbot, paper):
    rows = chart_rows.rows(paper.strategy, paper.states, "ky")
    picture = chart_picture.painted(rows, today=TODAY, exceptions=())
    found = QImage.fromData(chart_picture.png(picture), "PNG")
    assert found.size() == picture.size()
    assert found.height() > 30 * len(rows)
    colours = {found.pixel(x, y) for x in range(0, found.width(), 7) for y in range(0, found.height(), 31)}
    assert len(colours) > 20
    bottom = {found.pixel(x, found.height() - 60) for x in range(0, found.width(), 2)}
    assert len(bottom) > 1


def test_a_plan_that_no_picture_holds_is_refused(qtbot):
    rows = [Row(str(number), 2, str(number), "Иш") for number in range(2_000)]
    with pytest.raises(Refused):
        chart_picture.painted(rows, today=TODAY, exceptions=())


# CSV


def cells(content):
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_csv_file_holds_what_the_table_of_the_workbook_holds(paper):
    head, *lines = cells(MAKERS[".csv"](paper, "ky", ""))
    sheet = openpyxl.load_workbook(BytesIO(MAKERS[".xlsx"](paper, "ky", ""))).worksheets[0]
    titles, *rows = sheet.iter_rows(values_only=True)
    assert head == list(titles)
    assert len(lines) == 59
    assert lines == [
        [f"{one:%d.%m.%Y}" if isinstance(one, datetime.datetime) else "" if one is None else str(one) for one in row]
        for row in rows
    ]
    assert {line[0] for line in cells(MAKERS[".csv"](paper, "ky", "2"))[1:]} == {lines[20][0]}


def test_no_text_of_a_csv_file_is_a_formula(hostile):
    lines = cells(MAKERS[".csv"](hostile, "en", ""))[1:]
    assert [line[3].strip() for line in lines] == [text.strip().replace("\x07", "") for text in HOSTILE]
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]


# From the screen


@pytest.mark.parametrize("ending", KINDS)
def test_the_menu_writes_the_file_where_the_user_said(qtbot, chet_nura, desk, answers, told, tmp_path, ending):
    tab = Tab(desk)
    tab.fill_at_once()
    qtbot.addWidget(tab)
    target = tmp_path / f"план{ending}"
    answers.will("save_file", target)
    titles = {str(command.title): command for command in tab.commands() if command.menu == "export"}
    assert len(titles) == len(KINDS)
    titles[str(KINDS[ending][0])].run()
    qtbot.wait_until(lambda: str(target) in "".join(told.words), timeout=20_000)
    starts = {
        ".xlsx": b"PK",
        ".csv": "\ufeff".encode(),
        ".png": b"\x89PNG",
        ".xml": b"<?xml",
        ".ics": b"BEGIN:VCALENDAR",
    }
    assert target.read_bytes().startswith(starts[ending])


def test_turning_away_writes_nothing(qtbot, chet_nura, desk, answers, told):
    tab = Tab(desk)
    tab.fill_at_once()
    qtbot.addWidget(tab)
    answers.will("save_file", None)
    tab.exporting.export(".xlsx")
    assert told.words == []


def test_the_screen_and_the_command_line_know_the_same_files():
    assert {*MAKERS, ".png"} == set(KINDS)
    assert all(isinstance(title, Message) for title, _ in KINDS.values())


DRAGGED = (
    "2019 жыл 15-апрелге чейин",
    "2019-жылдын 10-июну",
    "2019-жылдын 1-мартынан 15-мартына чейин",
    "2019 жыл августтун 3-4-аптасы",
    "2019-жылдын май айынын үчүнчү декадасы",
    "2019 жыл декабрь",
    "2019-жылдын март-май айлары",
    "2019-жылдын III-IV чейректери",
    "2019-жылдын 2-жарым жылдыгы",
    "2019-жыл бою",
    "2019-2020-жылдар",
    "2019-жылы ай сайын",
    "зарылчылыкка жараша",
)


def test_what_was_moved_and_stretched_stands_so_in_every_file(plan, show, answers, told, tmp_path, qtbot):
    plan.does(*DRAGGED)
    tab = show()
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    for number in plan.numbers()[:-2]:
        tab.plan.gantt.go_to(plan[number].id)
        press(tab.plan.gantt, Qt.Key.Key_Right, alt)
        press(tab.plan.gantt, Qt.Key.Key_Right, ctrl)
    moved = list(rules.activities(plan.strategy))
    assert not {one.deadline_ky for one in moved[:-2]} & set(DRAGGED)
    files = {}
    for command in [one for one in tab.commands() if one.menu == "export"]:
        ending = next(ending for ending, (title, _) in KINDS.items() if str(title) == str(command.title))
        files[ending] = tmp_path / f"план{ending}"
        answers.will("save_file", files[ending])
        command.run()
        qtbot.wait_until(lambda: str(files[ending]) in "".join(told.words), timeout=20_000)  # noqa: B023
    table = openpyxl.load_workbook(files[".xlsx"]).worksheets[0]
    lines = list(table.iter_rows(min_row=2, values_only=True))
    assert [line[6] for line in lines] == [one.deadline_ky for one in moved]
    assert [tuple(day.date() if day else None for day in line[7:9]) for line in lines] == [
        (one.starts, one.ends) for one in moved
    ]
    project = ElementTree.parse(files[".xml"]).getroot()
    said = [one.text for one in project.iterfind(".//p:Task[p:Summary='0']/p:FinishText", XML)]
    assert said == [one.deadline_ky for one in moved]
    calendar = files[".ics"].read_text(encoding="utf-8").replace("\n ", "")
    days = [line.partition(":")[2] for line in calendar.splitlines() if line.startswith("DTSTART;VALUE=DATE")]
    due = [f"{one.ends:%Y%m%d}" for one in moved if one.ends]
    assert (days[: len(due)], len(days) - len(due)) == (due, 12), "what is done every month of 2019 stands in each"
    picture = QImage(str(files[".png"]))
    assert picture.width() > 500
    assert picture.height() > 20 * len(moved)
