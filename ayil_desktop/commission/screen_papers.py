"""Which papers does the screen offer, and what is each of them about?"""

from ayil_desktop.commission import handouts
from ayil_desktop.commission.rules import OrderDraft
from ayil_desktop.commission.shown import Shown
from ayil_desktop.language.message import Message
from ayil_desktop.office.records import OrderKind
from ayil_desktop.printing.document import Document
from ayil_desktop.widgets.tab import Desk


def roster(desk: Desk, seen: Shown) -> None:
    """The public list of members as of the day on the screen."""
    body = seen.body
    if body is None:
        return

    def make(language: str) -> Document:
        return handouts.roster(seen.office, body, seen.seated, day=seen.day, language=language, settings=seen.settings)

    desk.preview(make, str(Message("Roster")))


def order(desk: Desk, seen: Shown, draft: OrderDraft, *, kind: OrderKind) -> None:
    """The head's draft order, on the whole composition or on changes of it."""
    body = seen.body
    if body is None:
        return

    def make(language: str) -> Document:
        return handouts.draft_order(
            seen.office, body, draft, day=seen.day, language=language, settings=seen.settings, kind=kind
        )

    desk.preview(make, str(Message("Draft order")))


def analysis(desk: Desk, seen: Shown) -> None:
    """The composition check as a sheet for the office itself."""
    body, found = seen.body, seen.found
    if body is None or found is None:
        return

    def make(language: str) -> Document:
        return handouts.analysis(seen.office, body, found, language=language)

    desk.preview(make, str(Message("Analysis of the composition")))
