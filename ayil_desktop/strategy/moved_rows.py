"""Which rows of a plan stand elsewhere than when it was approved?"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Stand:
    """Where a row stands: under which one, at which place of how many."""

    above: str
    above_number: str
    place: int
    of: int


@dataclass(frozen=True)
class Moved:
    """A row that was moved; `before` and `after` are places like «2 / 5», with the task's number where that changed."""

    key: str
    number: str
    before: str
    after: str


def moved(before: Json, after: Json) -> Iterator[Moved]:
    """The fewest rows whose moves explain the new order, in the order of the new plan; added and removed rows aside."""
    stood, stands = dict(_stands(before)), dict(_stands(after))
    below: dict[str, list[str]] = defaultdict(list)
    for key, stand in stands.items():
        rows = below[stand.above]
        if key in stood:
            rows.append(key)
    for above, rows in below.items():
        stayed = [key for key in rows if stood[key].above == above]
        kept = {stayed[place] for place in longest_rise([stood[key].place for key in stayed])}
        for key in rows:
            if key not in kept:
                yield _moved(key, _number(after, key), stood[key], stands[key])


def longest_rise(figures: Sequence[int]) -> list[int]:
    """The places of the longest part of the figures that rises."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, figure in enumerate(figures):
        at = bisect_left(ends, figure)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [figure]
        last[at : at + 1] = [place]
    found: list[int] = []
    place = last[-1] if last else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]


def _moved(key: str, number: str, stood: Stand, stands: Stand) -> Moved:
    if stood.above == stands.above:
        return Moved(key, number, f"{stood.place} / {stood.of}", f"{stands.place} / {stands.of}")
    return Moved(
        key,
        number,
        f"{stood.above_number}: {stood.place} / {stood.of}",
        f"{stands.above_number}: {stands.place} / {stands.of}",
    )


def _stands(plan: Json) -> Iterator[tuple[str, Stand]]:
    for rank, service in enumerate(plan["services"], 1):
        yield service["id"], Stand("", "", rank, len(plan["services"]))
        for place, task in enumerate(service["tasks"], 1):
            yield task["id"], Stand(service["id"], str(rank), place, len(service["tasks"]))
            for line, activity in enumerate(task["activities"], 1):
                yield activity["id"], Stand(task["id"], task["number"], line, len(task["activities"]))


def _number(plan: Json, key: str) -> str:
    for rank, service in enumerate(plan["services"], 1):
        if service["id"] == key:
            return str(rank)
        for row in (*service["tasks"], *(one for task in service["tasks"] for one in task["activities"])):
            if row["id"] == key:
                return str(row["number"])
    return ""
