"""An agenda, or a list of people, that was written in Word or Excel comes in at once."""

import pytest

from ayil_desktop.meetings import pasted_rows
from ayil_desktop.meetings.choices import ItemKind
from ayil_desktop.meetings.steps import Step
from ayil_desktop.store import journal
from tests.widgets.test_record_table import put_on_clipboard


@pytest.fixture
def tab(commission, show):
    """A planned meeting on the screen."""
    commission.plans(items=(ItemKind.INFORMATION,))
    screen = show()
    screen.page.look_at(Step.PLAN)
    return screen


def test_an_agenda_that_was_written_in_word_is_pasted_at_once(tab, commission):
    """Numbers of its own are left out; one undo takes all of it back."""
    before = len(commission.meeting.items)
    put_on_clipboard(
        "",
        "<table><tr><td>№</td><td>Маселе</td><td>Баяндоочу</td></tr>"
        "<tr><td>1.</td><td>Таза суу</td><td>Асанов А.</td></tr><tr><td>2.</td><td>Жол</td><td></td></tr></table>",
    )
    agenda = tab.page.panel(Step.PLAN).widget.agenda.agenda.table
    agenda.paste()
    added = commission.meeting.items[before:]
    assert [(one.place, one.text_ky, one.speaker) for one in added] == [
        (before + 1, "Таза суу", "Асанов А."),
        (before + 2, "Жол", ""),
    ]
    put_on_clipboard("1. Мектептин чатыры\n2. 2020-жылдын планы")
    agenda.paste()
    assert [one.text_ky for one in commission.meeting.items[-2:]] == ["Мектептин чатыры", "2020-жылдын планы"]
    journal.undo(commission.store)
    journal.undo(commission.store)
    assert len(commission.meeting.items) == before


def test_a_list_of_guests_is_pasted_at_once(tab, commission):
    page = tab.page.panel(Step.PLAN).widget
    page.tabs.setCurrentIndex(2)
    put_on_clipboard("Конок Асан\tМектептин директору\nКонок Айша\tДарыгер")
    page.invited.table.paste()
    assert [(one.name, one.position) for one in commission.meeting.invited] == [
        ("Конок Асан", "Мектептин директору"),
        ("Конок Айша", "Дарыгер"),
    ]


@pytest.mark.parametrize(
    ("block", "rows"),
    [
        ([["1. Жол"], ["2) Суу"]], [("Жол", ""), ("Суу", "")]),
        ([["№", "Аты-жөнү", "Кызматы"], ["1", "Асанов А.", "башчы"]], [("Асанов А.", "башчы")]),
        (
            [["2020-жылдын планы", "Асанов"], ["15/8 токтом", ""]],
            [("2020-жылдын планы", "Асанов"), ("15/8 токтом", "")],
        ),
        ([["1", "Жол"], ["", ""], ["3", " "]], [("Жол", "")]),
        ([["7"]], [("7", "")]),
    ],
)
def test_numbers_of_the_list_are_left_out_and_words_are_not(block, rows):
    assert pasted_rows.pairs(block) == rows
