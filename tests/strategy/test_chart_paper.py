"""Is the printed chart as large as was asked, whole, and the same as the one on the screen?"""

from datetime import date
from io import BytesIO

import docx as word
import pypdfium2
import pytest

from ayil_desktop.language.message import Message
from ayil_desktop.printing import docx, page, pdf
from ayil_desktop.printing.page import Margins
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import approval_actions, bars, chart_sheet, gantt_paper, papers, plan_actions, rules
from ayil_desktop.strategy.chart_layout import READABLE
from ayil_desktop.strategy.chart_sheet import ChartSheet, Edges, Fitting
from ayil_desktop.strategy.standing import State
from ayil_desktop.strategy.tab import Tab
from ayil_desktop.widgets import memory
from tests.commission.screens import choose, put
from tests.strategy.test_handouts import squeezed

TODAY = date(2019, 5, 10)


@pytest.fixture
def paper(store, chet_nura):
    with reading(store) as session:
        return papers.of(session, chet_nura, TODAY)


def pages(paper, sheet, language="ky"):
    """The squeezed text of each printed page."""
    file = pypdfium2.PdfDocument(pdf.render(gantt_paper.gantt(paper, language, sheet=sheet)))
    try:
        return [squeezed(page.get_textpage().get_text_range()) for page in file]
    finally:
        file.close()


SHEETS = [
    ChartSheet("A4"),
    ChartSheet("A3"),
    ChartSheet("A4", Fitting.PAGE),
    ChartSheet("A3", Fitting.PAGE),
    ChartSheet("A4", Fitting.PAGES, across=2, down=3),
    ChartSheet("A3", Fitting.PAGES, across=1, down=2, with_responsible=False),
    ChartSheet("A4", Fitting.SCALE, percent=50),
    ChartSheet("A3", Fitting.SCALE, percent=150),
]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: f"{one.paper}-{one.fitting}")
def test_what_is_said_before_printing_is_what_is_printed(paper, sheet):
    """Pages and letters; head and months stand on each page, and every activity on some page of each column."""
    layout = gantt_paper.layout(paper, "ky", sheet)
    printed = pages(paper, sheet)
    assert len(printed) == layout.pages
    charted = printed[: len(layout.times) * len(layout.bands)]
    assert all("Ишаракет" in page and "2019" in page for page in charted)
    for column in range(len(layout.times)):
        words = "".join(charted[column :: len(layout.times)])
        missing = [one.number for one in rules.activities(paper.strategy) if squeezed(one.text_ky) not in words]
        assert missing == []
    document = gantt_paper.gantt(paper, "ky", sheet=sheet)
    assert {block.size for block in document.blocks if hasattr(block, "columns") and block.grid} == {layout.letters}


@pytest.mark.parametrize("size", ["A4", "A3"])
def test_everything_fits_on_one_page_however_small_its_letters(paper, size):
    sheet = ChartSheet(size, Fitting.PAGE)
    assert gantt_paper.layout(paper, "ky", sheet).pages == 1
    assert not gantt_paper.layout(paper, "ky", sheet).is_readable


def test_pages_across_and_down_are_enough_and_are_used(paper):
    for across, down in ((1, 2), (2, 3), (3, 4)):
        layout = gantt_paper.layout(paper, "ky", ChartSheet("A4", Fitting.PAGES, across=across, down=down))
        assert (len(layout.times), len(layout.bands) + layout.tail_pages) == (across, down)


def test_more_pages_give_larger_letters(paper):
    letters = [
        gantt_paper.layout(paper, "ky", ChartSheet("A4", Fitting.PAGES, down=down)).letters for down in (1, 2, 4, 8)
    ]
    assert letters == sorted(set(letters))
    assert letters[0] < 7 < letters[-1]


def test_a_scale_multiplies_letters_and_months(paper):
    usual, double = (gantt_paper.layout(paper, "ky", ChartSheet("A3", Fitting.SCALE, percent=n)) for n in (100, 200))
    assert double.letters == 2 * usual.letters
    assert double.times[0].per_day == pytest.approx(2 * usual.times[0].per_day)
    assert len(double.times) > len(usual.times)


