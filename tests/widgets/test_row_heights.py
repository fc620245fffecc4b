"""Does a row show all that its cells hold, and no more height than that?"""

from dataclasses import dataclass

import pytest

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.record_table import RecordTable

SHORT = "мугалим"
LONG = "Чет-Нура айыл өкмөтүнүн башчысы, кызмат көрсөтүүлөрдү уюштуруу боюнча жумушчу комиссиянын төрагасы"


@dataclass(frozen=True)
class Seat:
    id: str
    post: str


@pytest.fixture
def table(qtbot):
    made = RecordTable(
        [Column("post", Message("Position"), lambda seat: seat.post, width=200)],
        key="test/heights",
        name=Message("Members"),
        lines=2,
    )
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    return made


def heights(table):
    return [table.grid.rowHeight(line) for line in range(table.grid.model().rowCount())]


def needed(table, lines):
    return lines * table.grid.fontMetrics().lineSpacing()


def test_a_post_of_many_words_is_read_whole_and_a_short_one_takes_no_more_than_its_line(table, qtbot):
    table.set_rows([Seat("1", SHORT), Seat("2", LONG)])

    qtbot.waitUntil(lambda: heights(table)[1] >= needed(table, 4))
    assert heights(table)[0] == style.ROW


def test_a_wider_column_needs_lower_rows(table, qtbot):
    table.set_rows([Seat("1", LONG)])
    qtbot.waitUntil(lambda: heights(table)[0] >= needed(table, 4))

    table.grid.horizontalHeader().resizeSection(0, 1_000)

    qtbot.waitUntil(lambda: heights(table)[0] == style.ROW)


def test_a_row_grows_with_what_is_typed_into_it(table, qtbot):
    table.set_rows([Seat("1", SHORT)])
    qtbot.waitUntil(lambda: heights(table) == [style.ROW])

    table.set_rows([Seat("1", LONG)])

    qtbot.waitUntil(lambda: heights(table)[0] >= needed(table, 4))


def test_words_are_counted_as_they_break_and_not_letter_by_letter(table, qtbot):
    table.set_rows([Seat("1", "комиссиянын төрагасынын комиссиянын төрагасынын")])
    widest = table.grid.fontMetrics().horizontalAdvance("комиссиянын")
    table.grid.horizontalHeader().resizeSection(0, round(widest * 1.6) + 22)

    qtbot.waitUntil(lambda: heights(table)[0] == style.ROW + 3 * table.grid.fontMetrics().lineSpacing())


def test_a_page_of_text_leaves_room_for_the_other_rows(table, qtbot):
    table.set_rows([Seat("1", LONG * 20), Seat("2", SHORT)])

    qtbot.waitUntil(lambda: heights(table)[1] == style.ROW)
    assert heights(table)[0] < needed(table, 7)


def test_a_long_table_keeps_one_height_and_asks_no_cell(table, qtbot):
    table.set_rows([Seat(str(number), LONG) for number in range(500)])
    qtbot.wait(50)

    assert set(heights(table)) == {table.grid.verticalHeader().defaultSectionSize()}
