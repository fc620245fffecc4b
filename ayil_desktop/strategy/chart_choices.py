"""Which sheet was chosen for the chart the last time, and is what is chosen now possible?"""

import dataclasses
from collections.abc import Collection, Mapping
from typing import Any

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.strategy.chart_sheet import (
    LEAST_EDGES,
    LEAST_PERCENT,
    MOST_EDGE,
    MOST_PAGES,
    MOST_PERCENT,
    ChartSheet,
    Edges,
    Fitting,
)

PAPERS = ("A4", "A3")
ORIENTATIONS = ("landscape", "portrait")
_OTHERS = ("orientation", "paper", "of", "period", "with_responsible", "with_approval")


def checked(values: Mapping[str, Any]) -> ChartSheet:
    """The sheet of these values; Refused where a number that is needed is none or out of bounds."""
    fitting = Fitting(values["fitting"])
    numbers: dict[str, Any] = {"across": 1, "down": 1, "percent": 100}
    if fitting is Fitting.PAGES:
        numbers |= {name: _whole(values, name, 1, MOST_PAGES) for name in ("across", "down")}
    if fitting is Fitting.SCALE:
        numbers["percent"] = _whole(values, "percent", LEAST_PERCENT, MOST_PERCENT)
    edges = Edges(values["edges"])
    if edges is Edges.OWN:
        numbers |= {name: _whole(values, name, least, MOST_EDGE) for name, least in LEAST_EDGES.items()}
    others: dict[str, Any] = {name: values[name] for name in _OTHERS}
    return ChartSheet(fitting=fitting, edges=edges, **numbers, **others)


def _whole(values: Mapping[str, Any], name: str, least: int, most: int) -> int:
    number = values[name]
    if not isinstance(number, int) or not least <= number <= most:
        words = Message("Write a whole number from {least} to {most}.", least=least, most=most)
        raise Refused(words, field=name)
    return number


def remembered(kept: object, *, services: Collection[str], periods: Collection[str]) -> dict[str, Any]:
    """The values to begin with: as they were kept, as far as they are still possible, else the usual ones."""
    usual = dataclasses.asdict(ChartSheet())
    if not isinstance(kept, dict):
        return usual
    found = {name: kept[name] for name in usual if type(kept.get(name)) is type(usual[name])}
    found |= {"fitting": kept["fitting"]} if kept.get("fitting") in list(Fitting) else {}
    found |= {"edges": kept["edges"]} if kept.get("edges") in list(Edges) else {}
    values = usual | found
    lists = {
        "paper": PAPERS,
        "orientation": ORIENTATIONS,
        "of": ("", *services),
        "period": ("", *periods),
        "fitting": tuple(Fitting),
        "edges": tuple(Edges),
    }
    for name, possible in lists.items():
        if values[name] not in possible:
            values[name] = usual[name]
    return values
