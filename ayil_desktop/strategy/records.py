"""What is kept about a strategy: its text, priority services, action plans, follow-up and approvals?"""

import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Attachment, Order, Person, Service
from ayil_desktop.store.base import Json, Record


class Status(StrEnum):
    """Where a strategy stands; AMENDED means approved and changed since by a decided amendment."""

    DRAFT = "draft"
    APPROVED = "approved"
    AMENDED = "amended"


class Progress(StrEnum):
    """What a review says of an activity; no entry at all is not a state of its own."""

    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_DONE = "not_done"
    CANCELLED = "cancelled"


class Source(StrEnum):
    """The four sources of ST-8.F0."""

    LOCAL_BUDGET = "local_budget"
    USERS_AND_PROVIDERS = "users_and_providers"
    DONORS = "donors"
    SPONSORS = "sponsors"


class Level(StrEnum):
    """The three levels of monitoring of ST-7.0."""

    COMMISSION = "commission"
    CUSTOMER = "customer"
    BENEFICIARIES = "beneficiaries"


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


class IndicatorValue(Record):
    """What an indicator measured on a day; open after approval."""

    __tablename__ = "indicator_value"
    labels = {"on": Message("Date"), "value": Message("Value"), "note": Message("Note")}

    indicator_id: Mapped[str] = mapped_column(ForeignKey("indicator.id"), index=True)
    on: Mapped[datetime.date]
    value: Mapped[float]
    note: Mapped[str] = mapped_column(Text, default="")


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


class Occurrence(Record):
    """One time that a regular activity was due and ticked off."""

    __tablename__ = "occurrence"
    __table_args__ = (UniqueConstraint("activity_id", "on"),)
    labels = {"on": Message("Date"), "is_done": Message("Done")}

    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), index=True)
    on: Mapped[datetime.date]
    is_done: Mapped[bool] = mapped_column(default=True)


class Proof(Record):
    """A document or photo that shows that an activity was done; open after approval."""

    __tablename__ = "proof"
    labels = {"on": Message("Date"), "text": Message("Proof"), "attachment_id": Message("File")}

    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), index=True)
    on: Mapped[datetime.date]
    text: Mapped[str] = mapped_column(Text, default="")
    attachment_id: Mapped[str | None] = mapped_column(ForeignKey("attachment.id"))
    attachment: Mapped[Attachment | None] = relationship(lazy="raise")


class Review(Record):
    """One quarterly look at the whole plan."""

    __tablename__ = "review"
    labels = {"on": Message("Date of the review"), "note": Message("Note")}

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    on: Mapped[datetime.date]
    note: Mapped[str] = mapped_column(Text, default="")
    strategy: Mapped[Strategy] = relationship(back_populates="reviews", lazy="raise")
    entries: Mapped[list["ReviewEntry"]] = relationship(back_populates="review", lazy="raise", passive_deletes="all")


class ReviewEntry(Record):
    """What a review says of one activity."""

    __tablename__ = "review_entry"
    __table_args__ = (UniqueConstraint("review_id", "activity_id"),)
    labels = {"progress": Message("State"), "remark": Message("Remark"), "done_on": Message("Done on")}

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id"), index=True)
    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id"), index=True)
    progress: Mapped[Progress]
    done_on: Mapped[datetime.date | None]
    remark: Mapped[str] = mapped_column(Text, default="")
    review: Mapped[Review] = relationship(back_populates="entries", lazy="raise")
    activity: Mapped[Activity] = relationship(back_populates="entries", lazy="raise")


class MonitoringRecord(Record):
    """A look at the strategy or one of its services at one of three levels (ST-7.0)."""

    __tablename__ = "monitoring_record"
    labels = {"level": Message("Level"), "on": Message("Date"), "text": Message("Text"), "basis": Message("Basis")}

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    service_id: Mapped[str | None] = mapped_column(ForeignKey("service.id"))
    level: Mapped[Level]
    on: Mapped[datetime.date]
    text: Mapped[str] = mapped_column(Text, default="")
    basis: Mapped[str] = mapped_column(default="")


class Risk(Record):
    """What may hinder the strategy and what is done against it (ST-8.M3)."""

    __tablename__ = "risk"
    labels = {"text": Message("Risk"), "measure": Message("Measure"), "on": Message("Date")}

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    on: Mapped[datetime.date]
    text: Mapped[str] = mapped_column(Text)
    measure: Mapped[str] = mapped_column(Text, default="")


class Amendment(Record):
    """A change of an approved plan; it counts only once a meeting or resolution has decided it."""

    __tablename__ = "amendment"
    labels = {
        "reason": Message("Reason"),
        "opened_on": Message("Opened on"),
        "decided_on": Message("Decided on"),
        "order_id": Message("Resolution"),
        "meeting_id": Message("Meeting"),
        "withdrawn": Message("Withdrawn"),
    }

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    reason: Mapped[str] = mapped_column(Text)
    opened_on: Mapped[datetime.date]
    decided_on: Mapped[datetime.date | None]
    order_id: Mapped[str | None] = mapped_column(ForeignKey("order.id"))
    meeting_id: Mapped[str | None] = mapped_column(ForeignKey("meeting.id"))
    withdrawn: Mapped[bool] = mapped_column(default=False)
    standard_ids: Mapped[list[str]] = mapped_column(Json, default=list)
    """The versions of standards that were written in it."""
    order: Mapped[Order | None] = relationship(lazy="raise")


class AmendmentImage(Record):
    """Rows of the plan as they were when an open amendment began (number 0), and as each was that was removed in it."""

    __tablename__ = "amendment_image"
    __table_args__ = (UniqueConstraint("amendment_id", "number"),)

    amendment_id: Mapped[str] = mapped_column(ForeignKey("amendment.id"), index=True)
    number: Mapped[int]
    rows: Mapped[dict[str, list[dict[str, object]]]] = mapped_column(Json)


class Baseline(Record):
    """The strategy as approved on a day: texts, dates and persons as they were; no action changes one."""

    __tablename__ = "baseline"
    __table_args__ = (UniqueConstraint("strategy_id", "number"),)
    labels = {"on": Message("Approved on"), "number": Message("Number")}

    strategy_id: Mapped[str] = mapped_column(ForeignKey("strategy.id"), index=True)
    number: Mapped[int]
    on: Mapped[datetime.date]
    order_id: Mapped[str | None] = mapped_column(ForeignKey("order.id"))
    amendment_id: Mapped[str | None] = mapped_column(ForeignKey("amendment.id"))
    content: Mapped[dict[str, object]] = mapped_column(Json)
