"""A real desk on a real office, for the screens of the commission."""

from datetime import date

import pytest

from tests.told import answers, no_memory, told  # noqa: F401


@pytest.fixture(scope="session")
def dressed(qapp):
    from ayil_desktop.widgets import style  # Qt only for tests that ask for it

    style.dress(qapp)


@pytest.fixture
def in_english(language, dressed, no_memory, told):  # noqa: F811
    """The screen speaks English and has our look."""
    language("en")


class Previewed:
    """The papers that a screen asked to show, in the order in which it asked."""

    def __init__(self, desk):
        self.asked = []
        desk.preview_asked.connect(lambda make, name: self.asked.append(make))

    def lines(self, language="en"):
        """The last one as lines of text."""
        from ayil_desktop.printing import text  # only for tests that look at paper

        return text.render(self.asked[-1](language)).splitlines()


@pytest.fixture
def desk(store, in_english):
    from ayil_desktop.window.desk import OpenDesk  # as above

    return OpenDesk(store, lambda: date(2019, 3, 13))


@pytest.fixture
def previewed(desk):
    return Previewed(desk)
