"""Who answers for the activities of a plan, each once, however they are written?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ayil_desktop.language import kyrgyz
from ayil_desktop.strategy import russian
from ayil_desktop.strategy.records import Activity, Responsible


class Answering(NamedTuple):
    """One of them: `key` stays the same in every language, `name` is shown."""

    key: str
    name: str


_WORDS = "words:"
_SEVERAL = re.compile(r"[,;\n/]+(?![^(]*\))")
_INITIALS = r"(?:\w\.\s*)+\w{2,}|\w{2,}\s+(?:\w\.\s*)+"
_TWO_NAMES = re.compile(rf"\s*({_INITIALS})\s+(?:жана|менен|и)\s+({_INITIALS})\s*")
_AROUND = " ;,.:–—-…"
_NOBODY = frozenset({"жок", "нет"})


def everybody(activities: Iterable[Activity], language: str, bodies: Mapping[str, str]) -> list[Answering]:
    """In the order of the alphabet; `bodies` are the names of those on record by their ids.

    What is said only in words is named as most lines write it.
    """
    lines = [row for activity in activities for row in activity.responsible]
    # A plan of thousands of lines says few different things, and is asked again after every change.
    alike = Counter((one.text, one.text_ru, one.body_id, one.person_id) for one in lines)
    found: dict[str, Counter[str]] = {}
    for one in lines:
        times = alike.pop((one.text, one.text_ru, one.body_id, one.person_id), 0)
        for key, name in _named(one, language, bodies) if times else ():
            found.setdefault(key, Counter())[name] += times
    every = [Answering(key, names.most_common(1)[0][0]) for key, names in found.items()]
    return sorted(every, key=lambda one: kyrgyz.sort_key(one.name))


def keys(activity: Activity) -> set[str]:
    """Who answers for one activity."""
    return {key for one in activity.responsible for key, _ in _named(one, "ky", {})}


def is_somebody(text: str) -> bool:
    """Whether a line names anybody: a dash or «жок» names none."""
    return bool(_parts(text))


def _named(one: Responsible, language: str, bodies: Mapping[str, str]) -> Iterator[Answering]:
    """Whom a line means; beside a person on record those too whom it names besides."""
    parts = _parts(one.text)
    if one.body_id:
        yield Answering(f"body:{one.body_id}", bodies.get(one.body_id, one.text))
        return
    if one.person_id and one.person:
        position = f" ({one.person.position})" if one.person.position else ""
        yield Answering(f"person:{one.person_id}", f"{one.person.name}{position}")
        parts = _besides(parts, one.person.name)
    spoken = _parts(russian.said(one.text, one.text_ru, language))
    for place, part in enumerate(parts):
        is_said_alike = len(spoken) == len(parts)
        yield Answering(_WORDS + _folded(part), spoken[place] if is_said_alike else part)


def _besides(parts: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The others of a line that means a person on record: without the part with this name, else without the first."""
    family = {word for word in _folded(name).split() if len(word) > 2}
    theirs = [part for part in parts if family & set(re.findall(r"\w+", _folded(part)))]
    return tuple(part for part in parts if part not in (theirs or parts[:1]))


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[str, ...]:
    """«А.Асанов, Б.Бакиров» are two; what stands in brackets belongs to the one before them."""
    found: list[str] = []
    for part in _SEVERAL.split(text):
        both = _TWO_NAMES.fullmatch(part)
        found.extend(both.groups() if both else [part])
    return tuple(" ".join(one.split()).strip(_AROUND) + _closing(one) for one in found if _is_named(one))


def _is_named(part: str) -> bool:
    bare = part.strip(_AROUND)
    return bool(bare) and kyrgyz.fold(bare) not in _NOBODY


def _closing(part: str) -> str:
    """The point of initials is no end of a sentence."""
    return "." if re.search(r"(?:^|[\s.])\w\.\s*[;,]?\s*$", part) else ""


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return " ".join(kyrgyz.fold(text).split()).strip(_AROUND)
