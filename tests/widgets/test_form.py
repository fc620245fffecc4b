"""Is each change committed once, each no said beside its field, and nothing lost that was typed?"""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMainWindow,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import finishing, kyrgyz_input, style, translating
from ayil_desktop.widgets.choice_fields import CheckField, ChoiceField, TriStateField
from ayil_desktop.widgets.chooser_field import ChooserField
from ayil_desktop.widgets.columns import Choice, Column
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import ClauseLink
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.text_fields import DateField, LongTextField, MoneyField, NumberField, TextField, TimeField
from tests.typing import press_letter, type_text

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier
KINDS = (Choice("regular", Message("Regular")), Choice("extra", Message("Extraordinary")))
PEOPLE = [
    Choice("1", "Өмүров Талант", "адис"),
    Choice("2", "Омурова Айгүл", "катчы"),
    Choice("3", "Үсөнов Бакыт", "башчы"),
    Choice("4", "Үсөнов Бакыт", "мугалим"),
]
FIELDS = {
    "name": lambda: TextField("name", Message("Name"), hint=Message("Surname first")),
    "about": lambda: LongTextField("about", Message("About")),
    "day": lambda: DateField("day", Message("Day")),
    "time": lambda: TimeField("time", Message("Time")),
    "seats": lambda: NumberField("seats", Message("Seats")),
    "som": lambda: MoneyField("som", Message("Funding, som")),
    "kind": lambda: ChoiceField("kind", Message("Kind"), KINDS),
    "open": lambda: CheckField("open", Message("Open & free")),
    "woman": lambda: TriStateField("woman", Message("Woman")),
    "chair": lambda: ChooserField("chair", Message("Chair"), lambda: PEOPLE, adds=True),
}


class Screen:
    """Keeps each change at once, as a tab does."""

    def __init__(self, form):
        self.form = form
        self.kept = {}
        self.heard = []
        self.no = None
        self.broken_disk = False
        form.committed.connect(self.keep)

    def keep(self, name, value):
        self.heard.append((name, value))
        if self.no:
            self.form.show_refusal(self.no)
        elif not self.broken_disk:
            self.kept[name] = value
            self.form.set_values(self.kept)


@pytest.fixture
def make(qtbot):
    windows = []

    def made(*names, **options):
        form = Form(**options)
        for name in names:
            form.add(FIELDS[name]())
        window = QMainWindow()
        style.wear(window)
        page = QWidget()
        QVBoxLayout(page).addWidget(form)
        window.setCentralWidget(page)
        window.other = QPushButton("other", page)
        page.layout().addWidget(window.other)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.wait_exposed(window):
            window.show()
        window.activateWindow()
        return Screen(form)

    return made


def leave(screen):
    if QApplication.activePopupWidget():
        QApplication.activePopupWidget().close()
    screen.form.window().other.setFocus()


def enter(screen, name, text):
    """Go into a field, mark all that stands in it, and type."""
    field = screen.form.field(name)
    field.setFocus()
    field.entry.selectAll()
    type_text(field.entry, text)
    return field


@pytest.mark.parametrize(
    ("name", "typed", "value", "shown"),
    [
        ("name", " Асан  ", "Асан", "Асан"),
        ("about", "бир", "бир", "бир"),
        ("day", "13.3.19", date(2019, 3, 13), "13.03.2019"),
        ("time", "9.30", "09:30", "09:30"),
        ("seats", "27,5", 27.5, "27.5"),
        ("seats", "12", 12, "12"),
        ("som", "1250000", 1_250_000, "1\u00a0250\u00a0000"),
        ("som", "1 250 000", 1_250_000, "1\u00a0250\u00a0000"),
    ],
)
def test_leaving_commits_what_was_typed_and_shows_it_as_the_offices_write(make, name, typed, value, shown):
    screen = make(name)
    field = enter(screen, name, typed)
    assert screen.heard == []
    leave(screen)
    assert screen.heard == [(name, value)]
    assert field.content() == shown
    assert not field.is_touched


