"""Which ending does a Kyrgyz name of a body get where a paper is addressed to it?

The dative alone, by the last sound and the last vowel of the name; a name that ends in something else than a Kyrgyz
word has no ending that could be known.
"""

import re

_VOWELS = "аеёиоуыэюяөү"
_HARMONY = {"а": "а", "ы": "а", "у": "а", "я": "а", "ю": "а", "о": "о", "ё": "о", "е": "е", "и": "е", "э": "е"}
_HARMONY |= {"ө": "ө", "ү": "ө"}
_VOICELESS = "кпстфхцчшщ"
_LAST_WORD = re.compile(r"([а-яёңөү]+)$")


def dative(name: str) -> str:
    """айылдык кеңештин комиссиясына, жергиликтүү кеңешке; empty where the ending is not known."""
    found = _LAST_WORD.search(name.lower())
    if found is None:
        return ""
    word = found[1]
    vowels = [letter for letter in word if letter in _VOWELS]
    if not vowels or word[-1] in "ьъ":
        return ""
    harmony = _HARMONY[vowels[-1]]
    if word[-1] in "ыиуү" and word[-2:-1] != word[-1]:
        return f"{name}н{harmony}"  # its own: комиссиясы
    return name + ("к" if word[-1] in _VOICELESS else "г") + harmony
