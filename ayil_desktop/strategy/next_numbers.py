"""Which number continues the numbering of a plan, for a new task or activity: 1.3, 1.3., IV, В), 6)?"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from ayil_desktop.language import wording
from ayil_desktop.strategy import numbering
from ayil_desktop.strategy.records import PriorityService, Strategy, Task

_FIGURES, _ROMAN, _SMALL_ROMAN = "1", "I", "i"
_LETTERS = {
    "А": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
    "а": "абвгдежзиклмнопрстуфхцчшщэюя",
    "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "a": "abcdefghijklmnopqrstuvwxyz",
}
"""As the offices count with letters: without those that only Kyrgyz has, and without ё й ъ ы ь."""
_LONGEST = 9  # signs of one part of a number; more of them are no count
_LOOK_ALIKE = str.maketrans("ІХіх", "IXix")
_LAST_PART = re.compile(r"(.*?)(\d+|(?<![^\W\d_])[^\W\d_]+)(\W*)", re.DOTALL)
_LAST_FIGURES = re.compile(r"(.*\D|)(\d+)(\D*)", re.DOTALL)


class Written(NamedTuple):
    """A number as it is written: what stands before its last part, in which signs that counts, what stands behind."""

    head: str
    signs: str
    value: int
    tail: str

    @property
    def series(self) -> tuple[str, str]:
        """Numbers that follow each other share it; a closing dot may be there or forgotten."""
        return self.head, self.signs

    @property
    def next(self) -> "Written":
        return self._replace(value=self.value + 1)

    def __str__(self) -> str:
        return f"{self.head}{_in_signs(self.signs, self.value)}{self.tail}"


def _in_signs(signs: str, value: int) -> str:
    if signs in _LETTERS:
        times, place = divmod(value - 1, len(_LETTERS[signs]))
        return _LETTERS[signs][place] * (times + 1)
    if signs == _FIGURES:
        return str(value)
    return wording.roman(value) if signs == _ROMAN else wording.roman(value).lower()


def readings(number: str) -> list[Written]:
    """What a number may be: the C of A, B, C is the third letter or a hundred."""
    number = number.strip()
    found = _LAST_PART.fullmatch(number)
    counted = list(_counted(found[2])) if found else []
    if not counted:
        found = _LAST_FIGURES.fullmatch(number)
        counted = list(_counted(found[2])) if found else []
    return [Written(found[1], signs, value, found[3]) for signs, value in counted] if found else []


def _counted(part: str) -> Iterator[tuple[str, int]]:
    if len(part) > _LONGEST:
        return
    if part.isdecimal():
        yield _FIGURES, int(part)
        return
    alike = part.translate(_LOOK_ALIKE)
    if alike in (alike.upper(), alike.lower()):
        try:
            yield (_ROMAN if alike == alike.upper() else _SMALL_ROMAN), wording.from_roman(alike)
        except ValueError:
            pass
    for signs, letters in _LETTERS.items():
        if part[0] in letters and part == part[0] * len(part):
            yield signs, (len(part) - 1) * len(letters) + letters.index(part[0]) + 1


class Series:
    """The numbers of a task or of a plan, and those that follow them; a number that is taken is passed over."""

    def __init__(self, own: Sequence[str], begin: Callable[[], str], taken: set[str], *, is_alone: bool) -> None:
        """`begin` gives the first number where none of the own ones counts.

        `taken` are bare numbers that would be a repeat, and learn what is given out; where it is alone, those without
        a beginning (5) or а) are no repeat beside those of another task.
        """
        self._own, self._begin = list(own), begin
        self._taken, self._is_alone = taken, is_alone
        self._own_taken = {_bare(one) for one in own}
        self._last: Written | None = None

    def take(self, number: str) -> None:
        """A number that was given otherwise."""
        self._own.append(number)
        self._own_taken.add(_bare(number))
        if not self._is_alone or _has_head(number):
            self._taken.add(_bare(number))
        for read in readings(number) if self._last else ():
            if self._last and read.series == self._last.series and read.value > self._last.value:
                self._last = read

    def next(self) -> str:
        """The next one, which is taken then."""
        last = self._last or last_of(self._own)
        following = last.next if last else readings(self._begin())[0]
        while self._is_taken(str(following)):
            following = following.next
        self._last = following
        self.take(str(following))
        return str(following)

    def _is_taken(self, number: str) -> bool:
        return _bare(number) in self._own_taken or _bare(number) in self._taken


def _bare(number: str) -> str:
    """1.1. and 1.1 are one number."""
    return number.strip(" .").casefold()


def _has_head(number: str) -> bool:
    return any(read.head for read in readings(number))


def last_of(numbers: Iterable[str]) -> Written | None:
    """The highest one of the series that most of them belong to, written as the last of these; None where none counts.

    The fewer it has counted the likelier is a reading: I is one rather than the ninth letter.
    """
    found: dict[tuple[str, str], list[Written]] = {}
    for one in chain.from_iterable(map(readings, numbers)):
        found.setdefault(one.series, []).append(one)
    if not found:
        return None
    best = max(found.values(), key=lambda some: (len(some), -max(one.value for one in some)))
    return best[-1]._replace(value=max(one.value for one in best))


def of_activity(strategy: Strategy, task: Task) -> str:
    """The number of one more activity of a task."""
    priority = next(one for one in strategy.priorities if task.id in {own.id for own in one.tasks})
    return PlanNumbers(strategy, priority).of_task(task).next()


class PlanNumbers:
    """The numbers of one service's plan. What the council approved is not given to another row, even if it is gone."""

    def __init__(self, strategy: Strategy, priority: PriorityService) -> None:
        self._strategy, self._priority = strategy, priority
        self._gone, self._gone_tasks = _approved(strategy, priority)
        every = [[*self._gone.get(one.id, ()), *(row.number for row in one.activities)] for one in priority.tasks]
        self._runs_on = _runs_on(every)
        self._taken = {_bare(one) for one in chain.from_iterable(every) if self._runs_on or _has_head(one)}

    def of_task(self, task: Task) -> Series:
        """For new activities of a task."""
        own = [*self._gone.get(task.id, ()), *(one.number for one in task.activities)]
        numbers = [one for one in own if not numbering.names_another(one, task.number)]
        taken, begin = self._taken | set(map(_bare, own)) if numbers != own else self._taken, partial(self._first, task)
        return Series(numbers, begin, taken, is_alone=not self._runs_on)

    def of_tasks(self) -> Series:
        """For new tasks."""
        own = [*self._gone_tasks, *(one.number for one in self._priority.tasks)]
        return Series(own, self._first_task, set(), is_alone=True)

    def _first(self, task: Task) -> str:
        """As the activities of another task begin, of this plan or else of another; else 1.1 in task 1."""
        if self._runs_on:
            last = last_of(one.number for other in self._priority.tasks for one in other.activities)
            if last is not None:
                return str(last)
        others = chain.from_iterable(one.tasks for one in self._strategy.priorities if one is not self._priority)
        for other in chain(reversed(self._priority.tasks), others):
            last = last_of(one.number for one in other.activities) if other is not task else None
            if last is not None:
                return str(last._replace(head=_renamed(last.head, other.number, task.number), value=1))
        bare = task.number.strip().rstrip(" .)")
        return f"{bare}.1{'.' if task.number.strip().endswith('.') else ''}" if bare else "1"

    def _first_task(self) -> str:
        """As in the plan of another service; counted on where the plans are counted through."""
        others = [[task.number for task in one.tasks] for one in self._strategy.priorities if one.tasks]
        last = last_of(chain.from_iterable(others))
        if last is None:
            return "1"
        return str(last.next if _runs_on(others) else last._replace(value=1))


