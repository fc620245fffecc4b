"""Planning a meeting: its kind, its day, its agenda, the notice and what still lacks, on a real office."""

from datetime import date, time

import pytest

from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    candidate_actions,
    chair,
    day,
    decision_actions,
    decisions,
    delivery_table,
    invited_actions,
    last_days,
    notice_count,
    notices,
    opened,
    proposal_actions,
    rules,
    selections,
    session_actions,
    steps,
)
from ayil_desktop.meetings.choices import (
    Change,
    DecisionKind,
    DeliveryKind,
    DueKind,
    FollowUpState,
    ItemKind,
    ItemState,
    Kind,
    PartyRole,
    Presence,
    State,
)
from ayil_desktop.meetings.decision_actions import Party, Term
from ayil_desktop.meetings.notice_count import Pressure
from ayil_desktop.meetings.offers import OfferKind
from ayil_desktop.meetings.steps import Progress, Step
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.office.records import Sex
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading
from tests.meetings import stories
from tests.meetings.test_sealing import SCAN

GOOD_FRIDAY = date(2019, 4, 19)


def refusal(action, *given, **named):
    """The Refused that an action answers with."""
    with pytest.raises(Refused) as caught:
        action(*given, **named)
    return caught.value


def day_of(commission, when=None):
    with reading(commission.store) as session:
        return day.of(session, commission.body_id, when or commission.meeting.date)


def counted(commission, today, **changed):
    found, meeting = day_of(commission), commission.meeting
    return notice_count.of_meeting(found.charter, found.calendar, meeting, today, sent_on=notices.last_sent(meeting))


def lacks(commission, step):
    return [str(lack.text) for lack in steps.lacks(commission.meeting, day_of(commission), step)]


def offered(commission, today=date(2019, 6, 1)):
    with reading(commission.store) as session:
        others = selections.meetings_list(session, commission.body_id)
    found = opened.meeting(commission.store, commission.meeting_id, today)
    return opened.offered(commission.store, found, others)


@pytest.fixture(autouse=True)
def in_english(language):
    language("en")


# The kind and the reason


@pytest.mark.clause("CN-3.1.3")
def test_an_extraordinary_meeting_needs_a_reason_and_may_then_be_called_at_short_notice(commission, store):
    no = refusal(commission.plans, kind=Kind.EXTRAORDINARY, reason="  ")
    assert (no.field, no.clause) == ("reason", "CN-3.1.3")
    commission.plans(kind=Kind.EXTRAORDINARY, reason="Суу түтүгү жарылды")
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 12))
    found = counted(commission, date(2019, 3, 12))
    assert commission.meeting.state is State.NOTIFIED
    assert found.pressure is Pressure.SENT_SHORT
    assert "shorter notice" in str(notice_count.words(found))


@pytest.mark.clause("NC-4.1")
def test_the_reason_of_an_extraordinary_meeting_links_to_the_earlier_one(commission, store):
    first = commission.plans(day=date(2019, 5, 28))
    second = commission.plans(
        day=date(2019, 6, 11), kind=Kind.EXTRAORDINARY, reason="Чечилбей калган маселелер", refers_to_id=first.id
    )
    assert second.refers_to.date == first.date
    assert (second.date - second.refers_to.date).days == 14
    no = refusal(
        actions.plan_meeting, store, body_id=commission.body_id, date=date(2019, 6, 11), kind=Kind.EXTRAORDINARY
    )
    assert no.field == "reason"


def test_a_meeting_cannot_refer_to_a_later_one(commission, store):
    later = commission.plans(day=date(2019, 6, 11))
    commission.plans(day=date(2019, 5, 28))
    no = refusal(actions.change_plan, store, meeting_id=commission.meeting_id, refers_to_id=later.id)
    assert no.field == "refers_to_id"


@pytest.mark.clause("CN-5.4.2")
def test_the_chairman_presides_and_when_he_is_absent_the_deputy_is_put_in(commission):
    commission.plans()
    assert commission.meeting.presiding_id == commission.id(1)
    commission.meets(present=range(2, 9))
    assert commission.meeting.presiding_id == commission.id(2)


@pytest.mark.clause("CN-5.5")
def test_a_deputy_presides_only_without_the_chairman_and_his_instruction_is_asked_for(commission, store):
    commission.meets(present=range(2, 9))
    found = day_of(commission)
    present = {commission.id(number) for number in range(2, 9)}
    assert chair.presiding(found.seats, present).person_id == commission.id(2)
    assert lacks(commission, Step.SESSION).count("The day of the chairman's instruction is missing") == 1
    actions.record_instruction(store, meeting_id=commission.meeting_id, on=date(2019, 3, 11))
    assert "The day of the chairman's instruction is missing" not in lacks(commission, Step.SESSION)
    commission.marks(1, Presence.PRESENT)
    assert chair.presiding(found.seats, present | {commission.id(1)}).person_id == commission.id(1)


# The last day for the notice


