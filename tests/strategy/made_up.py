"""A made-up strategy for the stories of these tests, written through the actions that the screen uses."""

from datetime import date

from ayil_desktop.commission.actions import Act
from ayil_desktop.office.records import OrderKind
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import actions, approval_actions, plan_actions, review_actions, rules, selections, standing
from ayil_desktop.strategy.plan_actions import ActivityEntry

ACT = Act("17/16", date(2019, 3, 13), OrderKind.RESOLUTION)
LATER = Act("20/3", date(2019, 9, 2), OrderKind.RESOLUTION)


class Plan:
    """One service with one task; activities are named by their numbers."""

    def __init__(self, store, *, begins=date(2019, 1, 1), ends=date(2020, 12, 31)):
        self.store = store
        self.id = actions.add_strategy(store, title_ky="Үлгү стратегия", begins=begins, ends=ends).made
        self.priority_id = self.serves("Таза суу", votes=12)
        self.task_id = plan_actions.add_task(store, priority_id=self.priority_id, title_ky="Суу түтүгү").made

    def serves(self, name, **more):
        return actions.add_priority(self.store, strategy_id=self.id, name_ky=name, **more).made

    def does(self, *deadlines, task_id=None):
        """One activity for each deadline in words."""
        for place, words in enumerate(deadlines, 1):
            entry = ActivityEntry(f"Иш {place}", deadline=words, responsible=["Жооптуу катчы"])
            plan_actions.add_activity(self.store, task_id=task_id or self.task_id, entry=entry)
        return self

    @property
    def strategy(self):
        with reading(self.store) as session:
            return selections.strategy(session, self.id)

    def __getitem__(self, number):
        return next(one for one in rules.activities(self.strategy) if one.number == number)

    def numbers(self):
        return [one.number for one in rules.activities(self.strategy)]

    def is_approved(self):
        approval_actions.approve(self.store, strategy_id=self.id, act=ACT)
        return self

    def is_reviewed(self, on, done_on=None, **progress):
        """A review: is_reviewed(day, n1_1=Progress.DONE)."""
        review = review_actions.begin_review(self.store, strategy_id=self.id, on=on).made
        for number, state in progress.items():
            activity = self[number[1:].replace("_", ".")]
            review_actions.record_progress(
                self.store, review_id=review, activity_id=activity.id, progress=state, done_on=done_on
            )
        return review

    def states(self, today):
        found = standing.states(self.strategy, today)
        return {one.number: found[one.id] for one in rules.activities(self.strategy)}
