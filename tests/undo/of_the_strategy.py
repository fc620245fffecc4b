"""What a secretary does with a strategy: its text, plans, reviews, indicators, risks and approvals."""

from datetime import date

from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Criterion, Person
from ayil_desktop.store.work import work
from ayil_desktop.strategy import (
    actions,
    approval_actions,
    arranging_actions,
    indicator_actions,
    monitoring_actions,
    plan_actions,
    put_back_actions,
    review_actions,
    russian,
    russian_actions,
    several_actions,
    whole_plan_actions,
)
from ayil_desktop.strategy.follow_up_records import Level, Progress
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.strategy.records import Source
from ayil_desktop.strategy.whole_plan_actions import TaskEntry
from ayil_desktop.workdays.deadlines import Deadline, Kind
from tests.store.test_blobs import PDF
from tests.strategy.made_up import ACT, LATER, Plan
from tests.undo.story import told

DAY = date(2019, 4, 16)


def draft(store):
    """Two services, the first with three activities, one of them regular."""
    plan = Plan(store)
    plan.serves("Жарык", votes=40)
    return plan.does("2019 жыл май", "2019 жыл июнь", "туруктуу")


def approved(store):
    return draft(store).is_approved()


def amended(store):
    plan = approved(store)
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="сел", on=date(2019, 8, 1))
    return plan


def changed(plan):
    """The open amendment has a new text, a new activity and one less."""
    plan_actions.change_activity(plan.store, **activity(plan, text_ky="Башка иш"))
    arranging_actions.remove_activity(plan.store, **activity(plan, "1.2"))
    plan_actions.add_activity(plan.store, task_id=plan.task_id, entry=ActivityEntry("Дагы бир иш"))
    return of(plan)


def of(plan, **more):
    return {"strategy_id": plan.id, **more}


def service(plan, **more):
    return {"priority_id": plan.priority_id, **more}


def activity(plan, number="1.1", **more):
    return {"activity_id": plan[number].id, **more}


def second(plan):
    return plan.strategy.priorities[1].id


def section(plan):
    return next(one for one in plan.strategy.sections if one.key not in ("priorities", "commission")).id


def an_empty_task(plan):
    return plan_actions.add_task(plan.store, priority_id=plan.priority_id, title_ky="Дагы").made


def renumbered(plan):
    """A plan whose first number is not 1."""
    arranging_actions.number_task(plan.store, task_id=plan.task_id, number="4")
    return service(plan)


def a_person(plan):
    with work(plan.store, Message("Add a person")) as session:
        person = Person(name="Асанов Үсөн", sort_key="асанов", folded="асанов")
        session.add(person)
    return person.id


def an_indicator(plan):
    return indicator_actions.add_indicator(plan.store, priority_id=plan.priority_id, text_ky="Кошулган үйлөр").made


def a_value(plan):
    indicator = an_indicator(plan)
    indicator_actions.measure(plan.store, indicator_id=indicator, on=DAY, value=12)
    return plan.strategy.priorities[0].indicators[0].values[0].id


def a_link(plan):
    ends = {"before_id": plan["1.1"].id, "after_id": plan["1.2"].id}
    plan_actions.link(plan.store, **ends)
    return ends


def a_review(plan):
    return review_actions.begin_review(plan.store, strategy_id=plan.id, on=DAY).made


def a_written_review(plan):
    return plan.is_reviewed(DAY, n1_1=Progress.DONE)


def a_proof(plan):
    return review_actions.prove(plan.store, **activity(plan, on=DAY, text="акт")).made


def a_monitoring(plan):
    entry = {"level": Level.CUSTOMER, "on": DAY, "text": "көрүлдү"}
    return monitoring_actions.record_monitoring(plan.store, strategy_id=plan.id, **entry).made


def a_risk(plan):
    return monitoring_actions.record_risk(plan.store, strategy_id=plan.id, on=DAY, text="акча жок").made


