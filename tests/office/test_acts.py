"""What are the acts of a head or a council called?"""

from datetime import date

import pytest

from ayil_desktop.office import acts
from ayil_desktop.office.records import Order, OrderKind

DAY = date(2018, 12, 24)


@pytest.mark.parametrize(
    ("kind", "cited"),
    [
        (OrderKind.INSTRUCTION, "instruction of 24 December 2018 No. 15/8"),
        (OrderKind.ORDER, "order of 24 December 2018 No. 15/8"),
        (OrderKind.RESOLUTION, "resolution of 24 December 2018 No. 15/8"),
    ],
)
def test_an_act_is_cited_by_kind_day_and_number(kind, cited):
    assert acts.cited(kind, "15/8", DAY, "en") == cited


@pytest.mark.parametrize("kind", list(OrderKind))
def test_what_is_attached_to_an_act_says_so(kind):
    mark = acts.annex_mark(kind, acts.dated(DAY, "en"), "No. 15/8", "1", "en")
    assert mark.startswith("Annex No. 1 to the ")
    assert mark.endswith("of 24 December 2018 No. 15/8")


def test_on_screen_an_act_is_its_number_and_day():
    order = Order(kind=OrderKind.ORDER, number="135-б", date=date(2018, 10, 18))
    assert acts.brief(order).into("en") == "No. 135-б, 18.10.2018"
    assert acts.title(OrderKind.ORDER).into("en") == "Order"