@pytest.mark.clause("CN-5.6.1")
@pytest.mark.parametrize(
    ("meeting", "last", "advised"),
    [
        (date(2019, 3, 13), date(2019, 3, 7), date(2019, 3, 6)),
        (GOOD_FRIDAY, date(2019, 4, 16), date(2019, 4, 15)),
    ],
)
def test_the_days_are_counted_back_over_the_holidays(commission, meeting, last, advised):
    commission.plans(day=meeting)
    found = counted(commission, date(2019, 3, 1))
    assert (found.notice_by, found.advised_by) == (last, advised)
    assert [one.count for one in found.days if one.count] == [4, 3, 2, 1]
    assert [one.day for one in found.days if one.is_last] == [last]
    assert found.days[-1].is_meeting and found.days[-1].count == 0


def test_the_womens_day_does_not_count_and_is_named(commission):
    commission.plans()
    named = {one.day: str(notice_count.day_words(one)) for one in counted(commission, date(2019, 3, 1)).days}
    assert "Women" in named[date(2019, 3, 8)]
    assert named[date(2019, 3, 9)] == "Saturday"
    assert named[date(2019, 3, 7)] == "3 working days before, the last day for the notice"
    assert named[date(2019, 3, 13)] == "the meeting"


@pytest.mark.parametrize(
    ("today", "pressure", "left"),
    [
        (date(2019, 3, 1), Pressure.AMPLE, 4),
        (date(2019, 3, 6), Pressure.ADVISED_TODAY, 1),
        (date(2019, 3, 7), Pressure.LAST_DAYS, 0),
        (date(2019, 3, 11), Pressure.TOO_LATE, -1),
    ],
)
def test_the_advised_day_passes_a_day_before_the_last_one(commission, today, pressure, left):
    commission.plans()
    found = counted(commission, today)
    assert (found.pressure, found.left) == (pressure, left)


@pytest.mark.clause("CN-5.6.1")
def test_a_notice_on_the_very_last_day_is_in_time(commission, store):
    commission.plans()
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 7))
    assert {row.on for row in commission.meeting.deliveries} == {date(2019, 3, 7)}


@pytest.mark.clause("CN-5.6.1")
def test_a_late_notice_needs_a_reason_and_is_shown_as_late(commission, store):
    commission.plans()
    no = refusal(actions.send_notice, store, meeting_id=commission.meeting_id, on=date(2019, 3, 11))
    assert (no.field, no.clause) == ("late_notice_reason", "CN-5.6.1")
    assert commission.meeting.deliveries == []
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 11), late_reason="Жарык жок болду")
    assert counted(commission, date(2019, 3, 12)).pressure is Pressure.SENT_LATE
    assert {row.on for row in commission.meeting.deliveries} == {date(2019, 3, 11)}
    assert len(commission.meeting.deliveries) == 11


@pytest.mark.clause("CN-5.6.1")
def test_what_one_member_gets_late_needs_a_reason_too(commission, store):
    commission.plans()
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    late = {"meeting_id": commission.meeting_id, "kind": DeliveryKind.NOTICE, "on": date(2019, 3, 11)}
    no = refusal(actions.record_delivery, store, person_id=commission.id(4), **late)
    assert (no.field, no.clause) == ("late_notice_reason", "CN-5.6.1")
    actions.record_delivery(store, person_id=commission.id(4), **late | {"on": None})
    assert refusal(actions.deliver_to_all, store, **late).field == "late_notice_reason"
    actions.explain_late_notice(store, meeting_id=commission.meeting_id, reason="Ооруканада болчу")
    actions.deliver_to_all(store, **late)
    assert len(commission.meeting.deliveries) == 11
    assert notices.last_sent(commission.meeting) == date(2019, 3, 11)


def test_a_body_whose_charter_sets_no_term_is_not_pressed(a_commission):
    commission = a_commission(charter="naryn-council")
    commission.plans()
    found = counted(commission, date(2019, 3, 12))
    assert (found.pressure, found.days) == (Pressure.NOT_REGULATED, ())
    assert str(notice_count.words(found)) == "The charter sets no term for the notice."


def test_a_cancelled_meeting_presses_nobody(commission, store):
    commission.plans()
    actions.cancel_meeting(store, meeting_id=commission.meeting_id, reason="Жол жабык")
    assert counted(commission, date(2019, 3, 12)).pressure is Pressure.OVER


# What the notice needs


@pytest.mark.clause("CN-5.4.3")
@pytest.mark.parametrize(("lacking", "value"), [("time", None), ("place", " ")])
def test_a_notice_needs_time_and_place(commission, store, lacking, value):
    commission.plans()
    actions.change_plan(store, meeting_id=commission.meeting_id, **{lacking: value})
    no = refusal(actions.send_notice, store, meeting_id=commission.meeting_id, on=date(2019, 3, 1))
    assert (no.field, no.clause) == (lacking, "CN-5.4.3")
    assert steps.current(commission.meeting) is Step.PLAN
    actions.change_plan(store, meeting_id=commission.meeting_id, time=time(10, 0), place="Жыйын залы")
    assert steps.current(commission.meeting) is Step.NOTICE
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 1))
    assert steps.current(commission.meeting) is Step.SESSION


