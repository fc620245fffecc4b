"""What every test stands on: an office of its own, a screen of the secretary's size, Kyrgyz, and nobody's settings."""

import gc
import importlib
import os
import shutil
import sys
from pathlib import Path

import hypothesis
import pytest

from ayil_desktop import shipped
from ayil_desktop.language import catalogue
from tests import offscreen

# Before any module loads Qt.
HOME = offscreen.use_empty_home()
offscreen.use_screen(HOME)

PACKAGE = Path(shipped.__file__).parent

# The same examples on every run: a red test is red for everybody. HYPOTHESIS=many looks further.
hypothesis.settings.register_profile("few", derandomize=True, max_examples=40, deadline=None, database=None)
hypothesis.settings.register_profile("many", max_examples=2000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS", "few"))


@pytest.fixture(autouse=True)
def language():
    """The screen speaks Kyrgyz when a test begins; `language("ru")` changes it until the test ends."""
    catalogue.use("ky")
    yield catalogue.use
    catalogue.use("ky")


@pytest.fixture(autouse=True)
def light_colours():
    """The light colours are on again when the next test begins, whatever the last one looked at."""
    yield
    if "ayil_desktop.widgets.style" in sys.modules:
        from ayil_desktop.widgets import style  # loaded already

        if style.look().scheme is not style.Scheme.LIGHT:
            style.use(style.Scheme.LIGHT)


@pytest.fixture(autouse=True)
def clear_screen():
    """Windows of a test are gone when the next begins: Qt would delete them in its next event loop, the first dialog
    that is asked there, and that dialog with them where it took one for its parent."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent  # loaded already

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol():
    """The screens of a test are taken down after it and in this thread, as in the program."""
    gc.disable()
    finished = yield
    gc.enable()
    if "PySide6.QtCore" in sys.modules:
        from ayil_desktop.window import collecting  # Qt is loaded

        collecting.collect()
    return finished


@pytest.fixture(scope="session")
def qapp(qapp):
    """The application of all widget tests; its settings are files in the empty home on every system."""
    from PySide6.QtCore import QSettings  # Qt only for tests that ask for it

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(HOME / "config"))
    yield qapp
    # What a test left on the clipboard belongs to Python, which is gone when Qt would delete it.
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def empty_office(tmp_path_factory):
    """A folder with an office as it is on its first day, made once; take `store` to work in a copy."""
    for records in sorted(PACKAGE.glob("*/*records.py")):
        importlib.import_module(f"ayil_desktop.{records.parent.name}.{records.stem}")
    from ayil_desktop.store import opening  # SQLAlchemy takes a while: only for tests with an office

    folder = tmp_path_factory.mktemp("template") / "Office.ayil"
    opening.create(folder).close()
    return folder


@pytest.fixture
def store(empty_office, tmp_path):
    """A real, open, empty office that belongs to this test alone."""
    from ayil_desktop.store import opening  # as above

    folder = tmp_path / "Office.ayil"
    shutil.copytree(empty_office, folder)
    opened = opening.open_office(folder)
    yield opened
    opened.close()
