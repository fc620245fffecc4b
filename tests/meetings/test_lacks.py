"""What a meeting lacks after its end: a notice that nobody sent (CN-5.6.1), a matter opened again (NC-3.3)."""

from datetime import date

import pytest

from ayil_desktop import command_line
from ayil_desktop.commission import body_actions
from ayil_desktop.commission.tab import Tab as CommissionTab
from ayil_desktop.meetings import actions, agenda_actions, decision_actions, minutes, opened, session_actions, steps
from ayil_desktop.meetings.choices import DeliveryKind, ItemKind, ItemState, Kind, State
from ayil_desktop.meetings.steps import Step
from ayil_desktop.refused import Refused
from tests.commission.screens import put
from tests.meetings import stories
from tests.meetings.made_up import MEETING_DAY
from tests.opened import tab as opened_tab

LACK = "No notice is recorded; enter it, or write why there was none"

pytestmark = pytest.mark.clause("CN-5.6.1")


@pytest.fixture(autouse=True)
def english(language):
    language("en")


def clauses(commission, step):
    found = steps.lacks(commission.meeting, stories.day_of(commission), step)
    return [one.clause for one in found if str(one.text) == LACK]


def notice_text(commission):
    found = minutes.sections(commission.meeting, stories.day_of(commission), "en")
    return [line for one in found if one.key == "notice" for line in one.text.splitlines()]


def test_it_lacks_the_notice_in_the_session_and_afterwards_and_the_minutes_say_so(commission):
    commission.meets(present=8)
    assert clauses(commission, Step.SESSION) == clauses(commission, Step.NOTICE) == ["CN-5.6.1"]
    commission.votes(for_=range(1, 9))
    stories.decides(commission)
    stories.closes(commission)
    assert clauses(commission, Step.MINUTES) == ["CN-5.6.1"]
    assert notice_text(commission) == ["No notice to the members is recorded."]


def test_the_reason_is_written_and_printed(commission):
    stories.held(commission)
    actions.explain_late_notice(commission.store, meeting_id=commission.meeting_id, reason="Байланыш жок болду")
    assert clauses(commission, Step.MINUTES) == clauses(commission, Step.NOTICE) == []
    assert notice_text(commission) == ["No notice to the members is recorded.", "Reason: Байланыш жок болду"]
    assert stories.seals(commission).state is State.SIGNED


def test_a_notice_that_was_only_not_entered_is_entered_afterwards(commission):
    stories.held(commission)
    actions.deliver_to_all(
        commission.store, meeting_id=commission.meeting_id, kind=DeliveryKind.NOTICE, on=date(2019, 3, 6)
    )
    assert clauses(commission, Step.MINUTES) == []
    assert "No notice" not in "\n".join(notice_text(commission))


def test_an_extraordinary_meeting_has_its_own_reason_but_the_minutes_tell_it(commission):
    commission.meets(present=8, kind=Kind.EXTRAORDINARY, reason="Сел жүрдү")
    assert clauses(commission, Step.SESSION) == []
    assert notice_text(commission)[0] == "No notice to the members is recorded."


def test_a_body_without_a_term_for_the_notice_lacks_nothing(a_commission):
    commission = a_commission(9, charter="naryn-council", appointed=date(2014, 7, 1))
    commission.meets(present=4, day=date(2014, 8, 21))
    assert clauses(commission, Step.SESSION) == []
    assert notice_text(commission) == []


def test_the_notice_page_asks_for_the_reason_after_the_beginning(show, clock, commission):
    clock.today = MEETING_DAY
    commission.meets(present=8)
    screen = show()
    screen.page.look_at(Step.NOTICE)
    panel = screen.page.panel(Step.NOTICE).widget
    assert panel.explanation.isVisible() and not panel.send.isVisible()
    put(panel.explanation, late_notice_reason="Байланыш жок болду")
    assert commission.meeting.late_notice_reason == "Байланыш жок болду"
    assert clauses(commission, Step.SESSION) == []


def notice_lack(commission, step):
    found = steps.lacks(commission.meeting, stories.day_of(commission), step)
    return [(str(one.text), one.clause) for one in found if "No notice" in str(one.text)]


def test_who_of_the_members_has_no_notice_is_named_after_the_opening(commission):
    commission.plans()
    for number in (*range(1, 9), 10):
        actions.record_delivery(
            commission.store,
            meeting_id=commission.meeting_id,
            person_id=commission.id(number),
            kind=DeliveryKind.NOTICE,
            on=date(2019, 3, 6),
        )
    session_actions.open_session(commission.store, meeting_id=commission.meeting_id)
    names = ", ".join(commission.people[number - 1].name for number in (9, 11))
    told = [(f"No notice is recorded for: {names}", "CN-5.6.1")]
    assert notice_lack(commission, Step.SESSION) == notice_lack(commission, Step.NOTICE) == told
    actions.deliver_to_all(
        commission.store, meeting_id=commission.meeting_id, kind=DeliveryKind.NOTICE, on=date(2019, 3, 6)
    )
    assert notice_lack(commission, Step.SESSION) == notice_lack(commission, Step.NOTICE) == []


