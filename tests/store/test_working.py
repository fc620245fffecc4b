import json
import threading

import pytest
from sqlalchemy import Engine, delete, event, insert, select, text, update
from sqlalchemy.engine.interfaces import CacheStats
from sqlalchemy.exc import IntegrityError, InvalidRequestError, OperationalError

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.trouble import Locked
from ayil_desktop.store.work import done, reading, work
from tests.store import office
from tests.store import records as kept


class Mistake(Exception):
    pass


def test_a_change_is_kept_and_says_what_it_touched(store):
    done = office.add_member(store, "Асан")
    assert str(done.message) == "Add Асан"
    assert done.touched == {"commission"}
    with reading(store) as session:
        assert session.get_one(kept.Member, done.made).name == "Асан"


def test_every_subject_whose_rows_changed_is_touched(store):
    member = office.add_member(store).made
    with work(store, Message("Plan")) as session:
        session.get_one(kept.Member, member).phone = "1"
        session.add(kept.Meeting(number=1, head_id=member))
        assert done(session).touched == {"commission", "meetings"}


def test_an_action_may_say_more_than_the_name_of_its_step(store):
    with work(store, Message("Vote on item 2")) as session:
        session.add(kept.Member(name="Асан"))
        answer = done(session, message=Message("Adopted: 6 of 8"))
    assert str(answer.message) == "Adopted: 6 of 8"
    assert str(store.sitting.undo_step) == "Vote on item 2"


def test_how_to_ask_is_worked_out_once_for_reading_and_for_changing(store):
    worked_out = []

    def note(_connection, _cursor, _statement, _values, context, _many):
        worked_out.append(getattr(context, "cache_hit", None))

    question = select(kept.Member).where(kept.Member.name == "Асан", kept.Member.phone == "1")
    with reading(store) as session:
        session.scalars(question).all()
    with work(store, Message("Plan")) as session:
        event.listen(Engine, "before_cursor_execute", note)
        try:
            session.scalars(question).all()
        finally:
            event.remove(Engine, "before_cursor_execute", note)
    assert worked_out == [CacheStats.CACHE_HIT]


def test_an_exception_inside_leaves_nothing(store):
    with pytest.raises(Mistake), work(store, Message("Add")) as session:
        session.add(kept.Member(name="Асан"))
        session.flush()
        raise Mistake
    assert office.names(store.folder) == []
    assert store.sitting.undo_step is None
    assert journal.history(store) == []


def test_a_change_after_a_failed_one_is_kept(store):
    with pytest.raises(IntegrityError), work(store, Message("Add")) as session:
        session.add_all([kept.Member(id="a", name="Асан"), kept.Member(id="a", name="Үсөн")])
    office.add_member(store, "Үсөн")
    assert office.names(store.folder) == ["Үсөн"]


def test_a_change_that_changes_nothing_leaves_no_step(store):
    made = office.add_member(store, "Асан").made
    with work(store, Message("Rename")) as session:
        session.get_one(kept.Member, made).name = "Асан"
        assert done(session).touched == set()
    assert str(store.sitting.undo_step) == "Add Асан"
    assert len(journal.history(store)) == 1


def test_what_was_read_stays_usable_after_reading(store):
    office.add_meeting(store, items=1)
    with reading(store) as session:
        meeting = session.scalars(select(kept.Meeting)).one()
    assert meeting.number == 1
    with pytest.raises(InvalidRequestError):
        meeting.items  # noqa: B018  # what no selection named is not loaded in secret


def test_what_was_written_stays_usable_after_work(store):
    with work(store, Message("Add")) as session:
        member = kept.Member(name="Асан")
        session.add(member)
    assert member.name == "Асан"


def test_a_record_changed_inside_reading_is_a_mistake_of_the_program(store):
    made = office.add_member(store).made
    with pytest.raises(RuntimeError, match="inside reading"), reading(store) as session:
        session.get_one(kept.Member, made).name = "Үсөн"
    with pytest.raises(RuntimeError, match="inside reading"), reading(store) as session:
        session.add(kept.Member(name="Үсөн"))
        session.flush()


def test_raw_sql_cannot_write_inside_reading_either(store):
    office.add_member(store)
    with pytest.raises(OperationalError, match="readonly"), reading(store) as session:
        session.execute(text("DELETE FROM member"))
    with pytest.raises(OperationalError, match="readonly"), reading(store) as session:
        session.execute(text("PRAGMA user_version = 9"))
        session.execute(text("CREATE TABLE x (y)"))
    assert office.names(store.folder) == ["Асан"]


