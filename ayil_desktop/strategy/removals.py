"""How is what an open amendment takes out of a plan kept, until the amendment is decided or withdrawn?"""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from ayil_desktop.store.base import Record
from ayil_desktop.strategy import plan_images, rules, selections
from ayil_desktop.strategy.approval_records import Amendment, AmendmentImage
from ayil_desktop.strategy.records import Strategy


def remember(session: Session, strategy: Strategy, rows: Iterable[Record]) -> None:
    """Before they are deleted, within the work of another action; a draft needs nothing put back."""
    amendment = rules.open_amendment(strategy)
    if amendment is not None:
        number = len(selections.images(session, amendment.id))
        session.add(AmendmentImage(amendment_id=amendment.id, number=number, rows=plan_images.taken(rows)))
        session.flush()


def forget(session: Session, amendment: Amendment) -> None:
    """Nothing is put back any more: the amendment is decided, or everything stands again as it stood."""
    for image in selections.images(session, amendment.id):
        session.delete(image)
