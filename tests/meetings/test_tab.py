"""The screen of the meetings, used as the secretary uses it, on a real office: planning, agenda, invited persons."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QTabBar

from ayil_desktop.language import catalogue
from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    decision_actions,
    invited_actions,
    proposal_actions,
    selections,
    session_actions,
)
from ayil_desktop.meetings.choices import (
    DecisionKind,
    DeliveryKind,
    DueKind,
    FollowUpState,
    ItemKind,
    ItemState,
    Kind,
    PartyRole,
    Presence,
    State,
)
from ayil_desktop.meetings.decision_actions import Party, Term
from ayil_desktop.meetings.steps import Step
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import translating
from ayil_desktop.widgets.labels import ClauseLink, Label
from tests.commission.screens import choose, press, put
from tests.meetings import stories

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF"


@pytest.fixture
def planned(commission, show):
    """A planned meeting on the screen."""
    commission.plans(items=(ItemKind.INFORMATION, ItemKind.DECISION, ItemKind.DECISION))
    screen = show()
    screen.page.look_at(Step.PLAN)
    return screen


def plan_of(tab):
    return tab.page.panel(Step.PLAN).widget


def notice_of(tab):
    tab.page.look_at(Step.NOTICE)
    return tab.page.panel(Step.NOTICE).widget


def undo(tab):
    journal.undo(tab.desk.store)
    tab.show_touched(frozenset({"meetings"}))


def matters(tab):
    return [item.text_ky for item in plan_of(tab).agenda.agenda.table.rows()]


def cell(table, row, key):
    """What stands in a cell, as the user reads it."""
    from ayil_desktop.widgets import columns

    shape = {column.key: column for column in table.grid.records.shape}
    return columns.shown(shape[key], row)


def line_of(table, words):
    """A line of a table's menu."""
    return next(line for line in table.menu.build().actions() if line.text().startswith(words))


def shown_words(widget):
    """Every label that can be read on a part of the screen."""
    return [label.text() for label in widget.findChildren(Label) if label.isVisible() and label.text()]


def meetings_in(commission):
    with reading(commission.store) as session:
        return selections.meetings_list(session, commission.body_id)


# The list of meetings


def test_an_office_without_a_commission_is_sent_there(show, desk):
    tab = show()
    went = []
    desk.went.connect(lambda *where: went.append(where))
    assert "Enter the commission and its members first." in " ".join(shown_words(tab.empty))
    next(button for button in tab.empty.findChildren(QPushButton) if button.isVisible()).click()
    assert went == [("commission", "")]
    assert not tab.list.plan.isEnabled()


def test_the_first_meeting_is_planned_from_the_empty_screen(commission, show):
    tab = show()
    button = next(one for one in tab.empty.findChildren(QPushButton) if one.isVisible())
    assert button.text() == "Plan the first one"
    button.click()
    assert tab.main.currentWidget() is tab.new
    put(tab.new.form, date="13.3.19", time="10", place="Жыйын залы")
    assert tab.new.form.date.line.text() == "13.03.2019"
    assert tab.new.form.time.line.text() == "10:00"
    press(tab.new.form.place.line, Qt.Key.Key_Return)
    (meeting,) = meetings_in(commission)
    assert (meeting.date, meeting.time, meeting.place) == (date(2019, 3, 13), time(10, 0), "Жыйын залы")
    assert tab.page.head.title.text() == "Regular meeting of 13.03.2019"
    assert [row.id for row in tab.list.table.rows()] == [meeting.id]


def test_the_list_shows_every_state_by_a_word_under_its_year(commission, store, show):
    commission.plans(day=date(2019, 1, 20), items=())
    actions.cancel_meeting(store, meeting_id=commission.meeting_id, reason="Жол жабык")
    commission.plans(day=date(2020, 3, 13))
    tab = show()
    rows = tab.list.table.shown()
    assert [cell(tab.list.table, row, "state") for row in rows] == ["Planned", "Cancelled"]
    assert [str(heading) for heading in tab.list.table.grid.records.rows.headings] == ["2020", "2019"]


def test_the_meeting_that_comes_next_opens_first(commission, show):
    commission.plans(day=date(2019, 2, 1))
    coming = commission.plans(day=date(2019, 3, 13))
    commission.plans(day=date(2019, 4, 1))
    assert show().page.meeting_id == coming.id


def test_a_chosen_meeting_opens_at_its_current_step(commission, store, show):
    commission.plans(items=())
    without = commission.meeting_id
    commission.plans(day=date(2019, 4, 1))
    ready = commission.meeting_id
    tab = show()
    tab.list.table.go_to(ready)
    tab.finish()
    assert tab.page.meeting_id == ready
    assert tab.page.steps.looked_at is Step.NOTICE
    tab.list.table.go_to(without)
    tab.finish()
    assert tab.page.steps.looked_at is Step.PLAN


def test_the_bar_says_what_each_step_lacks(planned):
    buttons = planned.page.steps.buttons
    assert [button.standing for button in buttons.values()] == ["2 missing", "1 missing", "Later", "Later"]
    assert buttons[Step.PLAN].accessibleName() == "1. Plan: 2 missing"
    assert "3 matters that nobody prepares" in buttons[Step.PLAN].toolTip()
    assert "The chairman has not approved the agenda yet" in shown_words(plan_of(planned))


def test_the_pages_of_a_step_are_called_by_it_for_whoever_hears_them(planned):
    for step, name in ((Step.PLAN, "Plan"), (Step.MINUTES, "Minutes")):
        planned.page.look_at(step)
        planned.finish()
        bars = planned.page.panel(step).widget.findChildren(QTabBar)
        assert [bar.accessibleName() for bar in bars] == [name]


def test_a_quarter_without_a_meeting_is_told_with_its_clause(commission, show, desk, clock):
    clock.today = date(2019, 4, 10)
    tab = show()
    asked = []
    desk.clause_asked.connect(asked.append)
    assert tab.list.quarter.text() == "No meeting was held in this quarter yet; it ends on 30.06.2019."
    tab.list.quarter_clause.click()
    assert asked == ["CN-7.1"]


def test_another_body_has_its_own_meetings(commission, a_commission, show):
    commission.plans()
    other = a_commission(7, charter="naryn-council")
    other.plans(day=date(2019, 5, 5))
    tab = show()
    assert tab.list.body.count() == 2
    tab.list.body.setCurrentIndex(1)
    assert [row.date for row in tab.list.table.rows()] == [date(2019, 5, 5)]
    assert tab.page.meeting_id == other.meeting_id


# Day and place


