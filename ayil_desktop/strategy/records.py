"""What is kept about a strategy: its text, priority services and action plans?"""

import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Order, Person, Service
from ayil_desktop.store.base import Json, Record

if TYPE_CHECKING:
    from ayil_desktop.strategy.approval_records import Amendment, Baseline
    from ayil_desktop.strategy.follow_up_records import IndicatorValue, Occurrence, Proof, Review, ReviewEntry


class Status(StrEnum):
    """Where a strategy stands; AMENDED means approved and changed since by a decided amendment."""

    DRAFT = "draft"
    APPROVED = "approved"
    AMENDED = "amended"


class Source(StrEnum):
    """The four sources of ST-8.F0."""

    LOCAL_BUDGET = "local_budget"
    USERS_AND_PROVIDERS = "users_and_providers"
    DONORS = "donors"
    SPONSORS = "sponsors"


class InTwoLanguages:
    """What is written in Kyrgyz and beside it in Russian."""

    russian_of: Mapped[dict[str, object]] = mapped_column(Json, default=dict, sort_order=1)
    """By the name of a Russian text the Kyrgyz words that it says, where others have been approved or written since."""


class Strategy(InTwoLanguages, Record):
    """One strategy with its period; the years are those of the document, None where it names none."""

    __tablename__ = "strategy"
    labels = {
        "title_ky": Message("Title in Kyrgyz"),
        "title_ru": Message("Title in Russian"),
        "title_page": Message("Title page"),
        "begins": Message("Period from"),
        "ends": Message("Period until"),
        "status": Message("State"),
        "order_id": Message("Approved by"),
        "controller_ky": Message("Who controls the execution"),
        "controller_ru": Message("Who controls the execution, Russian"),
    }

    title_ky: Mapped[str] = mapped_column(Text)
    title_ru: Mapped[str] = mapped_column(Text, default="")
    title_page: Mapped[list[str]] = mapped_column(Json, default=list)
    begins: Mapped[datetime.date | None]
    ends: Mapped[datetime.date | None]
    status: Mapped[Status] = mapped_column(default=Status.DRAFT)
    order_id: Mapped[str | None] = mapped_column(ForeignKey("order.id"))
    body_id: Mapped[str | None] = mapped_column(ForeignKey("body.id"))
    """The commission that follows it (ST-7.1)."""
    controller_ky: Mapped[str] = mapped_column(Text, default="")
    """The body that controls the execution (ST-R.2)."""
    controller_ru: Mapped[str] = mapped_column(Text, default="")
    head_ky: Mapped[dict[str, object]] = mapped_column(Json, default=dict)
    """Head and points of the approving resolution as written, for the printed strategy."""

    order: Mapped[Order | None] = relationship(lazy="raise")
    sections: Mapped[list["Section"]] = relationship(
        back_populates="strategy", lazy="raise", order_by="Section.place", passive_deletes="all"
    )
    priorities: Mapped[list["PriorityService"]] = relationship(
        back_populates="strategy", lazy="raise", order_by="PriorityService.place", passive_deletes="all"
    )
    reviews: Mapped[list["Review"]] = relationship(
        back_populates="strategy", lazy="raise", order_by="Review.on", passive_deletes="all"
    )
    baselines: Mapped[list["Baseline"]] = relationship(lazy="raise", order_by="Baseline.number", passive_deletes="all")
    amendments: Mapped[list["Amendment"]] = relationship(
        lazy="raise", order_by="Amendment.opened_on", passive_deletes="all"
    )


class Section(InTwoLanguages, Record):
    """A part of the strategy's text. `blocks` is a list of {"kind": "paragraph"|"list"|"heading", "text"|"items"}.
    A list has a "sign" of `signs` and, where it does not begin with 1, a "start"; a paragraph may have a bold "lead".

    `key` names what the program puts there itself: "priorities", "standards_and_plans", "commission"; else it is text.
    """

    __tablename__ = "strategy_section"
    labels = {
        "number": Message("Number"),
        "title_ky": Message("Title in Kyrgyz"),
        "title_ru": Message("Title in Russian"),
        "blocks": Message("Text"),
        "blocks_ru": Message("Text in Russian"),
    }

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    key: Mapped[str]
    place: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    """As in the table of contents; empty for the unnumbered ones."""
    title_ky: Mapped[str] = mapped_column(Text)
    title_ru: Mapped[str] = mapped_column(Text, default="")
    blocks: Mapped[list[dict[str, object]]] = mapped_column(Json, default=list)
    blocks_ru: Mapped[list[dict[str, object]]] = mapped_column(Json, default=list)
    strategy: Mapped[Strategy] = relationship(back_populates="sections", lazy="raise")