def test_an_amount_stands_without_groups_while_one_types_in_it(make):
    screen = make("name", "som")
    screen.form.set_values({"som": 50_000})
    field = screen.form.field("som")
    assert field.content() == "50\u00a0000"
    field.setFocus()
    assert field.content() == "50000"
    leave(screen)
    assert (field.content(), screen.heard) == ("50\u00a0000", [])


def test_enter_commits_and_stays(make, qtbot):
    screen = make("name")
    field = enter(screen, "name", "Асан")
    qtbot.keyClick(field.entry, Key.Key_Return)
    assert screen.heard == [("name", "Асан")]
    assert field.entry.hasFocus()
    leave(screen)
    assert len(screen.heard) == 1


@pytest.mark.parametrize("name", ["day", "time", "seats", "chair"])
def test_an_emptied_field_is_not_recorded(make, name, qtbot):
    kept = {"day": date(2019, 3, 13), "time": "10:00", "seats": 7, "chair": "1"}[name]
    screen = make(name)
    screen.form.set_values({name: kept})
    field = screen.form.field(name)
    field.setFocus()
    field.entry.selectAll()
    qtbot.keyClick(field.entry, Key.Key_Delete)
    leave(screen)
    assert screen.heard == [(name, None)]


def test_the_same_value_again_is_no_change(make):
    screen = make("day")
    screen.form.set_values({"day": date(2019, 3, 13)})
    field = enter(screen, "day", "13.3.19")
    leave(screen)
    assert screen.heard == []
    assert field.content() == "13.03.2019"


def test_escape_gives_the_kept_value_back(make, qtbot):
    screen = make("name")
    screen.form.set_values({"name": "Асан"})
    field = enter(screen, "name", "Үсөн")
    qtbot.keyClick(field.entry, Key.Key_Escape)
    assert field.content() == "Асан"
    leave(screen)
    assert screen.heard == []


def test_a_long_text_takes_enter_as_a_line_and_ctrl_enter_commits(make, qtbot):
    screen = make("about")
    field = enter(screen, "about", "бир")
    qtbot.keyClick(field.entry, Key.Key_Return)
    type_text(field.entry, "эки")
    qtbot.keyClick(field.entry, Key.Key_Return, Ctrl)
    assert screen.heard == [("about", "бир\nэки")]
    qtbot.keyClick(field.entry, Key.Key_Tab)
    assert not field.entry.hasFocus()


def test_a_long_text_grows_with_what_it_holds_and_scrolls_beyond(qtbot):
    field = LongTextField("causes", Message("Causes"), lines=2, most=5)
    qtbot.addWidget(field)
    field.resize(400, 300)
    field.show()
    empty = field.text.height()
    field.put("бир\nэки\nүч\nтөрт")
    assert not field.text.verticalScrollBar().maximum()
    four = field.text.height()
    field.put("\n".join("сап" for _ in range(20)))
    assert empty < four < field.text.height()
    assert field.text.verticalScrollBar().maximum()
    field.put("")
    assert field.text.height() == empty


# Refusals


@pytest.mark.parametrize(
    ("name", "typed"), [("day", "31.02.2019"), ("time", "25:00"), ("seats", "көп"), ("chair", "Ханзада")]
)
def test_what_cannot_be_read_stays_and_says_why(make, name, typed, qtbot):
    screen = make(name)
    field = enter(screen, name, typed)
    leave(screen)
    assert screen.heard == []
    assert field.entry.text() == typed
    assert typed in field.refusal
    assert field.entry.accessibleDescription() == field.refusal
    assert field.entry.property("refused") is True
    qtbot.keyClick(field.entry, Key.Key_Escape)
    assert field.refusal == ""
    assert field.entry.text() == ""


