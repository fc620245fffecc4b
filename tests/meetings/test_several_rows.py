"""Are several marked rows of a meeting's lists one thing that is done, and one step to undo?"""

from datetime import date

import pytest

from ayil_desktop.meetings import agenda_actions, decision_actions, invited_actions, proposal_actions
from ayil_desktop.meetings.choices import DecisionKind, FollowUpState, ItemKind
from ayil_desktop.meetings.steps import Step
from ayil_desktop.store import journal
from tests.commission.screens import delete_rows


@pytest.fixture
def planned(commission, show):
    commission.plans(items=(ItemKind.INFORMATION, ItemKind.DECISION, ItemKind.DECISION, ItemKind.DECISION))
    screen = show()
    screen.page.look_at(Step.PLAN)
    return screen


def undo(tab):
    journal.undo(tab.desk.store)
    tab.show_touched(frozenset({"meetings"}))
    tab.finish()


def gone_and_back(tab, table, *ids):
    before = [one.id for one in table.rows()]
    delete_rows(table, *ids)
    tab.finish()
    assert [one.id for one in table.rows()] == [one for one in before if one not in ids]
    undo(tab)
    assert [one.id for one in table.rows()] == before


def test_matters_go_at_once_and_the_rest_closes_up(planned, commission):
    table = planned.page.panel(Step.PLAN).widget.agenda.agenda.table
    first, third = commission.item(1).id, commission.item(3).id
    delete_rows(table, first, third)
    assert [(one.place, one.text_ky) for one in table.rows()] == [(1, "Маселе 2"), (2, "Маселе 4")]
    undo(planned)
    gone_and_back(planned, table, first, third)


def test_invited_persons_go_at_once(planned, commission, store):
    for name in ("Конок Асан", "Конок Үсөн", "Конок Эсен"):
        invited_actions.invite(store, meeting_id=commission.meeting_id, name=name)
    planned.show_touched(frozenset({"meetings"}))
    plan = planned.page.panel(Step.PLAN).widget
    plan.tabs.setCurrentIndex(2)
    gone_and_back(planned, plan.invited.table, *(one.id for one in plan.invited.table.rows()[:2]))


def test_proposals_go_at_once_or_all_stay(commission, store, show, told):
    commission.plans(items=(ItemKind.INFORMATION,))
    made = [
        proposal_actions.propose(store, body_id=commission.meeting.body_id, text=text, on=date(2019, 3, 1)).made
        for text in ("Көчө жарыгы", "Китепкана", "Көпүрө")
    ]
    agenda_actions.take_up_proposal(store, meeting_id=commission.meeting_id, proposal_id=made[0])
    tab = show()
    tab.show_proposals()
    gone_and_back(tab, tab.proposals.table, *made[1:])
    delete_rows(tab.proposals.table, *made)
    assert "already on an agenda" in told.words[-1]
    assert len(tab.proposals.table.rows()) == 3


def test_what_was_done_goes_at_once(commission, store, show):
    commission.meets(present=8, day=date(2019, 2, 5))
    decided = decision_actions.add_decision(
        store, item_id=commission.item(1).id, text_ky="Аткарылсын", kind=DecisionKind.ASSIGN
    ).made
    for day in (date(2019, 2, 20), date(2019, 2, 28)):
        decision_actions.follow_up(store, decision_id=decided, on=day, state=FollowUpState.IN_PROGRESS)
    tab = show()
    tab.show_decisions()
    card = tab.decisions.card
    gone_and_back(tab, card.history, *(one.id for one in card.history.rows()))
