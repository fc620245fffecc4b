"""Who was heard, what was decided, by whom and when it is done: entered on the session screen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ayil_desktop.meetings import opinion_actions, speech_actions
from ayil_desktop.meetings.choices import DecisionKind, DueKind, ItemKind, Method, PartyRole
from tests.meetings.in_session import CONTROL, Session
from tests.meetings.made_up import MEETING_DAY
from tests.typing import type_text


@pytest.fixture
def session(qtbot, desk, clock, commission):
    clock.today = MEETING_DAY
    commission.meets(present=8, items=(ItemKind.DECISION, ItemKind.INFORMATION))
    return Session(qtbot, desk, commission)


@pytest.fixture
def decided(session):
    """The first matter voted on and decided, its decision unfolded."""
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.go_on()
    decision = session.commission.item(1).decisions[0]
    session.panel.matter.decisions.open(decision.id)
    return session.panel.matter.decisions.lines[decision.id].form


def the_decision(session):
    return session.commission.item(1).decisions[0]


def names(field, *people):
    for name in people:
        field.who.setFocus()
        type_text(field.who.line, name)
        field.who.line.editingFinished.emit()


@pytest.mark.clause("CN-4.1.1")
def test_who_is_heard_and_who_speaks_is_entered_by_keys(session):
    session.press(Qt.Key.Key_F7)
    box = session.panel.matter.speeches
    for name, words in (("Бирбеков Эрмек", "Отчёт берди"), ("Коноков Канат", "Колдоду")):
        type_text(box.who.line, name)
        box.add_line.form.field("text").setFocus()
        type_text(box.add_line.form.field("text").line, words)
        session.press(Qt.Key.Key_Return)
    heard, spoke = session.commission.item(1).speeches
    assert (heard.is_report, heard.person_id, heard.text) == (True, session.commission.id(4), "Отчёт берди")
    assert (spoke.is_report, spoke.person_id, spoke.name) == (False, None, "Коноков Канат")
    assert session.panel.matter.speech_fold.head.text() == "Heard and spoke (2)"
    assert session.panel.hall.figure.accessibleName().startswith("8 / 6")


def test_who_spoke_must_have_a_name(session):
    session.press(Qt.Key.Key_F7)
    box = session.panel.matter.speeches
    box.add_line.add()
    assert box.who.refusal == "Write who spoke."


def test_what_was_said_is_corrected_in_the_table_and_taken_back(session):
    item = session.commission.item(1)
    made = session.desk.run(
        lambda: speech_actions.record_speech(session.commission.store, item_id=item.id, name="Коноков Канат")
    ).made
    session.panel.matter.speech_fold.open()
    table = session.panel.matter.speeches.table
    editor = table.edit(made, "text")
    editor.setText("Колдоду")
    session.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert session.commission.item(1).speeches[0].text == "Колдоду"
    table.delete_asked.emit(table.rows())
    assert session.commission.item(1).speeches == []


def test_the_draft_is_corrected_before_the_vote(session):
    draft = session.panel.matter.draft.field("draft_ky").entry
    draft.setFocus()
    draft.selectAll()
    type_text(draft, "План бекитилсин")
    session.go_on()
    assert session.commission.item(1).draft_ky == "План бекитилсин"
    assert session.rounds == []
    assert session.list.hasFocus()


def test_a_decision_is_written_from_the_draft(session):
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.press(Qt.Key.Key_D, CONTROL)
    box = session.panel.matter.decisions
    assert box.text.text.toPlainText() == "бекитилсин"
    box.text.text.selectAll()
    type_text(box.text.text, "Оңдоолор менен бекитилсин")
    session.go_on()
    decision = the_decision(session)
    assert (decision.text_ky, decision.kind) == ("Оңдоолор менен бекитилсин", DecisionKind.APPROVE)
    assert session.list.hasFocus()


@pytest.mark.clause("CN-7.4")
def test_what_the_vote_did_not_adopt_is_refused_and_the_words_stay(session):
    session.votes("кккккк")
    session.go_on()
    session.press(Qt.Key.Key_D, CONTROL)
    box = session.panel.matter.decisions
    session.go_on()
    assert box.refusal == "The vote did not adopt this."
    assert box.text.text.toPlainText() == "бекитилсин"
    assert session.commission.item(1).decisions == []


def test_information_is_taken_into_account_by_one_key(session):
    session.press(Qt.Key.Key_F3)
    session.go_on()
    decision = session.commission.item(2).decisions[0]
    assert decision.kind is DecisionKind.NOTE


@pytest.mark.clause("CN-R.2")
def test_several_carry_out_one_is_addressed_one_controls(session, decided, commission):
    names(decided.parties[PartyRole.RESPONSIBLE], "Бирбеков Эрмек", "Суу тазалоо ишканасы", "Жумушчу комиссия")
    names(decided.parties[PartyRole.CONTROLLER], "Үлгүбаев Айбек")
    names(decided.parties[PartyRole.ADDRESSEE], "Айыл өкмөтү")
    named = {(one.role, one.name, one.person_id, one.body_id) for one in the_decision(session).parties}
    assert named == {
        (PartyRole.RESPONSIBLE, "Бирбеков Эрмек", commission.id(4), None),
        (PartyRole.RESPONSIBLE, "Суу тазалоо ишканасы", None, None),
        (PartyRole.RESPONSIBLE, "Жумушчу комиссия", None, commission.body_id),
        (PartyRole.CONTROLLER, "Үлгүбаев Айбек", commission.id(1), None),
        (PartyRole.ADDRESSEE, "Айыл өкмөтү", None, None),
    }
    decided.parties[PartyRole.RESPONSIBLE].names[0].click()
    left = [one.name for one in the_decision(session).parties if one.role is PartyRole.RESPONSIBLE]
    assert left == ["Суу тазалоо ишканасы", "Жумушчу комиссия"]


def test_a_term_is_a_day_nothing_or_the_next_regular_meeting(session, decided):
    session.chooses(decided.term.kind, DueKind.DATE)
    assert the_decision(session).due_kind is DueKind.NONE
    type_text(decided.term.on.entry, "15.4.19")
    session.qtbot.keyClick(decided.term.on.entry, Qt.Key.Key_Return)
    assert (the_decision(session).due_kind, the_decision(session).due_on) == (DueKind.DATE, date(2019, 4, 15))
    session.chooses(decided.term.kind, DueKind.NEXT_MEETING)
    session.chooses(decided.term.month, date(2019, 10, 1))
    assert (the_decision(session).due_kind, the_decision(session).due_on) == (DueKind.NEXT_MEETING, date(2019, 10, 1))
    session.chooses(decided.term.kind, DueKind.NONE)
    assert (the_decision(session).due_kind, the_decision(session).due_on) == (DueKind.NONE, None)


def test_a_term_before_the_meeting_is_refused_at_its_field(session, decided):
    session.chooses(decided.term.kind, DueKind.DATE)
    type_text(decided.term.on.entry, "1.3.19")
    session.qtbot.keyClick(decided.term.on.entry, Qt.Key.Key_Return)
    assert decided.term.on.refusal == "The term lies before the meeting of 13.03.2019."
    assert decided.term.on.entry.text() == "1.3.19"
    assert the_decision(session).due_kind is DueKind.NONE


def test_a_decision_has_parts_with_terms_and_people_of_their_own(session, decided, commission):
    line = decided.add_part.form.field("text_ky")
    for words in ("Суу түтүгүн текшерүү", "Смета түзүү"):
        line.setFocus()
        type_text(line.entry, words)
        session.qtbot.keyClick(line.entry, Qt.Key.Key_Return)
    part = decided.parts[1]
    assert (part.number.text(), len(decided.parts)) == ("1.2", 2)
    session.chooses(part.term.kind, DueKind.DATE)
    type_text(part.term.on.entry, "1.4.2019")
    session.qtbot.keyClick(part.term.on.entry, Qt.Key.Key_Return)
    names(part.parties, "Бирбеков Эрмек")
    row = the_decision(session).parts[1]
    assert (row.text_ky, row.due_on) == ("Смета түзүү", date(2019, 4, 1))
    named = [(one.name, one.part_id) for one in the_decision(session).parties]
    assert named == [("Бирбеков Эрмек", row.id)]
    decided.parts[0].remove.click()
    assert [(one.place, one.text_ky) for one in the_decision(session).parts] == [(1, "Смета түзүү")]


def test_amendments_are_written_down_where_there_are_some(session, decided):
    assert not decided.amendments.isVisible()
    box = decided.form.field("with_amendments").box
    box.click()
    assert decided.amendments.isVisible()
    decided.amendments.entry.setFocus()
    type_text(decided.amendments.entry, "3-пункт алынып салынсын")
    session.go_on()
    assert (the_decision(session).with_amendments, the_decision(session).amendments) == (
        True,
        "3-пункт алынып салынсын",
    )


def test_a_decision_is_taken_back_and_its_matter_is_open_again(session, decided):
    decided.remove.click()
    assert session.commission.item(1).decisions == []
    assert session.agenda[0].endswith("In hand")
    session.undo()
    assert the_decision(session).text_ky == "бекитилсин"


def test_a_second_decision_gets_a_number_of_its_own(session, decided):
    session.press(Qt.Key.Key_D, CONTROL)
    box = session.panel.matter.decisions
    assert box.text.text.toPlainText() == ""
    type_text(box.text.text, "Көзөмөл төрагага жүктөлсүн")
    session.go_on()
    assert [line.head.text() for line in box.lines.values()] == ["Decision 1.1", "Decision 1.2"]


def test_an_opinion_in_writing_is_read_and_taken_away(session, commission):
    session.desk.run(
        lambda: opinion_actions.give_written_opinion(
            commission.store,
            item_id=commission.item(1).id,
            person_id=commission.id(10),
            text="Каршымын",
            received_on=date(2019, 3, 12),
        )
    )
    fold = session.panel.matter.opinion_fold
    assert (fold.head.text(), fold.summary.text()) == ("Opinions in writing (1)", "Жетибаев Болот")
    fold.open()
    session.panel.matter.opinions.lines[0].layout().itemAt(1).widget().click()
    assert commission.item(1).written_opinions == []


def test_nothing_is_ever_shown_outside_of_the_window(session, decided, commission):
    opinion_actions.give_written_opinion(
        commission.store, item_id=commission.item(1).id, person_id=commission.id(10), text="Каршымын"
    )
    decided.add_part.form.field("text_ky").line.setText("Смета түзүү")
    decided.add_part.add()
    names(decided.parties[PartyRole.RESPONSIBLE], "Бирбеков Эрмек")
    session.press(Qt.Key.Key_F7)
    session.press(Qt.Key.Key_F3)
    session.panel.votes.begin()
    session.by(Method.SECRET)
    session.counts(in_favour=5, invalid=1)
    session.list.setFocus()
    session.go_on()
    assert session.strangers == []


def test_texts_are_literal_and_long_ones_are_whole(session, commission):
    words = "<b>Жаман</b> & =1+1 🎉 " + "Өтө узун чечим " * 200
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.press(Qt.Key.Key_D, CONTROL)
    session.panel.matter.decisions.text.text.setPlainText(words)
    session.go_on()
    assert the_decision(session).text_ky == words.strip()
    line = next(iter(session.panel.matter.decisions.lines.values()))
    assert line.summary.text().startswith("<b>Жаман</b> & =1+1 🎉")
