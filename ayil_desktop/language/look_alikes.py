"""Which letters of a Kyrgyz text are not the letters that they look like?

Texts come from offices that typed ө, ү and ң with whatever looked right (the Naryn document has three such letters),
and with Latin letters in the midst of Cyrillic words. Latin names, Roman numerals and words of neighbouring languages
stay.
"""

import re
import unicodedata

WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")

_STAND_IN = dict(zip("ɵƟѳѲӧӦӊӉҥҤӈӇӱӰѵѴ", "өӨөӨөӨңҢңҢңҢүҮүҮ", strict=True))  # wrong letters on purpose
_KAZAKH_U = {"ұ": "ү", "Ұ": "Ү"}  # wrong letters on purpose
_KAZAKH = frozenset("әғқіһӘҒҚІҺ")  # wrong letters on purpose
# These mean something else in a word of their own script, so they count only beside real Cyrillic letters.
_GUEST = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))  # wrong letters on purpose
_GUEST |= dict(zip("ëöøüvñŋθυγËÖØÜÑŊΘΥ", "ёөөүүңңөүүЁӨӨҮҢҢӨҮ", strict=True))  # wrong letters on purpose
_BACK_VOWELS = frozenset("аоуыюяАОУЫЮЯ")
_FRONT_LETTERS = frozenset("өүӨҮ")

# Nothing longer is a word: it is not worth the time.
_LONGEST = 100

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_TWINS = str.maketrans("ІХСМ", "IXCM")  # wrong letters on purpose
_UKRAINIAN_I = "І"  # wrong letters on purpose
_ROMAN_LETTERS = frozenset("IVXLCDMІХСМ")  # wrong letters on purpose

_LATIN_RUN = re.compile(r"[A-Za-z]+")
_ENDING = re.compile(
    r"[кг][аеоө]|[дт][аеоө](?:н|гы|ги|гу|гү)?|[ндт][ыиуү]н?|л[аеоө]р\w*|[дт][аеоө]р\w*|н[аеоө]н|[лдт][ыиуү][кү]\w*"
)
_INITIAL = re.compile(r"(?<![\w.])([ABEHKOPT])(?=\.[А-ЯЁӨҮҢ][а-яёөүң])")


def corrected(text: str) -> str:
    """The text with each look-alike replaced by the letter that was meant; all else stays to the last sign."""
    kazakh = not _KAZAKH.isdisjoint(text)
    words = WORD.sub(lambda found: _word(found[0], kazakh=kazakh), text)
    return _INITIAL.sub(lambda found: _GUEST[found[1]], words)


def _word(word: str, *, kazakh: bool) -> str:
    if word.isascii() or len(word) > _LONGEST:
        return word
    word = _composed(word)
    if _is_mixed_roman(word):
        return word.translate(_ROMAN_TWINS)
    stand_in = _STAND_IN if kazakh or not _BACK_VOWELS.isdisjoint(word) else _STAND_IN | _KAZAKH_U
    native = "".join(stand_in.get(letter, letter) for letter in word)
    guests = [letter for letter in native if not _is_cyrillic(letter) and not unicodedata.combining(letter)]
    if not guests:
        return native
    if not any(map(_is_cyrillic, native)) or _is_foreign(native, guests):
        return word
    return "".join(_letter(letter, native[:place], native) for place, letter in enumerate(native))


def _composed(word: str) -> str:
    """й and ё as one sign each: some programs paste them as a letter and a mark."""
    return unicodedata.normalize("NFC", word) if any(map(_is_cyrillic, word)) else word


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"


def _is_foreign(word: str, guests: list[str]) -> bool:
    """Whether the other letters are a name, an abbreviation or a number of their own: Wordдо, PDFти, XXсессия."""
    if any(letter not in _GUEST and letter not in "Yy" for letter in guests):
        return True
    runs = _LATIN_RUN.findall(word)
    if len(runs) != 1:
        return False
    before, after = word.split(runs[0])
    rest = before + after
    return (len(runs[0]) > 1 and runs[0].isupper() and rest.islower()) or bool(
        len(runs[0]) > 2 and not before and _ENDING.fullmatch(after)
    )


def _letter(letter: str, before: str, word: str) -> str:
    """Y is drawn like Ү, so it is У only beside back vowels; y is drawn like у, and is ү only beside ө and ү."""
    if letter == "Y":
        meant = "Ү" if _BACK_VOWELS.isdisjoint(word) else "У"
        return meant.lower() if before[-1:].islower() else meant
    if letter == "y" and not _FRONT_LETTERS.isdisjoint(word):
        return "ү"
    return _GUEST.get(letter, letter)


def _is_mixed_roman(word: str) -> bool:
    """XVII with a Cyrillic Х, or of Ukrainian І: such a number is written in Latin letters throughout."""
    if not _ROMAN_LETTERS.issuperset(word) or (all(map(_is_cyrillic, word)) and _UKRAINIAN_I not in word):
        return False
    is_number = not set("IVХX").isdisjoint(word) or _UKRAINIAN_I in word  # wrong letters on purpose
    return is_number and _ROMAN.fullmatch(word.translate(_ROMAN_TWINS)) is not None