@pytest.mark.clause("CN-5.4.4")
def test_an_agenda_is_a_draft_until_the_chairman_approves_it(commission, store):
    commission.plans()
    draft = "The chairman has not approved the agenda yet"
    assert lacks(commission, Step.PLAN).count(draft) == 1
    actions.approve_agenda(store, meeting_id=commission.meeting_id, on=date(2019, 3, 4))
    assert lacks(commission, Step.PLAN).count(draft) == 0


@pytest.mark.clause("CN-5.6.2")
def test_matters_without_a_draft_are_counted_and_late_materials_are_seen(commission, store):
    commission.plans(items=(ItemKind.DECISION, ItemKind.DECISION, ItemKind.INFORMATION, ItemKind.DECISION))
    for number in (1, 4):
        agenda_actions.change_item(store, item_id=commission.item(number).id, draft_ky="")
    assert "2 matters without a draft decision" in lacks(commission, Step.PLAN)
    term = last_days.notice_term(day_of(commission).charter, day_of(commission).calendar, commission.meeting.date)
    assert term.materials_by == date(2019, 3, 7)
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 6))
    assert "11 members without the materials" in lacks(commission, Step.NOTICE)
    actions.deliver_to_all(store, meeting_id=commission.meeting_id, kind=DeliveryKind.MATERIALS, on=date(2019, 3, 11))
    assert lacks(commission, Step.NOTICE) == []
    found = opened.meeting(store, commission.meeting_id, date(2019, 3, 12))
    marked = [{kind for kind in DeliveryKind if row.is_late(kind)} for row in delivery_table.rows(found)]
    assert marked == [{DeliveryKind.MATERIALS}] * 11


@pytest.mark.clause("CN-5.6.2")
@pytest.mark.parametrize(("day", "late"), [(7, False), (8, True)])
def test_the_seventh_of_march_is_in_time_for_the_materials_and_the_eighth_is_late(commission, store, day, late):
    commission.plans()
    actions.deliver_to_all(store, meeting_id=commission.meeting_id, kind=DeliveryKind.MATERIALS, on=date(2019, 3, day))
    found = opened.meeting(store, commission.meeting_id, date(2019, 3, 12))
    assert [row.is_late(DeliveryKind.MATERIALS) for row in delivery_table.rows(found)] == [late] * 11


def test_the_numbers_begin_anew_with_each_year_and_for_each_body(a_commission):
    first, second = a_commission(), a_commission(7)
    for commission, when, number in (
        (first, date(2019, 2, 5), 1),
        (first, date(2019, 11, 5), 2),
        (second, date(2019, 11, 6), 1),
        (first, date(2020, 1, 20), 1),
    ):
        assert stories.held(commission, present=7, day=when).number == number


@pytest.mark.clause("CN-5.6.3")
def test_a_list_of_invited_persons_waits_for_the_chairmans_agreement(commission, store):
    commission.plans()
    for name in ("Конокбаев Эсен", "Келгинбаева Айнура", "Угарманова Бермет"):
        invited_actions.invite(store, meeting_id=commission.meeting_id, name=name)
    not_agreed = "The list of invited persons is not agreed yet"
    assert lacks(commission, Step.PLAN).count(not_agreed) == 1
    actions.agree_invited(store, meeting_id=commission.meeting_id, on=date(2019, 3, 5))
    assert lacks(commission, Step.PLAN).count(not_agreed) == 0


@pytest.mark.clause("CN-3.1.6")
@pytest.mark.clause("CN-4.1.3")
def test_invited_persons_are_listed_apart_and_change_neither_quorum_nor_votes(a_commission, store):
    commission = a_commission(7)
    commission.meets(present=7)
    for name, group in (("Эксперт Бир", "expert"), ("Эксперт Эки", "expert"), ("Конок Үч", "ngo")):
        invited_actions.invite(store, meeting_id=commission.meeting_id, name=name, group=group, is_guest=True)
    result = commission.votes(for_=range(1, 8))
    assert (result.members_in_force, result.present, result.quorum_needed) == (7, 7, 4)
    with reading(store) as session:
        assert len(selections.voters(session, result.id)) == 7
    assert [guest.group for guest in commission.meeting.invited] == ["expert", "expert", "ngo"]


@pytest.mark.clause("CN-5.7.3")
def test_an_invited_expert_is_kept_with_the_member_who_proposed_him(commission, store):
    commission.plans()
    invited_actions.invite(
        store,
        meeting_id=commission.meeting_id,
        name="Адисбеков Канат",
        position="Суу чарба адиси",
        group="expert",
        proposed_by_id=commission.id(5),
    )
    (guest,) = commission.meeting.invited
    assert (guest.name, guest.proposed_by.name) == ("Адисбеков Канат", "Экибаева Сайра")


