"""The text of the minutes on the screen: no line of a part is cut, whatever becomes of the window meanwhile."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ayil_desktop.commission import samples as commission_samples
from ayil_desktop.meetings import samples, selections
from ayil_desktop.meetings.choices import State
from ayil_desktop.meetings.section_card import SectionCard
from ayil_desktop.meetings.steps import Step
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import translating


@pytest.fixture
def tab(store, show, clock):
    """The drafted minutes of the practice office, in front; their last parts are still to come."""
    clock.today = date(2026, 5, 25)
    made = commission_samples.make_practice(store)
    samples.make_practice(store, bodies=made.bodies, people=made.people)
    with reading(store) as session:
        drafted = next(one for one in selections.whole_meetings(session) if one.state is State.MINUTES_DRAFTED)
    screen = show()
    screen.show_meeting(drafted.id)
    screen.page.look_at(Step.MINUTES)
    screen.finish()
    return screen


def text_of(tab):
    return tab.page.panel(Step.MINUTES).widget.text


def parts(text):
    """Those that are there, from above."""
    found = [card for card in text.sheet.findChildren(SectionCard) if not card.isHidden()]
    return sorted(found, key=lambda card: text.sheet.layout().indexOf(card))


def cut(text):
    """The parts whose words need more height than they have, that reach into the next one or below the sheet."""
    found = parts(text)
    edges = [*(card.y() for card in found[1:]), text.sheet.height()]
    over = [card.section.key for card, edge in zip(found, edges, strict=True) if card.geometry().bottom() >= edge]
    return over + [card.section.key for card in found for words in (card.heading, card.text) if _is_cut(card, words)]


def _is_cut(card, words):
    if words.isHidden():
        return False
    room = words.contentsRect()
    flags = Qt.TextFlag.TextWordWrap.value
    needed = words.fontMetrics().boundingRect(0, 0, room.width(), 100_000, flags, words.text())
    return needed.height() > room.height() or words.geometry().bottom() >= card.height()


def settled(qtbot, text):
    """All parts are there, and the sheet has heard how high they are."""
    qtbot.wait_until(lambda: parts(text)[-1].section.key == "annexes")
    for _ in range(3):
        QApplication.processEvents()


def test_no_part_is_cut_once_all_are_there(qtbot, tab):
    text = text_of(tab)
    settled(qtbot, text)
    assert len(parts(text)) > 10
    assert cut(text) == []


@pytest.mark.parametrize("width", [900, 1024, 1920])
def test_no_part_is_cut_in_a_window_of_another_width_and_back(qtbot, tab, width):
    text = text_of(tab)
    for wide in (width, 1366):
        tab.resize(wide, 600)
        settled(qtbot, text)
        assert cut(text) == []


def test_no_part_is_cut_in_the_other_text_nor_on_a_screen_in_another_language(qtbot, tab, language):
    text = text_of(tab)
    for chosen in ("ru", "ky"):
        text.choices[chosen].click()
        settled(qtbot, text)
        assert cut(text) == []
    language("ky")
    translating.translate(tab)
    settled(qtbot, text)
    assert cut(text) == []