def test_no_month_is_cut_in_two_and_empty_ones_are_left_out(paper):
    layout = gantt_paper.layout(paper, "ky", ChartSheet("A4", Fitting.PAGES, across=3, down=4))
    assert (layout.times[0].begins, layout.times[-1].ends) == (date(2019, 3, 1), date(2019, 9, 30))
    for before, after in zip(layout.times, layout.times[1:], strict=False):
        assert after.begins.day == 1
        assert (after.begins - before.ends).days == 1


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2019", date(2019, 3, 1), date(2019, 9, 30)),
        ("2019/3", date(2019, 7, 1), date(2019, 9, 30)),
        ("2019/1", date(2019, 3, 1), date(2019, 3, 31)),
    ],
)
def test_the_empty_months_of_a_period_are_left_out_too(paper, period, first, last):
    sheet = ChartSheet(period=period)
    months = chart_sheet.months(gantt_paper.rows_of(paper, "ky", sheet), sheet, TODAY)
    assert (months[0].first, months[-1].last) == (first, last)


def test_one_service_and_one_quarter(paper):
    water = paper.strategy.priorities[0]
    sheet = ChartSheet(of=water.id, period="2019/2")
    (printed,) = ["".join(pages(paper, sheet))]
    inside = [one for one in rules.activities_of(water) if one.ends and one.ends >= date(2019, 4, 1)]
    inside = [one for one in inside if (one.starts or one.ends) <= date(2019, 6, 30)]
    outside = [one for one in rules.activities(paper.strategy) if one.id not in {one.id for one in inside}]
    texts = {one.text_ky for one in inside}
    assert len(inside) > 5
    assert all(squeezed(one) in printed for one in texts)
    assert not any(squeezed(one.text_ky) in printed for one in outside if one.text_ky not in texts)
    months = chart_sheet.months(gantt_paper.rows_of(paper, "ky", sheet), sheet, TODAY)
    assert (months[0].first, months[-1].last) == (date(2019, 4, 1), date(2019, 6, 30))


def test_the_approved_chart_names_its_resolution(paper):
    assert "№17/16" in pages(paper, ChartSheet())[0]
    assert "№17/16" not in pages(paper, ChartSheet(with_approval=False))[0]


def test_a_draft_waits_for_the_approval_of_the_head(store, plan):
    plan.does("2019 жыл май", "ар айда", "зарылдыгына жараша")
    with reading(store) as session:
        paper = papers.of(session, plan.id, TODAY)
    (printed,) = pages(paper, ChartSheet())
    assert squeezed(Message("I approve").into("ky")) in printed
    assert printed.count("зарылдыгынажараша") == 2  # as its deadline, and where its bar would be


def test_states_are_told_by_letters_that_the_legend_explains(paper):
    water = paper.strategy.priorities[0]
    printed = pages(paper, ChartSheet(of=water.id))
    late = [one for one in rules.activities_of(water) if paper.states[one.id] is State.LATE_UNRECORDED]
    assert "".join(printed).count("?") == len(late) + 1 == 7  # once more in the legend
    assert "Кечиккен,эчнерсежазылганэмес" in printed[0]
    assert "Аткарылды" not in "".join(printed)


def test_the_legend_stands_on_the_first_page_and_explains_all_that_is_drawn(paper):
    first, *others = pages(paper, ChartSheet())
    for words in ("Мөөнөтү келди", "Мезгилдин ичинде", "Ушул күндөн кечиктирбей", "Күнү жок, сөз менен"):
        assert squeezed(words) in first
    assert squeezed("Биринчи иш-аракеттен акыркысына чейин") in first
    assert len(others) > 2
    assert not any(squeezed("Мезгилдин ичинде") in page for page in others)


def test_the_head_names_the_office_and_says_what_was_approved_of_the_chart(paper):
    first = pages(paper, ChartSheet())[0]
    assert squeezed("Нарын облусу Нарын району Чет-Нура айыл өкмөтү Орто-Нура айылы") in first
    assert squeezed("2019-жылдын 10-майына карата") in first
    assert squeezed("План бекитилген; график анын кандай аткарылып жатканын кошумча көрсөтөт.") in first