def test_the_last_day_for_the_notice_is_seen_as_soon_as_the_day_is_typed(commission, show):
    tab = show()
    tab.plan()
    put(tab.new.form, date="13.3.2019")
    assert tab.new.term.words.sentence.text() == "Send the notice today; 07.03.2019 is the last day."
    assert tab.new.term.words.figure.accessibleName() == "1 working day left"
    said = [cell(tab.new.term.days, row, "words") for row in tab.new.term.days.rows()]
    assert said == [
        "4 working days before, advised for the notice",
        "3 working days before, the last day for the notice",
        "International Women's Day",
        "Saturday",
        "Sunday",
        "2 working days before",
        "1 working day before",
        "the meeting",
    ]


def test_a_day_that_is_too_near_is_told_as_too_late(commission, show):
    tab = show()
    tab.plan()
    put(tab.new.form, date="8.3.2019")
    assert tab.new.term.words.sentence.text().startswith("The last day for the notice was 05.03.2019.")
    assert tab.new.term.words.figure.accessibleName() == "1 working day too late"


def test_estimated_feasts_are_told_beside_the_count(commission, show, clock):
    clock.today = date(2031, 3, 6)
    tab = show()
    tab.plan()
    put(tab.new.form, date="3.4.2031")
    assert "only estimated" in tab.new.term.feasts.text()
    assert tab.new.term.feasts.isVisible()
    put(tab.new.form, date="13.3.2031")
    assert not tab.new.term.feasts.isVisible()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Enter the day of the meeting."),
        ("31.2.2019", "31.2.2019"),
        ("13.03.2091", "Check the year of 13.03.2091."),
    ],
)
def test_a_wrong_day_is_refused_at_its_field_and_nothing_typed_is_lost(commission, show, typed, said):
    tab = show()
    tab.plan()
    put(tab.new.form, place="Клуб")
    tab.new.form.date.line.setText(typed)
    tab.new.form.date.touch()
    tab.new.plan.click()
    assert said in tab.new.form.date.refusal
    assert tab.new.form.place.line.text() == "Клуб"
    assert meetings_in(commission) == []


def test_a_meeting_before_the_first_roster_is_refused_at_the_day(commission, show):
    tab = show()
    tab.plan()
    put(tab.new.form, date="9.1.2019")
    tab.new.plan.click()
    assert "10.01.2019" in tab.new.form.date.refusal
    links = [link.clause for link in tab.new.form.date.findChildren(ClauseLink) if link.isVisible()]
    assert links == ["CN-5.1a"]


def test_a_new_plan_that_is_left_leaves_nothing(planned, commission):
    planned.plan()
    put(planned.new.form, date="1.4.2019")
    planned.new.cancel.click()
    assert planned.main.currentWidget() is planned.page
    assert len(meetings_in(commission)) == 1


def test_every_change_of_the_plan_is_kept_when_its_field_is_left(planned, commission):
    page = plan_of(planned)
    page.tabs.setCurrentIndex(1)
    put(page.day.form, date="15.3.2019", time="1430", place="Мектеп")
    meeting = commission.meeting
    assert (meeting.date, meeting.time, meeting.place) == (date(2019, 3, 15), time(14, 30), "Мектеп")
    assert planned.page.head.title.text() == "Regular meeting of 15.03.2019"
    assert "14:30" in planned.page.head.details.text()
    undo(planned)
    assert page.day.form.place.line.text() == "Үлгү айылы, жыйын залы"


@pytest.mark.clause("CN-3.1.3")
def test_an_extraordinary_meeting_asks_for_its_reason_at_the_field(planned, commission):
    page = plan_of(planned)
    page.tabs.setCurrentIndex(1)
    form = page.day.form
    assert not form.reason.isVisible()
    choose(form.kind.list, "extraordinary")
    assert form.reason.isVisible()
    assert form.reason.refusal == "Write why the extraordinary meeting is called."
    assert commission.meeting.kind is Kind.REGULAR
    put(form, reason="Суу түтүгү жарылды")
    meeting = commission.meeting
    assert (meeting.kind, meeting.reason) == (Kind.EXTRAORDINARY, "Суу түтүгү жарылды")
    assert form.reason.refusal == ""
    assert planned.page.head.title.text() == "Extraordinary meeting of 13.03.2019"


@pytest.mark.clause("NC-4.1")
def test_a_plan_names_the_earlier_meeting_that_it_continues(commission, show):
    earlier = commission.plans(day=date(2019, 2, 20))
    commission.plans(day=date(2019, 3, 13))
    tab = show()
    page = plan_of(tab) if tab.page.look_at(Step.PLAN) is None else None
    page.tabs.setCurrentIndex(1)
    put(page.day.form, refers_to_id="20.02.2019")
    assert commission.meeting.refers_to_id == earlier.id


# The agenda


def test_matters_are_typed_one_after_the_other(planned, commission):
    line = plan_of(planned).agenda.add_line
    field = line.form.field("text_ky")
    for words in ("Таза суу", "Көчө жарыгы"):
        put(line.form, text_ky=words)
        press(field.entry, Key.Key_Return)
        assert field.entry.text() == ""
    assert matters(planned)[3:] == ["Таза суу", "Көчө жарыгы"]
    assert [item.kind for item in commission.meeting.items[3:]] == [ItemKind.DECISION, ItemKind.DECISION]
    assert plan_of(planned).tabs.tabText(0) == "Agenda (5)"


def test_a_matter_without_words_is_refused_at_its_line(planned, commission):
    line = plan_of(planned).agenda.add_line
    line.button.click()
    assert line.form.field("text_ky").refusal == "Write what the matter is about."
    assert len(commission.meeting.items) == 3


@pytest.mark.clause("NC-4.2")
def test_matters_move_by_alt_and_arrow_and_are_numbered_anew(planned, commission):
    table = plan_of(planned).agenda.agenda.table
    table.go_to(commission.item(3).id, "text_ky")
    table.grid.setFocus()
    press(table.grid, Key.Key_Up, ALT)
    press(table.grid, Key.Key_Up, ALT)
    assert matters(planned) == ["Маселе 3", "Маселе 1", "Маселе 2"]
    assert [item.place for item in commission.meeting.items] == [1, 2, 3]
    assert table.current().text_ky == "Маселе 3"


def test_a_matter_moves_when_its_number_is_dragged(planned, commission, qtbot):
    table = plan_of(planned).agenda.agenda.table
    with qtbot.wait_signal(table.moved):
        table.grid.verticalHeader().moveSection(0, 2)
    assert matters(planned) == ["Маселе 2", "Маселе 3", "Маселе 1"]


def test_cells_of_the_agenda_are_edited_as_in_excel(planned, commission):
    table = plan_of(planned).agenda.agenda.table
    item = commission.item(2)
    editor = table.edit(item.id, "speaker")
    editor.setText("Бирбеков Э.")
    press(editor, Key.Key_Return)
    chooser = table.edit(item.id, "preparer_id")
    choose(chooser, "Экибаева Сайра")
    kinds = table.edit(item.id, "kind")
    choose(kinds, "Election")
    changed = commission.item(2)
    assert (changed.speaker, changed.preparer.name, changed.kind) == (
        "Бирбеков Э.",
        "Экибаева Сайра",
        ItemKind.ELECTION,
    )


