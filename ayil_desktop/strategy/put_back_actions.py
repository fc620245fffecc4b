"""How does a plan become again what was approved, when an amendment comes to nothing?"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Standard
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import Record
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import arranging_actions, baselines, differences, plan_images, removals, rules, selections
from ayil_desktop.strategy.approval_records import Amendment
from ayil_desktop.strategy.plan_images import APPROVED, FREE, Image, Images
from ayil_desktop.strategy.records import (
    Activity,
    Funding,
    Indicator,
    Link,
    PriorityService,
    Responsible,
    Strategy,
    Task,
)


def withdraw_with_changes(store: Store, *, strategy_id: str) -> Done:
    """Put the plan back as it was when the open amendment began, and close that without a decision.

    Rows that were removed come back with all that hung on them: Russian texts, remarks, money, proofs, times. What
    stays open after an approval is kept as it was written since. Refused where a review speaks of something added,
    or something was measured for it.
    """
    with work(store, Message("Put the plan back as approved")) as session:
        strategy = selections.strategy(session, strategy_id)
        amendment = rules.open_amendment(strategy)
        if amendment is None:
            raise Refused(Message("No amendment is open."), field="reason")
        began, *removed = [one.rows for one in selections.images(session, amendment.id)] or [{}]
        if not began:
            raise Refused(
                Message(
                    "What stood in the plan when this amendment began is not known. Decide it, or undo it step by step."
                ),
                field="reason",
                clause="ST-R.1",
            )
        approved = strategy.baselines[-1].content
        is_moved = _put_back(session, strategy, began, removed) or bool(amendment.standard_ids)
        _drop_standards(session, strategy, amendment)
        _check(approved, _read_again(session, strategy_id) if is_moved else strategy)
        amendment.withdrawn = True
        removals.forget(session, amendment)
        return done(session, strategy_id)


def _put_back(session: Session, strategy: Strategy, began: Images, removed: Sequence[Images]) -> bool:
    """First what nothing hangs on goes, then what is missing comes, then what was added goes: a row that was moved
    under an added one stands in its own place again by then. The answer: whether rows came, went or were moved."""
    now, approved = _standing(strategy), baselines.russian_words(strategy.baselines[-1].content)
    added = {kind: _added(now, began, kind) for kind in APPROVED}
    _check_added(added)
    for kind in _LEAVES:
        _delete(session, added[kind])
    back = [_bring_back(session, kind, now, (began, *removed), approved) for kind in (*APPROVED, *FREE)]
    plan_images.put(strategy, plan_images.values(Strategy, began["strategy"][0]), approved)
    if not any(added[kind] for kind in _HOLDERS):
        return any(back) or any(added.values())
    now = _standing(_read_again(session, strategy.id))
    for kind in _HOLDERS:
        _delete(session, _added(now, began, kind))
    return True


_LEAVES: Sequence[type[Record]] = (Link, Funding, Responsible)
_HOLDERS: Sequence[type[Record]] = (Activity, Indicator, Task, PriorityService)
Standing = Mapping[type[Record], Mapping[str, Any]]


def _standing(strategy: Strategy) -> Standing:
    """The rows of a plan by kind and id."""
    kinds: Sequence[type[Record]] = (Strategy, *APPROVED, *FREE)
    found: dict[type[Record], dict[str, Any]] = {kind: {} for kind in kinds}
    for row in plan_images.of_strategy(strategy):
        found[type(row)][row.id] = row
    return found


def _added(now: Standing, began: Images, kind: type[Record]) -> list[Any]:
    approved = _ids(began, kind)
    return [row for key, row in now[kind].items() if key not in approved]


def _ids(began: Images, kind: type[Record]) -> frozenset[str]:
    return frozenset(row["id"] for row in began.get(kind.__tablename__, ()))


def _bring_back(
    session: Session, kind: type[Record], now: Standing, images: Sequence[Images], russian: Collection[str]
) -> bool:
    """What was approved as it stood at the beginning; what stays open after it as it stood when it was removed. The
    answer: whether any row was missing, or stood elsewhere."""
    is_moved = False
    began, *removed = images
    last: Mapping[str, Image] = plan_images.by_id(removed, kind)
    wanted = plan_images.by_id([began], kind) if kind in APPROVED else last
    holders = _ids(began, Activity) | _ids(began, Indicator)
    for key, approved in wanted.items():
        row = now[kind].get(key)
        if row is None and (kind in APPROVED or _holder(approved) in holders):
            row = kind(**plan_images.values(kind, last.get(key, approved)))
            session.add(row)
            is_moved = True
        if row is not None and kind in APPROVED and plan_images.image(row) != approved:
            changed = plan_images.put(row, plan_images.values(kind, approved), russian)
            is_moved = is_moved or any(name == "place" or name.endswith("_id") for name in changed)
    session.flush()
    return is_moved


def _holder(image: Image) -> str:
    """What hung on a row that was added goes with it."""
    return str(image["activity_id"] if "activity_id" in image else image["indicator_id"])


def _check_added(added: Mapping[type[Record], Sequence[Any]]) -> None:
    arranging_actions.check_unreviewed(added[Activity])
    arranging_actions.check_unmeasured(added[Indicator])


def _delete(session: Session, rows: Sequence[Record]) -> None:
    for row in rows:
        session.delete(row)
    session.flush()


def _drop_standards(session: Session, strategy: Strategy, amendment: Amendment) -> None:
    """The versions written in the amendment, except one that another strategy has approved meanwhile."""
    others = [one.content for one in selections.approved_elsewhere(session, strategy.id)]
    held = {one.get("version") for content in others for one in baselines.standards(content)}
    for key in amendment.standard_ids:
        standard = session.get(Standard, key)
        if standard is not None and key not in held:
            session.delete(standard)
    amendment.standard_ids = []
    session.flush()


def _check(approved: Mapping[str, Any], strategy: Strategy) -> None:
    """Refused where something still differs from the approval: it differed before the amendment began."""
    left = differences.between(dict(approved), baselines.content(strategy))
    if left:
        what = tuple(Message("{what} {number}", what=one.what, number=one.number) for one in left[:_NAMED])
        raise Refused(
            Message("This has to be put back by hand first: {what}.", what=what), field="reason", clause="ST-R.1"
        )


def _read_again(session: Session, strategy_id: str) -> Strategy:
    session.flush()
    session.expire_all()
    return selections.strategy(session, strategy_id)


_NAMED = 5
"""How many things that stay different a refusal names."""
