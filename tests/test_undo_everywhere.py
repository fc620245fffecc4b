"""Does undoing an action bring back exactly what was, and redoing it exactly what the action made?"""

from datetime import date, time

import pytest

from ayil_desktop.commission import actions as members
from ayil_desktop.commission import body_actions, records
from ayil_desktop.commission.actions import Act
from ayil_desktop.commission.records import Role
from ayil_desktop.commission.rules import MemberEntry
from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    candidate_actions,
    decision_actions,
    minutes_actions,
    vote_actions,
)
from ayil_desktop.meetings.decision_actions import Party
from ayil_desktop.meetings.records import (
    Change,
    DecisionKind,
    DeliveryKind,
    FollowUpState,
    ItemKind,
    ItemState,
    Kind,
    PartyRole,
    Presence,
)
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading
from ayil_desktop.transfer import exchange
from tests.meetings import stories
from tests.meetings.made_up import APPOINTED, Commission
from tests.store.test_blobs import PDF

TODAY = date(2019, 3, 6)
LATER = date(2019, 3, 15)
ACT = Act("7", date(2019, 2, 1))


def _seat(c, number):
    with reading(c.store) as session:
        return next(row.id for row in records.memberships(session, c.body_id) if row.person_id == c.id(number))


def _entry(name):
    return MemberEntry(name=name)


ON_MEMBERS = {
    "add a member": lambda c: members.add_member(
        c.store, body_id=c.body_id, entry=_entry("Жаңы Киши"), starts=TODAY, today=TODAY, act=ACT
    ),
    "paste members": lambda c: members.paste_members(
        c.store, body_id=c.body_id, entries=[_entry("Жаңы Бир"), _entry("Жаңы Эки")], starts=TODAY, today=TODAY
    ),
    "correct a seat": lambda c: members.change_seat(
        c.store, membership_id=_seat(c, 4), values={"position_ky": "мугалим", "starts": date(2019, 1, 20)}
    ),
    "change a role": lambda c: members.change_role(
        c.store, membership_id=_seat(c, 4), role=Role.SECRETARY, act=ACT, today=TODAY
    ),
    "discharge": lambda c: members.discharge(
        c.store, membership_ids=[_seat(c, 4), _seat(c, 5)], act=ACT, today=TODAY, reason="өз каалоосу"
    ),
    "enter an order": lambda c: members.enter_order(
        c.store, body_id=c.body_id, act=ACT, today=TODAY, discharged=[_seat(c, 4)], appointed=[_entry("Жаңы Киши")]
    ),
    "set the act": lambda c: members.set_act(
        c.store, membership_ids=[_seat(c, 4)], act=ACT, today=TODAY, moves_start=True
    ),
    "correct an act": lambda c: members.change_order(
        c.store, order_id=c.order_id, act=Act("9", APPOINTED), today=TODAY
    ),
    "move a member": lambda c: members.move_member(c.store, membership_id=_seat(c, 4), day=TODAY, steps=-1),
    "remove members": lambda c: members.remove_member(c.store, membership_ids=[_seat(c, 4), _seat(c, 5)]),
    "found a body": lambda c: body_actions.found_body(
        c.store, name_ky="Кеңеш", charter_key="naryn-council", charter_from=TODAY
    ),
    "rename a body": lambda c: body_actions.rename_body(
        c.store, body_id=c.body_id, name_ky="Жаңы ат", in_force_from=TODAY
    ),
}


def _first(c):
    return c.item(1).id


def _deliver(c):
    return actions.send_notice(c.store, meeting_id=c.meeting_id, on=date(2019, 3, 1), how="колго")


ON_A_PLAN = {
    "plan": lambda c: actions.plan_meeting(c.store, body_id=c.body_id, date=date(2019, 4, 10), copy_of_id=c.meeting_id),
    "change the plan": lambda c: actions.change_plan(
        c.store, meeting_id=c.meeting_id, date=date(2019, 3, 20), kind=Kind.EXTRAORDINARY, reason="сел"
    ),
    "approve": lambda c: actions.approve_agenda(c.store, meeting_id=c.meeting_id, on=TODAY),
    "send the notice": _deliver,
    "invite": lambda c: actions.invite(c.store, meeting_id=c.meeting_id, name="Конок Асан"),
    "cancel": lambda c: actions.cancel_meeting(c.store, meeting_id=c.meeting_id, reason="сел"),
    "delete the plan": lambda c: actions.delete_meeting(c.store, meeting_id=c.meeting_id),
    "add a matter": lambda c: agenda_actions.add_item(c.store, meeting_id=c.meeting_id, text_ky="Жаңы маселе"),
    "change a matter": lambda c: agenda_actions.change_item(
        c.store, item_id=_first(c), text_ky="Башка", speaker="Асан"
    ),
    "move a matter": lambda c: agenda_actions.move_item(c.store, item_id=_first(c), place=3),
    "remove a matter": lambda c: agenda_actions.remove_item(c.store, item_id=_first(c)),
    "postpone a matter": lambda c: agenda_actions.set_item_state(
        c.store, item_id=_first(c), state=ItemState.POSTPONED, reason="эрте"
    ),
    "attach": lambda c: agenda_actions.attach_to_item(c.store, item_id=_first(c), content=PDF, name="a.pdf"),
    "propose": lambda c: agenda_actions.propose(c.store, body_id=c.body_id, text="Көпүрө", on=TODAY, person_id=c.id(4)),
    "add a candidate": lambda c: candidate_actions.add_candidate(
        c.store, item_id=c.item(3).id, change=Change.INCLUDE, name="Жаңы Киши"
    ),
    "open the meeting": lambda c: actions.open_session(c.store, meeting_id=c.meeting_id, at=time(10, 0)),
}

