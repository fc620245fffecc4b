"""Does a table behave as in Excel, and is nothing lost that was typed?"""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import kyrgyz_input, memory, palette, translating
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.labels import ClauseLink
from ayil_desktop.widgets.notice_bar import NoticeBar
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.refusal import RefusalNote
from tests.typing import press_letter, type_text

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ROLES = (
    Choice("chair", Message("Chairman")),
    Choice("secretary", Message("Secretary")),
    Choice(None, Message("Member")),
)


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    post: str = "адис"
    role: str | None = None
    since: date | None = None
    born: int | None = None
    came: bool | None = None


class Office:
    """Keeps people as a store does: each change makes new objects, and the table is given all of them again."""

    def __init__(self, people):
        self.people = list(people)
        self.changes = []
        self.table = None
        self.drops = None

    def put(self, person, **changed):
        self.changes.append((person.id, changed))
        if changed.get("name") == "":
            raise Refused(Message("A member needs a name."), field="name", clause="CN-5.1")
        self.people = [replace(kept, **changed) if kept.id == person.id else kept for kept in self.people]
        if self.drops:
            self.people = [kept for kept in self.people if kept.id != self.drops]
        self.table.set_rows([replace(kept) for kept in self.people])

    def columns(self):
        def change(key):
            return lambda person, value: self.put(person, **{key: value})

        return (
            Column(
                "name", Message("Name"), lambda person: person.name, width=200, set_value=change("name"), stretches=True
            ),
            Column("post", Message("Post"), lambda person: person.post),
            Column(
                "role", Message("Role"), lambda p: p.role, editor=Editor.CHOICE, choices=ROLES, set_value=change("role")
            ),
            Column("since", Message("Since"), lambda p: p.since, editor=Editor.DATE, set_value=change("since")),
            Column(
                "born", Message("Born"), lambda p: p.born, editor=Editor.NUMBER, align="right", set_value=change("born")
            ),
            Column("came", Message("Came"), lambda p: p.came, editor=Editor.CHECK, set_value=change("came")),
        )


PEOPLE = [
    Person("1", "Үсөнов", role="chair", since=date(2018, 10, 18), born=1970, came=True),
    Person("2", "Узакова", came=False),
    Person("3", "Өмүров", born=1985),
    Person("4", "Осмонов", "башчы"),
]


@pytest.fixture
def office():
    return Office(PEOPLE)


@pytest.fixture
def show(qtbot, office):
    """Make a table over the office's people and show it in a window with a field beside it."""
    windows = []

    def shown(columns=None, rows=None, **options):
        table = RecordTable(columns or office.columns(), key="test/people", name=Message("Members"), **options)
        office.table = table
        window = QMainWindow()
        window.setCentralWidget(table)
        window.resize(1000, 500)
        qtbot.addWidget(window)
        windows.append(window)
        table.set_rows(office.people if rows is None else rows)
        with qtbot.wait_exposed(window):
            window.show()
        window.activateWindow()
        table.grid.setFocus()
        return table

    return shown


@pytest.fixture
def table(show):
    made = show()
    made.go_to("1", "name")
    return made


def editor(table):
    opened = list(table.grid.editors.opened)
    assert opened, "no cell is being edited"
    return opened[-1]


def press(qtbot, widget, *keys):
    """Keys, keys with a modifier, or a text to type."""
    for key in keys:
        if isinstance(key, str):
            type_text(widget, key)
        elif isinstance(key, tuple):
            qtbot.keyClick(widget, key[0], key[1])
        else:
            qtbot.keyClick(widget, key)


def place(table):
    return table.current().id, table.current_column()


def put_on_clipboard(text, html=""):
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QApplication.clipboard().setMimeData(mime)


def names(table):
    return [person.name for person in table.shown()]


# Editing


def test_typing_replaces_what_is_in_the_cell_and_enter_goes_down(table, office, qtbot):
    press(qtbot, table.grid, "Абдыев")
    assert editor(table).text() == "Абдыев"
    press(qtbot, editor(table), Key.Key_Return)
    assert office.people[0].name == "Абдыев"
    assert place(table) == ("2", "name")
    assert not table.grid.editors.opened


def test_f2_opens_the_cell_with_the_cursor_behind_its_text(table, office, qtbot):
    press(qtbot, table.grid, Key.Key_F2)
    assert editor(table).selectedText() == ""
    press(qtbot, editor(table), "а", Key.Key_Tab)
    assert office.people[0].name == "Үсөнова"
    assert place(table) == ("1", "post")


def test_escape_gives_the_old_text_back(table, office, qtbot):
    press(qtbot, table.grid, "Абдыев")
    press(qtbot, editor(table), Key.Key_Escape)
    assert not table.grid.editors.opened
    assert office.changes == []


