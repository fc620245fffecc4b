"""Which plan counts? What the council approved last, with all that has been followed up since (ST-R.1).

A draft counts as it stands, and so does an approved plan. While an amendment of it is written and not decided, what
stood when it was opened counts: its rows, words, days and persons. Whatever reports, reminds or hands the plan on asks
here; only what is printed across with "draft" shows the amendment.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from ayil_desktop.store.base import Record
from ayil_desktop.strategy import baselines, joined, plan_images, rules, selections
from ayil_desktop.strategy.approval_records import Amendment
from ayil_desktop.strategy.follow_up_records import IndicatorValue
from ayil_desktop.strategy.plan_images import APPROVED, FREE, Image, Images
from ayil_desktop.strategy.records import Activity, Indicator, PriorityService, Strategy


def strategy(session: Session, written: Strategy) -> Strategy:
    """The strategy that counts, of one that was read with everything that belongs to it.

    It is the same where no amendment is open; else it stands in no session, and has no open amendment.
    """
    amendment = rules.open_amendment(written)
    if amendment is None:
        return written
    began, *removed = (one.rows for one in selections.images(session, amendment.id))
    now: dict[type[Record], dict[str, Any]] = defaultdict(dict)
    for row in plan_images.of_strategy(written):
        now[type(row)][row.id] = row
    russian = baselines.russian_words(written.baselines[-1].content)
    rows: dict[type[Record], list[Any]] = {}
    for kind in APPROVED:
        rows[kind] = [_copy(*pair, russian) for pair in _approved(kind, now[kind], began, removed)]
    holders = {row.id for kind in (Activity, Indicator) for row in rows[kind]}
    for kind in FREE:
        gone = plan_images.by_id(removed, kind)
        back = [kind(**plan_images.values(kind, image)) for key, image in gone.items() if key not in now[kind]]
        rows[kind] = [one for one in (*now[kind].values(), *back) if _holder(one) in holders]
    found: Strategy = _copy(written, began["strategy"][0], russian)
    closed = [one for one in written.amendments if one is not amendment]
    services = selections.services(session, {one.service_id for one in rows[PriorityService]})
    joined.join(found, rows, services, written.baselines, closed)
    _share(session, found, written)
    return found


def targets(session: Session, amendment: Amendment) -> Mapping[str, float | None]:
    """What each expected result is judged by while an amendment is not decided, by the id of the result."""
    began = selections.images(session, amendment.id)[0].rows
    found = plan_images.by_id([began], Indicator)
    return {key: plan_images.values(Indicator, kept)["target"] for key, kept in found.items()}


def _approved(
    kind: type[Record], now: Mapping[str, Any], began: Images, removed: Sequence[Images]
) -> Iterator[tuple[Any, Image]]:
    """The approved rows of a kind as they stand, or stood when they were removed; and as they were approved."""
    last = plan_images.by_id(removed, kind)
    for key, image in plan_images.by_id([began], kind).items():
        yield now.get(key) or kind(**plan_images.values(kind, last.get(key, image))), image


def _copy(row: Any, approved: Image, russian: Collection[str]) -> Any:
    kind = type(row)
    copied = kind(**{column.name: getattr(row, column.name) for column in kind.__table__.columns})
    plan_images.put(copied, plan_images.values(kind, approved), russian)
    return copied


def _holder(row: Any) -> str:
    return str(row.indicator_id if isinstance(row, IndicatorValue) else row.activity_id)


def _share(session: Session, found: Strategy, written: Strategy) -> None:
    """What the rows of a plan lead to, and what reviews say of them."""
    set_committed_value(found, "order", written.order)
    set_committed_value(found, "reviews", list(written.reviews))
    standing = {one.id: one for one in rules.activities(written)}
    files = {one.id: one.attachment for activity in standing.values() for one in activity.proofs}
    people = {one.id: one for one in selections.people(session)}
    for activity in rules.activities(found):
        same = standing.get(activity.id)
        set_committed_value(activity, "entries", list(same.entries) if same else [])
        for proof in activity.proofs:
            set_committed_value(proof, "attachment", files.get(proof.id))
        for one in activity.responsible:
            set_committed_value(one, "person", people.get(one.person_id or ""))
