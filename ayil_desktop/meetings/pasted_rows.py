"""Which rows of a copied block are matters of an agenda, or people with their posts?"""

import re
from collections.abc import Sequence
from itertools import zip_longest

_NUMBER = re.compile(r"\s*(?:№\s*)?\d+(?:\.\d+)*\s*[.)]?\s*")
_NUMBERED = re.compile(r"\s*\d+[.)]\s*(?=\D)")
_HEADS = {"№", "n", "no", "№ п/п", "№ п.п.", "к/№"}


def pairs(block: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """The first two columns of words, row by row: a matter and its speaker, a name and a post.

    A column of numbers, the number before the words, rows without any and a head over the numbers are left out.
    """
    columns = list(zip_longest(*block, fillvalue=""))
    numbers = columns[0] if len(columns) > 1 and _are_numbers(columns[0]) else ()
    is_headed = bool(numbers) and numbers[0].strip().lower() in _HEADS
    words = columns[1:] if numbers else columns
    firsts = [_NUMBERED.sub("", cell.strip(), count=1) for cell in words[0]] if words else []
    seconds = [cell.strip() for cell in words[1]] if len(words) > 1 else [""] * len(firsts)
    return [pair for pair in list(zip(firsts, seconds, strict=True))[int(is_headed) :] if pair[0]]


def _are_numbers(column: Sequence[str]) -> bool:
    cells = [cell for cell in column if cell.strip() and cell.strip().lower() not in _HEADS]
    return bool(cells) and all(_NUMBER.fullmatch(cell) for cell in cells)
