"""Which offices, bodies and members come with the program: two from real documents, one made up for practice?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from ayil_desktop import shipped
from ayil_desktop.commission.records import Body, BodyName, Membership, Role
from ayil_desktop.language.message import Message
from ayil_desktop.office import actions as office_actions
from ayil_desktop.office import charters
from ayil_desktop.office.records import Order, OrderKind, Sex
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import work

# Only for the type checker: no SQL is spoken here.
if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Json = Mapping[str, Any]

CHET_NURA = "chet-nura"
NARYN = "naryn-council"
PRACTICE = "practice"


@dataclass
class Made:
    """Ids of what a sample put in: acts and bodies by the sample's own keys, people by their names."""

    bodies: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    acts: dict[str, str] = field(default_factory=dict)


def make_chet_nura(store: Store) -> Made:
    """The working commission of Chet-Nura: the real roster, its order 135-б and resolution 15/8."""
    return _make(store, CHET_NURA)


def make_naryn(store: Store) -> Made:
    """The coordination council of Naryn with its two names; its members are not in the source."""
    return _make(store, NARYN)


def make_practice(store: Store) -> Made:
    """A made-up office in which everything may be tried."""
    return _make(store, PRACTICE)


def fill(session: Session, name: str) -> Made:
    """Office, acts, bodies and members of a sample, within the work of another action."""
    sample = json.loads(shipped.resource(f"samples/{name}.json").read_text(encoding="utf-8"))
    made = Made()
    own = office_actions.own_row(session)
    for column, value in sample["office"].items():
        setattr(own, column, value)
    acts = {act["key"]: _act(session, act) for act in sample["acts"]}
    made.acts = {key: act.id for key, act in acts.items()}
    for place, body in enumerate(sample["bodies"], start=1):
        _body(session, body, acts, made, place)
    return made


def _make(store: Store, name: str) -> Made:
    with work(store, Message("Fill the office with a sample"), lasting=True) as session:
        return fill(session, name)


def _act(session: Session, raw: Json) -> Order:
    texts = {key: value for key, value in raw.items() if key not in ("key", "kind", "date")}
    act = Order(kind=OrderKind(raw["kind"]), date=date.fromisoformat(raw["date"]), **texts)
    session.add(act)
    return act


def _body(session: Session, raw: Json, acts: Mapping[str, Order], made: Made, place: int) -> None:
    ready = charters.ready_charter(raw["charter"])
    charter = office_actions.put_charter(session, ready=ready, order=acts.get(raw.get("charter_act", "")))
    body = Body(charter_id=charter.id, no_minority=raw.get("no_minority", False), position=place)
    session.add(body)
    session.add_all(_name(body, name, acts) for name in raw["names"])
    made.bodies[raw["key"]] = body.id
    _members(session, body, raw.get("members", ()), raw, acts, made)


def _name(body: Body, raw: Json, acts: Mapping[str, Order]) -> BodyName:
    act = acts.get(raw.get("act", ""))
    return BodyName(
        body_id=body.id,
        in_force_from=date.fromisoformat(raw["from"]) if "from" in raw else None,
        order_id=act.id if act else None,
        **{key: raw[key] for key in ("name_ky", "name_ru", "short_ky", "short_ru")},
    )


def _members(
    session: Session, body: Body, members: Sequence[Json], raw: Json, acts: Mapping[str, Order], made: Made
) -> None:
    for place, member in enumerate(members, start=1):
        person = office_actions.new_person(
            session,
            name=member["name"],
            birth_year=member.get("birth_year"),
            phone=member.get("phone", ""),
            workplace=member.get("workplace", ""),
            village=member.get("village", ""),
            sex=Sex(member["sex"]) if "sex" in member else None,
            minority=member.get("minority"),
            disability=member.get("disability"),
        )
        made.people[person.name] = person.id
        seat = Membership(
            body_id=body.id,
            person_id=person.id,
            role=Role(member["role"]),
            category=member["category"],
            category_words=member.get("category_words", ""),
            position_ky=member["position_ky"],
            position_ru=member["position_ru"],
            starts=date.fromisoformat(raw["starts"]),
            place=place,
            appointing_order_id=acts[raw["act"]].id,
        )
        session.add(seat)