def test_the_card_holds_both_languages_and_the_draft(planned, commission):
    page = plan_of(planned).agenda
    page.go_to(commission.item(2).id)
    assert page.card.title.text() == "Matter 2"
    put(page.card.form, text_ru="Вопрос 2", draft_ky="", draft_ru="утвердить")
    item = commission.item(2)
    assert (item.text_ru, item.draft_ky, item.draft_ru) == ("Вопрос 2", "", "утвердить")
    row = page.agenda.table.rows()[1]
    assert cell(page.agenda.table, row, "draft") == "missing"
    assert "1 matter without a draft decision" in shown_words(plan_of(planned))


def test_a_matter_is_taken_off_by_delete_and_comes_back_by_undo(planned, commission):
    table = plan_of(planned).agenda.agenda.table
    table.go_to(commission.item(2).id, "papers")
    table.grid.setFocus()
    press(table.grid, Key.Key_Delete)
    assert matters(planned) == ["Маселе 1", "Маселе 3"]
    undo(planned)
    assert matters(planned) == ["Маселе 1", "Маселе 2", "Маселе 3"]


def test_names_on_the_agenda_are_never_markup(planned, commission):
    line = plan_of(planned).agenda.add_line
    put(line.form, text_ky="<b>Кат</b> & =1+1 {name}")
    line.button.click()
    assert matters(planned)[3] == "<b>Кат</b> & =1+1 {name}"


def test_the_chairmans_approval_is_dated(planned, commission):
    approval = plan_of(planned).agenda.approval
    put(approval, agenda_approved_on="5.3.2019")
    assert commission.meeting.agenda_approved_on == date(2019, 3, 5)
    assert "The chairman has not approved the agenda yet" not in shown_words(plan_of(planned))


# Papers of a matter


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "Стандарт.pdf"
    path.write_bytes(PDF)
    return path


def test_a_paper_is_attached_opened_and_taken_off(planned, commission, paper, answers, qtbot, monkeypatch):
    page = plan_of(planned).agenda
    page.go_to(commission.item(1).id)
    answers.will("open_file", paper)
    page.card.papers.button.click()
    qtbot.wait_until(lambda: page.card.papers.names == ["Стандарт.pdf"])
    assert cell(page.agenda.table, page.agenda.table.rows()[0], "papers") == "1"
    seen = []
    # The program of the system is no part of ours.
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url.toLocalFile()))
    (row,) = commission.item(1).attachments
    page.card.papers.opened.emit(row.id)
    assert open(seen[0], "rb").read() == PDF
    page.card.papers.dropped.emit(row.id)
    assert commission.item(1).attachments == []
    assert page.card.papers.names == []


def test_a_paper_goes_to_its_matter_wherever_the_user_is_by_then(planned, commission, paper, answers, qtbot):
    page = plan_of(planned).agenda
    page.go_to(commission.item(1).id)
    answers.will("open_file", paper)
    page.card.papers.button.click()
    assert commission.item(1).attachments == []
    page.go_to(commission.item(2).id)
    qtbot.wait_until(lambda: len(commission.item(1).attachments) == 1)
    assert page.card.papers.names == []
    assert commission.item(2).attachments == []


def test_a_program_that_calls_itself_a_picture_is_refused(planned, commission, tmp_path, answers, qtbot):
    wrong = tmp_path / "scan.jpg"
    wrong.write_bytes(b"MZ\x90\x00 this is a program")
    page = plan_of(planned).agenda
    page.go_to(commission.item(1).id)
    answers.will("open_file", wrong)
    page.card.papers.button.click()
    said = "scan.jpg is not a PDF, JPEG, PNG or TIFF file"
    qtbot.wait_until(lambda: page.card.papers.note.text.startswith(said))
    assert commission.item(1).attachments == []


def test_turning_away_from_the_file_attaches_nothing(planned, commission, answers):
    answers.will("open_file", None)
    plan_of(planned).agenda.card.papers.button.click()
    assert commission.item(1).attachments == []


# What offers itself


def test_postponed_late_and_proposed_matters_are_taken_up_with_one_click(commission, store, show, clock):
    clock.today = date(2019, 6, 3)
    commission.meets(present=8, day=date(2019, 5, 28), items=(ItemKind.DECISION, ItemKind.DECISION))
    agenda_actions.set_item_state(
        store, item_id=commission.item(1).id, state=ItemState.POSTPONED, reason="Баяндамачы жок"
    )
    decision_actions.add_decision(
        store,
        item_id=commission.item(2).id,
        text_ky="Тапшырма аткарылсын",
        kind=DecisionKind.ASSIGN,
        term=Term(DueKind.DATE, date(2019, 6, 1)),
    )
    proposal_actions.propose(
        store, body_id=commission.body_id, text="Спорт аянтчасы", on=date(2019, 5, 30), person_id=commission.id(4)
    )
    plan = commission.plans(day=date(2019, 6, 11), items=())
    tab = show()
    tab.show_meeting(plan.id)
    page = plan_of(tab).agenda
    offers = page.offers
    assert [(cell(offers.table, row, "kind"), cell(offers.table, row, "text")) for row in offers.table.rows()] == [
        ("Postponed", "Маселе 1"),
        ("Overdue", "Тапшырма аткарылсын"),
        ("Proposal", "Спорт аянтчасы"),
    ]
    for _ in range(3):
        offers.button.click()
    assert matters(tab) == ["Маселе 1", "Тапшырма аткарылсын", "Спорт аянтчасы"]
    assert not offers.isVisible()
    assert commission.meeting.items[2].preparer_id == commission.id(4)


# Invited persons


@pytest.mark.clause("CN-5.6.3")
@pytest.mark.clause("CN-5.7.3")
def test_invited_persons_are_entered_with_who_proposed_them_and_agreed_on(planned, commission):
    plan = plan_of(planned)
    plan.tabs.setCurrentIndex(2)
    page = plan.invited
    put(
        page.add_line.form,
        name="Адисбеков Канат",
        position="Суу чарба адиси",
        group="State body or outside expert",
        proposed_by_id="Экибаева Сайра",
    )
    titles = [page.add_line.form.field(name).title for name in ("group", "proposed_by_id", "is_guest")]
    assert all(title.isVisible() for title in titles), "a field that is filled still says what it is"
    page.add_line.button.click()
    (guest,) = commission.meeting.invited
    assert (guest.name, guest.group, guest.proposed_by.name) == ("Адисбеков Канат", "expert", "Экибаева Сайра")
    (row,) = page.table.rows()
    assert cell(page.table, row, "proposed_by_id") == "Экибаева Сайра"
    assert "The list of invited persons is not agreed yet" in shown_words(plan)
    put(page.agreement, invited_agreed_on="6.3.2019")
    assert "The list of invited persons is not agreed yet" not in shown_words(plan)


