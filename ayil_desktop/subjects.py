"""Which subjects does the program have, in the order of the work?

The one list to extend. It is read before the first frame, so it names modules and imports none of them.
"""

import importlib
from dataclasses import dataclass

from ayil_desktop.language.message import Message


@dataclass(frozen=True)
class Subject:
    """A subject and the module that holds its `Tab`. `name` is what `Done.touched` and `Desk.go_to` call it."""

    name: str
    title: Message
    icon: str
    module: str
    later: tuple[str, ...] = ()
    """Modules that the tab imports when it first uses them, what changes something first; they are loaded after its
    own."""
    duties: str = ""
    """The module whose `look(desk)` says what is due while the tab was not looked at yet; then the tab says it."""
    is_rare: bool = False
    """Loaded when it is first asked for: an office looks at it by the week, and an old PC has little memory."""


TABS = (
    Subject(
        "commission",
        Message("Commission"),
        "users",
        "ayil_desktop.commission.tab",
        later=(
            "ayil_desktop.commission.roster_edits",
            "ayil_desktop.commission.windows",
            "ayil_desktop.commission.screen_papers",
        ),
    ),
    Subject(
        "meetings",
        Message("Meetings"),
        "gavel",
        "ayil_desktop.meetings.tab",
        duties="ayil_desktop.meetings.due",
    ),
    Subject(
        "strategy",
        Message("Strategy"),
        "chart-gantt",
        "ayil_desktop.strategy.tab",
        later=(
            "ayil_desktop.strategy.activity_card",
            "ayil_desktop.strategy.findings_panel",
            "ayil_desktop.strategy.entry_windows",
            "ayil_desktop.strategy.review_page",
            "ayil_desktop.strategy.priorities_page",
        ),
        is_rare=True,
    ),
)

# Not in the row of tabs: opened from the File menu, in a window of its own.
SETTINGS = Subject("office", Message("Settings of the office"), "settings", "ayil_desktop.office.tab", is_rare=True)

RECORDS = (
    "ayil_desktop.office.records",
    "ayil_desktop.commission.records",
    "ayil_desktop.meetings.records",
    "ayil_desktop.meetings.agenda_records",
    "ayil_desktop.meetings.vote_records",
    "ayil_desktop.meetings.decision_records",
    "ayil_desktop.meetings.minutes_records",
    "ayil_desktop.strategy.records",
    "ayil_desktop.strategy.follow_up_records",
    "ayil_desktop.strategy.approval_records",
)
"""Every module that maps records: an office has the tables of all of them, whichever tabs are shown."""


INCOMING = (
    "ayil_desktop.office.incoming",
    "ayil_desktop.commission.incoming",
    "ayil_desktop.meetings.incoming",
    "ayil_desktop.strategy.incoming",
)
"""Every module that looks with a subject's own rules at what an exported file would bring in."""


def know_records() -> None:
    """Import the records of all subjects; to be called before an office is made or opened."""
    for module in RECORDS:
        importlib.import_module(module)
