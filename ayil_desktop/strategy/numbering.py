"""Where do the numbers of a plan leave a gap, repeat one, or name another task?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message

Parsed = tuple[int, ...]


@dataclass(frozen=True)
class Numbered:
    """A task with the numbers of its activities, as written."""

    number: str
    activities: Sequence[str]


def parsed(number: str) -> Parsed | None:
    """1.2 as (1, 2), II as (2,), whatever stands around it; None where it is no number (1а, empty)."""
    parts = re.sub(r"^[\s№]+|[\s.)]+$", "", number).split(".")
    try:
        return tuple(int(part) if part.isdecimal() else wording.from_roman(part) for part in parts)
    except ValueError:
        return None


def pointed(number: str) -> str:
    """Before a text: with a point behind it where it ends in nothing of the kind (1.1. and 5) do)."""
    return f"{number}." if number[-1:].isalnum() else number


def slips(tasks: Sequence[Numbered], goes_on: int = 0) -> Iterator[tuple[tuple[str, ...], Message]]:
    """What a reader stumbles over, with the numbers that it is about.

    Tasks begin with 1 or after the last task of the service before, which is `goes_on`; activities with 1 in each task
    or, where their numbers name no task, after those of the task before. A number that is none is left out.
    """
    if not _follow(_read(one.number for one in tasks), goes_on):
        numbers = tuple(one.number for one in tasks)
        yield numbers, Message("The numbers of the tasks have a gap or a repeat: {numbers}.", numbers=numbers)
    twice = _in_several(tasks)
    for number, holders in twice.items():
        yield (number,), Message("{number} stands in several tasks: {tasks}.", number=number, tasks=holders)
    reached = 0
    for task in tasks:
        strange = [one for one in task.activities if names_another(one, task.number)]
        alone = tuple(one for one in strange if one not in twice)
        if alone:
            yield alone, Message("Task {task}: the number of another task: {numbers}.", task=task.number, numbers=alone)
        own = [one for one in task.activities if one not in strange]
        if not _follow(_read(own), reached) and not _follow(_in_task(task), reached):
            numbers = tuple(own)
            text = Message(
                "Task {task}: the numbers have a gap or a repeat: {numbers}.", task=task.number, numbers=numbers
            )
            yield numbers, text
        reached = next((one[0] for one in reversed(_read(own)) if len(one) == 1), reached)


def _read(numbers: Iterable[str]) -> list[Parsed]:
    return [one for one in map(parsed, numbers) if one is not None]


def _follow(numbers: Sequence[Parsed], goes_on: int) -> bool:
    """Whether each is the next one of those with its beginning, and the first one 1 or, without beginning, the next."""
    last: dict[Parsed, int] = {}
    for *beginning, number in numbers:
        head = tuple(beginning)
        is_next = number == last.get(head, 0) + 1
        if not is_next and (head or head in last or number != goes_on + 1):
            return False
        last[head] = number
    return True


def _in_task(task: Numbered) -> list[Parsed]:
    """Its activities as if each number named this task: one may stand at the right place with a wrong beginning."""
    own = parsed(task.number) or ()
    return [(*own, one[-1]) for one in _read(task.activities)]


def _in_several(tasks: Sequence[Numbered]) -> dict[str, tuple[str, ...]]:
    """Numbers with a dot that stand in more than one task, with the numbers of these."""
    places: dict[Parsed, dict[int, str]] = {}
    for place, task in enumerate(tasks):
        for number in task.activities:
            read = parsed(number)
            if read is not None and len(read) > 1:
                places.setdefault(read, {}).setdefault(place, number)
    return {
        written: tuple(tasks[place].number for place in found)
        for found in places.values()
        if len(found) > 1
        for written in dict.fromkeys(found.values())
    }


def names_another(number: str, task: str) -> bool:
    """Whether what stands before the last part is another task's number; that of the service may stand before it."""
    own, read = parsed(task), parsed(number)
    if own is None or read is None or len(read) < 2:
        return False
    head = read[:-1]
    return own not in (head[: len(own)], head[-len(own) :])
