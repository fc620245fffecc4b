"""What is the last day for the notice, for an opinion, for the copy of the minutes, for keeping the papers?"""

import datetime
from dataclasses import dataclass

from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.charters import Charter
from ayil_desktop.workdays import periods
from ayil_desktop.workdays.calendar import WorkCalendar


@dataclass(frozen=True)
class NoticeTerm:
    """The last days for notice and materials (CN-5.6.1, CN-5.6.2); None where the charter sets no term."""

    notice_by: datetime.date | None
    materials_by: datetime.date | None
    advised_by: datetime.date | None
    """The day on which the stricter reading is satisfied too (R-8)."""


def notice_term(charter: Charter, calendar: WorkCalendar, date: datetime.date) -> NoticeTerm:
    """Counted back over working days; the meeting day does not count, the notice day does (R-8)."""
    days = charter.whole("notice_working_days")
    materials = charter.whole("materials_working_days")
    strict = charter.choice("notice_count", "notice_day_counts") == "clear_days"
    extra = 1 if strict else 0
    return NoticeTerm(
        notice_by=None if days is None else calendar.minus(date, days + extra),
        materials_by=None if materials is None else calendar.minus(date, materials + extra),
        advised_by=None if days is None else calendar.minus(date, days + 1),
    )


def is_late_notice(charter: Charter, calendar: WorkCalendar, meeting: Meeting, on: datetime.date) -> bool:
    """Whether a notice of that day comes after the last one (CN-5.6.1)."""
    last = notice_term(charter, calendar, meeting.date).notice_by
    return last is not None and on > last


def dissent_until(charter: Charter, calendar: WorkCalendar, date: datetime.date) -> datetime.date | None:
    """The last day for a dissenting opinion (CN-7.5a, R-9); None where the charter sets no term."""
    days = charter.whole("dissent_working_days")
    return None if days is None else calendar.plus(date, days)


def is_late_opinion(until: datetime.date | None, received_on: datetime.date) -> bool:
    """Whether a dissenting opinion came after its last day; it is kept and attached all the same (R-9)."""
    return until is not None and received_on > until


def send_minutes_until(charter: Charter, calendar: WorkCalendar, meeting: Meeting) -> datetime.date | None:
    """By when the signed minutes are best sent to the members (R-39: advice, no legal term); None while unsealed."""
    days = charter.whole("minutes_sending_working_days")
    return None if days is None or meeting.seal is None else calendar.plus(meeting.seal.signed_on, days)


def kept_until(charter: Charter, date: datetime.date) -> datetime.date | None:
    """Until when the papers of a meeting are kept before they go to the archive (CN-5.6.6a, R-18); None: no term."""
    years = charter.whole("retention_years")
    return None if years is None else periods.years_after(date, years)
