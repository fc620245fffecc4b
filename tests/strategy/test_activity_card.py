"""The card of one activity, filled in as the secretary does."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from ayil_desktop.commission import records as commission_records
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import deadline_reading
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.strategy.records import Source
from ayil_desktop.widgets.labels import ClauseLink
from ayil_desktop.workdays import deadlines
from tests.commission.screens import choose, press, put
from tests.strategy.screens import open_card, put_lines, row
from tests.typing import type_text


def test_typed_words_show_their_dates_at_once_and_dates_their_words(draft):
    card = open_card(draft, "1.1")
    put(card.deadline.form, deadline_ky="2019 жыл июлдун 1-аптасы")
    assert card.deadline.form.field("ends").line.text() == "07.07.2019"
    put(card.deadline.form, starts="", ends="30.09.2019")
    assert card.deadline.form.field("deadline_ky").line.text() == "2019 жыл 30-сентябрга чейин"
    assert row(draft, "1.1").ends == date(2019, 9, 30)


def test_the_card_keeps_what_is_typed(draft, plan):
    card = open_card(draft, "1.2")
    put(card.words, text_ky="Жаңы иш", resources="Каражат")
    put(card.remark, remark="Эскертүү")
    put_lines(card.words, "products", "Акт", "Схема")
    put_lines(card.who, "responsible", "Айыл башчысы", "Катчы")
    put(card.money.form, local_budget="50000")
    kept = plan["1.2"]
    assert (kept.text_ky, kept.products, kept.resources, kept.remark) == (
        "Жаңы иш",
        ["Акт", "Схема"],
        ["Каражат"],
        "Эскертүү",
    )
    assert [one.text for one in kept.responsible] == ["Айыл башчысы", "Катчы"]
    assert [one.amount for one in kept.funding] == [50_000]


def test_an_approved_card_is_locked_but_for_the_remark(real_tab):
    card = open_card(real_tab, "1.1")
    assert card.deadline.form.field("deadline_ky").line.isReadOnly()
    assert not card.remark.field("remark").text.isReadOnly()
    assert not card.unlock.isHidden()
    put(card.remark, remark="Башталды")
    assert card.activity.remark == "Башталды"


def type_days(card, **days):
    """Type into a field without leaving it."""
    for name, words in days.items():
        line = card.deadline.form.field(name).line
        line.setFocus()
        line.selectAll()
        type_text(line, words)


def test_what_is_being_typed_says_at_once_what_it_means(draft):
    card = open_card(draft, "1.1")
    for words, meaning in (
        ("2019 жыл июлдун 1-аптасы", "Understood: 01.07.2019 – 07.07.2019"),
        ("2019 жыл 15-апрелге чейин", "Understood: until 15.04.2019"),
        ("кар эригенде", "Not understood: the words are kept, without dates."),
        ("2019 жыл 20-майдан 10-майга чейин", "Not understood: the words are kept, without dates."),
        ("туруктуу негизде", "Again and again: each time is ticked off, never late."),
        ("зарылчылыкка жараша", "As needed: no dates, never late."),
        ("2025 жыл май", "Outside the years of the strategy (01.01.2019 – 31.12.2020)."),
    ):
        type_days(card, deadline_ky=words)
        assert card.deadline.reading.text() == meaning
    card.deadline.form.revert()
    type_days(card, starts="01.09.2019", ends="30.09.2019")
    assert card.deadline.reading.text() == "In words: 2019 жыл сентябрь"
    type_days(card, ends="30.08.2019")
    assert card.deadline.reading.text() == (
        "The last day (30.08.2019) is before the first one (01.09.2019). Both are kept, and the words as they are."
    )


def test_days_are_typed_in_any_order_and_only_warn_while_they_stand_backwards(draft, plan):
    card = open_card(draft, "1.1")
    put(card.deadline.form, starts="01.09.2019")
    assert "before the first one" in card.deadline.reading.text()
    assert card.deadline.starts.line.text() == "01.09.2019"
    put(card.deadline.form, ends="30.09.2019")
    assert (plan["1.1"].starts, plan["1.1"].ends) == (date(2019, 9, 1), date(2019, 9, 30))
    assert card.deadline.reading.text() == "Understood: 01.09.2019 – 30.09.2019"
    assert card.deadline.words.line.text() == "2019 жыл сентябрь"


def test_a_first_day_alone_waits_for_the_last_one(draft, plan):
    card = open_card(draft, "1.1")
    put(card.deadline.form, deadline_ky="туруктуу негизде")
    put(card.deadline.form, starts="02.09.2019")
    assert "Enter the last day too" in card.deadline.ends.refusal
    put(card.deadline.form, ends="06.09.2019")
    assert (plan["1.1"].starts, plan["1.1"].ends) == (date(2019, 9, 2), date(2019, 9, 6))


def test_words_that_are_not_understood_are_kept_and_warned_of(draft, plan):
    put(open_card(draft, "1.1").deadline.form, deadline_ky="кар эригенде")
    assert (plan["1.1"].deadline_ky, plan["1.1"].ends) == ("кар эригенде", None)
    assert any(one.finding.value == "unknown_deadline" for one in draft.shown.warnings)


def test_a_text_of_ten_thousand_letters_is_kept_and_one_too_long_stays_in_its_field(draft, plan):
    card = open_card(draft, "1.1")
    put_lines(card.words, "text_ky", "Узун текст. " * 833)
    assert len(plan["1.1"].text_ky) == 9995
    put_lines(card.remark, "remark", "Э" * 20_001)
    assert "20" in card.remark.field("remark").refusal
    assert len(card.remark.field("remark").content()) == 20_001
    assert plan["1.1"].remark == ""


@pytest.mark.clause("ST-8.F0")
def test_money_comes_from_one_of_four_sources_in_whole_som(draft, plan):
    card = open_card(draft, "1.1")
    assert len(card.money.form.values()) == 4 == len(Source)
    assert card.money.clause.text() == "Strategy, 8"
    put(card.money.form, donors="300 000", sponsors="0")
    put(open_card(draft, "1.2").money.form, local_budget="50000")
    assert card.money.total.text() == "Activity: 50\u00a0000 som; whole strategy: 350\u00a0000 som"
    for typed, said in (("-5", "below zero"), ("10,5", "whole som"), ("көп", "not a number")):
        put(card.money.form, donors=typed)
        assert said in card.money.form.field("donors").refusal
    assert [one.amount for one in plan["1.2"].funding] == [50_000]


def test_an_amount_is_read_in_groups_of_three_and_typed_with_or_without_them(draft, plan):
    card = open_card(draft, "1.2")
    field = card.money.form.field("local_budget")
    for typed in ("50000", "50 000", "50\u00a0000"):
        put(card.money.form, local_budget="1")
        put(card.money.form, local_budget=typed)
        assert [one.amount for one in plan["1.2"].funding] == [50_000]
        assert field.line.text() == "50\u00a0000"
    open_card(draft, "1.1")
    open_card(draft, "1.2")
    assert field.line.text() == "50\u00a0000"


@pytest.mark.clause("ST-8.F4")
def test_the_plan_prints_its_four_sources_and_their_total(draft, plan, previewed):
    put(open_card(draft, "1.1").money.form, local_budget="150000", donors="600000")
    draft.command("action-plan").run()
    told = previewed.text()
    assert "Local budget\t150\u00a0000" in told
    assert "Sponsors\t0" in told
    assert "Total\t750\u00a0000" in told


def test_the_responsible_are_linked_to_people_and_bodies_on_record(draft, plan, chet_nura, store):
    draft.show_touched(frozenset({"strategy"}))
    draft.go_to(draft.shown.strategy.priorities[0].tasks[0].activities[0].id)
    card = draft.plan.card
    line = card.activity.responsible[0]
    box = card.on_record.form.field(line.id)
    assert line.text in box.title.text()
    choose(box.list, "Мусурканов Азамат")
    linked = card.activity.responsible[0]
    assert (linked.text, linked.person.name) == (line.text, "Мусурканов Азамат")
    with reading(store) as session:
        body = commission_records.bodies(session)[0].id
    box = card.on_record.form.field(line.id)
    box.list.setCurrentIndex(1)
    box.list.activated.emit(1)
    assert (card.activity.responsible[0].body_id, card.activity.responsible[0].person_id) == (body, None)
    choose(box.list, "not linked")
    assert card.activity.responsible[0].body_id is None


def test_a_line_that_stays_keeps_whom_it_means(draft, plan, store):
    card = open_card(draft, "1.1")
    before = plan["1.1"].responsible[0].id
    put_lines(card.who, "responsible", "Айыл башчысы", "Жооптуу катчы")
    after = plan["1.1"].responsible
    assert [one.text for one in after] == ["Айыл башчысы", "Жооптуу катчы"]
    assert after[1].id == before
    journal.undo(store)
    assert [one.id for one in plan["1.1"].responsible] == [before]


def test_every_review_stands_on_the_card_the_newest_first(draft, plan):
    plan.is_approved()
    plan.is_reviewed(date(2019, 4, 1), n1_1=Progress.IN_PROGRESS)
    plan.is_reviewed(date(2019, 6, 28), n1_1=Progress.DONE)
    draft.show_touched(frozenset({"strategy"}))
    card = open_card(draft, "1.1")
    assert card.follow_up.said.text() == "28.06.2019 Done.\n01.04.2019 In progress."


PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF"


def test_proof_is_written_attached_opened_again_and_taken_back(real_tab, answers, tmp_path, monkeypatch, qtbot):
    proofs = open_card(real_tab, "1.1").follow_up.proofs
    scan = tmp_path / "акт.pdf"
    scan.write_bytes(PDF)
    answers.will("text", "Протокол")
    answers.will("open_file", scan)
    proofs.write.click()
    proofs.attach.click()
    both = ["16.04.2019  Протокол", "16.04.2019  акт.pdf"]
    qtbot.wait_until(lambda: [button.text() for button in proofs.rows] == both)
    scan.unlink()
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    proofs.rows[1].menu().actions()[0].trigger()
    with open(opened[0], "rb") as copy:
        assert copy.read() == PDF
    proofs.rows[0].menu().actions()[0].trigger()
    assert [button.text() for button in proofs.rows] == ["16.04.2019  акт.pdf"]


def test_a_file_that_is_no_scan_is_refused_in_words(real_tab, answers, tmp_path, told, qtbot):
    wrong = tmp_path / "scan.jpg"
    wrong.write_bytes(b"hello")
    answers.will("open_file", wrong)
    proofs = open_card(real_tab, "1.1").follow_up.proofs
    proofs.attach.click()
    qtbot.wait_until(lambda: any("is not a PDF, JPEG, PNG or TIFF file" in one for one in told.words))
    assert proofs.rows == []


def test_the_times_of_a_regular_activity_are_ticked_off_on_any_day_and_taken_back(real_tab):
    card = open_card(real_tab, "6.4")
    times = card.follow_up.times
    assert not times.isHidden()
    times.tick.click()
    put(times.form, on="15.03.2019")
    press(times.form.field("on").entry, Qt.Key.Key_Return)
    assert [one.on for one in card.activity.occurrences] == [date(2019, 3, 15), date(2019, 4, 16)]
    assert times.count.text() == "Done 2 times"
    times.days[0].click()
    assert [one.on for one in card.activity.occurrences] == [date(2019, 4, 16)]
    put(times.form, on="")
    times.tick.click()
    assert len(card.activity.occurrences) == 1
    open_card(real_tab, "6.3")
    assert times.isHidden()


def test_a_regular_activity_was_not_done_on_a_day_to_come(real_tab, clock):
    times = open_card(real_tab, "6.4").follow_up.times
    put(times.form, on="17.04.2019")
    times.tick.click()
    assert (times.form.field("on").refusal, times.days) == ("This day has not come yet.", [])
    assert times.form.field("on").entry.text() == "17.04.2019"
    clock.today = date(2019, 4, 17)
    times.tick.click()
    assert (times.form.field("on").refusal, len(times.days)) == ("", 1)
    assert times.form.values()["on"] == date(2019, 4, 17)


def test_a_wrong_day_of_a_regular_activity_stays_as_typed(real_tab):
    times = open_card(real_tab, "6.4").follow_up.times
    put(times.form, on="31.02.2019")
    times.tick.click()
    assert times.form.field("on").refusal
    assert times.days == []


def test_the_card_leads_to_its_russian_texts(draft, plan):
    open_card(draft, "1.2").in_russian.click()
    assert draft.text.russian.isVisible()
    assert draft.text.russian.texts.table.current().record == plan["1.2"].id


@pytest.mark.clause("ST-8.F1")
@pytest.mark.clause("ST-8.F2")
@pytest.mark.clause("ST-8.F3")
@pytest.mark.clause("ST-8.F4")
def test_money_from_each_source_is_kept_and_the_four_lead_to_their_chapter(draft, desk, plan):
    asked = []
    desk.clause_asked.connect(asked.append)
    card = open_card(draft, "1.1")
    card.money.clause.click()
    assert asked == ["ST-8.F0"]
    assert [link.clause for link in card.money.findChildren(ClauseLink) if link.isVisible()] == ["ST-8.F0"]
    for name in ("local_budget", "users_and_providers", "donors", "sponsors"):
        put(card.money.form, **{name: "100"})
    assert len(plan["1.1"].funding) == 4
    assert "400" in card.money.total.text()


def test_a_regular_activity_was_not_done_before_the_strategy_began(draft, plan):
    card = open_card(draft, "1.1")
    put(card.deadline.form, deadline_ky="туруктуу негизде")
    times = card.follow_up.times
    put(times.form, on="31.12.2018")
    times.tick.click()
    refusal = "The strategy begins on 01.01.2019; this day is before it."
    assert (times.form.field("on").refusal, times.days) == (refusal, [])
    assert times.form.field("on").line.text() == "31.12.2018"
    put(times.form, on="01.01.2019")
    times.tick.click()
    assert [one.on for one in plan["1.1"].occurrences] == [date(2019, 1, 1)]


@pytest.mark.parametrize(("speech", "words"), [("ky", "2019 жыл 15-апрелге чейин"), ("ru", "до 15 апреля 2019 г.")])
def test_a_deadline_is_explained_in_the_language_of_the_reader(language, speech, words):
    language(speech)
    assert str(deadline_reading.like_this()).endswith(f": {words}")
    assert deadlines.read(words, default_year=2026).end == date(2019, 4, 15)