def test_the_same_text_again_is_no_change(table, office, qtbot):
    press(qtbot, table.grid, Key.Key_F2)
    press(qtbot, editor(table), Key.Key_Return)
    assert office.changes == []
    assert place(table) == ("2", "name")


def test_enter_tab_and_shift_walk_through_the_cells(table, qtbot):
    press(qtbot, table.grid, Key.Key_Return, Key.Key_Return)
    assert place(table) == ("3", "name")
    press(qtbot, table.grid, (Key.Key_Return, Qt.KeyboardModifier.ShiftModifier))
    assert place(table) == ("2", "name")
    press(qtbot, table.grid, Key.Key_Tab, Key.Key_Tab)
    assert place(table) == ("2", "role")
    press(qtbot, table.grid, (Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier))
    assert place(table) == ("2", "post")
    for _ in range(5):
        press(qtbot, table.grid, Key.Key_Tab)
    assert place(table) == ("3", "name")


def test_enter_at_the_end_stays_and_tab_leaves_the_table(table, qtbot):
    table.go_to("4", "came")
    press(qtbot, table.grid, Key.Key_Return)
    assert place(table) == ("4", "came")
    press(qtbot, table.grid, Key.Key_Tab)
    assert not table.grid.hasFocus()


def test_f6_leaves_the_table_at_once(table, qtbot):
    press(qtbot, table.grid, Key.Key_F6)
    assert not table.grid.hasFocus()


def test_up_and_down_take_what_was_typed(table, office, qtbot):
    press(qtbot, table.grid, "Абдыев")
    press(qtbot, editor(table), Key.Key_Down)
    assert office.people[0].name == "Абдыев"
    assert place(table) == ("2", "name")


def test_a_cell_that_cannot_be_edited_does_not_open(table, qtbot):
    table.go_to("1", "post")
    press(qtbot, table.grid, Key.Key_F2, "ж")
    assert not table.grid.editors.opened
    assert table.edit("1", "post") is None
    assert table.edit("nobody", "name") is None


def test_ң_ө_ү_open_a_cell_as_other_letters_do(table, office, qtbot):
    press_letter(table.grid, "о", Qt.KeyboardModifier.AltModifier)
    assert editor(table).text() == "ө"


def test_a_date_is_typed_as_people_write_it(table, office, qtbot):
    table.go_to("2", "since")
    press(qtbot, table.grid, "13.3.19")
    press(qtbot, editor(table), Key.Key_Return)
    assert office.people[1].since == date(2019, 3, 13)
    assert "13.03.2019" in [table.grid.model().index(1, 3).data()]


def test_a_number_is_a_number(table, office, qtbot):
    table.go_to("2", "born")
    press(qtbot, table.grid, "1960")
    press(qtbot, editor(table), Key.Key_Return)
    assert office.people[1].born == 1960


def test_a_choice_is_picked_by_its_first_letter(table, office, qtbot):
    table.go_to("2", "role")
    press(qtbot, table.grid, "s")
    assert isinstance(editor(table), QComboBox)
    press(qtbot, editor(table), Key.Key_Return)
    assert office.people[1].role == "secretary"
    assert table.grid.model().index(1, 2).data() == "Secretary"


def test_a_choice_that_is_clicked_is_taken_at_once(table, office, qtbot):
    opened = table.edit("2", "role")
    assert opened.view().isVisible()
    qtbot.keyClick(opened.view(), Key.Key_Up)
    qtbot.keyClick(opened.view(), Key.Key_Return)
    assert office.people[1].role == "secretary"
    assert not table.grid.editors.opened


def test_a_list_of_choices_is_read_whole_in_a_narrow_column_and_at_the_edge(show, office):
    roles = (Choice("chair", Message("Chairman of the district commission on services")), *ROLES[1:])
    name, post, role, *rest = office.columns()
    narrow = replace(role, choices=roles, width=110)
    for columns in ((name, narrow, post), (name, post, *rest, narrow)):
        table = show(columns)
        opened = table.edit("1", "role")
        words = opened.fontMetrics().horizontalAdvance(str(roles[0].title))
        assert table.grid.columnWidth(table.grid.currentIndex().column()) < words < opened.width()
        assert table.grid.viewport().rect().contains(opened.geometry().adjusted(1, 1, 0, 0))
        table.grid.finish()


def test_a_tick_is_set_by_space_and_delete_makes_it_unknown(table, office, qtbot):
    table.go_to("2", "came")
    press(qtbot, table.grid, Key.Key_Space)
    assert office.people[1].came is True
    press(qtbot, table.grid, Key.Key_Space)
    assert office.people[1].came is False
    press(qtbot, table.grid, Key.Key_Delete)
    assert office.people[1].came is None


