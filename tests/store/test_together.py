"""Are several changes one step, of which all is kept or nothing?"""

import pytest

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.history import history
from ayil_desktop.store.together import together
from ayil_desktop.store.work import reading, work
from tests.store import office
from tests.store import records as kept

CUT = Message("Cut cells")


def names(store):
    with reading(store) as session:
        return sorted(one.name for one in session.query(kept.Member))


def test_changes_made_together_are_undone_and_done_again_together(store):
    def both():
        office.add_member(store, "Асан")
        office.add_member(store, "Үсөн")

    done = together(store, CUT, both)
    assert (str(done.message), done.touched) == ("Cut cells", {"commission"})
    assert names(store) == ["Асан", "Үсөн"]
    assert store.sitting.undo_step == CUT
    assert [str(line.message) for line in history(store)] == ["Cut cells"]
    journal.undo(store)
    assert names(store) == []
    assert store.sitting.undo_step is None
    journal.redo(store)
    assert names(store) == ["Асан", "Үсөн"]


def test_a_no_to_one_leaves_nothing_of_the_others(store):
    def one_and_none():
        office.add_member(store, "Асан")
        raise Refused(Message("No."))

    with pytest.raises(Refused):
        together(store, CUT, one_and_none)
    assert names(store) == []
    assert store.sitting.undo_step is None
    office.add_member(store, "Үсөн")
    assert names(store) == ["Үсөн"]


def test_what_is_refused_and_told_beside_the_others_leaves_nothing_of_itself(store):
    def one_told():
        office.add_member(store, "Асан")
        try:
            with work(store, Message("Add")) as session:
                session.add(kept.Member(name="Жок"))
                session.flush()
                raise Refused(Message("No."))
        except Refused:
            pass

    together(store, CUT, one_told)
    assert names(store) == ["Асан"]


def test_what_is_read_between_them_holds_the_changes_before(store):
    seen = []
    together(store, CUT, lambda: (office.add_member(store, "Асан"), seen.append(names(store))))
    assert seen == [["Асан"]]
    with pytest.raises(RuntimeError, match="inside reading"):
        together(store, CUT, lambda: rename_while_reading(store))
    assert names(store) == ["Асан"]


def rename_while_reading(store):
    with reading(store) as session:
        session.query(kept.Member).one().name = "Үсөн"


def test_nothing_changed_is_no_step(store):
    assert together(store, CUT, lambda: None) is None
    assert store.sitting.undo_step is None


def test_what_ends_the_undo_stack_is_no_part_of_it(store):
    meeting = office.add_meeting(store).made
    with pytest.raises(RuntimeError, match="undo stack"):
        together(store, CUT, lambda: office.seal(store, meeting))