def test_a_bracket_begins_where_the_first_bar_below_it_is_drawn(paper):
    """Task 2 of the first plan: «15-апрелге чейин» has a lead-in that begins before that day."""
    rows = gantt_paper.rows_of(paper, "ky", ChartSheet())
    place = next(place for place, row in enumerate(rows) if row.level == 1 and row.number == "2")
    assert bars.first_drawn(rows)[place] == date(2019, 4, 9)
    assert rows[place].starts == date(2019, 4, 15)
    assert all(rows[one].level < 2 for one in bars.first_drawn(rows))


def test_a_service_does_not_look_like_a_task(paper):
    first = pages(paper, ChartSheet())[0]
    service, task = paper.strategy.priorities[0], paper.strategy.priorities[0].tasks[0]
    assert squeezed(f"№1. {service.name_ky}") in first
    assert squeezed(f"1{task.title_ky}") in first


def test_arrows_run_through_the_rows_between(store, plan):
    plan.does("2019 жыл март", "2019 жыл апрель", "2019 жыл май")
    plan_actions.link(store, before_id=plan["1.1"].id, after_id=plan["1.3"].id)
    with reading(store) as session:
        paper = papers.of(session, plan.id, TODAY)
    assert "Мынданкийинкелет" in pages(paper, ChartSheet())[0]
    rows = gantt_paper.rows_of(paper, "ky", ChartSheet())
    time = gantt_paper.layout(paper, "ky", ChartSheet()).times[0]
    found = gantt_paper.chart_paper.chart_links.pieces(rows, time)
    assert sorted(found) == [2, 3, 4]
    assert found[3] == [((found[3][0][0][0], 0.0), (found[3][0][0][0], 1.0))]


def test_the_word_file_has_a_picture_in_every_row(paper):
    file = word.Document(BytesIO(docx.render(gantt_paper.gantt(paper, "ru", sheet=ChartSheet()))))
    chart = next(table for table in file.tables if len(table.rows) > 50)
    assert len(chart.rows) == 1 + len(gantt_paper.rows_of(paper, "ru", ChartSheet()))
    assert all(row.cells[-1].paragraphs[0].runs[0].element.xpath("w:drawing") for row in chart.rows)


FITTED = [sheet for sheet in SHEETS if sheet.fitting in (Fitting.PAGE, Fitting.PAGES)]


@pytest.mark.parametrize("sheet", FITTED, ids=lambda one: f"{one.paper}-{one.fitting}-{one.down}")
def test_pages_that_are_counted_have_room_for_the_lines_of_word(paper, sheet):
    """Each row of a table is half a point higher in Word than in the PDF."""
    layout = gantt_paper.layout(paper, "ky", sheet)
    _, height = page.size(sheet.paper, "landscape")
    room = height - page.MARGINS.top - page.MARGINS.bottom - layout.head
    line = 0.5 / page.POINTS_PER_MM
    # In one column Word itself cuts the pages; side by side each of them has to hold its own rows.
    bands = layout.bands if len(layout.times) > 1 else [range(len(layout.heights))]
    for number, band in enumerate(bands):
        above = layout.above if number == 0 else 0
        together = len(layout.bands) // len(bands) * room
        assert above + sum(layout.heights[place] + line for place in band) <= together


def test_small_letters_stay_small_in_the_word_file(paper):
    """Neither the letters nor the line of a picture make a row higher than in the PDF."""
    sheet = ChartSheet("A4", Fitting.PAGES, across=2, down=2)
    layout = gantt_paper.layout(paper, "ky", sheet)
    file = word.Document(BytesIO(docx.render(gantt_paper.gantt(paper, "ky", sheet=sheet))))
    chart = max(file.tables, key=lambda table: len(table.rows))
    words = [run for row in chart.rows for cell in row.cells for run in cell.paragraphs[0].runs if run.text]
    letters = {run.font.size.pt for run in words}
    assert letters
    assert max(letters) <= layout.letters < 7.5
    fields = [row.cells[-1].paragraphs[0] for row in chart.rows]
    assert {one.style.name for one in fields} == {"Field"}
    assert fields[0].style.font.size.pt == 1


# The window before it


@pytest.fixture
def tab(chet_nura, desk, qtbot, clock, no_memory):
    clock.today = TODAY
    screen = Tab(desk)
    screen.fill_at_once()
    qtbot.addWidget(screen)
    screen.show()
    return screen


