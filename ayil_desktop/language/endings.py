"""Which ending does the name of a body get where a paper is addressed to it, or is its paper?

The Kyrgyz dative and genitive, by the last sound and the last vowel of the name; a name that ends in something else
than a Kyrgyz word has no ending that could be known. The Russian genitive of the few nouns that bodies are called by.
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


_NARROW = {"а": "ы", "ы": "ы", "я": "ы", "о": "у", "у": "у", "ё": "у", "ю": "у", "е": "и", "и": "и", "э": "и"}
_NARROW |= {"ө": "ү", "ү": "ү"}


_OWNED_ALREADY = re.compile("[ыиуү]н[ыиуү]н$")
"""айылдык кеңешинин: written as it stands over a resolution."""


def genitive(name: str, language: str) -> str:
    """комиссиянын, кеңештин, рабочей комиссии по услугам; empty where the ending is not known."""
    return {"ky": _kyrgyz_genitive, "ru": _russian_genitive}.get(language, lambda _: "")(name)


def _kyrgyz_genitive(name: str) -> str:
    found = _LAST_WORD.search(name.lower())
    word = found[1] if found else ""
    vowels = [letter for letter in word if letter in _VOWELS]
    if _OWNED_ALREADY.search(word):
        return name
    if not vowels or word[-1] in "ьъ" or _is_all_capitals(name):
        return ""
    begins = "н" if word[-1] in _VOWELS else "т" if word[-1] in _VOICELESS else "д"
    return f"{name}{begins}{_NARROW[vowels[-1]]}н"


def _is_all_capitals(name: str) -> bool:
    """An abbreviation, or a name in capitals, which small letters do not suit."""
    return name.split()[-1].isupper()


_RUSSIAN_BODY = re.compile(
    r"(?P<adjectives>(?:[\w-]+(?:ая|ый|ой|ий) )*)(?P<noun>комисси|групп|совет|комитет|кенеш)(?P<ending>[яа]?)(?= |$)",
    re.IGNORECASE,
)
_OF_A_NOUN = {"комисси": ("я", "и"), "групп": ("а", "ы"), "совет": ("", "а"), "комитет": ("", "а"), "кенеш": ("", "а")}


def _russian_genitive(name: str) -> str:
    """What follows the noun (по …, айылного аймака …) stays as it is."""
    found = _RUSSIAN_BODY.match(name)
    if found is None:
        return ""
    nominative, ending = _OF_A_NOUN[found["noun"].lower()]
    is_feminine = bool(nominative)
    adjectives = found["adjectives"].split()
    if found["ending"] != nominative or any(word.endswith("ая") != is_feminine for word in adjectives):
        return ""
    said = [_russian_adjective(word) for word in adjectives]
    return " ".join((*said, found["noun"] + ending)) + name[found.end() :]


def _russian_adjective(word: str) -> str:
    stem, last = word[:-2], word[-3].lower()
    if word.endswith("ая"):
        return stem + ("ей" if last in "жшщч" else "ой")
    return stem + ("его" if last in "жшщч" or (word.endswith("ий") and last not in "гкх") else "ого")