def _approved(strategy: Strategy, priority: PriorityService) -> tuple[dict[str, list[str]], list[str]]:
    """What was ever approved in a plan: by the ids of its tasks the numbers of activities, and those of the tasks."""
    held: list[Mapping[str, Any]] = [dict(one.content) for one in strategy.baselines]
    services = [one for content in held for one in content["services"] if one["id"] == priority.id]
    tasks = [task for one in services for task in one["tasks"]]
    found: dict[str, list[str]] = {}
    for task in tasks:
        found.setdefault(task["id"], []).extend(one["number"] for one in task["activities"])
    return found, [task["number"] for task in tasks]


def _runs_on(parts: Sequence[Sequence[str]]) -> bool:
    """Whether one count goes through all parts: 1), 2) in the first one, 3), 4) in the second."""
    counted = [{_bare(one) for one in part} for part in parts if part]
    if len(counted) < 2 or any(map(_has_head, chain.from_iterable(parts))):
        return False
    return len(set().union(*counted)) == sum(map(len, counted))


def _renamed(head: str, other: str, own: str) -> str:
    """«2.» for task II where «1.» is said for task I; what names no task stays."""
    named, of, to = (next(iter(readings(one)), None) for one in (head, other, own))
    if named is None or of is None or to is None or named.value != of.value:
        return head
    return str(named._replace(value=to.value))
