"""The whole road on the practice office, in the real window and by the keys of the screens: from the roster over the
notice, a tie and a change of the composition to sealed minutes and the head's order."""

from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ayil_desktop import command_line
from ayil_desktop.commission import records as commission_records
from ayil_desktop.meetings import choices, selections
from ayil_desktop.meetings.choices import Change, DecisionKind, ItemKind, Outcome, State
from ayil_desktop.meetings.steps import Step
from ayil_desktop.store.work import reading
from tests import opened
from tests.commission.screens import put
from tests.meetings.test_protocol import SEALING
from tests.meetings.test_sealing import SCAN
from tests.typing import type_text

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEAVES, JOINS = "Болжолова Жылдыз", "Жаңыбаева Сонун"
CHAIRMAN = "Үлгүбаев Мисал"


class Secretary:
    """What she does at the window, and what is kept of it."""

    def __init__(self, qtbot, frame, clock):
        self.qtbot, self.frame, self.clock = qtbot, frame, clock

    @property
    def store(self):
        return self.frame.work.desk.store

    def tab(self, name):
        self.frame.show_tab(name)
        return self.frame.work.tab(name)

    def step(self, step):
        page = self.tab("meetings").page
        page.look_at(step)
        return page.panel(step).widget

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus is lost: no key reaches anything"
        self.qtbot.keyClick(focus, key, modifiers)

    def types(self, words):
        type_text(QApplication.focusWidget(), words)

    def goes_on(self):
        self.press(Key.Key_Return, CONTROL)

    def seated(self, day):
        with reading(self.store) as session:
            (body,) = commission_records.bodies(session)
            return {one.person.name: one.person_id for one in commission_records.composition(session, body.id, day)}

    def meeting(self):
        with reading(self.store) as session:
            return selections.meeting(session, self.tab("meetings").page.meeting_id)


@pytest.fixture
def secretary(qtbot, tmp_path, in_english, answers):
    folder = tmp_path / "Practice.ayil"
    command_line.make_sample("practice", folder)
    clock = SimpleNamespace(today=date(2026, 11, 23))
    with opened.window(qtbot, folder, clock=lambda: clock.today, size=(1366, 738)) as frame:
        frame.shell.activateWindow()
        frame.work.wait_for_rest()
        yield Secretary(qtbot, frame, clock)