def test_a_no_of_a_rule_stands_under_its_field_with_the_clause(make, qtbot):
    screen = make("name", "day")
    screen.no = Refused(Message("A member needs a name."), field="name", clause="CN-5.1")
    field = enter(screen, "name", "А")
    leave(screen)
    assert field.refusal == "A member needs a name."
    assert screen.form.field("day").refusal == ""
    assert field.content() == "А"
    with qtbot.wait_signal(screen.form.clause_asked, check_params_cb=lambda clause: clause == "CN-5.1"):
        field.findChild(ClauseLink).click()


def test_the_same_no_is_not_asked_for_again_by_leaving(make, qtbot):
    screen = make("name")
    screen.no = Refused(Message("No."), field="name")
    field = enter(screen, "name", "А")
    leave(screen)
    field.setFocus()
    leave(screen)
    assert len(screen.heard) == 1
    field.setFocus()
    screen.no = None
    qtbot.keyClick(field.entry, Key.Key_Return)
    assert screen.kept == {"name": "А"}
    assert field.refusal == ""


def test_a_refused_text_is_not_overwritten_by_values_that_are_read_again(make):
    screen = make("name")
    screen.no = Refused(Message("No."), field="name")
    field = enter(screen, "name", "А")
    leave(screen)
    screen.form.set_values({"name": "Асан"})
    assert field.content() == "А"
    screen.form.revert()
    assert field.content() == "Асан"
    assert not screen.form.is_touched


def test_what_is_being_typed_is_not_overwritten(make):
    screen = make("name", "seats")
    enter(screen, "name", "Үсө")
    screen.form.set_values({"name": "Асан", "seats": 7, "unknown": 1})
    assert screen.form.field("name").content() == "Үсө"
    assert screen.form.field("seats").content() == "7"


def test_a_value_that_nobody_could_keep_stays_and_enter_asks_again(make, qtbot):
    screen = make("name")
    screen.broken_disk = True
    field = enter(screen, "name", "Асан")
    leave(screen)
    assert field.content() == "Асан"
    assert screen.form.is_touched
    field.setFocus()
    leave(screen)
    assert len(screen.heard) == 1
    screen.broken_disk = False
    qtbot.keyClick(field.entry, Key.Key_Return)
    assert screen.kept == {"name": "Асан"}


def test_a_no_without_a_field_stands_at_the_end_of_the_form(make):
    screen = make("name")
    screen.form.show_refusal(Refused(Message("The meeting is sealed."), clause="CN-8.1"))
    assert screen.form.refusal == "The meeting is sealed."
    screen.form.clear_refusals()
    assert screen.form.refusal == ""


def test_a_hostile_name_is_literal_in_a_no(make):
    screen = make("name")
    screen.form.show_refusal(Refused(Message("{name} is a member already.", name="<b>Асан</b> {x} &"), field="name"))
    assert screen.form.field("name").refusal == "<b>Асан</b> {x} & is a member already."
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in screen.form.findChildren(QLabel))


# Undo


def add_undo(screen):
    undone = []
    for keys, name in ((QKeySequence.StandardKey.Undo, "undo"), (QKeySequence.StandardKey.Redo, "redo")):
        action = QAction(name, screen.form.window())
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False, name=name: undone.append(name))
        screen.form.window().addAction(action)
    return undone


@pytest.mark.parametrize("name", ["name", "about", "day", "chair"])
def test_ctrl_z_first_undoes_the_typing_then_the_program(make, qtbot, name):
    screen = make(name)
    undone = add_undo(screen)
    field = enter(screen, name, "1")
    qtbot.keyClick(field.entry, Key.Key_Z, Ctrl)
    assert undone == []
    assert field.content() in ("", ("", None))
    qtbot.keyClick(field.entry, Key.Key_Y, Ctrl)
    assert field.content() in ("1", ("1", None))
    qtbot.keyClick(field.entry, Key.Key_Z, Ctrl)
    qtbot.keyClick(field.entry, Key.Key_Z, Ctrl)
    assert undone == ["undo"]