@pytest.mark.clause("CN-5.7.2")
def test_a_matter_that_nobody_prepares_is_told_before_the_notice(commission, store):
    commission.plans()
    nobody = "1 matter that nobody prepares"
    assert lacks(commission, Step.PLAN).count(nobody) == 1
    agenda_actions.change_item(store, item_id=commission.item().id, preparer_id=commission.id(4))
    assert lacks(commission, Step.PLAN).count(nobody) == 0


# The agenda


@pytest.mark.clause("NC-4.2")
def test_numbers_follow_the_order_of_the_matters(commission, store):
    commission.plans(items=(ItemKind.DECISION,) * 4)
    agenda_actions.move_item(store, item_id=commission.item(4).id, place=1)
    assert [(item.place, item.text_ky) for item in commission.meeting.items] == [
        (1, "Маселе 4"),
        (2, "Маселе 1"),
        (3, "Маселе 2"),
        (4, "Маселе 3"),
    ]


@pytest.mark.clause("CN-5.7.1")
def test_two_of_three_proposals_come_onto_the_agenda_with_their_names(commission, store):
    commission.plans(items=())
    made = [
        proposal_actions.propose(
            store,
            body_id=commission.body_id,
            text=f"Сунуш {number}",
            on=date(2019, 3, 1),
            person_id=commission.id(number),
        ).made
        for number in (4, 5, 6)
    ]
    assert [offer.kind for offer in offered(commission)] == [OfferKind.PROPOSAL] * 3
    for proposal in made[:2]:
        agenda_actions.take_up_proposal(store, meeting_id=commission.meeting_id, proposal_id=proposal)
    assert [item.preparer.name for item in commission.meeting.items] == ["Бирбеков Эрмек", "Экибаева Сайра"]
    assert [offer.text for offer in offered(commission)] == ["Сунуш 6"]
    no = refusal(agenda_actions.take_up_proposal, store, meeting_id=commission.meeting_id, proposal_id=made[0])
    assert no.clause == "CN-5.7.1"


def test_a_proposal_can_be_corrected_left_out_and_wanted_again(commission, store):
    made = proposal_actions.propose(store, body_id=commission.body_id, text="Көчө", on=date(2019, 3, 1)).made
    assert refusal(proposal_actions.change_proposal, store, proposal_id=made, text=" ").field == "text"
    proposal_actions.change_proposal(store, proposal_id=made, text="Көчө жарыгы", person_id=commission.id(2))
    proposal_actions.leave_out_proposal(store, proposal_id=made, reason="Быйыл акча жок")
    commission.plans()
    assert offered(commission) == ()
    proposal_actions.change_proposal(store, proposal_id=made, left_out_reason="")
    assert [(offer.text, str(offer.origin)) for offer in offered(commission)] == [
        ("Көчө жарыгы", "Мисалова Гүлзат, 01.03.2019")
    ]
    proposal_actions.remove_proposal(store, proposal_ids=[made])
    assert offered(commission) == ()


@pytest.mark.clause("NC-3.6")
def test_a_postponed_matter_offers_itself_until_it_is_taken_up(commission, store):
    commission.meets(present=8, day=date(2019, 5, 28))
    decision_actions.add_decision(
        store, item_id=commission.item().id, text_ky="Тандоо кийинкиге калтырылсын", kind=DecisionKind.POSTPONE
    )
    assert commission.item().state is ItemState.POSTPONED
    commission.plans(day=date(2019, 6, 11), items=())
    (offer,) = offered(commission)
    assert (offer.kind, offer.text, str(offer.origin)) == (OfferKind.POSTPONED, "Маселе 1", "Postponed on 28.05.2019")
    agenda_actions.take_up_postponed(store, meeting_id=commission.meeting_id, item_id=offer.id)
    assert offered(commission) == ()
    assert [item.text_ky for item in commission.meeting.items] == ["Маселе 1"]


def test_a_postponed_list_of_names_comes_along_with_its_papers(commission, store):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    item = commission.item().id
    agenda_actions.attach_to_item(store, item_id=item, content=SCAN, name="арыз.pdf")
    for name, sex in (("Жаңыбаева Сонун", Sex.WOMAN), ("Кийинбаев Асан", Sex.MAN)):
        candidate_actions.add_candidate(store, item_id=item, change=Change.INCLUDE, name=name, sex=sex)
    commission.votes(for_=range(1, 9), subject=Subject(change=Change.INCLUDE, candidate_name="Жаңыбаева Сонун"))
    agenda_actions.set_item_state(store, item_id=item, state=ItemState.POSTPONED, reason="Убакыт жетпеди")
    commission.plans(day=date(2019, 6, 11), items=())
    (offer,) = offered(commission)
    agenda_actions.take_up_postponed(store, meeting_id=commission.meeting_id, item_id=offer.id)
    taken = commission.item()
    assert [(one.change, one.name, one.sex, one.place) for one in taken.candidates] == [
        (Change.INCLUDE, "Кийинбаев Асан", Sex.MAN, 1)
    ]
    assert [one.attachment.name for one in taken.attachments] == ["арыз.pdf"]
    journal.undo(store)
    assert commission.meeting.items == []


