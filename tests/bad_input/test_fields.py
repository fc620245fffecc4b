"""Does every field of every screen take whatever is typed, or say no below it and keep what was typed?"""

import contextlib
import re
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTabWidget

from ayil_desktop import command_line
from ayil_desktop.meetings.steps import Step
from ayil_desktop.store import opening
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import approval_actions, selections
from ayil_desktop.subjects import TABS
from ayil_desktop.widgets.field import Field
from ayil_desktop.window import joins
from tests import opened

TYPED = {
    "markup": "<b>Ө&ң</b> =1+1 {name} %s 😀",
    "ten thousand letters": "ө" * 10_000,
    "no day": "31.02.2019",
    "half a letter": "аб\ud800в",
}
KYRGYZ = re.compile("[а-яөүңё]", re.IGNORECASE)


@pytest.fixture(scope="module", params=["practice", "chet-nura"])
def office(tmp_path_factory, request):
    folder = tmp_path_factory.mktemp("fields") / "Sample.ayil"
    command_line.make_sample(request.param, folder)
    if request.param == "chet-nura":
        let_the_plan_be_changed(folder)
    return folder


def let_the_plan_be_changed(folder):
    """What is approved is read-only until an amendment is open."""
    with contextlib.closing(opening.open_office(folder)) as store:
        with reading(store) as session:
            (strategy,) = selections.strategies(session)
        approval_actions.open_amendment(store, strategy_id=strategy.id, reason="сел", on=date(2026, 1, 1))


@pytest.fixture
def window(qtbot, office, told, language):
    language("ky")
    with opened.window(qtbot, office) as shown:
        joins.speak(shown, "ky")
        yield shown


def screens(window):
    """Bring every part of the window to the front, one after the other."""
    window.asides.show_settings(window.work, window.settings)
    yield "settings"
    for subject in TABS:
        window.show_tab(subject.name)
        tab = window.work.tab(subject.name)
        yield subject.name
        for hit in tab.hits("а")[:6]:
            tab.go_to(hit.record)
            yield f"{subject.name}: {hit.title}"
            if subject.name == "meetings":
                for step in Step:
                    tab.page.look_at(step)
                    yield f"meetings: {hit.title}: {step.value}"


def fields():
    """What can be typed into now; tabs that are behind are brought to the front for it."""
    for tabs in [one for top in QApplication.topLevelWidgets() for one in top.findChildren(QTabWidget)]:
        for place in range(tabs.count()):
            if tabs.isVisible():
                tabs.setCurrentIndex(place)
                yield from _in_sight(tabs)
    for top in QApplication.topLevelWidgets():
        yield from _in_sight(top)


def _in_sight(widget):
    for field in widget.findChildren(Field):
        entry = field.entry
        if isinstance(entry, QLineEdit | QPlainTextEdit) and field.isVisible() and entry.isEnabled():
            if not entry.isReadOnly():
                yield field


def put(field, text):
    if isinstance(field.entry, QPlainTextEdit):
        field.entry.setPlainText(text)
    else:
        field.entry.setText(text)
    field.touch()
    return field.content()


def _letters(content):
    """What can be read of it: spaces are tidied, and half a letter cannot be kept."""
    return "".join(letter for letter in str(content) if not letter.isspace() and not "\ud800" <= letter <= "\udfff")


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_every_field_takes_it_or_says_no_and_keeps_it(window, told, typed):
    tried, refused, lost = set(), set(), []
    for screen in screens(window):
        for field in list(fields()):
            try:
                name = (screen.split(":")[0], screen.split(":")[-1].strip() in list(Step), field.name, type(field))
                if name in tried:
                    continue
                tried.add(name)
                stands = put(field, typed)
                field.commit(again=True)
                if field.refusal:
                    refused.add(field.name)
                    assert field.content() == stands, field.name
                    assert KYRGYZ.search(field.refusal), field.refusal
                    assert len(field.refusal) < 500, field.name
                elif _letters(field.content()) != _letters(stands):
                    lost.append((name, field.content(), stands))
                if field.is_touched:
                    # Otherwise the window would ask about it when it is closed.
                    field.revert()
            except RuntimeError as gone:
                assert "already deleted" in str(gone)
    assert lost == []
    assert len(tried) > 20
    if len(typed) == 10_000:
        assert len(refused) > 10