def test_whoever_comes_to_a_meeting_that_has_begun_is_a_guest(planned, commission, store):
    session_actions.open_session(store, meeting_id=commission.meeting_id)
    planned.show_touched(frozenset({"meetings"}))
    planned.page.look_at(Step.PLAN)
    plan = plan_of(planned)
    plan.tabs.setCurrentIndex(2)
    put(plan.invited.add_line.form, name="Конокбаев Эсен")
    plan.invited.add_line.button.click()
    (guest,) = commission.meeting.invited
    assert (guest.is_guest, guest.came) == (True, True)
    assert cell(plan.invited.table, plan.invited.table.rows()[0], "guest") == "Guest"


def test_an_invited_person_without_a_name_is_refused_and_the_rest_stays(planned, commission):
    plan = plan_of(planned)
    plan.tabs.setCurrentIndex(2)
    put(plan.invited.add_line.form, position="Адис")
    plan.invited.add_line.button.click()
    assert plan.invited.add_line.form.field("name").refusal == "Write the name."
    assert plan.invited.add_line.form.field("position").entry.text() == "Адис"
    assert commission.meeting.invited == []


# The notice


def test_the_notice_is_sent_to_every_member_and_can_be_undone(planned, commission):
    panel = notice_of(planned)
    put(panel.form, how="колуна берилди")
    panel.send.click()
    meeting = commission.meeting
    assert (meeting.state, len(meeting.deliveries)) == (State.NOTIFIED, 11)
    assert {(row.on, row.how) for row in meeting.deliveries} == {(date(2019, 3, 6), "колуна берилди")}
    assert panel.term.sentence.text() == "The notice was sent on 06.03.2019, in time."
    assert panel.counts.text() == "Notice 11 / 11 · Materials 0 / 11 · Minutes 0 / 11"
    assert [cell(panel.log.table, row, "notice") for row in panel.log.table.rows()] == ["06.03.2019"] * 11
    assert not panel.send.isVisible()
    undo(planned)
    assert panel.send.isVisible()
    assert panel.counts.text().startswith("Notice 0 / 11")


@pytest.mark.clause("CN-5.6.1")
def test_a_late_notice_asks_for_its_reason_at_the_field(planned, commission, clock):
    panel = notice_of(planned)
    assert not panel.late.isVisible()
    put(panel.form, on="11.3.2019")
    assert panel.late.isVisible()
    panel.send.click()
    assert panel.late.refusal == "The last day for the notice was 07.03.2019. Write why it is late."
    assert commission.meeting.state is State.PLANNED
    put(panel.form, late_notice_reason="Жарык жок болду")
    panel.send.click()
    assert commission.meeting.late_notice_reason == "Жарык жок болду"
    assert panel.term.sentence.text() == "The notice was sent on 11.03.2019; the last day was 07.03.2019."
    assert panel.log.table.rows()[0].is_late(DeliveryKind.NOTICE)


@pytest.mark.clause("CN-5.6.1")
def test_what_one_member_gets_late_asks_for_the_reason_beside_the_log(planned, commission, store, clock):
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    clock.today = date(2019, 3, 11)
    planned.show_touched(frozenset({"meetings"}))
    panel = notice_of(planned)
    assert panel.explanation.isVisible() and not panel.send.isVisible() and not panel.on.isVisible()
    table = panel.log.table
    editor = table.edit(commission.id(4), "notice")
    editor.setText("11.3.2019")
    press(editor, Key.Key_Return)
    assert table.grid.refusal == "The last day for the notice was 07.03.2019. Write why it is late."
    press(editor, Key.Key_Escape)
    put(panel.explanation, late_notice_reason="Ооруканада болчу")
    assert commission.meeting.late_notice_reason == "Ооруканада болчу"
    editor = table.edit(commission.id(4), "notice")
    editor.setText("11.3.2019")
    press(editor, Key.Key_Return)
    assert {row.person_id: row.on for row in commission.meeting.deliveries}[commission.id(4)] == date(2019, 3, 11)
    assert panel.log.table.rows()[3].is_late(DeliveryKind.NOTICE)


@pytest.mark.clause("CN-5.4.3")
def test_a_notice_without_a_place_is_refused_and_says_so(planned, commission, store, told):
    actions.change_plan(store, meeting_id=commission.meeting_id, place="")
    planned.show_touched(frozenset({"meetings"}))
    panel = notice_of(planned)
    panel.send.click()
    assert panel.form.refusal == "Enter the place of the meeting."
    assert commission.meeting.state is State.PLANNED


def test_the_log_is_kept_member_by_member(planned, commission, store):
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    planned.show_touched(frozenset({"meetings"}))
    panel = notice_of(planned)
    editor = panel.log.table.edit(commission.id(4), "materials")
    editor.setText("7.3.19")
    press(editor, Key.Key_Return)
    assert panel.counts.text() == "Notice 11 / 11 · Materials 1 / 11 · Minutes 0 / 11"
    panel.to_all[DeliveryKind.MATERIALS].click()
    assert panel.counts.text() == "Notice 11 / 11 · Materials 11 / 11 · Minutes 0 / 11"
    days = {row.person_id: row.on for row in commission.meeting.deliveries if row.kind is DeliveryKind.MATERIALS}
    assert days[commission.id(4)] == date(2019, 3, 7)
    assert days[commission.id(5)] == date(2019, 3, 6)
    assert not panel.to_all[DeliveryKind.MATERIALS].isVisible()


def test_materials_after_the_meeting_are_refused_in_the_cell(planned, commission, store):
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    planned.show_touched(frozenset({"meetings"}))
    table = notice_of(planned).log.table
    editor = table.edit(commission.id(4), "materials")
    editor.setText("14.3.2019")
    press(editor, Key.Key_Return)
    assert table.grid.refusal == "This cannot be later than the meeting of 13.03.2019."
    assert len(commission.meeting.deliveries) == 11


def writes(table, person_id, column, day):
    """A day typed into a cell of the log; what the cell says against it."""
    editor = table.edit(person_id, column)
    editor.setText(day)
    press(editor, Key.Key_Return)
    refusal = table.grid.refusal
    if refusal:
        press(editor, Key.Key_Escape)
    return refusal


