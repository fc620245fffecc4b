"""What can the secretary record about the values of an indicator? All of it stays open after the approval."""

import datetime
from collections.abc import Iterable, Sequence

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
    """What an indicator measured on a day up to `today` (ST-8.M1). One value a day: a second one is refused."""
    recorded_days.check_has_come(on, today, field="on")
    with work(store, Message("Record a measured value")) as session:
        session.get_one(Indicator, indicator_id)
        _check_first_of_its_day(selections.values(session, indicator_id), on)
        kept = entries.text(note, field="note")
        session.add(IndicatorValue(indicator_id=indicator_id, on=on, value=value, note=kept))
        return done(session, indicator_id)


def _check_first_of_its_day(values: Iterable[IndicatorValue], on: datetime.date) -> None:
    for one in values:
        if one.on == on:
            told = Message("{value} is kept of {date} already; correct it in its row.", value=one.value, date=on)
            raise Refused(told, field="on")


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
        _check_first_of_its_day([one for one in others if one.id != row.id], row.on)
        return done(session, row.indicator_id)


def remove_value(store: Store, *, value_ids: Sequence[str]) -> Done:
    """Take back values that were entered by mistake."""
    with work(store, Message("Remove a measured value")) as session:
        for value_id in value_ids:
            session.delete(session.get_one(IndicatorValue, value_id))
        return done(session)
