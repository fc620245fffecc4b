"""What a meeting lacks after its end: a notice that nobody sent (CN-5.6.1), a matter opened again (NC-3.3)."""

from datetime import date

import pytest

from ayil_desktop.meetings import actions, agenda_actions, decision_actions, minutes, steps
from ayil_desktop.meetings.choices import DeliveryKind, ItemKind, ItemState, Kind, State
from ayil_desktop.meetings.steps import Step
from ayil_desktop.refused import Refused
from tests.commission.screens import put
from tests.meetings import stories
from tests.meetings.made_up import MEETING_DAY

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


# A matter that was opened again after the end


@pytest.mark.clause("NC-3.3")
def test_a_matter_opened_again_after_the_meeting_is_a_lack_and_is_not_sealed(commission):
    stories.held(commission, items=(ItemKind.DECISION, ItemKind.DECISION))
    agenda_actions.set_item_state(commission.store, item_id=commission.item(2).id, state=ItemState.OPEN)
    found = steps.lacks(commission.meeting, stories.day_of(commission), Step.MINUTES)
    assert [str(one.text) for one in found if one.clause == "NC-3.3"] == ["1 matter is still open"]
    with pytest.raises(Refused, match="still open: 2") as no:
        stories.seals(commission)
    assert no.value.field == "agenda"
    decision_actions.remove_decision(commission.store, decision_id=commission.item(1).decisions[0].id)
    with pytest.raises(Refused, match="still open: 1, 2"):
        stories.seals(commission)
    for place in (1, 2):
        agenda_actions.set_item_state(
            commission.store, item_id=commission.item(place).id, state=ItemState.POSTPONED, reason="эрте"
        )
    assert stories.seals(commission).state is State.SIGNED
