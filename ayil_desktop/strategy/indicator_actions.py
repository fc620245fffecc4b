"""What can the secretary record about the values of an indicator? All of it stays open after the approval."""

import datetime
from collections.abc import Sequence

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import entries, recorded_days, selections
from ayil_desktop.strategy.follow_up_records import IndicatorValue
from ayil_desktop.strategy.records import Indicator


def measure(
    store: Store,
    *,
    indicator_id: str,
    on: datetime.date,
    value: float,
    note: str = "",
    today: datetime.date | None = None,
) -> Done:
    """What an indicator measured on a day up to `today`; a second value of one day replaces the first (ST-8.M1)."""
    recorded_days.check_has_come(on, today, field="on")
    with work(store, Message("Record a measured value")) as session:
        session.get_one(Indicator, indicator_id)
        row = next((one for one in selections.values(session, indicator_id) if one.on == on), None)
        if row is None:
            row = IndicatorValue(indicator_id=indicator_id, on=on, value=value)
            session.add(row)
        row.value, row.note = value, entries.text(note, field="note")
        return done(session, indicator_id)


VALUE_FIELDS = ("on", "value", "note")


def change_value(store: Store, *, value_id: str, today: datetime.date | None = None, **fields: object) -> Done:
    """Correct a measured value; the fields of `VALUE_FIELDS`. One value a day, none after `today`."""
    recorded_days.check_has_come(fields.get("on"), today, field="on")
    with work(store, Message("Correct a measured value")) as session:
        row = session.get_one(IndicatorValue, value_id)
        entries.put(row, VALUE_FIELDS, fields)
        if row.on is None:
            raise Refused(Message("Enter the date."), field="on")
        if row.value is None:
            raise Refused(Message("Enter what was measured."), field="value")
        with session.no_autoflush:
            others = selections.values(session, row.indicator_id)
        if any(one.on == row.on and one.id != row.id for one in others):
            raise Refused(Message("There is a value of {date} already.", date=row.on), field="on")
        return done(session, row.indicator_id)


def remove_value(store: Store, *, value_ids: Sequence[str]) -> Done:
    """Take back values that were entered by mistake."""
    with work(store, Message("Remove a measured value")) as session:
        for value_id in value_ids:
            session.delete(session.get_one(IndicatorValue, value_id))
        return done(session)
