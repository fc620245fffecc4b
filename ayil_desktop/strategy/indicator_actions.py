"""What can the secretary do with the expected results of a plan, and with what was measured for them?

Results are open as their plan is; what was measured stays open after the approval.
"""

import datetime
from collections.abc import Iterable, Sequence

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import entries, open_plan, recorded_days, result_lines, selections, signs
from ayil_desktop.strategy.follow_up_records import IndicatorValue
from ayil_desktop.strategy.records import Indicator


def add_indicator(
    store: Store, *, text_ky: str, priority_id: str | None = None, task_id: str | None = None, **figures: object
) -> Done:
    """An expected result of a plan or of one of its tasks, typed with its number or dash or like the one before it;
    `figures` are further fields of `INDICATOR_FIELDS`."""
    line = signs.read(entries.text(text_ky, field="text_ky"))
    if not line.words:
        raise Refused(Message("Write the expected result."), field="text_ky")
    with work(store, Message("Add an expected result")) as session:
        of = open_plan.task(session, task_id).task if task_id else open_plan.plan(session, priority_id or "").priority
        place = len(of.indicators) + 1
        indicator = Indicator(priority_id=priority_id, task_id=task_id, place=place, text_ky=line.words)
        indicator.sign = line.sign or result_lines.usual(of.indicators)
        entries.put(indicator, INDICATOR_FIELDS, figures)
        session.add(indicator)
        return done(session, indicator.id)


INDICATOR_FIELDS = ("text_ky", "text_ru", "unit", "base", "target")


def change_indicator(store: Store, *, indicator_id: str, **fields: object) -> Done:
    """Correct an expected result; the fields of `INDICATOR_FIELDS`, its text with its number or dash (ST-8.M1)."""
    with work(store, Message("Change an expected result")) as session:
        indicator = session.get_one(Indicator, indicator_id)
        open_plan.check_indicator(session, indicator)
        if "text_ky" in fields:
            line = signs.read(str(fields["text_ky"]))
            fields, indicator.sign = fields | {"text_ky": line.words}, line.sign
        entries.put(indicator, INDICATOR_FIELDS, fields)
        if not indicator.text_ky:
            raise Refused(Message("Write the expected result."), field="text_ky")
        return done(session, indicator.id)


def remove_indicator(store: Store, *, indicator_ids: Sequence[str]) -> Done:
    """Take expected results away; where values were measured for one, all of them stay."""
    with work(store, Message("Remove an expected result")) as session:
        for indicator_id in indicator_ids:
            indicator = session.get_one(Indicator, indicator_id)
            open_plan.check_indicator(session, indicator)
            if selections.values(session, indicator_id):
                raise Refused(Message("Values were measured for this result; it stays."), field="values")
            session.delete(indicator)
        return done(session)


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
