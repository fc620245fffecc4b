"""Is what somebody typed shown, printed and copied as it was typed, whatever it looks like?"""

import shutil
from datetime import date, time

import pytest
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from ayil_desktop import command_line, sheets
from ayil_desktop.commission import actions as members
from ayil_desktop.commission import body_actions
from ayil_desktop.commission.actions import Act
from ayil_desktop.commission.records import Role
from ayil_desktop.commission.rules import MemberEntry
from ayil_desktop.language import catalogue
from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    attendance_actions,
    decision_actions,
    invited_actions,
    proposal_actions,
    selections,
    session_actions,
    speech_actions,
    vote_actions,
)
from ayil_desktop.meetings.choices import Method, Vote
from ayil_desktop.meetings.vote_actions import Ballot
from ayil_desktop.office import actions as office
from ayil_desktop.office import records as office_records
from ayil_desktop.office.records import Criterion, OrderKind
from ayil_desktop.store import opening
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import actions as strategies
from ayil_desktop.strategy import approval_actions, indicator_actions, plan_actions
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.subjects import TABS
from ayil_desktop.widgets import ask
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.window import joins
from tests import opened
from tests.printing import reading as printed

HOSTILE = "<b>Ө&ң</b> =1+1 {name} %s &amp; 😀"
"""Markup, an access key, a formula, places for values; short enough for every line."""
DAY = date(2019, 3, 13)
ACT = Act("17/16", DAY, OrderKind.RESOLUTION)


def named(number):
    return f"{HOSTILE} {number}"


def fill(store):
    """An office in which every text is hostile, up to a closed meeting and an approved strategy."""
    office.change_office(store, values=dict.fromkeys(("name_ky", "head_name", "address", "place_ky"), HOSTILE))
    body = body_actions.found_body(store, name_ky=HOSTILE, short_ky=HOSTILE, charter_key="chet-nura").made
    roles = [Role.CHAIRMAN, Role.DEPUTY, Role.SECRETARY, *[Role.MEMBER] * 5]
    entries = [
        MemberEntry(named(n), role=role, position_ky=HOSTILE, category="other", category_words=HOSTILE)
        for n, role in enumerate(roles)
    ]
    members.paste_members(store, body_id=body, entries=entries, starts=date(2019, 1, 10), today=DAY)
    hold(store, body)
    plan(store, body)
    proposal_actions.propose(store, body_id=body, text=HOSTILE, on=DAY)


def hold(store, body):
    meeting = actions.plan_meeting(store, body_id=body, date=DAY, time=time(10, 0), place=HOSTILE).made
    item = agenda_actions.add_item(store, meeting_id=meeting, text_ky=HOSTILE, speaker=HOSTILE, draft_ky=HOSTILE).made
    invited_actions.invite(store, meeting_id=meeting, name=HOSTILE, position=HOSTILE)
    actions.send_notice(store, meeting_id=meeting, on=date(2019, 3, 1), how=HOSTILE)
    session_actions.open_session(store, meeting_id=meeting, at=time(10, 0))
    attendance_actions.mark_all_present(store, meeting_id=meeting)
    speech_actions.record_speech(store, item_id=item, name=HOSTILE, text=HOSTILE)
    with reading(store) as session:
        present = [row.person_id for row in selections.meeting(session, meeting).attendance]
    ballot = Ballot(Method.BY_NAME, votes=dict.fromkeys(present, Vote.FOR))
    vote_actions.record_round(store, item_id=item, ballot=ballot)
    decision_actions.add_decision(store, item_id=item, text_ky=HOSTILE)
    session_actions.close_session(store, meeting_id=meeting, at=time(11, 0))


def plan(store, body):
    strategy = strategies.add_strategy(
        store, title_ky=HOSTILE, begins=date(2019, 1, 1), ends=date(2020, 12, 31), body_id=body
    ).made
    priority = strategies.add_priority(store, strategy_id=strategy, name_ky=HOSTILE, votes=3).made
    strategies.change_priority(store, priority_id=priority, goal=HOSTILE, causes=[HOSTILE], justification=[HOSTILE])
    indicator_actions.add_indicator(store, priority_id=priority, text_ky=HOSTILE)
    task = plan_actions.add_task(store, priority_id=priority, title_ky=HOSTILE).made
    entry = ActivityEntry(HOSTILE, products=[HOSTILE], resources=[HOSTILE], deadline=HOSTILE, responsible=[HOSTILE])
    plan_actions.add_activity(store, task_id=task, entry=entry)
    with reading(store) as session:
        service = office_records.services(session)[0].id
    for criterion in Criterion:
        strategies.write_standard(store, service_id=service, criterion=criterion, texts=[HOSTILE])
    approval_actions.approve(store, strategy_id=strategy, act=ACT)