WRITING = told(
    draft,
    (actions.add_strategy, lambda p: {"title_ky": "Дагы бир", "begins": date(2021, 1, 1), "ends": date(2022, 1, 1)}),
    (actions.change_strategy, lambda p: of(p, title_ru="Образцовая стратегия", ends=date(2021, 1, 1))),
    (actions.write_section, lambda p: {"section_id": section(p), "text": "Биринчи сап\n\n- бир\n- эки"}),
    (actions.add_priority, lambda p: of(p, name_ky="Жол")),
    (actions.change_priority, lambda p: service(p, goal="таза суу", causes=["эски түтүк"])),
    (actions.rank_by_votes, of),
    (actions.move_priority, lambda p: service(p, place=2)),
    (actions.remove_priority, lambda p: {"priority_id": second(p)}),
    (
        actions.write_standard,
        lambda p: {
            "service_id": p.strategy.priorities[0].service_id,
            "criterion": Criterion.QUALITY,
            "texts": ["таза"],
        },
    ),
    (plan_actions.add_task, lambda p: service(p, title_ky="Дагы")),
    (plan_actions.change_task, lambda p: {"task_id": p.task_id, "title_ky": "Маселе", "title_ru": "Задача"}),
    (arranging_actions.remove_task, lambda p: {"task_id": an_empty_task(p)}),
    (
        plan_actions.add_activity,
        lambda p: {"task_id": p.task_id, "entry": ActivityEntry("Иш", responsible=["Катчы"]), "place": 1},
    ),
    (plan_actions.change_activity, lambda p: activity(p, text_ky="Башка иш", products=["түтүк", "кран"])),
    (plan_actions.set_deadline_words, lambda p: activity(p, words="2019 жыл 15-апрелге чейин")),
    (plan_actions.set_deadline_days, lambda p: activity(p, starts=date(2019, 5, 2), ends=date(2019, 5, 9))),
    (
        plan_actions.set_deadline,
        lambda p: activity(p, deadline=Deadline(Kind.MONTH, date(2019, 7, 1), date(2019, 7, 31))),
    ),
    (plan_actions.set_responsible, lambda p: activity(p, texts=["Башчы", "Катчы"])),
    (arranging_actions.move_activity, lambda p: activity(p, place=3)),
    (arranging_actions.move_task, lambda p: {"task_id": an_empty_task(p), "place": 1}),
    (arranging_actions.number_task, lambda p: {"task_id": p.task_id, "number": "4"}),
    (arranging_actions.number_activity, lambda p: {"activity_id": p["1.1"].id, "number": "1.7"}),
    (arranging_actions.number_anew, renumbered),
    (arranging_actions.remove_activity, lambda p: activity(p, "1.2")),
    (several_actions.remove_rows, lambda p: of(p, rows=[p["1.1"].id, p["1.3"].id, second(p)])),
    (plan_actions.link, lambda p: {"before_id": p["1.1"].id, "after_id": p["1.2"].id}),
    (plan_actions.unlink, a_link),
    (plan_actions.set_funding, lambda p: activity(p, source=Source.DONORS, amount=5000)),
    (indicator_actions.add_indicator, lambda p: service(p, text_ky="Кошулган үйлөр")),
    (indicator_actions.change_indicator, lambda p: {"indicator_id": an_indicator(p), "base": 3.0, "target": 10.0}),
    (indicator_actions.remove_indicator, lambda p: {"indicator_ids": [an_indicator(p)]}),
    (
        whole_plan_actions.copy_plan,
        lambda p: {"from_priority_id": p.priority_id, "to_priority_id": second(p), "years": 1},
    ),
    (
        whole_plan_actions.pasting,
        lambda p: service(p, tasks=[TaskEntry("Коюлган", [ActivityEntry("Бир"), ActivityEntry("Эки")])]),
    ),
    (
        whole_plan_actions.paste_plan,
        lambda p: service(p, tasks=[TaskEntry("Коюлган", [ActivityEntry("Бир"), ActivityEntry("Эки")])]),
    ),
    (
        whole_plan_actions.take_over,
        lambda p: {"activity_ids": [p["1.1"].id, p["1.2"].id], "priority_id": second(p)},
    ),
    (
        whole_plan_actions.begin_next_period,
        lambda p: of(p, title_ky="Кийинки мезгил", begins=date(2021, 1, 1), ends=date(2022, 12, 31)),
    ),
    (approval_actions.approve, lambda p: of(p, act=ACT)),
)

FOLLOWING_UP = told(
    approved,
    (
        plan_actions.recognise,
        lambda p: {"responsible_id": p["1.1"].responsible[0].id, "person_id": a_person(p)},
    ),
    (review_actions.begin_review, lambda p: of(p, on=DAY)),
    (
        review_actions.take_back_progress,
        lambda p: {"review_id": a_written_review(p), "activity_ids": [p["1.1"].id]},
    ),
    (review_actions.record_progress, lambda p: activity(p, review_id=a_review(p), progress=Progress.DONE)),
    (
        several_actions.record_states,
        lambda p: {"review_id": a_review(p), "activities": [p["1.1"].id, p["1.2"].id], "progress": Progress.DONE},
    ),
    (review_actions.remove_review, lambda p: {"review_id": a_written_review(p)}),
    (review_actions.tick_occurrence, lambda p: activity(p, "1.3", on=DAY)),
    (review_actions.prove, lambda p: activity(p, on=DAY, content=PDF, name="акт.pdf")),
    (review_actions.remove_proof, lambda p: {"proof_id": a_proof(p)}),
    (monitoring_actions.record_monitoring, lambda p: of(p, level=Level.CUSTOMER, on=DAY, text="көрүлдү")),
    (monitoring_actions.change_monitoring, lambda p: {"record_id": a_monitoring(p), "text": "кайра көрүлдү"}),
    (monitoring_actions.remove_monitoring, lambda p: {"record_ids": [a_monitoring(p)]}),
    (monitoring_actions.record_risk, lambda p: of(p, on=DAY, text="акча жок")),
    (monitoring_actions.change_risk, lambda p: {"risk_id": a_risk(p), "measure": "издөө"}),
    (monitoring_actions.remove_risk, lambda p: {"risk_ids": [a_risk(p)]}),
    (
        russian_actions.translate,
        lambda p: of(p, words={russian.texts(p.strategy)[0].id: "Образцовая стратегия"}),
    ),
    (approval_actions.open_amendment, lambda p: of(p, reason="сел", on=date(2019, 8, 1))),
)

MEASURING = told(
    draft,
    (indicator_actions.measure, lambda p: {"indicator_id": an_indicator(p), "on": DAY, "value": 12.5}),
    (indicator_actions.change_value, lambda p: {"value_id": a_value(p), "value": 13.0}),
    (indicator_actions.remove_value, lambda p: {"value_ids": [a_value(p)]}),
)

AMENDING = told(
    amended,
    (approval_actions.decide_amendment, lambda p: of(p, on=date(2019, 9, 2), act=LATER)),
    (approval_actions.withdraw_amendment, of),
    (put_back_actions.withdraw_with_changes, changed),
)

STORIES = [*WRITING, *FOLLOWING_UP, *MEASURING, *AMENDING]
