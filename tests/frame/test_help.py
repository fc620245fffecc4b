"""Does the help call things by the names that stand on the screen?"""

import re

import pytest
from PySide6.QtTest import QTest

from ayil_desktop.window import help_window
from tools import catalogues

EMPHASIS = re.compile(r"(?<!\*)\*([^*|]+)\*(?!\*)")
STEP = re.compile(r"^\d\. \*\*(.+?)\.\*\*", re.MULTILINE)


def names_on_screen(language):
    """Every text of the program in a language, as it stands on a button or a menu."""
    return {
        form.replace("&", "")
        for entry in catalogues.read(language)
        for form in (entry.string if isinstance(entry.string, tuple) else (entry.string,))
    }


@pytest.mark.parametrize("language", catalogues.PLURALS)
def test_every_menu_that_the_help_names_is_called_so(language):
    known = names_on_screen(language)
    named = [
        part.strip()
        for page in help_window.PAGES
        for name in EMPHASIS.findall(help_window.page(page, language))
        for part in " ".join(name.split()).split("→")
    ]
    assert named
    assert [name for name in named if name not in known and f"{name}…" not in known] == []


def test_every_command_that_the_readme_names_is_called_so():
    text = (catalogues.ROOT / "README.md").read_text(encoding="utf-8")
    named = [part.strip().lstrip("+ ") for name in EMPHASIS.findall(text) for part in " ".join(name.split()).split("→")]
    known = {name.lower() for name in names_on_screen("en")}
    assert len(named) > 5
    assert [name for name in named if name.lower() not in known and f"{name.lower()}…" not in known] == []


@pytest.mark.parametrize("language", catalogues.PLURALS)
def test_the_steps_of_a_meeting_are_called_so(language):
    steps = STEP.findall(help_window.page("meetings", language))
    wanted = [("step", "Plan"), (None, "Notice"), (None, "Session"), (None, "Minutes")]
    texts = catalogues.read(language)
    assert steps == [texts.get(msgid, context).string for context, msgid in wanted]


@pytest.mark.parametrize("name", ["start", "strategy"])
def test_a_page_is_shown_from_its_beginning(qtbot, name):
    """Also the first one, which gets the focus."""
    window = help_window.HelpWindow()
    qtbot.addWidget(window)
    window.show_page(name)
    qtbot.wait_exposed(window)
    QTest.qWait(100)
    bar = window.browser.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0