@pytest.mark.clause("CN-5.6.1")
def test_the_day_on_which_a_member_received_the_notice_is_written_beside_its_sending(planned, commission, store):
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    planned.show_touched(frozenset({"meetings"}))
    table, member = notice_of(planned).log.table, commission.id(4)
    assert writes(table, member, "received", "7.3.2019") == ""
    received = {row.person_id: row.received_on for row in commission.meeting.deliveries}
    assert (received[member], received[commission.id(5)]) == (date(2019, 3, 7), None)
    assert cell(table, table.rows()[3], "received") == "07.03.2019"
    was_sent = "It was sent on 06.03.2019: it cannot have been received earlier."
    assert writes(table, member, "received", "5.3.2019") == was_sent
    assert writes(table, member, "received", "1.1.2099") == "What was received cannot lie after today."
    was_sent = "It was sent on 08.03.2019: it cannot have been received earlier."
    actions.explain_late_notice(store, meeting_id=commission.meeting_id, reason="Жарык жок болду")
    assert writes(table, member, "notice", "8.3.2019") == was_sent
    assert writes(table, member, "received", "") == ""
    assert {row.received_on for row in commission.meeting.deliveries} == {None}


def test_a_receipt_goes_with_its_notice(planned, commission, store):
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    planned.show_touched(frozenset({"meetings"}))
    table, member = notice_of(planned).log.table, commission.id(4)
    writes(table, member, "received", "7.3.2019")
    writes(table, member, "notice", "")
    assert commission.id(4) not in {row.person_id for row in commission.meeting.deliveries}
    writes(table, member, "notice", "6.3.2019")
    assert cell(table, table.rows()[3], "received") == ""


def test_an_announced_matter_is_frozen_and_the_cell_says_why(planned, commission, store):
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    planned.show_touched(frozenset({"meetings"}))
    planned.page.look_at(Step.PLAN)
    page = plan_of(planned).agenda
    editor = page.agenda.table.edit(commission.item(1).id, "text_ky")
    editor.setText("Башка маселе")
    press(editor, Key.Key_Return)
    assert page.agenda.table.grid.refusal.startswith("The members have this agenda.")
    press(editor, Key.Key_Escape)
    put(page.add_line.form, text_ky="Кечиккен")
    page.add_line.button.click()
    late = page.agenda.table.rows()[3]
    assert cell(page.agenda.table, late, "mark") == "Added late"


def test_a_matter_is_withdrawn_with_a_reason(planned, commission, store, answers):
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    planned.show_touched(frozenset({"meetings"}))
    planned.page.look_at(Step.PLAN)
    agenda = plan_of(planned).agenda.agenda
    agenda.go_to(commission.item(2).id)
    answers.will("text", "", "Баяндамачы ооруп калды")
    agenda.withdraw()
    assert answers.suggested == [("", ""), ("", "Write the reason.")]
    assert commission.item(2).state is ItemState.WITHDRAWN
    assert cell(agenda.table, agenda.table.rows()[1], "mark") == "Withdrawn"


def test_a_day_that_changes_after_the_notice_asks_for_a_new_one_until_it_is_sent(planned, commission, store, clock):
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    planned.show_touched(frozenset({"meetings"}))
    planned.page.look_at(Step.PLAN)
    page = plan_of(planned)
    page.tabs.setCurrentIndex(1)
    put(page.day.form, date="20.3.2019", time="14:00")
    planned.finish()
    lack = "The members were told otherwise (13.03.2019, 10:00): a new notice is needed"
    assert lack in shown_words(page.lacks)
    assert "CN-5.6.1" in [link.clause for link in page.lacks.findChildren(ClauseLink) if link.isVisible()]
    assert cell(planned.list.table, planned.list.table.rows()[0], "state") == "New notice needed"
    assert planned.page.head.next.text() == "A new notice…"

    planned.page.head.next.click()
    panel = planned.page.panel(Step.NOTICE).widget
    assert planned.page.steps.looked_at is Step.NOTICE
    assert lack in shown_words(panel.lacks)
    assert "13.03.2019, 10:00, Үлгү айылы, жыйын залы" in panel.sent.text()
    assert panel.send.text() == "Send a new notice"
    clock.today = date(2019, 3, 7)
    put(panel.form, on="7.3.2019")
    panel.send.click()
    planned.finish()
    assert not panel.lacks.isVisible() or lack not in shown_words(panel.lacks)
    assert not panel.send.isVisible()
    assert len(commission.meeting.deliveries) == 22
    assert [cell(panel.log.table, row, "notice") for row in panel.log.table.rows()] == ["07.03.2019"] * 11
    assert panel.sent.text().splitlines() == [
        "Notice of 06.03.2019 to 11 members: 13.03.2019, 10:00, Үлгү айылы, жыйын залы",
        "Notice of 07.03.2019 to 11 members: 20.03.2019, 14:00, Үлгү айылы, жыйын залы",
    ]
    assert cell(planned.list.table, planned.list.table.rows()[0], "state") == "Notice sent"

    undo(planned)
    planned.finish()
    assert lack in shown_words(panel.lacks)
    assert panel.send.isVisible()


# States


def lines_of(tab):
    tab.page.head.fill_menu()
    return {line.text(): line for line in tab.page.head.menu.actions()}


def test_a_meeting_is_cancelled_with_its_reason_and_a_new_day_is_planned(planned, commission, answers):
    answers.will("text", "Жол жабык")
    lines_of(planned)["Cancel the meeting…"].trigger()
    assert commission.meeting.state is State.CANCELLED
    assert planned.page.head.details.text().endswith("Жол жабык")
    planned.page.head.next.click()
    assert planned.main.currentWidget() is planned.new
    put(planned.new.form, date="20.3.2019")
    planned.new.plan.click()
    anew = meetings_in(commission)[0]
    assert (anew.date, anew.refers_to_id, anew.place) == (
        date(2019, 3, 20),
        commission.meeting_id,
        "Үлгү айылы, жыйын залы",
    )


def test_an_office_that_begins_in_the_middle_of_a_year_counts_on_from_its_own_number(commission, store, show, answers):
    stories.held(commission)
    tab = show()
    answers.will("text", "0", "төрт", "4")
    lines_of(tab)["Number of the meeting…"].trigger()
    refused = "Write a number from 1 on."
    assert answers.suggested == [("1", ""), ("0", refused), ("төрт", refused)]
    assert commission.meeting.number == 4
    second = stories.held(commission, day=date(2019, 6, 12))
    assert second.number == 5
    with pytest.raises(Refused, match="this number already"):
        session_actions.change_number(store, meeting_id=second.id, number="4")


def test_a_held_meeting_is_opened_again_from_its_menu_until_it_is_sealed(commission, store, show):
    stories.held(commission)
    tab = show()
    lines_of(tab)["Open the session again"].trigger()
    meeting = commission.meeting
    assert (meeting.state, meeting.number) == (State.IN_SESSION, 1)
    tab.page.look_at(Step.SESSION)
    panel = tab.page.panel(Step.SESSION).widget
    panel.bar.close_button.click()
    assert (commission.meeting.state, commission.meeting.number) == (State.HELD, 1)
    stories.seals(commission)
    tab.show_touched(frozenset({"meetings"}))
    assert "Open the session again" not in lines_of(tab)


