"""A slip of the hand in a date: a notice of 1919, an opinion that came after the meeting, minutes sent in 2099."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ayil_desktop.meetings import actions, composition_actions, decision_actions, fact_days, opinion_actions
from ayil_desktop.meetings.choices import Change, DecisionKind, DueKind, FollowUpState, ItemKind, State
from ayil_desktop.meetings.decision_actions import Term
from ayil_desktop.meetings.steps import Step
from ayil_desktop.meetings.vote_actions import Subject
from ayil_desktop.refused import Refused
from tests.commission.screens import press, put
from tests.meetings import stories
from tests.meetings.test_protocol import SEALING, SENDING, receive
from tests.meetings.test_tab import notice_of, plan_of

LATE = "This cannot be later than the meeting of 13.03.2019."
EARLY = "This cannot be earlier than the meeting of 13.03.2019."


def far(day):
    return f"Check the year: {day} is too far from the meeting of 13.03.2019."


@pytest.fixture(autouse=True)
def english(language):
    language("en")


@pytest.fixture
def planning(show):
    """The plan of the meeting, on the screen."""

    def look():
        tab = show()
        tab.page.look_at(Step.PLAN)
        return plan_of(tab)

    return look


@pytest.fixture
def minutes(commission, show, clock):
    """The minutes of a meeting that was held, on the screen."""
    stories.held(commission)
    clock.today = date(2019, 3, 20)

    def look(page):
        tab = show()
        tab.page.look_at(Step.MINUTES)
        panel = tab.page.panel(Step.MINUTES).widget
        panel.pages.setCurrentIndex(page)
        return panel

    return look


@pytest.mark.clause("CN-5.6.1")
def test_a_notice_of_another_century_is_refused_at_its_field_and_the_agenda_stays_open(commission, show):
    commission.plans()
    notice = notice_of(show())
    put(notice.form, on=date(1919, 3, 6))
    notice.send.click()
    assert notice.form.field("on").refusal == far("06.03.1919")
    assert notice.form.field("on").entry.text() == "06.03.1919"
    assert (commission.meeting.state, commission.meeting.agenda_frozen) == (State.PLANNED, False)
    put(notice.form, on=date(2019, 3, 6))
    notice.send.click()
    assert commission.meeting.state is State.NOTIFIED


def test_an_approval_after_the_meeting_or_twenty_years_before_it_is_refused(commission, planning):
    commission.plans()
    page = planning().agenda
    for typed, said in ((date(2099, 1, 1), LATE), (date(1999, 1, 1), far("01.01.1999"))):
        put(page.approval, agenda_approved_on=typed)
        assert page.approval.field("agenda_approved_on").refusal == said
        assert commission.meeting.agenda_approved_on is None
    put(page.approval, agenda_approved_on=date(2019, 3, 5))
    assert commission.meeting.agenda_approved_on == date(2019, 3, 5)


def test_the_list_of_the_invited_is_agreed_before_the_meeting(commission, store):
    commission.plans()
    with pytest.raises(Refused) as no:
        actions.agree_invited(store, meeting_id=commission.meeting_id, on=date(2099, 1, 1))
    assert no.value.field == "invited_agreed_on"


def test_an_instruction_may_be_some_years_old_but_not_younger_than_the_meeting(commission, store):
    commission.meets(present=8)
    actions.record_instruction(store, meeting_id=commission.meeting_id, on=date(2016, 1, 11))
    for wrong in (date(2099, 1, 1), date(1916, 1, 11)):
        with pytest.raises(Refused) as no:
            actions.record_instruction(store, meeting_id=commission.meeting_id, on=wrong)
        assert no.value.field == "chair_instruction_on"
    assert commission.meeting.chair_instruction_on == date(2016, 1, 11)


@pytest.mark.clause("CN-5.7.7")
def test_an_opinion_that_came_after_the_meeting_was_not_read_out_there(commission, store):
    commission.meets(present=8)
    opinion = {"item_id": commission.item().id, "person_id": commission.id(9), "text": "Макулмун."}
    with pytest.raises(Refused, match="cannot be later") as no:
        opinion_actions.give_written_opinion(store, **opinion, received_on=date(2020, 1, 1))
    assert no.value.field == "received_on"
    opinion_actions.give_written_opinion(store, **opinion, received_on=date(2019, 3, 13))
    opinion_actions.give_written_opinion(store, **opinion, received_on=None)


def test_a_dissenting_opinion_of_2099_is_refused_at_its_date(minutes, commission):
    panel = minutes(1)
    receive(panel, 5, date(2099, 3, 14))
    assert panel.opinions.form.field("received_on").refusal == far("14.03.2099")
    assert commission.meeting.opinions == []


def test_minutes_sent_in_2099_and_a_posting_of_2001_are_refused(minutes, commission, store):
    panel = minutes(SENDING)
    editor = panel.sending.log.edit(commission.id(4), "on")
    editor.setText("14.3.2099")
    press(editor, Qt.Key.Key_Return)
    assert panel.sending.log.grid.refusal == far("14.03.2099")
    put(panel.sending.line.form, where="Тактада", on=date(2001, 1, 1))
    panel.sending.line.button.click()
    assert panel.sending.line.form.field("on").refusal == far("01.01.2001")
    assert (commission.meeting.deliveries, commission.meeting.postings) == ([], [])


def test_a_note_which_stays_for_ever_is_neither_of_the_future_nor_older_than_the_signature(minutes, commission):
    stories.seals(commission, signed_on=date(2019, 3, 15))
    panel = minutes(SEALING)
    line = panel.sealing.notes.line
    for typed, said in (
        (date(2099, 1, 1), "This day is still to come."),
        (date(2019, 3, 14), "The minutes were signed on 15.03.2019; a note comes later."),
    ):
        put(line.form, text="Ката бар", on=typed)
        line.button.click()
        assert line.form.field("on").refusal == said
    assert commission.meeting.notes == []
    put(line.form, on=date(2019, 3, 20))
    line.button.click()
    assert [one.on for one in commission.meeting.notes] == [date(2019, 3, 20)]


def test_a_term_and_a_progress_of_another_century_are_refused(commission, store):
    stories.held(commission)
    decision = commission.item().decisions[0].id
    with pytest.raises(Refused, match="Check the year") as no:
        decision_actions.change_decision(store, decision_id=decision, term=Term(DueKind.DATE, date(2119, 6, 1)))
    assert no.value.field == "due_on"
    for wrong in (date(2019, 3, 12), date(2119, 6, 1)):
        with pytest.raises(Refused) as no:
            decision_actions.follow_up(store, decision_id=decision, state=FollowUpState.DONE, on=wrong)
        assert no.value.field == "on"
    decision_actions.follow_up(store, decision_id=decision, state=FollowUpState.DONE, on=date(2019, 3, 13))


def test_what_an_old_decision_came_to_is_recorded_today(a_commission, store):
    commission = a_commission(appointed=date(1993, 1, 1))
    stories.held(commission, day=date(1994, 5, 4))
    decision = commission.item().decisions[0].id
    decision_actions.follow_up(store, decision_id=decision, state=FollowUpState.DONE, on=date(2019, 3, 1))
    assert [one.on for one in commission.item().decisions[0].follow_ups] == [date(2019, 3, 1)]


def test_minutes_are_not_handed_over_before_the_meeting(commission, store):
    commission.meets(present=8, items=(ItemKind.COMPOSITION,))
    leaves = Subject(change=Change.EXCLUDE, candidate_id=commission.id(9), candidate_name=commission.people[8].name)
    commission.votes(subject=leaves, for_=range(1, 9))
    stories.decides(commission, kind=DecisionKind.COMPOSITION)
    stories.closes(commission)
    with pytest.raises(Refused, match="cannot be earlier"):
        composition_actions.hand_over(store, body_id=commission.body_id, on=date(2019, 3, 12))


def test_a_meeting_does_not_move_before_what_made_it_ready(commission, store, planning):
    commission.plans()
    actions.approve_agenda(store, meeting_id=commission.meeting_id, on=date(2019, 3, 11))
    plan = planning()
    plan.tabs.setCurrentIndex(1)
    form = plan.day.form
    put(form, date=date(2019, 3, 8))
    assert form.date.refusal == "Agenda approved on: This cannot be later than the meeting of 08.03.2019."
    assert commission.meeting.date == date(2019, 3, 13)
    put(form, date=date(2019, 3, 12))
    assert commission.meeting.date == date(2019, 3, 12)


def test_a_proposal_of_another_century_is_refused(commission, show):
    tab = show()
    tab.show_proposals()
    line = tab.proposals.add_line
    put(line.form, text="Көчөнү жарык кылуу", on=date(1919, 3, 1))
    line.button.click()
    assert line.form.field("on").refusal == "Check the year of 01.03.1919."
    put(line.form, on=date(2019, 3, 1))
    line.button.click()
    (row,) = tab.proposals.table.rows()
    editor = tab.proposals.table.edit(row.id, "on")
    editor.setText("1.3.2091")
    press(editor, Qt.Key.Key_Return)
    assert tab.proposals.table.grid.refusal == "Check the year of 01.03.2091."
    assert [one.on for one in tab.proposals.table.rows()] == [date(2019, 3, 1)]


@pytest.mark.clause("CN-5.5")
def test_an_instruction_may_hold_for_years_and_never_comes_after_the_meeting(commission, store):
    commission.plans()
    with pytest.raises(Refused) as no:
        actions.record_instruction(store, meeting_id=commission.meeting_id, on=date(2019, 3, 14))
    assert no.value.reason.into("en") == LATE
    actions.record_instruction(store, meeting_id=commission.meeting_id, on=date(2012, 3, 14))
    assert commission.meeting.chair_instruction_on == date(2012, 3, 14)


def test_what_came_today_has_come_and_what_comes_tomorrow_has_not():
    sent, today = date(2019, 3, 6), date(2019, 3, 7)
    fact_days.check_received(sent, today, today=today, field="on")
    with pytest.raises(Refused) as no:
        fact_days.check_received(sent, date(2019, 3, 8), today=today, field="on")
    assert no.value.field == "on"
