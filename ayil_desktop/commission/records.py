"""What is kept about bodies: their names, charters and who sat on them from when to when?"""

import datetime
from collections.abc import Callable, Sequence

from sqlalchemy import ForeignKey, Text, UniqueConstraint, or_
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from ayil_desktop.commission.choices import OTHER as OTHER
from ayil_desktop.commission.choices import Role as Role
from ayil_desktop.commission.first_read import BODIES, MEMBERSHIPS
from ayil_desktop.language.message import Message
from ayil_desktop.office import terms
from ayil_desktop.office.records import Charter, Order, Person
from ayil_desktop.store.base import Record
from ayil_desktop.store.mapped import statement


class Body(Record):
    """A commission or council with a charter; permanent when `dissolved_on` is empty (CN-1.2)."""

    __tablename__ = "body"
    labels = {
        "charter_id": Message("Charter"),
        "dissolved_on": Message("Dissolved on"),
        "no_minority": Message("No ethnic minority lives in the aimak"),
        "position": Message("Order in the list"),
    }

    charter_id: Mapped[str | None] = mapped_column(ForeignKey("charter.id"))
    dissolved_on: Mapped[datetime.date | None]
    no_minority: Mapped[bool] = mapped_column(default=False)
    """Switches the check of CN-5.3.2a off (R-7)."""
    position: Mapped[int] = mapped_column(default=0)
    charter: Mapped[Charter | None] = relationship(lazy="raise")
    names: Mapped[list["BodyName"]] = relationship(
        back_populates="body", lazy="raise", order_by="BodyName.in_force_from", passive_deletes="all"
    )


class BodyName(Record):
    """A body's full official name from a day on; the first one may have no day (NC-1.3)."""

    __tablename__ = "body_name"
    labels = {
        "in_force_from": Message("In force from"),
        "name_ky": Message("Full name in Kyrgyz"),
        "name_ru": Message("Full name in Russian"),
        "short_ky": Message("Short name in Kyrgyz"),
        "short_ru": Message("Short name in Russian"),
        "order_id": Message("Act"),
    }

    body_id: Mapped[str] = mapped_column(ForeignKey("body.id"), index=True)
    in_force_from: Mapped[datetime.date | None]
    name_ky: Mapped[str] = mapped_column(Text)
    name_ru: Mapped[str] = mapped_column(Text, default="")
    short_ky: Mapped[str] = mapped_column(default="")
    short_ru: Mapped[str] = mapped_column(default="")
    order_id: Mapped[str | None] = mapped_column(ForeignKey("order.id"))
    body: Mapped[Body] = relationship(back_populates="names", lazy="raise")
    order: Mapped[Order | None] = relationship(lazy="raise")


class Membership(Record):
    """One person's seat in one role; `starts` and `ends` are inclusive, `ends` None = still sits.

    `starts` is the date of the appointing order, `ends` the day before the discharging one (R-16).
    `position_ky` is the position as the order wrote it. `category` is a group code of the charter or "other".
    """

    __tablename__ = "membership"
    words = {role: terms.role_title(role.value) for role in Role}
    labels = {
        "person_id": Message("Person"),
        "role": Message("Role"),
        "category": Message("Group"),
        "category_words": Message("Group in its own words"),
        "position_ky": Message("Position as in the order"),
        "position_ru": Message("Position in Russian"),
        "starts": Message("Member from"),
        "ends": Message("Member until"),
        "place": Message("Number in the list"),
        "appointing_order_id": Message("Appointing act"),
        "discharging_order_id": Message("Discharging act"),
        "discharge_reason": Message("Reason of discharge"),
    }

    body_id: Mapped[str] = mapped_column(ForeignKey("body.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[Role] = mapped_column(default=Role.MEMBER)
    category: Mapped[str] = mapped_column(default="")
    category_words: Mapped[str] = mapped_column(default="")
    position_ky: Mapped[str] = mapped_column(default="")
    position_ru: Mapped[str] = mapped_column(default="")
    starts: Mapped[datetime.date]
    ends: Mapped[datetime.date | None]
    place: Mapped[int] = mapped_column(default=0)
    appointing_order_id: Mapped[str | None] = mapped_column(ForeignKey("order.id"))
    discharging_order_id: Mapped[str | None] = mapped_column(ForeignKey("order.id"))
    discharge_reason: Mapped[str] = mapped_column(default="")
    person: Mapped[Person] = relationship(lazy="raise")
    appointing_order: Mapped[Order | None] = relationship(lazy="raise", foreign_keys=[appointing_order_id])
    discharging_order: Mapped[Order | None] = relationship(lazy="raise", foreign_keys=[discharging_order_id])
    marks: Mapped[list["MembershipMark"]] = relationship(
        back_populates="membership", lazy="raise", passive_deletes="all"
    )


class MembershipMark(Record):
    """A further group that a member represents besides the main one (R-22)."""

    __tablename__ = "membership_mark"
    __table_args__ = (UniqueConstraint("membership_id", "category"),)
    labels = {"category": Message("Group")}

    membership_id: Mapped[str] = mapped_column(ForeignKey("membership.id"), index=True)
    category: Mapped[str]
    membership: Mapped[Membership] = relationship(back_populates="marks", lazy="raise")


def bodies(session: Session) -> Sequence[Body]:
    """All bodies with their names and charter versions, in the office's order."""
    return session.scalars(statement(Body, BODIES)).all()


def body(session: Session, body_id: str) -> Body:
    """One body with names and charter versions; NoResultFound if it is gone."""
    return session.scalars(statement(Body, BODIES).where(Body.id == body_id)).one()


SITS_AFTER: list[Callable[[Session, str, datetime.date], Sequence[datetime.date]]] = []
"""What later subjects know of: on which days after a day does a body still meet?"""


def days_after(session: Session, body_id: str, day: datetime.date) -> tuple[datetime.date, ...]:
    """The days after the last day of a body on which it met or is to meet, the first one first."""
    return tuple(sorted(found for ask in SITS_AFTER for found in ask(session, body_id, day)))


def memberships(session: Session, body_id: str) -> Sequence[Membership]:
    """Every seat of a body that ever was, with person, orders and marks, in the order of the list."""
    return session.scalars(statement(Membership, MEMBERSHIPS, body_id)).all()


def composition(session: Session, body_id: str, day: datetime.date) -> Sequence[Membership]:
    """The seats that count on a day, with person, orders and marks, in the order of the list."""
    sits = or_(Membership.ends.is_(None), Membership.ends >= day)
    return session.scalars(statement(Membership, MEMBERSHIPS, body_id).where(Membership.starts <= day, sits)).all()


def membership(session: Session, membership_id: str) -> Membership:
    """One seat with person, orders and marks; NoResultFound if it is gone."""
    return session.scalars(statement(Membership, MEMBERSHIPS).where(Membership.id == membership_id)).one()


def every_membership(session: Session) -> Sequence[Membership]:
    """Every seat in every body that ever was, by the Kyrgyz order of the names."""
    query = statement(Membership, MEMBERSHIPS).join(Membership.person).order_by(None)
    return session.scalars(query.order_by(Person.sort_key, Membership.starts)).all()
