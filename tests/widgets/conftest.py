"""Every widget test speaks English, has our look and an empty memory, and hears what is told."""

import pytest

from ayil_desktop.language import catalogue
from ayil_desktop.widgets import style
from tests.told import answers, no_memory, told  # noqa: F401


@pytest.fixture(scope="session")
def dressed(qapp):
    style.dress(qapp)


@pytest.fixture(autouse=True)
def in_english(language, dressed, no_memory, told):  # noqa: F811
    catalogue.use("en")
    style.use(style.Scheme.LIGHT)