@pytest.fixture(scope="module")
def hostile(empty_office, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "A & B.ayil"
    shutil.copytree(empty_office, folder)
    store = opening.open_office(folder)
    fill(store)
    store.close()
    return folder


@pytest.fixture
def window(qtbot, hostile):
    with opened.window(qtbot, hostile) as shown:
        for subject in TABS:
            shown.show_tab(subject.name)
            tab = shown.work.tab(subject.name)
            for hit in tab.hits("Ө&ң"):
                tab.go_to(hit.record)
        yield shown


def every(kind):
    return [one for top in QApplication.topLevelWidgets() for one in (top, *top.findChildren(kind)) if _is(one, kind)]


def _is(widget, kind):
    return isinstance(widget, kind) and not widget.objectName().startswith("qt_")


def test_no_label_and_no_tooltip_takes_it_for_markup(window):
    labels = [label for label in every(QLabel) if "Ө&" in label.text()]
    assert len(labels) > 10
    assert [label.text() for label in labels if label.textFormat().name != "PlainText"] == []
    tips = 0
    for widget in every(QWidget):
        if "Ө" in widget.toolTip():
            document = QTextDocument()
            document.setHtml(widget.toolTip())
            assert "<b>Ө&ң</b> =1+1 {name} %s" in document.toPlainText()
            tips += 1
    assert tips > 0


def test_no_button_and_no_line_of_a_menu_eats_the_ampersand(window):
    window.work.desk.run(
        lambda: office.change_person(
            window.work.desk.store, person_id=_anybody(window), values={"village": "Ак & Кыя"}, today=DAY
        )
    )
    window.name_steps()
    undo = window.menus.actions["undo"].text()
    assert "Ө&&ң" in undo
    for language in catalogue.LANGUAGES:
        joins.speak(window, language)
        assert "Ө&&ң" in window.menus.actions["undo"].text()
    texts = [one.text() for kind in (QAbstractButton, QAction) for one in _texted(kind) if "Ө&" in one.text()]
    assert len(texts) > 3
    assert [text for text in texts if "Ө&&ң" not in text] == []
    window.menus.actions["undo"].trigger()


def _texted(kind):
    return [one for top in QApplication.topLevelWidgets() for one in top.findChildren(kind)]


def _anybody(window):
    with reading(window.work.desk.store) as session:
        return office_records.people(session)[0].id


def test_the_history_the_search_and_the_title_of_the_window_show_it(window):
    window.asides.show_history(window.work)
    tree = window.asides.history.tree
    steps = [tree.topLevelItem(row).text(1) for row in range(tree.topLevelItemCount())]
    assert any(HOSTILE in step for step in steps)
    found = window.work.search("Ө&ң")
    assert {one.subject for one in found} == {subject.name for subject in TABS}
    assert [one.hit for one in found if "Ө&ң" not in one.hit.title + one.hit.detail] == []
    assert window.shell.windowTitle().startswith(HOSTILE)


def test_every_table_shows_and_copies_it(window):
    seen = 0
    for table in every(RecordTable):
        grid = table.grid
        grid.selectAll()
        grid.copy()
        copied = QApplication.clipboard().mimeData()
        if "Ө" in copied.text():
            assert "<b>Ө&ң</b> =1+1 {name} %s" in copied.text()
            assert "&lt;b&gt;Ө&amp;ң&lt;/b&gt;" in copied.html()
            seen += 1
    assert seen > 1


def test_a_question_shows_it_on_its_buttons(qtbot, monkeypatch):
    seen = []
    monkeypatch.setattr(ask, "_answer", lambda box: seen.extend(button.text() for button in box.buttons()))
    ask.choose("Кайсынысы?", ["A & B", "В & Г"])
    ask.yes_no("Кайсынысы?", yes="A & B")
    assert [text for text in seen if "&" in text] == ["A && B", "В && Г", "A && B"]


@pytest.mark.parametrize("document", sorted(sheets.SHEETS))
@pytest.mark.parametrize("language", ["ky", "ru"])
def test_every_document_prints_it(hostile, tmp_path, document, language):
    wanted = printed.letters("<b>Ө&ң</b>=1+1{name}%s&amp;")
    for ending, read in ((".pdf", printed.whole), (".docx", printed.word_text)):
        target = tmp_path / f"x{ending}"
        words = ["print", str(hostile), document, "-o", str(target), "--language", language, "--today", "2019-03-20"]
        assert command_line.main(words) == command_line.GOOD
        assert wanted in printed.letters(read(target.read_bytes())), ending
