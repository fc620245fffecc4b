"""Which words of a Kyrgyz or Russian text are written with wrong letters?

Found are Latin and Greek look-alikes inside a Cyrillic word, the letters that stand in for ң ө ү in old documents,
letters of other Cyrillic alphabets, letters split into base and mark, Roman numerals of two scripts, and what was typed
for the old Kyrgyz fonts. A whole word in Latin (PDF, Excel, XVII) is no fault.
"""

import re
import unicodedata

ALPHABET = set("абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя")
STAND_INS = dict(zip("ɵƟѳѲӊӉұҰΥυ", "өӨөӨңҢүҮҮү", strict=True))
ROMAN = set("IVXLCDM")
ROMAN_TWINS = set("ІХСМ")
WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
OLD_FONT = re.compile(r"[а-яё]+(?:\\[а-яё]*)+|\b(?:ъкмът|жън|търага|бъл)[а-яё]*", re.IGNORECASE)


def faults(text: str) -> list[str]:
    """Each wrong word with the reason, in the order of the text."""
    found = [(match.start(), match[0], "typed for an old Kyrgyz font") for match in OLD_FONT.finditer(text)]
    found += [(match.start(), match[0], reason) for match in WORD.finditer(text) if (reason := _fault(match[0]))]
    return [f"{word}: {reason}" for _, word, reason in sorted(found)]


def _fault(word: str) -> str:
    """What is wrong with one word; empty where nothing is."""
    scripts = {_script(letter) for letter in word}
    stand_ins = [letter for letter in word if letter in STAND_INS and not (scripts == {"GREEK"})]
    if stand_ins:
        return " ".join(f"{letter} (U+{ord(letter):04X}) stands for {STAND_INS[letter]}" for letter in stand_ins)
    if "CYRILLIC" not in scripts:
        return ""
    if "COMBINING" in scripts:
        return "a letter is split into base and mark"
    if len(word) > 1 and set(word) <= ROMAN | ROMAN_TWINS and len(scripts) > 1:
        return "a Roman numeral of two scripts"
    return _letters_from_elsewhere(word)


def _letters_from_elsewhere(word: str) -> str:
    """Latin names take Cyrillic endings (PDFти): only look-alikes and odd neighbours are faults, not the mixture."""
    foreign = {letter for letter in word if _script(letter) != "LATIN" and letter.lower() not in ALPHABET}
    if foreign:
        return "not in the Kyrgyz alphabet: " + " ".join(sorted(foreign))
    latin = {letter for letter in word if _script(letter) == "LATIN"}
    if latin and latin <= set("aceopxyiABCEHIKMOPTXY"):
        return "Latin look-alikes: " + " ".join(sorted(latin))
    return ""


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split()[0]
