"""Does a record say what somebody looks for, in whichever spelling and language?"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from ayil_desktop.language import figures, kyrgyz
from ayil_desktop.language.catalogue import LANGUAGES
from ayil_desktop.language.message import Message

Said = str | Message | date | None
"""What a record says of itself: words, a day, or a word of the program, which is known in each language."""


def words(text: str) -> Sequence[str]:
    """What is looked for; nothing for blanks."""
    return kyrgyz.fold(text).split()


def folded(said: Iterable[Said], fold: Callable[[str], str] = kyrgyz.fold) -> str:
    """Everything that is said, as it is compared."""
    return fold("\n".join(text for one in said for text in _texts(one)))


def holds(said: str, sought: Sequence[str]) -> bool:
    """Whether every word stands in it; where none is looked for, nothing is found."""
    return bool(sought) and all(word in said for word in sought)


def _texts(one: Said) -> Iterable[str]:
    if isinstance(one, Message):
        return [one.into(language) for language in LANGUAGES]
    if isinstance(one, date):
        return [figures.short_date(one)]
    return [one] if one else []
