"""What a secretary does with a meeting before it is opened and while it sits."""

from datetime import date, time

from ayil_desktop.commission.records import Role
from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    attendance_actions,
    candidate_actions,
    decision_actions,
    invited_actions,
    notice_actions,
    opinion_actions,
    proposal_actions,
    russian,
    russian_actions,
    session_actions,
    speech_actions,
    vote_actions,
)
from ayil_desktop.meetings.choices import (
    Change,
    DecisionKind,
    DeliveryKind,
    ItemKind,
    ItemState,
    Kind,
    Method,
    Presence,
    Vote,
)
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.meetings.vote_actions import Ballot, Subject
from ayil_desktop.office.records import Sex
from tests.meetings import stories
from tests.meetings.made_up import Commission
from tests.store.test_blobs import PDF
from tests.undo.story import told

TODAY = date(2019, 3, 6)
SENT = date(2019, 3, 1)
NEXT = date(2019, 4, 10)


def planned(store):
    c = Commission(store)
    c.plans(items=(ItemKind.DECISION, ItemKind.INFORMATION, ItemKind.COMPOSITION))
    return c


def in_session(store):
    c = Commission(store)
    c.meets(present=8)
    return c


def not_held(store):
    c = Commission(store)
    c.meets(present=5)
    stories.closes(c)
    return c


def decided(store):
    c = in_session(store)
    c.votes(1, for_=range(1, 9))
    stories.decides(c)
    return c


def on(c, **more):
    return {"meeting_id": c.meeting_id, **more}


def first(c, **more):
    return {"item_id": c.item(1).id, **more}


def a_notice(c):
    actions.send_notice(c.store, meeting_id=c.meeting_id, on=SENT, how="колго")
    return on(c)


def in_russian(c):
    return {one.id: f"по-русски {number}" for number, one in enumerate(russian.texts(c.meeting))}


def told_otherwise(c, **more):
    a_notice(c)
    actions.change_plan(c.store, meeting_id=c.meeting_id, date=date(2019, 3, 20))
    return on(c, **more)


def a_new_notice(c):
    notice_actions.send_new_notice(c.store, **told_otherwise(c, on=date(2019, 3, 4)))
    return on(c)


def a_notice_in_hand(c):
    a_notice(c)
    return on(c, person_id=c.id(4), kind=DeliveryKind.NOTICE, received_on=date(2019, 3, 4))


def a_notice_by_hand(c):
    a_notice(c)
    return on(c, person_id=c.id(4), kind=DeliveryKind.NOTICE, how="телефон")


def a_guest(c):
    return invited_actions.invite(c.store, meeting_id=c.meeting_id, name="Конок Асан").made


def with_a_guest(c):
    a_guest(c)
    return on(c)


def without_its_chair(c):
    """Chairman and deputy did not come: member 4 is to preside."""
    for number in (1, 2):
        c.marks(number, Presence.ABSENT)
    return c.id(4)


def a_proposal(c):
    return proposal_actions.propose(c.store, body_id=c.body_id, text="Көпүрө", on=TODAY, person_id=c.id(4)).made


def a_paper(c):
    agenda_actions.attach_to_item(c.store, item_id=c.item(1).id, content=PDF, name="a.pdf")
    return c.item(1).attachments[0].id


def a_candidate(c):
    return candidate_actions.add_candidate(c.store, item_id=c.item(3).id, change=Change.INCLUDE, name="Жаңы Киши").made


def a_speech(c):
    return speech_actions.record_speech(c.store, item_id=c.item(1).id, name="Конок", text="сөз").made


def a_movement(c):
    person = c.id(5)
    attendance_actions.record_movement(c.store, item_id=c.item(1).id, person_id=person, arrives=False, at=time(10, 30))
    return c.meeting.movements[0].id


def an_opinion(c):
    opinion_actions.give_written_opinion(
        c.store, item_id=c.item(1).id, person_id=c.id(11), text="макулмун", received_on=TODAY
    )
    return c.item(1).written_opinions[0].id


def a_round(c):
    return c.votes(1, for_=range(1, 9)).id


def then_a_postponed_matter(c):
    """The first matter is postponed and a next meeting planned."""
    earlier = c.item(1).id
    agenda_actions.set_item_state(c.store, item_id=earlier, state=ItemState.POSTPONED, reason="эрте")
    c.plans(day=NEXT)
    return on(c, item_id=earlier)


def then_an_undone_decision(c):
    decision = c.item(1).decisions[0].id
    c.plans(day=NEXT)
    return on(c, decision_id=decision)