def test_a_tick_is_said_in_words(table):
    model = table.grid.model()
    said = [model.index(line, 5).data(Qt.ItemDataRole.AccessibleTextRole) for line in range(3)]
    assert said == ["Yes", "No", "Not recorded"]
    states = [Qt.CheckState(model.index(line, 5).data(Qt.ItemDataRole.CheckStateRole)) for line in range(3)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked]


# Refusals


def test_a_no_is_said_at_the_cell_and_the_typed_text_stays(table, office, qtbot):
    table.go_to("1", "since")
    press(qtbot, table.grid, "31.02.2019")
    press(qtbot, editor(table), Key.Key_Return)
    assert editor(table).text() == "31.02.2019"
    assert "31.02.2019" in table.grid.refusal
    assert place(table) == ("1", "since")
    editor(table).selectAll()
    press(qtbot, editor(table), "28.02.2019", Key.Key_Return)
    assert office.people[0].since == date(2019, 2, 28)
    assert table.grid.refusal == ""
    assert not table.grid.editors.opened


def test_the_clause_of_a_no_can_be_asked_for(table, qtbot):
    press(qtbot, table.grid, Key.Key_F2)
    editor(table).clear()
    press(qtbot, editor(table), Key.Key_Return)
    assert table.grid.refusal == "A member needs a name."
    with qtbot.wait_signal(table.clause_asked, check_params_cb=lambda clause: clause == "CN-5.1"):
        table.findChild(ClauseLink).click()


def test_a_refused_cell_stays_open_while_the_user_goes_elsewhere(table, office, qtbot):
    press(qtbot, table.grid, Key.Key_F2)
    editor(table).clear()
    press(qtbot, editor(table), Key.Key_Return)
    table.go_to("3", "name")
    table.grid.setFocus()
    assert [opened.text() for opened in table.grid.editors.opened] == [""]
    assert len(office.changes) == 1, "leaving must not ask again"
    press(qtbot, table.grid, "Өмүрова")
    press(qtbot, editor(table), Key.Key_Return)
    assert office.people[2].name == "Өмүрова"
    first = next(iter(table.grid.editors.opened))
    press(qtbot, first, Key.Key_Escape)
    assert not table.grid.editors.opened
    assert office.people[0].name == "Үсөнов"


def test_what_is_half_typed_survives_that_rows_come_and_go(table, office, qtbot):
    press(qtbot, table.grid, Key.Key_F2)
    editor(table).clear()
    press(qtbot, editor(table), Key.Key_Return)
    table.set_rows([Person("0", "Жаңы"), *office.people])
    assert editor(table).text() == ""
    assert table.grid.refusal == "A member needs a name."
    assert table.grid.editors.opened[editor(table)].row() == 1


def test_what_is_half_typed_survives_that_the_same_rows_are_read_again(table, office, qtbot):
    press(qtbot, table.grid, "Абд")
    table.set_rows([replace(person) for person in office.people])
    assert editor(table).text() == "Абд"


def test_a_refused_tick_says_why_and_goes_away_when_the_user_goes_on(show, office, qtbot):
    def refuse(person, value):
        raise Refused(Message("The meeting is sealed."))

    column = Column("came", Message("Came"), lambda p: p.came, editor=Editor.CHECK, set_value=refuse)
    table = show([office.columns()[0], column])
    table.go_to("2", "came")
    press(qtbot, table.grid, Key.Key_Space)
    assert table.grid.refusal == "The meeting is sealed."
    press(qtbot, table.grid, Key.Key_Up)
    assert table.grid.refusal == ""


def test_a_no_at_the_last_line_is_said_above_it(show, office, qtbot):
    office.people = [Person(str(number), f"Адам {number}") for number in range(40)]
    table = show()
    table.go_to("39", "name")
    opened = table.edit("39", "name")
    opened.clear()
    press(qtbot, opened, Key.Key_Return)
    note = table.grid.findChild(RefusalNote)
    assert note.isVisible()
    assert note.geometry().bottom() <= opened.geometry().top()
    assert table.grid.viewport().rect().contains(note.geometry())


# Rows that are read again


def test_the_current_cell_stays_on_its_row(table, office):
    table.go_to("3", "since")
    table.set_rows([Person("0", "Жаңы"), *office.people])
    assert place(table) == ("3", "since")
    table.set_rows(office.people[:2])
    assert place(table)[0] == "2"


def test_a_row_that_its_own_change_removes_is_gone_afterwards(table, office, qtbot):
    office.drops = "1"
    press(qtbot, table.grid, "Абдыев")
    press(qtbot, editor(table), Key.Key_Return)
    assert names(table) == ["Узакова", "Өмүров", "Осмонов"]
    assert table.current().id == "2"


