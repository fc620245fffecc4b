"""What can a clerk do with bodies: found, name, change, remove?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from ayil_desktop.commission import records, rules
from ayil_desktop.commission.actions import Act, put_act
from ayil_desktop.commission.records import Body, BodyName
from ayil_desktop.language.message import Message
from ayil_desktop.office import actions as office_actions
from ayil_desktop.office import charters
from ayil_desktop.office import records as office
from ayil_desktop.office import rules as office_rules
from ayil_desktop.refused import Refused
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import Done, done, work

# Only for the type checker: no SQL is spoken here.
if TYPE_CHECKING:
    from sqlalchemy.orm import Session


NAMES = ("name_ky", "name_ru", "short_ky", "short_ru")
OWN_CHARTER = "own"
"""In place of the key of a ready charter: the office writes one itself."""


def found_body(
    store: Store,
    *,
    name_ky: str,
    name_ru: str = "",
    short_ky: str = "",
    short_ru: str = "",
    charter_key: str = "",
    charter_from: date | None = None,
) -> Done:
    """A commission or council that was always called so, under a ready charter, one of its own, or none.

    An office that has adopted the charter already uses it again. `charter_from` is needed where the text has no day.
    """
    names = _checked_names(name_ky=name_ky, name_ru=name_ru, short_ky=short_ky, short_ru=short_ru)
    with work(store, Message("Add the body {name}", name=names["short_ky"] or names["name_ky"])) as session:
        charter_id = _charter(session, charter_key, charter_from, names["name_ky"]) if charter_key else None
        body = Body(charter_id=charter_id, position=len(records.bodies(session)) + 1)
        session.add(body)
        session.add(BodyName(body_id=body.id, in_force_from=None, **names))
        return done(session, body.id)


def rename_body(
    store: Store,
    *,
    body_id: str,
    name_ky: str,
    in_force_from: date | None,
    name_ru: str = "",
    short_ky: str = "",
    short_ru: str = "",
    act: Act | None = None,
) -> Done:
    """A new name from a day on; papers of earlier days keep the older one (NC-1.3)."""
    names = _checked_names(name_ky=name_ky, name_ru=name_ru, short_ky=short_ky, short_ru=short_ru)
    with work(store, Message("Rename a body: {name}", name=names["name_ky"])) as session:
        rules.no_second_name(records.body(session, body_id).names, in_force_from)
        order = put_act(session, act)
        row = BodyName(body_id=body_id, in_force_from=in_force_from, order_id=order.id if order else None, **names)
        session.add(row)
        return done(session, row.id)


_NAME_FIELDS = ("name_ky", "name_ru", "short_ky", "short_ru")


def change_name(store: Store, *, name_id: str, values: Mapping[str, str | date | None]) -> Done:
    """Correct a name of a body or its day; `values` among name_ky, name_ru, short_ky, short_ru, in_force_from."""
    with work(store, Message("Correct a body's name")) as session:
        row = session.get_one(BodyName, name_id)
        for field, value in values.items():
            if field == "in_force_from":
                others = [name for name in records.body(session, row.body_id).names if name.id != name_id]
                assert value is None or isinstance(value, date)
                rules.no_second_name(others, value)
                row.in_force_from = value
            else:
                check = office_rules.needed_line if field == "name_ky" else office_rules.line
                setattr(row, office_rules.one_of(field, _NAME_FIELDS), check(str(value), field=field))
        return done(session, row.id)


def change_body(store: Store, *, body_id: str, values: Mapping[str, str | date | bool | None]) -> Done:
    """`values` among charter_id, dissolved_on, no_minority (R-7)."""
    with work(store, Message("Change a body")) as session:
        body = session.get_one(Body, body_id)
        for field, value in values.items():
            setattr(body, office_rules.one_of(field, ("charter_id", "dissolved_on", "no_minority")), value)
        return done(session, body.id)


def give_charter(store: Store, *, body_id: str, charter_key: str, charter_from: date | None = None) -> Done:
    """A charter for a body that stands without one."""
    with work(store, Message("Choose a charter for a body")) as session:
        body = records.body(session, body_id)
        name = body.names[0].name_ky if body.names else ""
        body.charter_id = _charter(session, charter_key, charter_from, name)
        return done(session, body.id)


def remove_body(store: Store, *, body_id: str) -> Done:
    """A body entered by mistake; Refused once it has members or meetings."""
    with work(store, Message("Remove a body")) as session:
        body = records.body(session, body_id)
        if office.is_mentioned(session, body, apart_from=("body_name",)):
            raise Refused(Message("The body has members or meetings. Enter the day on which it was dissolved instead."))
        for name in body.names:
            session.delete(name)
        session.delete(body)
        return done(session)


def _checked_names(**texts: str) -> dict[str, str]:
    return {field: _checked_name(field, text) for field, text in texts.items()}


def _checked_name(field: str, text: str) -> str:
    """Only the full Kyrgyz name must be there."""
    check = office_rules.needed_line if field == "name_ky" else office_rules.line
    return check(text, field=field)


def _charter(session: Session, key: str, day: date | None, name: str) -> str:
    if key == OWN_CHARTER:
        return office_actions.put_own_charter(session, name_ky=name, in_force_from=day).id
    held = next((charter for charter in office.charters(session) if charter.origin == key), None)
    charter = held or office_actions.put_charter(session, ready=charters.ready_charter(key), in_force_from=day)
    return charter.id