ON_THE_DAY = {
    "mark absent": lambda c: c.marks(1, Presence.EXCUSED, "ооруп"),
    "mark all": lambda c: vote_actions.mark_all_present(c.store, meeting_id=c.meeting_id),
    "who presides": lambda c: vote_actions.choose_presiding(c.store, meeting_id=c.meeting_id, person_id=c.id(4)),
    "somebody leaves": lambda c: vote_actions.record_movement(
        c.store, item_id=_first(c), person_id=c.id(5), arrives=False, at=time(10, 30)
    ),
    "recuse": lambda c: vote_actions.recuse(c.store, item_id=_first(c), person_id=c.id(5), reason="тууганы"),
    "vote by name": lambda c: c.votes(1, for_=range(1, 8), against=[8]),
    "vote by count": lambda c: c.counts(1, tally=Tally(8, 0, 0)),
    "written opinion": lambda c: vote_actions.give_written_opinion(
        c.store, item_id=_first(c), person_id=c.id(11), text="макулмун", received_on=TODAY
    ),
    "speech": lambda c: agenda_actions.record_speech(c.store, item_id=_first(c), name="Конок", text="сөз"),
    "postpone": lambda c: decision_actions.add_decision(
        c.store, item_id=_first(c), text_ky="Кийинкиге калтырылсын", kind=DecisionKind.POSTPONE
    ),
}


def _decision(c):
    return c.item(1).decisions[0].id


AFTER_THE_MEETING = {
    "replace a vote": lambda c: c.votes(1, for_=range(1, 7), replaces_id=c.item(1).rounds[0].id),
    "remove a vote": lambda c: vote_actions.remove_round(c.store, round_id=c.item(1).rounds[0].id),
    "change a decision": lambda c: decision_actions.change_decision(c.store, decision_id=_decision(c), text_ky="Башка"),
    "remove a decision": lambda c: decision_actions.remove_decision(c.store, decision_id=_decision(c)),
    "add a part": lambda c: decision_actions.add_part(c.store, decision_id=_decision(c), text_ky="биринчи"),
    "name the responsible": lambda c: decision_actions.set_parties(
        c.store, decision_id=_decision(c), parties=[Party(PartyRole.RESPONSIBLE, person_id=c.id(4))]
    ),
    "follow up": lambda c: decision_actions.follow_up(
        c.store, decision_id=_decision(c), state=FollowUpState.DONE, on=LATER, note="бүттү"
    ),
    "times": lambda c: actions.change_times(
        c.store, meeting_id=c.meeting_id, started_at=time(9, 0), ended_at=time(12, 0)
    ),
    "send the minutes": lambda c: actions.deliver_to_all(
        c.store, meeting_id=c.meeting_id, kind=DeliveryKind.MINUTES, on=LATER
    ),
    "draft the minutes": lambda c: minutes_actions.draft_minutes(c.store, meeting_id=c.meeting_id),
    "attach a scan": lambda c: minutes_actions.attach_scan(c.store, meeting_id=c.meeting_id, content=PDF, name="a.pdf"),
    "correct the minutes": lambda c: minutes_actions.edit_section(
        c.store, meeting_id=c.meeting_id, language="ky", key="head", text="Башка"
    ),
    "dissent": lambda c: stories.dissents(c, 4, LATER),
}


def _planned(c):
    c.plans(items=(ItemKind.DECISION, ItemKind.INFORMATION, ItemKind.COMPOSITION))


def _decided(c):
    c.meets(present=8)
    c.votes(1, for_=range(1, 9))
    stories.decides(c)


STAGES = [
    (ON_MEMBERS, lambda c: None),
    (ON_A_PLAN, _planned),
    (ON_THE_DAY, lambda c: c.meets(present=8)),
    ({"close the meeting": stories.closes}, _decided),
    (AFTER_THE_MEETING, stories.held),
]


@pytest.mark.parametrize(
    ("prepare", "act"), [pytest.param(prepare, act, id=name) for acts, prepare in STAGES for name, act in acts.items()]
)
def test_undo_returns_to_before_and_redo_to_after(store, prepare, act):
    commission = Commission(store)
    prepare(commission)
    before = exchange.collected(store, "")
    act(commission)
    after = exchange.collected(store, "")
    assert after["records"] != before["records"]
    journal.undo(store)
    assert exchange.collected(store, "")["records"] == before["records"]
    journal.redo(store)
    assert exchange.collected(store, "")["records"] == after["records"]
