"""Which days of a year does the law of Kyrgyzstan make free, and which Saturdays does it make working days?

The days come from the `holidays` package, which reads the Labour Code, the decrees on moved days off and the two Aits.
The fixed days were compared with R-10 for 2017 to 2030. Of the decrees, the whole lists of 2019, 2020, 2023 and January
2025 and single days of 2017, 2018, 2021 and 2022 were compared with what the press published; the rest, 2024 above all,
stands as the package has it. No fault was found, so nothing is corrected here. Three things look like faults:
- 8 November was first a day off in 2018 (law 190 of 20 November 2017); in 2017 the days off ran from 4 to 7 November.
- 11 January 2025 was a working Saturday: the decree of 30 December 2024 came before the Labour Code of 2025.
- A day off that the Cabinet grants to offices paid from the budget alone (8 and 9 January 2026) is no holiday of the
  law. The office enters it among its own days.
"""

import importlib.util
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ayil_desktop.language.message import Message

if TYPE_CHECKING:
    from holidays.countries.kyrgyzstan import Kyrgyzstan

OROZO = Message("Orozo Ait")
KURMAN = Message("Kurman Ait")

_LOCALES = {"ky": "ky", "ru": "ru_KG", "en": "en_US"}
_BETWEEN_NAMES = "; "
_MOVED_FROM = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})")


@dataclass(frozen=True)
class Year:
    """The free days of one year and the weekend days that are worked."""

    free: frozenset[date]
    in_place_of_weekend: frozenset[date]
    """Free because a holiday fell on a weekend (until the Labour Code of 2025)."""
    moved_from: Mapping[date, date]
    """Free in exchange for another day, by decree."""
    worked: frozenset[date]
    estimated: Mapping[date, Message]
    """Which Ait is expected on that day; the package knows no announcement yet."""


@cache
def year(number: int) -> Year:
    """What the package knows about one year; before 1992 nothing."""
    days = _package(number, "ky")
    free = frozenset(days)
    labelled = _package(number, "ky", label_estimates=True)
    return Year(
        free=free,
        in_place_of_weekend=free - frozenset(_package(number, "ky", observed=False)),
        moved_from={day: moved for day, name in days.items() if (moved := _moved_from(name))},
        worked=frozenset(days.weekend_workdays),
        estimated={day: _ait(name) for day, name in days.items() if labelled[day] != name},
    )


def names(day: date, language: str) -> tuple[str, ...]:
    """What is celebrated on that day, in ky, ru or en; empty when nothing is."""
    known = _names(day.year, language).get(day)
    return tuple(known.split(_BETWEEN_NAMES)) if known else ()


def is_ait(name: str, ait: Message) -> bool:
    """Whether a name that somebody wrote, in any language, means this feast."""
    stems = ("орозо", "ураза", "orozo", "fitr") if ait == OROZO else ("курман", "курбан", "kurman", "adha")
    return any(stem in name.casefold() for stem in stems)


def _ait(name: str) -> Message:
    return OROZO if is_ait(name, OROZO) else KURMAN


def _moved_from(name: str) -> date | None:
    found = _MOVED_FROM.search(name)
    return date(int(found[3]), int(found[2]), int(found[1])) if found else None


@cache
def _names(number: int, language: str) -> Mapping[date, str]:
    days = _package(number, language)
    # "%s (observed)": the calendar says in the program's own words that a day off stands for a weekend.
    label = days.tr(days.observed_label).removeprefix("%s")
    return {day: name.removesuffix(label) for day, name in days.items()}


@cache
def _package(number: int, language: str, *, observed: bool = True, label_estimates: bool = False) -> "Kyrgyzstan":
    locale = _LOCALES[language]
    return _country()(
        years=number, language=locale, observed=observed, islamic_show_estimated=label_estimates, expand=False
    )


@cache
def _country() -> "type[Kyrgyzstan]":
    # The package holidays.countries imports 250 countries (60 ms, 7 MB); its modules are found without running it.
    found = importlib.util.find_spec("holidays.countries")
    assert found is not None
    sys.modules.setdefault("holidays.countries", importlib.util.module_from_spec(found))
    # Imported when a calendar is first asked: start-up must not wait for it (90 ms).
    from holidays.countries.kyrgyzstan import Kyrgyzstan

    return Kyrgyzstan
