"""What a secretary does when the meeting is over: decisions, minutes, opinions, the head's order."""

from datetime import date, time

from ayil_desktop.commission.actions import Act
from ayil_desktop.meetings import actions, composition_actions, decision_actions, minutes_actions, session_actions
from ayil_desktop.meetings.choices import Change, DecisionKind, DueKind, FollowUpState, ItemKind, PartyRole
from ayil_desktop.meetings.decision_actions import Party, Term
from ayil_desktop.meetings.vote_actions import Subject
from tests.meetings import stories
from tests.meetings.made_up import Commission
from tests.store.test_blobs import PDF
from tests.undo.of_meetings import on
from tests.undo.story import told

LATER = date(2019, 3, 15)


def held(store):
    c = Commission(store)
    stories.held(c)
    return c


def sealed(store):
    c = Commission(store)
    stories.sealed(c)
    return c


def voted_out(store):
    """Member 4 is voted out and a new woman in; both wait for the head's order."""
    c = Commission(store)
    c.meets(present=8, items=(ItemKind.COMPOSITION,))
    leaving = Subject(change=Change.EXCLUDE, candidate_id=c.id(4), candidate_name=c.people[3].name)
    c.votes(for_=range(1, 9), subject=leaving)
    c.votes(for_=range(1, 9), subject=Subject(change=Change.INCLUDE, candidate_name="Жаңыбаева Асел"))
    stories.decides(c, kind=DecisionKind.COMPOSITION)
    stories.closes(c)
    return c


def decision(c, **more):
    return {"decision_id": c.item(1).decisions[0].id, **more}


def a_part(c):
    decision_actions.add_part(c.store, **decision(c, text_ky="биринчи"))
    return c.item(1).decisions[0].parts[0].id


def an_entry(c):
    decision_actions.follow_up(c.store, **decision(c, state=FollowUpState.IN_PROGRESS, on=LATER))
    return c.item(1).decisions[0].follow_ups[0].id


def a_correction(c, text="Башка"):
    section = on(c, language="ky", key="head")
    minutes_actions.edit_section(c.store, **section, text=text)
    return section


def an_outdated_correction(c):
    section = a_correction(c)
    session_actions.change_times(c.store, meeting_id=c.meeting_id, started_at=time(9, 0), ended_at=time(12, 0))
    return section


def a_scan(c):
    minutes_actions.attach_scan(c.store, meeting_id=c.meeting_id, content=PDF, name="a.pdf")
    return c.meeting.scans[0].id


AFTER_THE_MEETING = told(
    held,
    (decision_actions.change_decision, lambda c: decision(c, text_ky="Башка", term=Term(DueKind.DATE, LATER))),
    (decision_actions.remove_decision, decision),
    (decision_actions.add_part, lambda c: decision(c, text_ky="биринчи")),
    (decision_actions.change_part, lambda c: {"part_id": a_part(c), "text_ky": "экинчи"}),
    (decision_actions.remove_part, lambda c: {"part_id": a_part(c)}),
    (
        decision_actions.set_parties,
        lambda c: decision(c, parties=[Party(PartyRole.RESPONSIBLE, person_id=c.id(4))]),
    ),
    (
        decision_actions.follow_up,
        lambda c: decision(c, state=FollowUpState.DONE, on=LATER, note="бүттү"),
    ),
    (decision_actions.remove_follow_up, lambda c: {"follow_up_ids": [an_entry(c)]}),
    (session_actions.change_times, lambda c: on(c, started_at=time(9, 0), ended_at=time(12, 0))),
    (actions.post_information, lambda c: on(c, on=LATER, where="кулактандыруу тактасы")),
    (minutes_actions.draft_minutes, on),
    (minutes_actions.edit_section, lambda c: on(c, language="ky", key="head", text="Башка")),
    (minutes_actions.restore_section, a_correction),
    (minutes_actions.keep_correction, an_outdated_correction),
    (minutes_actions.attach_scan, lambda c: on(c, content=PDF, name="a.pdf")),
    (minutes_actions.remove_scan, lambda c: {"scan_id": a_scan(c)}),
    (
        minutes_actions.receive_dissent,
        lambda c: on(c, person_id=c.id(4), received_on=LATER, text="Макул эмесмин"),
    ),
    (minutes_actions.remove_dissent, lambda c: {"opinion_id": stories.dissents(c, 4, LATER)}),
)

AFTER_THE_SEAL = told(
    sealed,
    (minutes_actions.add_note, lambda c: on(c, on=LATER, today=LATER, text="Ката кеткен")),
    (decision_actions.follow_up, lambda c: decision(c, state=FollowUpState.DONE, on=LATER)),
)

COMPOSITION = told(
    voted_out,
    (composition_actions.hand_over, lambda c: {"body_id": c.body_id, "on": LATER}),
    (
        composition_actions.enter_head_order,
        lambda c: {"body_id": c.body_id, "act": Act("12", date(2019, 3, 20)), "today": date(2019, 4, 1)},
    ),
)

STORIES = [*AFTER_THE_MEETING, *AFTER_THE_SEAL, *COMPOSITION]
