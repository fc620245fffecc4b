"""Which numbers does a body's regulation set, and by which clause?"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ayil_desktop import shipped
from ayil_desktop.refused import Refused

# Only for the type checker: the first tab is filled before the records are mapped.
if TYPE_CHECKING:
    from ayil_desktop.office.records import CharterVersion


@dataclass(frozen=True)
class Number:
    """One value of a charter with what it rests on; value None means that the text does not regulate it."""

    value: object
    clause: str = ""
    reading: str = ""
    from_text: bool = True
    """False: chosen by the program or the office and marked so wherever it is shown (R-44)."""

    @property
    def is_regulated(self) -> bool:
        """Whether there is any value to judge by."""
        return self.value is not None


NOT_REGULATED = Number(None)


@dataclass(frozen=True)
class Share:
    """A part of a whole that must be exceeded (strict) or reached: more than half, at least half."""

    numerator: int
    denominator: int
    strict: bool

    def needed(self, base: int) -> int:
        """The least whole number of persons out of `base` that satisfies the share."""
        whole, rest = divmod(base * self.numerator, self.denominator)
        return whole + 1 if self.strict or rest else whole

    def holds(self, count: int, base: int) -> bool:
        """Whether `count` of `base` satisfies it, compared without rounding."""
        return count >= self.needed(base)


def share_of(value: object) -> Share:
    """The share that a number of a charter keeps as JSON."""
    raw = cast(Mapping[str, object], value)
    return Share(cast(int, raw["numerator"]), cast(int, raw["denominator"]), bool(raw["strict"]))


@dataclass(frozen=True)
class Group:
    """One of the groups that a regulation wants represented, at least or exactly `seats` persons."""

    code: str
    clause: str
    seats: int = 1
    exact: bool = False


@dataclass(frozen=True)
class Charter:
    """The numbers of one version of a regulation; every one has its clause. A missing number is not regulated.

    `in_force_from` is None where the source has no date (the Osh draft, R-42).
    """

    in_force_from: date | None
    numbers: Mapping[str, Number] = field(default_factory=dict)
    groups: Sequence[Group] = ()
    groups_clause: str = ""
    groups_reading: str = ""

    def number(self, name: str) -> Number:
        """The number of that name, `NOT_REGULATED` where the text sets none."""
        return self.numbers.get(name, NOT_REGULATED)

    def whole(self, name: str) -> int | None:
        """A number of persons, days or years; None where not regulated."""
        value = self.number(name).value
        return None if value is None else int(cast(int, value))

    def share(self, name: str) -> Share | None:
        """ "quorum", "composition_quorum", "majority": the share; None where not regulated."""
        value = self.number(name).value
        return None if value is None else share_of(value)

    def flag(self, name: str, default: bool) -> bool:
        """A yes-or-no reading of the charter."""
        value = self.number(name).value
        return default if value is None else bool(value)

    def choice(self, name: str, default: str) -> str:
        """A reading with named choices ("present" or "voting")."""
        value = self.number(name).value
        return default if value is None else str(value)

    def clause(self, name: str) -> str:
        """The clause behind a number, empty where it has none."""
        return self.number(name).clause

    @property
    def regulations(self) -> frozenset[str]:
        """Which regulations its clauses belong to: {"CN"}; empty where no number of it names its clause."""
        clauses = [*(one.clause for one in self.numbers.values()), *(one.clause for one in self.groups)]
        return frozenset(clause.partition("-")[0] for clause in (*clauses, self.groups_clause) if clause)

    def with_number(self, name: str, value: object) -> Charter:
        """The same charter with one value changed, clause and reading kept."""
        return replace(self, numbers={**self.numbers, name: replace(self.number(name), value=value)})

    def as_json(self) -> dict[str, object]:
        """Without the day in force, as `CharterVersion.numbers` keeps it."""
        return {
            "numbers": {
                name: {"value": n.value, "clause": n.clause, "reading": n.reading, "from_text": n.from_text}
                for name, n in self.numbers.items()
            },
            "groups": [{"code": g.code, "clause": g.clause, "seats": g.seats, "exact": g.exact} for g in self.groups],
            "groups_clause": self.groups_clause,
            "groups_reading": self.groups_reading,
        }


def from_json(in_force_from: date | None, raw: Mapping[str, object]) -> Charter:
    """The charter of a version's JSON (the shape of `Charter.as_json`)."""
    numbers = cast(Mapping[str, Mapping[str, object]], raw["numbers"])
    groups = cast(Sequence[Mapping[str, object]], raw["groups"])
    return Charter(
        in_force_from=in_force_from,
        numbers={name: _number(value) for name, value in numbers.items()},
        groups=tuple(_group(value) for value in groups),
        groups_clause=str(raw.get("groups_clause", "")),
        groups_reading=str(raw.get("groups_reading", "")),
    )


def _number(raw: Mapping[str, object]) -> Number:
    return Number(
        raw["value"], str(raw.get("clause", "")), str(raw.get("reading", "")), bool(raw.get("from_text", True))
    )


def _group(raw: Mapping[str, object]) -> Group:
    return Group(str(raw["code"]), str(raw["clause"]), cast(int, raw.get("seats", 1)), bool(raw.get("exact", False)))


NO_CHARTER = Charter(in_force_from=None)
"""Nothing is regulated: a body without a charter, or a day before the first version (CN-8.1)."""


def cited(clause: str, regulations: Collection[str]) -> str:
    """The clause where it is one of these regulations, otherwise nothing: another body's clauses bind nobody."""
    return clause if clause.partition("-")[0] in regulations else ""


@contextmanager
def citing(regulations: Collection[str]) -> Iterator[None]:
    """What is refused inside names its clause only where it is one of these regulations."""
    try:
        yield
    except Refused as refused:
        refused.clause = cited(refused.clause, regulations)
        raise


def in_force(versions: Sequence[CharterVersion], day: date) -> Charter:
    """The numbers that held on a day: the latest version that had begun (CN-8.1); `NO_CHARTER` before the first."""
    begun = [version for version in versions if version.in_force_from <= day]
    if not begun:
        return NO_CHARTER
    latest = max(begun, key=lambda version: version.in_force_from)
    return from_json(latest.in_force_from, latest.numbers)


@dataclass(frozen=True)
class ReadyCharter:
    """A charter that ships with the program, with its names and the act that it comes from."""

    key: str
    name_ky: str
    name_ru: str
    basis_ky: str
    basis_ru: str
    charter: Charter


def ready() -> tuple[ReadyCharter, ...]:
    """The shipped charters, in the order of their file names."""
    return tuple(_read(path) for path in sorted(shipped.resource("charters").glob("*.json")))


def ready_charter(key: str) -> ReadyCharter:
    """The shipped charter of that key; KeyError where there is none."""
    found = {charter.key: charter for charter in ready()}
    return found[key]


def _read(path: Path) -> ReadyCharter:
    raw = json.loads(path.read_text(encoding="utf-8"))
    names, basis = raw["name"], raw["basis"]
    return ReadyCharter(
        key=path.stem,
        name_ky=names["ky"],
        name_ru=names["ru"],
        basis_ky=basis["ky"],
        basis_ru=basis["ru"],
        charter=from_json(date.fromisoformat(raw["in_force_from"]) if raw["in_force_from"] else None, raw),
    )
