"""Does an amendment that nobody has decided count anywhere?"""

import dataclasses
import json
from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pytest

from ayil_desktop.printing import text
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import (
    approval_actions,
    arranging_actions,
    baselines,
    board_paper,
    changes_paper,
    chart_rows,
    export_calendar,
    export_project,
    export_workbook,
    glance,
    handouts,
    in_force,
    papers,
    plan_actions,
    progress_paper,
    put_back_actions,
    review_actions,
    rules,
    russian_actions,
    selections,
    several_actions,
    sheet_parts,
    showing,
    standing,
)
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.strategy.shown import Which
from ayil_desktop.strategy.standing import State
from tests.strategy.made_up import LATER
from tests.strategy.test_put_back import amended, change_at_random, rows  # noqa: F401

TODAY = date(2019, 8, 25)
OPENED = date(2019, 8, 20)


@pytest.fixture
def amending(plan, store):
    """A plan whose first activity is late; an amendment, not decided, puts it off, removes one row and adds one."""
    plan.does("2019 жыл март", "2019 жыл июль", "2019 жыл сентябрь", "2019 жыл октябрь").is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат кечикти", on=OPENED)
    first, second, third = (plan[number] for number in ("1.1", "1.2", "1.3"))
    plan_actions.set_deadline_words(store, activity_id=first.id, words="2019 жыл декабрь")
    plan_actions.change_activity(store, activity_id=first.id, text_ky="Башка иш")
    plan_actions.set_responsible(store, activity_id=first.id, texts=["Башка киши"])
    arranging_actions.remove_activity(store, activity_id=second.id)
    plan_actions.set_deadline_words(store, activity_id=third.id, words="2019 жыл февраль")
    entry = ActivityEntry("Жаңы иш", deadline="2019 жыл январь", responsible=["Жаңы киши"])
    plan_actions.add_activity(store, task_id=plan.task_id, entry=entry)
    return plan


def paper_of(plan):
    with reading(plan.store) as session:
        return papers.of(session, plan.id, TODAY)


def shown(plan):
    with reading(plan.store) as session:
        written = selections.strategy(session, plan.id)
        return showing.summary(written, in_force.strategy(session, written), TODAY, "ky")


def words(document):
    return " ".join(text.render(document).split())


def in_words(state):
    return standing.STATE_NAMES[state].into("ky")


AS_APPROVED = {
    "1.1": State.LATE_UNRECORDED,
    "1.2": State.LATE_UNRECORDED,
    "1.3": State.NOT_YET_DUE,
    "1.4": State.NOT_YET_DUE,
}


def test_what_is_not_decided_judges_nothing(amending):
    states = standing.states(amending.strategy, TODAY)
    assert sorted(states.values()) == sorted(AS_APPROVED.values())
    approved = standing.approved_in(amending.strategy.baselines[-1].content)
    assert {approved[key]["number"]: state for key, state in states.items()} == AS_APPROVED


def test_what_the_program_concludes_follows_the_approval(amending):
    found = shown(amending)
    (task,) = found["services"][0]["tasks"]
    assert {one["number"]: one["state"] for one in task["activities"]} == AS_APPROVED
    first = task["activities"][0]
    assert (first["text"], first["deadline_text"], first["to"]) == ("Иш 1", "2019 жыл март", "2019-03-31")
    assert first["responsible"] == ["Жооптуу катчы"]
    assert found["counts"]["late_unrecorded"] == 2
    assert found["open_amendment"]["reason"] == "Каражат кечикти"


def test_once_it_is_decided_it_counts(amending, store):
    approval_actions.decide_amendment(store, strategy_id=amending.id, on=LATER.date, act=LATER)
    found = shown(amending)
    (task,) = found["services"][0]["tasks"]
    assert {one["number"]: one["state"] for one in task["activities"]} == {
        "1.1": State.NOT_YET_DUE,
        "1.3": State.LATE_UNRECORDED,
        "1.4": State.NOT_YET_DUE,
        "1.5": State.LATE_UNRECORDED,
    }
    assert found["open_amendment"] is None
    assert found["approved_by"]["number"] == "17/16"
    assert [(one["resolution"], one["date"]) for one in found["amended_by"]] == [("20/3", "2019-09-02")]