class PriorityService(InTwoLanguages, Record):
    """A service that the strategy puts first, with its votes, why, and the plan's own wordings of its name."""

    __tablename__ = "priority_service"
    labels = {
        "place": Message("Rank"),
        "votes": Message("Votes"),
        "name_ky": Message("Name in the list of priorities"),
        "justification": Message("Justification"),
        "causes": Message("Causes"),
        "within_competence": Message("Within the competence of local self-government"),
        "development_plan_reference": Message("Measure of the development plan"),
        "goal": Message("Goal"),
        "name_ru": Message("Name in the list of priorities, Russian"),
        "justification_ru": Message("Justification in Russian"),
        "causes_ru": Message("Causes in Russian"),
        "goal_ru": Message("Goal in Russian"),
        "name_in_plan": Message("Name in the plan"),
        "name_in_plan_ru": Message("Name in the plan, Russian"),
        "standards_title": Message("Heading of the standards"),
        "standards_title_ru": Message("Heading of the standards, Russian"),
        "plan_title": Message("Heading of the plan"),
        "plan_title_ru": Message("Heading of the plan, Russian"),
        "service_line": Message("Line that names the service"),
        "service_line_ru": Message("Line that names the service, Russian"),
    }

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    service_id: Mapped[str] = mapped_column(ForeignKey("service.id"), index=True)
    place: Mapped[int]
    rank_as_written: Mapped[str] = mapped_column(default="")
    votes: Mapped[int | None]
    """Of the focus group; None: the document does not say."""
    name_ky: Mapped[str] = mapped_column(Text)
    justification: Mapped[list[str]] = mapped_column(Json, default=list)
    causes: Mapped[list[str]] = mapped_column(Json, default=list)
    within_competence: Mapped[bool | None]
    """Criterion ST-4.1."""
    development_plan_reference: Mapped[str] = mapped_column(default="")
    """Criterion ST-4.2; empty: not recorded, one warning."""

    standards_title: Mapped[str] = mapped_column(Text, default="")
    standards_headings: Mapped[list[str]] = mapped_column(Json, default=list)
    plan_title: Mapped[str] = mapped_column(Text, default="")
    plan_headings: Mapped[list[str]] = mapped_column(Json, default=list)
    service_line: Mapped[str] = mapped_column(Text, default="")
    name_in_plan: Mapped[str] = mapped_column(Text, default="")
    goal_label: Mapped[str] = mapped_column(default="")
    goal: Mapped[str] = mapped_column(Text, default="")
    results_label: Mapped[str] = mapped_column(default="")

    name_ru: Mapped[str] = mapped_column(Text, default="")
    justification_ru: Mapped[list[str]] = mapped_column(Json, default=list)
    causes_ru: Mapped[list[str]] = mapped_column(Json, default=list)
    standards_title_ru: Mapped[str] = mapped_column(Text, default="")
    plan_title_ru: Mapped[str] = mapped_column(Text, default="")
    service_line_ru: Mapped[str] = mapped_column(Text, default="")
    name_in_plan_ru: Mapped[str] = mapped_column(Text, default="")
    goal_ru: Mapped[str] = mapped_column(Text, default="")

    strategy: Mapped[Strategy] = relationship(back_populates="priorities", lazy="raise")
    service: Mapped[Service] = relationship(lazy="raise")
    indicators: Mapped[list["Indicator"]] = relationship(
        lazy="raise", order_by="Indicator.place", passive_deletes="all", foreign_keys="Indicator.priority_id"
    )
    tasks: Mapped[list["Task"]] = relationship(
        back_populates="priority", lazy="raise", order_by="Task.place", passive_deletes="all"
    )


