"""What is said at a meeting in Kyrgyz gets its Russian words, and a Russian paper says them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ayil_desktop.meetings import (
    actions,
    attendance_actions,
    candidate_actions,
    handouts,
    invited_actions,
    minutes,
    russian,
    russian_actions,
    speech_actions,
)
from ayil_desktop.meetings.choices import Change, ItemKind, Kind, Method, Presence
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.meetings.russian_window import RussianWindow
from ayil_desktop.meetings.steps import Step
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.printing import text
from ayil_desktop.refused import Refused
from tests.commission.screens import press, put
from tests.meetings import stories

RUSSIAN = {
    "Үлгү айылы, жыйын залы": "с. Улгу, зал заседаний",
    "Сел жүрдү": "Прошёл сель",
    "ооруп калды": "заболел",
    "эксперт": "эксперт района",
    "Көпүрө эскирди": "Мост обветшал",
    "Көпүрө оңдолсун": "Отремонтировать мост",
    "Маселе 1": "Вопрос 1",
    "бекитилсин": "утвердить",
    "Чечим 1 бекитилсин.": "Утвердить решение 1.",
}


@pytest.fixture
def held(commission):
    """An extraordinary meeting at which somebody spoke, somebody was ill and a motion was voted in secret."""
    commission.meets(present=8, kind=Kind.EXTRAORDINARY, reason="Сел жүрдү")
    for number in (9, 10):
        commission.marks(number, Presence.EXCUSED, "ооруп калды")
    store, item = commission.store, commission.item(1).id
    guest = invited_actions.invite(store, meeting_id=commission.meeting_id, name="Конок Асан", position="эксперт").made
    invited_actions.change_invited(store, invited_id=guest, came=True)
    speech_actions.record_speech(store, item_id=item, name="Бирбеков Эрмек", text="Көпүрө эскирди")
    commission.counts(tally=Tally(8, 0, 0, 0), method=Method.SECRET, subject=Subject("Көпүрө оңдолсун"))
    stories.decides(commission)
    stories.closes(commission)
    return commission


def translate(commission, words):
    known = {one.kyrgyz: one.id for one in russian.texts(commission.meeting)}
    chosen = {known[kyrgyz]: said for kyrgyz, said in words.items()}
    russian_actions.translate(commission.store, meeting_id=commission.meeting_id, words=chosen)


PAPERS = (handouts.minutes, handouts.notice, handouts.agenda, handouts.ballot, handouts.attendance_sheet)


def papers_of(commission):
    paper = stories.paper(commission)
    return [make(paper, "ru") for make in PAPERS]


def test_russian_papers_of_a_meeting_need_no_kyrgyz_words(held):
    before = [document.untranslated for document in papers_of(held)]
    assert all(before)
    translate(held, RUSSIAN)
    texts = [text.render(document) for document in papers_of(held)]
    for kyrgyz in RUSSIAN:
        if kyrgyz != "эксперт":
            assert not any(kyrgyz in one for one in texts), kyrgyz
    for said in ("с. Улгу, зал заседаний", "Прошёл сель", "заболел", "эксперт района", "Мост обветшал"):
        assert said in texts[0]
    assert "Отремонтировать мост" in texts[3]
    assert "only" not in texts[3] and "кыргызском" not in texts[3]
    body_name = 1
    assert [document.untranslated for document in papers_of(held)] == [body_name] * len(PAPERS)


def test_kyrgyz_papers_stay_as_they_were(held):
    before = text.render(handouts.minutes(stories.paper(held), "ky"))
    translate(held, RUSSIAN)
    assert text.render(handouts.minutes(stories.paper(held), "ky")) == before


def test_the_same_words_are_translated_once_and_counted_once(held):
    ill = [one for one in russian.texts(held.meeting) if one.kyrgyz == "ооруп калды"]
    assert [len(one.places) for one in ill] == [2]
    before = russian.missing(russian.texts(held.meeting))
    translate(held, {"ооруп калды": "заболел"})
    assert russian.missing(russian.texts(held.meeting)) == before - 1
    assert [row.reason_ru for row in held.meeting.attendance if row.reason] == ["заболел", "заболел"]


def test_another_reason_needs_other_russian_words(held):
    translate(held, {"ооруп калды": "заболел", "Көпүрө эскирди": "Мост обветшал"})
    attendance_actions.mark_attendance(
        held.store, meeting_id=held.meeting_id, person_id=held.id(9), status=Presence.EXCUSED, reason="жолдо"
    )
    rows = {row.person_id: row for row in held.meeting.attendance}
    assert (rows[held.id(9)].reason_ru, rows[held.id(10)].reason_ru) == ("", "заболел")
    speech = held.item(1).speeches[0]
    speech_actions.change_speech(held.store, speech_id=speech.id, text="Көпүрө эскирди!")
    assert held.item(1).speeches[0].text_ru == "Мост обветшал"


def test_a_place_that_was_called_in_russian_once_is_called_so_again(held):
    translate(held, {"Үлгү айылы, жыйын залы": "с. Улгу, зал заседаний"})
    held.plans(day=date(2019, 4, 10))
    assert held.meeting.place_ru == "с. Улгу, зал заседаний"
    actions.change_plan(held.store, meeting_id=held.meeting_id, place="Клуб")
    assert held.meeting.place_ru == ""


def test_sealed_minutes_get_no_other_words(held):
    stories.seals(held)
    with pytest.raises(Refused):
        translate(held, {"Көпүрө эскирди": "Мост"})
    assert "Мост" not in minutes.section(held.meeting, stories.day_of(held), "ru", "head").text


def test_a_matter_that_was_announced_in_russian_stays_so_until_the_meeting(commission):
    commission.plans(items=(ItemKind.DECISION,))
    actions.send_notice(commission.store, meeting_id=commission.meeting_id, on=date(2019, 3, 1))
    translate(commission, {"Маселе 1": "Вопрос 1"})
    with pytest.raises(Refused) as no:
        translate(commission, {"Маселе 1": "Другой вопрос"})
    assert no.value.clause == "CN-5.6.1"


def window_of(tab):
    return next(one for one in tab.findChildren(RussianWindow) if one.isVisible())


def test_the_russian_words_are_typed_beside_the_kyrgyz_ones(held, show):
    tab = show()
    tab.page.look_at(Step.MINUTES)
    page = tab.page.panel(Step.MINUTES).widget.text
    page.choices["ru"].click()
    missing = russian.missing(russian.texts(held.meeting))
    assert page.russian.text() == f"Russian texts (missing: {missing})…"
    page.russian.click()
    window = window_of(tab)
    spoken = next(one for one in window.texts.table.rows() if one.kyrgyz == "Көпүрө эскирди")
    window.texts.table.go_to(spoken.id)
    assert window.texts.kyrgyz_text.text.toPlainText() == "Көпүрө эскирди"
    put(window.texts.form, russian="Мост обветшал")
    press(window.texts.russian_text.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert held.item(1).speeches[0].text_ru == "Мост обветшал"
    assert window.texts.table.current().is_missing
    window.texts.table.pasted.emit([["Көпүрө оңдолсун", "Отремонтировать мост"]])
    assert window.texts.table.current().russian == "Отремонтировать мост"
    window.close()
    tab.show_touched(frozenset({"meetings"}))
    tab.finish()
    assert page.russian.text() == f"Russian texts (missing: {missing - 2})…"
    assert any("Мост обветшал" in card.section.text for card in page.cards.values())


def test_the_window_opens_for_a_plan_too(commission, show):
    commission.plans()
    tab = show()
    tab.page.head.fill_menu()
    next(line for line in tab.page.head.menu.actions() if line.text() == "Russian texts…").trigger()
    assert [one.kyrgyz for one in window_of(tab).texts.table.rows()] == [
        "Үлгү айылы, жыйын залы",
        "Маселе 1",
        "бекитилсин",
    ]


def test_the_post_of_a_newcomer_gets_its_russian_words_and_loses_them_with_another_post(commission):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    store, who = commission.store, {"change": Change.INCLUDE, "name": "Жаңыбаева Сонун"}
    made = candidate_actions.add_candidate(store, item_id=commission.item().id, position="ишкер", **who).made
    commission.votes(for_=range(1, 9), subject=Subject(change=Change.INCLUDE, candidate_name="Жаңыбаева Сонун"))
    translate(commission, {"ишкер": "предприниматель"})
    assert "Жаңыбаева Сонун (предприниматель) –" in text.render(handouts.minutes(stories.paper(commission), "ru"))
    candidate_actions.change_candidate(store, candidate_id=made, position="мугалим")
    (row,) = commission.item().candidates
    assert (row.position, row.position_ru) == ("мугалим", "")
