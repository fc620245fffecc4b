"""How is the act by which something holds entered: its kind, number and date as on the paper?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ayil_desktop.commission.actions import Act
from ayil_desktop.language.message import Message
from ayil_desktop.office.records import KIND_NAMES, Order, OrderKind
from ayil_desktop.refused import Refused
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.text_fields import DateField, TextField

DATE = Message("Date")
KINDS = tuple(Choice(kind, words) for kind, words in KIND_NAMES.items())


def add(form: Form, *, date_title: Words = DATE) -> None:
    """Three fields on one line: order_kind, order_number, order_date."""
    form.add_row(
        ChoiceField("order_kind", Message("Act"), KINDS),
        TextField("order_number", Message("Number")),
        DateField("order_date", date_title),
    )


def day_told(shown: date, today: date) -> date | None:
    """The day that was chosen for the roster; today is nobody's choice, and from when somebody sits is not guessed."""
    return None if shown == today else shown


def start(form: Form, *, order: Order | None = None, day: date | None = None) -> None:
    """Show an act, or begin with a тескеме of that day (R-19)."""
    kind = order.kind if order else OrderKind.INSTRUCTION
    number = order.number if order else ""
    form.set_values({"order_kind": kind, "order_number": number, "order_date": order.date if order else day})


def read(values: Mapping[str, Any]) -> Act:
    """The act; Refused where its date is missing. An empty number is the action's to judge."""
    return Act(values["order_number"], needed_day(values, "order_date"), values["order_kind"])


def needed_day(values: Mapping[str, Any], field: str) -> date:
    """A day that must be there."""
    day = values[field]
    if not isinstance(day, date):
        raise Refused(Message("Enter the date."), field=field)
    return day
