"""Which papers does a meeting give? Every one of them is found here: records in, a document out.

All take the paper's records and the language ("ky", "ru", "en"); `excerpt` takes a decision's id too. A Russian one
tells how much of it nobody has written in Russian.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from ayil_desktop.meetings import (
    agenda_paper,
    attendance_paper,
    ballots,
    board_paper,
    excerpt_paper,
    kyrgyz_texts,
    minutes_paper,
    notice_paper,
    tally_paper,
)
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.printing.document import Document

More = ParamSpec("More")
Made = Callable[Concatenate[MeetingPaper, str, More], Document]


def _told(make: "Made[More]", *, in_footer: bool = True) -> "Made[More]":
    @wraps(make)
    def made(paper: MeetingPaper, language: str, /, *args: More.args, **named: More.kwargs) -> Document:
        return kyrgyz_texts.told(paper, make(paper, language, *args, **named), in_footer=in_footer)

    return made


agenda = _told(agenda_paper.agenda)
packet = _told(agenda_paper.packet)
attendance_sheet = _told(attendance_paper.attendance_sheet)
ballot = _told(ballots.ballot, in_footer=False)
board_notice = _told(board_paper.board_notice)
excerpt = _told(excerpt_paper.excerpt)
minutes = _told(minutes_paper.minutes)
announcement = _told(notice_paper.announcement)
for_members = _told(notice_paper.for_members)
invitation = _told(notice_paper.invitation)
notice = _told(notice_paper.notice)
tally_sheet = _told(tally_paper.tally_sheet)

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
