"""Which texts of a strategy have a Russian side, and which of them lack it?

The Kyrgyz text is what the council approved; the Russian one is its translation and falls back to it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Criterion, Service, Standard
from ayil_desktop.strategy import entries, versions
from ayil_desktop.strategy.approval_records import Amendment
from ayil_desktop.strategy.records import (
    Activity,
    Indicator,
    InTwoLanguages,
    PriorityService,
    Responsible,
    Section,
    Strategy,
    Task,
)

Written = TypeVar("Written", str, Sequence[str])
Holder = (
    Strategy | Amendment | Section | PriorityService | Service | Standard | Indicator | Task | Activity | Responsible
)

CRITERION_NAMES = {
    Criterion.ACCESSIBILITY: Message("Accessibility"),
    Criterion.CONVENIENCE: Message("Convenience"),
    Criterion.QUALITY: Message("Quality"),
    Criterion.TIME: Message("Time"),
}


def said(kyrgyz: Written, russian: Written, language: str) -> Written:
    """The text in a language: the Kyrgyz one where there is no Russian one."""
    return russian if language == "ru" and russian else kyrgyz


@dataclass(frozen=True)
class Text:
    """One text of one record: in which part of the strategy it stands, what it is, and both wordings.

    Lists and sections are shown as lines. `row` is the id of the section, service, task or activity that it stands in,
    of a standard its place in the strategy; empty for the strategy's own. `holder` is the class of the record, `field`
    the name of its Russian side, `says` the earlier Kyrgyz words that the Russian ones say, where the Kyrgyz text has
    changed since.
    """

    holder: type[Holder]
    record: str
    field: str
    part: str
    number: str
    what: Message
    kyrgyz: str
    russian: str
    is_list: bool = False
    says: str | None = None
    row: str = ""

    @property
    def id(self) -> str:
        return f"{self.record}/{self.field}"

    @property
    def is_missing(self) -> bool:
        return not self.russian.strip()

    @property
    def is_outdated(self) -> bool:
        return self.says is not None and not self.is_missing

    @property
    def is_wanted(self) -> bool:
        """Whether somebody has to write it, or to write it anew."""
        return self.is_missing or self.is_outdated


def texts(strategy: Strategy) -> list[Text]:
    """Every text that is written in Kyrgyz, in the order of the document."""
    found = [*_head(strategy)]
    for priority in strategy.priorities:
        found += [*_why(priority), *standards(strategy, priority), *plan(priority)]
    # A service that is first twice has one set of standards.
    return list({one.id: one for one in found if one.kyrgyz.strip()}.values())


def with_reasons(strategy: Strategy) -> list[Text]:
    """The texts of the document, and why it was amended; what concerns the strategy as a whole stands first."""
    return sorted([*texts(strategy), *_reasons(strategy)], key=lambda one: bool(one.part))


def _reasons(strategy: Strategy) -> Iterator[Text]:
    for one in strategy.amendments:
        if not one.withdrawn:
            what = Message("Reason of the amendment of {date}", date=one.opened_on)
            yield _texts_of(one, "", "")("reason_ru", what, one.reason, one.reason_ru)


def missing(every: Iterable[Text]) -> tuple[int, int]:
    """How many texts lack a Russian wording, and of how many."""
    known = [one for one in every if one.kyrgyz.strip()]
    return sum(one.is_missing for one in known), len(known)


def outdated(every: Iterable[Text]) -> list[Text]:
    """Those whose Kyrgyz text has changed since the Russian one was written."""
    return [one for one in every if one.is_outdated]


def same(every: Sequence[Text], text: Text) -> list[Text]:
    """Other places with the same Kyrgyz words of the same kind that have no Russian ones yet."""
    return [
        one
        for one in every
        if one.id != text.id and one.is_missing and (one.kyrgyz, one.field) == (text.kyrgyz, text.field)
    ]


def _head(strategy: Strategy) -> Iterator[Text]:
    of = _texts_of(strategy, "", "")
    yield of("title_ru", Message("Title"), strategy.title_ky, strategy.title_ru)
    yield of("controller_ru", Message("Who controls the execution"), strategy.controller_ky, strategy.controller_ru)
    for section in strategy.sections:
        of = _texts_of(section, section.title_ky, section.number, section.id)
        yield of("title_ru", Message("Title of the section"), section.title_ky, section.title_ru)
        blocks, russian = entries.written(section.blocks), entries.written(section.blocks_ru)
        yield of("blocks_ru", Message("Text"), blocks, russian)


def _part(priority: PriorityService) -> str:
    return f"{priority.place}. {priority.name_ky}"


def _why(priority: PriorityService) -> Iterator[Text]:
    of = _texts_of(priority, _part(priority), "", priority.id)
    yield of("name_ru", Message("Name of the service"), priority.name_ky, priority.name_ru)
    yield of("name_in_plan_ru", Message("Name in the plan"), priority.name_in_plan, priority.name_in_plan_ru)
    yield of("justification_ru", Message("Justification"), priority.justification, priority.justification_ru)
    yield of("causes_ru", Message("Causes"), priority.causes, priority.causes_ru)


def standards(strategy: Strategy, priority: PriorityService) -> Iterator[Text]:
    """What the sheet of a service's standards prints."""
    part = _part(priority)
    of = _texts_of(priority, part, "", priority.id)
    yield of("standards_title_ru", Message("Heading"), priority.standards_title, priority.standards_title_ru)
    for standard in versions.held(strategy, priority):
        name = CRITERION_NAMES[standard.criterion]
        row = place_of(priority, standard.criterion)
        yield _texts_of(standard, part, "", row)("texts_ru", name, standard.texts, standard.texts_ru)


