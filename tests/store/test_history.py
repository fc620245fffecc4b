import datetime

from sqlalchemy import select

from ayil_desktop.language.message import Message
from ayil_desktop.store import history as histories
from ayil_desktop.store import journal
from ayil_desktop.store.work import work
from tests.store import office
from tests.store import records as kept


def told(line):
    return [(change.name, str(change.text)) for change in line.changes]


def change(store, name, act):
    with work(store, Message(name)) as session:
        act(session)


def test_each_step_is_a_line_with_its_moment_and_the_newest_is_first(store):
    office.add_member(store, "Асан")
    office.add_meeting(store)
    newest, oldest = journal.history(store)
    assert (str(newest.message), str(oldest.message)) == ("Plan meeting 1", "Add Асан")
    assert datetime.datetime.now(datetime.UTC) - newest.at < datetime.timedelta(minutes=1)


def test_a_changed_field_is_told_with_its_old_and_its_new_value(store):
    made = office.add_member(store, "Асан", phone="+996 555").made
    change(store, "Change", lambda session: session.get_one(kept.Member, made).__setattr__("phone", "+996 777"))
    (line, _) = journal.history(store)
    (only,) = line.changes
    assert (only.subject, only.name, only.old, only.new) == ("commission", "Асан", "+996 555", "+996 777")
    assert str(only.text) == "Telephone: +996 555 → +996 777"


def test_private_and_technical_columns_are_never_told(store):
    made = office.add_member(store, "Асан", minority=True, folded="асан").made
    change(store, "Change", lambda session: session.get_one(kept.Member, made).__setattr__("minority", False))
    change(store, "Delete", lambda session: session.delete(session.get_one(kept.Member, made)))
    lines = journal.history(store)
    words = " ".join(text for line in lines for _, text in told(line))
    assert "Minority" not in words and "Folded" not in words
    assert lines[1].changes == ()


def test_a_new_record_is_told_by_what_it_holds_and_a_removed_one_by_what_it_held(store):
    made = office.add_member(store, "Асан", joined=datetime.date(2019, 3, 13), is_present=True).made
    change(store, "Delete", lambda session: session.delete(session.get_one(kept.Member, made)))
    removed, added = journal.history(store)
    assert told(added) == [
        ("Асан", "Name: — → Асан"),
        ("Асан", "From: — → 13.03.2019"),
        ("Асан", "Present: — → yes"),
    ]
    assert ("Асан", "Name: Асан → —") in told(removed)


def test_several_changes_of_one_record_in_one_step_are_told_as_one(store):
    def act(session):
        member = kept.Member(name="Асан", phone="1")
        session.add(member)
        session.flush()
        member.phone = "2"
        session.flush()
        member.phone = "3"
        passing = kept.Member(name="Үсөн")
        session.add(passing)
        session.flush()
        session.delete(passing)

    change(store, "Add", act)
    (line,) = journal.history(store)
    assert told(line) == [("Асан", "Name: — → Асан"), ("Асан", "Telephone: — → 3"), ("Асан", "Present: — → no")]


def test_links_are_told_by_the_names_of_what_they_lead_to(store):
    member, meeting = office.add_member(store, "Асан").made, office.add_meeting(store, items=1).made
    change(store, "Preside", lambda session: session.get_one(kept.Meeting, meeting).__setattr__("head_id", member))

    def vote(session):
        item = session.scalars(select(kept.Item)).one()
        session.add(kept.Vote(meeting_id=meeting, item_id=item.id, member_id=member, choice=kept.Choice.FOR))

    change(store, "Vote", vote)
    voted, presided, *_ = journal.history(store)
    assert told(presided) == [("1", "Presiding: — → Асан")]
    assert told(voted) == [("", "Member: — → Асан"), ("", "Vote: — → For")]
    change(store, "Delete", lambda session: session.get_one(kept.Meeting, meeting).__setattr__("head_id", None))
    change(store, "Delete", lambda session: session.delete(session.get_one(kept.Member, member)))
    *_, presided, _, _ = journal.history(store)
    assert told(presided) == [("1", "Presiding: — → removed since")]


def test_of_a_large_value_only_what_differs_is_told(store):
    made = office.add_member(store, marks={"quorum": 8, "name": "x"}).made
    change(
        store,
        "Change",
        lambda session: session.get_one(kept.Member, made).__setattr__("marks", {"quorum": 9, "name": "x"}),
    )
    line, added = journal.history(store)
    assert told(line) == [("Асан", 'Marks: {"quorum": 8} → {"quorum": 9}')]
    assert ("Асан", 'Marks: — → {"name": "x", "quorum": 8}') in told(added)


def test_a_record_may_say_by_which_column_it_is_called(store):
    change(store, "Add", lambda session: session.add(kept.Order(group="first")))
    (line,) = journal.history(store)
    assert told(line) == [("first", "Group: — → first")]


def test_a_member_of_an_enumeration_without_a_word_is_told_as_it_is_kept(store, monkeypatch):
    monkeypatch.setattr(kept.Vote, "words", {})
    meeting = office.add_meeting(store, items=1).made

    def vote(session):
        item = session.scalars(select(kept.Item)).one()
        session.add(kept.Vote(meeting_id=meeting, item_id=item.id, choice=kept.Choice.AGAINST))

    change(store, "Vote", vote)
    assert told(journal.history(store)[0]) == [("", "Vote: — → against")]


def test_undoing_and_doing_again_are_lines_too(store):
    office.add_member(store, "Асан")
    journal.undo(store)
    journal.redo(store)
    again, undone, first = journal.history(store)
    assert [line.kind for line in (again, undone, first)] == ["redo", "undo", "work"]
    assert "Add Асан" in str(undone.message) and "Add Асан" in str(again.message)
    assert told(again) == told(first)


def test_the_history_follows_the_language_of_the_screen(store, language):
    office.add_member(store, "Асан")
    kept_message = journal.history(store)[0].message
    assert kept_message == Message("Add {name}", name="Асан")


def test_the_lines_of_one_subject_can_be_asked_for_and_so_many_as_wanted(store):
    for number in range(3):
        office.add_meeting(store, number)
    office.add_member(store)
    assert [str(line.message) for line in journal.history(store, subject="commission")] == ["Add Асан"]
    assert len(journal.history(store, subject="meetings")) == 3
    assert len(journal.history(store, limit=2)) == 2


def test_of_a_long_paste_the_rest_is_a_number(store, monkeypatch):
    monkeypatch.setattr(histories, "ROWS_SHOWN", 5)
    change(store, "Paste", lambda session: session.add_all([kept.Member(name=f"M{n}") for n in range(8)]))
    (line,) = journal.history(store)
    assert len({name for name, _ in told(line)}) == 5
    assert line.left_out == 3
