"""What do the words or days mean that are being typed, before they are kept?"""

from datetime import date

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.strategy import rules, spoken, standing
from ayil_desktop.strategy.records import Activity, Strategy
from ayil_desktop.widgets.labels import Say
from ayil_desktop.workdays import deadlines
from ayil_desktop.workdays.deadlines import Kind

Reading = tuple[Message | str, Say]
"""What stands below the fields, and the part that it plays."""


def judging(strategy: Strategy, activity: Activity) -> Message | str:
    """Which deadline judges while the one of an open amendment is not decided; empty where they are the same."""
    if rules.open_amendment(strategy) is None:
        return ""
    approved = standing.approved_in(strategy.baselines[-1].content).get(activity.id)
    if approved is None:
        return Message("Not approved yet: it counts once the amendment is decided.")
    is_same_day = standing.approved_days(approved) == (activity.starts, activity.ends)
    if is_same_day and approved["deadline"] == activity.deadline_ky:
        return ""
    words = spoken.words(approved, approved["deadline"], catalogue.current())
    return Message("Until the amendment is decided, the approved deadline counts: {words}", words=words or "–")


def of_kept(activity: Activity, default_year: int, strategy: Strategy) -> Reading:
    """What stands there: of the words, or why the days beside them are no deadline."""
    if rules.is_backwards(activity):
        return of_days(activity.starts, activity.ends, strategy)
    return of_words(activity.deadline_ky, default_year, strategy)


def of_words(words: str, default_year: int, strategy: Strategy) -> Reading:
    """The days that the words name; or that they name none."""
    if not words.strip():
        return "", ""
    read = deadlines.read(words, default_year=default_year)
    if read.kind is Kind.UNKNOWN:
        return Message("Not understood: the words are kept, without dates."), "due"
    if read.kind is Kind.AS_NEEDED:
        return Message("As needed: no dates, never late."), "muted"
    if read.kind is Kind.REGULAR and read.start is not None and read.end is not None:
        told = Message(
            "Again and again, {starts} – {ends}: each time is ticked off, never late.", starts=read.start, ends=read.end
        )
        return told, "muted"
    if read.end is None:
        return Message("Again and again: each time is ticked off, never late."), "muted"
    return _days(read.start, read.end, strategy)


def of_days(starts: date | None, ends: date | None, strategy: Strategy) -> Reading:
    """The words that the days give; or why they give none."""
    if ends is None:
        return (Message("Enter the last day too."), "due") if starts is not None else ("", "")
    read = deadlines.from_dates(starts, ends)
    if read.is_backwards:
        return _backwards(starts, ends), "late"
    if rules.is_outside_years(starts, ends, strategy):
        return _outside(strategy), "due"
    return Message("In words: {words}", words=deadlines.write(read, _paper_language())), "muted"


def like_this() -> Message:
    """How a deadline is written, in the language in which this reader writes one."""
    example = deadlines.from_dates(None, date(2019, 4, 15))
    return Message("For example: {words}", words=deadlines.write(example, _paper_language()))


def _backwards(starts: date | None, ends: date) -> Message:
    return Message(
        "The last day ({ends}) is before the first one ({starts}). Both are kept, and the words as they are.",
        ends=ends,
        starts=starts or "…",
    )


def _days(starts: date | None, ends: date, strategy: Strategy) -> Reading:
    if rules.is_outside_years(starts, ends, strategy):
        return _outside(strategy), "due"
    if starts is None:
        return Message("Understood: until {ends}", ends=ends), "muted"
    return Message("Understood: {starts} – {ends}", starts=starts, ends=ends), "muted"


def _outside(strategy: Strategy) -> Message:
    return Message(
        "Outside the years of the strategy ({begins} – {ends}).",
        begins=strategy.begins or "…",
        ends=strategy.ends or "…",
    )


def _paper_language() -> str:
    """The plan's own words are Kyrgyz; a Russian reader sees the Russian ones."""
    return "ru" if catalogue.current() == "ru" else "ky"
