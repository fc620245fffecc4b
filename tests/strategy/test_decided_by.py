"""Who may decide an amendment, and when: a resolution, or a meeting that was held since the approval?"""

import json
from datetime import date, time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from ayil_desktop import command_line
from ayil_desktop.commission.actions import Act
from ayil_desktop.meetings import actions as meeting_actions
from ayil_desktop.meetings import agenda_actions
from ayil_desktop.meetings import session_actions as meeting_session_actions
from ayil_desktop.meetings.choices import ItemState, Presence, State
from ayil_desktop.office.records import OrderKind
from ayil_desktop.refused import Refused
from ayil_desktop.store import opening
from ayil_desktop.strategy import approval_actions, plan_actions, showing
from ayil_desktop.strategy.plan_check import Finding
from ayil_desktop.strategy.records import Status
from ayil_desktop.transfer import exchange
from tests.meetings.made_up import Commission
from tests.strategy.made_up import LATER
from tests.strategy.screens import window_of
from tests.strategy.test_actions import refusal

OPENED = date(2019, 8, 20)
DAY = date(2019, 9, 5)


@pytest.fixture
def commission(store):
    return Commission(store, size=3)


@pytest.fixture
def amending(plan, store, commission):
    """An amendment since 20 August; the deadline is another one now."""
    plan.does("2019 жыл октябрь").is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат кечикти", on=OPENED)
    plan_actions.set_deadline_words(store, activity_id=plan["1.1"].id, words="2019 жыл ноябрь")
    return plan


def held(commission, day):
    commission.meets(present=3, day=day)
    agenda_actions.set_item_state(commission.store, item_id=commission.item().id, state=ItemState.DECIDED)
    meeting_session_actions.close_session(commission.store, meeting_id=commission.meeting_id, at=time(11, 0))
    return commission.meeting_id


def planned(commission, day):
    return commission.plans(day=day).id


def cancelled(commission, day):
    meeting_actions.cancel_meeting(commission.store, meeting_id=planned(commission, day), reason="Кворум жок")
    return commission.meeting_id


@pytest.mark.clause("ST-R.1")
def test_a_meeting_that_was_held_decides_an_amendment(amending, commission, store):
    meeting = held(commission, DAY)
    approval_actions.decide_amendment(store, strategy_id=amending.id, on=DAY, meeting_id=meeting, today=DAY)
    strategy = amending.strategy
    assert strategy.status is Status.AMENDED
    assert [(one.meeting_id, one.decided_on) for one in strategy.amendments] == [(meeting, DAY)]
    assert len(strategy.baselines) == 2


@pytest.mark.clause("ST-R.1")
@pytest.mark.parametrize(
    ("meets", "day", "field"),
    [
        (planned, DAY, "meeting_id"),
        (cancelled, DAY, "meeting_id"),
        (held, date(2019, 3, 12), "meeting_id"),
        (held, date(2019, 9, 6), "meeting_id"),
    ],
    ids=["planned", "cancelled", "before the approval", "after the decision"],
)
def test_no_other_meeting_decides_one(amending, commission, store, meets, day, field):
    meeting = meets(commission, day)
    refused = refusal(
        approval_actions.decide_amendment, store, strategy_id=amending.id, on=DAY, meeting_id=meeting, today=DAY
    )
    assert (refused.field, refused.clause) == (field, "ST-R.1")
    assert amending.strategy.amendments[0].decided_on is None


@pytest.mark.clause("ST-R.1")
def test_a_file_in_which_another_meeting_decided_it_is_not_imported(amending, commission, store, tmp_path):
    approval_actions.decide_amendment(
        store, strategy_id=amending.id, on=DAY, meeting_id=held(commission, DAY), today=DAY
    )
    content = exchange.collected(store, "")
    source = tmp_path / "office.json"
    content["records"]["amendment"][0]["meeting_id"] = cancelled(commission, date(2019, 9, 4))
    content["records"]["meeting"] = exchange.collected(store, "")["records"]["meeting"]
    source.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        command_line.import_office(source, tmp_path / "Other.ayil")
    assert "records.amendment[0].meeting_id" in refused.value.reason.into("en")


