"""What if pasted text has letters that only look Kyrgyz, or comes from an old font?

The user is asked in a notice and works on meanwhile; nothing is changed without a yes.
"""

from collections.abc import Callable
from itertools import chain

from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import notice, typing_place
from ayil_desktop.widgets.clipboard import Block
from ayil_desktop.widgets.notice import Notice, Offer, Severity
from ayil_desktop.widgets.typing_place import Place


def paste(place: Place) -> None:
    """Paste as it is, and offer the repair where the text needs one."""
    at = typing_place.start(place)
    place.paste()
    pasted = typing_place.text(place)[at : typing_place.end(place)]
    if not kyrgyz.needs_repair(pasted):
        return
    asked = _ask(pasted, lambda: _repair(place, at, pasted), notice.nothing)
    # The place may be a cell that is closed by the next Enter; then there is nothing left to repair.
    place.destroyed.connect(lambda: notice.board().close(asked))


def paste_block(rows: Block, then: Callable[[Block], object]) -> None:
    """Hand on the rows, repaired or as they are; where there is something to repair, when the user has decided."""
    broken = next((cell for cell in chain.from_iterable(rows) if kyrgyz.needs_repair(cell)), None)
    if broken is None:
        then(rows)
        return
    repaired = [[kyrgyz.repair(cell) for cell in row] for row in rows]
    _ask(broken, lambda: then(repaired), lambda: then(rows))


def _ask(broken: str, repair: Callable[[], object], leave: Callable[[], object]) -> Notice:
    before, after = _sample(broken)
    words = Message(
        "The pasted text has letters of another font: “{before}” should read “{after}”.", before=before, after=after
    )
    offers = (Offer(Message("Repair"), repair), Offer(Message("Leave as it is"), leave))
    return notice.board().tell(Notice(Severity.INFO, words, offers, closed=leave))


def _sample(broken: str) -> tuple[str, str]:
    """The first word that would change, and what it would become."""
    words = ((word, kyrgyz.repair(word)) for word in broken.split())
    return next(((word, good) for word, good in words if word != good), (broken[:40], kyrgyz.repair(broken)[:40]))


def _repair(place: Place, at: int, pasted: str) -> None:
    if not typing_place.is_there(place) or not typing_place.replace(place, at, pasted, kyrgyz.repair(pasted)):
        notice.info(Message("The pasted text is not there any more; nothing was changed."))
        return
    # Leaving the field again keeps the repaired text.
    place.setFocus()