@pytest.mark.parametrize(
    "statement", [delete(kept.Member), update(kept.Member).values(name="x"), insert(kept.Member).values(name="x")]
)
def test_statements_over_whole_tables_are_refused(store, statement):
    with pytest.raises(RuntimeError, match="one by one"), work(store, Message("Clear")) as session:
        session.execute(statement)


def test_an_import_may_use_statements_over_whole_tables_and_touches_everything(store):
    with work(store, Message("Import"), bulk=True, lasting=True) as session:
        session.execute(insert(kept.Member), [{"name": f"M{number:04}"} for number in range(2000)])
        answer = done(session)
    assert answer.touched == {"commission", "meetings", "office"}
    assert len(office.names(store.folder)) == 2000
    (line,) = journal.history(store)
    assert str(line.message) == "Import" and line.changes == ()
    assert office.rows(store.folder, with_journal=True)["journal_change"] == []


def test_bulk_work_that_claims_to_be_undoable_is_a_mistake_of_the_program(store):
    with pytest.raises(TypeError), work(store, Message("Import"), bulk=True):
        pass


def test_work_inside_reading_and_the_other_way_round_are_mistakes_of_the_program(store):
    with reading(store), pytest.raises(RuntimeError), work(store, Message("Add")):
        pass
    with work(store, Message("Add")):
        with pytest.raises(RuntimeError), reading(store):
            pass
        with pytest.raises(RuntimeError), work(store, Message("Add")):
            pass
    with reading(store), reading(store) as session:
        session.scalars(select(kept.Member)).all()


def test_threads_take_turns_at_writing(store):
    threads = [threading.Thread(target=office.add_member, args=(store, f"M{number}")) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(office.names(store.folder)) == 8


def test_other_threads_read_what_was_kept_while_one_writes(store):
    office.add_member(store, "Асан")
    seen = []

    def look():
        with reading(store) as session:
            seen.append([member.name for member in session.scalars(select(kept.Member))])

    with work(store, Message("Add")) as session:
        session.add(kept.Member(name="Үсөн"))
        session.flush()
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    look()
    assert seen[0] == ["Асан"]
    assert sorted(seen[1]) == ["Асан", "Үсөн"]


def test_a_thread_that_waits_too_long_for_its_turn_is_told_so(store, monkeypatch):
    monkeypatch.setattr("ayil_desktop.store.connection.BUSY_SECONDS", 0.05)
    told = []

    def change():
        try:
            office.add_member(store)
        except Locked as trouble:
            told.append(trouble)

    with work(store, Message("A long import")):
        thread = threading.Thread(target=change)
        thread.start()
        thread.join()
    assert len(told) == 1 and "longer change" in str(told[0])


def test_after_closing_nobody_writes(store):
    store.close()
    with pytest.raises(RuntimeError, match="closed"):
        office.add_member(store)


def test_an_office_that_is_closed_while_somebody_writes_is_checked_at_the_next_start(folder, monkeypatch):
    monkeypatch.setattr("ayil_desktop.store.connection.BUSY_SECONDS", 0.05)
    store = office.create(folder)
    with work(store, Message("A long import")) as session:
        session.add(kept.Member(name="Асан"))
        thread = threading.Thread(target=store.close)
        thread.start()
        thread.join()
    assert json.loads((folder / "store.seal").read_bytes()) == {"state": "open"}
    office.reopen(folder).close()
    assert office.names(folder) == ["Асан"]


def test_a_text_with_half_a_character_is_refused(store):
    with pytest.raises(Refused, match="broken character"):
        office.add_member(store, "Асан\udc80")


@pytest.mark.parametrize("name", ["<b>Асан</b>", "a & b", "=1+1", "ы" * 10_000, "\u202eнасА", "🙂", "a\0b", "'; --"])
def test_every_text_is_kept_letter_by_letter(store, name):
    made = office.add_member(store, name).made
    with reading(store) as session:
        assert session.get_one(kept.Member, made).name == name
    journal.undo(store)
    journal.redo(store)
    with reading(store) as session:
        assert session.get_one(kept.Member, made).name == name


def test_half_a_change_can_be_given_up_inside_a_change(store):
    with work(store, Message("Paste")) as session:
        session.add(kept.Member(name="Асан"))
        with pytest.raises(IntegrityError), session.begin_nested():
            session.add_all([kept.Member(id="a", name="x"), kept.Member(id="a", name="y")])
        assert done(session).touched == {"commission"}
    assert office.names(store.folder) == ["Асан"]
    journal.undo(store)
    assert office.names(store.folder) == []
