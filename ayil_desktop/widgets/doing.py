"""How does a button of these screens carry something out, and where is a no said that belongs to no field?"""

from collections.abc import Callable

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import ask, notice, refusal
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


def with_reason(desk: Desk, question: Message, action: Callable[[str], Done]) -> Done | None:
    """Ask for a reason first; turning away does nothing, an empty reason is refused by the rule."""
    reason = ask.text(question)
    return None if reason is None else by_button(desk, lambda: action(reason))
