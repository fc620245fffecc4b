"""Does the smallest usual screen leave room for the chart while an amendment is open and a card is looked at?"""

import re
from datetime import date

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from ayil_desktop.language import catalogue
from ayil_desktop.strategy import approval_actions
from tests.strategy.screens import open_card

_BELOW_ALL = 628
"""What the tab has on a screen of 768 pixels: less the task bar, menu, tabs and status line."""


@pytest.fixture(params=["ky", "ru", "en"])
def amending(request, store, chet_nura, show, language, dressed):
    language(request.param)
    approval_actions.open_amendment(store, strategy_id=chet_nura, reason="Сел", on=date(2019, 4, 15))
    return show()


def test_pages_state_and_buttons_stand_in_one_row(amending):
    head = amending.head
    parts = [
        one for one in (amending.pages, head.state, head.share, head.late, head.changes, head.next) if one.isVisible()
    ]
    middles = {round(one.geometry().center().y() / 10) for one in parts}
    assert len(middles) == 1
    assert head.changes.text(), "a clock alone tells nobody that it lists the changes"


def test_a_title_stands_there_only_where_it_can_be_read(amending):
    title = amending.head.title
    amending.head.next.hide()
    for width in range(900, 1900, 40):
        amending.head.resize(width, amending.head.height())
        QTest.qWait(0)
        assert title.isHidden() or title.width() >= 150, width


def test_the_tools_above_the_chart_stand_in_one_line(amending):
    tools = amending.plan.tools
    shown = [tools.itemAt(place) for place in range(tools.count())]
    assert len({one.geometry().y() for one in shown if one.widget() and one.widget().isVisible()}) == 1


def test_no_word_beside_the_bars_is_divided(amending):
    """Deadlines and the responsible stand in narrow columns; a year keeps its «г.» or «жыл»."""
    words = amending.plan.gantt.words
    for row in amending.plan.rows:
        if row.level == 2:
            for _place, text in words.of(row, "").texts[2:]:
                texts = text.text().split(" ")
                assert max(map(QFontMetricsF(words.plain).horizontalAdvance, texts)) <= text.textWidth(), texts
                assert not {"г.", "жыл"} & set(texts), texts
                assert re.search(r"\d-[^\W\d]", text.text()) is None, "a day keeps its month"


def test_the_chart_keeps_four_rows_beside_the_card(amending):
    amending.resize(amending.width(), _BELOW_ALL)
    card = open_card(amending, "1.1")
    QTest.qWait(1)
    gantt = amending.plan.gantt
    whole = [at for at in range(6) if gantt.row_rect(at).bottom() <= gantt.viewport().height()]
    assert len(whole) >= 4
    area = card.words.parentWidget().parentWidget()
    assert card.words.geometry().bottom() <= area.height(), "the last line of the first parts is whole"
    assert card.remark.geometry().top() >= area.height() - 2, "nothing of the next part is cut in half"


def test_with_large_letters_the_chart_has_more_room_than_the_card(amending):
    """125 per cent on the same screen: 1093 × 582 less the frame. Only Kyrgyz pages need a row of their own."""
    amending.resize(1093, 482)
    open_card(amending, "1.1")
    QTest.qWait(1)
    head = amending.head
    if catalogue.current() != "ky":
        assert head.height() <= 40
        assert str(amending.shown.late) in head.late.toolTip(), "what its icon and figure mean"
    above, below = amending.plan.parts.sizes()
    assert above > below
