"""Which formulas of the official language fit a decision, and how does a wording go into words being written?"""

import json
from collections.abc import Sequence
from functools import cache

from ayil_desktop import shipped
from ayil_desktop.meetings.choices import DecisionKind

_GAP = "…"
_ENDS_A_SENTENCE = ".;:!?"
_NO_SPACE_AFTER, _NO_SPACE_BEFORE = "(«", ".,;:!?)»"


@cache
def formulas(kind: DecisionKind, language: str) -> Sequence[str]:
    """The formulas for a kind of decision, the usual one first; … is where the words of the matter stand."""
    kept = json.loads(shipped.resource("wordings.json").read_text(encoding="utf-8"))
    return tuple(one[language] for one in kept[kind.value])


def inserted(words: str, *, before: str, after: str) -> tuple[str, int]:
    """Words with the spaces that part them from those before and after, and where in them one goes on typing."""
    return _parted(words, len(words), before, after)


def formula_inserted(formula: str, *, before: str, after: str) -> tuple[str, int]:
    """The same of a formula: a sentence that was begun fills its gap, an open gap is where one goes on."""
    begin, gap, end = formula.partition(_GAP)
    if not gap:
        return inserted(formula, before=before, after=after)
    if not begin and _is_begun(before):
        return inserted(end.lstrip(), before=before, after=after)
    return _parted(begin + end, len(begin), before, after)


def _is_begun(before: str) -> bool:
    line = before.rpartition("\n")[2].rstrip()
    return bool(line) and line[-1] not in _ENDS_A_SENTENCE


def _parted(words: str, cursor: int, before: str, after: str) -> tuple[str, int]:
    if before and not before[-1].isspace() and before[-1] not in _NO_SPACE_AFTER:
        words, cursor = f" {words}", cursor + 1
    if after and not after[0].isspace() and after[0] not in _NO_SPACE_BEFORE and not words[-1].isspace():
        words = f"{words} "
    return words, cursor
