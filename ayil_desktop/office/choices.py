"""Which values can be recorded of people, acts and services, and what is each of them called?"""

from enum import StrEnum

from ayil_desktop.language.message import InContext


class Sex(StrEnum):
    """As recorded for the composition check; it never leaves that check."""

    WOMAN = "woman"
    MAN = "man"


class OrderKind(StrEnum):
    """The act as the paper calls itself: тескеме, буйрук, токтом (R-19)."""

    INSTRUCTION = "instruction"
    ORDER = "order"
    RESOLUTION = "resolution"


KIND_NAMES = {
    OrderKind.INSTRUCTION: InContext("act", "Instruction"),
    OrderKind.ORDER: InContext("act", "Order"),
    OrderKind.RESOLUTION: InContext("act", "Resolution"),
}
"""тескеме, буйрук, токтом."""


class Criterion(StrEnum):
    """The four criteria of a service's standard, in the order of the documents."""

    ACCESSIBILITY = "accessibility"
    CONVENIENCE = "convenience"
    QUALITY = "quality"
    TIME = "time"
