import datetime

import pytest
from sqlalchemy import DateTime, MetaData, select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column, relationship
from sqlalchemy.schema import ForeignKey

from ayil_desktop.language.message import Message
from ayil_desktop.store import images
from ayil_desktop.store.base import Instant, Kept, Record, subject_of
from ayil_desktop.store.work import reading, work
from tests.store import office
from tests.store import records as kept


def test_a_record_has_its_id_before_it_is_written():
    one, other = kept.Member(name="Асан"), kept.Member(name="Асан")
    assert len(one.id) == 32 and one.id != other.id


def test_an_id_that_was_given_stays():
    assert kept.Member(id="a" * 32, name="Асан").id == "a" * 32


def test_the_table_is_named_after_the_class():
    class CharterVersion(Kept, DeclarativeBase):
        pass

    class OfCharterVersion(CharterVersion):
        pass

    assert OfCharterVersion.__tablename__ == "of_charter_version"


def test_the_subject_is_the_second_part_of_the_module():
    assert subject_of(kept.Meeting) == "meetings"


def test_every_table_of_the_program_is_a_record_with_constraints_that_have_names():
    for table in Record.metadata.tables.values():
        assert issubclass(table.info["record"], Record)
        assert all(constraint.name for constraint in table.constraints)


def test_moments_are_kept_in_utc_and_read_with_their_zone(store):
    office.add_member(store)
    with reading(store) as session:
        member = session.scalars(select(kept.Member)).one()
    assert member.created_at.tzinfo is datetime.UTC
    assert datetime.datetime.now(datetime.UTC) - member.created_at < datetime.timedelta(minutes=1)


def test_a_moment_of_another_zone_is_turned_into_utc():
    bishkek = datetime.timezone(datetime.timedelta(hours=6))
    moment = datetime.datetime(2019, 3, 13, 5, 30, tzinfo=bishkek)
    assert Instant().process_bind_param(moment, None) == datetime.datetime(2019, 3, 12, 23, 30)


def test_a_moment_without_a_zone_is_refused(store):
    with pytest.raises(StatementError, match="time zone"), work(store, Message("Add")) as session:
        session.add(kept.Member(name="Асан", created_at=datetime.datetime(2019, 3, 13)))
    assert office.names(store.folder) == []


def test_the_moment_of_change_follows_a_change(store):
    made = office.add_member(store).made
    with work(store, Message("Change")) as session:
        session.get_one(kept.Member, made).phone = "+996"
    with reading(store) as session:
        member = session.get_one(kept.Member, made)
    assert member.changed_at > member.created_at


def test_what_was_put_into_a_json_column_comes_out_of_it(store):
    marks = {"топ": ["аялдар", "жаштар"], "сан": 1.5, "жок": None}
    made = office.add_member(store, marks=marks).made
    with reading(store) as session:
        assert session.get_one(kept.Member, made).marks == marks


def test_not_a_number_cannot_be_kept(store):
    with pytest.raises(StatementError):
        office.add_member(store, marks=[float("nan")])


def test_a_relationship_that_would_load_by_itself_is_refused():
    class Base(Kept, DeclarativeBase):
        metadata = MetaData()

    class Village(Base):
        pass

    class House(Base):
        village_id: Mapped[str] = mapped_column(ForeignKey("village.id"))
        village: Mapped[Village] = relationship()

    with pytest.raises(TypeError, match=r"House\.village"):
        configure_mappers()
    Base.registry.dispose()


def test_instants_lie_in_a_column_of_the_database_type_for_moments():
    assert isinstance(kept.Member.__table__.c.created_at.type.impl, DateTime)


def test_a_moment_that_is_not_known_stays_unknown():
    assert Instant().process_bind_param(None, None) is Instant().process_result_value(None, None) is None


def test_bytes_in_a_record_are_refused_because_the_journal_could_not_keep_them():
    class Base(Kept, DeclarativeBase):
        metadata = MetaData()

    class Picture(Base):
        content: Mapped[bytes]

    with pytest.raises(TypeError, match="picture"):
        images.watch(Base.metadata)
