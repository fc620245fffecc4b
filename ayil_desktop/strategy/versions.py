"""Which version of each standard of a service holds now?"""

from ayil_desktop.office.records import Criterion, Service, Standard


def latest(service: Service) -> tuple[Standard, ...]:
    """The newest version by each criterion, in the order of the document (ST-7.6)."""
    newest: dict[Criterion, Standard] = {}
    for one in sorted(service.standards, key=lambda standard: standard.version):
        newest[one.criterion] = one
    return tuple(sorted(newest.values(), key=lambda standard: standard.place))


def changed_without_agreement(service: Service) -> tuple[Standard, ...]:
    """Later versions that no meeting of consumers agreed to: one warning each (ST-7.6)."""
    return tuple(one for one in service.standards if one.version > 1 and not one.agreed_with.strip())
