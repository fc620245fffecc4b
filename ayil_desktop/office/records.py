"""What is kept about the office itself: its names, people, charters, orders, files and days?"""

import datetime
from collections.abc import Sequence

from sqlalchemy import ForeignKey, Text, UniqueConstraint, exists, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship, selectinload

from ayil_desktop.language.message import Message
from ayil_desktop.office.choices import KIND_NAMES as KIND_NAMES
from ayil_desktop.office.choices import Criterion as Criterion
from ayil_desktop.office.choices import OrderKind as OrderKind
from ayil_desktop.office.choices import Sex as Sex
from ayil_desktop.store.base import BLOB, PRIVATE, Json, Record


class Office(Record):
    """The village administration itself, one row; a name that is not recorded is an empty text."""

    __tablename__ = "office"
    labels = {
        "name_ky": Message("Name of the office in Kyrgyz"),
        "name_ru": Message("Name of the office in Russian"),
        "aimak_ky": Message("Ayil aimak in Kyrgyz"),
        "aimak_ru": Message("Ayil aimak in Russian"),
        "region_ky": Message("Region in Kyrgyz"),
        "region_ru": Message("Region in Russian"),
        "district_ky": Message("District in Kyrgyz"),
        "district_ru": Message("District in Russian"),
        "place_ky": Message("Village of the office in Kyrgyz"),
        "place_ru": Message("Village of the office in Russian"),
        "address": Message("Address"),
        "phone": Message("Telephone"),
        "head_name": Message("Head of the office"),
        "head_position_ky": Message("Position of the head in Kyrgyz"),
        "head_position_ru": Message("Position of the head in Russian"),
        "is_practice": Message("Practice office"),
    }

    name_ky: Mapped[str] = mapped_column(default="")
    name_ru: Mapped[str] = mapped_column(default="")
    aimak_ky: Mapped[str] = mapped_column(default="")
    aimak_ru: Mapped[str] = mapped_column(default="")
    region_ky: Mapped[str] = mapped_column(default="")
    region_ru: Mapped[str] = mapped_column(default="")
    district_ky: Mapped[str] = mapped_column(default="")
    district_ru: Mapped[str] = mapped_column(default="")
    place_ky: Mapped[str] = mapped_column(default="")
    place_ru: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    head_name: Mapped[str] = mapped_column(default="")
    head_position_ky: Mapped[str] = mapped_column(default="")
    head_position_ru: Mapped[str] = mapped_column(default="")
    is_practice: Mapped[bool] = mapped_column(default=False)
    """Made-up people: every page and the window say so."""


class Setting(Record):
    """One choice of the office that is not a fact of a document (`office.settings` has names and defaults)."""

    __tablename__ = "setting"
    labels = {"value": Message("Setting")}

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[object] = mapped_column(Json)


class DayOverride(Record):
    """A day that the office or the government made free or working against the calendar (R-10)."""

    __tablename__ = "day_override"
    named_by = "day"
    labels = {"day": Message("Day"), "is_working": Message("Working day"), "name": Message("Name of the day")}

    day: Mapped[datetime.date] = mapped_column(unique=True)
    is_working: Mapped[bool]
    name: Mapped[str] = mapped_column(default="")


class Attachment(Record):
    """A file in the office's blobs, by what it holds; several records may name the same one."""

    __tablename__ = "attachment"
    labels = {"name": Message("File")}

    sha256: Mapped[str] = mapped_column(index=True, info=dict(BLOB))
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]