def test_a_postponed_matter_does_not_offer_itself_to_its_own_meeting(commission, store):
    commission.meets(present=8)
    agenda_actions.set_item_state(
        store, item_id=commission.item().id, state=ItemState.POSTPONED, reason="Баяндамачы жок"
    )
    assert offered(commission) == ()


def test_a_decision_that_is_late_offers_itself_and_one_that_is_done_does_not(commission, store):
    commission.meets(present=8, items=(ItemKind.DECISION, ItemKind.DECISION))
    made = [
        decision_actions.add_decision(
            store,
            item_id=commission.item(number).id,
            text_ky=f"Тапшырма {number}",
            kind=DecisionKind.ASSIGN,
            term=Term(DueKind.DATE, date(2019, 4, 1)),
        ).made
        for number in (1, 2)
    ]
    commission.plans(day=date(2019, 6, 11), items=())
    assert [(offer.kind, offer.text) for offer in offered(commission, date(2019, 4, 1))] == [
        (OfferKind.DUE, "Тапшырма 1"),
        (OfferKind.DUE, "Тапшырма 2"),
    ]
    late = offered(commission, date(2019, 4, 2))
    assert [(offer.kind, offer.text) for offer in late] == [
        (OfferKind.OVERDUE, "Тапшырма 1"),
        (OfferKind.OVERDUE, "Тапшырма 2"),
    ]
    decision_actions.follow_up(store, decision_id=made[0], state=FollowUpState.DONE, on=date(2019, 3, 30))
    (offer,) = offered(commission)
    assert str(offer.origin) == "Decided 13.03.2019, due 01.04.2019"
    agenda_actions.take_up_decision(store, meeting_id=commission.meeting_id, decision_id=offer.id)
    assert offered(commission) == ()


def test_a_decision_that_was_opened_again_offers_itself(commission, store):
    commission.meets(present=8)
    made = decision_actions.add_decision(
        store, item_id=commission.item().id, text_ky="Тапшырма", term=Term(DueKind.DATE, date(2019, 4, 1))
    ).made
    decision_actions.follow_up(store, decision_id=made, state=FollowUpState.DONE, on=date(2019, 3, 20))
    decision_actions.follow_up(store, decision_id=made, state=FollowUpState.IN_PROGRESS, on=date(2019, 3, 25))
    commission.plans(day=date(2019, 6, 11), items=())
    assert [offer.text for offer in offered(commission)] == ["Тапшырма"]


def test_what_is_due_before_the_next_regular_meeting_is_offered_to_that_meeting(commission, store):
    commission.meets(present=8, items=(ItemKind.DECISION,) * 3)
    terms = (Term(DueKind.NEXT_MEETING), Term(DueKind.DATE, date(2019, 9, 1)), Term())
    for place, term in enumerate(terms, 1):
        decision_actions.add_decision(
            store, item_id=commission.item(place).id, text_ky=f"Тапшырма {place}", kind=DecisionKind.ASSIGN, term=term
        )
    commission.plans(day=date(2019, 6, 11), items=())
    offer, undated = offered(commission, date(2019, 6, 1))
    assert (offer.kind, offer.text) == (OfferKind.DUE, "Тапшырма 1")
    assert str(offer.origin) == "Decided 13.03.2019, due 11.06.2019"
    assert (undated.text, str(undated.origin)) == ("Тапшырма 3", "Decided 13.03.2019, without a term")


def test_a_task_without_a_term_offers_itself_last_until_it_is_done_and_what_was_approved_does_not(commission, store):
    commission.meets(present=8, items=(ItemKind.DECISION,) * 3)
    kinds = (DecisionKind.ASSIGN, DecisionKind.APPROVE, DecisionKind.ASSIGN)
    terms = (Term(), Term(), Term(DueKind.DATE, date(2019, 4, 1)))
    for place, (kind, term) in enumerate(zip(kinds, terms, strict=True), 1):
        decision_actions.add_decision(
            store, item_id=commission.item(place).id, text_ky=f"Тапшырма {place}", kind=kind, term=term
        )
    commission.plans(day=date(2019, 6, 11), items=())
    late, undated = offered(commission)
    assert [(one.text, one.kind) for one in (late, undated)] == [
        ("Тапшырма 3", OfferKind.OVERDUE),
        ("Тапшырма 1", OfferKind.DUE),
    ]
    decision_actions.follow_up(store, decision_id=undated.id, state=FollowUpState.IN_PROGRESS, on=date(2019, 4, 1))
    assert offered(commission)[-1].id == undated.id
    agenda_actions.take_up_decision(store, meeting_id=commission.meeting_id, decision_id=undated.id)
    assert [one.text for one in offered(commission)] == ["Тапшырма 3"]
    assert "тапшырма 1" in commission.item().text_ky.lower()
    agenda_actions.remove_item(store, item_ids=[commission.item().id])
    decision_actions.follow_up(store, decision_id=undated.id, state=FollowUpState.DONE, on=date(2019, 5, 1))
    assert [one.text for one in offered(commission)] == ["Тапшырма 3"]


