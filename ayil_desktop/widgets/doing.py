"""How does a button of these screens carry something out, and where is a no said that belongs to no field?"""

from collections.abc import Callable
from functools import partial

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import notice, refusal
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.tab import Desk


def by_button(desk: Desk, action: Callable[[], Done]) -> Done | None:
    """Carry it out; a no is told in the bar above the screen."""
    try:
        return desk.run(action)
    except Refused as refused:
        notice.warning(refusal.reason(refused), clause=refused.clause)
        return None


def by_form(desk: Desk, form: Form, action: Callable[[], Done]) -> Done | None:
    """Carry it out; a no stands at the field that it names."""
    try:
        return desk.run(action)
    except Refused as refused:
        form.show_refusal(refused)
        return None


def by_line(desk: Desk, question: Message, action: Callable[[str], Done], *, suggested: str = "") -> Done | None:
    """Ask for a line first; turning away does nothing. After a no, or where the disk stands in the way, the line is
    asked for again as it was typed, with the reason below it."""
    from ayil_desktop.widgets import ask  # dialogs are loaded when one is first shown

    typed = ask.text(question, suggested=suggested)
    while typed is not None:
        try:
            return _carried_out(desk, partial(action, typed))
        except Refused as refused:
            typed = ask.text(question, suggested=typed, refused=refused)
    return None


def _carried_out(desk: Desk, action: Callable[[], Done]) -> Done:
    """Refused where it was not kept, too."""
    done = desk.run(action)
    if done is None:
        raise Refused(refusal.NOT_KEPT)
    return done