def test_a_meeting_without_a_quorum_offers_a_new_day(commission, store, show):
    commission.meets(present=5)
    session_actions.close_session(store, meeting_id=commission.meeting_id)
    tab = show()
    assert tab.page.head.next.text() == "Plan a new day…"
    assert cell(tab.list.table, tab.list.table.rows()[0], "state") == "Not held, no quorum"


def test_a_copy_invites_the_same_persons_again(planned, commission, store):
    invited_actions.invite(store, meeting_id=commission.meeting_id, name="Адисбеков Канат", group="expert")
    planned.show_touched(frozenset({"meetings"}))
    lines_of(planned)["Copy the meeting…"].trigger()
    put(planned.new.form, date="15.4.2019")
    planned.new.plan.click()
    commission.meeting_id = planned.page.meeting_id
    assert [guest.name for guest in commission.meeting.invited] == ["Адисбеков Канат"]
    assert commission.meeting.items == []


def test_a_deleted_plan_leaves_the_screen_and_comes_back_by_undo(planned, commission):
    lines_of(planned)["Delete the plan"].trigger()
    assert meetings_in(commission) == []
    assert planned.main.currentWidget() is planned.empty
    undo(planned)
    assert planned.page.meeting_id == commission.meeting_id


def test_the_main_button_leads_to_the_session_from_its_day_on(planned, commission, clock):
    assert not planned.page.head.next.isVisible()
    clock.today = date(2019, 3, 13)
    planned.show_touched(frozenset({"meetings"}))
    planned.page.head.next.click()
    assert planned.page.steps.looked_at is Step.SESSION
    session_actions.open_session(commission.store, meeting_id=commission.meeting_id)
    planned.show_touched(frozenset({"meetings"}))
    assert (planned.page.steps.looked_at, planned.page.head.state.accessibleName()) == (Step.SESSION, "In session")


def test_the_next_duty_stands_in_the_status_line(commission, store, show, desk, clock):
    said = []
    desk.duties_changed.connect(lambda duties: said.append(" · ".join(str(duty.text) for duty in duties)))
    commission.plans()
    tab = show()
    assert said[-1] == "Meeting of 13.03.2019: Send the notice today; 07.03.2019 is the last day."
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    tab.show_touched(frozenset({"meetings"}))
    tab.finish()
    # It is on its way; after its day it was not held.
    assert (said[-1], tab.list.quarter.text()) == ("", "")
    actions.change_plan(store, meeting_id=commission.meeting_id, time=time(14, 0))
    tab.show_touched(frozenset({"meetings"}))
    tab.finish()
    assert said[-1] == "Meeting of 13.03.2019: the members were told otherwise, send a new notice."
    clock.today = date(2019, 3, 14)
    tab.show_touched(frozenset({"meetings"}))
    tab.finish()
    assert said[-1] == "No meeting was held in this quarter yet; it ends on 31.03.2019."


def test_what_another_body_has_to_do_stands_in_the_status_line_under_its_name(
    commission, a_commission, store, show, desk, clock
):
    """The commission has a meeting to announce, the contest commission one to announce late and a task undone."""
    other = a_commission(name="Конкурстук комиссия")
    stories.held(other, day=date(2019, 2, 20))
    stories.decides(
        other, text_ky="Түтүк оңдолсун", kind=DecisionKind.ASSIGN, term=Term(DueKind.DATE, date(2019, 3, 1))
    )
    other.plans(day=date(2019, 3, 12))
    commission.plans()
    said = []
    desk.duties_changed.connect(said.append)
    tab = show()
    assert [str(duty.text) for duty in said[-1]] == [
        "Конкурстук комиссия: Meeting of 12.03.2019: Today is the last day for the notice.",
        "Жумушчу комиссия: Meeting of 13.03.2019: Send the notice today; 07.03.2019 is the last day.",
        "Конкурстук комиссия: 1 decision is overdue",
    ]
    tab.go_to(said[-1][0].record)
    assert (tab.body.id, tab.page.meeting_id) == (other.body_id, other.meeting_id)


def test_an_overdue_decision_stands_in_the_status_line_and_leads_to_the_list(commission, store, show, desk, clock):
    said = []
    desk.duties_changed.connect(said.append)
    stories.held(commission)
    late, _ = (
        stories.decides(commission, text_ky=words, kind=DecisionKind.ASSIGN, term=Term(DueKind.DATE, due))
        for words, due in (("Түтүк оңдолсун", date(2019, 3, 20)), ("Жол тазалансын", date(2019, 5, 30)))
    )
    clock.today = date(2019, 3, 20)
    tab = show()
    assert [str(duty.text) for duty in said[-1]] == []
    clock.today = date(2019, 3, 21)
    tab.show_touched(frozenset({"meetings"}))
    tab.finish()
    (duty,) = said[-1]
    assert str(duty.text) == "1 decision is overdue"
    tab.go_to(duty.record)
    assert tab.main.currentWidget() is tab.decisions
    assert tab.decisions.table.current().decision_id == late
    decision_actions.follow_up(store, decision_id=late, state=FollowUpState.DONE, on=clock.today)
    tab.show_touched(frozenset({"meetings"}))
    tab.finish()
    assert said[-1] == ()


# What the window asks


def test_meetings_matters_and_decisions_are_found_by_their_words(commission, store, show):
    commission.meets(present=8)
    agenda_actions.change_item(store, item_id=commission.item(1).id, text_ky="Таза суу түтүгү жөнүндө")
    made = decision_actions.add_decision(store, item_id=commission.item(1).id, text_ky="Түтүктөр оңдолсун").made
    tab = show()
    assert [hit.title for hit in tab.hits("туту")] == ["Түтүктөр оңдолсун", "Таза суу түтүгү жөнүндө"]
    assert [hit.record for hit in tab.hits("13.03.2019")] == [commission.meeting_id]
    assert tab.hits("жок нерсе") == []
    tab.go_to(made)
    assert tab.main.currentWidget() is tab.decisions
    assert tab.decisions.table.current().decision_id == made
    tab.go_to(commission.item(1).id)
    assert plan_of(tab).agenda.agenda.table.current().id == commission.item(1).id
    tab.go_to("no-such-record")
    assert tab.page.meeting_id == commission.meeting_id