def test_the_regular_meeting_of_a_named_month_is_none_of_another_month_and_no_extraordinary_one(commission):
    """R-46: "before the regular meeting in October" is that meeting's day; until it is planned, the end of October."""

    def due():
        with reading(commission.store) as session:
            meetings = selections.meetings_list(session)
        month = date(2019, 10, 1)
        return decisions.due_day(DueKind.NEXT_MEETING, month, decided_on=date(2019, 3, 13), meetings=meetings)

    commission.plans(day=date(2019, 6, 11))
    assert due() == date(2019, 10, 31)
    commission.plans(day=date(2019, 10, 8), kind=Kind.EXTRAORDINARY, reason="Суу түтүгү жарылды")
    assert due() == date(2019, 10, 31)
    commission.plans(day=date(2019, 10, 22))
    commission.plans(day=date(2019, 10, 15))
    assert due() == date(2019, 10, 15)


@pytest.mark.clause("CN-7.3")
def test_a_meeting_that_failed_for_its_quorum_is_not_the_next_regular_one(commission):
    commission.meets(present=9)
    decision_actions.add_decision(
        commission.store,
        item_id=commission.item().id,
        text_ky="Тапшырма",
        kind=DecisionKind.ASSIGN,
        term=Term(DueKind.NEXT_MEETING),
    )
    stories.closes(commission)
    commission.meets(present=3, day=date(2019, 6, 20))
    assert stories.closes(commission).state is State.NOT_HELD
    commission.plans(day=date(2019, 8, 20), items=())
    with reading(commission.store) as session:
        meetings = selections.meetings_list(session)
    after = decisions.due_day(DueKind.NEXT_MEETING, None, decided_on=date(2019, 3, 13), meetings=meetings)
    assert after == date(2019, 8, 20)


def test_a_decision_that_a_meeting_heard_and_left_undone_comes_back_to_the_next(commission, store):
    stories.held(commission)
    commission.meets(present=8, day=date(2019, 4, 16))
    made = stories.decides(commission, kind=DecisionKind.ASSIGN, term=Term(DueKind.DATE, date(2019, 5, 1)))
    stories.closes(commission)
    commission.plans(day=date(2019, 6, 11), items=())
    agenda_actions.take_up_decision(store, meeting_id=commission.meeting_id, decision_id=made)
    assert offered(commission) == ()
    agenda_actions.move_item(store, item_id=commission.item().id, place=1)
    session_actions.open_session(store, meeting_id=commission.meeting_id)
    for number in range(1, 9):
        commission.marks(number, Presence.PRESENT)
    agenda_actions.set_item_state(store, item_id=commission.item().id, state=ItemState.DECIDED)
    stories.closes(commission)
    commission.plans(day=date(2019, 9, 10), items=())
    assert [offer.id for offer in offered(commission, date(2019, 9, 1))] == [made]
    decision_actions.follow_up(store, decision_id=made, state=FollowUpState.DONE, on=date(2019, 8, 30))
    assert offered(commission, date(2019, 9, 1)) == ()


@pytest.mark.parametrize("failed", [True, False])
def test_the_agenda_of_a_meeting_that_did_not_take_place_offers_itself(commission, store, failed):
    commission.plans(items=(ItemKind.DECISION, ItemKind.DECISION))
    agenda_actions.set_item_state(
        store, item_id=commission.item(2).id, state=ItemState.WITHDRAWN, reason="Долбоор даяр эмес"
    )
    if failed:
        session_actions.open_session(store, meeting_id=commission.meeting_id)
        stories.closes(commission)
    else:
        actions.cancel_meeting(store, meeting_id=commission.meeting_id, reason="Кар жаап калды")
    commission.plans(day=date(2019, 3, 20), items=())
    (offer,) = offered(commission)
    assert (offer.kind, offer.text) == (OfferKind.POSTPONED, "Маселе 1")
    assert str(offer.origin) == "The meeting of 13.03.2019 was not held"
    agenda_actions.take_up_postponed(store, meeting_id=commission.meeting_id, item_id=offer.id)
    assert offered(commission) == ()


# After the notice


