"""Was everything in an exported strategy approved that counts as approved: its plan, its amendments, its baselines?"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm.attributes import set_committed_value

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.choices import HELD_STATES
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.records import Service, Standard
from ayil_desktop.store.base import Record
from ayil_desktop.strategy import baselines, deciding, differences, joined, plan_images
from ayil_desktop.strategy.approval_records import Amendment, AmendmentImage, Baseline
from ayil_desktop.strategy.plan_images import APPROVED, FREE
from ayil_desktop.strategy.records import Activity, PriorityService, Status, Strategy, Task
from ayil_desktop.transfer.incoming import Incoming, grouped


def check(incoming: Incoming) -> None:
    """Refused at the place of the first fault; the shapes are checked before."""
    amendments, known = grouped(incoming.all(Amendment), "strategy_id"), grouped(incoming.all(Baseline), "strategy_id")
    images = grouped(incoming.all(AmendmentImage), "amendment_id")
    for strategy in incoming.all(Strategy):
        own = amendments.get(strategy.id, ())
        approvals = sorted(known.get(strategy.id, ()), key=lambda one: one.number)
        _check_state(incoming, strategy, own, approvals)
        if not approvals:
            continue
        _check_decisions(incoming, own, approvals)
        still_open = next((one for one in own if one.decided_on is None and not one.withdrawn), None)
        if still_open is None:
            _check_plan(incoming, strategy, approvals, own)
        else:
            closed = [one for one in own if one is not still_open]
            _check_beginning(incoming, still_open, images.get(still_open.id, ()), approvals, closed)


def _check_state(
    incoming: Incoming, strategy: Strategy, own: Sequence[Amendment], approvals: Sequence[Baseline]
) -> None:
    is_draft = strategy.status is Status.DRAFT
    if is_draft is bool(approvals) or (is_draft and own):
        told = Message("What was approved of a strategy goes with its state; one of them is missing.")
        incoming.refuse(strategy, "status", told)
    still_open = [one for one in own if one.decided_on is None and not one.withdrawn]
    for second in still_open[1:]:
        incoming.refuse(second, "", Message("An amendment is open already."))
    is_amended = any(one.decided_on is not None for one in own)
    if not is_draft and (strategy.status is Status.AMENDED) is not is_amended:
        incoming.refuse(
            strategy, "status", Message("Only a decided amendment makes an approved strategy an amended one.")
        )


def _check_decisions(incoming: Incoming, own: Sequence[Amendment], approvals: Sequence[Baseline]) -> None:
    """Each decided amendment names who decided it, and made one baseline; no other baseline follows the first."""
    meetings = incoming.by_id(Meeting)
    for amendment in own:
        before = _amended(amendment, approvals)
        with incoming.at(amendment):
            deciding.check_day(amendment.opened_on, approvals[0].on, field="opened_on")
        if amendment.decided_on is None:
            continue
        with incoming.at(amendment):
            meeting, states = meetings.get(amendment.meeting_id or ""), (*HELD_STATES, *deciding.OPENED_AGAIN)
            deciding.check_decision(before.on, amendment.decided_on, meeting, states=states)
        if amendment.withdrawn:
            incoming.refuse(amendment, "withdrawn", Message("What is decided is not withdrawn."))
        if amendment.order_id is None and amendment.meeting_id is None:
            told = Message("Name the resolution or the meeting that decided the amendment.")
            incoming.refuse(amendment, "order_id", told)
    decided = {one.id: one for one in own if one.decided_on is not None}
    first, *later = approvals
    if first.amendment_id is not None or first.order_id is None or first.number != 1:
        incoming.refuse(first, "order_id", Message("The first approval is that of a resolution."))
    for number, baseline in enumerate(later, 2):
        amendment_of = decided.pop(baseline.amendment_id or "", None)
        if amendment_of is None or amendment_of.decided_on != baseline.on or baseline.number != number:
            incoming.refuse(baseline, "amendment_id", Message("No decided amendment belongs to this approval."))
    for amendment in decided.values():
        incoming.refuse(amendment, "decided_on", Message("What this amendment has decided is missing."))


def _amended(amendment: Amendment, approvals: Sequence[Baseline]) -> Baseline:
    """The approval that an amendment changed: the one before its own, or the last."""
    numbers = [one.number for one in approvals if one.amendment_id == amendment.id]
    return next((one for one in reversed(approvals) if numbers and one.number < numbers[0]), approvals[-1])


def _check_plan(
    incoming: Incoming, strategy: Strategy, approvals: Sequence[Baseline], amendments: Sequence[Amendment]
) -> None:
    """The plan is the one that was approved last."""
    rows = {kind: incoming.all(kind) for kind in (*APPROVED, *FREE)}
    joined.join(strategy, rows, _services(incoming), approvals, amendments)
    found = _first_change(strategy, approvals)
    if found is not None:
        row = next((one for kind in _ROWS if (one := incoming.by_id(kind).get(found.key))), strategy)
        told = Message(
            "An approved plan is changed only by an amendment; {what} {number} is not as approved.",
            what=found.what,
            number=found.named,
        )
        incoming.refuse(row, "", told)


_ROWS: Sequence[type[Record]] = (Activity, Task, PriorityService)


def _check_beginning(
    incoming: Incoming,
    amendment: Amendment,
    images: Sequence[AmendmentImage],
    approvals: Sequence[Baseline],
    closed: Sequence[Amendment],
) -> None:
    """An amendment began with the plan that was approved last: that counts until it is decided."""
    began = next((one for one in images if one.number == 0), None)
    if began is None:
        incoming.refuse(amendment, "", Message("What stood in the plan when this amendment began is missing."))
        return
    kept: Mapping[str, Sequence[Mapping[str, Any]]] = began.rows
    of = list(kept.get(Strategy.__tablename__, ()))
    services = _services(incoming)
    known = {one["service_id"] for one in kept.get(PriorityService.__tablename__, ())} <= services.keys()
    told = Message("What stood in the plan when this amendment began is not what was approved.")
    if [one["id"] for one in of] != [amendment.strategy_id] or not known:
        incoming.refuse(began, "rows", told)
        return
    strategy = _made(Strategy, of[0])
    rows = {kind: [_made(kind, one) for one in kept.get(kind.__tablename__, ())] for kind in (*APPROVED, *FREE)}
    joined.join(strategy, rows, services, approvals, closed)
    if _first_change(strategy, approvals) is not None:
        incoming.refuse(began, "rows", told)


def _made(kind: type[Any], image: Mapping[str, Any]) -> Any:
    return kind(**plan_images.values(kind, dict(image)))


def _services(incoming: Incoming) -> Mapping[str, Service]:
    """With every version of their standards."""
    found = incoming.by_id(Service)
    versions = grouped(incoming.all(Standard), "service_id")
    for service in found.values():
        own = sorted(versions.get(service.id, ()), key=lambda one: (one.place, one.version))
        set_committed_value(service, "standards", own)
    return found


def _first_change(strategy: Strategy, approvals: Sequence[Baseline]) -> differences.Change | None:
    return next(iter(differences.between(dict(approvals[-1].content), baselines.content(strategy))), None)
