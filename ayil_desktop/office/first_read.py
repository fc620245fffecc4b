"""What of the office itself is read before the records are mapped?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ayil_desktop.office import settings
from ayil_desktop.store.selection import Selection

if TYPE_CHECKING:
    from ayil_desktop.office.records import Office
    from ayil_desktop.office.settings import Settings
    from ayil_desktop.store.plain import Reading

OFFICE = Selection("Office")
SETTINGS = Selection("Setting")


def office(reading: Reading) -> Office | None:
    """The office's own row, or None in a folder that has not been filled yet."""
    return next(iter(reading.all(OFFICE)), None)


def choices(reading: Reading) -> Settings:
    """What the office has chosen, and the defaults."""
    return settings.read({row.name: row.value for row in reading.all(SETTINGS)})
