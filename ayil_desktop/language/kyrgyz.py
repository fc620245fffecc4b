"""How are Kyrgyz letters sorted, searched, typed and repaired?"""

import re
import unicodedata

from ayil_desktop.language import look_alikes as _look_alikes
from ayil_desktop.language import old_fonts

ALPHABET = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"

_SPECIAL = {"н": "ң", "о": "ө", "у": "ү", "Н": "Ң", "О": "Ө", "У": "Ү"}

# Letters of the neighbours stand behind the one they come from; each place is one sign from U+0430 on, so that
# SQLite's comparison of bytes gives the order of the alphabet.
_ORDER = "аәбвгғдеёєжзиіїйкқлмнңоөпрстуўұүфхҳһцчҷшщъыьэюя"
_PLACE = {letter: chr(0x430 + place) for place, letter in enumerate(_ORDER)}
_BEHIND_ALL = "\U000f0000"
_TIE = "\x1f"
_PARTS = re.compile(r"\d+|.", re.DOTALL)

_FOLDED = str.maketrans("ңөүёҢӨҮЁ«»„“”‟‐‑‒–—−", "ноуеНОУЕ" + '"' * 6 + "-" * 6)
_INVISIBLE = {"Cf", "Mn", "Me"}


def special(letter: str) -> str | None:
    """Which letter Alt with this key gives: ң for н, ө for о, ү for у, capitals likewise; None for any other."""
    return _SPECIAL.get(letter)


def sort_key(text: str) -> str:
    """A string whose order, compared sign by sign, is that of the Kyrgyz alphabet.

    Small and capital letters, hyphens, quotation marks and points count only between otherwise equal texts. Blanks come
    first (Асан Зарина before Асанова), then numbers by their value, Latin letters, Cyrillic ones, any others.
    Look-alikes stand where the letter stands that was meant. The empty text sorts before all others.
    """
    written = unicodedata.normalize("NFC", text)
    if not written:
        return ""
    plain = _without_accents(_look_alikes.corrected(written).lower())
    places = [_number(part) if part[0].isdecimal() else _place(part) for part in _PARTS.findall(plain)]
    return " ".join("".join(places).split()) + _TIE + written


def _place(sign: str) -> str:
    if sign in _PLACE:
        return _PLACE[sign]
    if "a" <= sign <= "z":
        return sign
    if sign.isspace():
        return " "
    return _BEHIND_ALL + sign if sign.isalpha() else ""


def _number(digits: str) -> str:
    """Numbers of equal length compare by their digits, a longer one is greater."""
    value = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0") or "0"
    length = chr(0x30 + len(value)) if len(value) < 40 else f"X{len(value):08}"
    return length + value


def _without_accents(text: str) -> str:
    """Latin ç as c; Cyrillic й and ё are letters of their own."""
    return "".join(
        unicodedata.normalize("NFD", sign)[0] if unicodedata.name(sign, "").startswith("LATIN") else sign
        for sign in text
        if unicodedata.category(sign) not in _INVISIBLE
    )


def fold(text: str) -> str:
    """The text as a search compares it: ө as о, ү as у, ң as н, ё as е, look-alikes and old fonts repaired, small
    letters, single blanks, one kind of quotation mark and dash. To be applied to both sides."""
    small = _in_new_letters(_look_alikes.corrected(unicodedata.normalize("NFC", text))).lower()
    plain = _in_new_letters(small).translate(_FOLDED).casefold()
    visible = "".join(sign for sign in plain if unicodedata.category(sign) not in _INVISIBLE)
    return " ".join(visible.split())


def _in_new_letters(text: str) -> str:
    """Doubtful words too: both sides of a search read them the same way."""
    return old_fonts.corrected(text, doubtful=True)


def look_alikes(text: str) -> str:
    """Letters that only look right, such as those of the Naryn document, replaced by the Kyrgyz and Russian ones."""
    return _look_alikes.corrected(text)


def repair(text: str) -> str:
    r"""Look-alikes and text of the old fonts (ъкмът\) in today's letters; plain Russian, Latin names, Roman numerals
    and paths of files come back unchanged."""  # wrong letters on purpose
    return old_fonts.corrected(_look_alikes.corrected(text))


def needs_repair(text: str) -> bool:
    """Whether `repair` would change anything: the question before pasting."""
    return repair(text) != text