def test_a_paper_names_the_approval_and_what_has_amended_it(amending, store):
    assert sheet_parts.approval_mark(paper_of(amending), "en").splitlines() == [APPROVED]
    approval_actions.decide_amendment(store, strategy_id=amending.id, on=LATER.date, act=LATER)
    for make in (handouts.action_plan, handouts.standards):
        assert f"{APPROVED} {AMENDED}" in words(make(paper_of(amending), "en"))
    changes = words(changes_paper.changes(paper_of(amending), "en"))
    assert f"The strategy was {APPROVED[0].lower()}{APPROVED[1:]}. {AMENDED}." in changes
    assert "2019-жылдын 2-сентябрындагы №20/3 токтому менен" in words(handouts.strategy(paper_of(amending), "ky"))


APPROVED = "Approved by the resolution of 13 March 2019 No. 17/16"
AMENDED = "Amended by the resolution of 2 September 2019 No. 20/3"


@pytest.mark.parametrize("make", [progress_paper.progress_report, board_paper.board_progress])
def test_reports_follow_the_approval(amending, make):
    said = words(make(paper_of(amending), "ky"))
    assert "Башка" not in said
    assert "Жаңы" not in said
    assert "декабрь" not in said
    assert "0 / 4" in said


def test_the_report_names_what_is_late_by_its_approved_days_and_says_what_waits(amending):
    said = words(progress_paper.progress_report(paper_of(amending), "en"))
    assert "1/1.1. Иш 1" in said
    assert "1/1.2. Иш 2" in said
    assert "2019 жыл март" in said
    assert "147" in said  # days since 31 March
    assert "20 August 2019" in said
    assert "20 August 2019" not in words(board_paper.board_progress(paper_of(amending), "en"))
    before = dataclasses.replace(paper_of(amending), today=OPENED - timedelta(days=1))
    assert "20 August 2019" not in words(progress_paper.progress_report(before, "en"))


def test_other_programs_are_given_what_counts(amending):
    paper = paper_of(amending)
    calendar = export_calendar.make(paper, "ky").decode()
    assert "DTSTART;VALUE=DATE:20190331" in calendar
    assert "20191231" not in calendar
    assert "Жаңы" not in calendar
    assert "Башка" not in export_project.make(paper, "ky").decode()
    table = openpyxl.load_workbook(BytesIO(export_workbook.make(paper, "ky"))).worksheets[0]
    lines = [(line[2], line[6], line[10]) for line in table.iter_rows(min_row=2, values_only=True)]
    assert lines[0] == ("1.1", "2019 жыл март", in_words(State.LATE_UNRECORDED))
    assert [number for number, *_ in lines] == list(AS_APPROVED)


@pytest.mark.parametrize("make", [handouts.strategy, handouts.action_plan])
def test_a_paper_of_the_plan_itself_shows_the_amendment_as_a_draft(amending, make):
    document = make(paper_of(amending), "ky")
    assert document.draft
    assert "Башка иш" in words(document)


def test_what_was_followed_up_meanwhile_counts_at_once(amending, store):
    review = review_actions.begin_review(store, strategy_id=amending.id, on=date(2019, 8, 22)).made
    review_actions.record_progress(
        store, review_id=review, activity_id=amending["1.1"].id, progress=Progress.DONE, done_on=date(2019, 8, 21)
    )
    plan_actions.change_activity(store, activity_id=amending["1.4"].id, remark="Кат жазылды")
    key = f"{amending['1.4'].id}/text_ru"
    russian_actions.translate(store, strategy_id=amending.id, words={key: "Дело 4"})
    paper = paper_of(amending)
    found = {one.number: one for one in rules.activities(paper.strategy)}
    assert paper.states[found["1.1"].id] is State.DONE_LATE
    assert (found["1.4"].remark, found["1.4"].text_ru) == ("Кат жазылды", "Дело 4")


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_written_what_counts_is_what_was_approved(amended, store, seed):  # noqa: F811
    approved, before = baselines.content(amended.strategy), rows(amended)
    change_at_random(amended, store, seed)
    with reading(store) as session:
        written = selections.strategy(session, amended.id)
        counted = in_force.strategy(session, written)
        assert baselines.content(counted) == approved
        assert baselines.content(written) != approved
        assert standing.states(counted, TODAY) == standing.states(written, TODAY)
    put_back_actions.withdraw_with_changes(store, strategy_id=amended.id)
    assert rows(amended) == before


