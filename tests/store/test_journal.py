import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.sitting import STEPS
from ayil_desktop.store.trouble import ReadOnly
from ayil_desktop.store.work import work
from tests.store import office
from tests.store import records as kept


def change(store, act, lasting=False):
    with work(store, Message("Change"), lasting=lasting) as session:
        act(session)


def undo_all(store):
    steps = 0
    while journal.undo(store):
        steps += 1
    return steps


def redo_all(store):
    while journal.redo(store):
        pass


def test_in_a_new_sitting_there_is_nothing_to_undo_or_to_redo(store):
    assert journal.undo(store) is None and journal.redo(store) is None
    assert store.sitting.undo_step is None and store.sitting.redo_step is None


def test_undo_and_redo_tell_what_they_would_do_and_what_they_did(store):
    office.add_member(store, "Асан")
    office.add_meeting(store)
    assert str(store.sitting.undo_step) == "Plan meeting 1"
    undone = journal.undo(store)
    assert "Plan meeting 1" in str(undone.message)
    assert undone.touched == {"meetings"}
    assert str(store.sitting.undo_step) == "Add Асан"
    assert str(store.sitting.redo_step) == "Plan meeting 1"
    again = journal.redo(store)
    assert "Plan meeting 1" in str(again.message) and again.touched == {"meetings"}
    assert store.sitting.redo_step is None


def test_an_added_record_goes_and_comes_back_with_its_id_and_times(store):
    office.add_member(store, "Асан", joined=None, share=0.1 + 0.2, marks={"ө": [1, None, 2.5]}, minority=True)
    before = office.rows(store.folder)
    journal.undo(store)
    assert office.rows(store.folder)["member"] == []
    journal.redo(store)
    assert office.rows(store.folder) == before


def test_a_changed_record_gets_every_old_value_back(store):
    made = office.add_member(store, "Асан", phone="1").made
    before = office.rows(store.folder)
    change(store, lambda session: session.get_one(kept.Member, made).__setattr__("phone", "2"))
    assert office.rows(store.folder) != before
    journal.undo(store)
    assert office.rows(store.folder) == before


def test_a_deleted_record_comes_back_as_it_was(store):
    made = office.add_member(store, "Асан").made
    before = office.rows(store.folder)
    change(store, lambda session: session.delete(session.get_one(kept.Member, made)))
    assert office.names(store.folder) == []
    journal.undo(store)
    assert office.rows(store.folder) == before


def test_rows_that_the_database_deletes_by_itself_come_back_too_and_go_again(store):
    made = office.add_meeting(store, items=3).made
    before = office.rows(store.folder)
    change(store, lambda session: session.delete(session.get_one(kept.Meeting, made)))
    assert office.rows(store.folder)["item"] == []
    journal.undo(store)
    assert office.rows(store.folder) == before
    journal.redo(store)
    assert office.rows(store.folder)["item"] == office.rows(store.folder)["meeting"] == []
    journal.undo(store)
    assert office.rows(store.folder) == before


def test_links_that_the_database_cuts_by_itself_are_tied_again(store):
    member, meeting = office.add_member(store).made, office.add_meeting(store, items=1).made

    def vote(session):
        item = session.scalars(select(kept.Item)).one()
        session.add(kept.Vote(meeting_id=meeting, item_id=item.id, member_id=member, choice=kept.Choice.FOR))

    change(store, vote)
    before = office.rows(store.folder)
    change(store, lambda session: session.delete(session.get_one(kept.Member, member)))
    gone = office.rows(store.folder)
    assert gone["vote"][0] != before["vote"][0]
    journal.undo(store)
    assert office.rows(store.folder) == before
    journal.redo(store)
    assert office.rows(store.folder) == gone


def test_places_that_were_exchanged_are_exchanged_back(store):
    """Each place may be taken once, so that the way back must be the way there."""
    office.add_meeting(store, items=2)
    before = office.rows(store.folder)

    def exchange(session):
        first, second = session.scalars(select(kept.Item).order_by(kept.Item.position)).all()
        first.position = 99
        session.flush()
        second.position = 0
        session.flush()
        first.position = 1

    change(store, exchange)
    after = office.rows(store.folder)
    journal.undo(store)
    assert office.rows(store.folder) == before
    journal.redo(store)
    assert office.rows(store.folder) == after


def test_a_change_in_raw_sql_is_undone_like_any_other(store):
    office.add_member(store, "Асан")
    before = office.rows(store.folder)
    change(store, lambda session: session.execute(text("UPDATE member SET name = 'Үсөн', share = 3")))
    assert office.names(store.folder) == ["Үсөн"]
    journal.undo(store)
    assert office.rows(store.folder) == before


def test_a_row_that_was_replaced_comes_back(store):
    made = office.add_member(store, "Асан").made
    before = office.rows(store.folder)
    statement = f"""REPLACE INTO member (id, created_at, changed_at, name, phone, is_present, folded)
        VALUES ('{made}', '2019-03-13 00:00:00.000000', '2019-03-13 00:00:00.000000', 'Үсөн', '', 0, '')"""
    change(store, lambda session: session.execute(text(statement)))
    journal.undo(store)
    assert office.rows(store.folder) == before


