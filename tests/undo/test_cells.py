"""Can what stands in the cells of every table be cut and pasted back, as one step that is undone at once?"""

import shutil
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication

from ayil_desktop import command_line
from ayil_desktop.language import catalogue
from ayil_desktop.meetings import selections
from ayil_desktop.meetings.steps import Step
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import cell_block, notice
from ayil_desktop.widgets.record_table import RecordTable
from tests import opened
from tests.told import answers, no_memory, told  # noqa: F401

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """Practice for the commission and its meetings; the one real strategy is Chet-Nura's."""
    made = tmp_path_factory.mktemp("samples")
    for name in ("practice", "chet-nura"):
        command_line.make_sample(name, made / name)
    return made


@pytest.fixture(params=["commission", "meetings", "strategy"])
def subject(request):
    return request.param


@pytest.fixture
def frame(qtbot, samples, subject, tmp_path, no_memory, told):  # noqa: F811
    folder = tmp_path / "office.ayil"
    shutil.copytree(samples / ("chet-nura" if subject == "strategy" else "practice"), folder)
    catalogue.use("en")
    with opened.window(qtbot, folder, clock=lambda: TODAY, size=(1366, 700)) as frame:
        yield frame


def meetings(frame):
    with reading(frame.work.desk.store) as session:
        return [meeting.id for meeting in selections.meetings_list(session)]


def texts(table):
    model = table.grid.records
    return [[model.text(line, place) for place in range(model.columnCount())] for line in range(model.rowCount())]


def columns(table):
    """Those in which something can be entered, in the first row where that is so."""
    model = table.grid.records
    for line in range(model.rowCount()):
        places = [place for place in range(model.columnCount()) if cell_block.may_change(model.index(line, place))]
        if places:
            return line, places
    return 0, []


def mark(table, cells):
    selection = table.grid.selectionModel()
    selection.setCurrentIndex(cells[0], QItemSelectionModel.SelectionFlag.Clear)
    for cell in cells:
        selection.select(cell, QItemSelectionModel.SelectionFlag.Select)


def settle(tab):
    QApplication.processEvents()
    getattr(tab, "finish", QApplication.processEvents)()


def blocks(table):
    """Two cells of each column, one below the other, and all that one row has, where nothing keeps it closed."""
    line, places = columns(table)
    for place in places:
        yield [(line, place), (line + 1, place)]
    yield [(line, place) for place in places]


def cut_and_come_back(frame, told, tab, table):  # noqa: F811
    """Tells how many blocks were cut."""
    cut = 0
    for block in blocks(table):
        model, before = table.grid.records, texts(table)
        cells = [model.index(*place) for place in block if cell_block.may_change(model.index(*place))]
        places = [(cell.row(), cell.column()) for cell in cells]
        held = [before[line][place] for line, place in places]
        if not any(held):
            continue
        mark(table, cells)
        notice.board().notices.clear()
        said, steps = len(told.words), len(frame.work.desk.store.sitting.undo)
        table.cut()
        settle(tab)
        where = f"{table.accessibleName()}: {held}"
        assert QApplication.clipboard().text(), where
        if texts(table) == before:
            assert table.grid.refusal or len(told.words) > said, f"{where} stays without a word"
            assert len(frame.work.desk.store.sitting.undo) == steps, where
            continue
        now = texts(table)
        kept = [now[line][place] for line, place in places if now[line][place] == before[line][place]]
        assert [words for words in kept if words and words != "Not recorded"] == [], where
        assert str(frame.work.undo_step) == "Cut cells" or len(cells) == 1, where
        assert len(frame.work.desk.store.sitting.undo) == steps + 1, where
        frame.work.desk.undo()
        settle(tab)
        assert texts(table) == before, where
        cut += 1
    return cut


def seen(tab, frame):
    """Each page of a tab, one after the other."""
    if not hasattr(tab, "show_meeting"):
        for page in range(tab.pages.count() if hasattr(tab, "pages") else 1):
            if hasattr(tab, "pages"):
                tab.pages.setCurrentIndex(page)
            settle(tab)
            yield
        return
    for meeting in meetings(frame):
        tab.go_to(meeting)
        tab.finish()
        for step in Step:
            tab.page.look_at(step)
            tab.finish()
            yield
    tab.show_decisions()
    tab.finish()
    yield


def test_every_table_of_a_tab_gives_up_its_cells_or_says_why_and_gets_them_back(frame, told, subject):  # noqa: F811
    tab = frame.work.show_tab(subject)
    looked_at, cut = set(), 0
    for _ in seen(tab, frame):
        for table in tab.findChildren(RecordTable):
            if table.isVisible():
                looked_at.add(table.accessibleName())
                cut += cut_and_come_back(frame, told, tab, table)
    assert len(looked_at) >= {"commission": 1, "meetings": 4, "strategy": 3}[subject]
    # An approved strategy says no to each.
    assert (cut > 1) == (subject != "strategy"), looked_at
