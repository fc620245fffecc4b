"""Which papers does a meeting give? Every one of them is found here: records in, a document out.

All take the paper's records and the language ("ky", "ru", "en"); `excerpt` takes a decision's id too.
"""

from ayil_desktop.meetings.agenda_paper import agenda, packet
from ayil_desktop.meetings.attendance_paper import attendance_sheet
from ayil_desktop.meetings.ballots import ballot
from ayil_desktop.meetings.board_paper import board_notice
from ayil_desktop.meetings.excerpt_paper import excerpt
from ayil_desktop.meetings.minutes_paper import minutes
from ayil_desktop.meetings.notice_paper import announcement, for_members, invitation, notice
from ayil_desktop.meetings.tally_paper import tally_sheet

__all__ = [
    "agenda",
    "announcement",
    "attendance_sheet",
    "ballot",
    "board_notice",
    "excerpt",
    "for_members",
    "invitation",
    "minutes",
    "notice",
    "packet",
    "tally_sheet",
]
