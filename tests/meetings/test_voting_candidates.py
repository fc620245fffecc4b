"""Changes of the composition and elections on the session screen: name by name (CN-6.2, CN-6.3, NC-4.5)."""

import pytest
from PySide6.QtCore import Qt

from ayil_desktop.commission.records import Role
from ayil_desktop.meetings import candidate_actions, candidates, handouts, selections
from ayil_desktop.meetings.choices import Change, DecisionKind, ItemKind, ItemState, Outcome, State
from ayil_desktop.meetings.steps import Step
from ayil_desktop.office import actions as office_actions
from ayil_desktop.office.records import Sex
from ayil_desktop.printing import text
from ayil_desktop.store.work import reading
from ayil_desktop.widgets.labels import ClauseLink
from tests.commission.screens import put
from tests.meetings import stories
from tests.meetings.in_session import ALT, CONTROL, Session
from tests.meetings.made_up import MEETING_DAY
from tests.typing import type_text


@pytest.fixture
def sits(qtbot, desk, clock, commission):
    clock.today = MEETING_DAY

    def make(kind, present=9, more=()):
        for number in range(1, 12):
            values = {"sex": Sex.WOMAN if number <= 3 else Sex.MAN, "minority": None, "disability": None}
            office_actions.record_marks(commission.store, person_id=commission.id(number), values=values)
        commission.meets(present=present, items=(kind, *more))
        return Session(qtbot, desk, commission)

    return make


def names(session, name, change=None):
    """One more name, typed into the line for it."""
    box = session.panel.matter.candidates
    if change is not None:
        session.chooses(box.change, change)
    box.who.setFocus()
    type_text(box.who.line, name)
    session.press(Qt.Key.Key_Return)


def votes_for(session, letters=""):
    """All for, but for these letters from the first line on; recorded."""
    session.list.setFocus()
    session.press(Qt.Key.Key_F5)
    if letters:
        session.votes(letters)
    session.go_on()


def test_words_that_wait_in_a_line_belong_to_their_matter_and_come_back_with_it(sits):
    """In the middle of a name somebody asks about the next matter: nothing is lost, nothing goes to the wrong one."""
    session = sits(ItemKind.COMPOSITION, more=[ItemKind.COMPOSITION])
    matter = session.panel.matter
    typed = {matter.candidates.who: "Жаңыбаева", matter.speeches.who: "Конок", matter.decisions.text: "Курам"}
    session.press(Qt.Key.Key_F7)
    session.press(Qt.Key.Key_D, CONTROL)
    for field, words in typed.items():
        field.entry.setFocus()
        field.entry.selectAll()
        type_text(field.entry, words)
    session.press(Qt.Key.Key_F3)
    assert session.panel.item.place == 2
    assert (matter.candidates.who.content(), matter.speeches.who.content()) == ("", "")
    assert not matter.decisions.text.isVisible()
    matter.candidates.who.setFocus()
    type_text(matter.candidates.who.line, "Кошумчаев Улан")
    session.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert [field.content() for field in typed] == list(typed.values())
    assert matter.decisions.text.isVisible()
    assert not session.commission.item(1).candidates and not session.commission.item(2).candidates
    matter.candidates.who.setFocus()
    session.press(Qt.Key.Key_End)
    type_text(matter.candidates.who.line, " Асел")
    session.chooses(matter.candidates.change, Change.INCLUDE)
    matter.candidates.who.setFocus()
    session.press(Qt.Key.Key_Return)
    assert [one.name for one in session.commission.item(1).candidates] == ["Жаңыбаева Асел"]
    session.panel.go_to(session.commission.item(2).id)
    assert matter.candidates.who.content() == "Кошумчаев Улан"


@pytest.mark.parametrize("spoken", ["ky", "ru", "en"])
def test_what_is_known_of_a_newcomer_is_not_cut_off_at_the_side(commission, store, show, clock, language, spoken):
    """The page of a matter only scrolls up and down: what is wider than it cannot be seen."""
    clock.today = MEETING_DAY
    commission.meets(present=9, items=(ItemKind.COMPOSITION,))
    name = "Токтогулова Айжаркын Сатыбалдиевна"
    candidate_actions.add_candidate(store, item_id=commission.item().id, change=Change.INCLUDE, name=name)
    language(spoken)
    tab = show()
    tab.show_meeting(commission.meeting_id)
    tab.page.look_at(Step.SESSION)
    page = tab.page.panel(Step.SESSION).widget.matter
    assert page.candidates.known.isVisible()
    assert page.widget().width() <= page.viewport().width()


