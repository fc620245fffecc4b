"""What are the acts of a head or a council called, alone and when another paper cites them?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.office.choices import KIND_NAMES, OrderKind

# Only for the type checker: the first tab is filled before the records are mapped.
if TYPE_CHECKING:
    from ayil_desktop.office.records import Order


def title(kind: OrderKind) -> Message:
    """The word at the head of the act."""
    return KIND_NAMES[kind]


def dated(day: date, language: str) -> str:
    """The day of an act before its number: «18-октябрь 2018-жылдагы», «от 18 октября 2018 г.»."""
    return wording.date_attributive(day, language)


def cited(kind: OrderKind, number: str, day: date, language: str) -> str:
    """In another paper: «18-октябрь 2018-жылдагы №135-б буйругу», «приказ от 18 октября 2018 г. № 135-б»."""
    values = {"dated": dated(day, language), "number": wording.number_sign(number, language)}
    if kind is OrderKind.INSTRUCTION:
        text = "instruction {dated} {number}"
    elif kind is OrderKind.ORDER:
        text = "order {dated} {number}"
    else:
        text = "resolution {dated} {number}"
    return Message(text, **values).into(language)


def annex_mark(kind: OrderKind, day: str, number: str, annex: str, language: str) -> str:
    """Upper right on what is attached to an act (CN-0.6): «24-декабрь 2018-жылдагы №15/8 токтомуна № 1 тиркеме».

    `day` is the day as it stands before a noun (`dated`), `number` has its №; both may be blanks to fill in.
    """
    if kind is OrderKind.INSTRUCTION:
        text = "Annex No. {annex} to the instruction {dated} {number}"
    elif kind is OrderKind.ORDER:
        text = "Annex No. {annex} to the order {dated} {number}"
    else:
        text = "Annex No. {annex} to the resolution {dated} {number}"
    return Message(text, dated=day, number=number, annex=annex).into(language)


def brief(order: Order) -> Message:
    """On screen: «№135-б, 18.10.2018»."""
    return Message("No. {number}, {date}", number=order.number, date=order.date)
