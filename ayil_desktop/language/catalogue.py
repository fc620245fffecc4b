"""What does an English text of the program read in the user's language?

One gettext catalogue per language serves screens and paper. A text without a translation, and every text where the
compiled catalogue is missing or damaged, reads as its English msgid.
"""

import gettext
import struct
from functools import cache

from ayil_desktop import shipped

LANGUAGES = ("ky", "ru", "en")
DOMAIN = "ayil"

_current = LANGUAGES[0]


class Catalogue:
    """The texts of one language. Nothing in it changes after it is made, so any thread may ask it."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations

    def text(self, msgid: str) -> str:
        """The translation, or the msgid itself (gettext would answer the empty msgid with the file's head)."""
        return self._translations.gettext(msgid) if msgid else ""

    def plural(self, one: str, many: str, n: int) -> str:
        """The form that goes with the number: one in Kyrgyz, three in Russian, two in English."""
        return self._translations.ngettext(one, many, n)

    def in_context(self, context: str, msgid: str) -> str:
        """For an English word that needs a translation of its own in some place ("vote", "For")."""
        return self._translations.pgettext(context, msgid)

    def knows(self, msgid: str, *, context: str = "") -> bool:
        """Whether the catalogue itself holds a translation: an answer equal to the msgid does not tell."""
        known = getattr(self._translations, "_catalog", {})
        return bool(known.get(f"{context}\x04{msgid}" if context else msgid))


@cache
def for_language(language: str) -> Catalogue:
    """The catalogue of ky, ru or en; ValueError for any other."""
    if language not in LANGUAGES:
        raise ValueError(f"no catalogue for the language {language!r}")
    return Catalogue(language, _translations(language))


def _translations(language: str) -> gettext.NullTranslations:
    """What the compiled catalogue says; an unreadable one must not keep the office from its papers."""
    path = shipped.translations() / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    try:
        with path.open("rb") as compiled:
            return gettext.GNUTranslations(compiled)
    except (OSError, ValueError, LookupError, struct.error):
        return gettext.NullTranslations()


def use(language: str) -> None:
    """Make it the language of the screen, for every thread, from the next look-up on."""
    global _current
    _current = for_language(language).language


def current() -> str:
    """The language of the screen; Kyrgyz until another is chosen."""
    return _current


def text(msgid: str) -> str:
    """In the language of the screen; imported as `_` where it is called."""
    return for_language(_current).text(msgid)


def plural(one: str, many: str, n: int) -> str:
    """In the language of the screen."""
    return for_language(_current).plural(one, many, n)


def in_context(context: str, msgid: str) -> str:
    """In the language of the screen."""
    return for_language(_current).in_context(context, msgid)
