"""With which fields are day, time, place and kind of a meeting entered, and what do their values mean?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import entries, rules
from ayil_desktop.meetings.choices import Kind
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import rules as office_rules
from ayil_desktop.refused import Refused
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.chooser_field import ChooserField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.text_fields import DateField, LongTextField, TextField, TimeField


class PlanForm(Form):
    """The plan of one meeting. `earlier` gives the meetings that a reason can speak of."""

    def __init__(self, earlier: Callable[[], Sequence[Meeting]]) -> None:
        super().__init__()
        self._earlier = earlier
        self.date = DateField("date", Message("Day"))
        self.time = TimeField("time", Message("Time"))
        self.place = TextField("place", Message("Place"))
        self.kind = ChoiceField("kind", Message("Kind of meeting"), _kinds())
        self.reason = LongTextField("reason", Message("Why the extraordinary meeting is called"), lines=2)
        self.refers_to = ChooserField("refers_to_id", Message("It continues the meeting of"), self._choices)
        self.add_row(self.date, self.time)
        self.add(self.place)
        self.add(self.kind)
        self.add(self.reason)
        self.add(self.refers_to)
        self.kind.list.currentIndexChanged.connect(self._follow_kind)
        self._follow_kind()

    def show_plan(self, values: Mapping[str, Any]) -> None:
        """The values as a meeting has them; times are times."""
        shown = dict(values)
        if shown.get("time") is not None:
            shown["time"] = shown["time"].strftime("%H:%M")
        self.set_values(shown)
        self._follow_kind()

    def show_meeting(self, meeting: Meeting) -> None:
        """The plan as it is kept."""
        self.show_plan(
            {
                "date": meeting.date,
                "time": meeting.time,
                "place": meeting.place,
                "kind": meeting.kind,
                "reason": meeting.reason,
                "refers_to_id": meeting.refers_to_id,
            }
        )

    def _choices(self) -> list[Choice]:
        return [Choice(one.id, wording.short_date(one.date), _detail(one)) for one in self._earlier()]

    def _follow_kind(self) -> None:
        """A reason is asked for where the regulation does (CN-3.1.3)."""
        self.reason.setVisible(self.kind.read() is Kind.EXTRAORDINARY)


def kept(name: str, value: Any, today: date) -> Any:
    """A value of the form as the record has it; Refused where a day is missing or its year cannot be meant."""
    if name == "time":
        return entries.time(value or "", field="time")
    if name == "date":
        return _day(value, today)
    return Kind.REGULAR if name == "kind" and value is None else value


def _day(value: date | None, today: date) -> date:
    if value is None:
        raise Refused(Message("Enter the day of the meeting."), field="date", clause="CN-5.4.3")
    return office_rules.sensible_day(value, today=today, field="date")


def _kinds() -> list[Choice]:
    return [Choice(kind, name) for kind, name in rules.KIND_NAMES.items()]


def _detail(meeting: Meeting) -> Message:
    return rules.state_name(meeting.state)