def place_of(priority: PriorityService, criterion: Criterion) -> str:
    """Of a standard in the strategy, whatever its version is."""
    return f"{priority.id}/{criterion.value}"


def plan(priority: PriorityService) -> Iterator[Text]:
    """What a service's action plan prints."""
    part = _part(priority)
    of = _texts_of(priority, part, "", priority.id)
    yield of("plan_title_ru", Message("Heading"), priority.plan_title, priority.plan_title_ru)
    yield of("service_line_ru", Message("Line that names the service"), priority.service_line, priority.service_line_ru)
    yield of("goal_ru", Message("Goal"), priority.goal, priority.goal_ru)
    yield from _results(priority.indicators, part, "", priority.id)
    for task in priority.tasks:
        yield from _task(task, part)


def _task(task: Task, part: str) -> Iterator[Text]:
    yield _texts_of(task, part, task.number, task.id)("title_ru", Message("Task"), task.title_ky, task.title_ru)
    yield from _results(task.indicators, part, task.number, task.id)
    for activity in task.activities:
        of = _texts_of(activity, part, activity.number, activity.id)
        yield of("text_ru", Message("Activity"), activity.text_ky, activity.text_ru)
        yield of("products_ru", Message("Products"), activity.products, activity.products_ru)
        yield of("resources_ru", Message("Resources"), activity.resources, activity.resources_ru)
        yield of("deadline_ru", Message("Deadline in words"), activity.deadline_ky, activity.deadline_ru)
        for one in activity.responsible:
            named = _texts_of(one, part, activity.number, activity.id)
            yield named("text_ru", Message("Responsible"), one.text, one.text_ru)


def in_lists(priorities: Iterable[PriorityService], named: Collection[str], *, persons: bool = True) -> Iterator[Text]:
    """What a list or chart says of the services, tasks and activities with these ids: names, words, deadlines, who."""
    for priority in priorities:
        part = _part(priority)
        of = _texts_of(priority, part, "", priority.id)
        if priority.id in named:
            yield of("name_ru", Message("Name of the service"), priority.name_ky, priority.name_ru)
        for task in priority.tasks:
            of = _texts_of(task, part, task.number, task.id)
            if task.id in named:
                yield of("title_ru", Message("Task"), task.title_ky, task.title_ru)
            for activity in task.activities:
                if activity.id in named:
                    yield from _line(activity, part, persons=persons)


def _line(activity: Activity, part: str, *, persons: bool) -> Iterator[Text]:
    of = _texts_of(activity, part, activity.number, activity.id)
    yield of("text_ru", Message("Activity"), activity.text_ky, activity.text_ru)
    yield of("deadline_ru", Message("Deadline in words"), activity.deadline_ky, activity.deadline_ru)
    for one in activity.responsible if persons else ():
        named = _texts_of(one, part, activity.number, activity.id)
        yield named("text_ru", Message("Responsible"), one.text, one.text_ru)


def _results(indicators: Sequence[Indicator], part: str, number: str, row: str) -> Iterator[Text]:
    for one in indicators:
        yield _texts_of(one, part, number, row)("text_ru", Message("Expected result"), one.text_ky, one.text_ru)


Of = Callable[[str, Message, "str | Sequence[str]", "str | Sequence[str]"], Text]


def _texts_of(record: Holder, part: str, number: str, row: str = "") -> Of:
    earlier = record.russian_of if isinstance(record, InTwoLanguages) else {}

    def of(field: str, what: Message, kyrgyz: str | Sequence[str], russian: str | Sequence[str]) -> Text:
        is_list = not isinstance(kyrgyz, str)
        says = earlier[field] if field in earlier else None
        return Text(
            type(record),
            record.id,
            field,
            part,
            number,
            what,
            _lines(kyrgyz),
            _lines(russian),
            is_list,
            _said(says),
            row,
        )

    return of


def _lines(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else "\n".join(value)


def _said(says: Any) -> str | None:
    """The words as one text; the blocks of a section as they are typed."""
    if says is None or isinstance(says, str):
        return says
    is_section = any(isinstance(one, dict) for one in says)
    return entries.written(says) if is_section else _lines(says)
