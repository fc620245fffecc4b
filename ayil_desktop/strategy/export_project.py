"""How does a plan come into MS Project, GanttProject or ProjectLibre (MSPDI, the XML of MS Project)?

Every activity is scheduled by hand and keeps its words; what has no day is given none, so no program moves or invents
a date.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree

from ayil_desktop.printing import literal
from ayil_desktop.strategy import bars, exported
from ayil_desktop.strategy.exported import Exported
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.strategy.standing import DONE_STATES
from ayil_desktop.workdays.deadlines import Kind

NAMESPACE = "http://schemas.microsoft.com/project"
_LONGEST_NAME = 512
_HOURS = 8
_SATURDAY = 5
_DAYS_FORMAT = "7"  # durations are shown in days
_FINISH_TO_START = "1"
_CALENDAR = "1"
Fields = Iterator[tuple[str, object]]


def make(paper: StrategyPaper, language: str, of: str = "") -> bytes:
    """The file. Elements stand in the order of the schema."""
    rows = exported.rows(paper, language, of)
    project = ElementTree.Element("Project", xmlns=NAMESPACE)
    _fill(project, _head(paper, rows, language))
    project.append(_calendars())
    tasks = ElementTree.SubElement(project, "Tasks")
    uids = {one.row.key: number for number, one in enumerate(rows, 1)}
    outlines = _outlines(rows)
    for one in rows:
        tasks.append(_task(one, uids, outlines[one.row.key], language))
    ElementTree.SubElement(project, "Resources")
    ElementTree.SubElement(project, "Assignments")
    ElementTree.indent(project)
    content: bytes = ElementTree.tostring(project, encoding="UTF-8", xml_declaration=True)
    return content


def _head(paper: StrategyPaper, rows: Sequence[Exported], language: str) -> Fields:
    title = exported.title(paper, language)
    days = [day for one in rows for day in (one.row.starts, one.row.ends) if day]
    yield "SaveVersion", 14
    yield "Name", title[:_LONGEST_NAME]
    yield "Title", title
    yield "ScheduleFromStart", 1
    yield "StartDate", _begin(min(days, default=paper.strategy.begins or paper.today))
    yield "FinishDate", _end(max(days, default=paper.strategy.ends or paper.today))
    yield "CalendarUID", _CALENDAR
    yield "DefaultStartTime", "08:00:00"
    yield "DefaultFinishTime", "17:00:00"
    yield "MinutesPerDay", _HOURS * 60
    yield "MinutesPerWeek", 5 * _HOURS * 60
    yield "DurationFormat", _DAYS_FORMAT
    yield "NewTasksAreManual", 1


def _calendars() -> ElementTree.Element:
    """Monday to Friday, 8 to 12 and 13 to 17."""
    calendars = ElementTree.Element("Calendars")
    calendar = ElementTree.SubElement(calendars, "Calendar")
    _fill(calendar, iter((("UID", _CALENDAR), ("Name", "Standard"), ("IsBaseCalendar", 1))))
    days = ElementTree.SubElement(calendar, "WeekDays")
    for number in range(1, 8):
        is_working = number not in (1, 7)
        day = ElementTree.SubElement(days, "WeekDay")
        _fill(day, iter((("DayType", number), ("DayWorking", int(is_working)))))
        if is_working:
            times = ElementTree.SubElement(day, "WorkingTimes")
            for begin, end in (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")):
                time = ElementTree.SubElement(times, "WorkingTime")
                _fill(time, iter((("FromTime", begin), ("ToTime", end))))
    return calendars


def _outlines(rows: Sequence[Exported]) -> Mapping[str, str]:
    """The place of each row in the tree: 1, 1.2, 1.2.3."""
    found: dict[str, str] = {}
    counts = [0, 0, 0]
    for one in rows:
        level = one.row.level
        counts[level] += 1
        counts[level + 1 :] = [0] * (len(counts) - level - 1)
        found[one.row.key] = ".".join(str(count) for count in counts[: level + 1])
    return found


def _task(one: Exported, uids: Mapping[str, int], outline: str, language: str) -> ElementTree.Element:
    row = one.row
    task = ElementTree.Element("Task")
    is_head = row.level < 2
    _fill(task, _names(one, uids[row.key], outline))
    _fill(task, _days(row))
    _fill(task, iter((("DurationFormat", _DAYS_FORMAT), ("Milestone", 0), ("Summary", int(is_head)))))
    if row.state in DONE_STATES:
        _fill(task, iter((("PercentComplete", 100),)))
    if row.ends is not None and not is_head:
        _fill(task, iter((("Deadline", _end(row.ends)),)))
    notes = exported.notes(one, language)
    if notes:
        whole = exported.numbered(row)
        text = f"{whole}\n{notes}" if len(whole) > _LONGEST_NAME else notes
        _fill(task, iter((("Notes", text),)))
    for key in row.needs:
        if key in uids:
            link = ElementTree.SubElement(task, "PredecessorLink")
            _fill(link, _link(uids[key]))
    return task


def _link(before: int) -> Fields:
    yield "PredecessorUID", before
    yield "Type", _FINISH_TO_START
    yield "LinkLag", 0
    yield "LagFormat", _DAYS_FORMAT


def _names(one: Exported, uid: int, outline: str) -> Fields:
    row = one.row
    yield "UID", uid
    yield "ID", uid
    yield "Name", exported.numbered(row)[:_LONGEST_NAME]
    yield "Active", 1
    yield "Manual", 1
    yield "Type", 1
    yield "IsNull", 0
    if row.responsible:
        yield "Contact", " ".join(row.responsible.split())[:_LONGEST_NAME]
    yield "WBS", outline
    yield "OutlineNumber", outline
    yield "OutlineLevel", row.level + 1
    yield "Priority", 500


def _days(row: bars.Row) -> Fields:
    """The days that are known and nothing else; the words of the deadline beside them."""
    has_day = row.ends is not None and row.kind not in (Kind.REGULAR, Kind.AS_NEEDED, Kind.UNKNOWN)
    start = row.begins if has_day else None
    end = row.ends if has_day else None
    if start:
        yield "Start", _begin(start)
    if end:
        yield "Finish", _end(end)
    if start and end:
        yield "Duration", _duration(start, end)
        yield "ManualStart", _begin(start)
    if end:
        yield "ManualFinish", _end(end)
    if start and end:
        yield "ManualDuration", _duration(start, end)
    if row.words:
        if start or not end:
            yield "StartText", " ".join(row.words.split())
        yield "FinishText", " ".join(row.words.split())


def _begin(day: datetime.date) -> str:
    return f"{day.isoformat()}T08:00:00"


def _end(day: datetime.date) -> str:
    return f"{day.isoformat()}T17:00:00"


def _duration(start: datetime.date, end: datetime.date) -> str:
    """The hours of its working days; holidays are left to the program that reads them."""
    weeks, rest = divmod((end - start).days + 1, 7)
    days = weeks * 5 + sum((start.weekday() + number) % 7 < _SATURDAY for number in range(rest))
    return f"PT{days * _HOURS}H0M0S"


def _fill(element: ElementTree.Element, fields: Fields) -> None:
    for name, value in fields:
        ElementTree.SubElement(element, name).text = literal.clean(str(value))