def opened(tab, qtbot):
    tab.command("gantt").run()
    window = tab.window_shown
    qtbot.wait_until(lambda: bool(window.outcome.text()))
    return window


def test_the_size_of_the_letters_is_seen_before_printing(tab, qtbot, previewed):
    window = opened(tab, qtbot)
    assert window.outcome.text() == "Size of the letters: 8 pt. Pages: 6."
    assert window.warning.isHidden()
    choose(window.form.field("fitting").entry, "Everything on one page")
    qtbot.wait_until(lambda: window.outcome.text().endswith("Pages: 1."))
    assert "under 7 pt" in window.warning.text()
    assert window.warning.isVisible()
    choose(window.form.field("of").entry, tab.shown.strategy.priorities[0].name_ky)
    choose(window.form.field("paper").entry, "A3")
    qtbot.wait_until(lambda: not window.warning.isVisible())
    window.button.click()
    document = previewed.asked[-1]("ky")
    assert (document.paper, pdf.page_count(document)) == ("A3", 1)


@pytest.mark.parametrize(
    ("fitting", "offered"),
    [("Everything on one page", "Take 1 ×"), ("A fixed scale", "Take a scale of 88 per cent")],
)
def test_the_nearest_choice_that_can_be_read_is_one_click_away(tab, qtbot, previewed, fitting, offered):
    window = opened(tab, qtbot)
    assert window.offer.isHidden()
    choose(window.form.field("fitting").entry, fitting)
    if fitting == "A fixed scale":
        put(window.form, percent="50")
        window.measure()
    qtbot.wait_until(window.warning.isVisible)
    assert window.offer.text().startswith(offered)
    window.offer.click()
    qtbot.wait_until(lambda: not window.warning.isVisible())
    assert window.offer.isHidden()
    points = float(window.outcome.text().split("letters: ")[1].split(" pt")[0])
    assert READABLE <= points <= 8
    window.button.click()
    assert pdf.page_count(previewed.asked[-1]("ky")) > 1


def test_the_last_choice_is_offered_the_next_time(tab, qtbot, previewed):
    window = opened(tab, qtbot)
    choose(window.form.field("fitting").entry, "So many pages across and down")
    put(window.form, across="2", down="3", with_responsible=False)
    choose(window.form.field("period").entry, "Quarter II of 2019")
    window.button.click()
    assert pdf.page_count(previewed.asked[-1]("ru")) <= 6
    again = opened(tab, qtbot)
    values = again.form.values()
    assert (values["fitting"], values["across"], values["down"]) == (Fitting.PAGES, 2, 3)
    assert (values["period"], values["with_responsible"]) == ("2019/2", False)


def test_a_number_that_is_none_is_refused_at_its_field(tab, qtbot, previewed):
    window = opened(tab, qtbot)
    choose(window.form.field("fitting").entry, "A fixed scale")
    for wrong in ("", "5", "1000", "50,5", "үч"):
        put(window.form, percent=wrong)
        window.button.click()
        assert window.form.field("percent").refusal
    assert previewed.asked == []
    put(window.form, percent="50")
    window.button.click()
    assert len(previewed.asked) == 1


@pytest.mark.parametrize(
    "kept", [None, 7, {"paper": "A9", "fitting": "no", "across": "x", "of": "gone", "period": "1"}]
)
def test_a_damaged_memory_of_the_last_choice_harms_nobody(tab, qtbot, kept):
    memory.keep("strategy/chart-sheet", kept)
    window = opened(tab, qtbot)
    assert (window.form.values()["paper"], window.form.values()["fitting"]) == ("A4", Fitting.WIDTH)


