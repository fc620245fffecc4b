"""Is the title page of a strategy written where its other texts are, and printed as it stands?"""

from datetime import date

import pytest

from ayil_desktop.printing import text
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import actions, approval_actions, baselines, differences, handouts, papers
from tests.strategy.screens import put_lines

TEXT = 5
TODAY = date(2019, 4, 16)


@pytest.fixture
def page(real_tab, chet_nura, store):
    """The text of the real strategy, in an amendment."""
    approval_actions.open_amendment(store, strategy_id=chet_nura, reason="Аталышы", on=TODAY)
    real_tab.show_touched(frozenset({"strategy"}))
    real_tab.pages.setCurrentIndex(TEXT)
    return real_tab.text


def printed(store, strategy_id):
    with reading(store) as session:
        return text.render(handouts.strategy(papers.of(session, strategy_id, TODAY), "ky"))


def test_the_title_page_is_corrected_beside_the_title(page, real_tab, store, chet_nura):
    lines = real_tab.shown.strategy.title_page
    assert page.head.field("title_page").content().splitlines() == lines
    put_lines(page.head, "title_page", *lines[:-1], "КЫЗМАТТАРДЫН ЖАҢЫ СТРАТЕГИЯСЫ")
    strategy = real_tab.shown.strategy
    assert strategy.title_page == [*lines[:-1], "КЫЗМАТТАРДЫН ЖАҢЫ СТРАТЕГИЯСЫ"]
    assert "КЫЗМАТТАРДЫН ЖАҢЫ СТРАТЕГИЯСЫ" in printed(store, chet_nura)
    [change] = differences.between(strategy.baselines[-1].content, baselines.content(strategy))
    assert str(change.what) == "Title page"


def test_an_empty_title_page_is_written_by_the_program(page, real_tab, store, chet_nura):
    put_lines(page.head, "title_page", "")
    assert real_tab.shown.strategy.title_page == []
    assert real_tab.shown.strategy.title_ky.upper() in printed(store, chet_nura)


def test_an_approved_title_page_is_locked(real_tab, store, chet_nura):
    with pytest.raises(Refused) as refused:
        actions.change_strategy(store, strategy_id=chet_nura, title_page=["БАШКА"])
    assert refused.value.clause == "ST-R.1"