class Person(Record):
    """Somebody who sits in a body, speaks, is responsible or is invited. None means: not recorded.

    `sort_key` and `folded` are derived from the name for Kyrgyz order and for search; actions keep them.
    """

    __tablename__ = "person"
    labels = {
        "name": Message("Name"),
        "birth_year": Message("Year of birth"),
        "phone": Message("Telephone"),
        "workplace": Message("Workplace"),
        "position": Message("Position"),
        "position_ru": Message("Position in Russian"),
        "village": Message("Village"),
        "sex": Message("Sex"),
        "minority": Message("Ethnic minority"),
        "disability": Message("Person with a disability"),
    }

    name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(index=True)
    folded: Mapped[str]
    birth_year: Mapped[int | None]
    phone: Mapped[str] = mapped_column(default="")
    workplace: Mapped[str] = mapped_column(default="")
    position: Mapped[str] = mapped_column(default="")
    position_ru: Mapped[str] = mapped_column(default="")
    village: Mapped[str] = mapped_column(default="")
    sex: Mapped[Sex | None] = mapped_column(info=dict(PRIVATE))
    minority: Mapped[bool | None] = mapped_column(info=dict(PRIVATE))
    disability: Mapped[bool | None] = mapped_column(info=dict(PRIVATE))


class Order(Record):
    """An act of the head or of the council by which something holds: number and date as on the paper."""

    __tablename__ = "order"
    words = KIND_NAMES
    labels = {
        "kind": Message("Kind of act"),
        "number": Message("Number"),
        "date": Message("Date"),
        "issued_by_ky": Message("Issued by, in Kyrgyz"),
        "issued_by_ru": Message("Issued by, in Russian"),
        "subject_ky": Message("Subject in Kyrgyz"),
        "subject_ru": Message("Subject in Russian"),
        "text_ky": Message("Text in Kyrgyz"),
        "scan_id": Message("Scan"),
    }

    kind: Mapped[OrderKind]
    number: Mapped[str]
    date: Mapped[datetime.date]
    issued_by_ky: Mapped[str] = mapped_column(default="")
    issued_by_ru: Mapped[str] = mapped_column(default="")
    subject_ky: Mapped[str] = mapped_column(Text, default="")
    subject_ru: Mapped[str] = mapped_column(Text, default="")
    text_ky: Mapped[str] = mapped_column(Text, default="")
    """The sentence of the source that names the order, where only that is known."""
    scan_id: Mapped[str | None] = mapped_column(ForeignKey("attachment.id"))


class Charter(Record):
    """The regulation by which a body works; its numbers are in dated versions."""

    __tablename__ = "charter"
    labels = {"name_ky": Message("Name in Kyrgyz"), "name_ru": Message("Name in Russian")}

    origin: Mapped[str] = mapped_column(default="")
    """The shipped charter that it was made from ("chet-nura"), empty for the office's own."""
    name_ky: Mapped[str]
    name_ru: Mapped[str] = mapped_column(default="")
    versions: Mapped[list["CharterVersion"]] = relationship(
        back_populates="charter", lazy="raise", order_by="CharterVersion.in_force_from", passive_deletes="all"
    )


class CharterVersion(Record):
    """A charter's numbers from a day on (CN-8.1); `numbers` has the shape of `office.charters.Charter.as_json`."""

    __tablename__ = "charter_version"
    __table_args__ = (UniqueConstraint("charter_id", "in_force_from"),)
    labels = {
        "in_force_from": Message("In force from"),
        "basis_ky": Message("Basis in Kyrgyz"),
        "basis_ru": Message("Basis in Russian"),
        "order_id": Message("Act"),
        "numbers": Message("Numbers of the charter"),
    }

    charter_id: Mapped[str] = mapped_column(ForeignKey("charter.id"), index=True)
    in_force_from: Mapped[datetime.date]
    basis_ky: Mapped[str] = mapped_column(default="")
    basis_ru: Mapped[str] = mapped_column(default="")
    order_id: Mapped[str | None] = mapped_column(ForeignKey("order.id"))
    numbers: Mapped[dict[str, object]] = mapped_column(Json)
    charter: Mapped[Charter] = relationship(back_populates="versions", lazy="raise")


