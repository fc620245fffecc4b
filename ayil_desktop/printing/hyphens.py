"""Where may a word be divided that is wider than its column?"""

from collections.abc import Callable

from ayil_desktop.printing.literal import SOFT_HYPHEN

_VOWELS = frozenset("аеёиоөуүыэюяАЕЁИОӨУҮЫЭЮЯ")
_SIGNS = frozenset("ьъЬЪ")
_LINKS = frozenset("-–/_.,;:@&?=\\")
_LONGEST_WORD = 60  # of a language; what is longer is a number or an address and is divided anywhere


def divide(word: str, room: float, advance: Callable[[str], float]) -> list[str]:
    """The word in parts that are each at most as wide as `room`: at syllables with a hyphen, else anywhere.

    A part has at least one letter even where there is room for none.
    """
    places = _places(word)
    word = word.replace(SOFT_HYPHEN, "")
    hyphen = advance("-")
    parts = []
    start = 0
    while start < len(word):
        end, width, good, good_with_hyphen = start, 0.0, 0, False
        while end < len(word) and (width + (step := advance(word[end])) <= room or end == start):
            width += step
            end += 1
            if end in places and (not places[end] or width + hyphen <= room):
                good, good_with_hyphen = end, places[end]
        if end < len(word) and good:
            parts.append(word[start:good] + ("-" if good_with_hyphen else ""))
            start = good
        else:
            parts.append(word[start:end])
            start = end
    return parts


def _places(word: str) -> dict[int, bool]:
    """Indices in the word without its soft hyphens, each with: is a hyphen to be written there?"""
    if len(word) > _LONGEST_WORD:
        return {}
    letters = word.replace(SOFT_HYPHEN, "")
    if SOFT_HYPHEN in word:
        return {len(part): True for part in _beginnings(word.split(SOFT_HYPHEN))}
    places = {index: True for index in range(2, len(letters) - 1) if _begins_syllable(letters, index)}
    places.update({index: False for index in range(2, len(letters) - 1) if letters[index - 1] in _LINKS})
    return places


def _beginnings(parts: list[str]) -> list[str]:
    return ["".join(parts[: count + 1]) for count in range(len(parts) - 1)]


def _begins_syllable(word: str, index: int) -> bool:
    """A consonant before a vowel, after at least one vowel: кыз-мат, көр-сө-түү."""
    before, here, after = word[index - 1], word[index], word[index + 1]
    return (
        here.isalpha()
        and before.isalpha()
        and here not in _VOWELS
        and here not in _SIGNS
        and after in _VOWELS
        and any(letter in _VOWELS for letter in word[:index])
        and word[index - 2].isalpha()
    )
