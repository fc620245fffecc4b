"""Whatever is typed into the strategy is kept as it stands or refused at its field, undone step by step, printed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ayil_desktop.printing import docx, pdf, text
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import changes_paper, exports, gantt_paper, handouts, papers, progress_paper
from ayil_desktop.transfer import exchange
from tests.commission.screens import copy_to_clipboard, press, put
from tests.strategy.screens import add_pasted, open_card, put_lines, row, run

HOSTILE = {
    "markup": "<b>Кудук</b> <script>alert(1)</script> <table><tr><td>",
    "signs of programs": "=1+1 & {number} %s [*] \\n '; DROP TABLE task; --",
    "right to left and smiling": "\u202eКудук\u202c \u200fسلام 😀",
    "ten thousand letters": "Узун текст. " * 833 + "аягы",
}


@pytest.fixture(params=HOSTILE, ids=list(HOSTILE))
def words(request):
    return HOSTILE[request.param]


def seen(words):
    """Signs that nobody sees and that turn the writing round are left out; everything else stays."""
    return words.translate(dict.fromkeys(map(ord, "\u202e\u202c\u200f"))).strip()


def content(store):
    """Everything of the office but when it was written."""
    return exchange.collected(store, "")["records"]


def sets_of(tab, words):
    """What a secretary types where, one act each."""
    card = lambda: open_card(tab, "1.1")  # noqa: E731
    yield lambda: put_lines(card().words, "text_ky", words)
    yield lambda: put_lines(card().words, "products", words, words)
    yield lambda: put_lines(card().who, "responsible", words)
    yield lambda: put_lines(card().remark, "remark", words)
    yield lambda: put(card().deadline.form, deadline_ky=words[:200])
    for name, field in (("service", "name_ky"), ("task", "title_ky"), ("activity", "text_ky")):
        yield lambda name=name, field=field: _with_window(tab, name, field, words)


def _with_window(tab, name, field, words):
    run(tab, name)
    put_lines(tab.window_shown.form, field, words)
    tab.window_shown.carry_out()
    if tab.window_shown.isVisible():
        assert tab.window_shown.form.field(field).refusal, "a window that stays says why"
        assert tab.window_shown.form.field(field).content() == words
        tab.window_shown.reject()


def test_each_act_is_kept_or_refused_and_undone_to_the_letter(draft, plan, store, desk, told, words):
    for act in list(sets_of(draft, words)):
        before = content(store)
        act()
        if content(store) != before:
            desk.undo()
            draft.show_touched(frozenset({"strategy"}))
        assert content(store) == before


def test_a_plan_of_such_words_prints_and_goes_into_every_file(draft, plan, store, told, words):
    for act in list(sets_of(draft, words)):
        act()
    assert plan["1.1"].text_ky == seen(words)
    plan.is_approved()
    with reading(store) as session:
        paper = papers.of(session, plan.id, date(2019, 4, 16))
    tail = words.split()[-1]
    for make in (handouts.strategy, handouts.action_plan, gantt_paper.gantt, changes_paper.changes):
        for language in ("ky", "ru"):
            made = make(paper, language)
            assert pdf.render(made).startswith(b"%PDF")
            assert docx.render(made).startswith(b"PK")
    assert tail in text.render(handouts.action_plan(paper, "ky"))
    assert text.render(progress_paper.progress_report(paper, "ru"))
    for ending, make in exports.MAKERS.items():
        assert make(paper, "ky"), ending


def test_a_hostile_amendment_keeps_its_reason_and_is_decided_by_nobody_without_a_decision(
    draft, plan, store, desk, told, words
):
    plan.is_approved()
    draft.show_touched(frozenset({"strategy"}))
    draft.head.next.click()
    put_lines(draft.window_shown.form, "reason", words)
    draft.window_shown.carry_out()
    assert plan.strategy.amendments[0].reason == seen(words)
    before = content(store)
    draft.head.next.click()
    draft.window_shown.carry_out()
    assert draft.window_shown.form.refusal or draft.window_shown.isVisible()
    draft.window_shown.reject()
    assert content(store) == before
    desk.undo()
    assert plan.strategy.amendments == []


def test_a_loop_of_links_over_three_rows_is_refused_from_either_side(draft, plan, store, told):
    one, two, three = (row(draft, number).key for number in ("1.1", "1.2", "1.3"))
    for before, after in ((one, two), (two, three)):
        draft.plan.gantt.linked.emit(before, after)
    kept = content(store)
    for before, after in ((three, one), (two, one), (one, one)):
        draft.plan.gantt.linked.emit(before, after)
        assert "loop" in told.words[-1]
    assert content(store) == kept


def test_five_thousand_rows_are_pasted_and_undone_in_one_step(draft, plan, store, desk):
    before = content(store)
    rows = [[f"1.{number}. Иш {number}", "2019 жыл май", "Катчы"] for number in range(4, 5_004)]
    copy_to_clipboard([["Иш-аракет", "Мөөнөтү", "Жооптуу"], *rows])
    draft.plan.gantt.go_to(row(draft, "1.1").key)
    run(draft, "paste")
    add_pasted(draft.window_shown)
    draft.show_touched(frozenset({"strategy"}))
    assert len(plan.numbers()) == 5_003
    assert plan.numbers()[-1] == "1.5003."
    desk.undo()
    assert content(store) == before


def test_keys_on_nothing_and_on_heads_do_no_harm(draft, plan, store, told, answers):
    before = content(store)
    gantt = draft.plan.gantt
    for at in (0, 1):
        gantt.choose(at)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Left, Qt.Key.Key_Right):
            press(gantt, key)
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            press(gantt, key, Qt.KeyboardModifier.AltModifier)
    assert content(store) == before
