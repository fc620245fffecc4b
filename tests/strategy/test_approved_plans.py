"""Is there any action that changes what was approved, outside an amendment or without a word about it?"""

from datetime import date

import pytest

from ayil_desktop.refused import Refused
from ayil_desktop.strategy import (
    actions,
    approval_actions,
    arranging_actions,
    baselines,
    differences,
    whole_plan_actions,
)
from ayil_desktop.strategy.records import Status
from tests.undo.of_the_strategy import FOLLOWING_UP, MEASURING, WRITING

OTHER_STRATEGIES = (actions.add_strategy, whole_plan_actions.begin_next_period)
"""What makes a new draft."""
WRITTEN = [one for one in WRITING if one.action not in (*OTHER_STRATEGIES, approval_actions.approve)]
AMENDING = [one for one in WRITTEN if one.action is not arranging_actions.number_anew]
"""What an open amendment allows; the numbers of an approved plan stay."""
OPEN = [*(one for one in WRITING if one.action in OTHER_STRATEGIES), *MEASURING, *FOLLOWING_UP]


@pytest.mark.clause("ST-R.1")
@pytest.mark.parametrize("story", WRITTEN, ids=lambda story: story.name)
def test_no_action_that_writes_the_plan_is_open_after_the_approval(store, story):
    """What has to come before is made ready in the draft."""
    plan = story.world(store)
    given = story.given(plan)
    plan.is_approved()
    approved = plan.strategy.baselines[-1].content
    with pytest.raises(Refused) as refused:
        story.carry_out(store, given)
    assert refused.value.clause == "ST-R.1"
    assert baselines.content(plan.strategy) == approved


@pytest.mark.clause("ST-R.1")
@pytest.mark.parametrize("story", OPEN, ids=lambda story: story.name)
def test_what_stays_open_after_the_approval_changes_nothing_that_was_approved(store, story):
    plan = story.world(store)
    given = story.given(plan)
    if plan.strategy.status is Status.DRAFT:
        plan.is_approved()
    approved = plan.strategy.baselines[-1].content
    story.carry_out(store, given)
    strategy = plan.strategy
    assert [one.content for one in strategy.baselines] == [approved]
    assert differences.between(approved, baselines.content(strategy)) == ()


@pytest.mark.clause("ST-R.1")
@pytest.mark.parametrize("story", AMENDING, ids=lambda story: story.name)
def test_whatever_is_written_in_an_amendment_is_listed_and_not_withdrawn_unseen(store, story):
    plan = story.world(store)
    given = story.given(plan)
    plan.is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    story.carry_out(store, given)
    strategy = plan.strategy
    assert differences.between(strategy.baselines[-1].content, baselines.content(strategy))
    with pytest.raises(Refused) as refused:
        approval_actions.withdraw_amendment(store, strategy_id=plan.id)
    assert refused.value.field == "reason"