def test_a_search_knows_what_stands_beside_matters_and_decisions(commission, store, show):
    commission.meets(present=8)
    item = commission.item(1).id
    agenda_actions.change_item(store, item_id=item, speaker="Жазмакова Нуриза", draft_ky="Көпүрө курулсун")
    party = Party(PartyRole.RESPONSIBLE, name="Суу чарба бөлүмү")
    decided = decision_actions.add_decision(store, item_id=item, text_ky="Түтүктөр оңдолсун", parties=[party]).made
    decision_actions.add_part(store, decision_id=decided, text_ky="Казылган жер жабылсын")
    invited_actions.invite(store, meeting_id=commission.meeting_id, name="Конокбаева Сырга")
    member = commission.id(4)
    proposed = proposal_actions.propose(
        store, body_id=commission.body_id, text="Көчө жарыгы", on=date(2019, 3, 1), person_id=member
    ).made
    tab = show()
    for words, record in [
        ("жазмакова", item),
        ("копуро", item),
        ("суу чарба", decided),
        ("казылган", decided),
        ("көчө жарыгы", proposed),
        ("конокбаева", commission.meeting_id),
        ("очередное", commission.meeting_id),
        ("кезектеги", commission.meeting_id),
    ]:
        assert record in [hit.record for hit in tab.hits(words)], words
    tab.go_to(proposed)
    assert tab.proposals.table.current().id == proposed


def test_a_matter_that_was_added_is_found_at_once(planned, commission):
    assert planned.hits("канализация") == []
    line = plan_of(planned).agenda.add_line
    put(line.form, text_ky="Канализация")
    line.button.click()
    assert [hit.title for hit in planned.hits("канализация")] == ["Канализация"]


def test_the_papers_of_the_meeting_that_is_shown_are_previewed(planned, previewed):
    lines = {str(command.title): command for command in planned.commands() if command.menu == "print"}
    lines["Agenda"].run()
    assert previewed.names == ["Agenda 13.03.2019"]
    assert "Маселе 1" in previewed.text()
    lines["Paper of this step"].run()
    assert previewed.names[-1] == "Agenda 13.03.2019"
    planned.page.look_at(Step.NOTICE)
    lines["Paper of this step"].run()
    assert previewed.names[-1] == "Notice 13.03.2019"
    planned.show_decisions()
    assert not lines["Agenda"].is_possible()


def test_steps_and_lists_have_keys_of_their_own(planned):
    keys = {command.shortcut: command for command in planned.commands() if command.shortcut}
    keys["Ctrl+2"].run()
    assert planned.page.steps.looked_at is Step.NOTICE
    keys["Ctrl+6"].run()
    planned.finish()
    assert planned.main.currentWidget() is planned.proposals
    keys["Ctrl+Shift+N"].run()
    assert planned.main.currentWidget() is planned.new


def test_the_keys_of_the_session_are_in_the_menu_before_a_session_is_seen(planned, commission, store):
    keys = {command.shortcut: command for command in planned.commands() if command.shortcut}
    everybody = keys["Ctrl+Shift+A"]
    assert not everybody.is_possible()
    everybody.run()
    session_actions.open_session(store, meeting_id=commission.meeting_id)
    planned.show_touched(frozenset({"meetings"}))
    planned.page.look_at(Step.SESSION)
    assert everybody.is_possible()
    everybody.run()
    assert {row.presence for row in commission.meeting.attendance} == {Presence.PRESENT}
    planned.page.look_at(Step.PLAN)
    assert not everybody.is_possible()


def test_on_a_narrow_screen_the_list_gives_way_to_the_session(planned):
    planned.resize(1024, 674)
    assert planned.list.isVisible()
    planned.page.look_at(Step.SESSION)
    assert not planned.list.isVisible()
    planned.page.look_at(Step.PLAN)
    assert planned.list.isVisible()
    planned.show_decisions()
    assert not planned.list.isVisible()


def test_no_screen_is_wider_or_higher_than_the_narrowest_desk(planned, commission, language):
    """1093 x 614, less menu, row of tabs, status line and task bar."""
    for speaks in ("ky", "ru", "en"):
        language(speaks)
        translating.translate(planned)
        for step in Step:
            planned.page.look_at(step)
            assert planned.minimumSizeHint().width() <= 1093, (speaks, step)
            assert planned.minimumSizeHint().height() <= 480, (speaks, step)
        for show in (planned.plan, planned.show_decisions, planned.show_proposals):
            show()
            assert planned.minimumSizeHint().width() <= 1093, (speaks, show)
            assert planned.minimumSizeHint().height() <= 480, (speaks, show)
        planned.show_meeting(commission.meeting_id)


def test_the_side_folds(planned):
    planned.fold_side(True)
    assert not planned.list.isVisible()
    planned.fold_side(False)
    assert planned.list.isVisible()


def test_another_language_leaves_nothing_behind(planned, language):
    """What can be read on the screen is read again in the new language; only people's own words stay."""
    english = set(shown_words(planned))
    language("ru")
    translating.translate(planned)
    still = {words for words in set(shown_words(planned)) & english if words.isascii() and any(map(str.isalpha, words))}
    known = {words for words in still if catalogue.text(words) == words}
    assert still == known


def test_the_steps_are_reached_and_chosen_by_keyboard(planned):
    button = planned.page.steps.buttons[Step.NOTICE]
    button.setFocus()
    press(button, Key.Key_Space)
    assert planned.page.steps.looked_at is Step.NOTICE


def test_everything_that_takes_the_focus_has_a_name(planned):
    for step in (Step.PLAN, Step.NOTICE):
        planned.page.look_at(step)
    planned.show_decisions()
    planned.show_proposals()
    nameless = [
        widget
        for kind in (QPushButton,)
        for widget in planned.findChildren(kind)
        if not (widget.isHidden() or widget.accessibleName() or widget.text())
    ]
    assert nameless == []


# Decisions and proposals


@pytest.fixture
def decided(commission, store, show, clock):
    """A meeting with decisions of every standing on the 6th of March."""
    commission.meets(present=8, day=date(2019, 2, 5), items=(ItemKind.DECISION,) * 3)

    def decide(number, words, **more):
        return decision_actions.add_decision(store, item_id=commission.item(number).id, text_ky=words, **more).made

    team = (Party(PartyRole.RESPONSIBLE, name="Мониторинг тобу"), Party(PartyRole.RESPONSIBLE, name="СЭС"))
    decide(1, "Кечиккен", kind=DecisionKind.ASSIGN, term=Term(DueKind.DATE, date(2019, 3, 1)), parties=team)
    decide(2, "Мөөнөтсүз", kind=DecisionKind.ASSIGN, parties=team)
    decide(3, "Маалымат үчүн", kind=DecisionKind.NOTE)
    tab = show()
    tab.show_decisions()
    return tab


def standings(tab):
    tab.finish()
    table = tab.decisions.table
    return [(cell(table, row, "text"), cell(table, row, "standing")) for row in table.shown()]


