"""The decisions of a year as a sheet for the file: from the list on the screen, and by year."""

from datetime import date

import pytest

from ayil_desktop.meetings import decision_actions
from ayil_desktop.meetings.choices import DecisionKind, DueKind, PartyRole
from ayil_desktop.meetings.decision_actions import Party, Term
from tests.meetings import stories


@pytest.fixture
def screen(commission, store, show, clock):
    """Two meetings of 2019 and one of 2020 decided something; it is the 20th of January 2020."""
    clock.today = date(2020, 1, 20)

    def meets(day, *words, **more):
        commission.meets(present=8, day=day)
        for one in words:
            stories.decides(commission, text_ky=one, **more)
        stories.closes(commission)

    late = {"kind": DecisionKind.ASSIGN, "term": Term(DueKind.DATE, date(2019, 6, 1))}
    meets(date(2019, 2, 12), "Эски план бекитилсин")
    meets(date(2019, 5, 14), "Көпүрө оңдолсун", parties=[Party(PartyRole.RESPONSIBLE, name="<b>Асанов</b>")], **late)
    commission.meets(present=8, day=date(2020, 1, 14))
    stories.decides(commission, text_ky="Жаңы план бекитилсин")
    decision_actions.add_decision(
        store, item_id=commission.item().id, text_ky="Жол салынсын", text_ru="Построить дорогу", kind=DecisionKind.NOTE
    )
    tab = show()
    tab.show_decisions()
    return tab.decisions


def test_the_years_with_decisions_are_offered_and_each_is_printed_in_the_order_of_its_meetings(screen, previewed):
    assert [line.text() for line in screen.print.menu().actions()] == ["2020", "2019"]
    screen.choice.setCurrentIndex(2)
    screen.print.menu().actions()[1].trigger()
    lines = previewed.text("en").splitlines()
    assert "INDEX OF DECISIONS OF 2019" in lines
    assert "As of 20 January 2020" in lines
    rows = [line.split("\t") for line in lines if line.startswith(("1/", "2/"))]
    assert rows == [
        ["1/1", "12.02.2019", "Эски план бекитилсин", "–", "–", "Without a term"],
        ["2/1", "14.05.2019", "Көпүрө оңдолсун", "<b>Асанов</b>", "01.06.2019", "Overdue"],
    ]
    assert "Decisions: 2; overdue: 1." in lines
    assert lines[-1].startswith("Secretary of the commission")


def test_the_index_has_the_russian_words_where_there_are_any(screen, previewed):
    screen.print.menu().actions()[0].trigger()
    said = previewed.text("ru")
    assert "ПЕРЕЧЕНЬ РЕШЕНИЙ 2020 ГОДА" in said
    assert "Построить дорогу" in said and "Жаңы план бекитилсин" in said
    assert "Көпүрө" not in said
