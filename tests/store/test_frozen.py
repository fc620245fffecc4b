import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import MetaData, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import frozen, journal
from ayil_desktop.store.base import FrozenBy, Kept
from ayil_desktop.store.work import reading, work
from tests.store import office
from tests.store import records as kept


@pytest.fixture
def sealed(store):
    """A sealed meeting beside an open one, each with two items."""
    office.add_meeting(store, 2, items=2)
    made = office.add_meeting(store, 1, items=2).made
    office.seal(store, made)
    return made


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE meeting SET number = 3 WHERE number = 1",
        "DELETE FROM meeting WHERE number = 1",
        "UPDATE item SET title = 'x' WHERE meeting_id = :sealed",
        "DELETE FROM item WHERE meeting_id = :sealed",
        "UPDATE item SET meeting_id = :sealed, position = 7 WHERE meeting_id <> :sealed AND position = 0",
        "UPDATE item SET meeting_id = (SELECT id FROM meeting WHERE number = 2), position = 7 "
        "WHERE meeting_id = :sealed AND position = 0",
        "INSERT INTO item (id, created_at, changed_at, meeting_id, position, title) "
        "VALUES ('x', 0, 0, :sealed, 9, 'x')",
        "REPLACE INTO item (id, created_at, changed_at, meeting_id, position, title) "
        "SELECT id, 0, 0, (SELECT id FROM meeting WHERE number = 2), 9, 'x' FROM item "
        "WHERE meeting_id = :sealed AND position = 0",
        "UPDATE seal SET meeting_id = (SELECT id FROM meeting WHERE number = 2)",
        "DELETE FROM seal",
    ],
)
def test_raw_sql_cannot_touch_what_is_sealed(store, sealed, statement):
    before = office.rows(store.folder)
    with pytest.raises(Refused, match="sealed"), work(store, Message("Forge")) as session:
        session.execute(text(statement), {"sealed": sealed} if ":sealed" in statement else {})
    assert office.rows(store.folder) == before


@pytest.mark.parametrize("statement", ["UPDATE meeting SET number = 9 WHERE number = 1", "DELETE FROM seal"])
def test_a_connection_past_the_program_is_refused_by_the_file_itself(store, sealed, statement):
    with office.raw(store.folder, "write") as opened, pytest.raises(driver.IntegrityError, match="sealed"):
        opened.execute(statement)


def test_records_cannot_touch_what_is_sealed_either(store, sealed):
    with pytest.raises(Refused), work(store, Message("Rename")) as session:
        session.scalars(select(kept.Item).where(kept.Item.meeting_id == sealed)).first().title = "x"


def test_what_is_not_sealed_stays_open(store, sealed):
    def titles():
        with reading(store) as session:
            return list(session.scalars(select(kept.Item.title).where(kept.Item.meeting_id != sealed)))

    before = titles()
    with work(store, Message("Rename")) as session:
        for item in session.scalars(select(kept.Item).where(kept.Item.meeting_id != sealed)):
            item.title = "x"
    assert titles() == ["x", "x"]
    journal.undo(store)
    assert titles() == before != ["x", "x"]


def test_a_table_may_be_both_frozen_and_kept_for_ever():
    class Base(Kept, DeclarativeBase):
        metadata = MetaData()

    class Stamp(Base):
        append_only = True
        frozen_by = FrozenBy(column="meeting_id")
        meeting_id: Mapped[str]

    insert, update, delete = frozen.triggers(Base.metadata)
    assert "NEW" in insert and "WHEN 1 " in update and "WHEN 1 " in delete
