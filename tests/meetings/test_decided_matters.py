"""A matter that was decided is not left as well: neither postponed nor withdrawn."""

import pytest

from ayil_desktop.meetings import agenda_actions, decision_actions
from ayil_desktop.meetings.choices import DecisionKind, ItemState
from ayil_desktop.refused import Refused
from tests.meetings import stories


@pytest.fixture(autouse=True)
def english(language):
    language("en")


@pytest.mark.clause("NC-3.3")
@pytest.mark.parametrize("state", [ItemState.POSTPONED, ItemState.WITHDRAWN])
def test_what_was_decided_is_neither_postponed_nor_withdrawn_as_well(commission, store, state):
    commission.meets(present=8)
    commission.votes(for_=range(1, 9))
    decision = stories.decides(commission)
    leave = {"item_id": commission.item().id, "state": state, "reason": "Эсеби жок"}
    with pytest.raises(Refused, match="Take the decision back first"):
        agenda_actions.set_item_state(store, **leave)
    assert commission.item().state is ItemState.DECIDED
    decision_actions.remove_decision(store, decision_id=decision)
    agenda_actions.set_item_state(store, **leave)


def test_a_matter_that_was_postponed_by_a_decision_can_have_another_reason(commission, store):
    commission.meets(present=8)
    stories.decides(commission, kind=DecisionKind.POSTPONE)
    agenda_actions.set_item_state(
        store, item_id=commission.item().id, state=ItemState.POSTPONED, reason="Эсеби кийин даярдалат"
    )
    item = commission.item()
    assert (item.state, item.state_reason, len(item.decisions)) == (
        ItemState.POSTPONED,
        "Эсеби кийин даярдалат",
        1,
    )
