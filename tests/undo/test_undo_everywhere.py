"""Does undoing an action bring back exactly what was, and redoing it exactly what the action made?

Every public action of every subject has a story here; one without is found by looking at the modules themselves.
"""

import importlib
import inspect
import re
from pathlib import Path

import pytest

from ayil_desktop import shipped, subjects
from ayil_desktop.language import catalogue
from ayil_desktop.meetings import minutes_actions
from ayil_desktop.store import journal
from ayil_desktop.transfer import exchange
from ayil_desktop.transfer.incoming import Incoming
from tests.undo import of_meetings, of_minutes, of_the_commission, of_the_office, of_the_strategy

STORIES = [
    *of_the_office.STORIES,
    *of_the_commission.STORIES,
    *of_meetings.STORIES,
    *of_minutes.STORIES,
    *of_the_strategy.STORIES,
]
FOR_EVER = {minutes_actions.seal}
"""What ends the undo steps, and is asked about before."""

PACKAGE = Path(shipped.__file__).parent
KYRGYZ_OR_RUSSIAN = re.compile("[а-яөүң]", re.IGNORECASE)


def every_action():
    """Public functions of the modules of actions that take the store first: what a screen or a command can call."""
    for path in sorted(PACKAGE.glob("*/*actions.py")):
        module = importlib.import_module(f"ayil_desktop.{path.parent.name}.{path.stem}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            is_own = function.__module__ == module.__name__ and not name.startswith("_")
            if is_own and next(iter(inspect.signature(function).parameters), "") == "store":
                yield function


def test_every_action_has_its_story():
    known = {story.action for story in STORIES} | FOR_EVER
    found = list(every_action())
    assert len(found) > 100
    assert [f"{one.__module__}.{one.__name__}" for one in found if one not in known] == []


def records(store):
    return exchange.collected(store, "")["records"]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_undo_returns_to_before_and_redo_to_after(store, story):
    world = story.world(store)
    given = story.given(world)
    before = records(store)
    done = story.carry_out(store, given)
    after = records(store)
    assert after != before
    step = store.sitting.undo_step
    for language in catalogue.LANGUAGES:
        words = step.into(language)
        assert words.strip()
        assert language == "en" or KYRGYZ_OR_RUSSIAN.search(words), words
    undone = journal.undo(store)
    assert undone.touched == done.touched
    assert records(store) == before
    assert store.sitting.redo_step == step
    assert journal.redo(store).touched == done.touched
    assert records(store) == after
    assert store.sitting.undo_step == step
    for module in subjects.INCOMING:
        importlib.import_module(module).check(Incoming(after))


def test_what_is_sealed_cannot_be_undone(store):
    world = of_minutes.held(store)
    of_minutes.stories.seals(world)
    assert store.sitting.undo_step is None
    assert journal.undo(store) is None