class Indicator(InTwoLanguages, Record):
    """An expected result of a plan or of a task, as words, and where it is a number as base, target and unit."""

    __tablename__ = "indicator"
    labels = {
        "text_ky": Message("Expected result"),
        "text_ru": Message("Expected result in Russian"),
        "sign": Message("Number or dash before it"),
        "unit": Message("Unit"),
        "base": Message("Base value"),
        "target": Message("Target value"),
    }

    priority_id: Mapped[str | None] = mapped_column(ForeignKey("priority_service.id"), index=True)
    task_id: Mapped[str | None] = mapped_column(ForeignKey("task.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    text_ky: Mapped[str] = mapped_column(Text)
    text_ru: Mapped[str] = mapped_column(Text, default="")
    sign: Mapped[str] = mapped_column(default="")
    """What stands before it where several stand below each other: one of `signs`, or nothing."""
    unit: Mapped[str] = mapped_column(default="")
    base: Mapped[float | None]
    target: Mapped[float | None]
    values: Mapped[list["IndicatorValue"]] = relationship(
        lazy="raise", order_by="IndicatorValue.on", passive_deletes="all"
    )


class Task(InTwoLanguages, Record):
    """A numbered task (маселе, тапшырма) of a plan."""

    __tablename__ = "task"
    labels = {
        "number": Message("Number"),
        "title_ky": Message("Task"),
        "title_ru": Message("Task in Russian"),
        "kind_word": Message("Word for the task"),
    }

    priority_id: Mapped[str] = mapped_column(ForeignKey("priority_service.id"), index=True)
    place: Mapped[int]
    number: Mapped[str]
    kind_word: Mapped[str] = mapped_column(default="")
    title_ky: Mapped[str] = mapped_column(Text)
    title_ru: Mapped[str] = mapped_column(Text, default="")
    results_label: Mapped[str] = mapped_column(default="")
    priority: Mapped[PriorityService] = relationship(back_populates="tasks", lazy="raise")
    indicators: Mapped[list[Indicator]] = relationship(
        lazy="raise", order_by=Indicator.place, passive_deletes="all", foreign_keys=[Indicator.task_id]
    )
    activities: Mapped[list["Activity"]] = relationship(
        back_populates="task", lazy="raise", order_by="Activity.place", passive_deletes="all"
    )


class Activity(InTwoLanguages, Record):
    """A numbered activity. `deadline_ky` are the words as approved; kind, from and to are what they mean.

    `deadline_kind` is a kind of `workdays.deadlines`, "unknown" where the words are not understood; `starts` and `ends`
    are inclusive and None where open.
    """

    __tablename__ = "activity"
    labels = {
        "number": Message("Number"),
        "text_ky": Message("Activity"),
        "text_ru": Message("Activity in Russian"),
        "products": Message("Products"),
        "resources": Message("Resources"),
        "products_ru": Message("Products in Russian"),
        "resources_ru": Message("Resources in Russian"),
        "deadline_ky": Message("Deadline in words"),
        "deadline_ru": Message("Deadline in words, Russian"),
        "starts": Message("From"),
        "ends": Message("To"),
        "remark": Message("Remark"),
    }

    task_id: Mapped[str] = mapped_column(ForeignKey("task.id"), index=True)
    place: Mapped[int]
    number: Mapped[str]
    text_ky: Mapped[str] = mapped_column(Text)
    text_ru: Mapped[str] = mapped_column(Text, default="")
    products: Mapped[list[str]] = mapped_column(Json, default=list)
    resources: Mapped[list[str]] = mapped_column(Json, default=list)
    products_ru: Mapped[list[str]] = mapped_column(Json, default=list)
    resources_ru: Mapped[list[str]] = mapped_column(Json, default=list)
    deadline_ky: Mapped[str] = mapped_column(default="")
    deadline_ru: Mapped[str] = mapped_column(default="")
    deadline_kind: Mapped[str] = mapped_column(default="unknown")
    deadline_note: Mapped[str] = mapped_column(default="")
    """How the words were read, where that needs saying; never printed."""
    starts: Mapped[datetime.date | None]
    ends: Mapped[datetime.date | None]
    remark: Mapped[str] = mapped_column(Text, default="")

    task: Mapped[Task] = relationship(back_populates="activities", lazy="raise")
    responsible: Mapped[list["Responsible"]] = relationship(
        lazy="raise", order_by="Responsible.place", passive_deletes="all"
    )
    funding: Mapped[list["Funding"]] = relationship(lazy="raise", passive_deletes="all", order_by="Funding.created_at")
    occurrences: Mapped[list["Occurrence"]] = relationship(
        lazy="raise", order_by="Occurrence.on", passive_deletes="all"
    )
    proofs: Mapped[list["Proof"]] = relationship(lazy="raise", order_by="Proof.on", passive_deletes="all")
    entries: Mapped[list["ReviewEntry"]] = relationship(back_populates="activity", lazy="raise", passive_deletes="all")
    needs: Mapped[list["Link"]] = relationship(
        lazy="raise", passive_deletes="all", foreign_keys="Link.after_id", order_by="Link.created_at"
    )


class Responsible(InTwoLanguages, Record):
    """Who answers for an activity, as written, and where it is one the person or body on record."""

    __tablename__ = "responsible"
    labels = {
        "text": Message("Responsible"),
        "text_ru": Message("Responsible, in Russian"),
        "person_id": Message("Person"),
        "body_id": Message("Body"),
    }

    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    text_ru: Mapped[str] = mapped_column(default="")
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    body_id: Mapped[str | None] = mapped_column(ForeignKey("body.id"))
    person: Mapped[Person | None] = relationship(lazy="raise")


class Link(Record):
    """One activity comes after another is finished; loops are refused."""

    __tablename__ = "link"
    __table_args__ = (UniqueConstraint("before_id", "after_id"),)
    labels = {"before_id": Message("Needs first")}

    before_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), index=True)
    after_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), index=True)


class Funding(Record):
    """Money planned for an activity from one of the four sources, in som (ST-8.F0 … F4)."""

    __tablename__ = "funding"
    labels = {"source": Message("Source of funding"), "amount": Message("Amount in som")}

    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), index=True)
    source: Mapped[Source]
    amount: Mapped[int]
