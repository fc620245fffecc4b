"""The screen of the bodies, used as the secretary uses it, on a real office."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit

from ayil_desktop.commission import actions, body_actions, records, roster_table, samples
from ayil_desktop.commission.composition import Verdict
from ayil_desktop.commission.records import Membership, Role
from ayil_desktop.commission.rules import MemberEntry
from ayil_desktop.commission.tab import Tab
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.office.records import OrderKind, Sex
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import translating
from ayil_desktop.widgets.labels import Button
from tests.commission.screens import choose, copy_to_clipboard, press, put

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
FOUNDED = date(2018, 10, 18)
ROSTER = [
    ["№", "Аты-жөнү", "Жасаган иши/Ээлеген кызматы", "Жынысы"],
    ["1", "Мусурканов Азамат", "Чет-Нура айыл өкмөтүнүн башчысы, жумушчу комиссиянын төрагасы", "эркек"],
    ["2", "Молдогазиев Кубатбек", "айылдык кеңешинин депутаты, жумушчу комиссиянын орун басары", "эркек"],
    ["3", "Садыкова Керез", "айыл өкмөтүнүн жооптуу катчысы, жумушчу комиссиянын катчысы", "аял"],
    ["4", "Ажыбеков Жумабек", "Айылдык кеңештин депутаты", "эркек"],
    ["5", "Омурбеков Марс", "Ак-Кыя айылынын айыл башчысы, комиссиянын мүчөсү", "эркек"],
    ["6", "Абдраимакунов Уланбек", "Ийри-Суу айылынын айыл башчысы, комиссиянын мүчөсү", "эркек"],
    ["7", "Муканова Роза", "Таза суу ишканасынын адиси", "аял"],
    ["8", "Жетиген уулу Амантай", "Орто-Саз айылынын айыл башчысы", "эркек"],
    ["9", "Нурбаев Алтынбек", "Ак-Булун айылынын айыл башчысы, комиссиянын мүчөсү", "эркек"],
    ["10", "Токтомамыт кызы Кундуз", "Эмчи айым", "аял"],
    ["11", "Мамыров Токталы", "Чет-Нура айылынын айыл башчысы, комиссиянын мүчөсү", "эркек"],
]


@pytest.fixture
def made(store):
    return samples.make_chet_nura(store)


@pytest.fixture
def tab(qtbot, desk):
    """The screen of an office as it is when the fixture is asked for: ask for `made` before it."""
    screen = Tab(desk)
    screen.fill_at_once()
    desk.touched.connect(screen.show_touched)
    qtbot.addWidget(screen)
    screen.resize(1366, 640)
    screen.show()
    return screen


def names(tab):
    return [seat.person.name for seat in tab.roster.table.rows()]


def verdicts(tab):
    return {check.key: check.verdict for check in tab.shown.found.checks}


def at(tab, name, column="name"):
    """Go to a member in the roster."""
    seat = next(seat for seat in tab.roster.table.rows() if seat.person.name == name)
    tab.roster.table.go_to(seat.id, column)
    return seat


def type_cell(tab, name, column, text):
    """Open a cell, type and press Enter."""
    seat = at(tab, name, column)
    editor = tab.roster.table.edit(seat.id, column)
    editor.setText(text)
    press(editor, Key.Key_Return)
    return editor


@pytest.mark.clause("CN-5.1a")
@pytest.mark.clause("CN-5.3.1")
@pytest.mark.clause("CN-6.3")
@pytest.mark.clause("CN-6.5")
def test_a_new_commission_from_the_pasted_list_to_the_draft_order(tab, desk, previewed, store):
    # The empty screen says what to do first.
    first_step = next(button for button in tab.findChildren(Button) if button.text() == "Add the first body")
    first_step.click()
    window = tab.windows.opened
    put(window.form, name_ky="Кызмат көрсөтүүлөрдү уюштуруу боюнча Жумушчу комиссия", short_ky="Жумушчу комиссия")
    window.button.click()
    assert tab.shown.body.charter.origin == "chet-nura"
    assert tab.roster.name.text() == "Жумушчу комиссия"
    assert names(tab) == []
    assert verdicts(tab)["min_members"] is Verdict.FAILS

    # The list comes from Word; nothing is kept before the button.
    copy_to_clipboard(ROSTER)
    tab.roster.table.grid.setFocus()
    press(tab.roster.table.grid, Key.Key_V, CTRL)
    window = tab.windows.opened
    assert [line.row.entry.name for line in window.table.rows()] == [row[1] for row in ROSTER[1:]]
    assert names(tab) == []
    assert window.add.text() == "Add 11 members"
    put(window.form, order_kind="Order", order_number="135-б", order_date=FOUNDED)
    window.add.click()
    assert names(tab) == [row[1] for row in ROSTER[1:]]
    assert {seat.appointing_order.number for seat in tab.shown.seated} == {"135-б"}
    assert store.sitting.undo_step.into("en") == "Paste 11 members"

    # At once the panel says what is lacking.
    assert tab.panel.members.accessibleName() == "11 members"
    line = tab.panel.list.lines["min_sex_share_percent"]
    assert "Women: 3 of 11 = 27.3 %" in line.accessibleName()
    assert line.accessibleName().startswith("Not satisfied")
    asked = []
    desk.clause_asked.connect(asked.append)
    line.findChild(QAbstractButton).click()
    assert asked == ["CN-5.3.1"]

    # Marks are recorded beside the roster, and the check follows.
    assert verdicts(tab)["min_minority"] is Verdict.NOT_KNOWN
    at(tab, "Муканова Роза")
    choose(tab.marks.boxes["minority"], "yes")
    choose(tab.marks.boxes["disability"], "yes")
    assert verdicts(tab)["min_minority"] is Verdict.HOLDS
    assert verdicts(tab)["min_disability"] is Verdict.HOLDS
    assert tab.roster.table.current().person.name == "Муканова Роза"

    # The order that approves the composition.
    next(command for command in tab.commands() if command.title == Message("Draft order on the composition…")).run()
    put(tab.windows.opened.form, kind="Order", controller="А.Мүсүркановго")
    tab.windows.opened.button.click()
    said = previewed.lines()
    assert "ORDER" in said
    assert "1. The composition be approved as in annex No. 1." in said
    assert "2. Control over the execution be assigned to А.Мүсүркановго." in said

    # What if one leaves and a woman joins?
    tab.panel.what_if.click()
    plan = tab.windows.opened
    leaving = next(one for one in plan.leaving.rows() if one.seat.person.name == "Нурбаев Алтынбек")
    plan.leaving.go_to(leaving.id, "leaves")
    press(plan.leaving.grid, Key.Key_Space)
    plan.add_somebody()
    editor = plan.joining.edit(0, "name")
    editor.setText("Асанова Бермет")
    press(editor, Key.Key_Return)
    for column, words in (("sex", "woman"), ("category", "Business community")):
        box = plan.joining.edit(0, column)
        choose(box, words)
        press(box, Key.Key_Return)
    assert {check.key: check.ok for check in plan.found.checks}["min_sex_share_percent"] is True
    assert names(tab) == [row[1] for row in ROSTER[1:]], "a plan changes nothing"
    plan.draft.click()
    plan.findChild(EntryWindow).button.click()
    said = previewed.lines()
    assert "1.1. Нурбаев Алтынбек, member." in said
    assert "2.1. Асанова Бермет – ________________________, member." in said

    # The head signs; from that day on it counts.
    plan.enter.click()
    act = next(window for window in plan.findChildren(EntryWindow) if window.isVisible())
    put(act.form, order_number="21", order_date=date(2019, 3, 20))
    act.button.click()
    assert "Асанова Бермет" not in names(tab)
    put_day(tab, date(2019, 3, 19))
    assert "Нурбаев Алтынбек" in names(tab)
    put_day(tab, date(2019, 3, 20))
    assert "Нурбаев Алтынбек" not in names(tab)
    assert names(tab)[-1] == "Асанова Бермет"
    assert verdicts(tab)["min_sex_share_percent"] is Verdict.HOLDS

    # And all of it can be taken back.
    desk.undo()
    assert "Нурбаев Алтынбек" in names(tab)


def put_day(tab, day):
    tab.roster.day.selectAll()
    tab.roster.day.insert(day.strftime("%d.%m.%Y"))
    press(tab.roster.day, Key.Key_Return)


def test_the_real_roster_is_shown_with_its_roles_and_groups(made, tab):
    assert len(names(tab)) == 11
    seat = at(tab, "Садыкова Керез")
    assert (seat.role, seat.category) == (Role.SECRETARY, "responsible_secretary")
    assert next(check.key for check in tab.shown.found.failing()) == "min_sex_share_percent"


@pytest.mark.clause("CN-8.1")
def test_an_earlier_day_is_shown_for_information(made, tab):
    put_day(tab, FOUNDED)
    assert "in force from 24.12.2018" in tab.panel.note.text()
    put_day(tab, date(2018, 10, 17))
    assert names(tab) == []
    tab.roster.today.click()
    assert len(names(tab)) == 11
    assert not tab.panel.note.isVisible()


def test_a_wrong_day_is_refused_beside_the_field_and_stays(made, tab):
    tab.roster.day.selectAll()
    tab.roster.day.insert("31.02.2019")
    press(tab.roster.day, Key.Key_Return)
    assert tab.roster.note.text
    assert tab.roster.day.text() == "31.02.2019"
    assert len(names(tab)) == 11


def test_a_name_is_edited_in_its_cell_and_undone(made, tab, desk):
    type_cell(tab, "Омурбеков Марс", "name", "Өмүрбеков Марс")
    assert "Өмүрбеков Марс" in names(tab)
    desk.undo()
    assert "Омурбеков Марс" in names(tab)


def test_an_empty_name_is_refused_at_the_cell_and_nothing_typed_is_lost(made, tab):
    editor = type_cell(tab, "Омурбеков Марс", "name", "")
    assert tab.roster.table.grid.refusal == "Write the name."
    editor.setText("Омурбеков М.")
    press(editor, Key.Key_Return)
    assert "Омурбеков М." in names(tab)


def test_a_position_is_edited_in_its_cell(made, tab):
    type_cell(tab, "Муканова Роза", "position", "«Таза суу» ишканасынын адиси")
    assert at(tab, "Муканова Роза").position_ky == "«Таза суу» ишканасынын адиси"


def pick(tab, name, column, words):
    box = tab.roster.table.edit(at(tab, name).id, column)
    choose(box, words)
    press(box, Key.Key_Return)


def test_a_corrected_role_offers_the_act_that_changed_it(made, tab, told):
    pick(tab, "Ажыбеков Жумабек", "role", "Deputy chairman")
    assert verdicts(tab)["one_deputy"] is Verdict.FAILS
    assert "corrected from the beginning (18.10.2018)" in told.words[-1]
    told.take("It changed by a later act…")
    window = tab.windows.opened
    put(window.form, order_number="5", order_date=date(2019, 2, 1))
    window.button.click()
    assert at(tab, "Ажыбеков Жумабек").role is Role.DEPUTY
    put_day(tab, date(2019, 1, 31))
    assert at(tab, "Ажыбеков Жумабек").role is Role.MEMBER


def test_a_group_is_chosen_or_said_in_own_words(made, tab, answers):
    pick(tab, "Муканова Роза", "group", "Specialists of the ayil okmotu")
    assert verdicts(tab)["group:okmotu_specialist"] is Verdict.HOLDS
    answers.will("text", "таза суу", None)
    pick(tab, "Муканова Роза", "group", "Other, in own words…")
    assert at(tab, "Муканова Роза").category_words == "таза суу"
    pick(tab, "Садыкова Керез", "group", "Other, in own words…")
    assert at(tab, "Садыкова Керез").category == "responsible_secretary", "who turns away changes nothing"


def test_a_member_moves_in_the_list_by_keys(made, tab):
    at(tab, "Садыкова Керез")
    press(tab.roster.table.grid, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(tab)[2:4] == ["Ажыбеков Жумабек", "Садыкова Керез"]


def test_a_member_is_added_by_hand_and_is_then_in_hand(made, tab):
    tab.roster.add.click()
    window = tab.windows.opened
    assert window.form.field("order_date").read() is None
    put(window.form, name="Асанова Бермет", position_ky="жеке ишкер", category="Business community", order_number="7")
    put(window.form, order_date=date(2019, 3, 1))
    window.button.click()
    assert tab.roster.table.current().person.name == "Асанова Бермет"
    assert tab.marks.name.text() == "Асанова Бермет"
    choose(tab.marks.boxes["sex"], "woman")
    assert verdicts(tab)["min_sex_share_percent"] is Verdict.HOLDS
    # The same act often appoints the next one too.
    tab.roster.add.click()
    form = tab.windows.opened.form
    assert (form.field("order_number").read(), form.field("order_date").read()) == ("7", date(2019, 3, 1))


@pytest.mark.parametrize(
    ("typed", "field", "reason"),
    [
        ({"name": ""}, "name", "Write the name."),
        ({"name": "А" * 10_000}, "name", "This is too long: 10000 letters, at most 120 fit."),
        ({"name": "Асанов Эрмек", "phone": "жок"}, "phone", "жок is no telephone number."),
        ({"name": "Асанов Эрмек", "birth_year": "75"}, "birth_year", "Write a year between"),
        ({"name": "Асанов Эрмек", "order_date": ""}, "order_date", "Enter the date."),
    ],
)
def test_a_refused_member_keeps_everything_that_was_typed(made, tab, typed, field, reason):
    tab.roster.add.click()
    window = tab.windows.opened
    put(window.form, **{"position_ky": "ишкер", "order_date": date(2019, 3, 1), **typed})
    window.button.click()
    assert window.form.field(field).refusal.startswith(reason)
    assert window.form.field("position_ky").read() == "ишкер"
    assert len(names(tab)) == 11


@pytest.mark.parametrize("name", ["<b>Асан</b> & Ко", "=1+1", "Асан 🙂 \u05d0"])
def test_names_are_literal_on_the_screen(made, tab, name):
    type_cell(tab, "Омурбеков Марс", "name", name)
    assert name in names(tab)
    at(tab, name)
    assert tab.marks.name.text() == name
    assert tab.marks.name.textFormat() is Qt.TextFormat.PlainText


def test_somebody_on_record_may_join_again(made, tab, desk, answers):
    seat = at(tab, "Нурбаев Алтынбек")
    tab.windows.discharge([seat])
    window = tab.windows.opened
    put(window.form, order_number="20", order_date=date(2019, 2, 1), discharge_reason="өз арызы")
    window.button.click()
    assert "Нурбаев Алтынбек" not in names(tab)
    answers.will("choose", 0)
    tab.roster.add.click()
    window = tab.windows.opened
    put(window.form, name="Нурбаев Алтынбек", order_number="22", order_date=date(2019, 3, 1))
    window.button.click()
    assert tab.roster.table.current().person_id == seat.person_id


def test_a_member_entered_twice_is_asked_about_and_sits_once(made, tab, answers):
    answers.will("choose", 0)
    tab.roster.add.click()
    window = tab.windows.opened
    put(window.form, name="Муканова Роза", order_number="1", order_date=date(2019, 3, 1))
    window.button.click()
    assert ["Муканова Роза" in question for question in answers.asked] == [True]
    assert window.isVisible()
    assert names(tab).count("Муканова Роза") == 1


@pytest.mark.parametrize("chosen", [None, date(2019, 2, 1)])
def test_the_windows_of_an_act_begin_with_the_day_that_was_chosen_and_never_with_today(made, tab, chosen):
    seat, shown = at(tab, "Нурбаев Алтынбек"), chosen or tab.desk.today()
    tab.windows.discharge([seat], shown)
    assert tab.windows.opened.form.field("order_date").read() == chosen
    tab.windows.opened.close()
    tab.windows.new_role(seat, None, shown)
    assert tab.windows.opened.form.field("order_date").read() == chosen


@pytest.mark.clause("CN-6.5")
def test_a_discharge_needs_the_number_of_the_act(made, tab):
    tab.windows.discharge([at(tab, "Нурбаев Алтынбек")])
    window = tab.windows.opened
    put(window.form, order_date=date(2019, 3, 1))
    window.button.click()
    assert window.form.field("order_number").refusal == "Fill this in."
    put(window.form, order_number="20", order_date=date(2018, 1, 1))
    window.button.click()
    assert "cannot discharge before that" in window.form.field("order_date").refusal
    assert "Нурбаев Алтынбек" in names(tab)


def test_what_was_entered_by_mistake_is_removed_and_undone(made, tab, desk):
    at(tab, "Нурбаев Алтынбек")
    next(command for command in tab.commands() if "mistake" in command.title.msgid).run()
    assert len(names(tab)) == 10
    desk.undo()
    assert len(names(tab)) == 11


def test_seats_get_their_act(made, tab, store):
    tab.windows.appoint([at(tab, "Нурбаев Алтынбек")])
    window = tab.windows.opened
    put(window.form, order_number="136-б", moves_start=True)
    window.button.click()
    assert at(tab, "Нурбаев Алтынбек").appointing_order.number == "136-б"
    assert at(tab, "Нурбаев Алтынбек").appointing_order.kind is OrderKind.ORDER


def test_further_groups_are_marked_in_a_menu(made, tab):
    at(tab, "Токтомамыт кызы Кундуз")
    line = next(line for line in tab.marks.groups.menu().actions() if line.text() == "Activists of the local community")
    line.trigger()
    assert verdicts(tab)["group:activist"] is Verdict.HOLDS
    assert tab.marks.groups.text() == "Activists of the local community"


@pytest.mark.clause("CN-5.3.2a")
def test_an_aimak_without_minorities_says_so(made, tab):
    tab.panel.no_minority.click()
    assert verdicts(tab)["min_minority"] is Verdict.NOT_APPLICABLE
    tab.panel.no_minority.click()
    assert verdicts(tab)["min_minority"] is Verdict.NOT_KNOWN


def test_the_papers_are_offered(made, tab, previewed):
    for title in ("Roster…", "Analysis of the composition…"):
        next(command for command in tab.commands() if command.title.msgid == title).run()
    assert "For use within the office" in previewed.lines()
    assert len(previewed.asked) == 2


def test_a_search_finds_members_in_every_spelling(made, tab):
    assert [hit.title for hit in tab.hits("МҮКАНОВА")] == ["Муканова Роза"]
    hit = tab.hits("эмчи")[0]
    put_day(tab, date(2018, 1, 1))
    tab.go_to(hit.record)
    assert tab.roster.table.current().person.name == "Токтомамыт кызы Кундуз"
    tab.go_to("nothing")


@pytest.mark.parametrize("screen", ["ky", "ru", "en"])
@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("төрага мусурканов", "Мусурканов Азамат"),
        ("председатель мусурканов", "Мусурканов Азамат"),
        ("chairman", "Мусурканов Азамат"),
        ("катчы", "Садыкова Керез"),
        ("секретарь", "Садыкова Керез"),
        ("135-б 18.10.2018 эмчи", "Токтомамыт кызы Кундуз"),
        ("ответственный секретарь айыл өкмөтүнүн", "Садыкова Керез"),
    ],
)
def test_a_search_knows_role_group_day_and_act_in_every_language(made, tab, screen, words, name):
    catalogue.use(screen)
    assert name in [hit.title for hit in tab.hits(words)]
    assert len(tab.hits(words)) < 5


def test_what_is_found_tells_the_role_below_the_name(made, tab):
    assert tab.hits("садыкова")[0].detail.startswith("Secretary · айыл")


def test_an_empty_clipboard_says_what_to_do(made, tab, told):
    QApplication.clipboard().clear()
    tab.roster.paste.click()
    assert told.words == ["There is nothing to paste: copy the list in Word or Excel first."]
    copy_to_clipboard(ROSTER)
    tab.roster.paste.click()
    assert tab.windows.opened is not None


def test_a_search_looks_into_every_body(made, tab, store):
    other = body_actions.found_body(store, name_ky="Башка комиссия").made
    entry = MemberEntry("Асанова Бермет", village="Ак-Кыя")
    actions.add_member(store, body_id=other, entry=entry, starts=date(2019, 1, 1), today=date(2019, 3, 13))
    hit = tab.hits("ак-кыя бермет")[0]
    tab.go_to(hit.record)
    assert tab.roster.name.text() == "Башка комиссия"
    assert tab.roster.table.current().person.name == "Асанова Бермет"
    assert not tab.hits(" ")


def test_a_plan_of_who_joins_is_corrected(made, tab):
    tab.panel.what_if.click()
    plan = tab.windows.opened
    for name in ("Бир Биров", "Эки Экиев"):
        plan.add_somebody()
        editor = plan.joining.edit(len(plan.joining.rows()) - 1, "name")
        editor.setText(name)
        press(editor, Key.Key_Return)
    plan.joining.delete_asked.emit(plan.joining.rows()[:1])
    assert [one.entry.name for one in plan.joining.rows()] == ["Эки Экиев"]
    assert [one.name for one in plan.plan().appointed] == ["Эки Экиев"]
    assert plan.members.accessibleName() == "11 → 12 members"
    assert plan.quorum.accessibleName() == "6 → 7 needed for a quorum"


def test_a_marked_seat_tells_its_acts(made, tab):
    said = roster_table.tip(at(tab, "Нурбаев Алтынбек"))
    assert said == "Appointed by No. 135-б, 18.10.2018"
    tab.windows.discharge([at(tab, "Нурбаев Алтынбек")])
    put(tab.windows.opened.form, order_number="20", order_date=date(2019, 3, 1), discharge_reason="өз арызы")
    tab.windows.opened.button.click()
    put_day(tab, date(2019, 2, 1))
    assert roster_table.tip(at(tab, "Нурбаев Алтынбек")).endswith("Discharged by No. 20, 01.03.2019\nөз арызы")
    assert roster_table.tip(Membership()) == "No appointing act is recorded."


def test_the_screen_follows_the_language(made, tab):
    assert tab.roster.name.text() == "Жумушчу комиссия"
    catalogue.use("ru")
    translating.translate(tab)
    assert tab.roster.name.text() == "Рабочая комиссия"


def test_side_panels_fold(made, tab):
    tab.fold_side(True)
    assert not tab.panel.isVisible()
    tab.fold_side(False)
    assert tab.panel.isVisible()
    tab.resize(1024, 640)
    assert tab.left.is_folded
    tab.resize(1366, 640)
    assert not tab.left.is_folded


def test_every_control_has_a_name_for_a_screen_reader(made, tab):
    at(tab, "Садыкова Керез")
    nameless = [
        widget
        for kind in (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)
        for widget in tab.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]  # fmt: skip
    assert not nameless


def test_the_naryn_council_is_shown_as_not_regulated(store, tab, desk):
    samples.make_naryn(store)
    tab.show_touched(frozenset({"commission"}))
    assert tab.panel.note.text() == "The charter of this body does not regulate the composition."
    assert not tab.panel.what_if.isEnabled()
    put_day(tab, date(2014, 6, 11))
    assert "2014" in tab.roster.day.text()


def test_several_bodies_are_chosen_in_the_list(made, tab, store):
    samples.make_naryn(store)
    tab.show_touched(frozenset({"commission"}))
    assert tab.bodies.list.count() == 2
    tab.bodies.list.setCurrentRow(1)
    assert tab.roster.name.text() == "КК"
    assert names(tab) == []


def test_the_commission_of_the_sample_has_its_sexes_only_in_the_panel(made, tab):
    """Private marks stand in no table."""
    keys = {column.key for column in tab.roster.table.grid.records.shape}
    assert keys == {"name", "position", "role", "group", "since"}
    at(tab, "Садыкова Керез")
    assert tab.marks.boxes["sex"].currentText() == "woman"
    assert tab.roster.table.current().person.sex is Sex.WOMAN


def test_what_is_kept_is_what_is_shown(made, tab, store):
    with reading(store) as session:
        kept = records.composition(session, made.bodies["commission"], date(2019, 3, 13))
    assert [seat.person.name for seat in kept] == names(tab)


def test_a_russian_screen_says_that_the_position_is_the_kyrgyz_text_and_tells_the_russian_one(
    made, tab, store, language
):
    first = tab.roster.table.rows()[0]
    actions.change_seat(store, membership_id=first.id, values={"position_ru": "глава айыл окмоту"})
    tab.show_touched(frozenset({"commission"}))
    first = tab.roster.table.rows()[0]
    assert "глава айыл окмоту" not in roster_table.tip(first)
    language("ru")
    translating.translate(tab)
    heads = tab.roster.table.grid.model()
    titles = [heads.headerData(place, Qt.Orientation.Horizontal) for place in range(heads.columnCount())]
    assert "Должность (на кыргызском)" in titles
    assert roster_table.tip(first).startswith("глава айыл окмоту")