def test_a_service_that_the_amendment_took_away_still_counts(amending, store):
    several_actions.remove_rows(store, strategy_id=amending.id, rows=[amending.task_id, amending.priority_id])
    assert amending.strategy.priorities == []
    found = shown(amending)
    assert [one["name"] for one in found["services"]] == ["Таза суу"]
    assert found["counts"]["late_unrecorded"] == 2
    assert "0 / 4" in words(board_paper.board_progress(paper_of(amending), "ky"))
    json.dumps(found)


# The screen


@pytest.fixture
def tab(amending, show, clock):
    clock.today = TODAY
    return show()


def test_the_screen_shows_the_amendment_and_judges_by_what_was_approved(tab, amending):
    rows_shown = {row.number: row for row in tab.plan.rows if row.level == 2}
    assert rows_shown["1.1"].ends == date(2019, 12, 31)
    assert {number: row.state for number, row in rows_shown.items()} == {
        "1.1": State.LATE_UNRECORDED,
        "1.3": State.NOT_YET_DUE,
        "1.4": State.NOT_YET_DUE,
        "1.5": None,
    }
    assert tab.head.late.accessibleName() == "2 late"
    assert tab.head.share.text() == "Done: 0 / 4"
    assert "Not decided yet" in tab.plan.gantt.told(rows_shown["1.5"])


def test_the_card_says_which_deadline_judges(tab, amending):
    tab.plan.open_card(amending["1.1"].id)
    judging = tab.plan.card.deadline.judging
    assert judging.text() == "Until the amendment is decided, the approved deadline counts: 2019 жыл март"
    assert tab.plan.card.state.accessibleName() == "Late, nothing recorded"
    tab.plan.open_card(amending["1.5"].id)
    assert judging.text() == "Not approved yet: it counts once the amendment is decided."
    assert tab.plan.card.state.accessibleName() == "Not decided yet"
    tab.plan.open_card(amending["1.4"].id)
    assert not judging.isVisibleTo(tab)


def test_a_russian_card_says_the_approved_deadline_in_russian(tab, amending, language):
    language("ru")
    tab.plan.open_card(amending["1.1"].id)
    assert tab.plan.card.deadline.judging.text().endswith(": март 2019 г.")


def test_the_filters_find_what_the_approved_days_call_for(tab, amending, clock):
    numbers = lambda which: [row.number for row in tab.shown.rows(which) if row.level == 2]  # noqa: E731
    assert numbers(Which.LATE) == ["1.1"]
    assert numbers(Which.SOON) == []
    assert numbers(Which.THIS_QUARTER) == ["1.3"]


def test_an_added_activity_stands_in_the_review_without_a_state(tab, amending, store):
    review_actions.begin_review(store, strategy_id=amending.id, on=TODAY)
    tab.show_touched(frozenset({"strategy"}))
    states = [line.state for line in tab.review.table.rows()]
    assert states[-1] is None


def test_a_change_that_is_written_on_the_screen_does_not_count_there_either(tab, amending, store):
    plan_actions.set_deadline_words(store, activity_id=amending["1.4"].id, words="2019 жыл январь")
    tab.show_touched(frozenset({"strategy"}))
    assert tab.shown.late == 2


def test_the_chart_of_a_large_plan_is_judged_alike_at_a_glance(store, amending):
    with reading(store) as session:
        written = selections.strategy(session, amending.id)
        found = glance.rows(session, amending.id, TODAY, "ky")
        assert found == chart_rows.rows(written, standing.states(written, TODAY), "ky")


def test_an_export_says_that_the_amendment_is_not_in_it(qtbot, tab, answers, told, tmp_path):
    answers.will("save_file", tmp_path / "план.ics")
    tab.exporting.export(".ics")
    qtbot.wait_until(lambda: bool(told.words), timeout=20_000)
    assert "It holds the approved plan; the open amendment is not decided." in told.words[-1]
    assert "20191231" not in (tmp_path / "план.ics").read_text(encoding="utf-8")