@pytest.mark.clause("CN-6.2")
def test_each_who_is_to_be_excluded_is_voted_on_by_itself(sits, commission):
    session = sits(ItemKind.COMPOSITION)
    assert session.next == "Name the candidate"
    assert session.vote_lines == 0
    session.go_on()
    assert session.window.focusWidget() is session.panel.matter.candidates.who.line
    for number in (4, 5):
        names(session, commission.people[number - 1].name)
    assert session.agenda[1:] == [
        "а) exclude: Бирбеков Эрмек: Not voted on yet",
        "б) exclude: Экибаева Сайра: Not voted on yet",
    ]
    assert session.panel.ballot.title.text() == "Vote: exclude Бирбеков Эрмек"
    votes_for(session)
    assert session.panel.ballot.title.text() == "Vote: exclude Экибаева Сайра"
    votes_for(session, "ккккк")
    assert [(one.candidate_name, one.outcome) for one in session.rounds] == [
        ("Бирбеков Эрмек", Outcome.ADOPTED),
        ("Экибаева Сайра", Outcome.REJECTED),
    ]
    assert session.rounds[0].candidate_id == commission.id(4)
    assert [line.rpartition(": ")[2] for line in session.agenda[1:]] == ["Adopted", "Not adopted"]


@pytest.mark.clause("CN-6.3")
def test_what_the_composition_would_become_is_seen_before_the_vote(sits):
    session = sits(ItemKind.COMPOSITION)
    names(session, "Жаңыбаева Сонун", Change.INCLUDE)
    box = session.panel.matter.candidates
    assert box.becomes.title.text().endswith("the composition will have 12 members:")
    assert "sex not recorded: 1" in box.becomes.text
    known = box.known.field("sex")
    known.list.setCurrentIndex(1)
    known.list.activated.emit(1)
    assert "4 of 12 = 33.3 %. At least 4 needed." in box.becomes.text
    assert "Satisfied: Each sex at least 30 %" in box.becomes.text
    votes_for(session)
    assert "With the adopted changes the composition has 12 members:" in box.becomes.title.text()
    with reading(session.commission.store) as opened:
        waiting = selections.open_composition_orders(opened, session.commission.body_id)
    assert [row.round.candidate_name for row in waiting] == ["Жаңыбаева Сонун"]
    assert len(session.lines) == 11


@pytest.mark.clause("CN-6.5")
def test_the_post_of_a_newcomer_is_typed_beside_the_name_and_stands_in_the_minutes(sits, commission):
    session = sits(ItemKind.COMPOSITION)
    names(session, "Жаңыбаева Сонун", Change.INCLUDE)
    post = session.panel.matter.candidates.known.field("position")
    assert post.isVisible()
    put(session.panel.matter.candidates.known, position="ишкер")
    names(session, "Кошумчаев Улан", Change.INCLUDE)
    assert [one.position for one in commission.item().candidates] == ["ишкер", ""]
    votes_for(session)
    assert post.content() == "", "the next one has a post of its own"
    votes_for(session)
    said = text.render(handouts.minutes(stories.paper(commission), "ky"))
    assert "Жаңыбаева Сонун (ишкер) – курамга кошуу" in said
    assert "Кошумчаев Улан – курамга кошуу" in said


def test_the_post_of_who_is_to_be_excluded_is_not_asked(sits, commission):
    session = sits(ItemKind.COMPOSITION)
    names(session, commission.people[3].name)
    assert not session.panel.matter.candidates.known.isVisible()


def test_a_change_of_composition_ends_with_its_decision(sits, commission):
    session = sits(ItemKind.COMPOSITION)
    names(session, commission.people[3].name)
    votes_for(session)
    names(session, "Жаңыбаева Сонун", Change.INCLUDE)
    votes_for(session)
    assert session.next == "Write the decision"
    session.go_on()
    decision = commission.item().decisions[0]
    assert decision.kind is DecisionKind.COMPOSITION
    assert "Бирбеков Эрмек" in decision.text_ky
    assert "Жаңыбаева Сонун" in decision.text_ky


def test_where_nobody_is_adopted_the_matter_is_closed(sits, commission):
    session = sits(ItemKind.COMPOSITION)
    names(session, commission.people[3].name)
    votes_for(session, "кккккк")
    assert session.next == "Close the matter"
    session.go_on()
    assert commission.item().state is ItemState.DECIDED


