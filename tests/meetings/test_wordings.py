"""Ready wordings: the formulas of the official language and the body's own, put into a decision at the cursor."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ayil_desktop.meetings import decision_actions, wordings
from ayil_desktop.meetings.choices import DecisionKind, ItemKind
from tests.meetings.in_session import ALT, CONTROL, Session
from tests.meetings.made_up import MEETING_DAY
from tests.typing import type_text


@pytest.fixture
def session(qtbot, desk, clock, commission):
    clock.today = MEETING_DAY
    commission.meets(present=8, items=(ItemKind.DECISION, ItemKind.INFORMATION, ItemKind.DECISION))
    return Session(qtbot, desk, commission)


@pytest.fixture
def written(session):
    """The first matter voted on and decided, its decision unfolded."""
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.go_on()
    decision = session.commission.item(1).decisions[0]
    session.panel.matter.decisions.open(decision.id)
    return session.panel.matter.decisions.lines[decision.id].form


@pytest.fixture
def field(session):
    """The empty field of a new decision on the first matter, with the cursor in it."""
    session.press(Qt.Key.Key_F5)
    session.go_on()
    session.press(Qt.Key.Key_D, CONTROL)
    box = session.panel.matter.decisions
    box.text.text.selectAll()
    session.press(Qt.Key.Key_Delete)
    return box


def offered(button):
    button.fill()
    return [line.text() for line in button.lines.actions() if line.isEnabled() and line.text()]


def choose(button, words):
    button.fill()
    next(line for line in button.lines.actions() if line.text() == words).trigger()


def decided(session, item, words, kind):
    session.desk.run(
        lambda: decision_actions.add_decision(
            session.commission.store, item_id=session.commission.item(item).id, text_ky=words, kind=kind
        )
    )


def test_every_kind_has_formulas_in_both_languages():
    for kind in DecisionKind:
        kyrgyz, russian = (wordings.formulas(kind, language) for language in ("ky", "ru"))
        assert kyrgyz and len(kyrgyz) == len(russian)
        assert all(one.strip() and one.count("…") <= 1 for one in (*kyrgyz, *russian))


@pytest.mark.parametrize(
    ("formula", "before", "after", "becomes"),
    [
        ("… бекитилсин.", "Иш план", "", "Иш план бекитилсин.|"),
        ("… бекитилсин.", "Иш план ", "", "Иш план бекитилсин.|"),
        ("… бекитилсин.", "", "", "| бекитилсин."),
        ("… бекитилсин.", "Маалымат эске алынсын.", "", "Маалымат эске алынсын. | бекитилсин."),
        ("… бекитилсин.", "Иш план", "Токтом", "Иш план бекитилсин.| Токтом"),
        ("Утвердить …", "", "план", "Утвердить |план"),
        ("Утвердить …", "Решено:", "", "Решено: Утвердить |"),
        ("Көзөмөлдөө … тапшырылсын.", "", "", "Көзөмөлдөө | тапшырылсын."),
        ("Маалымат эске алынсын.", "Угулду.", "", "Угулду. Маалымат эске алынсын.|"),
    ],
)
def test_a_formula_joins_what_stands_there(formula, before, after, becomes):
    words, cursor = wordings.formula_inserted(formula, before=before, after=after)
    assert before + words[:cursor] + "|" + words[cursor:] + after == becomes


def test_a_new_decision_is_ended_with_a_formula(session, field):
    type_text(field.text.text, "Иш план")
    assert offered(field.wordings)[0] == "… бекитилсин."
    choose(field.wordings, "… бекитилсин.")
    assert field.text.text.toPlainText() == "Иш план бекитилсин."
    session.undo()
    assert "бекитилсин" not in field.text.text.toPlainText()
    assert field.text.text.toPlainText() == "Иш план"
    choose(field.wordings, "… бекитилсин.")
    session.go_on()
    assert session.commission.item(1).decisions[0].text_ky == "Иш план бекитилсин."


def test_an_empty_field_is_begun_before_the_formula(session, field):
    choose(field.wordings, "… бекитилсин.")
    session.press("Иш план")
    assert field.text.text.toPlainText() == "Иш план бекитилсин."


def test_marked_words_are_not_replaced(field):
    type_text(field.text.text, "Иш план")
    field.text.text.selectAll()
    choose(field.wordings, "… бекитилсин.")
    assert field.text.text.toPlainText() == "Иш план бекитилсин."


def test_the_menu_opens_by_keys_and_the_field_is_not_left(session, field):
    type_text(field.text.text, "Иш план")
    session.press(Qt.Key.Key_Down, ALT)
    menu = field.wordings.lines
    assert menu.isVisible()
    session.qtbot.keyClick(menu, Qt.Key.Key_Down)
    session.qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert field.text.text.toPlainText() == "Иш план бекитилсин."
    assert QApplication.focusWidget() is field.text.text
    assert session.commission.item(1).decisions == []


def test_the_kept_decision_gets_the_formulas_of_its_kind_in_its_language(session, written):
    ky, ru = written.wordings
    session.chooses(written.form.field("kind"), DecisionKind.ASSIGN)
    assert "… тапшырылсын." in offered(ky)
    assert "… бекитилсин." not in offered(ky)
    choose(ru, "Поручить …")
    session.press("мэрии подготовить смету.")
    written.russian.commit()
    assert session.commission.item(1).decisions[0].text_ru == "Поручить мэрии подготовить смету."


def test_who_came_to_the_button_by_tab_goes_on_at_her_place(session, written):
    box = written.text.text
    box.selectAll()
    type_text(box, "Иш план")
    session.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is written.wordings[0]
    assert session.commission.item(1).decisions[0].text_ky == "Иш план"
    choose(written.wordings[0], "… бекитилсин.")
    assert box.toPlainText() == "Иш план бекитилсин."
    written.form.commit()
    assert session.commission.item(1).decisions[0].text_ky == "Иш план бекитилсин."


def test_a_part_gets_the_formulas_of_its_decision(session, written):
    session.chooses(written.form.field("kind"), DecisionKind.ASSIGN)
    written.add_part.form.field("text_ky").line.setText("Смета түзүү")
    written.add_part.add()
    part = written.parts[0]
    part.form.field("text_ky").text.selectAll()
    choose(part.wordings, "… тапшырылсын.")
    part.form.commit()
    assert session.commission.item(1).decisions[0].parts[0].text_ky == "Смета түзүү тапшырылсын."


def test_the_body_s_own_wordings_of_the_kind_come_last_and_once(session, field):
    for place, words in enumerate(("Жобо бекитилсин.", "Жобо бекитилсин.", "Смета …дон бекитилсин & кол коюлсун.")):
        decided(session, 1 if place < 2 else 3, words, DecisionKind.APPROVE)
    decided(session, 2, "Маалымат эске алынсын.", DecisionKind.NOTE)
    formulas = len(wordings.formulas(DecisionKind.APPROVE, "ky"))
    own = offered(field.wordings)[formulas:]
    assert sorted(own) == ["Жобо бекитилсин.", "Смета …дон бекитилсин && кол коюлсун."]
    choose(field.wordings, "Смета …дон бекитилсин && кол коюлсун.")
    assert field.text.text.toPlainText() == "Смета …дон бекитилсин & кол коюлсун."


def test_at_most_five_and_the_latest_first(session, field):
    for number in range(7):
        decided(session, 1, f"{number}-пландоо бекитилсин.", DecisionKind.APPROVE)
    own = offered(field.wordings)[len(wordings.formulas(DecisionKind.APPROVE, "ky")) :]
    assert own == [f"{number}-пландоо бекитилсин." for number in (6, 5, 4, 3, 2)]


def test_a_long_wording_is_short_in_the_menu_and_whole_in_the_decision(session, field):
    words = "Төш-булак участогундагы таза суу долбоору боюнча документтер берилсин. " * 5
    decided(session, 1, words.strip(), DecisionKind.APPROVE)
    field.wordings.fill()
    line = next(one for one in field.wordings.lines.actions() if one.text().startswith("Төш-булак"))
    assert line.text().endswith("…")
    line.trigger()
    assert field.text.text.toPlainText() == words.strip()


def test_the_draft_of_a_matter_is_worded_the_same_way(session):
    matter = session.panel.matter
    draft = matter.draft.field("draft_ky").text
    draft.setFocus()
    draft.selectAll()
    type_text(draft, "Иш план")
    choose(matter.wordings, "… бекитилсин.")
    session.go_on()
    assert session.commission.item(1).draft_ky == "Иш план бекитилсин."


def test_the_button_is_named_and_says_its_key(written):
    button = written.wordings[0]
    assert button.accessibleName() == "Ready wordings"
    assert "Alt+Down" in button.toolTip()


def test_from_the_words_tab_still_leads_to_the_kind(session, written):
    written.text.text.setFocus()
    session.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is written.form.field("kind").entry
