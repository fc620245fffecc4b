"""What may a user's text bring onto paper? Letters and line breaks; nothing that steers a program or a printer."""

import unicodedata

NO_BREAK_SPACE = "\u00a0"
SOFT_HYPHEN = "\u00ad"
UNKNOWN = "\ufffd"

_LINE_ENDS = ("\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_KEPT = frozenset(("\n", NO_BREAK_SPACE, SOFT_HYPHEN))
_CHANGED = {"\t": "    ", "\u202f": NO_BREAK_SPACE, "\u2007": NO_BREAK_SPACE}


def clean(text: str) -> str:
    """The text with its line breaks, without control, direction and other invisible characters.

    Tabs become spaces, what is no character at all becomes the replacement sign, letters put together from parts
    (и and a breve) become one letter.
    """
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if text.isprintable():
        return text
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return "".join(map(_harmless, text))


def _harmless(character: str) -> str:
    if character.isprintable() or character in _KEPT:
        return character
    if character in _CHANGED:
        return _CHANGED[character]
    match unicodedata.category(character):
        case "Zs":
            return " "
        case "Cc" | "Cf":  # bells, nulls; marks that turn the direction of reading or join words unseen
            return ""
        case _:  # surrogates, private and unassigned places
            return UNKNOWN
