"""The step of the minutes on the screen: read, corrected, signed, sealed and sent, as the secretary does it."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from ayil_desktop.commission import actions as roster_actions
from ayil_desktop.commission.records import composition
from ayil_desktop.meetings import actions, candidate_actions, minutes_actions
from ayil_desktop.meetings.choices import Change, DecisionKind, DeliveryKind, ItemKind, Presence, State
from ayil_desktop.meetings.protocol import MinutesPanel
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.meetings.wordings_button import WordingsButton
from ayil_desktop.office.records import Sex
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import translating
from ayil_desktop.widgets.labels import ClauseLink, Label
from tests.commission.screens import put
from tests.meetings import stories
from tests.meetings.test_sealing import PROGRAM, SCAN

TEXT, OPINIONS, SEALING, SENDING = range(4)


@pytest.fixture
def panel(qtbot, desk, commission, clock):
    """The step of the minutes, which follows every change as the tab does it."""
    clock.today = date(2019, 3, 14)
    made = MinutesPanel(desk)
    desk.touched.connect(lambda _touched: made.show_meeting(commission.meeting_id))
    desk.clause_asked.connect(lambda clause: None)
    qtbot.addWidget(made)
    made.resize(1060, 520)
    made.show()
    return made


@pytest.fixture
def held(panel, commission):
    """Minutes of a meeting that was held, on the screen."""
    stories.held(commission)
    panel.show_meeting(commission.meeting_id)
    return panel


def card(panel, name):
    return next(one for key, one in panel.text.cards.items() if key == name or key.endswith(f":{name}"))


def is_marked(panel, name):
    found = card(panel, name).correction
    return found is not None and found.isVisible()


def type_into(panel, qtbot, name, words):
    """Open a section, put these words there and leave it."""
    one = card(panel, name)
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton, pos=one.text.geometry().center())
    field = one.field.text
    field.setPlainText(words)
    one.field.commit()


# What is there before and after


def test_before_the_meeting_the_panel_says_when_there_will_be_minutes(panel, commission):
    commission.plans()
    panel.show_meeting(commission.meeting_id)
    assert not panel.pages.isVisible() and panel.empty.isVisible()


def test_what_is_lacking_stands_above_with_its_clause(held, qtbot, desk):
    asked = []
    held.clause_asked.connect(asked.append)
    links = [link for link in held.lacks.findChildren(ClauseLink) if link.isVisible()]
    assert {"CN-5.6.1", "CN-R.2"} == {link.clause for link in links}
    next(link for link in links if link.clause == "CN-R.2").click()
    assert asked == ["CN-R.2"]


def test_the_act_of_a_meeting_that_failed_is_scanned_and_sealed_there(panel, commission, answers, tmp_path, qtbot):
    commission.meets(present=4)
    stories.closes(commission)
    panel.show_meeting(commission.meeting_id)
    assert [panel.pages.isTabVisible(place) for place in range(4)] == [True, False, True, False]
    assert panel.pages.tabText(TEXT) == "Text of the act"
    assert card(panel, "outcome").text.text() == "Кворум болбогондуктан отурум өткөрүлгөн жок."
    assert not card(panel, "outcome").pencil.isHidden()
    panel.pages.setCurrentIndex(SEALING)
    page = panel.sealing
    assert (page.scans_title.text(), page.seal.text()) == ("Scans of the signed act", "Seal the act…")
    page.seal.click()
    assert page.reason.refusal == "Attach the scan of the signed act, or write why there is none."
    scan = tmp_path / "акт.pdf"
    scan.write_bytes(SCAN)
    page.scans.picked.emit(scan)
    qtbot.waitUntil(lambda: len(commission.meeting.scans) == 1)
    answers.will("yes_no", True)
    page.seal.click()
    assert commission.meeting.state is State.NOT_HELD_SIGNED
    assert "Sealed, signed on 14.03.2019" in page.state.accessibleName()
    assert not page.signing.isVisible() and page.notes.isVisible()
    assert not panel.lacks.isVisible()
    panel.pages.setCurrentIndex(TEXT)
    assert card(panel, "outcome").pencil.isHidden()


def test_the_paper_of_a_meeting_that_failed_is_called_what_it_is(panel, commission, previewed):
    (button,) = panel.papers.buttons
    commission.meets(present=4)
    panel.show_meeting(commission.meeting_id)
    assert button.text() == "Minutes"
    stories.closes(commission)
    panel.show_meeting(commission.meeting_id)
    assert (button.text(), button.accessibleName()) == ("Act", "Act")
    button.click()
    assert previewed.names == ["Act 13.03.2019"]


# The text


def test_the_sections_stand_in_their_order_with_the_headings_of_the_paper(held):
    shown = [one.heading.text() for one in held.text.cards.values()]
    assert shown[:5] == ["Place and time", "Attendance", "Notice", "Күн тартиби:", "1. Маселе 1"]
    assert shown[5:] == ["УГУЛДУ:", "ЧЫГЫП СҮЙЛӨШТҮ:", "ДОБУШ БЕРҮҮ:", "ЧЕЧИМ КЫЛАТ:"]


def test_a_click_opens_a_section_and_leaving_it_keeps_what_was_typed(held, commission, qtbot, store):
    type_into(held, qtbot, "head", "Отурум жыйын залында өттү.")
    (kept,) = commission.meeting.sections
    assert (kept.key, kept.language, kept.text) == ("head", "ky", "Отурум жыйын залында өттү.")
    head = card(held, "head")
    assert not head.is_open and head.text.text() == "Отурум жыйын залында өттү."
    assert head.correction.mark.isVisible() and head.correction.restore.isVisible()
    assert not is_marked(held, "attendance")
    journal.undo(store)
    held.show_meeting(commission.meeting_id)
    assert not is_marked(held, "head")


def test_the_keyboard_opens_keeps_and_gives_up(held, commission, qtbot):
    head = card(held, "head")
    head.pencil.setFocus()
    qtbot.keyClick(head.pencil, Qt.Key.Key_Space)
    field = head.field.text
    assert head.is_open and field.hasFocus()
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not head.is_open and commission.meeting.sections == []
    assert head.pencil.hasFocus()
    qtbot.keyClick(head.pencil, Qt.Key.Key_Space)
    field.setPlainText("Башка сөз")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.text for one in commission.meeting.sections] == ["Башка сөз"]


def test_a_section_with_decisions_is_worded_by_ready_words_in_the_language_of_the_text(held, commission, qtbot):
    def offered(button):
        button.fill()
        return [line.text() for line in button.lines.actions() if line.isEnabled() and line.text()]

    decided = card(held, "decided")
    decided.begin()
    field = decided.field.text
    (button,) = decided.field.findChildren(WordingsButton)
    field.moveCursor(QTextCursor.MoveOperation.End)
    # Alt+Down takes the focus to the menu, and the field stays open behind it.
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    qtbot.wait(10)
    assert decided.is_open
    words = offered(button)[0]
    next(line for line in button.lines.actions() if line.text() == words).trigger()
    decided.field.commit()
    (kept,) = commission.meeting.sections
    assert kept.key.endswith(":decided") and words.strip("… ") in kept.text
    assert "Чечим 1 бекитилсин" in kept.text
    held.text.choices["ru"].click()
    card(held, "decided").begin()
    assert offered(button) != [] and words not in offered(button)
    assert card(held, "spoke").with_wordings is None


def test_the_russian_text_is_one_of_its_own(held, commission, qtbot):
    held.text.choices["ru"].click()
    assert card(held, "decided").heading.text() == "РЕШИЛИ:"
    type_into(held, qtbot, "head", "Заседание прошло в зале.")
    assert [(one.language, one.text) for one in commission.meeting.sections] == [("ru", "Заседание прошло в зале.")]
    held.text.choices["ky"].click()
    assert not is_marked(held, "head")


def test_where_the_facts_changed_both_texts_stand_side_by_side(held, commission, qtbot):
    type_into(held, qtbot, "attendance", "Сегиз мүчө катышты.")
    commission.marks(9, Presence.EXCUSED, "ооруп калган")
    held.show_meeting(commission.meeting_id)
    versions = card(held, "attendance").correction.versions
    assert versions.isVisible() and "part contradicts the facts" in held.text.state.accessibleName()
    assert versions.own.text() == "Сегиз мүчө катышты." and "ооруп калган" in versions.written.text()
    versions.mine.click()
    assert not versions.isVisible()
    assert card(held, "attendance").text.text() == "Сегиз мүчө катышты."
    commission.marks(9, Presence.EXCUSED, "өргүүдө")
    held.show_meeting(commission.meeting_id)
    card(held, "attendance").correction.versions.programs.click()
    assert commission.meeting.sections == []
    assert "өргүүдө" in card(held, "attendance").text.text()


def test_half_typed_words_survive_that_something_else_changed(held, commission, qtbot):
    head = card(held, "head")
    head.begin()
    head.field.text.insertPlainText("Жазып ")
    actions.post_information(commission.store, meeting_id=commission.meeting_id, on=date(2019, 3, 14), where="Такта")
    held.show_meeting(commission.meeting_id)
    assert head.is_open and "Жазып " in head.field.text.toPlainText()


def test_the_minutes_are_marked_as_drafted(held, commission):
    assert held.text.drafted.isVisible()
    held.text.drafted.click()
    assert commission.meeting.state is State.MINUTES_DRAFTED
    assert not held.text.drafted.isVisible()


# Opinions


def receive(panel, number, on, text="Макул эмесмин."):
    page = panel.opinions
    page.form.set_values({"person_id": None, "received_on": on, "decision_id": None, "text": ""})
    page.person.list.setCurrentIndex(number - 1)
    page.text.text.setPlainText(text)
    page.add.click()


@pytest.mark.clause("CN-7.5a")
def test_an_opinion_is_received_with_its_last_day_beside_it_and_late_ones_are_marked(held, commission):
    held.pages.setCurrentIndex(OPINIONS)
    assert "18.03.2019" in held.opinions.until.text() and held.opinions.clause.clause == "CN-7.5a"
    receive(held, 5, date(2019, 3, 18))
    receive(held, 6, date(2019, 3, 19))
    assert [one.person_id for one in commission.meeting.opinions] == [commission.id(5), commission.id(6)]
    assert [one.late.isVisibleTo(one) for one in held.opinions.cards] == [False, True]
    assert held.pages.tabText(OPINIONS) == "Opinions (2)"
    held.opinions.cards[0].remove.click()
    assert [one.person_id for one in commission.meeting.opinions] == [commission.id(6)]


def test_an_opinion_without_member_or_words_is_refused_at_the_field(held, commission):
    held.pages.setCurrentIndex(OPINIONS)
    held.opinions.add.click()
    assert held.opinions.person.refusal == "Choose the member."
    held.opinions.person.list.setCurrentIndex(4)
    held.opinions.add.click()
    assert held.opinions.text.refusal == "Write the opinion."
    assert commission.meeting.opinions == []


def test_an_opinion_can_name_the_decision_it_is_against(held, commission):
    held.pages.setCurrentIndex(OPINIONS)
    held.opinions.decision.list.setCurrentIndex(1)
    held.opinions.person.list.setCurrentIndex(4)
    held.opinions.text.text.setPlainText("Каршымын.")
    held.opinions.add.click()
    (kept,) = commission.meeting.opinions
    assert kept.decision_id == commission.item().decisions[0].id


# Signing and seal


def write_reason(panel, words_):
    panel.sealing.reason.text.setPlainText(words_)


def test_the_page_names_who_signs(held):
    held.pages.setCurrentIndex(SEALING)
    assert held.sealing.who.text().splitlines() == [
        "Presiding at the meeting – Үлгүбаев Айбек",
        "Secretary of the commission – Катчыбекова Нурзат",
    ]


def test_a_scan_is_attached_by_a_file_question_and_a_wrong_one_is_refused_with_its_reason(
    held, commission, answers, tmp_path, qtbot
):
    held.pages.setCurrentIndex(SEALING)
    good, wrong = tmp_path / "протокол.pdf", tmp_path / "протокол.jpg"
    good.write_bytes(SCAN)
    wrong.write_bytes(PROGRAM)
    answers.will("open_file", wrong, None, good)
    held.sealing.scans.button.click()
    qtbot.wait_until(lambda: "whatever its name says" in held.sealing.scans.note.text)
    held.sealing.scans.button.click()
    assert commission.meeting.scans == []
    held.sealing.scans.button.click()
    qtbot.wait_until(lambda: held.sealing.scans.names == ["протокол.pdf"])
    assert [one.attachment.media_type for one in commission.meeting.scans] == ["application/pdf"]
    held.sealing.scans.dropped.emit(commission.meeting.scans[0].id)
    assert commission.meeting.scans == []


def test_sealing_asks_once_and_only_when_nothing_is_missing(held, commission, answers):
    held.pages.setCurrentIndex(SEALING)
    held.sealing.seal.click()
    assert held.sealing.reason.refusal.startswith("Attach the scan")
    assert answers.asked == []
    write_reason(held, "Сканер иштебейт")
    answers.will("yes_no", False, True)
    held.sealing.seal.click()
    assert commission.meeting.seal is None
    held.sealing.seal.click()
    assert commission.meeting.seal.signed_on == date(2019, 3, 14)
    assert len(answers.asked) == 2


def test_the_question_says_that_it_cannot_be_undone(held, answers, monkeypatch):
    heard = []
    monkeypatch.setattr(
        type(answers), "yes_no", lambda self, question, yes, no, detail: heard.append((str(yes), str(detail)))
    )
    held.pages.setCurrentIndex(SEALING)
    write_reason(held, "Сканер иштебейт")
    held.sealing.seal.click()
    ((verb, detail),) = heard
    assert verb == "Seal" and "cannot be undone" in detail


def test_the_question_names_whom_the_roster_has_otherwise_by_now(held, commission, answers, monkeypatch):
    with reading(commission.store) as session:
        seats = composition(session, commission.body_id, date(2019, 3, 13))
    seat = next(one.id for one in seats if one.person_id == commission.id(11))
    roster_actions.change_seat(commission.store, membership_id=seat, values={"starts": date(2019, 12, 1)})
    held.show_meeting(commission.meeting_id)
    said = f"{commission.people[10].name} was counted in the votes, but is no member on that day"
    assert any(said in label.text() for label in held.lacks.findChildren(Label))
    heard = []
    monkeypatch.setattr(type(answers), "yes_no", lambda self, question, yes, no, detail: heard.append(str(detail)))
    held.pages.setCurrentIndex(SEALING)
    write_reason(held, "Сканер иштебейт")
    held.sealing.seal.click()
    (detail,) = heard
    assert said in detail and "The votes are sealed as they were recorded." in detail


def test_a_wrong_day_of_signing_is_refused_at_its_field(held, commission, answers):
    held.pages.setCurrentIndex(SEALING)
    write_reason(held, "Сканер иштебейт")
    held.sealing.on.line.setText("12.03.2019")
    answers.will("yes_no", True)
    held.sealing.seal.click()
    assert held.sealing.on.refusal == "The minutes cannot be signed before the meeting."
    assert held.sealing.on.line.text() == "12.03.2019" and commission.meeting.seal is None


def sealed(panel, commission):
    stories.seals(commission, signed_on=date(2019, 3, 14))
    panel.show_meeting(commission.meeting_id)


def test_sealed_minutes_are_read_only_and_show_their_seal(held, commission, qtbot):
    sealed(held, commission)
    assert not any(one.pencil.isVisible() for one in held.text.cards.values())
    head = card(held, "head")
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
    assert not head.is_open
    held.pages.setCurrentIndex(SEALING)
    assert not held.sealing.signing.isVisible() and held.sealing.notes.isVisible()
    digits = commission.meeting.seal.chain_hash[:4]
    assert f"Seal No. 1: {digits}" in held.sealing.number.text()
    assert "Sealed, signed on 14.03.2019" in held.sealing.state.accessibleName()


def test_after_the_sealing_opinions_and_notes_still_come(held, commission, qtbot):
    sealed(held, commission)
    held.pages.setCurrentIndex(OPINIONS)
    receive(held, 5, date(2019, 3, 19))
    (one,) = held.opinions.cards
    assert all(part.isVisibleTo(one) for part in (one.late, one.after, one.remove))
    held.pages.setCurrentIndex(SEALING)
    held.sealing.notes.line.form.field("text").line.setText("Кворум 6 деп окулсун.")
    held.sealing.notes.line.button.click()
    (note,) = commission.meeting.notes
    assert (note.on, note.text) == (date(2019, 3, 14), "Кворум 6 деп окулсун.")
    assert len(held.sealing.notes.table.rows()) == 1


# Sending and notice board


@pytest.mark.clause("CN-5.6.5")
def test_the_list_counts_who_was_sent_the_minutes(held, commission, store):
    held.pages.setCurrentIndex(SENDING)
    for number in range(1, 10):
        actions.record_delivery(
            store,
            meeting_id=commission.meeting_id,
            person_id=commission.id(number),
            kind=DeliveryKind.MINUTES,
            on=date(2019, 3, 15),
        )
    sealed(held, commission)
    held.pages.setCurrentIndex(SENDING)
    assert held.sending.sent.accessibleName().startswith("9 / 11")
    assert len(held.sending.log.rows()) == 11
    assert "2 members without the minutes" in _said(held.lacks)
    held.sending.to_all.click()
    assert held.sending.sent.accessibleName().startswith("11 / 11")
    assert not held.sending.to_all.isVisible()


@pytest.mark.clause("CN-3.1.8")
def test_a_posting_with_place_and_date_closes_the_reminder(held, commission):
    sealed(held, commission)
    assert any("posted" in text for text in _said(held.lacks))
    held.pages.setCurrentIndex(SENDING)
    held.sending.line.button.click()
    assert "Write where it was posted." in held.sending.line.form.field("where").refusal
    held.sending.line.form.field("where").line.setText("Айыл өкмөтүнүн тактасы")
    held.sending.line.button.click()
    assert [(one.on, one.where) for one in commission.meeting.postings] == [
        (date(2019, 3, 14), "Айыл өкмөтүнүн тактасы")
    ]
    assert not any("posted" in text for text in _said(held.lacks))


def _said(lacks):
    return [one.text() for one in lacks.findChildren(Label) if one.isVisible()]


# Paper and order


def test_the_papers_of_the_minutes_are_shown(held, previewed, commission):
    held.papers.buttons[0].click()
    assert "ПРОТОКОЛУ № 1" in previewed.text("ky")
    menu = held.excerpts.menu()
    assert [line.text() for line in menu.actions()] == ["1. Чечим 1 бекитилсин."]
    menu.actions()[0].trigger()
    assert "ПРОТОКОЛДОН КӨЧҮРМӨ" in previewed.text("ky")


@pytest.mark.clause("CN-6.5")
def test_a_voted_change_of_the_composition_leads_to_the_draft_order(panel, commission, previewed):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    name = commission.people[8].name
    subject = Subject(change=Change.EXCLUDE, candidate_id=commission.id(9), candidate_name=name)
    commission.votes(for_=range(1, 9), subject=subject)
    stories.decides(commission, 1, "Курамдан чыгарылсын.", kind=DecisionKind.COMPOSITION)
    stories.closes(commission)
    panel.show_meeting(commission.meeting_id)
    assert panel.orders.isVisible() and name in panel.orders.words.text()
    assert panel.orders.height() <= 40, "the minutes keep the page"
    panel.orders.hand_over.trigger()
    assert "14.03.2019" in panel.orders.words.text() and not panel.orders.hand_over.isVisible()
    panel.orders.draft.trigger()
    put(panel.orders.opened.form, kind="Order")
    panel.orders.opened.button.click()
    said = previewed.text("ky")
    assert "БУЙРУК" in said and name in said and "13-март 2019-жылдагы №1 протоколу" in said
    assert panel.orders.isVisible()


def lists_an_entrepreneur(commission):
    """A newcomer with the post on record is voted in."""
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    who = {"change": Change.INCLUDE, "name": "Жаңыбаева Сонун", "position": "ишкер", "position_ru": "предприниматель"}
    candidate_actions.add_candidate(commission.store, item_id=commission.item().id, **who)
    commission.votes(for_=range(1, 9), subject=Subject(change=Change.INCLUDE, candidate_name="Жаңыбаева Сонун"))
    stories.decides(commission, 1, "Курамга кошулсун.", kind=DecisionKind.COMPOSITION)
    stories.closes(commission)


@pytest.mark.clause("CN-6.5")
@pytest.mark.parametrize(("spoken", "post"), [("ky", "ишкер"), ("ru", "предприниматель")])
def test_the_draft_order_names_the_post_that_the_list_knew(panel, commission, previewed, spoken, post):
    lists_an_entrepreneur(commission)
    panel.show_meeting(commission.meeting_id)
    panel.orders.draft.trigger()
    panel.orders.opened.button.click()
    (line,) = [line for line in previewed.text(spoken).splitlines() if "Жаңыбаева Сонун" in line]
    assert f"Жаңыбаева Сонун – {post}, " in line and "____" not in line


@pytest.mark.clause("CN-6.5")
def test_the_post_stands_in_the_window_of_the_order_and_the_signed_one_counts(panel, commission, store):
    lists_an_entrepreneur(commission)
    panel.show_meeting(commission.meeting_id)
    panel.orders.enter.trigger()
    window = panel.orders.opened
    shown = window.form.values()
    assert [value for value in shown.values() if value in ("ишкер", "предприниматель")] == ["ишкер", "предприниматель"]
    (kyrgyz,) = [name for name, value in shown.items() if value == "ишкер"]
    put(window.form, order_number="12", order_date="14.3.2019", **{kyrgyz: "жеке ишкер"})
    window.button.click()
    with reading(store) as session:
        seats = {one.person.name: one for one in composition(session, commission.body_id, date(2019, 3, 14))}
        new = seats["Жаңыбаева Сонун"]
        assert (new.position_ky, new.position_ru) == ("жеке ишкер", "предприниматель")


@pytest.mark.clause("CN-6.5")
def test_the_heads_order_is_entered_and_the_newcomer_brings_along_what_the_list_knew(panel, commission, store):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    made = candidate_actions.add_candidate(
        store, item_id=commission.item().id, change=Change.INCLUDE, name="Жаңыбаева Сонун", sex=Sex.WOMAN
    ).made
    candidate_actions.change_candidate(store, candidate_id=made, category="business")
    commission.votes(for_=range(1, 9), subject=Subject(change=Change.INCLUDE, candidate_name="Жаңыбаева Сонун"))
    stories.decides(commission, 1, "Курамга кошулсун.", kind=DecisionKind.COMPOSITION)
    stories.closes(commission)
    panel.show_meeting(commission.meeting_id)
    panel.orders.enter.trigger()
    window = panel.orders.opened
    put(window.form, order_number="12", order_date="12.3.2019")
    window.button.click()
    assert window.form.field("order_date").refusal.startswith("The change was voted on 13.03.2019")
    put(window.form, order_date="14.3.2019")
    window.button.click()
    assert not panel.orders.isVisible()
    with reading(store) as session:
        seats = {one.person.name: one for one in composition(session, commission.body_id, date(2019, 3, 14))}
        assert len(seats) == 12
        new = seats["Жаңыбаева Сонун"]
        assert (new.category, new.person.sex, new.appointing_order.number) == ("business", Sex.WOMAN, "12")
        assert len(composition(session, commission.body_id, date(2019, 3, 13))) == 11


def test_an_ordinary_meeting_has_no_order_to_draft(held):
    assert not held.orders.isVisible()


def test_the_text_has_most_of_the_step_and_its_language_is_chosen_beside_its_papers(held):
    held.text.drafted.click()
    held.resize(1017, 500)
    QApplication.processEvents()
    assert held.text.area.height() > 0.7 * held.height()
    assert held.text.languages.isVisible()
    held.pages.setCurrentIndex(2)
    assert not held.text.languages.isVisible()


def test_the_other_papers_of_the_minutes_stand_in_one_menu(held, previewed):
    lines = {line.text(): line for line in held.papers.others.menu().actions()}
    assert set(lines) == {"Notice-board sheet", "Tally sheet"}
    lines["Tally sheet"].trigger()
    assert "ДОБУШТАРДЫ ЭСЕПТӨӨ БАРАГЫ" in previewed.text("ky")


def test_the_words_follow_the_language_and_the_text_does_not(held, language):
    language("ru")
    translating.translate(held)
    assert held.pages.tabText(TEXT) == "Текст протокола"
    assert card(held, "decided").heading.text() == "ЧЕЧИМ КЫЛАТ:"


def test_a_meeting_that_is_gone_changes_nothing(held):
    before = list(held.text.cards)
    held.show_meeting("gone")
    assert list(held.text.cards) == before


def test_another_meeting_is_shown_in_the_place_of_the_first(held, commission, store):
    first = commission.meeting_id
    minutes_actions.edit_section(store, meeting_id=first, language="ky", key="head", text="Биринчи")
    stories.held(commission, day=date(2019, 4, 10))
    held.show_meeting(commission.meeting_id)
    assert not is_marked(held, "head")
    held.show_meeting(first)
    assert card(held, "head").text.text() == "Биринчи"


def test_long_minutes_are_made_in_pieces_and_stand_in_order(panel, commission, qtbot):
    stories.held(commission, items=(ItemKind.INFORMATION,) * 12)
    panel.show_meeting(commission.meeting_id)
    layout = panel.text.sheet.layout()
    assert 1 < layout.count() < 50
    qtbot.waitUntil(lambda: layout.count() - 1 == 4 + 12 * 4)
    shown = [layout.itemAt(place).widget() for place in range(layout.count() - 1)]
    assert shown == list(panel.text.cards.values())
    titles = [one.heading.text() for key, one in panel.text.cards.items() if key.endswith(":title")]
    assert titles == [f"{number}. Маселе {number}" for number in range(1, 13)]


def test_what_is_further_down_waits_until_the_minutes_are_looked_at(panel, commission, qtbot):
    stories.held(commission, items=(ItemKind.INFORMATION,) * 12)
    panel.hide()
    panel.show_meeting(commission.meeting_id)
    layout = panel.text.sheet.layout()
    qtbot.wait(100)
    assert 1 < layout.count() < 50
    panel.show()
    qtbot.waitUntil(lambda: layout.count() - 1 == 4 + 12 * 4)
