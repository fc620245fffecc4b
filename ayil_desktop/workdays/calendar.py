"""Which days does the office work, and when does a term of working days end?

Monday to Friday without the public holidays (R-10), corrected by the office's own days. A calendar does not change:
when the office's days change, a new one is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.workdays import public_holidays

SATURDAY = 5
_DAY = timedelta(days=1)
_WEEKEND = {5: Message("Saturday"), 6: Message("Sunday")}
# The moon shifts a feast by a day or two: a name within this reach means the same feast of the same year.
_REACH = timedelta(days=10)
_SHIFT = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Override:
    """What the office says about one day: an extra day off or, with `is_working`, a worked Saturday or holiday.

    A day off that is moved is two of them. `name` is the office's own words and is shown as it stands.
    """

    day: date
    is_working: bool
    name: str


class Reason(Enum):
    """Why a day is free."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    IN_PLACE_OF_WEEKEND = "in place of a weekend"
    MOVED = "moved"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Free:
    """A day that is not worked and why; str() gives it in the language of the screen."""

    day: date
    reason: Reason
    override: Override | None = None
    is_estimated: bool = False
    moved_away: Message | None = None
    """An Ait that was expected on this holiday, until the office entered it on another day."""

    def __str__(self) -> str:
        return self.into(catalogue.current())

    def into(self, language: str) -> str:
        """What the day is called in ky, ru or en."""
        names = self._names(language)
        match self.reason:
            case Reason.WEEKEND:
                return _WEEKEND[self.day.weekday()].into(language)
            case Reason.OFFICE:
                return (self.override and self.override.name) or Message("Day off of the office").into(language)
            case Reason.MOVED:
                moved = public_holidays.year(self.day.year).moved_from[self.day]
                return Message("Day off moved from {day}", day=moved).into(language)
            case Reason.IN_PLACE_OF_WEEKEND:
                return Message("Day off for a holiday on a weekend: {holiday}", holiday=names).into(language)
            case Reason.HOLIDAY if self.is_estimated:
                return Message("{holiday} (date estimated)", holiday=names).into(language)
        return ", ".join(names)

    def _names(self, language: str) -> tuple[str, ...]:
        names = public_holidays.names(self.day, language)
        away = self.moved_away
        return tuple(name for name in names if not (away and public_holidays.is_ait(name, away)))


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a walk over the calendar."""

    day: date
    free: Free | None

    @property
    def is_working(self) -> bool:
        return self.free is None


@dataclass(frozen=True, slots=True)
class Feast:
    """An Ait whose day nobody has confirmed yet."""

    name: Message
    day: date


class WorkCalendar:
    """The working days of one office: the law's, with the office's own days put over them."""

    def __init__(self, overrides: Mapping[date, Override] | None = None) -> None:
        self._overrides = dict(overrides or {})

    def is_working(self, day: date) -> bool:
        """Whether the office works that day."""
        return self.why_free(day) is None

    def why_free(self, day: date) -> Free | None:
        """The reason why the day is not worked, None for a working day."""
        override = self._overrides.get(day)
        if override:
            return None if override.is_working else Free(day, Reason.OFFICE, override)
        law = public_holidays.year(day.year)
        if day in law.worked:
            return None
        return self._holiday(day, law) or (Free(day, Reason.WEEKEND) if day.weekday() >= SATURDAY else None)

    def name_of(self, day: date, language: str) -> str:
        """What the free day is called in ky, ru or en; empty for a working day."""
        free = self.why_free(day)
        return free.into(language) if free else ""

    def plus(self, day: date, count: int) -> date:
        """The count-th working day after the day, which is itself not counted; with 0 the day itself."""
        return self._step(day, count, _DAY)

    def minus(self, day: date, count: int) -> date:
        """The count-th working day before the day, which is itself not counted; with 0 the day itself."""
        return self._step(day, count, -_DAY)

    def last_day_before(self, meeting: date, count: int, *, strict: bool = False) -> date:
        """The last day for a notice "not later than count working days before the meeting" (CN-5.6.1).

        The day of the meeting is not counted, the day of the notice is (R-8, reading A). Strict is reading B: that many
        whole working days between the two.
        """
        return self.minus(meeting, count + strict)

    def last_day_after(self, day: date, count: int) -> date:
        """The last day of "not later than count working days after" (CN-7.5a, R-9; OS-17, R-25): the next is day 1."""
        return self.plus(day, count)

    def walk(self, start: date, end: date) -> list[Day]:
        """Every day from start to end, both included, with its status."""
        days = (date.fromordinal(number) for number in range(start.toordinal(), end.toordinal() + 1))
        return [Day(day, self.why_free(day)) for day in days]

    def working_days_left(self, today: date, due: date) -> int:
        """Working days after today up to the due day, which counts; minus the working days since, when it is over."""
        first, last = sorted((today, due))
        count = sum(day.is_working for day in self.walk(first, last)[1:])
        return count if due >= today else -count

    def estimated_feasts(self, year: int) -> list[Feast]:
        """The Aits of a year that are only computed: neither announced nor confirmed by a day off of the office."""
        estimated = public_holidays.year(year).estimated
        return [Feast(ait, day) for day, ait in sorted(estimated.items()) if not self._is_confirmed(day, ait)]

    def warning_for(self, today: date, term: tuple[date, date] | None = None) -> Message | None:
        """What to tell the office while an Ait of this year or of the next one is only estimated; where a `term` is
        given, only an Ait that may fall into it."""
        feasts = [feast for year in (today.year, today.year + 1) for feast in self.estimated_feasts(year)]
        if term is not None:
            first, last = term[0] - _SHIFT, term[1] + _SHIFT
            feasts = [feast for feast in feasts if first <= feast.day <= last]
        if not feasts:
            return None
        shown = tuple(Message("{feast} {day}", feast=feast.name, day=feast.day) for feast in feasts)
        return Message(
            "These feasts follow the moon and their days are only estimated: {feasts}. When a day is announced, enter "
            "it among the days off; until then a term that runs over it may end a day earlier or later.",
            feasts=shown,
        )

    def _holiday(self, day: date, law: public_holidays.Year) -> Free | None:
        if day not in law.free:
            return None
        if day in law.moved_from:
            return Free(day, Reason.MOVED)
        if day in law.in_place_of_weekend:
            return Free(day, Reason.IN_PLACE_OF_WEEKEND)
        ait = law.estimated.get(day)
        if ait and self._announced(day, ait):
            has_another = len(public_holidays.names(day, "ky")) > 1
            return Free(day, Reason.HOLIDAY, moved_away=ait) if has_another else None
        return Free(day, Reason.HOLIDAY, is_estimated=ait is not None)

    def _is_confirmed(self, estimate: date, ait: Message) -> bool:
        own = self._overrides.get(estimate)
        return (own is not None and not own.is_working) or self._announced(estimate, ait)

    def _announced(self, estimate: date, ait: Message) -> bool:
        """Whether the office entered the feast by name, on the estimated day or near it."""
        return any(
            not own.is_working and abs(own.day - estimate) <= _REACH and public_holidays.is_ait(own.name, ait)
            for own in self._overrides.values()
        )

    def _step(self, day: date, count: int, step: timedelta) -> date:
        if count < 0:
            raise ValueError(f"a term of {count} working days")
        try:
            while count:
                day += step
                count -= self.is_working(day)
        except OverflowError:
            raise Refused(Message("The term runs past the last year that a date can have.")) from None
        return day
