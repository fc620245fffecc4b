"""How does an activity stand in the columns of a list: its number, what it is, until when?"""

from collections.abc import Callable

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.strategy import plan_paper
from ayil_desktop.strategy.records import Activity
from ayil_desktop.widgets.columns import Column, Row


def number(of: Callable[[Row], Activity], width: int) -> Column[Row]:
    """Its number in the plan."""
    return Column("number", Message("№"), lambda row: of(row).number, width=width)


def text(of: Callable[[Row], Activity], width: int) -> Column[Row]:
    """What is to be done, in the language of the screen; it takes the room that is left."""
    return Column(
        "text",
        Message("Activity"),
        lambda row: plan_paper.activity_text(of(row), catalogue.current()),
        width=width,
        stretches=True,
    )


def deadline(of: Callable[[Row], Activity], width: int) -> Column[Row]:
    """The words of its deadline, in the order of the days that they mean."""
    return Column(
        "deadline",
        Message("Deadline"),
        lambda row: plan_paper.deadline(of(row), catalogue.current()),
        width=width,
        sort_key=lambda row: (of(row).ends is None, of(row).ends),
    )
