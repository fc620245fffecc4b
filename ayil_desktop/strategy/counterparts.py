"""Which activities of two plans are the same work, however they are numbered and worded?

Compared are their words: case, points, quotation marks and look-alike letters do not count, nor what follows the first
four letters (endings, mostly), nor words of a service's own name that the other plan does not use. A word weighs the
less the more activities of a plan have it. How alike two texts are is the share of their words that stand in both.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from ayil_desktop.language.kyrgyz import fold

ANYWHERE, IN_TASK, AT_NUMBER = 0.6, 0.4, 0.2
"""So alike are two texts that mean the same work: three fifths of the longer one wherever they stand; two fifths of the
shorter one in tasks with the same number, one fifth under the same number, if two words at least are common."""
_HELPED = 2

_LETTERS = 4
_COMMON = 50  # a word of more activities than these leads to none of them: every plan would be read for each row

Words = frozenset[str]
Texts = tuple[Sequence[Words], Sequence[Words]]


@dataclass(frozen=True)
class Line:
    """An activity: its number and its task's, what is to be done."""

    number: str
    task: str
    text: str


@dataclass(frozen=True)
class Plan:
    """The activities of a service in their order, and every name that the service has."""

    lines: tuple[Line, ...]
    names: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def found(one: Plan, other: Plan) -> Mapping[int, int]:
    """For places in the one plan the place of the same work in the other; each stands for one at most, equal texts and
    then the likest first."""
    texts = _bare(one, other), _bare(other, one)
    pairs = dict(_equal(one, other, texts))
    taken = set(pairs.values())
    for place, there in _likest(one, other, texts, pairs):
        if place not in pairs and there not in taken:
            pairs[place] = there
            taken.add(there)
    return pairs


def _likest(one: Plan, other: Plan, texts: Texts, pairs: Mapping[int, int]) -> list[tuple[int, int]]:
    """What may be the same work of what is not yet paired, the likest first, then the nearest."""
    weights, index = _weights(*texts), _Index(other, texts[1], set(pairs.values()))
    weighed = [[Text(words, sum(weights[word] for word in words)) for words in plan] for plan in texts]
    rows = []
    for place, line in enumerate(one.lines):
        text = weighed[0][place]
        for there in index.near(line, text.words) if place not in pairs else ():
            alike = likeness(text, weighed[1][there], weights)
            if are_same(line, other.lines[there], alike):
                rows.append((-alike.of_shorter, abs(place - there), place, there))
    return [(place, there) for _alike, _far, place, there in sorted(rows)]


@dataclass(frozen=True)
class Text:
    """The words of an activity and what all of them weigh."""

    words: Words
    weight: float


@dataclass(frozen=True)
class Likeness:
    """How many words two texts have in common, and which share of each these are by their weight, from 0 to 1."""

    words: int
    of_shorter: float
    of_longer: float


def likeness(one: Text, other: Text, weights: Mapping[str, float]) -> Likeness:
    """How alike two texts are."""
    words = one.words & other.words
    common = sum(weights[word] for word in words)
    shorter, longer = sorted((one.weight, other.weight))
    return Likeness(len(words), common / (shorter or 1), common / (longer or 1))


def are_same(one: Line, other: Line, alike: Likeness) -> bool:
    """Whether two activities as alike as that are the same work where they stand."""
    if alike.of_longer >= ANYWHERE:
        return True
    if alike.words < _HELPED or one.task != other.task:
        return False
    return alike.of_shorter >= (AT_NUMBER if one.number == other.number else IN_TASK)


def _weights(*plans: Sequence[Words]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for texts in plans:
        counts |= Counter(word for words in texts for word in words)
    lines = max(map(len, plans))
    return {word: math.log((lines + 1) / count) for word, count in counts.items()}


def _bare(plan: Plan, other: Plan) -> list[Words]:
    """The words of each activity without those that only this service's own name brings; never none at all."""
    said = frozenset[str]().union(*(_words(line.text) for line in other.lines))
    own = frozenset[str]().union(*map(_words, plan.names)) - said
    return [(_words(line.text) - own) or _words(line.text) for line in plan.lines]


@lru_cache(maxsize=1024)
def _words(text: str) -> Words:
    return frozenset(word[:_LETTERS] for word in re.findall(r"\w+", fold(text)))


def _equal(one: Plan, other: Plan, texts: Texts) -> Iterator[tuple[int, int]]:
    """Texts with the same words: under the same number first, else in their order."""
    places: dict[Words, list[int]] = {}
    for there, words in enumerate(texts[1]):
        places.setdefault(words, []).append(there)
    waiting = []
    for place, words in enumerate(texts[0]):
        free = places.get(words, [])
        same = next((there for there in free if other.lines[there].number == one.lines[place].number), None)
        if same is None:
            waiting.append(place)
        else:
            free.remove(same)
            yield place, same
    for place in waiting:
        free = places.get(texts[0][place], [])
        if free:
            yield place, free.pop(0)


class _Index:
    """Where the words and numbers stand in what is left of a plan."""

    def __init__(self, plan: Plan, texts: Sequence[Words], taken: Set[int]) -> None:
        self.words: dict[str, list[int]] = {}
        self.numbers: dict[str, list[int]] = {}
        for place, (line, words) in enumerate(zip(plan.lines, texts, strict=True)):
            if place not in taken:
                self.numbers.setdefault(line.number, []).append(place)
                for word in words:
                    self.words.setdefault(word, []).append(place)

    def near(self, line: Line, words: Words) -> set[int]:
        """The places that may hold the same work."""
        lists = [self.words.get(word, []) for word in words]
        return set(self.numbers.get(line.number, [])).union(*(one for one in lists if len(one) <= _COMMON))