def test_the_chart_lies_or_stands_with_the_edges_that_were_chosen(paper):
    """Letters, widths and pages follow the room between them; what is said is what is printed."""
    usual = gantt_paper.layout(paper, "ky", ChartSheet("A4", Fitting.PAGES, across=1, down=3))
    own = {"edges": Edges.OWN, "left": 20, "right": 10, "top": 15, "bottom": 15}
    for orientation, more in (("portrait", {}), ("landscape", {"edges": Edges.NARROW}), ("portrait", own)):
        sheet = ChartSheet("A4", Fitting.PAGES, across=1, down=3, orientation=orientation, **more)
        layout = gantt_paper.layout(paper, "ky", sheet)
        assert layout.letters != usual.letters
        document = gantt_paper.gantt(paper, "ky", sheet=sheet)
        assert document.margins == sheet.margins
        file = pypdfium2.PdfDocument(pdf.render(document))
        sizes = {tuple(round(side / page.POINTS_PER_MM) for side in one.get_size()) for one in file}
        count = len(file)
        file.close()
        assert (sizes, count) == ({(210, 297) if orientation == "portrait" else (297, 210)}, layout.pages)
        section = word.Document(BytesIO(docx.render(document))).sections[0]
        assert round(section.left_margin.mm) == sheet.margins.left


def test_unless_edges_are_chosen_the_sheets_can_be_stitched_into_a_file(paper):
    assert ChartSheet().margins == page.MARGINS
    assert gantt_paper.gantt(paper, "ky").margins.left == 30


STANDING = [
    ChartSheet("A4", orientation="portrait"),
    ChartSheet("A3", Fitting.PAGE, orientation="portrait"),
    ChartSheet("A4", Fitting.PAGES, across=2, down=3, orientation="portrait", edges=Edges.NARROW),
    ChartSheet("A4", Fitting.SCALE, percent=50, edges=Edges.NARROW),
    ChartSheet("A4", edges=Edges.OWN, left=50, right=50, top=50, bottom=50),
    ChartSheet("A4", Fitting.PAGES, across=2, down=8, orientation="portrait", edges=Edges.OWN, left=50, right=50),
]


@pytest.mark.parametrize("sheet", STANDING, ids=lambda one: f"{one.paper}-{one.fitting}-{one.orientation}-{one.edges}")
def test_what_is_said_before_printing_on_other_sheets_is_what_is_printed(paper, sheet):
    test_what_is_said_before_printing_is_what_is_printed(paper, sheet)


def test_the_footer_and_the_draft_mark_stay_on_the_sheet_with_narrow_edges(store, chet_nura):
    approval_actions.open_amendment(store, strategy_id=chet_nura, reason="Каражат", on=TODAY)
    with reading(store) as session:
        made = gantt_paper.gantt(papers.of(session, chet_nura, TODAY), "ky", sheet=ChartSheet(edges=Edges.NARROW))
    file = pypdfium2.PdfDocument(pdf.render(made))
    text = file[0].get_textpage()
    boxes = [text.get_charbox(number) for number in range(text.count_chars())]
    high = file[0].get_height()
    lowest, highest = min(box[1] for box in boxes if box[3] > box[1]), max(box[3] for box in boxes)
    file.close()
    assert lowest > 5 * page.POINTS_PER_MM
    assert highest < high - 4.2 * page.POINTS_PER_MM


def test_orientation_and_edges_are_chosen_before_printing(tab, qtbot, previewed):
    window = opened(tab, qtbot)
    form = window.form
    assert (form.field("orientation").read(), form.field("edges").read()) == ("landscape", Edges.STANDARD)
    assert not form.field("left").isVisible()
    before = window.outcome.text()
    choose(form.field("orientation").entry, "Portrait")
    choose(form.field("fitting").entry, "Everything on one page")
    choose(form.field("edges").entry, "Own margins")
    assert form.field("left").isVisible()
    assert [form.field(name).read() for name in ("left", "right", "top", "bottom")] == [30, 15, 20, 20]
    qtbot.wait_until(lambda: window.outcome.text() not in ("", before))
    put(form, left="кең")
    window.button.click()
    assert form.field("left").refusal == "“кең” is not a whole number. Enter it like 12"
    put(form, left="4")
    window.button.click()
    assert form.field("left").refusal == "Write a whole number from 10 to 50."
    put(form, left="12")
    window.button.click()
    document = previewed.asked[-1]("ky")
    assert (document.orientation, document.margins) == ("portrait", Margins(12, 15, 20, 20))
    again = opened(tab, qtbot).form
    assert (again.field("orientation").read(), again.field("left").read()) == ("portrait", 12)
