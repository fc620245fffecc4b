"""What does the program conclude about a body on a day, as plain data for other programs?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ayil_desktop.commission import composition, rules
from ayil_desktop.commission.composition import Check, Composition, Verdict
from ayil_desktop.commission.records import Body, Membership
from ayil_desktop.office.charters import NO_CHARTER

Json = Mapping[str, object]


def summary(body: Body, memberships: Sequence[Membership], day: date, language: str) -> Json:
    """One body: names, numbers and `checks` with whole persons; what is not recorded is None, and how many
    are missing where a mark that is not recorded may say otherwise.

    `body` is loaded with names and charter versions, `memberships` are all of its seats with person, act and marks.
    `informational` is True before the charter was in force (R-34), `regulated` False where it says nothing about
    the composition. Nothing is said of single persons' marks.
    """
    seated = rules.sitting(memberships, day)
    found = rules.composition_on(body, memberships, day) or _unregulated(seated, day)
    name = rules.name_on(body.names, day)
    count = _counter(memberships)
    return {
        "id": body.id,
        "name": _text(name.name_ky if name else ""),
        "name_ru": _text(name.name_ru if name else ""),
        "date": day.isoformat(),
        "members": count(found.members),
        "women": count(found.women),
        "men": count(found.men),
        "sex_not_recorded": count(found.unrecorded),
        "regulated": bool(found.checks),
        "informational": found.informational,
        "checks": [_check(body, check, language) for check in found.checks],
        "seats": [_seat(seat, language) for seat in seated],
    }


def _check(body: Body, check: Check, language: str) -> Json:
    return {
        "id": f"{body.id}/{check.key}",
        "clause": _text(check.clause),
        "title": check.title.into(language),
        "ok": check.ok,
        "verdict": check.verdict.value,
        "actual": check.actual,
        "needed": check.needed,
        "missing": None if check.verdict is Verdict.NOT_KNOWN else check.missing,
        "text": check.text.into(language),
    }


def _seat(seat: Membership, language: str) -> Json:
    act = seat.appointing_order
    return {
        "id": seat.id,
        "person": seat.person_id,
        "name": seat.person.name,
        "role": seat.role.value,
        "position": _text(rules.position(seat, language)),
        "group": _text(seat.category),
        "group_words": _text(seat.category_words),
        "from": seat.starts.isoformat(),
        "to": seat.ends.isoformat() if seat.ends else None,
        "act": {"id": act.id, "number": act.number, "date": act.date.isoformat()} if act else None,
    }


def _counter(memberships: Sequence[Membership]) -> Callable[[int], int | None]:
    """Of a body whose members nobody recorded it is not known how many there are."""
    return (lambda number: number) if memberships else (lambda _: None)


def _unregulated(seated: Sequence[Membership], day: date) -> Composition:
    return composition.examined(NO_CHARTER, composition.seats(seated), day)


def _text(value: str) -> str | None:
    return value or None
