"""What the stories about meetings begin with."""

import pytest

from tests.meetings.made_up import Commission


@pytest.fixture
def commission(store):
    """Eleven made-up members under the Chet-Nura charter: 1 chairman, 2 deputy, 3 secretary."""
    return Commission(store)


@pytest.fixture
def a_commission(store):
    """A commission of another size or charter: a_commission(10)."""
    return lambda size=11, **more: Commission(store, size, **more)