def test_the_agenda_is_frozen_by_the_notice_and_what_comes_later_is_marked(commission, store):
    commission.plans(items=(ItemKind.DECISION, ItemKind.DECISION))
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 1))
    first = commission.item(1)
    assert refusal(agenda_actions.change_item, store, item_id=first.id, text_ky="Башка").clause == "CN-5.6.1"
    assert refusal(agenda_actions.move_item, store, item_id=first.id, place=2).clause == "CN-5.6.1"
    refusal(agenda_actions.remove_item, store, item_ids=[first.id])
    agenda_actions.change_item(store, item_id=first.id, speaker="Бирбеков Э.", draft_ky="жактырылсын")
    agenda_actions.add_item(store, meeting_id=commission.meeting_id, text_ky="Кечиккен маселе")
    assert [item.is_late for item in commission.meeting.items] == [False, False, True]
    agenda_actions.change_item(store, item_id=commission.item(3).id, text_ky="Кечиккен маселе, такталган")
    agenda_actions.remove_item(store, item_ids=[commission.item(3).id])
    assert [item.text_ky for item in commission.meeting.items] == ["Маселе 1", "Маселе 2"]


def test_a_notice_can_be_taken_back_and_sent_anew(commission, store):
    commission.plans()
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 1))
    agenda_actions.add_item(store, meeting_id=commission.meeting_id, text_ky="Кечиккен маселе")
    actions.take_back_notice(store, meeting_id=commission.meeting_id)
    meeting = commission.meeting
    assert (meeting.state, meeting.agenda_frozen, meeting.deliveries) == (State.PLANNED, False, [])
    assert [item.is_late for item in meeting.items] == [False, False]
    journal.undo(store)
    assert (commission.meeting.state, len(commission.meeting.deliveries)) == (State.NOTIFIED, 11)


@pytest.mark.parametrize(
    ("kind", "when", "is_refused"),
    [
        (DeliveryKind.NOTICE, date(2019, 3, 14), True),
        (DeliveryKind.MATERIALS, date(2019, 3, 14), True),
        (DeliveryKind.MATERIALS, date(2019, 3, 13), False),
        (DeliveryKind.MINUTES, date(2019, 3, 12), True),
        (DeliveryKind.MINUTES, date(2019, 3, 14), False),
    ],
)
def test_notice_and_materials_come_before_the_meeting_and_minutes_after_it(commission, store, kind, when, is_refused):
    commission.plans()
    wanted = dict(meeting_id=commission.meeting_id, person_id=commission.id(2), kind=kind, on=when)
    if is_refused:
        assert refusal(actions.record_delivery, store, **wanted).field == "on"
        del wanted["person_id"]
        assert refusal(actions.deliver_to_all, store, **wanted).field == "on"
    else:
        actions.record_delivery(store, **wanted)
        assert [row.on for row in commission.meeting.deliveries] == [when]


# Plans that go away


def test_a_deleted_plan_lets_go_of_everything_that_points_to_it(commission, store):
    commission.meets(present=8, day=date(2019, 2, 5))
    agenda_actions.set_item_state(store, item_id=commission.item().id, state=ItemState.POSTPONED, reason="Кийин")
    postponed = commission.item().id
    proposal = proposal_actions.propose(store, body_id=commission.body_id, text="Сунуш", on=date(2019, 2, 6)).made
    plan = commission.plans(items=())
    agenda_actions.take_up_postponed(store, meeting_id=plan.id, item_id=postponed)
    agenda_actions.take_up_proposal(store, meeting_id=plan.id, proposal_id=proposal)
    later = commission.plans(
        day=date(2019, 3, 20), items=(), kind=Kind.EXTRAORDINARY, reason="Улантуу", refers_to_id=plan.id
    )
    actions.delete_meeting(store, meeting_id=plan.id)
    commission.meeting_id = later.id
    assert commission.meeting.refers_to_id is None
    assert {offer.kind for offer in offered(commission)} == {OfferKind.POSTPONED, OfferKind.PROPOSAL}


# The quarters


@pytest.mark.clause("CN-5.6.1")
def test_a_late_notice_is_explained_while_somebody_still_gets_one_and_an_extraordinary_one_never(commission, store):
    def may_explain(today):
        found = day_of(commission)
        return rules.may_explain_notice(found.charter, found.calendar, commission.meeting, found.seats, today)

    early, late = date(2019, 2, 20), date(2019, 3, 12)
    for kind, reason in ((Kind.EXTRAORDINARY, "Сел жүрдү"), (Kind.REGULAR, "")):
        commission.plans(kind=kind, reason=reason)
        assert not may_explain(late), "no notice yet: the form of the notice asks itself"
        actions.send_notice(store, meeting_id=commission.meeting_id, on=early)
        assert (may_explain(early), may_explain(late)) == (False, kind is Kind.REGULAR)
    actions.explain_late_notice(store, meeting_id=commission.meeting_id, reason="Байланыш жок болчу")
    assert may_explain(early), "what is written can be corrected"
    actions.cancel_meeting(store, meeting_id=commission.meeting_id, reason="Кар жаап калды")
    assert not may_explain(late)


