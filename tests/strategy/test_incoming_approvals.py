"""Does a file bring in a plan that nobody approved, or an amendment that nobody decided?"""

import json
from datetime import date

import pytest

from ayil_desktop import command_line
from ayil_desktop.office.records import Criterion
from ayil_desktop.refused import Refused
from ayil_desktop.store import opening
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import (
    actions,
    approval_actions,
    arranging_actions,
    baselines,
    incoming,
    plan_actions,
    russian_actions,
    selections,
)
from ayil_desktop.transfer import exchange
from ayil_desktop.transfer.incoming import Incoming
from tests.strategy.made_up import LATER
from tests.strategy.round_trip import come_back


@pytest.fixture
def approved(plan, store):
    """A plan that was approved and amended since."""
    plan.does("2019 жыл март", "2019 жыл апрель", "туруктуу негизде")
    service_id = plan.strategy.priorities[0].service_id
    actions.write_standard(store, service_id=service_id, criterion=Criterion.TIME, texts=["Күн сайын"])
    plan.is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    plan_actions.set_deadline_words(store, activity_id=plan["1.1"].id, words="2019 жыл декабрь")
    approval_actions.decide_amendment(store, strategy_id=plan.id, on=LATER.date, act=LATER)
    russian_actions.translate(store, strategy_id=plan.id, words={f"{plan['1.1'].id}/text_ru": "Дело 1"})
    return plan


@pytest.fixture
def amending(approved, store):
    """It is being amended again: a row was moved, one changed, one is gone, one is new."""
    approval_actions.open_amendment(store, strategy_id=approved.id, reason="Сел", on=date(2019, 10, 1))
    arranging_actions.move_activity(store, activity_id=approved["1.3"].id, place=1)
    arranging_actions.remove_activity(store, activity_id=approved["1.2"].id)
    plan_actions.change_activity(store, activity_id=approved["1.1"].id, text_ky="Башка")
    entry = plan_actions.ActivityEntry("Жаңы", deadline="2020 жыл май")
    plan_actions.add_activity(store, task_id=approved.task_id, entry=entry)
    return approved


def exported(store, tmp_path, spoil=lambda found: None):
    source = tmp_path / "office.json"
    content = exchange.collected(store, "")
    spoil(content["records"])
    source.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return source


def refusal_of(source):
    """What is said to whoever imports the file."""
    with pytest.raises(Refused) as refused:
        command_line.import_office(source, source.parent / "Other.ayil")
    return refused.value.reason.into("en")


@pytest.mark.parametrize("state", ["approved", "amending"])
def test_what_goes_out_comes_in_and_goes_out_again_the_same(request, store, tmp_path, state):
    request.getfixturevalue(state)
    with come_back(store, tmp_path):
        pass


def first(found, table, **wanted):
    return next(row for row in found[table] if all(row[name] == value for name, value in wanted.items()))


def later_deadline(found):
    first(found, "activity", number="1.1").update(ends="2020-12-31", deadline_ky="2020 жыл декабрь")


def other_words(found):
    first(found, "activity", number="1.2")["text_ky"] = "Башка иш"


def other_russian_deadline(found):
    first(found, "activity", number="1.1")["deadline_ru"] = "декабрь 2021 г."


def no_russian_deadline(found):
    first(found, "activity", number="1.1")["deadline_ru"] = ""


def other_person(found):
    found["responsible"][0]["text"] = "Башка киши"


def a_row_less(found):
    gone = first(found, "activity", number="1.3")["id"]
    found["activity"] = [row for row in found["activity"] if row["id"] != gone]
    found["responsible"] = [row for row in found["responsible"] if row["activity_id"] != gone]


def a_row_more(found):
    found["activity"].append(first(found, "activity", number="1.3") | {"id": "f" * 32, "number": "1.4", "place": 4})


def other_goal(found):
    found["priority_service"][0]["goal"] = "Башка максат"


def other_title(found):
    found["strategy"][0]["title_ky"] = "Башка"


def other_standard(found):
    found["standard"][0]["texts"] = ["Жума сайын"]


def moved(found):
    first(found, "activity", number="1.1")["place"] = 9


def other_days_under_the_same_words(found):
    first(found, "activity", number="1.2")["ends"] = "2020-04-30"


CHANGED = {
    later_deadline: "activity: Deadline 1.1",
    other_days_under_the_same_words: "activity: Deadline 1.2",
    other_words: "activity: Activity 1.2",
    other_russian_deadline: "activity: In Russian 1.1",
    no_russian_deadline: "activity: In Russian 1.1",
    other_person: "activity: Responsible 1.",
    a_row_less: "strategy: Activity 1.3",
    a_row_more: "activity: Activity 1.4",
    other_goal: "priority_service: Goal",
    other_title: "strategy: Title",
    moved: "activity: Place among its neighbours 1.1",
}


