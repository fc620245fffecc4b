"""What in an exported file can no strategy hold: days and links that contradict each other, texts of another shape?"""

from collections.abc import Mapping, Sequence
from typing import Any

from ayil_desktop.language.message import Message
from ayil_desktop.strategy import incoming_approvals, plan_images, rules, signs
from ayil_desktop.strategy.approval_records import AmendmentImage, Baseline
from ayil_desktop.strategy.follow_up_records import Review, ReviewEntry
from ayil_desktop.strategy.records import (
    Activity,
    Funding,
    Indicator,
    Link,
    PriorityService,
    Responsible,
    Section,
    Strategy,
    Task,
)
from ayil_desktop.transfer.incoming import Incoming

_FIGURES = {"unit": str, "base": ((int, float), None), "target": ((int, float), None)}
_RUSSIAN = {"id": str, "kyrgyz": str, "words": str}
_ACTIVITY: Mapping[str, Any] = {
    "id": str, "number": str, "text": str, "products": [str], "resources": [str], "deadline": str, "kind": str,
    "from": (str, None), "to": (str, None), "responsible": [str], "needs": [str],
    "?funding": [{"source": str, "amount": int}], "?russian": [_RUSSIAN],
}  # fmt: skip
_TASK = {
    "id": str, "number": str, "title": str, "results": [str], "activities": [_ACTIVITY],
    "?kind_word": str, "?figures": [_FIGURES], "?results_label": str, "?signs": [str], "?russian": [_RUSSIAN],
}  # fmt: skip
_SERVICE = {
    "id": str, "name": str, "goal": str, "results": [str], "tasks": [_TASK], "?figures": [_FIGURES],
    "?name_in_plan": str, "?votes": (int, None), "?justification": [str], "?causes": [str],
    "?within_competence": (bool, None), "?development_plan": str, "?headings": [str], "?table_headings": [str],
    "?signs": [str],
    "?standards": [{"id": str, "texts": [str], "?version": str, "?russian": [_RUSSIAN]}], "?russian": [_RUSSIAN],
}  # fmt: skip
_SECTION = {"id": str, "number": str, "heading": str, "words": str, "?russian": [_RUSSIAN]}
_BLOCK = {
    "kind": str, "?text": str, "?lead": str, "?items": [str], "?sign": str, "?start": int,
}  # fmt: skip
_BASELINE = {
    "title": str, "services": [_SERVICE], "?sections": [_SECTION], "?begins": (str, None), "?ends": (str, None),
    "?controller": str, "?body": (str, None), "?russian": [_RUSSIAN], "?title_page": [str],
}  # fmt: skip
"""The shape of `baselines.content`; a question mark stands before what the first baselines did not keep."""


def check(incoming: Incoming) -> None:
    """Refused at the place of the first fault."""
    _check_years(incoming)
    _check_shapes(incoming)
    _check_plans(incoming)
    _check_links(incoming)
    _check_reviews(incoming)
    incoming_approvals.check(incoming)


def _check_years(incoming: Incoming) -> None:
    for strategy in incoming.all(Strategy):
        with incoming.at(strategy):
            rules.check_dates(strategy.begins, strategy.ends)


def _check_shapes(incoming: Incoming) -> None:
    told = Message("These are not the texts that the program keeps here.")
    for section in incoming.all(Section):
        for column in ("blocks", "blocks_ru"):
            if not all(_is_block(block) for block in getattr(section, column)):
                incoming.refuse(section, column, told)
    for baseline in incoming.all(Baseline):
        if not _has_shape(baseline.content, _BASELINE):
            incoming.refuse(baseline, "content", told)
    for image in incoming.all(AmendmentImage):
        if not plan_images.is_whole(image.rows):
            incoming.refuse(image, "rows", told)
    _check_translated(incoming, told)


def _check_translated(incoming: Incoming, told: Message) -> None:
    bilingual: Sequence[type[Any]] = (Strategy, Section, PriorityService, Indicator, Task, Activity, Responsible)
    for kind in bilingual:
        russian = {name for name in kind.__table__.columns.keys() if name.endswith("_ru")}
        for row in incoming.all(kind):
            if not set(row.russian_of) <= russian:
                incoming.refuse(row, "russian_of", told)


def _is_block(block: Mapping[str, Any]) -> bool:
    """As `entries.blocks` makes them; what a block holds besides is the document's."""
    return _has_shape(block, _BLOCK) and block.get("sign", signs.BULLET) in signs.SIGNS


def _has_shape(value: object, shape: Any) -> bool:
    if isinstance(shape, tuple) and None in shape:
        return value is None or _has_shape(value, shape[0])
    if isinstance(shape, list):
        return isinstance(value, list) and all(_has_shape(one, shape[0]) for one in value)
    if isinstance(shape, Mapping):
        return isinstance(value, dict) and all(_has_part(value, name, one) for name, one in shape.items())
    return isinstance(value, shape)


def _has_part(value: Mapping[str, Any], name: str, shape: Any) -> bool:
    known = name.removeprefix("?")
    return _has_shape(value[known], shape) if known in value else known != name


def _check_plans(incoming: Incoming) -> None:
    for priority in incoming.all(PriorityService):
        with incoming.at(priority):
            rules.check_votes(priority.votes)
    for indicator in incoming.all(Indicator):
        if indicator.sign not in ("", *signs.SIGNS):
            incoming.refuse(indicator, "sign", Message("No list of the program begins with this sign."))
        if (indicator.priority_id is None) is (indicator.task_id is None):
            told = Message("An expected result belongs to a plan or to one of its tasks.")
            incoming.refuse(indicator, "task_id", told)
    for funding in incoming.all(Funding):
        with incoming.at(funding):
            rules.check_amount(funding.amount)


def _check_links(incoming: Incoming) -> None:
    """Link by link, as if each were drawn after those before it: the one that closes a loop is refused."""
    activities, of = incoming.by_id(Activity), _strategies(incoming)
    every = list(activities.values())
    for link in incoming.all(Link):
        before, after = activities[link.before_id], activities[link.after_id]
        if of[before.id] != of[after.id]:
            incoming.refuse(link, "before_id", Message("Both activities must be of one strategy."))
        with incoming.at(link, "before_id"):
            rules.check_link(before, after, every)
        after.needs.append(link)


def _check_reviews(incoming: Incoming) -> None:
    reviews, of = incoming.by_id(Review), _strategies(incoming)
    taken: set[tuple[str, object]] = set()
    for review in reviews.values():
        if (review.strategy_id, review.on) in taken:
            incoming.refuse(review, "on", Message("There is a review of {date} already.", date=review.on))
        taken.add((review.strategy_id, review.on))
    for entry in incoming.all(ReviewEntry):
        review = reviews[entry.review_id]
        if of[entry.activity_id] != review.strategy_id:
            incoming.refuse(entry, "activity_id", Message("This activity is of another strategy."))
        if entry.done_on is not None and entry.done_on > review.on:
            told = Message("The review is of {date}; this day comes after it.", date=review.on)
            incoming.refuse(entry, "done_on", told)


def _strategies(incoming: Incoming) -> Mapping[str, str]:
    """The strategy of each activity, by id."""
    tasks, priorities = incoming.by_id(Task), incoming.by_id(PriorityService)
    return {
        one.id: priorities[tasks[one.task_id].priority_id].strategy_id for one in incoming.all(Activity)
    }  # fmt: skip
