"""What the stories about strategies begin with."""

from datetime import date
from types import SimpleNamespace

import pytest

from ayil_desktop.commission import samples as commission_samples
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import samples, selections
from tests.meetings.conftest import desk, dressed, in_english, previewed  # noqa: F401
from tests.strategy.made_up import Plan
from tests.told import answers, no_memory, told  # noqa: F401


@pytest.fixture
def plan(store):
    """A draft with one service and one task."""
    return Plan(store)


@pytest.fixture
def chet_nura(store):
    """The office with Chet-Nura's real, approved strategy; the id of the strategy."""
    made = commission_samples.make_chet_nura(store)
    return samples.make_chet_nura(store, body_id=next(iter(made.bodies.values())))


@pytest.fixture
def real(store, chet_nura):
    """Chet-Nura's strategy with everything that belongs to it."""
    with reading(store) as session:
        return selections.strategy(session, chet_nura)


@pytest.fixture
def clock():
    """The day on the secretary's desk."""
    return SimpleNamespace(today=date(2019, 4, 16))


@pytest.fixture
def show(qtbot, desk):  # noqa: F811
    """The screen of the office as it is now: show()."""
    from ayil_desktop.strategy.tab import Tab  # Qt only for stories of the screen
    from tests import opened  # as above

    return lambda: opened.tab(qtbot, desk, Tab)


@pytest.fixture
def real_tab(chet_nura, show):
    return show()


@pytest.fixture
def draft(plan, show):
    """A draft with three activities on the screen."""
    plan.does("2019 жыл май", "2019 жыл июнь", "2019 жыл 15-апрелге чейин")
    return show()
