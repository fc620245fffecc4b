"""After an act only what it changed is read again: is that the same as reading everything?"""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject
from sqlalchemy import event, inspect

from ayil_desktop.language.message import Message
from ayil_desktop.store import journal
from ayil_desktop.store.base import Record
from ayil_desktop.store.work import work
from ayil_desktop.strategy import plan_actions, review_actions, rules, shown
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.strategy.records import Activity, Strategy
from ayil_desktop.workdays import deadlines
from tests.undo import of_the_office, of_the_strategy

TODAY = date(2019, 7, 2)
STORIES = [*of_the_strategy.STORIES, *of_the_office.STORIES]


def everything(value):
    """A record with all that was read of it and of what belongs to it."""
    if isinstance(value, Record):
        kept = {name: one for name, one in inspect(value).dict.items() if not name.startswith("_")}
        return {name: everything(kept[name]) for name in sorted(kept)}
    return [everything(one) for one in value] if isinstance(value, list) else value


def seen(found):
    if found is None:
        return None
    known = [one.id for one in found.every]
    rows = found.rows()
    return everything(found.strategy), dict(found.states), rows, rows.reach, found.people(), found.warnings, known


def read_like_the_screen(store, before):
    """What is read on top of what was shown, its rows, people and warnings known; the same as all of it read anew."""
    if before is not None:
        seen(before)
    found = shown.read(store, TODAY, "", before)
    assert seen(found) == seen(shown.read(store, TODAY))
    return found


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_every_act_undone_and_done_again_shows_the_plan_as_it_is(store, story):
    world = story.world(store)
    given = story.given(world)
    found = read_like_the_screen(store, None)
    story.action(store, **given)
    found = read_like_the_screen(store, found)
    journal.undo(store)
    found = read_like_the_screen(store, found)
    journal.redo(store)
    read_like_the_screen(store, found)


class Loaded:
    """Which activities are read from the store."""

    def __init__(self):
        self.numbers = []

    def __enter__(self):
        event.listen(Activity, "load", self._hear)
        return self.numbers

    def __exit__(self, *_):
        event.remove(Activity, "load", self._hear)

    def _hear(self, activity, _context):
        self.numbers.append(activity.number)


def test_a_moved_bar_reads_one_activity(store, plan):
    plan.does(*["2019 жыл май"] * 20)
    found = shown.read(store, TODAY)
    key = plan["1.7"].id
    plan_actions.set_deadline(store, activity_id=key, deadline=deadlines.read("2019 жыл июль"))
    with Loaded() as numbers:
        after = shown.read(store, TODAY, "", found)
    assert numbers == ["1.7"]
    assert after.activity(key).ends == date(2019, 7, 31)


def test_a_new_review_reads_no_activity_and_its_state_one(store, plan):
    plan.does(*["2019 жыл май"] * 20)
    found = shown.read(store, TODAY)
    with Loaded() as numbers:
        review = review_actions.begin_review(store, strategy_id=plan.id, on=TODAY).made
        found = shown.read(store, TODAY, "", found)
    assert numbers == []
    key = next(rules.activities(found.strategy)).id
    review_actions.record_progress(store, review_id=review, activity_id=key, progress=Progress.DONE)
    with Loaded() as numbers:
        found = shown.read(store, TODAY, "", found)
    assert numbers == ["1.1"]
    assert found.share.done == 1


def test_after_an_act_without_images_everything_is_read(store, plan):
    """As when a file is imported."""
    plan.does("2019 жыл май")
    found = shown.read(store, TODAY)
    with work(store, Message("Fill the office with a sample"), lasting=True, bulk=True) as session:
        session.get_one(Strategy, plan.id).title_ky = "Башка аталыш"
    assert shown.read(store, TODAY, "", found).strategy.title_ky == "Башка аталыш"


def test_a_restored_office_is_read_whole(store, plan):
    plan.does("2019 жыл май")
    found = shown.read(store, TODAY)
    ahead = shown.Shown(found.strategy, TODAY, {}, found.every, found.step + 1)
    assert shown.read(store, TODAY, "", ahead).states == found.states


class Painted(QObject):
    """The rows of a chart that are painted, by their numbers."""

    def __init__(self, gantt):
        super().__init__()
        self.gantt, self.regions = gantt, []
        gantt.viewport().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.regions.append(event.region())
        return False

    @property
    def numbers(self):
        rows = self.gantt.rows_in_view()
        return [
            self.gantt.lines.row(at).number
            for at in rows
            if any(region.intersects(self.gantt.row_rect(at)) for region in self.regions)
        ]


def test_one_edit_on_the_screen_paints_its_row_its_task_and_its_service(qtbot, plan, show, store, desk):
    """And nothing when another act touches the strategy without changing what the chart shows."""
    plan.does(*["2019 жыл май"] * 11, "2019 жыл июль")
    gantt = show().plan.gantt
    qtbot.waitUntil(lambda: gantt.lines.first_guess() < 0 and gantt.links.is_complete)
    qtbot.wait(100)
    painted = Painted(gantt)
    june, key = deadlines.read("2019 жыл июнь"), plan["1.3"].id
    desk.run(lambda: plan_actions.set_deadline(store, activity_id=key, deadline=june))
    qtbot.waitUntil(lambda: bool(painted.regions))
    qtbot.wait(50)
    assert painted.numbers == ["1", "1", "1.3"]
    painted.regions.clear()
    desk.run(lambda: plan_actions.change_activity(store, activity_id=key, remark="Эскертүү"))
    qtbot.wait(50)
    assert painted.numbers == []
