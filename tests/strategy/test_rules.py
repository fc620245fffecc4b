"""How does an activity stand, how far is a plan, and what may be changed in it?"""

from datetime import date

import pytest

from ayil_desktop.refused import Refused
from ayil_desktop.strategy import actions, indicator_actions, plan_actions, rules, standing
from ayil_desktop.strategy.follow_up_records import Level, Progress
from ayil_desktop.strategy.records import Source
from ayil_desktop.strategy.standing import Share, State
from ayil_desktop.workdays.deadlines import Deadline, Kind


@pytest.mark.parametrize(
    ("words", "today", "state"),
    [
        ("2019 жыл май", date(2019, 4, 30), State.NOT_YET_DUE),
        ("2019 жыл май", date(2019, 5, 1), State.DUE),
        ("2019 жыл май", date(2019, 5, 31), State.DUE),
        ("2019 жыл май", date(2019, 6, 1), State.LATE_UNRECORDED),
        ("2019 жыл 15-апрелге чейин", date(2019, 4, 8), State.NOT_YET_DUE),
        ("2019 жыл 15-апрелге чейин", date(2019, 4, 9), State.DUE),
        ("туруктуу негизде", date(2030, 1, 1), State.UNDATED),
        ("качандыр бир убакта", date(2030, 1, 1), State.UNDATED),
    ],
)
def test_without_a_review_the_dates_say_how_an_activity_stands(plan, words, today, state):
    assert plan.does(words).states(today) == {"1.1": state}


@pytest.mark.parametrize(
    ("progress", "today", "state"),
    [
        (Progress.IN_PROGRESS, date(2019, 5, 20), State.IN_PROGRESS),
        (Progress.IN_PROGRESS, date(2019, 6, 1), State.LATE),
        (Progress.NOT_DONE, date(2019, 6, 1), State.LATE),
        (Progress.NOT_DONE, date(2019, 5, 20), State.DUE),
        (Progress.DONE, date(2019, 6, 1), State.DONE),
        (Progress.CANCELLED, date(2019, 6, 1), State.CANCELLED),
    ],
)
def test_a_review_says_more_than_the_dates(plan, progress, today, state):
    plan.does("2019 жыл май").is_reviewed(date(2019, 5, 10), n1_1=progress)
    assert plan.states(today) == {"1.1": state}


@pytest.mark.parametrize(
    ("day", "state"), [(None, State.DONE), (date(2019, 5, 31), State.DONE), (date(2019, 6, 1), State.DONE_LATE)]
)
def test_only_a_day_that_was_told_makes_done_late(plan, day, state):
    """A review after the quarter says that it is done, not when: nobody is told to be late by it."""
    plan.does("2019 жыл май").is_reviewed(date(2019, 7, 5), done_on=day, n1_1=Progress.DONE)
    assert plan.states(date(2019, 7, 5)) == {"1.1": state}
    assert plan["1.1"].entries[0].done_on == day


def test_the_latest_review_counts_and_later_ones_do_not_reach_back(plan):
    plan.does("2019 жыл май")
    plan.is_reviewed(date(2019, 5, 10), n1_1=Progress.IN_PROGRESS)
    plan.is_reviewed(date(2019, 5, 30), n1_1=Progress.DONE)
    assert plan.states(date(2019, 5, 12)) == {"1.1": State.IN_PROGRESS}
    assert plan.states(date(2019, 5, 30)) == {"1.1": State.DONE}


@pytest.mark.clause("ST-7.1")
def test_progress_goes_by_the_number_of_activities():
    assert standing.share([State.DONE] * 12 + [State.LATE] * 8).percent == 60


def test_cancelled_activities_are_out_of_the_count():
    assert standing.share([State.DONE_LATE, State.CANCELLED, State.DUE]) == Share(1, 2)
    assert standing.share([State.CANCELLED]).percent is None


@pytest.mark.clause("ST-7.1")
def test_a_step_done_before_an_earlier_one_is_out_of_sequence(plan):
    plan.does("2019 жыл март", "2019 жыл апрель", "2019 жыл май")
    plan.is_reviewed(date(2019, 5, 30), n1_1=Progress.DONE, n1_3=Progress.DONE)
    strategy = plan.strategy
    pairs = standing.out_of_sequence(strategy.priorities[0].tasks[0], standing.states(strategy, date(2019, 5, 30)))
    assert [(earlier.number, later.number) for earlier, later in pairs] == [("1.2", "1.3")]


def test_what_is_cancelled_or_has_no_date_is_not_waited_for(plan):
    plan.does("туруктуу негизде", "2019 жыл апрель", "2019 жыл май")
    plan.is_reviewed(date(2019, 5, 30), n1_2=Progress.CANCELLED, n1_3=Progress.DONE)
    strategy = plan.strategy
    states = standing.states(strategy, date(2019, 5, 30))
    assert standing.out_of_sequence(strategy.priorities[0].tasks[0], states) == ()


