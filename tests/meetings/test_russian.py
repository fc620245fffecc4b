"""What is said at a meeting in Kyrgyz gets its Russian words, and a Russian paper says them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ayil_desktop import command_line
from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    attendance_actions,
    candidate_actions,
    decision_actions,
    handouts,
    invited_actions,
    minutes,
    opened,
    opinion_actions,
    papers,
    russian,
    russian_actions,
    selections,
    speech_actions,
    steps,
)
from ayil_desktop.meetings.choices import Change, ItemKind, Kind, Method, PartyRole, Presence
from ayil_desktop.meetings.decision_actions import Party
from ayil_desktop.meetings.decision_form import DecisionForm
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.meetings.russian_window import RussianWindow
from ayil_desktop.meetings.steps import Step
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.printing import text
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal, opening
from ayil_desktop.store.work import reading
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


LONG = {
    "Көпүрө эскирди": "Мост обветшал",
    "Маселе 1": "Вопрос 1",
    "бекитилсин": "утвердить",
    "Чечим 1 бекитилсин.": "Утвердить решение 1.",
    "макул эмесмин": "не согласен",
    "каршымын": "против",
    "биринчи бөлүк": "первая часть",
    "мөөнөтү менен": "со сроком",
}


@pytest.fixture
def at_length(held):
    """Every longer text of the meeting, said in Russian too."""
    store, item = held.store, held.item(1)
    decision = item.decisions[0].id
    opinion_actions.give_written_opinion(
        store, item_id=item.id, person_id=held.id(11), text="макул эмесмин", received_on=date(2019, 3, 12)
    )
    decision_actions.add_part(store, decision_id=decision, text_ky="биринчи бөлүк")
    decision_actions.change_decision(store, decision_id=decision, with_amendments=True, amendments="мөөнөтү менен")
    stories.dissents(held, 5, date(2019, 3, 14), "каршымын")
    translate(held, LONG)
    return held


CHANGES = {
    "speech": lambda c: speech_actions.change_speech(
        c.store, speech_id=c.item(1).speeches[0].id, text="Көпүрө кулаганы турат"
    ),
    "matter": lambda c: agenda_actions.change_item(c.store, item_id=c.item(1).id, text_ky="Көпүрөнү оңдоо"),
    "draft": lambda c: agenda_actions.change_item(c.store, item_id=c.item(1).id, draft_ky="четке кагылсын"),
    "decision": lambda c: decision_actions.change_decision(
        c.store, decision_id=c.item(1).decisions[0].id, text_ky="Көпүрө оңдолсун."
    ),
    "amendments": lambda c: decision_actions.change_decision(
        c.store, decision_id=c.item(1).decisions[0].id, amendments="каражаты менен"
    ),
    "part": lambda c: decision_actions.change_part(
        c.store, part_id=c.item(1).decisions[0].parts[0].id, text_ky="экинчи бөлүк"
    ),
}


def older(commission):
    return [(one.says, one.russian) for one in russian.texts(commission.meeting) if one.is_outdated]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_russian_text_that_is_older_than_the_kyrgyz_one_is_told_before_the_seal(at_length, change, language):
    language("en")
    assert older(at_length) == []
    change(at_length)
    ((says, said),) = older(at_length)
    assert LONG[says] == said
    lacks = [str(one.text) for one in steps.lacks(at_length.meeting, stories.day_of(at_length), Step.MINUTES)]
    assert "1 Russian text is older than the Kyrgyz one" in lacks
    with pytest.raises(Refused, match="Look at the marked Russian texts"):
        stories.seals(at_length)
    journal.undo(at_length.store)
    assert older(at_length) == []


def test_it_is_no_longer_marked_once_it_is_written_anew_or_found_right_or_the_kyrgyz_words_are_back(at_length):
    speech = at_length.item(1).speeches[0].id

    def says(words):
        speech_actions.change_speech(at_length.store, speech_id=speech, text=words)
        return older(at_length)

    assert says("Көпүрө эскирди .") == []
    assert says("Көпүрө кулады") == says("Көпүрө кулаганы турат") == [("Көпүрө эскирди .", "Мост обветшал")]
    assert says("Көпүрө эскирди") == []
    says("Көпүрө кулаганы турат")
    translate(at_length, {"Көпүрө кулаганы турат": "Мост скоро рухнет"})
    assert older(at_length) == []
    says("Көпүрө кулаганы турат, оңдош керек")
    translate(at_length, {"Көпүрө кулаганы турат, оңдош керек": "Мост скоро рухнет"})
    assert older(at_length) == []
    assert stories.seals(at_length).seal is not None


def test_the_minutes_say_how_many_are_older_and_the_window_what_they_said(at_length, show, language):
    CHANGES["speech"](at_length)
    language("en")
    assert [document.outdated for document in papers_of(at_length)] == [1, 0, 0, 0, 0]
    tab = show()
    tab.page.look_at(Step.MINUTES)
    page = tab.page.panel(Step.MINUTES).widget.text
    assert page.language == "ky" and page.russian.text() == "Russian texts (outdated: 1)…"
    page.russian.click()
    texts = window_of(tab).texts
    texts.table.go_to(next(one.id for one in texts.table.rows() if one.is_outdated))
    assert texts.text.kyrgyz == "Көпүрө кулаганы турат"
    assert not texts.earlier.isHidden() and "Көпүрө эскирди" in texts.earlier.text()
    texts.right.click()
    assert older(at_length) == [] and texts.earlier.isHidden()


def test_the_field_of_a_decision_says_that_its_russian_words_are_older(at_length, qtbot, desk):
    CHANGES["decision"](at_length)
    found = opened.meeting(at_length.store, at_length.meeting_id, date(2019, 3, 14))
    form = DecisionForm(desk, found)
    qtbot.addWidget(form)
    decision = found.meeting.items[0].decisions[0]
    form.show_decision(decision, "1", found)
    title = form.russian.field("text_ru").title
    assert title.text().endswith("outdated") and "Чечим 1 бекитилсин." in title.toolTip()


def test_a_matter_that_is_taken_up_again_keeps_the_mark(at_length):
    """Its Kyrgyz words were changed, and nobody looked at the Russian ones."""
    CHANGES["matter"](at_length)
    CHANGES["decision"](at_length)
    decision = at_length.item(1).decisions[0].id
    at_length.plans(day=date(2019, 4, 10))
    agenda_actions.take_up_decision(at_length.store, meeting_id=at_length.meeting_id, decision_id=decision)
    assert ("Чечим 1 бекитилсин.", "Утвердить решение 1.") in older(at_length)


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


def test_an_addressee_is_called_in_russian_and_so_again_the_next_time(held):
    decision = held.item(1).decisions[0].id
    council = Party(PartyRole.ADDRESSEE, name="Айылдык кеңеш")
    somebody = Party(PartyRole.RESPONSIBLE, name="Асанов Үсөн")
    decision_actions.set_parties(held.store, decision_id=decision, parties=[council, somebody])
    asked = {one.kyrgyz for one in russian.texts(held.meeting)}
    assert "Айылдык кеңеш" in asked and "Асанов Үсөн" not in asked
    translate(held, {"Айылдык кеңеш": "Айылный кенеш"})
    paper = stories.paper(held)
    for document in (handouts.minutes(paper, "ru"), handouts.excerpt(paper, "ru", decision)):
        said = text.render(document)
        assert "Айылный кенеш" in said and "Айылдык" not in said
    decision_actions.set_parties(held.store, decision_id=decision, parties=[somebody, council])
    assert {one.name: one.name_ru for one in held.item(1).decisions[0].parties} == {
        "Айылдык кеңеш": "Айылный кенеш",
        "Асанов Үсөн": "",
    }


def test_the_russian_minutes_of_the_practice_office_are_russian_throughout(tmp_path):
    assert command_line.main(["sample", "practice", str(tmp_path / "p.ayil")]) == 0
    store = opening.open_office(tmp_path / "p.ayil")
    with reading(store) as session:
        meetings = [one for one in selections.whole_meetings(session) if one.number]
        documents = [handouts.minutes(papers.of(session, one.id), "ru") for one in meetings]
    store.close()
    assert len(documents) == 2
    assert [(one.untranslated, one.outdated) for one in documents] == [(0, 0), (0, 0)]
    assert all("кыргызском" not in one.footer for one in documents)
