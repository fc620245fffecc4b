"""Which strategy comes with the samples? Chet-Nura's real one, word for word."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ayil_desktop import shipped
from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Criterion, Order, OrderKind, Service, Standard
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import work
from ayil_desktop.strategy import baselines, selections
from ayil_desktop.strategy.approval_records import Baseline
from ayil_desktop.strategy.records import (
    Activity,
    Indicator,
    PriorityService,
    Responsible,
    Section,
    Status,
    Strategy,
    Task,
)
from ayil_desktop.workdays import deadlines

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Json = Mapping[str, Any]


def make_chet_nura(store: Store, *, body_id: str) -> str:
    """The strategy of resolution 17/16, approved, with its baseline; the id of the strategy."""
    sample = json.loads(shipped.resource("samples/chet-nura-strategy.json").read_text(encoding="utf-8"))
    with work(store, Message("Fill the office with a sample"), lasting=True) as session:
        return fill(session, sample, body_id)


def fill(session: Session, sample: Json, body_id: str) -> str:
    """Resolution, sections, services with standards and plans, then the baseline of the approval."""
    order = _resolution(session, sample["resolution"], sample["council_ru"])
    strategy = Strategy(
        title_ky=sample["title_ky"],
        title_page=sample["title_page"],
        status=Status.APPROVED,
        order_id=order.id,
        body_id=body_id,
        controller_ky=sample["controller_ky"],
        head_ky=dict(sample["resolution"]) | {"contents_title": sample["contents_title"]},
    )
    strategy.sections = [_section(place, raw) for place, raw in enumerate(sample["sections"], 1)]
    strategy.priorities = [_priority(place, raw) for place, raw in enumerate(sample["priorities"], 1)]
    session.add(strategy)
    session.flush()
    content = baselines.content(selections.strategy(session, strategy.id))
    session.add(Baseline(strategy_id=strategy.id, number=1, on=order.date, order_id=order.id, content=content))
    return strategy.id


def _resolution(session: Session, raw: Json, council_ru: str) -> Order:
    order = Order(
        kind=OrderKind.RESOLUTION,
        number=raw["number"],
        date=datetime.date.fromisoformat(raw["date"]),
        issued_by_ky=raw["council"],
        issued_by_ru=council_ru,
        subject_ky=raw["title"],
        text_ky="\n".join(raw["clauses"]),
    )
    session.add(order)
    session.flush()
    return order


def _section(place: int, raw: Json) -> Section:
    return Section(
        key=raw["key"],
        place=place,
        number=raw["number"],
        title_ky=raw["title_ky"],
        blocks=list(raw["blocks"]),
    )


def _priority(place: int, raw: Json) -> PriorityService:
    service = Service(name_ky=raw["service_name"])
    service.standards = [
        Standard(
            criterion=Criterion(one["criterion"]),
            criterion_ky=one["criterion_ky"],
            place=one["place"],
            version=1,
            texts=list(one["texts"]),
        )
        for one in raw["standards"]
    ]
    same = (
        "name_ky", "standards_title", "plan_title", "service_line", "name_in_plan", "goal_label", "goal",
        "results_label",
    )  # fmt: skip
    lists = ("justification", "causes", "standards_headings", "plan_headings")
    priority = PriorityService(
        service=service,
        place=place,
        rank_as_written=str(raw["rank"]),
        within_competence=True,  # the criterion by which the services were chosen (ST-4.1)
        **{name: raw[name] for name in same},
        **{name: list(raw[name]) for name in lists},
    )
    priority.indicators = _indicators(raw)
    priority.tasks = [_task(number, task) for number, task in enumerate(raw["tasks"], 1)]
    return priority


def _indicators(raw: Json) -> list[Indicator]:
    sign = raw.get("results_sign", "")
    return [Indicator(place=place, text_ky=text, sign=sign) for place, text in enumerate(raw["results"], 1)]


def _task(place: int, raw: Json) -> Task:
    task = Task(
        place=place,
        number=raw["number"],
        kind_word=raw["kind_word"],
        title_ky=raw["title_ky"],
        results_label=raw["results_label"],
    )
    task.indicators = _indicators(raw)
    task.activities = [_activity(number, one) for number, one in enumerate(raw["activities"], 1)]
    return task


def _activity(place: int, raw: Json) -> Activity:
    read = deadlines.read(raw["deadline_ky"])
    starts, ends = read.judged_by
    activity = Activity(
        place=place,
        number=raw["number"],
        text_ky=raw["text_ky"],
        products=list(raw["products"]),
        resources=list(raw["resources"]),
        deadline_ky=raw["deadline_ky"],
        deadline_ru=deadlines.write(read, "ru"),
        deadline_kind=read.kind.value,
        deadline_note=raw.get("deadline_note", ""),
        starts=starts,
        ends=ends,
    )
    activity.responsible = [Responsible(place=number, text=text) for number, text in enumerate(raw["responsible"], 1)]
    return activity
