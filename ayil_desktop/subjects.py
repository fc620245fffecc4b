"""Which subjects does the program have, in the order of the work?

The one list to extend. It is read before the first frame, so it names modules and imports none of them.
"""

from dataclasses import dataclass

from ayil_desktop.language.message import Message


@dataclass(frozen=True)
class Subject:
    """A subject and the module that holds its `Tab`. `name` is what `Done.touched` and `Desk.go_to` call it."""

    name: str
    title: Message
    icon: str
    module: str


TABS = (
    Subject("commission", Message("Commission"), "users", "ayil_desktop.commission.tab"),
    Subject("meetings", Message("Meetings"), "gavel", "ayil_desktop.meetings.tab"),
)

# Not in the row of tabs: opened from the File menu, in a window of its own.
SETTINGS = Subject("office", Message("Settings of the office"), "settings", "ayil_desktop.office.tab")