@pytest.mark.clause("ST-8.M3")
def test_the_days_to_a_deadline_are_counted(plan):
    plan.does("2019 жыл 15-апрелге чейин", "туруктуу негизде")
    assert plan.states(date(2019, 4, 10))["1.1"] is State.DUE
    assert standing.days_left(plan["1.1"], date(2019, 4, 10)) == 5
    assert plan.states(date(2019, 4, 16))["1.1"] is State.LATE_UNRECORDED
    assert standing.days_left(plan["1.1"], date(2019, 4, 16)) == -1
    assert standing.days_left(plan["1.2"], date(2019, 4, 16)) is None


def test_equal_votes_share_a_place():
    assert rules.ranked({"суу": 9, "жол": 12, "жарык": 9, "таштанды": 3}) == (
        (1, ("жол",)),
        (2, ("суу", "жарык")),
        (4, ("таштанды",)),
    )


def test_no_service_has_fewer_votes_than_none(plan, store):
    with pytest.raises(Refused) as refused:
        plan.serves("Жол", votes=-1)
    assert refused.value.field == "votes"
    with pytest.raises(Refused):
        actions.change_priority(store, priority_id=plan.priority_id, votes=-1)
    assert [one.votes for one in plan.strategy.priorities] == [12]


@pytest.mark.clause("ST-4.1")
def test_a_service_outside_the_competence_cannot_be_a_priority(plan, real):
    with pytest.raises(Refused) as refused:
        plan.serves("Эл аралык байланыш", within_competence=False)
    assert (refused.value.field, refused.value.clause) == ("within_competence", "ST-4.1")
    assert len(plan.strategy.priorities) == 1
    assert [one.within_competence for one in real.priorities] == [True, True, True]


@pytest.mark.clause("ST-8.F0")
@pytest.mark.clause("ST-8.F1")
@pytest.mark.clause("ST-8.F2")
@pytest.mark.clause("ST-8.F3")
@pytest.mark.clause("ST-8.F4")
def test_money_is_summed_by_its_four_sources(plan, store):
    plan.does("2019 жыл март", "2019 жыл апрель", "2019 жыл май")
    for number in ("1.1", "1.2", "1.3"):
        pays(store, plan[number], Source.LOCAL_BUDGET, 50_000)
    pays(store, plan["1.1"], Source.USERS_AND_PROVIDERS, 20_000)
    for number in ("1.2", "1.3"):
        pays(store, plan[number], Source.DONORS, 300_000)
    assert list(rules.sums(rules.activities(plan.strategy)).items()) == [
        (Source.LOCAL_BUDGET, 150_000),
        (Source.USERS_AND_PROVIDERS, 20_000),
        (Source.DONORS, 600_000),
        (Source.SPONSORS, 0),
    ]
    pays(store, plan["1.1"], Source.LOCAL_BUDGET, 0)
    assert rules.sums(rules.activities(plan.strategy))[Source.LOCAL_BUDGET] == 100_000
    with pytest.raises(Refused):
        pays(store, plan["1.1"], Source.DONORS, -1)


def pays(store, activity, source, amount):
    plan_actions.set_funding(store, activity_id=activity.id, source=source, amount=amount)


@pytest.mark.clause("ST-8.M1")
def test_seventy_two_of_ninety_is_eighty_per_cent_of_the_target(plan, store):
    made = indicator_actions.add_indicator(store, priority_id=plan.priority_id, text_ky="90 % түтүн таза суу ичет").made
    indicator_actions.change_indicator(store, indicator_id=made, unit="%", base=40, target=90)
    indicator_actions.measure(store, indicator_id=made, on=date(2019, 6, 1), value=72)
    indicator = plan.strategy.priorities[0].indicators[0]
    assert [one.value for one in indicator.values] == [72]
    assert rules.reached(indicator.target, indicator.values[-1].value) == 80
    assert rules.reached(None, 72) is None
    with pytest.raises(Refused):
        indicator_actions.remove_indicator(store, indicator_ids=[made])


@pytest.mark.clause("ST-7.0")
def test_monitoring_has_exactly_three_levels():
    assert [level.value for level in Level] == ["commission", "customer", "beneficiaries"]


@pytest.mark.parametrize(
    ("kind", "end"),
    [(Kind.DATE, date(2020, 2, 28)), (Kind.BY_DATE, date(2020, 2, 28)), (Kind.MONTH, date(2020, 2, 29))],
)
def test_only_a_whole_period_reaches_to_the_end_of_a_longer_month(kind, end):
    start = date(2019, 2, 1) if kind is Kind.MONTH else date(2019, 2, 28) if kind is Kind.DATE else None
    assert rules.moved_by_years(Deadline(kind, start, date(2019, 2, 28)), 1).end == end