def test_a_table_and_a_column_named_like_words_of_sql_are_no_trouble(store):
    change(store, lambda session: session.add(kept.Order(id="o", group="first")))
    change(store, lambda session: session.get_one(kept.Order, "o").__setattr__("group", "second"))
    after = office.rows(store.folder)
    assert undo_all(store) == 2
    assert office.rows(store.folder)["order"] == []
    redo_all(store)
    assert office.rows(store.folder) == after


def test_a_new_change_forgets_what_was_undone(store):
    office.add_member(store, "Асан")
    journal.undo(store)
    office.add_member(store, "Үсөн")
    assert store.sitting.redo_step is None
    assert office.names(store.folder) == ["Үсөн"]


def test_thirty_steps_can_be_undone_and_no_more(store):
    for number in range(STEPS + 5):
        office.add_member(store, f"M{number:02}")
    assert undo_all(store) == STEPS == 30
    assert office.names(store.folder) == [f"M{number:02}" for number in range(5)]
    redo_all(store)
    assert len(office.names(store.folder)) == STEPS + 5


def test_a_lasting_change_ends_what_can_be_undone_and_done_again(store):
    office.add_member(store, "Асан")
    office.add_member(store, "Үсөн")
    journal.undo(store)
    change(store, lambda session: session.add(kept.Member(name="Бакыт")), lasting=True)
    assert journal.undo(store) is None and journal.redo(store) is None
    assert len(journal.history(store)) == 4


def test_a_step_of_the_sitting_before_stays_as_it_is(folder):
    first = office.create(folder)
    office.add_member(first)
    first.close()
    second = office.reopen(folder)
    assert second.sitting.undo_step is None
    assert office.names(folder) == ["Асан"]
    second.close()


def test_a_step_whose_rows_were_sealed_meanwhile_is_refused_and_changes_nothing(store):
    made = office.add_meeting(store, items=2).made
    entry = store.sitting.undo[-1]
    office.seal(store, made)
    store.sitting.undo.append(entry)  # as if the sealing had forgotten to end the steps
    before = office.rows(store.folder, with_journal=True)
    with pytest.raises(Refused, match="sealed"):
        journal.undo(store)
    assert office.rows(store.folder, with_journal=True) == before
    assert store.sitting.undo_step is None


def test_in_an_office_open_for_reading_nothing_is_undone(store):
    office.add_member(store)
    store.read_only = True
    with pytest.raises(ReadOnly):
        journal.undo(store)
    assert str(store.sitting.undo_step) == "Add Асан"


def test_the_journal_itself_cannot_be_changed_through_sql(store):
    office.add_member(store)
    for statement in (
        "DELETE FROM journal_change",
        "UPDATE journal_step SET kind = 'work'",
        "REPLACE INTO journal_step SELECT * FROM journal_step",
    ):
        with pytest.raises(Refused), work(store, Message("Forge")) as session:
            session.execute(text(statement))


def test_the_journal_keeps_only_what_changed(store):
    made = office.add_member(store, "Асан", phone="1").made
    change(store, lambda session: session.get_one(kept.Member, made).__setattr__("phone", "2"))
    *_, last = office.rows(store.folder, with_journal=True)["journal_change"]
    assert set(json.loads(last[4])) == set(json.loads(last[5])) == {"phone", "changed_at"}


NAMES = st.text(st.characters(codec="utf-8"), max_size=8)
VALUES = {
    "name": NAMES,
    "phone": NAMES,
    "share": st.none() | st.floats(allow_nan=False, allow_infinity=False),
    "is_present": st.booleans(),
    "marks": st.none() | st.lists(st.integers() | NAMES, max_size=3),
    "joined": st.none() | st.dates(),
    "minority": st.none() | st.booleans(),
}
ACTS = st.one_of(
    st.tuples(st.just("add"), st.fixed_dictionaries(VALUES)),
    st.tuples(
        st.just("change"),
        st.integers(0, 9),
        st.sampled_from(sorted(VALUES)).flatmap(lambda name: st.tuples(st.just(name), VALUES[name])),
    ),
    st.tuples(st.just("delete"), st.integers(0, 9)),
)


def carry_out(session, act):
    members = session.scalars(select(kept.Member).order_by(kept.Member.id)).all()
    match act:
        case ("add", values):
            session.add(kept.Member(**values))
        case ("change", which, (name, value)) if members:
            setattr(members[which % len(members)], name, value)
        case ("delete", which) if members:
            session.delete(members[which % len(members)])
    session.flush()


@given(st.lists(st.lists(ACTS, min_size=1, max_size=4), min_size=1, max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_done_undoing_all_leads_to_the_start_and_redoing_all_to_the_end(store, steps):
    store.sitting.end()
    start = office.rows(store.folder)
    for acts in steps:
        with work(store, Message("Step")) as session:
            for act in acts:
                carry_out(session, act)
    end = office.rows(store.folder)
    for _ in range(2):
        undo_all(store)
        assert office.rows(store.folder) == start
        redo_all(store)
        assert office.rows(store.folder) == end