def test_who_cannot_be_excluded_is_told_at_the_name_and_stays_there(sits):
    session = sits(ItemKind.COMPOSITION)
    names(session, "Бөтөн Киши")
    who = session.panel.matter.candidates.who
    assert who.refusal == "Only a member can be excluded."
    assert who.line.text() == "Бөтөн Киши"
    who.revert()
    names(session, "  ")
    assert who.refusal == "Name the candidate."


def test_a_name_is_chosen_in_the_agenda_and_taken_off_the_list(sits, commission):
    session = sits(ItemKind.COMPOSITION)
    for number in (4, 5):
        names(session, commission.people[number - 1].name)
    session.list.setFocus()
    session.press(Qt.Key.Key_Down, ALT, times=2)
    assert session.panel.ballot.title.text() == "Vote: exclude Экибаева Сайра"
    session.panel.matter.candidates.remove.click()
    assert [one.name for one in commission.item().candidates] == ["Бирбеков Эрмек"]
    assert session.panel.ballot.title.text() == "Vote: exclude Бирбеков Эрмек"
    session.undo()
    assert len(commission.item().candidates) == 2


def test_a_newcomer_s_role_and_group_are_kept(sits, commission):
    session = sits(ItemKind.COMPOSITION)
    names(session, "Жаңыбаева Сонун", Change.INCLUDE)
    known = session.panel.matter.candidates.known
    for name, value in (("role", "secretary"), ("category", "ngo"), ("minority", True), ("disability", False)):
        field = known.field(name)
        session.chooses(field, value)
    row = commission.item().candidates[0]
    assert (row.role, row.category, row.minority, row.disability) == (Role.SECRETARY, "ngo", True, False)
    votes_for(session)
    assert commission.item().rounds[0].candidate_role == "secretary"


def test_a_list_without_a_composition_quorum_is_voted_without_effect(sits, commission):
    session = sits(ItemKind.COMPOSITION, present=5)
    names(session, commission.people[3].name)
    session.list.setFocus()
    session.press(Qt.Key.Key_F5)
    assert session.outcome == "NO QUORUM"
    assert [link.clause for link in session.panel.ballot.reasons.findChildren(ClauseLink) if link.isVisible()] == [
        "CN-6.1"
    ]


@pytest.mark.clause("NC-4.5")
def test_one_of_four_projects_is_elected(sits, commission):
    session = sits(ItemKind.ELECTION)
    for number in range(1, 5):
        names(session, f"Долбоор {number}")
    for letters in ("кккк", "к", "ккк", "ккккккк"):
        votes_for(session, letters)
    assert [line.rpartition(": ")[2] for line in session.agenda[1:]] == [
        "Adopted",
        "Elected",
        "Adopted",
        "Not adopted",
    ]
    assert session.next == "Write the decision"
    session.go_on()
    decision = commission.item().decisions[0]
    assert decision.kind is DecisionKind.SELECT
    assert "Долбоор 2" in decision.text_ky


@pytest.mark.clause("NC-4.5")
def test_equal_votes_are_repeated_until_one_has_more(sits, commission):
    session = sits(ItemKind.ELECTION)
    for number in (1, 2, 3):
        names(session, f"Долбоор {number}")
    for letters in ("к", "к", "кккк"):
        votes_for(session, letters)
    assert session.next == "Vote again"
    session.list.setFocus()
    session.go_on()
    assert session.panel.ballot.title.text() == "Vote: elect Долбоор 1"
    votes_for(session)
    assert candidates.elected(commission.item()) == ("Долбоор 1", "Долбоор 2")
    assert session.next == "Vote again"
    session.go_on()
    assert session.panel.ballot.title.text() == "Vote: elect Долбоор 2"
    votes_for(session, "кк")
    assert candidates.elected(commission.item()) == ("Долбоор 1",)
    assert session.next == "Write the decision"


def test_a_vote_on_a_name_that_decided_nothing_is_taken_again(sits, commission):
    session = sits(ItemKind.COMPOSITION)
    names(session, commission.people[3].name)
    session.list.setFocus()
    session.votes("тммммкккк")
    session.go_on()
    assert session.next == "Vote again"
    session.go_on()
    votes_for(session)
    assert session.next == "Write the decision"
    assert len(session.panel.matter.rounds.cards) == 2


def test_nothing_of_a_list_is_shown_outside_of_the_window(sits, commission):
    session = sits(ItemKind.COMPOSITION)
    names(session, commission.people[3].name)
    votes_for(session)
    names(session, "Жаңыбаева Сонун", Change.INCLUDE)
    votes_for(session)
    session.go_on()
    session.panel.bar.close_button.click()
    assert commission.meeting.state is State.HELD
    assert session.panel.may_change
    assert session.strangers == []
