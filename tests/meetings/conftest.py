"""What the stories about meetings begin with."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.meetings.made_up import Commission
from tests.told import answers, no_memory, told  # noqa: F401


@pytest.fixture
def commission(store):
    """Eleven made-up members under the Chet-Nura charter: 1 chairman, 2 deputy, 3 secretary."""
    return Commission(store)


@pytest.fixture
def a_commission(store):
    """A commission of another size or charter: a_commission(10)."""
    return lambda size=11, **more: Commission(store, size, **more)


@pytest.fixture(scope="session")
def dressed(qapp):
    from ayil_desktop.widgets import style  # Qt only for tests that ask for it

    style.dress(qapp)


@pytest.fixture
def in_english(language, dressed, no_memory, told):  # noqa: F811
    """The screen speaks English and has our look."""
    language("en")


@pytest.fixture
def clock():
    """The day on the secretary's desk; a test may set another: clock.today = date(…)."""
    return SimpleNamespace(today=date(2019, 3, 6))


@pytest.fixture
def desk(store, clock, in_english):
    from ayil_desktop.window.desk import OpenDesk  # as above

    return OpenDesk(store, lambda: clock.today)


@pytest.fixture
def show(qtbot, desk):
    """The screen of the meetings as it is now: show()."""
    from ayil_desktop.meetings.tab import Tab  # as above
    from tests import opened  # as above

    return lambda: opened.tab(qtbot, desk, Tab)


class Previewed:
    """The papers that a screen asked to show, in the order in which it asked."""

    def __init__(self, desk):
        self.asked = []
        self.names = []
        desk.preview_asked.connect(self._hear)

    def _hear(self, make, name):
        self.asked.append(make)
        self.names.append(name)

    def text(self, language="en"):
        """The last one as text."""
        from ayil_desktop.printing import text  # only for tests that look at paper

        return text.render(self.asked[-1](language))


@pytest.fixture
def previewed(desk):
    return Previewed(desk)
