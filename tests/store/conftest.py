import contextlib

import pytest

from tests.store import office


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Үлгү.ayil"


@pytest.fixture
def store(folder):
    with contextlib.closing(office.create(folder)) as opened:
        yield opened


@pytest.fixture(autouse=True)
def english(language):
    """The wording that is looked for here is that of the message itself."""
    language("en")