def test_a_change_of_the_composition_is_carried_out_by_the_heads_order(commission, store, show):
    commission.meets(present=8, day=date(2019, 2, 5))
    decision_actions.add_decision(
        store, item_id=commission.item(1).id, text_ky="Курам өзгөртүлсүн", kind=DecisionKind.COMPOSITION
    )
    tab = show()
    tab.show_decisions()
    assert standings(tab) == [("Курам өзгөртүлсүн", "By the head’s order")]


@pytest.mark.clause("NC-3.4")
def test_decisions_are_listed_with_their_standing_and_filtered(decided):
    assert standings(decided) == [
        ("Кечиккен", "Overdue"),
        ("Мөөнөтсүз", "Without a term"),
        ("Маалымат үчүн", "Nothing to be done"),
    ]
    choose(decided.decisions.choice, "Overdue")
    assert standings(decided) == [("Кечиккен", "Overdue")]
    choose(decided.decisions.choice, "Without a term")
    assert standings(decided) == [("Мөөнөтсүз", "Without a term")]
    (entry,) = decided.decisions.table.shown()
    assert entry.responsible == ("Мониторинг тобу", "СЭС")
    choose(decided.decisions.choice, "All decisions")
    choose(decided.decisions.who, "СЭС")
    assert [words for words, _ in standings(decided)] == ["Кечиккен", "Мөөнөтсүз"]


def test_progress_is_recorded_and_changes_the_standing(decided, commission):
    card = decided.decisions.card
    assert card.title.text() == "Decision 1"
    put(card.form, state="Done", on="28.2.2019", note="Аткарылды", evidence="Акт №3")
    card.record.click()
    assert standings(decided)[0] == ("Кечиккен", "Done")
    (row,) = card.history.rows()
    assert (row.state, row.on, row.note, row.evidence) == (FollowUpState.DONE, date(2019, 2, 28), "Аткарылды", "Акт №3")
    assert card.form.field("note").entry.text() == ""
    undo(decided)
    assert standings(decided)[0] == ("Кечиккен", "Overdue")


def test_nothing_is_recorded_as_done_by_one_press(decided):
    card = decided.decisions.card
    card.record.click()
    assert card.form.field("state").refusal == "Choose the state."
    assert card.history.rows() == []


def test_progress_before_the_decision_is_refused_at_the_date(decided):
    card = decided.decisions.card
    put(card.form, state="In progress", on="4.2.2019")
    card.record.click()
    assert card.form.field("on").refusal == "This cannot be earlier than the meeting of 05.02.2019."


@pytest.mark.clause("NC-5.7")
def test_parts_of_a_decision_stand_and_end_each_for_itself(commission, store, show, clock):
    clock.today = date(2019, 9, 1)
    commission.meets(present=8, day=date(2019, 8, 21))
    whole = decision_actions.add_decision(
        store, item_id=commission.item(1).id, text_ky="Сунушталсын", kind=DecisionKind.RECOMMEND
    ).made
    decision_actions.add_part(store, decision_id=whole, text_ky="Видеоролик тартылсын")
    decision_actions.add_part(
        store, decision_id=whole, text_ky="Отурумга чакырылсын", term=Term(DueKind.NEXT_MEETING, date(2019, 10, 1))
    )
    tab = show()
    tab.show_decisions()
    table = tab.decisions.table
    assert [(cell(table, row, "number"), cell(table, row, "due")) for row in table.shown()] == [
        ("1.1", ""),
        ("1.2", "31.10.2019"),
    ]
    put(tab.decisions.card.form, state="Done")
    tab.decisions.card.record.click()
    tab.finish()
    assert [cell(table, row, "standing") for row in table.shown()] == ["Done", "Open"]
    choose(tab.decisions.choice, "To be done")
    assert [cell(table, row, "text") for row in table.shown()] == ["Отурумга чакырылсын"]


@pytest.mark.clause("NC-5.5.4")
def test_a_term_before_the_next_regular_meeting_becomes_its_day(commission, store, show, clock):
    clock.today = date(2019, 9, 1)
    commission.meets(present=8, day=date(2019, 8, 21))
    decision_actions.add_decision(
        store,
        item_id=commission.item(1).id,
        text_ky="Хлор текшерилсин",
        kind=DecisionKind.ASSIGN,
        term=Term(DueKind.NEXT_MEETING, date(2019, 10, 1)),
        parties=(Party(PartyRole.RESPONSIBLE, name="Мониторинг тобу"), Party(PartyRole.RESPONSIBLE, name="СЭС")),
    )
    tab = show()
    tab.show_decisions()
    table = tab.decisions.table
    assert cell(table, table.shown()[0], "due") == "31.10.2019"
    commission.plans(day=date(2019, 10, 22), items=())
    clock.today = date(2019, 10, 22)
    tab.show_touched(frozenset({"meetings"}))
    tab.finish()
    assert (cell(table, table.shown()[0], "due"), cell(table, table.shown()[0], "standing")) == (
        "22.10.2019",
        "Due soon",
    )
    clock.today = date(2019, 10, 23)
    tab.show_touched(frozenset({"meetings"}))
    tab.finish()
    assert cell(table, table.shown()[0], "standing") == "Overdue"


def test_the_excerpt_of_the_chosen_decision_is_previewed(decided, previewed):
    decided.decisions.card.excerpt.click()
    assert previewed.names == ["Excerpt 05.02.2019"]
    assert "Кечиккен" in previewed.text()


def test_a_double_click_on_a_decision_opens_its_meeting(decided, commission):
    decided.decisions.table.activated.emit(decided.decisions.table.current())
    decided.finish()
    assert decided.main.currentWidget() is decided.page
    assert decided.page.meeting_id == commission.meeting_id


@pytest.mark.clause("CN-5.7.1")
def test_proposals_are_recorded_left_out_and_corrected(commission, show, answers):
    tab = show()
    tab.show_proposals()
    page = tab.proposals
    put(page.add_line.form, text="Көчө жарыгы", person_id="Бирбеков Эрмек", on="1.3.2019")
    page.add_line.button.click()
    put(page.add_line.form, text="Китепкана")
    page.add_line.button.click()
    rows = page.table.rows()
    assert [(row.text, row.on, row.person and row.person.name) for row in rows] == [
        ("Китепкана", date(2019, 3, 6), None),
        ("Көчө жарыгы", date(2019, 3, 1), "Бирбеков Эрмек"),
    ]
    tab.finish()
    assert tab.list.proposals.text() == "Proposals (2)"
    page.table.go_to(rows[0].id)
    answers.will("text", "Акча жок")
    line_of(page.table, "Leave the proposal out…").trigger()
    assert cell(page.table, page.table.rows()[0], "state") == "Left out"
    tab.finish()
    assert tab.list.proposals.text() == "Proposals (1)"
    editor = page.table.edit(rows[1].id, "text")
    editor.setText("")
    press(editor, Key.Key_Return)
    assert page.table.grid.refusal == "Write what is proposed."