def test_from_the_roster_to_sealed_minutes_and_the_heads_order(secretary, answers, tmp_path):
    # The roster: eleven people, as the check beside it says.
    commission = secretary.tab("commission")
    assert len(commission.roster.table.rows()) == 11
    assert commission.panel.members.accessibleName() == "11 members"

    # A meeting is planned; the last day for its notice is told while the day is typed.
    tab = secretary.tab("meetings")
    tab.list.plan.click()
    put(tab.new.form, date="17.12.26", time="10", place="Үлгү айыл өкмөтү, жыйын залы")
    assert tab.new.term.isVisible()
    tab.new.plan.click()
    line = secretary.step(Step.PLAN).agenda.add_line
    matters = {"Көчө жарыгынын графигин бекитүү": ItemKind.DECISION, "Курамды өзгөртүү": ItemKind.COMPOSITION}
    for words, kind in matters.items():
        put(line.form, kind=str(choices.ITEM_KIND_NAMES[kind]), text_ky=words)
        line.form.field("text_ky").entry.setFocus()
        secretary.press(Key.Key_Return)
    assert [(item.text_ky, item.kind) for item in secretary.meeting().items] == list(matters.items())

    # The notice goes to everybody; the agenda is frozen.
    secretary.clock.today = date(2026, 12, 7)
    notice = secretary.step(Step.NOTICE)
    put(notice.form, on=date(2026, 12, 7), how="колуна берилди")
    notice.send.click()
    meeting = secretary.meeting()
    assert (meeting.state, meeting.agenda_frozen, len(meeting.deliveries)) == (State.NOTIFIED, True, 11)

    # On the day eight of eleven come.
    secretary.clock.today = date(2026, 12, 17)
    session = secretary.step(Step.SESSION)
    session.start.open.click()
    people = secretary.seated(date(2026, 12, 17))
    present = [name for name in people if name not in (LEAVES, *sorted(set(people) - {CHAIRMAN, LEAVES})[-2:])]
    for name in present:
        session.hall.members.setFocus()
        session.hall.members.go_to(people[name])
        secretary.press(Key.Key_Space)
    assert session.hall.figure.accessibleName().startswith("8 / 6")

    # The votes are equal, four and four: the chairman's own decides.
    order = [row.line.person_id for row in session.hall.members.members.rows if row.line.person_id in
             {people[name] for name in present}]  # fmt: skip
    sides = iter("мммккк" + "к")
    session.hall.members.setFocus()
    for person in order:
        session.hall.members.go_to(person)
        secretary.types("м" if person == people[CHAIRMAN] else next(sides))
    secretary.goes_on()
    (tie,) = secretary.meeting().items[0].rounds
    assert (tie.count_for, tie.count_against) == (4, 4)
    assert (tie.outcome, tie.decided_by_casting_vote) == (Outcome.ADOPTED, True)
    assert tie.presiding_name == CHAIRMAN

    secretary.press(Key.Key_D, CONTROL)
    secretary.types("График бекитилсин.")
    secretary.goes_on()
    secretary.goes_on()
    assert session.item.kind is ItemKind.COMPOSITION

    # One leaves, one joins: a vote for each of them.
    secretary.goes_on()
    box = session.matter.candidates
    for name, change in ((LEAVES, Change.EXCLUDE), (JOINS, Change.INCLUDE)):
        box.change.put(change)
        box.change.list.activated.emit(box.change.list.currentIndex())
        box.who.setFocus()
        type_text(box.who.line, name)
        secretary.press(Key.Key_Return)
        session.hall.members.setFocus()
        secretary.press(Key.Key_F5)
        secretary.goes_on()
    voted = [(one.change, one.candidate_name, one.outcome) for one in secretary.meeting().items[1].rounds]
    assert voted == [(Change.EXCLUDE, LEAVES, Outcome.ADOPTED), (Change.INCLUDE, JOINS, Outcome.ADOPTED)]
    secretary.goes_on()
    assert secretary.meeting().items[1].decisions[0].kind is DecisionKind.COMPOSITION
    secretary.goes_on()
    meeting = secretary.meeting()
    assert (meeting.state, meeting.number) == (State.HELD, 3)
    assert set(secretary.seated(date(2026, 12, 17))) == set(people)

    # The minutes are written: the tie is told, one section is corrected by hand.
    secretary.clock.today = date(2026, 12, 18)
    panel = secretary.step(Step.MINUTES)
    secretary.qtbot.wait_until(lambda: any(key.endswith(":voted") for key in panel.text.cards))
    said = "\n".join(card.text.text() for card in panel.text.cards.values())
    assert "чечүүчү добушу менен кабыл алынды" in said
    head = next(card for key, card in panel.text.cards.items() if key == "head")
    secretary.qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=head.text.geometry().center())
    head.field.text.selectAll()
    type_text(head.field.text, "Отурум жыйын залында өттү.")
    head.field.commit()
    assert [(row.key, row.text) for row in secretary.meeting().sections] == [("head", "Отурум жыйын залында өттү.")]

    # Signed by chairman and secretary, scanned, sealed.
    panel.pages.setCurrentIndex(SEALING)
    assert panel.sealing.who.text().splitlines() == [
        "Chairman of the commission – Үлгүбаев Мисал",
        "Secretary of the commission – Жазмакова Нуриза",
    ]
    scan = tmp_path / "протокол.pdf"
    scan.write_bytes(SCAN)
    answers.will("open_file", scan)
    panel.sealing.scans.button.click()
    secretary.qtbot.wait_until(lambda: panel.sealing.scans.names == ["протокол.pdf"])
    answers.will("yes_no", True)
    panel.sealing.seal.click()
    meeting = secretary.meeting()
    assert (meeting.state, meeting.seal.link, meeting.seal.signed_on) == (State.SIGNED, 2, date(2026, 12, 18))
    paper = tmp_path / "minutes.pdf"
    folder = secretary.store.folder
    assert command_line.main(["print", str(folder), "minutes", "--of", meeting.id, "-o", str(paper)]) == 0
    assert paper.read_bytes().startswith(b"%PDF")

    # The head's order on this vote: from its day on the new composition counts, and an earlier vote goes on waiting.
    assert panel.orders.isVisible()
    panel.orders.enter.trigger()
    window = panel.orders.opened
    put(window.form, order_number="14", order_date=date(2026, 12, 18))
    window.button.click()
    assert not panel.orders.isVisible()
    assert set(secretary.seated(date(2026, 12, 17))) == set(people)
    after = set(secretary.seated(date(2026, 12, 18)))
    assert after == set(people) - {LEAVES} | {JOINS}
    shown = {seat.person.name for seat in secretary.tab("commission").shown.seated}
    assert shown == after
    assert command_line.check_office(folder) == []
