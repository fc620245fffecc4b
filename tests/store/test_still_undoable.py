"""After a sealing only what was sealed, and what it rests on, can no longer be undone."""

import pytest
from sqlalchemy import select

from ayil_desktop.language.message import Message
from ayil_desktop.store import journal
from ayil_desktop.store.work import work
from tests.store import office
from tests.store import records as kept


def change(store, words, act):
    with work(store, Message(words)) as session:
        act(session)


def left(store):
    return [str(one.title) for one in store.sitting.undo]


def phone(session, member_id, number):
    session.get_one(kept.Member, member_id).phone = number


def test_what_has_nothing_to_do_with_it_is_undone_and_done_again_in_its_order(store):
    member = office.add_member(store).made
    change(store, "First number", lambda session: phone(session, member, "1"))
    sealed = office.add_meeting(store, items=2).made
    office.add_meeting(store, number=2, items=1)
    change(store, "Second number", lambda session: phone(session, member, "2"))
    office.seal(store, sealed)
    assert left(store) == ["Add Асан", "First number", "Plan meeting 2", "Second number"]
    whole = office.rows(store.folder)
    while journal.undo(store):
        pass
    assert office.names(store.folder) == []
    assert [row[3] for row in office.rows(store.folder)["meeting"]] == [1]
    while journal.redo(store):
        pass
    assert office.rows(store.folder) == whole


def test_the_sealing_itself_and_what_it_sealed_are_no_steps(store):
    sealed = office.add_meeting(store, items=1).made

    def retitled(session):
        session.scalars(select(kept.Item)).one().title = "Башка"

    change(store, "Another title", retitled)
    office.seal(store, sealed)
    assert left(store) == [] and journal.undo(store) is None


def test_nothing_can_be_done_again_after_a_sealing(store):
    sealed = office.add_meeting(store).made
    office.add_member(store)
    journal.undo(store)
    office.seal(store, sealed)
    assert journal.redo(store) is None


def test_a_row_that_was_taken_out_of_the_sealed_meeting_does_not_come_back(store):
    sealed = office.add_meeting(store, items=2).made

    def shortened(session):
        session.delete(session.scalars(select(kept.Item).where(kept.Item.position == 1)).one())

    change(store, "One matter less", shortened)
    office.seal(store, sealed)
    assert left(store) == []


@pytest.fixture
def head_of_the_sealed(store):
    """A member who was added, renamed, and then put at the head of a meeting that was sealed."""
    member = office.add_member(store).made
    change(store, "Telephone", lambda session: phone(session, member, "1"))
    meeting = office.add_meeting(store).made

    def presides(session):
        session.get_one(kept.Meeting, meeting).head_id = member

    change(store, "Preside", presides)
    office.seal(store, meeting)
    return member


def test_who_stands_in_what_was_sealed_stays_but_may_have_the_old_number_again(store, head_of_the_sealed):
    assert left(store) == ["Telephone"]
    journal.undo(store)
    assert office.names(store.folder) == ["Асан"]
    assert [row[4] for row in office.rows(store.folder)["member"]] == [""]


def test_a_change_of_the_same_row_before_a_lost_one_is_lost_too(store):
    member = office.add_member(store).made
    change(store, "First number", lambda session: phone(session, member, "1"))
    meeting = office.add_meeting(store).made

    def both(session):
        phone(session, member, "2")
        session.get_one(kept.Meeting, meeting).number = 5

    change(store, "Number and telephone", both)
    change(store, "Third number", lambda session: phone(session, member, "3"))
    office.seal(store, meeting)
    assert left(store) == ["Third number"]
    journal.undo(store)
    assert [row[4] for row in office.rows(store.folder)["member"]] == ["2"]