def test_an_office_whose_deciding_meeting_was_opened_again_is_exported_and_imported(
    amending, commission, store, tmp_path
):
    """A matter was forgotten; the meeting keeps its number, and what it decided stays decided."""
    meeting = held(commission, DAY)
    approval_actions.decide_amendment(store, strategy_id=amending.id, on=DAY, meeting_id=meeting, today=DAY)
    meeting_session_actions.reopen_session(store, meeting_id=meeting)
    source = tmp_path / "office.json"
    exported = exchange.collected(store, "")
    source.write_text(json.dumps(exported, ensure_ascii=False), encoding="utf-8")
    assert [(one["state"], one["number"]) for one in exported["records"]["meeting"]] == [("in_session", 1)]
    command_line.import_office(source, tmp_path / "Other.ayil")
    other = opening.open_office(tmp_path / "Other.ayil", read_only=True)
    found = exchange.collected(other, "")["records"]
    other.close()
    assert found == exported["records"]


def test_a_refusal_that_belongs_to_no_field_is_seen_whole(amending, show):
    tab = show()
    tab.head.next.click()
    window = tab.window_shown
    inner = window.findChild(QScrollArea)
    inner.setMinimumHeight(0)
    window.resize(window.width(), window.height() - 60)
    QApplication.processEvents()
    before = window.height()
    window.carry_out()
    QTest.qWait(50)
    assert "Name the resolution" in window.form.refusal
    assert inner.widget().height() == inner.viewport().height()
    assert window.height() > before
    window.reject()


@pytest.mark.clause("ST-R.1")
def test_an_amendment_decided_by_a_meeting_that_was_not_held_after_all_is_warned_of(
    amending, commission, store, show, clock, desk
):
    """Two of the three had been marked as present by mistake; the plan stays as it was decided, and says so."""
    meeting = held(commission, DAY)
    approval_actions.decide_amendment(store, strategy_id=amending.id, on=DAY, meeting_id=meeting, today=DAY)
    clock.today = date(2019, 9, 12)
    tab = show()

    def told():
        return [one.text.into("en") for one in tab.shown.warnings if one.finding is Finding.MEETING_NOT_HELD]

    def done(act, **more):
        tab.show_touched(desk.run(lambda: act(store, **more)).touched)

    done(meeting_session_actions.reopen_session, meeting_id=meeting)
    assert told() == ["The amendment of 05.09.2019 rests on a meeting that was opened again. Close it."]
    for number in (2, 3):
        commission.marks(number, Presence.ABSENT)
    agenda_actions.set_item_state(store, item_id=commission.item().id, state=ItemState.POSTPONED, reason="Кворум жок")
    done(meeting_session_actions.close_session, meeting_id=meeting, at=time(11, 0))
    assert commission.meeting.state is State.NOT_HELD
    said = "The amendment of 05.09.2019 rests on a meeting that did not take place."
    assert told() == [said]
    tab.plan.open_findings()
    (line,) = [one for one in tab.plan.findings.table.rows() if one.warned.finding is Finding.MEETING_NOT_HELD]
    assert (line.service, line.key) == ("the whole strategy", "")
    as_data = showing.summary(amending.strategy, amending.strategy, clock.today, "en", tab.shown.not_held)["warnings"]
    assert [(one["rank"], one["numbers"]) for one in as_data if one["text"] == said] == [(0, [])]
    tab.plan.findings.table.go_to(line.id)
    assert amending.strategy.status is Status.AMENDED
    for _ in ("closed", "the matter", "the second", "the third", "opened again"):
        tab.show_touched(desk.undo().touched)
    assert told() == []


def test_a_decision_of_a_day_to_come_is_refused(amending, store):
    on = LATER.date
    told = {"strategy_id": amending.id, "on": on, "act": LATER}
    assert refusal(approval_actions.decide_amendment, store, **told, today=date(2019, 9, 1)).field == "order_date"
    approval_actions.decide_amendment(store, **told, today=on)
    assert amending.strategy.status is Status.AMENDED


def test_an_amendment_may_name_a_meeting_to_come_but_no_cancelled_one(plan, commission, store):
    plan.does("2019 жыл октябрь").is_approved()
    told = {"strategy_id": plan.id, "reason": "Каражат кечикти", "on": OPENED}
    called_off, gone = cancelled(commission, DAY), held(commission, date(2019, 3, 12))
    for meeting in (called_off, gone):
        assert refusal(approval_actions.open_amendment, store, **told, meeting_id=meeting).field == "meeting_id"
    approval_actions.open_amendment(store, **told, meeting_id=planned(commission, DAY))
    assert plan.strategy.amendments[0].meeting_id == commission.meeting_id


