"""Which version of each standard of a service does a strategy promise?"""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from ayil_desktop.office.records import Criterion, Service, Standard
from ayil_desktop.strategy import rules
from ayil_desktop.strategy.records import PriorityService, Status, Strategy


def held(strategy: Strategy, priority: PriorityService) -> tuple[Standard, ...]:
    """Of a draft the newest of its service, which other strategies may share; of an approved one what was approved of
    it and what its open amendment has written since, whatever others have made of the service (ST-R.1)."""
    is_approved = strategy.status is not Status.DRAFT and bool(strategy.baselines)
    approved = _approved(strategy, priority) if is_approved else None
    if approved is None:
        return latest(priority.service.standards)
    amendment = rules.open_amendment(strategy)
    written = amendment.standard_ids if amendment else ()
    return latest((*approved, *(one for one in priority.service.standards if one.id in written)), newest=written)


def latest(found: Iterable[Standard], newest: Iterable[str] = ()) -> tuple[Standard, ...]:
    """The newest version by each criterion, in the order of the document (ST-7.6); `newest` come after all others."""
    last: dict[Criterion, Standard] = {}
    for one in sorted(found, key=lambda standard: (standard.id in newest, standard.version)):
        last[one.criterion] = one
    return tuple(sorted(last.values(), key=lambda standard: standard.place))


def _approved(strategy: Strategy, priority: PriorityService) -> list[Standard] | None:
    """As the last approval keeps them; None where it does not know the service, or no standards at all."""
    services = cast(list[Mapping[str, Any]], strategy.baselines[-1].content["services"])
    kept = next((one.get("standards") for one in services if one["id"] == priority.id), None)
    return None if kept is None else [_as_approved(priority.service, one) for one in kept]


def _as_approved(service: Service, kept: Mapping[str, Any]) -> Standard:
    """The version with these texts; where the shared record has another by now, the texts that were approved."""
    criterion = Criterion(kept["id"].rpartition("/")[2])
    versions = [one for one in service.standards if one.criterion is criterion]
    same = [one for one in versions if list(one.texts) == kept["texts"]]
    if same:
        return max(same, key=lambda one: (one.id == kept.get("version"), one.version))
    known = versions[-1] if versions else None
    return Standard(
        service_id=service.id,
        criterion=criterion,
        criterion_ky=known.criterion_ky if known else "",
        place=known.place if known else list(Criterion).index(criterion) + 1,
        version=0,
        texts=list(kept["texts"]),
        texts_ru=[],
    )


def changed_without_agreement(strategy: Strategy, priority: PriorityService) -> tuple[Standard, ...]:
    """Later versions up to those held that no meeting of consumers agreed to: one warning each (ST-7.6)."""
    newest = {one.criterion: one.version for one in held(strategy, priority)}
    return tuple(
        one
        for one in priority.service.standards
        if 1 < one.version <= newest.get(one.criterion, 0) and not one.agreed_with.strip()
    )