@pytest.mark.clause("ST-R.1")
@pytest.mark.parametrize("spoil", CHANGED, ids=lambda spoil: spoil.__name__)
def test_a_plan_that_was_changed_by_hand_is_not_imported(approved, store, tmp_path, spoil):
    source = exported(store, tmp_path, spoil)
    with pytest.raises(Refused) as refused:
        command_line.import_office(source, tmp_path / "Other.ayil")
    place, _, what = CHANGED[spoil].partition(": ")
    told = refused.value.reason.into("en")
    assert told.startswith(f"records.{place}[")
    assert f"An approved plan is changed only by an amendment; {what}" in told
    assert not (tmp_path / "Other.ayil").exists()


def test_a_standard_that_was_changed_by_hand_stays_for_the_strategy_what_was_approved(approved, store, tmp_path):
    """Standards are shared: the strategy keeps the approved texts whatever becomes of the service's record."""
    source = exported(store, tmp_path, other_standard)
    assert command_line.import_office(source, tmp_path / "Other.ayil") == 0
    other = opening.open_office(tmp_path / "Other.ayil")
    try:
        with reading(other) as session:
            content = baselines.content(selections.strategy(session, approved.id))
        assert content["services"][0]["standards"][0]["texts"] == ["Күн сайын"]
    finally:
        other.close()


def test_what_stays_open_after_the_approval_may_be_other_in_a_file(approved, store):
    content = exchange.collected(store, "")["records"]
    first(content, "activity", number="1.1").update(remark="Жаңы", text_ru="Дело первое")
    incoming.check(Incoming(content))


def decided_by_nobody(found):
    next(row for row in found["amendment"] if row["decided_on"])["order_id"] = None


def decided_before_it_was_opened(found):
    found["amendment"][0]["decided_on"] = "2019-08-01"


def decided_and_withdrawn(found):
    found["amendment"][0]["withdrawn"] = True


def decided_without_an_approval(found):
    found["baseline"] = [row for row in found["baseline"] if row["number"] == 1]


def approved_without_an_amendment(found):
    next(row for row in found["baseline"] if row["number"] == 2)["amendment_id"] = None


def an_approval_by_nobody(found):
    next(row for row in found["baseline"] if row["number"] == 1)["order_id"] = None


def one_approval_more(found):
    last = next(row for row in found["baseline"] if row["number"] == 2)
    found["baseline"].append(last | {"id": "f" * 32, "number": 3})


def amended_by_nothing(found):
    found["strategy"][0]["status"] = "approved"


def a_draft_with_approvals(found):
    found["strategy"][0]["status"] = "draft"


DECIDED = [
    decided_by_nobody,
    decided_before_it_was_opened,
    decided_and_withdrawn,
    decided_without_an_approval,
    approved_without_an_amendment,
    an_approval_by_nobody,
    one_approval_more,
    amended_by_nothing,
    a_draft_with_approvals,
]


@pytest.mark.clause("ST-R.1")
@pytest.mark.parametrize("spoil", DECIDED)
def test_an_amendment_that_nobody_decided_is_not_imported(approved, store, tmp_path, spoil):
    assert "records." in refusal_of(exported(store, tmp_path, spoil))


def without_a_beginning(found):
    found["amendment_image"] = []


def begun_with_another_deadline(found):
    began = next(row for row in found["amendment_image"] if row["number"] == 0)
    next(row for row in began["rows"]["activity"] if row["number"] == "1.2")["ends"] = "2020-12-31"


def begun_without_a_row(found):
    began = next(row for row in found["amendment_image"] if row["number"] == 0)
    began["rows"]["activity"].pop()


def begun_with_nothing(found):
    next(row for row in found["amendment_image"] if row["number"] == 0)["rows"] = {}


def begun_twice(found):
    began = next(row for row in found["amendment_image"] if row["number"] == 0)
    began["rows"]["strategy"].insert(0, began["rows"]["strategy"][0] | {"title_ky": "Башка"})


def opened_by_hand(found):
    """The open amendment becomes a decided one, with a baseline of what nobody decided."""
    open_one = next(row for row in found["amendment"] if row["decided_on"] is None)
    open_one["decided_on"] = "2019-12-01"


BEGUN = [
    without_a_beginning,
    begun_with_another_deadline,
    begun_without_a_row,
    begun_with_nothing,
    begun_twice,
    opened_by_hand,
]


@pytest.mark.clause("ST-R.1")
@pytest.mark.parametrize("spoil", BEGUN)
def test_an_open_amendment_comes_in_only_with_the_approved_plan_that_it_began_with(amending, store, tmp_path, spoil):
    assert "records." in refusal_of(exported(store, tmp_path, spoil))