def test_the_windows_offer_only_meetings_that_may_decide(amending, commission, store, show, clock):
    for day in (date(2019, 3, 12), DAY):
        held(commission, day)
    cancelled(commission, date(2019, 9, 7))
    planned(commission, date(2019, 9, 30))
    clock.today = date(2019, 9, 12)
    tab = show()
    tab.head.next.click()
    offered = tab.window_shown.form.field("meeting_id").list
    assert [offered.itemText(place) for place in range(offered.count())] == ["none", "Regular meeting of 05.09.2019"]
    window_of(tab, meeting_id="Regular meeting of 05.09.2019")
    (amendment,) = amending.strategy.amendments
    assert amendment.decided_on == DAY, "the day is that of the meeting, not today"
    held(commission, date(2019, 9, 4))
    tab.head.next.click()
    offered = tab.window_shown.form.field("meeting_id").list
    since = ["Regular meeting of 05.09.2019", "Regular meeting of 30.09.2019"]
    assert sorted(offered.itemText(place) for place in range(offered.count())) == [*since, "none"]


@pytest.mark.clause("ST-R.1")
@pytest.mark.parametrize("by", ["resolution", "meeting"])
def test_a_decision_of_the_third_is_recorded_on_the_tenth(plan, commission, store, show, clock, by):
    plan.does("2019 жыл октябрь").is_approved()
    held(commission, date(2019, 9, 3))
    clock.today = date(2019, 9, 10)
    tab = show()
    tab.head.next.click()
    window_of(tab, reason="Каражат кечикти")
    (amendment,) = plan.strategy.amendments
    assert amendment.opened_on == clock.today
    tab.head.next.click()
    if by == "meeting":
        window_of(tab, meeting_id="Regular meeting of 03.09.2019")
    else:
        window_of(tab, order_number="20/3", order_date="03.09.2019")
    strategy = plan.strategy
    assert (strategy.status, strategy.baselines[-1].on) == (Status.AMENDED, date(2019, 9, 3))


def test_an_amendment_that_was_begun_earlier_is_opened_of_that_day(plan, show, clock):
    plan.does("2019 жыл октябрь").is_approved()
    clock.today = date(2019, 9, 10)
    tab = show()
    tab.head.next.click()
    window = tab.window_shown
    for day, why in (("12.03.2019", "13.03.2019"), ("11.09.2019", "not come yet")):
        window_of(tab, reason="Каражат кечикти", opened_on=day)
        assert why in window.form.field("opened_on").refusal
    assert plan.strategy.amendments == []
    window_of(tab, opened_on="02.09.2019")
    assert plan.strategy.amendments[0].opened_on == date(2019, 9, 2)


@pytest.mark.clause("ST-R.1")
def test_no_act_from_before_the_approval_amends_it(plan, store):
    plan.does("2019 жыл октябрь").is_approved()
    old = Act("15/8", date(2018, 12, 24), OrderKind.RESOLUTION)
    told = {"strategy_id": plan.id, "reason": "Каражат кечикти"}
    early = date(2019, 3, 12)
    assert refusal(approval_actions.open_amendment, store, **told, on=early).field == "opened_on"
    assert refusal(approval_actions.open_amendment, store, **told, on=OPENED, act=old).field == "order_date"
    approval_actions.open_amendment(store, **told, on=OPENED)
    assert (
        refusal(approval_actions.decide_amendment, store, strategy_id=plan.id, on=OPENED, act=old).field == "order_date"
    )
    by_early = {"strategy_id": plan.id, "on": early, "act": LATER}
    assert refusal(approval_actions.decide_amendment, store, **by_early).field == "decided_on"


def test_the_second_amendment_comes_after_the_decision_of_the_first(amending, store):
    approval_actions.decide_amendment(store, strategy_id=amending.id, on=DAY, act=LATER)
    told = {"strategy_id": amending.id, "reason": "Сел жүрдү"}
    assert refusal(approval_actions.open_amendment, store, **told, on=date(2019, 9, 4)).field == "opened_on"
    approval_actions.open_amendment(store, **told, on=DAY)


@pytest.mark.clause("ST-R.1")
@pytest.mark.parametrize(("column", "day"), [("opened_on", "2019-03-12"), ("decided_on", "2019-03-12")])
def test_a_file_in_which_it_was_amended_before_the_approval_is_not_imported(amending, store, tmp_path, column, day):
    approval_actions.decide_amendment(store, strategy_id=amending.id, on=DAY, act=LATER)
    content = exchange.collected(store, "")
    content["records"]["amendment"][0][column] = day
    decided = next(one for one in content["records"]["baseline"] if one["amendment_id"])
    decided["on"] = content["records"]["amendment"][0]["decided_on"]
    source = tmp_path / "office.json"
    source.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        command_line.import_office(source, tmp_path / "Other.ayil")
    assert f"records.amendment[0].{column}" in refused.value.reason.into("en")