def test_after_a_commit_ctrl_z_is_the_programs(make, qtbot):
    screen = make("name")
    undone = add_undo(screen)
    field = enter(screen, "name", "Асан")
    qtbot.keyClick(field.entry, Key.Key_Return)
    qtbot.keyClick(field.entry, Key.Key_Z, Ctrl)
    qtbot.keyClick(field.entry, Key.Key_Y, Ctrl)
    assert undone == ["undo", "redo"]
    assert field.content() == "Асан"


# Choices


def test_a_choice_is_committed_as_soon_as_it_is_made(make, qtbot):
    screen = make("kind")
    field = screen.form.field("kind")
    screen.form.set_values({"kind": "regular"})
    field.setFocus()
    qtbot.keyClick(field.entry, Key.Key_Down)
    assert screen.heard == [("kind", "extra")]


def test_a_list_that_changes_keeps_the_value(make):
    screen = make("kind")
    field = screen.form.field("kind")
    screen.form.set_values({"kind": "extra"})
    field.set_choices([KINDS[1]])
    assert field.read() == "extra"
    field.set_choices([KINDS[0]])
    assert field.read() is None


def test_the_wheel_changes_nothing(make):
    screen = make("kind")
    field = screen.form.field("kind")
    screen.form.set_values({"kind": "regular"})
    field.setFocus()
    turn = QWheelEvent(
        *(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton),
        *(Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(field.entry, turn)
    assert field.read() == "regular"
    assert not turn.isAccepted()


def test_a_tick_is_committed_by_space(make, qtbot):
    screen = make("open")
    box = screen.form.field("open").entry
    box.setFocus()
    qtbot.keyClick(box, Key.Key_Space)
    qtbot.keyClick(box, Key.Key_Space)
    assert screen.heard == [("open", True), ("open", False)]
    assert box.text() == "Open && free"
    assert box.accessibleName() == "Open & free"


def test_yes_no_and_not_recorded_are_three_things(make, qtbot):
    screen = make("woman")
    field = screen.form.field("woman")
    assert field.read() is None
    buttons = {button.text(): button for button in field.findChildren(QRadioButton)}
    assert list(buttons) == ["Yes", "No", "Not recorded"]
    for words in ("Yes", "No", "Not recorded"):
        buttons[words].click()
    assert screen.heard == [("woman", True), ("woman", False), ("woman", None)]
    assert buttons["No"].accessibleName() == "Woman: No"
    screen.form.set_values({"woman": False})
    assert buttons["No"].isChecked()


def test_a_refused_choice_can_be_chosen_again(make, qtbot):
    screen = make("woman")
    screen.no = Refused(Message("The roster is sealed."), field="woman")
    buttons = screen.form.field("woman").findChildren(QRadioButton)
    buttons[0].click()
    assert screen.form.field("woman").refusal == "The roster is sealed."
    screen.no = None
    buttons[1].click()
    assert screen.kept == {"woman": False}
    assert screen.form.field("woman").refusal == ""


# The chooser


def popup(field):
    return field.line.completer().popup()


def offered(field):
    model = popup(field).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_person_is_found_however_she_is_typed_and_chosen_with_keys(make, qtbot):
    screen = make("chair")
    field = enter(screen, "chair", "омур")
    assert offered(field)[:2] == ["Өмүров Талант · адис", "Омурова Айгүл · катчы"]
    qtbot.wait_until(popup(field).isVisible)
    qtbot.keyClick(popup(field), Key.Key_Down)
    qtbot.keyClick(popup(field), Key.Key_Down)
    qtbot.keyClick(popup(field), Key.Key_Return)
    assert screen.heard == [("chair", "2")]
    assert field.line.text() == "Омурова Айгүл"


def test_a_person_is_found_by_her_post(make):
    screen = make("chair")
    assert offered(enter(screen, "chair", "бакыт мугалим"))[:1] == ["Үсөнов Бакыт · мугалим"]


def test_a_whole_name_needs_no_choosing_unless_two_have_it(make):
    screen = make("chair")
    enter(screen, "chair", "омуров талант")
    leave(screen)
    assert screen.heard == [("chair", "1")]
    field = enter(screen, "chair", "Үсөнов Бакыт")
    leave(screen)
    assert "Several" in field.refusal


def test_one_of_two_with_the_same_name_is_chosen_from_the_list(make, qtbot):
    screen = make("chair")
    field = enter(screen, "chair", "үсөнов")
    qtbot.wait_until(popup(field).isVisible)
    qtbot.keyClick(popup(field), Key.Key_Down)
    qtbot.keyClick(popup(field), Key.Key_Down)
    qtbot.keyClick(popup(field), Key.Key_Return)
    assert screen.heard == [("chair", "4")]
    leave(screen)
    assert len(screen.heard) == 1


def test_the_whole_list_opens_by_mouse(make, qtbot):
    screen = make("chair")
    field = screen.form.field("chair")
    screen.form.set_values({"chair": "3"})
    assert field.line.text() == "Үсөнов Бакыт"
    field.open_list()
    qtbot.wait_until(popup(field).isVisible)
    assert len(offered(field)) == 4
    popup(field).hide()


def test_somebody_new_can_be_added(make, qtbot):
    screen = make("chair")
    field = enter(screen, "chair", "Жаңыл")
    qtbot.wait_until(popup(field).isVisible)
    assert offered(field) == ["Add “Жаңыл”"]
    qtbot.keyClick(popup(field), Key.Key_Down)
    with qtbot.wait_signal(field.new_asked, check_params_cb=lambda name: name == "Жаңыл"):
        qtbot.keyClick(popup(field), Key.Key_Return)
    assert screen.heard == []


def test_somebody_who_is_not_on_the_list_shows_nothing(make):
    screen = make("chair")
    screen.form.set_values({"chair": "gone"})
    assert screen.form.field("chair").line.text() == ""


# Forms as wholes


def test_a_form_with_a_button_gives_all_values_at_once(make, qtbot):
    screen = make("name", "day", "seats", at_once=False)
    enter(screen, "name", "Асан")
    enter(screen, "day", "13.3.19")
    leave(screen)
    assert screen.heard == []
    assert screen.form.values() == {"name": "Асан", "day": date(2019, 3, 13), "seats": None}


def test_a_form_with_a_button_says_each_no_and_goes_to_the_first(make):
    screen = make("name", "day", "seats", at_once=False)
    enter(screen, "seats", "көп")
    enter(screen, "day", "эртең")
    leave(screen)
    with pytest.raises(Refused) as refused:
        screen.form.values()
    assert refused.value.field == "day"
    assert screen.form.field("day").entry.hasFocus()
    assert all(screen.form.field(name).refusal for name in ("day", "seats"))


def test_enter_in_a_form_with_a_button_is_that_button(qtbot):
    dialog = QDialog()
    form = Form(at_once=False)
    field = form.add(FIELDS["name"]())
    button = QPushButton("Add")
    button.setDefault(True)
    button.clicked.connect(dialog.accept)
    QVBoxLayout(dialog).addWidget(form)
    dialog.layout().addWidget(button)
    qtbot.addWidget(dialog)
    dialog.show()
    field.setFocus()
    type_text(field.entry, "А")
    with qtbot.wait_signal(dialog.accepted):
        qtbot.keyClick(field.entry, Key.Key_Return)


def test_enter_in_a_form_that_keeps_each_change_presses_no_button(qtbot):
    dialog = QDialog()
    form = Form()
    field = form.add(FIELDS["name"]())
    button = QPushButton("Remove")
    button.clicked.connect(dialog.accept)
    QVBoxLayout(dialog).addWidget(form)
    dialog.layout().addWidget(button)
    qtbot.addWidget(dialog)
    dialog.show()
    field.setFocus()
    with qtbot.assert_not_emitted(dialog.accepted):
        qtbot.keyClick(field.entry, Key.Key_Return)


def test_a_menu_over_a_field_or_another_program_does_not_commit(make):
    screen = make("name")
    field = enter(screen, "name", "Асан")
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        QApplication.sendEvent(field.entry, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert screen.heard == []
    screen.form.commit()
    assert screen.heard == [("name", "Асан")]


def test_a_repair_of_pasted_text_is_committed_when_the_field_is_left(make, qapp, told, qtbot):
    kyrgyz_input.install(qapp)
    screen = make("name")
    field = screen.form.field("name")
    field.setFocus()
    qtbot.wait_until(field.entry.hasFocus)
    QApplication.clipboard().setText("ɵкүл")
    qtbot.keyClick(field.entry, Key.Key_V, Ctrl)
    leave(screen)
    assert screen.kept == {"name": "ɵкүл"}
    told.take("Repair")
    leave(screen)
    assert screen.kept == {"name": "өкүл"}


def test_kyrgyz_letters_in_a_field_count_as_typing(make, qapp, qtbot):
    kyrgyz_input.install(qapp)
    screen = make("name")
    field = screen.form.field("name")
    field.setFocus()
    qtbot.wait_until(field.entry.hasFocus)
    press_letter(field.entry, "у", Qt.KeyboardModifier.AltModifier)
    leave(screen)
    assert screen.kept == {"name": "ү"}


@pytest.mark.parametrize("beside", [False, True])
def test_titles_follow_the_language_and_name_the_entries(make, beside):
    screen = make(*FIELDS, titles_beside=beside)
    screen.form.add_row(TextField("a", Message("A")), TextField("b", Message("B")))
    screen.form.add_heading(Message("Private"))
    for name in FIELDS:
        field = screen.form.field(name)
        assert field.entry.accessibleName() == str(field.title.text())
    catalogue.use("ru")
    translating.translate(screen.form.window())
    assert screen.form.field("kind").list.count() == 2


def test_every_field_is_reached_by_tab(make, qtbot):
    screen = make(*FIELDS)
    screen.form.field("name").setFocus()
    reached = set()
    for _ in range(30):
        focused = QApplication.focusWidget()
        reached |= {name for name in FIELDS if screen.form.field(name).isAncestorOf(focused)}
        qtbot.keyClick(focused, Key.Key_Tab)
    assert reached == set(FIELDS)


def test_every_field_shows_the_focus(make, qtbot):
    """A picture with and without focus must differ at every kind of field."""
    screen = make(*FIELDS)
    for name in FIELDS:
        field = screen.form.field(name)
        leave(screen)
        without = field.grab().toImage()
        field.setFocus()
        assert field.grab().toImage() != without, name


def test_a_command_finishes_what_is_half_typed(make, qtbot):
    screen = make("name", "day")
    enter(screen, "name", "Асан")
    assert finishing.finish_typing()
    assert screen.kept == {"name": "Асан"}
    enter(screen, "day", "эртең")
    assert not finishing.finish_typing()
    leave(screen)
    assert finishing.finish_typing()


def test_a_command_finishes_a_cell(qtbot):
    kept = []
    column = Column("name", Message("Name"), lambda row: row["name"], set_value=lambda row, value: kept.append(value))
    table = RecordTable([column], key="x", name="x")
    qtbot.addWidget(table)
    with qtbot.wait_exposed(table):
        table.show()
    table.activateWindow()
    table.set_rows([{"name": "Асан"}])
    table.grid.setCurrentIndex(table.grid.model().index(0, 0))
    table.grid.setFocus()
    type_text(table.grid, "Үсөн")
    assert finishing.finish_typing()
    assert kept == ["Үсөн"]