def test_work_goes_on_with_the_meeting_in_session_then_with_the_next_one_then_with_the_last(commission, store):
    def at_hand(today):
        with reading(store) as session:
            found = rules.at_hand(selections.meetings_list(session, commission.body_id), today)
            return None if found is None else found.date

    march, april, may = date(2019, 3, 12), date(2019, 4, 9), date(2019, 5, 14)
    assert at_hand(march) is None
    for when in (march, april, may):
        commission.plans(day=when)
    assert (at_hand(march), at_hand(date(2019, 3, 13)), at_hand(date(2019, 6, 1))) == (march, april, may)
    actions.cancel_meeting(store, meeting_id=commission.meeting_id, reason="Жол жабык")
    assert at_hand(date(2019, 4, 10)) == may, "the last of all, although it is cancelled"
    commission.meets(present=8, day=date(2019, 2, 5))
    assert at_hand(march) == date(2019, 2, 5)


@pytest.mark.clause("CN-7.1")
def test_a_quarter_without_a_meeting_is_reminded_of_and_then_missed(commission, store):
    for when in (date(2019, 2, 5), date(2019, 5, 14), date(2019, 8, 20)):
        commission.meets(present=8, day=when)
        agenda_actions.set_item_state(store, item_id=commission.item().id, state=ItemState.DECIDED)
        session_actions.close_session(store, meeting_id=commission.meeting_id)
    with reading(store) as session:
        held = selections.meetings_list(session, commission.body_id)
        since = selections.first_seat_on(session, commission.body_id)
    assert since == date(2019, 1, 10)
    ask = lambda today: [  # noqa: E731
        (quarter.number, missed)
        for quarter, missed in rules.quarters_without_meeting(held, since=since, today=today)
        if quarter.year == 2019
    ]
    assert ask(date(2019, 12, 1)) == [(4, False)]
    assert ask(date(2020, 1, 1)) == [(4, True)]
    commission.meets(present=8, day=date(2019, 11, 5))
    agenda_actions.set_item_state(store, item_id=commission.item().id, state=ItemState.DECIDED)
    session_actions.close_session(store, meeting_id=commission.meeting_id)
    with reading(store) as session:
        held = selections.meetings_list(session, commission.body_id)
    assert ask(date(2020, 1, 1)) == []


# The steps


def test_the_steps_follow_the_meeting_from_plan_to_minutes(commission, store):
    commission.plans()
    walked = [steps.current(commission.meeting)]
    actions.send_notice(store, meeting_id=commission.meeting_id, on=date(2019, 3, 1))
    walked.append(steps.current(commission.meeting))
    session_actions.open_session(store, meeting_id=commission.meeting_id)
    walked.append(steps.current(commission.meeting))
    assert lacks(commission, Step.SESSION) == ["Nobody is marked as present yet", "1 matter is still open"]
    commission.marks(1, Presence.PRESENT)
    assert lacks(commission, Step.SESSION) == ["1 matter is still open"]
    for number in range(2, 8):
        commission.marks(number, Presence.PRESENT)
    agenda_actions.set_item_state(store, item_id=commission.item().id, state=ItemState.DECIDED)
    session_actions.close_session(store, meeting_id=commission.meeting_id)
    walked.append(steps.current(commission.meeting))
    assert walked == [Step.NOTICE, Step.SESSION, Step.SESSION, Step.MINUTES]
    assert [steps.progress(commission.meeting, step) for step in Step] == [
        Progress.DONE,
        Progress.DONE,
        Progress.DONE,
        Progress.CURRENT,
    ]
    assert "No decision is recorded on matters 1" in lacks(commission, Step.MINUTES)
    assert lacks(commission, Step.PLAN) == lacks(commission, Step.NOTICE) == lacks(commission, Step.SESSION) == []


def test_a_cancelled_meeting_lacks_nothing(commission, store):
    commission.plans(items=())
    actions.cancel_meeting(store, meeting_id=commission.meeting_id, reason="Жол жабык")
    assert {steps.progress(commission.meeting, step) for step in Step} == {Progress.DROPPED}
    assert [lacks(commission, step) for step in Step] == [[], [], [], []]


def test_parties_are_named_for_follow_up(commission, store):
    """Used by the list of decisions: who carries out a part, otherwise who carries out the whole."""
    commission.meets(present=8)
    made = decision_actions.add_decision(
        store,
        item_id=commission.item().id,
        text_ky="Тапшырылсын",
        kind=DecisionKind.ASSIGN,
        parties=(Party(PartyRole.RESPONSIBLE, name="Мониторинг тобу"), Party(PartyRole.CONTROLLER, name="Башчы")),
    ).made
    with reading(store) as session:
        assert [one.role for one in selections.decision(session, made).parties] == ["responsible", "controller"]


@pytest.mark.clause("CN-3.1.3")
def test_a_plan_cannot_become_extraordinary_without_a_reason(commission, store):
    commission.plans()
    no = refusal(actions.change_plan, store, meeting_id=commission.meeting_id, kind=Kind.EXTRAORDINARY)
    assert (no.field, commission.meeting.kind) == ("reason", Kind.REGULAR)
    actions.change_plan(store, meeting_id=commission.meeting_id, kind=Kind.EXTRAORDINARY, reason="Суу жок")
    assert commission.meeting.kind is Kind.EXTRAORDINARY