ON_A_PLAN = told(
    planned,
    (actions.plan_meeting, lambda c: {"body_id": c.body_id, "date": NEXT, "copy_of_id": c.meeting_id}),
    (actions.change_plan, lambda c: on(c, date=date(2019, 3, 20), kind=Kind.EXTRAORDINARY, reason="сел")),
    (actions.approve_agenda, lambda c: on(c, on=TODAY)),
    (actions.agree_invited, lambda c: on(c, on=TODAY)),
    (actions.record_instruction, lambda c: on(c, on=TODAY)),
    (actions.choose_secretary, lambda c: on(c, person_id=c.id(4))),
    (actions.send_notice, lambda c: on(c, on=SENT, how="колго")),
    (actions.explain_late_notice, lambda c: on(c, reason="жарык жок")),
    (russian_actions.translate, lambda c: on(c, words=in_russian(c))),
    (actions.take_back_notice, a_notice),
    (actions.take_back_notice, a_new_notice),
    (notice_actions.send_new_notice, lambda c: told_otherwise(c, on=date(2019, 3, 4), how="телефон")),
    (actions.record_delivery, lambda c: on(c, person_id=c.id(4), kind=DeliveryKind.MATERIALS, on=SENT)),
    (notice_actions.record_receipt, a_notice_in_hand),
    (notice_actions.record_way, a_notice_by_hand),
    (actions.deliver_to_all, lambda c: on(c, kind=DeliveryKind.MATERIALS, on=SENT)),
    (invited_actions.invite, lambda c: on(c, name="Конок Асан")),
    (invited_actions.change_invited, lambda c: {"invited_id": a_guest(c), "position": "эксперт", "came": True}),
    (invited_actions.remove_invited, lambda c: {"invited_ids": [a_guest(c)]}),
    (actions.cancel_meeting, lambda c: on(c, reason="сел")),
    (actions.delete_meeting, with_a_guest),
    (agenda_actions.add_item, lambda c: on(c, text_ky="Жаңы маселе")),
    (proposal_actions.propose, lambda c: {"body_id": c.body_id, "text": "Көпүрө", "on": TODAY, "person_id": c.id(4)}),
    (proposal_actions.change_proposal, lambda c: {"proposal_id": a_proposal(c), "text": "Көчө жарыгы"}),
    (proposal_actions.leave_out_proposal, lambda c: {"proposal_id": a_proposal(c), "reason": "акча жок"}),
    (proposal_actions.remove_proposal, lambda c: {"proposal_ids": [a_proposal(c)]}),
    (agenda_actions.take_up_proposal, lambda c: on(c, proposal_id=a_proposal(c))),
    (agenda_actions.take_up_postponed, then_a_postponed_matter),
    (agenda_actions.change_item, lambda c: first(c, text_ky="Башка", speaker="Асан")),
    (agenda_actions.move_item, lambda c: first(c, place=3)),
    (agenda_actions.remove_item, lambda c: {"item_ids": [c.item(1).id]}),
    (agenda_actions.set_item_state, lambda c: first(c, state=ItemState.POSTPONED, reason="эрте")),
    (agenda_actions.attach_to_item, lambda c: first(c, content=PDF, name="a.pdf")),
    (agenda_actions.detach_from_item, lambda c: {"item_attachment_id": a_paper(c)}),
    (
        candidate_actions.add_candidate,
        lambda c: {"item_id": c.item(3).id, "change": Change.INCLUDE, "name": "Жаңы Киши", "role": Role.DEPUTY},
    ),
    (candidate_actions.change_candidate, lambda c: {"candidate_id": a_candidate(c), "sex": Sex.WOMAN}),
    (candidate_actions.change_candidate, lambda c: {"candidate_id": a_candidate(c), "position": "ишкер"}),
    (candidate_actions.remove_candidate, lambda c: {"candidate_id": a_candidate(c)}),
    (agenda_actions.add_items, lambda c: on(c, matters=[("Жол", "Асанов А."), ("Көпүрө", "")])),
    (invited_actions.invite_all, lambda c: on(c, people=[("Конок Асан", "Облус"), ("Конок Айша", "")])),
    (session_actions.open_session, lambda c: on(c, at=time(10, 0))),
)

ON_THE_DAY = told(
    in_session,
    (attendance_actions.mark_attendance, lambda c: on(c, person_id=c.id(1), status=Presence.EXCUSED, reason="ооруп")),
    (attendance_actions.mark_all_present, on),
    (attendance_actions.choose_presiding, lambda c: on(c, person_id=without_its_chair(c))),
    (
        attendance_actions.record_movement,
        lambda c: first(c, person_id=c.id(5), arrives=False, at=time(10, 30)),
    ),
    (attendance_actions.change_movement, lambda c: {"movement_id": a_movement(c), "at": time(10, 45)}),
    (attendance_actions.remove_movement, lambda c: {"movement_id": a_movement(c)}),
    (attendance_actions.recuse, lambda c: first(c, person_id=c.id(5), reason="тууганы")),
    (
        vote_actions.record_round,
        lambda c: first(c, ballot=Ballot(Method.BY_NAME, votes={c.id(n): Vote.FOR for n in range(1, 8)})),
    ),
    (
        vote_actions.record_round,
        lambda c: first(c, ballot=Ballot(Method.SECRET, tally=Tally(7, 0, 0, 1)), subject=Subject("Бекитилсин")),
    ),
    (
        vote_actions.record_round,
        lambda c: first(c, ballot=Ballot(Method.BY_COUNT, tally=Tally(8, 0, 0)), replaces_id=a_round(c)),
    ),
    (vote_actions.remove_round, lambda c: {"round_id": a_round(c)}),
    (
        opinion_actions.give_written_opinion,
        lambda c: first(c, person_id=c.id(11), text="макулмун", received_on=TODAY),
    ),
    (opinion_actions.remove_written_opinion, lambda c: {"opinion_ids": [an_opinion(c)]}),
    (speech_actions.record_speech, lambda c: first(c, name="Конок", text="сөз")),
    (speech_actions.change_speech, lambda c: {"speech_id": a_speech(c), "text": "башка сөз"}),
    (speech_actions.remove_speech, lambda c: {"speech_ids": [a_speech(c)]}),
    (decision_actions.add_decision, lambda c: first(c, text_ky="Калтырылсын", kind=DecisionKind.POSTPONE)),
)

WITHOUT_A_QUORUM = told(not_held, (session_actions.reopen_session, on))

ONCE_DECIDED = told(
    decided,
    (session_actions.close_session, lambda c: on(c, at=time(11, 30))),
    (agenda_actions.take_up_decision, then_an_undone_decision),
)


def held(store):
    c = decided(store)
    stories.closes(c)
    return c


ONCE_HELD = told(held, (session_actions.change_number, lambda c: on(c, number="4")))

STORIES = [*ON_A_PLAN, *ON_THE_DAY, *WITHOUT_A_QUORUM, *ONCE_DECIDED, *ONCE_HELD]