def test_who_has_no_notice_is_named_before_the_seal_and_keeps_nothing_from_it(commission):
    stories.held(commission)
    actions.record_delivery(
        commission.store,
        meeting_id=commission.meeting_id,
        person_id=commission.id(1),
        kind=DeliveryKind.NOTICE,
        on=date(2019, 3, 6),
    )
    ((text, _),) = notice_lack(commission, Step.MINUTES)
    assert commission.people[0].name not in text and commission.people[1].name in text
    assert stories.seals(commission).state is State.SIGNED


# A body that is dissolved before its meetings


def dissolves(commission, day):
    body_actions.change_body(commission.store, body_id=commission.body_id, values={"dissolved_on": day})


def dissolved(commission, step):
    found = steps.lacks(commission.meeting, stories.day_of(commission), step)
    return [str(one.text) for one in found if "dissolved" in str(one.text)]


@pytest.mark.clause("CN-1.2")
def test_a_planned_meeting_after_the_last_day_of_the_body_is_to_be_cancelled(commission):
    commission.plans()
    dissolves(commission, MEETING_DAY)
    assert dissolved(commission, Step.PLAN) == []
    dissolves(commission, date(2019, 3, 12))
    told = "The body was dissolved on 12.03.2019: cancel this meeting, or correct that day"
    assert dissolved(commission, Step.PLAN) == [told]
    found = opened.meetings_of(commission.store, commission.body_id, date(2019, 3, 6))
    assert (str(found.duty), found.planned_id) == (f"Meeting of 13.03.2019: {told}", commission.meeting_id)
    actions.cancel_meeting(commission.store, meeting_id=commission.meeting_id, reason="орган таркатылды")
    assert dissolved(commission, Step.PLAN) == []
    assert opened.meetings_of(commission.store, commission.body_id, date(2019, 4, 6)).duty is None


@pytest.mark.clause("CN-1.2")
def test_a_meeting_held_after_the_last_day_of_the_body_is_told_at_the_meeting_and_by_the_check(commission):
    stories.held(commission)
    dissolves(commission, date(2019, 3, 12))
    told = "The body was dissolved on 12.03.2019, before this meeting: correct one of the days"
    assert dissolved(commission, Step.MINUTES) == [told]
    lines = command_line.corrected_rosters(commission.store.folder)
    assert [str(one) for one in lines] == [f"Meeting of 13.03.2019: {told}"]


@pytest.mark.clause("CN-1.2")
def test_the_window_in_which_the_day_is_entered_says_which_meetings_come_after_it(qtbot, desk, commission):
    stories.held(commission)
    tab = opened_tab(qtbot, desk, CommissionTab)
    tab.windows.names(tab.shown)
    window = tab.windows.opened
    put(window.form, dissolved_on=date(2019, 3, 12))
    assert window.after.isVisible()
    assert "The body meets after this day: 13.03.2019." in window.after.text()
    put(window.form, dissolved_on=MEETING_DAY)
    assert not window.after.isVisible()


# A matter that was opened again after the end


@pytest.mark.clause("NC-3.3")
def test_a_matter_opened_again_after_the_meeting_is_a_lack_and_is_not_sealed(commission):
    stories.held(commission, items=(ItemKind.DECISION, ItemKind.DECISION))
    agenda_actions.set_item_state(commission.store, item_id=commission.item(2).id, state=ItemState.OPEN)
    found = steps.lacks(commission.meeting, stories.day_of(commission), Step.MINUTES)
    assert ("1 matter is still open", "") in [(str(one.text), one.clause) for one in found]
    with pytest.raises(Refused, match="still open: 2") as no:
        stories.seals(commission)
    assert no.value.field == "agenda"
    decision_actions.remove_decision(commission.store, decision_id=commission.item(1).decisions[0].id)
    with pytest.raises(Refused, match="still open: 1, 2"):
        stories.seals(commission)
    # What was decided is not postponed as well: the decision is taken back first.
    decision_actions.remove_decision(commission.store, decision_id=commission.item(2).decisions[0].id)
    for place in (1, 2):
        agenda_actions.set_item_state(
            commission.store, item_id=commission.item(place).id, state=ItemState.POSTPONED, reason="эрте"
        )
    assert stories.seals(commission).state is State.SIGNED


@pytest.mark.clause("CN-7.7")
def test_minutes_that_an_absent_secretary_would_sign_lack_another_one(commission):
    def lacks():
        found = steps.lacks(commission.meeting, stories.day_of(commission), Step.MINUTES)
        return [one.clause for one in found if "secretary was not at the meeting" in str(one.text)]

    # Number 3 is the secretary.
    stories.held(commission, present=[1, 2, 4, 5, 6, 7, 8, 9])
    assert lacks() == ["CN-7.7"]
    actions.choose_secretary(commission.store, meeting_id=commission.meeting_id, person_id=commission.id(5))
    assert lacks() == []