def test_a_click_elsewhere_takes_what_was_typed_although_rows_go(table, office, qtbot):
    office.drops = "2"
    press(qtbot, table.grid, "Абдыев")
    cell = table.grid.visualRect(table.grid.model().index(3, 0)).center()
    qtbot.mouseClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    qtbot.wait_until(lambda: names(table) == ["Абдыев", "Өмүров", "Осмонов"])
    assert table.current().id == "4"


def test_whoever_shows_the_current_row_hears_of_it(table, office, qtbot):
    heard = []
    table.current_changed.connect(heard.append)
    table.go_to("2", "name")
    assert heard[-1].id == "2"
    office.put(PEOPLE[1], post="катчы")
    assert heard[-1].post == "катчы"
    table.set_rows([])
    assert heard[-1] is None
    assert table.current() is None
    assert table.current_column() == ""


def test_rows_are_given_back_as_they_came(table, office):
    table.sort_by("name")
    assert table.rows() == office.people


# Copy and paste


def test_a_block_is_copied_as_text_and_as_a_table(table, qtbot):
    model = table.grid.model()
    marked = QItemSelection(model.index(0, 0), model.index(1, 3))
    table.grid.selectionModel().select(marked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    press(qtbot, table.grid, (Key.Key_C, Qt.KeyboardModifier.ControlModifier))
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == "Үсөнов\tадис\tChairman\t18.10.2018\r\nУзакова\tадис\tMember\t"
    assert mime.html().count("<td>") == 8


def test_columns_are_copied_in_the_order_of_the_screen(table):
    table.grid.horizontalHeader().moveSection(1, 0)
    table.grid.selectRow(0)
    assert table.grid.marked()[0][:2] == ["адис", "Үсөнов"]


def test_a_block_that_is_pasted_is_told(table, qtbot):
    put_on_clipboard("x", "<table><tr><td>Асан</td><td>адис</td></tr></table>")
    with qtbot.wait_signal(table.pasted, check_params_cb=lambda block: block == [["Асан", "адис"]]):
        press(qtbot, table.grid, (Key.Key_V, Qt.KeyboardModifier.ControlModifier))


def test_one_value_is_pasted_into_the_cell(table, office, qtbot):
    put_on_clipboard("13.03.2019\r\n")
    table.go_to("2", "since")
    with qtbot.assert_not_emitted(table.pasted):
        table.paste()
    assert office.people[1].since == date(2019, 3, 13)


def test_a_value_that_does_not_fit_opens_the_cell_with_it(table, office):
    put_on_clipboard("эртең")
    table.go_to("2", "since")
    table.paste()
    assert editor(table).text() == "эртең"
    assert table.grid.refusal
    assert office.changes == []


def test_one_value_on_a_cell_that_cannot_be_edited_is_told(table, qtbot):
    put_on_clipboard("Асан")
    table.go_to("2", "post")
    with qtbot.wait_signal(table.pasted):
        table.paste()


def test_one_value_where_nothing_can_be_entered_is_answered_with_what_to_do(table, qtbot, told):
    put_on_clipboard("Асан")
    table.go_to("2", "post")
    table.paste()
    assert told.words == ["This cell cannot be written in. Choose another one and paste again."]
    taken = []
    table.pasted.connect(taken.append)
    table.paste()
    assert (taken, len(told.words)) == ([[["Асан"]]], 1)


def mark(table, first, last, columns=("name", "name")):
    """The cells of these rows, from column to column, as with Shift and the arrow keys."""
    table.go_to(first, columns[0])
    begin = table.grid.currentIndex()
    table.go_to(last, columns[1])
    block = QItemSelection(begin, table.grid.currentIndex())
    table.grid.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_a_block_that_no_screen_takes_goes_into_the_cells_from_the_current_one_on(table, office):
    put_on_clipboard("13.03.2019\t1971\r\n14.03.2019\t1972")
    table.go_to("2", "since")
    table.paste()
    assert [(one.since, one.born) for one in office.people[1:3]] == [
        (date(2019, 3, 13), 1971),
        (date(2019, 3, 14), 1972),
    ]
    assert office.people[3] == PEOPLE[3]


def test_one_value_goes_into_every_marked_cell(table, office):
    put_on_clipboard("Secretary")
    mark(table, "2", "4", ("role", "role"))
    table.paste()
    assert [one.role for one in office.people] == ["chair", "secretary", "secretary", "secretary"]


@pytest.mark.parametrize("cuts", [True, False])
def test_cells_that_a_table_gave_are_put_into_its_cells_also_where_the_screen_takes_lists(table, office, cuts):
    lists = []
    table.pasted.connect(lists.append)
    mark(table, "1", "2", ("since", "born"))
    (table.cut if cuts else table.copy)()
    table.go_to("3", "since")
    table.paste()
    assert lists == []
    assert (office.people[2].since, office.people[2].born) == (date(2018, 10, 18), 1970)
    assert office.people[0].born == (None if cuts else 1970)


@pytest.mark.parametrize("where", ["another column", "whole rows", "other rows"])
def test_cells_of_other_columns_or_rows_and_whole_rows_are_a_list_for_the_screen(table, office, where):
    lists = []
    table.pasted.connect(lists.append)
    mark(table, "1", "2", ("name", "came") if where == "whole rows" else ("name", "name"))
    table.copy()
    if where == "other rows":
        table.set_rows([replace(one, id=f"of 2021: {one.id}") for one in PEOPLE])
    table.go_to({"other rows": "of 2021: 3"}.get(where, "3"), "since" if where == "another column" else "name")
    table.paste()
    assert [block[0][0] for block in lists] == ["Үсөнов"]
    assert office.changes == []


@pytest.mark.parametrize(
    ("text", "row", "column", "said"),
    [
        ("Асан\tадис\r\nҮсөн\tбашчы", "2", "name", "This cell cannot be written in"),
        ("1971\r\nкечээ", "2", "born", "“кечээ” is not a number"),
        ("1971\r\n1972", "4", "born", "Lines copied: 2; lines from here on: 1."),
        ("1971\tYes\tNo", "2", "born", "Columns copied: 3; columns from here on: 2."),
    ],
)
def test_a_block_that_does_not_go_into_the_cells_changes_nothing_and_says_why(table, office, text, row, column, said):
    put_on_clipboard(text)
    table.go_to(row, column)
    table.paste()
    assert table.grid.refusal.startswith(said)
    assert office.changes == []


@pytest.mark.parametrize("keys", [(Key.Key_X, Qt.KeyboardModifier.ControlModifier), (Key.Key_Delete, SHIFT)])
def test_cut_copies_the_marked_cells_and_empties_them(table, office, qtbot, keys):
    mark(table, "1", "3", ("since", "born"))
    press(qtbot, table.grid, keys)
    assert QApplication.clipboard().text() == "18.10.2018\t1970\r\n\t\r\n\t1985"
    assert [(one.since, one.born) for one in office.people] == [(None, None)] * 4
    table.go_to("1", "since")
    table.paste()
    assert office.people == PEOPLE


def test_the_menu_of_the_table_cuts_as_the_keys_do(table, office):
    table.go_to("1", "since")
    lines = {line.text().partition("\t")[0]: line for line in table.menu.build().actions()}
    lines["Cut"].trigger()
    assert office.people[0].since is None
    assert QApplication.clipboard().text() == "18.10.2018"


def test_what_cannot_be_cut_says_so_and_stays(table, office, qtbot, told):
    mark(table, "1", "2", ("name", "post"))
    table.cut()
    assert told.words == ["This cannot be cut: it only shows what was entered elsewhere. It was copied."]
    table.go_to("1", "name")
    table.cut()
    assert table.grid.refusal == "A member needs a name."
    assert office.people == PEOPLE


def test_whole_rows_that_are_cut_are_a_question_for_the_screen(table, office, qtbot, told):
    mark(table, "2", "2", ("name", "came"))
    table.cut()
    assert len(told.words) == 1
    with qtbot.wait_signal(table.delete_asked, check_params_cb=lambda rows: [row.id for row in rows] == ["2"]):
        table.cut()
    assert QApplication.clipboard().text().startswith("Узакова")
    assert office.changes == []


def test_delete_empties_a_block_of_cells(table, office, qtbot):
    mark(table, "1", "3", ("since", "came"))
    with qtbot.assert_not_emitted(table.delete_asked):
        press(qtbot, table.grid, Key.Key_Delete)
    assert [(one.since, one.born, one.came) for one in office.people[:3]] == [(None, None, None)] * 3


def test_an_empty_clipboard_is_nothing(table, qtbot):
    put_on_clipboard("\r\n")
    with qtbot.assert_not_emitted(table.pasted):
        table.paste()


def test_a_block_in_old_letters_waits_for_the_answer(table, told, qtbot):
    put_on_clipboard("ɵкүлдɵрү\tКеӊеш\r\n")
    with qtbot.assert_not_emitted(table.pasted):
        table.paste()
    with qtbot.wait_signal(table.pasted, check_params_cb=lambda block: block == [["өкүлдөрү", "Кеңеш"]]):
        told.take("Repair")
    table.paste()
    with qtbot.wait_signal(table.pasted, check_params_cb=lambda block: block == [["ɵкүлдɵрү", "Кеӊеш"]]):
        told.take("Leave as it is")


@pytest.mark.parametrize(("offer", "kept"), [("Repair", "Кеңешинин"), ("Leave as it is", "Кеёешинин")])
def test_the_repair_in_a_cell_is_answered_by_keyboard_and_typing_goes_on_there(table, office, qtbot, offer, kept):
    kyrgyz_input.install(QApplication.instance())
    bar = NoticeBar()
    table.window().setMenuWidget(bar)
    press(qtbot, table.grid, Key.Key_F2)
    cell = editor(table)
    cell.selectAll()
    put_on_clipboard("Кеёешинин")
    press(qtbot, cell, (Key.Key_V, Qt.KeyboardModifier.ControlModifier))
    bar.enter()
    while QApplication.focusWidget().text() != str(Message(offer)):
        press(qtbot, QApplication.focusWidget(), Key.Key_Tab)
    press(qtbot, QApplication.focusWidget(), Key.Key_Space)
    assert QApplication.focusWidget() is cell
    assert cell.text() == kept
    press(qtbot, cell, Key.Key_Return)
    assert names(table)[0] == kept


def test_what_is_copied_is_marked_text_of_ticks_and_headings(show, office):
    table = show(section=lambda person: "Топ")
    table.grid.selectAll()
    block = table.grid.marked()
    assert block[0][:2] == ["Үсөнов", "адис"]
    assert block[0][5] == "Yes"


# Order and filter


def test_a_click_on_a_head_sorts_up_down_and_back(table, qtbot):
    head = table.grid.horizontalHeader()

    def click():
        head.sectionClicked.emit(0)
        return names(table)

    assert click() == ["Осмонов", "Өмүров", "Узакова", "Үсөнов"]
    assert head.sortIndicatorSection() == 0
    assert click() == ["Үсөнов", "Узакова", "Өмүров", "Осмонов"]
    assert head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    assert click() == ["Үсөнов", "Узакова", "Өмүров", "Осмонов"]
    assert head.sortIndicatorSection() == -1
    assert place(table)[0] == "1"


def test_the_menu_sorts_by_the_current_column_and_knows_own_lines(table, qtbot):
    ran = []
    table.menu.add(Message("Discharge"), lambda: ran.append(1), sign="user-minus")
    lines = {action.text().partition("\t")[0]: action for action in table.menu.build().actions()}
    lines["Sort in ascending order"].trigger()
    assert names(table)[0] == "Осмонов"
    lines["Sort in descending order"].trigger()
    assert names(table)[0] == "Үсөнов"
    lines["Order as entered"].trigger()
    assert table.grid.horizontalHeader().sortIndicatorSection() == -1
    lines["Discharge"].trigger()
    assert ran == [1]
    lines["Copy"].trigger()
    assert QApplication.clipboard().text() == "Үсөнов"


def test_the_menu_opens_by_key(table, qtbot):
    table.grid.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_the_filter_finds_both_spellings_and_says_how_many(table, qtbot):
    press(qtbot, table.filter_line.line, "омур")
    assert names(table) == ["Өмүров"]
    assert "1 of 4" in [label.text() for label in table.filter_line.findChildren(QLabel) if label.isVisible()]
    press(qtbot, table.filter_line.line, Key.Key_Escape)
    assert len(names(table)) == 4
    assert not [label for label in table.filter_line.findChildren(QLabel) if label.isVisible()]


def test_the_filter_is_reached_and_left_with_arrows(table, qtbot):
    table.go_to("1", "name")
    press(qtbot, table.grid, Key.Key_Up)
    assert table.filter_line.line.hasFocus()
    press(qtbot, table.filter_line.line, Key.Key_Down)
    assert table.grid.hasFocus()


def test_the_filter_comes_before_the_rows_by_the_tab_key(table, qtbot):
    before = QPushButton("Add")
    window = table.window()
    beside = QWidget()
    row = QVBoxLayout(beside)
    row.addWidget(before)
    row.addWidget(table)
    window.setCentralWidget(beside)
    beside.show()
    table.show()
    before.setFocus()
    press(qtbot, before, Key.Key_Tab)
    assert table.filter_line.line.hasFocus()
    press(qtbot, table.filter_line.line, Key.Key_Tab)
    assert table.grid.hasFocus()
    before.setFocus()
    table.setFocus()
    assert table.grid.hasFocus()


def test_nothing_found_offers_to_clear_the_filter(table, qtbot):
    table.filter_line.line.setText("жок")
    texts = [label.text() for label in table.grid.findChildren(QLabel) if label.isVisible()]
    assert "Nothing fits the filter." in texts
    next(button for button in table.grid.findChildren(QPushButton) if button.text() == "Clear the filter").click()
    assert len(names(table)) == 4


def test_an_empty_table_says_what_to_do_first(show, qtbot):
    steps = []
    table = show(
        rows=[], empty=Message("No members yet."), first_step=(Message("Add a member"), lambda: steps.append(1))
    )
    assert "No members yet." in [label.text() for label in table.grid.findChildren(QLabel) if label.isVisible()]
    next(button for button in table.grid.findChildren(QPushButton) if button.text() == "Add a member").click()
    assert steps == [1]
    table.set_empty(Message("Nobody was here."))
    assert "Nobody was here." in [label.text() for label in table.grid.findChildren(QLabel) if label.isVisible()]
    assert not [button for button in table.grid.findChildren(QPushButton) if button.isVisible()]
    table.set_rows(PEOPLE)
    assert "Nobody was here." not in [label.text() for label in table.grid.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("keys", [(), (Key.Key_Down,), ((Key.Key_Home, Qt.KeyboardModifier.ControlModifier),)])
def test_whoever_comes_by_key_stands_in_the_first_row_below_the_heading(show, qtbot, keys):
    table = show(section=lambda person: "Топ")
    press(qtbot, table.grid, *keys)
    assert place(table) == ("2" if keys == (Key.Key_Down,) else "1", "name")


def test_headings_part_the_rows_and_are_stepped_over(show, qtbot):
    table = show(section=lambda person: "чоң" if person.id > "2" else "кичи")
    model = table.grid.model()
    assert [model.index(line, 0).data() for line in range(model.rowCount())] == [
        *("кичи", "Үсөнов", "Узакова", "чоң", "Өмүров", "Осмонов"),
    ]
    assert table.grid.columnSpan(3, 0) == 6
    table.go_to("2", "name")
    press(qtbot, table.grid, Key.Key_Return)
    assert place(table) == ("3", "name")
    press(qtbot, table.grid, (Key.Key_Return, Qt.KeyboardModifier.ShiftModifier))
    assert place(table) == ("2", "name")
    table.sort_by("name")
    assert model.rowCount() == 4


# Reordering, rows as wholes


def test_alt_and_arrows_ask_to_move_a_row(show, qtbot):
    table = show(reorderable=True)
    table.go_to("2", "name")
    with qtbot.wait_signal(table.moved, check_params_cb=lambda row, to: (row.id, to) == ("2", 0)):
        press(qtbot, table.grid, (Key.Key_Up, Qt.KeyboardModifier.AltModifier))
    with qtbot.wait_signal(table.moved, check_params_cb=lambda row, to: (row.id, to) == ("2", 2)):
        press(qtbot, table.grid, (Key.Key_Down, Qt.KeyboardModifier.AltModifier))
    table.go_to("1", "name")
    with qtbot.assert_not_emitted(table.moved):
        press(qtbot, table.grid, (Key.Key_Up, Qt.KeyboardModifier.AltModifier))


def test_a_row_is_dragged_by_its_number(show, qtbot):
    table = show(reorderable=True)
    head = table.grid.verticalHeader()
    assert head.isVisible() and head.sectionsMovable()
    with qtbot.wait_signal(table.moved, check_params_cb=lambda row, to: (row.id, to) == ("1", 2)):
        head.moveSection(0, 2)
    assert [head.visualIndex(line) for line in range(4)] == [0, 1, 2, 3]


def test_sorted_or_filtered_rows_have_no_place_to_move_to(show, qtbot):
    table = show(reorderable=True)
    table.go_to("2", "name")
    table.sort_by("name")
    with qtbot.assert_not_emitted(table.moved):
        press(qtbot, table.grid, (Key.Key_Down, Qt.KeyboardModifier.AltModifier))
    assert not table.grid.verticalHeader().sectionsMovable()


def test_delete_empties_one_cell_and_asks_about_several(table, office, qtbot):
    table.go_to("1", "since")
    press(qtbot, table.grid, Key.Key_Delete)
    assert office.people[0].since is None
    table.grid.selectAll()
    with qtbot.wait_signal(
        table.delete_asked, check_params_cb=lambda rows: [row.id for row in rows] == ["1", "2", "3", "4"]
    ):
        press(qtbot, table.grid, Key.Key_Delete)
    table.go_to("1", "name")
    press(qtbot, table.grid, Key.Key_Delete)
    assert table.grid.refusal == "A member needs a name."


def test_a_list_marks_whole_rows_and_enter_opens_one(show, qtbot):
    column = Column("name", Message("Name"), lambda person: person.name)
    table = show([column], whole_rows=True, filters=False, lines=2)
    table.go_to("2")
    assert [row.id for row in table.marked()] == ["2"]
    assert not table.filter_line.isVisible()
    with qtbot.wait_signal(table.activated, check_params_cb=lambda row: row.id == "2"):
        press(qtbot, table.grid, Key.Key_Return)
    cell = table.grid.visualRect(table.grid.model().index(2, 0)).center()
    qtbot.mouseClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    with qtbot.wait_signal(table.activated, check_params_cb=lambda row: row.id == "3"):
        qtbot.mouseDClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    button = QPushButton("next")
    table.window().statusBar().addWidget(button)
    qtbot.wait_until(button.isVisible)
    press(qtbot, table.grid, Key.Key_Tab)
    assert not table.grid.hasFocus()


def test_ctrl_enter_opens_a_row_of_a_table_that_is_edited(table, qtbot):
    with qtbot.wait_signal(table.activated, check_params_cb=lambda row: row.id == "1"):
        press(qtbot, table.grid, (Key.Key_Return, Qt.KeyboardModifier.ControlModifier))


# Looks


def test_widths_and_order_of_columns_are_remembered(show, tmp_path):
    memory.use(tmp_path / "looks.ini")
    first = show()
    first.grid.horizontalHeader().resizeSection(1, 333)
    first.grid.horizontalHeader().moveSection(3, 0)
    memory.forget()
    memory.use(tmp_path / "looks.ini")
    head = show().grid.horizontalHeader()
    assert head.sectionSize(1) == 333
    assert head.visualIndex(3) == 0


@pytest.mark.parametrize("junk", [7, {"widths": [1], "order": "x"}, {"widths": {"post": "wide"}, "order": ["gone", 3]}])
def test_a_damaged_memory_of_widths_is_forgotten(show, junk):
    memory.keep("test/people/columns", junk)
    assert show().grid.horizontalHeader().sectionSize(1) == 120


def test_the_column_that_stretches_fills_the_table(table):
    head = table.grid.horizontalHeader()
    assert sum(head.sectionSize(place) for place in range(head.count())) == table.grid.viewport().width()


def test_a_name_is_literal_in_the_cell_and_in_its_tooltip(show):
    table = show(rows=[Person("1", "<b>Асан</b> & =1+1")], tip=lambda person: f"{person.name}\nүй-бүлөлүү")
    index = table.grid.model().index(0, 0)
    assert index.data() == "<b>Асан</b> & =1+1"
    document = QTextDocument()
    document.setHtml(index.data(Qt.ItemDataRole.ToolTipRole))
    assert document.toPlainText() == "<b>Асан</b> & =1+1\nүй-бүлөлүү"


def test_rows_and_cells_may_have_a_colour_and_a_sign(show):
    columns = [
        Column(
            "a", Message("A"), lambda p: p.name, ink=lambda p: "late" if p.id == "1" else "", sign=lambda p: "clock"
        ),
        Column("b", Message("B"), lambda p: p.post),
    ]
    model = show(columns, ink=lambda person: "muted").grid.model()
    colours = [model.index(0, place).data(Qt.ItemDataRole.ForegroundRole).name() for place in (0, 1)]
    assert colours == [palette.LIGHT.late, palette.LIGHT.muted]
    assert not model.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_everything_has_a_name_for_those_who_hear_it(table):
    assert table.grid.accessibleName() == "Members"
    assert table.filter_line.line.accessibleName() == "Filter"
    table.edit("1", "name")
    assert editor(table).accessibleName() == "Name"


def test_the_table_changes_its_language_and_keeps_its_place(table):
    table.go_to("3", "since")
    catalogue.use("ky")
    translating.translate(table.window())
    assert place(table) == ("3", "since")


def test_the_first_page_asks_only_for_what_is_seen(show, qtbot):
    """The speed of the first page is that of its cells: Qt must not be given all five thousand."""
    asked = []
    column = Column("name", Message("Name"), lambda person: asked.append(person.id) or person.name)
    people = [Person(str(number), f"Адам {number}") for number in range(5000)]
    table = show([column], rows=people)
    qtbot.wait_until(lambda: len(asked) >= 5000)
    qtbot.wait_until(lambda: not any(timer.isActive() for timer in table.findChildren(QTimer)))
    asked.clear()
    table.grid.viewport().repaint()
    assert 0 < len(set(asked)) < 40


def test_preparation_for_sorting_happens_in_idle_moments(show, qtbot):
    asked = []
    column = Column("name", Message("Name"), lambda p: p.name, sort_key=lambda person: asked.append(1) or person.name)
    table = show([column], rows=[Person(str(number), f"Адам {number}") for number in range(300)])
    qtbot.wait_until(lambda: len(asked) == 300)
    table.sort_by("name")
    table.sort_by("name", descending=True)
    assert len(asked) == 300


def test_a_field_in_the_table_takes_kyrgyz_letters(qapp, table, qtbot):
    kyrgyz_input.install(qapp)
    press(qtbot, table.grid, "К")
    opened = editor(table)
    opened.setFocus()
    qtbot.wait_until(opened.hasFocus)
    press_letter(opened, "о", Qt.KeyboardModifier.AltModifier)
    assert opened.text() == "Кө"
    assert isinstance(opened, QLineEdit)
