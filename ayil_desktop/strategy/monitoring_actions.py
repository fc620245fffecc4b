"""What can the secretary record about monitoring and risks? All of it stays open after the approval."""

import datetime
from collections.abc import Sequence

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import entries, recorded_days
from ayil_desktop.strategy.follow_up_records import Level, MonitoringRecord, Risk


def record_monitoring(
    store: Store,
    *,
    strategy_id: str,
    level: Level,
    on: datetime.date,
    text: str,
    service_id: str | None = None,
    basis: str = "",
    today: datetime.date | None = None,
) -> Done:
    """A look at the strategy or one service at one of the three levels (ST-7.0); not on a day after `today`."""
    recorded_days.check_has_come(on, today, field="on")
    with work(store, Message("Record a monitoring")) as session:
        row = MonitoringRecord(strategy_id=strategy_id, service_id=service_id, level=level, on=on)
        entries.put(row, MONITORING_FIELDS, {"text": text, "basis": basis})
        _check_monitoring(row)
        session.add(row)
        return done(session, row.id)


MONITORING_FIELDS = ("level", "on", "service_id", "text", "basis")


def change_monitoring(store: Store, *, record_id: str, today: datetime.date | None = None, **fields: object) -> Done:
    """Correct a record; the fields of `MONITORING_FIELDS`. Its day is none after `today`."""
    recorded_days.check_has_come(fields.get("on"), today, field="on")
    with work(store, Message("Correct a monitoring")) as session:
        row = session.get_one(MonitoringRecord, record_id)
        entries.put(row, MONITORING_FIELDS, fields)
        _check_monitoring(row)
        return done(session, row.id)


def remove_monitoring(store: Store, *, record_ids: Sequence[str]) -> Done:
    """Take back records that were entered by mistake."""
    with work(store, Message("Remove a monitoring")) as session:
        for record_id in record_ids:
            session.delete(session.get_one(MonitoringRecord, record_id))
        return done(session)


def _check_monitoring(row: MonitoringRecord) -> None:
    _check_day(row.on)
    if row.level is None:
        raise Refused(Message("Choose the level."), field="level", clause="ST-7.0")
    if not row.text:
        raise Refused(Message("Write what was found."), field="text", clause="ST-7.0")


def record_risk(
    store: Store,
    *,
    strategy_id: str,
    on: datetime.date,
    text: str,
    measure: str = "",
    today: datetime.date | None = None,
) -> Done:
    """What may hinder the strategy and what is done against it (ST-8.M3); not on a day after `today`."""
    recorded_days.check_has_come(on, today, field="on")
    with work(store, Message("Record a risk")) as session:
        row = Risk(strategy_id=strategy_id, on=on)
        entries.put(row, RISK_FIELDS, {"text": text, "measure": measure})
        _check_risk(row)
        session.add(row)
        return done(session, row.id)


RISK_FIELDS = ("on", "text", "measure")


def change_risk(store: Store, *, risk_id: str, today: datetime.date | None = None, **fields: object) -> Done:
    """Correct a risk or write its measure; the fields of `RISK_FIELDS`. Its day is none after `today`."""
    recorded_days.check_has_come(fields.get("on"), today, field="on")
    with work(store, Message("Correct a risk")) as session:
        row = session.get_one(Risk, risk_id)
        entries.put(row, RISK_FIELDS, fields)
        _check_risk(row)
        return done(session, row.id)


def remove_risk(store: Store, *, risk_ids: Sequence[str]) -> Done:
    """Take back risks that were entered by mistake."""
    with work(store, Message("Remove a risk")) as session:
        for risk_id in risk_ids:
            session.delete(session.get_one(Risk, risk_id))
        return done(session)


def _check_risk(row: Risk) -> None:
    _check_day(row.on)
    if not row.text:
        raise Refused(Message("Write what the risk is."), field="text", clause="ST-8.M3")


def _check_day(day: datetime.date | None) -> None:
    if day is None:
        raise Refused(Message("Enter the date."), field="on")