class Service(Record):
    """A service to people that the strategy, the list and the monitoring all speak of; each keeps its own wording."""

    __tablename__ = "service"
    labels = {
        "name_ky": Message("Name of the service in Kyrgyz"),
        "name_ru": Message("Name of the service in Russian"),
        "provider": Message("Provider"),
    }

    name_ky: Mapped[str] = mapped_column(Text)
    name_ru: Mapped[str] = mapped_column(Text, default="")
    provider: Mapped[str] = mapped_column(default="")
    standards: Mapped[list["Standard"]] = relationship(
        back_populates="service", lazy="raise", order_by="Standard.place, Standard.version", passive_deletes="all"
    )


class Standard(Record):
    """What a service promises by one criterion; a change is a new version and keeps the old one (ST-7.6)."""

    __tablename__ = "standard"
    __table_args__ = (UniqueConstraint("service_id", "criterion", "version"),)
    labels = {
        "criterion_ky": Message("Criterion as written"),
        "texts": Message("Text of the standard"),
        "texts_ru": Message("Text of the standard in Russian"),
        "in_force_from": Message("In force from"),
        "agreed_with": Message("Agreed with the consumers at"),
        "agreed_on": Message("Agreed on"),
    }

    service_id: Mapped[str] = mapped_column(ForeignKey("service.id"), index=True)
    criterion: Mapped[Criterion]
    criterion_ky: Mapped[str] = mapped_column(default="")
    place: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1)
    texts: Mapped[list[str]] = mapped_column(Json)
    texts_ru: Mapped[list[str]] = mapped_column(Json, default=list)
    in_force_from: Mapped[datetime.date | None]
    agreed_with: Mapped[str] = mapped_column(default="")
    """The consumers' meeting that agreed to the change; empty for a first version."""
    agreed_on: Mapped[datetime.date | None]
    service: Mapped[Service] = relationship(back_populates="standards", lazy="raise")


def office(session: Session) -> Office | None:
    """The office's own row, or None in a folder that has not been filled yet."""
    return session.scalars(select(Office).limit(1)).first()


def people(session: Session) -> Sequence[Person]:
    """Everybody, in Kyrgyz order."""
    return session.scalars(select(Person).order_by(Person.sort_key)).all()


def day_overrides(session: Session) -> Sequence[DayOverride]:
    """The office's own free and working days, by date."""
    return session.scalars(select(DayOverride).order_by(DayOverride.day)).all()


def charters(session: Session) -> Sequence[Charter]:
    """All charters with their versions."""
    return session.scalars(select(Charter).options(selectinload(Charter.versions)).order_by(Charter.name_ky)).all()


def orders(session: Session) -> Sequence[Order]:
    """All acts, by date and number."""
    return session.scalars(select(Order).order_by(Order.date, Order.number)).all()


def services(session: Session) -> Sequence[Service]:
    """All services with every version of their standards."""
    query = select(Service).options(selectinload(Service.standards))
    return session.scalars(query.order_by(Service.created_at)).all()


def settings(session: Session) -> dict[str, object]:
    """The choices that differ from the defaults, by name."""
    return {row.name: row.value for row in session.scalars(select(Setting))}


def setting(session: Session, name: str) -> Setting | None:
    """The row of one choice, None while the default holds."""
    return session.scalars(select(Setting).where(Setting.name == name)).first()


def charter(session: Session, charter_id: str) -> Charter:
    """One charter with its versions; NoResultFound if it is gone."""
    return session.scalars(
        select(Charter).options(selectinload(Charter.versions)).where(Charter.id == charter_id)
    ).one()


def person_called(session: Session, folded: str) -> Person | None:
    """Somebody of that name, by its folded spelling (`language.kyrgyz.fold`)."""
    return session.scalars(select(Person).where(Person.folded == folded).order_by(Person.created_at)).first()


def is_mentioned(session: Session, record: Record, *, apart_from: Sequence[str] = ()) -> bool:
    """Whether any row of any subject points to a record; `apart_from` names tables that do not count."""
    own = type(record).__table__
    pointing = (
        key.parent
        for table in Record.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table is own and table.name not in apart_from
    )
    return any(session.scalar(select(exists().where(column == record.id))) for column in pointing)
