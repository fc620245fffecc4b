"""Sealing the minutes: what it needs, what it forbids afterwards, and what breaks the chain."""

import json
from datetime import date

import pytest
from sqlalchemy import text

from ayil_desktop import command_line
from ayil_desktop.commission import body_actions
from ayil_desktop.commission import records as commission_records
from ayil_desktop.commission.records import Membership, Role
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    annexes,
    attendance_actions,
    candidate_actions,
    decision_actions,
    handouts,
    invited_actions,
    last_days,
    minutes,
    minutes_actions,
    opinion_actions,
    sealing,
    selections,
    session_actions,
    signing,
    speech_actions,
    steps,
)
from ayil_desktop.meetings.choices import (
    Change,
    DeliveryKind,
    FollowUpState,
    ItemKind,
    ItemState,
    PartyRole,
    Presence,
    State,
)
from ayil_desktop.meetings.decision_actions import Party
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.steps import Step
from ayil_desktop.office import actions as office_actions
from ayil_desktop.office.records import Person
from ayil_desktop.refused import Refused
from ayil_desktop.store import frozen, journal
from ayil_desktop.store.base import Record
from ayil_desktop.store.work import reading, work
from ayil_desktop.transfer import exchange
from tests.meetings import stories

SCAN = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00 This program cannot be run in DOS mode."


@pytest.fixture(autouse=True)
def english(language):
    language("en")


def faults(commission):
    """What the check of an office says of the seals of this body."""
    with reading(commission.store) as session:
        whole = selections.whole_meetings(session, commission.body_id)
        now = {
            one.id: sealing.content(one, minutes.sections(one, stories.day_of(commission), "ky"))
            for one in whole
            if one.seal
        }
        return [str(one) for one in sealing.faults(selections.seals(session, commission.body_id), now)]


def forge(commission, statement, **values):
    """Raw SQL with the guards lifted: somebody with the key and another program."""
    with commission.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = OFF")
        frozen.lift(connection)
        connection.execute(text(statement), values)
        frozen.lay(connection, Record.metadata)
        connection.commit()
        connection.exec_driver_sql("PRAGMA query_only = ON")


def attach(commission, content, name):
    return minutes_actions.attach_scan(commission.store, meeting_id=commission.meeting_id, content=content, name=name)


# What sealing needs


def test_sealing_needs_a_scan_or_the_reason_why_there_is_none(commission):
    stories.held(commission)
    with pytest.raises(Refused) as no:
        stories.seals(commission, reason="  ")
    assert no.value.field == "no_scan_reason"
    assert commission.meeting.state is State.HELD
    attach(commission, SCAN, "протокол.pdf")
    assert stories.seals(commission, reason="").state is State.SIGNED


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (PROGRAM, "скан.jpg", "whatever its name says"),
        (b"\x89PNG\r\n\x1a\n....", "скан.png", "damaged or was cut off"),
        (b"", "скан.pdf", "is empty"),
    ],
)
def test_a_scan_is_known_by_its_content(commission, content, name, said):
    stories.held(commission)
    with pytest.raises(Refused, match=said):
        attach(commission, content, name)
    assert commission.meeting.scans == []


def test_minutes_that_contradict_the_facts_are_not_sealed(commission):
    stories.held(commission)
    minutes_actions.edit_section(
        commission.store, meeting_id=commission.meeting_id, language="ky", key="attendance", text="Сегиз мүчө."
    )
    commission.marks(9, Presence.EXCUSED, "ооруп калган")
    with pytest.raises(Refused) as no:
        stories.seals(commission)
    assert no.value.field == "sections"
    minutes_actions.keep_correction(commission.store, meeting_id=commission.meeting_id, language="ky", key="attendance")
    assert stories.seals(commission).seal is not None


@pytest.mark.clause("CN-5.4.7")
@pytest.mark.parametrize("signed_on", [date(2019, 3, 12), date(2019, 3, 21)])
def test_the_day_of_signing_is_recorded_and_cannot_be_wrong(commission, signed_on):
    stories.held(commission)
    with pytest.raises(Refused) as no:
        minutes_actions.seal(
            commission.store,
            meeting_id=commission.meeting_id,
            signed_on=signed_on,
            today=date(2019, 3, 20),
            no_scan_reason="Сканер иштебейт",
        )
    assert no.value.field == "signed_on"
    assert commission.meeting.state is State.HELD
    assert stories.seals(commission).seal.signed_on == stories.SIGNED


# The act of a meeting that was not held


def fails(commission, **plan):
    """Too few came; the meeting ends without any decision."""
    commission.meets(present=4, **plan)
    return stories.closes(commission)


def test_the_act_of_a_meeting_that_was_not_held_is_sealed_like_minutes(commission):
    fails(commission)
    with pytest.raises(Refused, match="the signed act") as no:
        stories.seals(commission, reason="")
    assert no.value.field == "no_scan_reason"
    attach(commission, SCAN, "акт.pdf")
    meeting = stories.seals(commission, reason="")
    assert (meeting.state, meeting.number, meeting.seal.link) == (State.NOT_HELD_SIGNED, None, 1)
    sealed = {one["key"]: one["text"] for one in json.loads(meeting.seal.content)["minutes"]}
    assert sealed["outcome"] == "Кворум болбогондуктан отурум өткөрүлгөн жок."
    assert "Кворум жок" in sealed["attendance"]
    assert faults(commission) == []


def test_acts_and_minutes_of_a_body_hang_in_one_chain(commission):
    first = stories.sealed(commission).seal
    fails(commission, day=date(2019, 4, 10))
    act = stories.seals(commission, signed_on=date(2019, 4, 10)).seal
    last = stories.sealed(commission, day=date(2019, 5, 15), signed_on=date(2019, 5, 16)).seal
    assert [one.link for one in (first, act, last)] == [1, 2, 3]
    assert (act.previous_hash, last.previous_hash) == (first.chain_hash, act.chain_hash)
    assert faults(commission) == []
    forge(commission, "UPDATE attendance SET presence = 'present' WHERE meeting_id = :id", id=act.meeting_id)
    assert faults(commission) == ["Seal 2 of 10.04.2019: the records differ from what was sealed."]


def test_a_sealed_act_is_not_made_minutes_by_a_forged_state(commission):
    meeting = fails(commission)
    stories.seals(commission)
    forge(commission, "UPDATE meeting SET state = 'signed' WHERE id = :id", id=meeting.id)
    assert any("the records differ from what was sealed" in one for one in faults(commission))


def test_a_sealed_act_is_carried_to_another_office_with_its_seal(commission, store, tmp_path, capsys):
    stories.sealed(commission)
    fails(commission, day=date(2019, 4, 10))
    attach(commission, SCAN, "акт.pdf")
    stories.seals(commission, signed_on=date(2019, 4, 12), reason="")
    content = exchange.collected(store, "0")
    (tmp_path / "a.json").write_text(json.dumps(content), "utf-8")
    words = ["--language", "en"]
    assert command_line.main(["import", str(tmp_path / "b.ayil"), str(tmp_path / "a.json"), *words]) == 0
    assert command_line.main(["export", str(tmp_path / "b.ayil"), str(tmp_path / "b.json"), *words]) == 0
    again = json.loads((tmp_path / "b.json").read_text("utf-8"))
    assert (again["records"], again["files"]) == (content["records"], content["files"])
    capsys.readouterr()
    command_line.main(["check", str(tmp_path / "b.ayil"), *words])
    assert "Seal" not in capsys.readouterr().out
    act = next(one for one in content["records"]["meeting"] if one["state"] == "not_held_signed")
    act["state"] = "not_held"
    (tmp_path / "a.json").write_text(json.dumps(content), "utf-8")
    assert command_line.main(["import", str(tmp_path / "c.ayil"), str(tmp_path / "a.json"), *words]) == command_line.NO
    assert "The minutes are sealed, so the meeting is signed." in capsys.readouterr().err


@pytest.mark.clause("CN-5.6.6a")
def test_nothing_of_a_sealed_act_can_be_changed_but_a_note_stands_beside_it(commission, store):
    fails(commission)
    stories.seals(commission)
    for action in (
        lambda: session_actions.reopen_session(store, meeting_id=commission.meeting_id),
        lambda: commission.marks(9, Presence.PRESENT),
        lambda: attach(commission, SCAN, "акт.pdf"),
        lambda: minutes_actions.edit_section(
            store, meeting_id=commission.meeting_id, language="ky", key="head", text="x"
        ),
        lambda: actions.record_instruction(store, meeting_id=commission.meeting_id, on=date(2019, 3, 12)),
    ):
        with pytest.raises(Refused, match="The act is sealed"):
            action()
    minutes_actions.add_note(
        store,
        meeting_id=commission.meeting_id,
        on=date(2019, 4, 1),
        today=date(2019, 4, 1),
        text="5 мүчө келген деп окулсун.",
    )
    document = handouts.minutes(stories.paper(commission), "ky")
    said = stories.lines(document)
    assert "АКТ" in said and any(one.endswith("5 мүчө келген деп окулсун.") for one in said)
    assert sealing.shown(commission.meeting.seal) in document.footer
    assert faults(commission) == []


def test_the_act_is_corrected_by_hand_and_told_when_it_contradicts_the_facts(commission, store):
    fails(commission)
    minutes_actions.edit_section(
        store, meeting_id=commission.meeting_id, language="ky", key="attendance", text="Төрт мүчө келди."
    )
    session_actions.reopen_session(store, meeting_id=commission.meeting_id)
    commission.marks(9, Presence.EXCUSED, "ооруп калган")
    stories.closes(commission)
    lacks = [str(one.text) for one in steps.lacks(commission.meeting, stories.day_of(commission), Step.MINUTES)]
    assert "1 part contradicts the facts" in lacks and "The act is not signed and sealed yet" in lacks
    with pytest.raises(Refused) as no:
        stories.seals(commission)
    assert no.value.field == "sections"


def test_an_act_is_not_sealed_where_the_roster_gives_a_quorum_by_now(commission, store):
    """Five of eleven came; then it turns out that two had left the commission before."""
    commission.meets(present=5)
    stories.closes(commission)
    with work(store, Message("Correct the roster")) as session:
        for row in session.query(Membership).filter(Membership.person_id.in_([commission.id(10), commission.id(11)])):
            row.ends = date(2019, 3, 1)
    lacks = [str(one.text) for one in steps.lacks(commission.meeting, stories.day_of(commission), Step.MINUTES)]
    said = "By the attendance there was a quorum: open the session again and close it anew"
    assert said in lacks
    with pytest.raises(Refused, match=said):
        stories.seals(commission)
    session_actions.reopen_session(store, meeting_id=commission.meeting_id)
    agenda_actions.set_item_state(store, item_id=commission.item().id, state=ItemState.WITHDRAWN, reason="эрте")
    assert stories.closes(commission).state is State.HELD


# What it forbids


def full_meeting(commission):
    """Sealed with a row in every table that a seal covers."""
    store = commission.store
    commission.meets(present=8, items=(ItemKind.DECISION, ItemKind.COMPOSITION))
    first, second = commission.item(1).id, commission.item(2).id
    invited_actions.invite(store, meeting_id=commission.meeting_id, name="Конок Асан")
    agenda_actions.attach_to_item(store, item_id=first, content=SCAN, name="a.pdf")
    speech_actions.record_speech(store, item_id=first, name="Конок Асан", text="сөз")
    candidate_actions.add_candidate(store, item_id=second, change=Change.INCLUDE, name="Жаңы Киши")
    attendance_actions.recuse(store, item_id=second, person_id=commission.id(8))
    attendance_actions.record_movement(store, item_id=second, person_id=commission.id(7), arrives=False)
    opinion_actions.give_written_opinion(store, item_id=first, person_id=commission.id(11), text="макулмун")
    commission.votes(1, for_=range(1, 9))
    decision = stories.decides(commission, parties=[Party(PartyRole.RESPONSIBLE, "Асанов Үсөн")])
    decision_actions.add_part(store, decision_id=decision, text_ky="Биринчи бөлүк")
    agenda_actions.set_item_state(store, item_id=second, state=ItemState.POSTPONED, reason="эрте")
    stories.closes(commission)
    minutes_actions.edit_section(store, meeting_id=commission.meeting_id, language="ky", key="head", text="Үлгү айылы")
    stories.dissents(commission, 5, date(2019, 3, 14))
    attach(commission, SCAN, "протокол.pdf")
    stories.seals(commission, reason="")


@pytest.mark.clause("CN-5.6.6a")
def test_what_a_seal_covers_can_be_deleted_changed_or_added_to_in_no_table(commission):
    full_meeting(commission)
    frozen_tables = [table for table in Record.metadata.sorted_tables if table.info["frozen_by"]]
    assert len(frozen_tables) >= 16
    for table in frozen_tables:
        names = [f'"{column.name}"' for column in table.columns]
        with reading(commission.store) as session:
            assert session.execute(table.select()).first(), f"{table.name} has no row to try"
        for act in (
            f'DELETE FROM "{table.name}"',
            f'UPDATE "{table.name}" SET changed_at = created_at',
            f'REPLACE INTO "{table.name}" ({", ".join(names)}) SELECT {", ".join(names)} FROM "{table.name}"',
        ):
            with pytest.raises(Refused, match="sealed"), work(commission.store, Message("Delete")) as session:
                session.execute(text(act))
    assert faults(commission) == []


def test_an_opinion_that_comes_after_the_sealing_is_no_part_of_it(commission):
    full_meeting(commission)
    late = stories.dissents(commission, 6, date(2019, 4, 1))
    with work(commission.store, Message("Delete")) as session:
        session.execute(text("UPDATE dissenting_opinion SET text = 'x' WHERE id = :late"), {"late": late})
    with pytest.raises(Refused, match="sealed"), work(commission.store, Message("Delete")) as session:
        session.execute(text("UPDATE dissenting_opinion SET text = 'x' WHERE id <> :late"), {"late": late})
    minutes_actions.remove_dissent(commission.store, opinion_id=late)
    assert faults(commission) == []


@pytest.mark.clause("CN-5.6.6a")
def test_sealed_rows_cannot_be_changed_by_any_action_or_by_undo(commission, store):
    stories.sealed(commission)
    for action in (
        lambda: commission.marks(1, Presence.EXCUSED),
        lambda: commission.votes(for_=[1]),
        lambda: actions.record_instruction(store, meeting_id=commission.meeting_id, on=date(2019, 3, 12)),
        lambda: minutes_actions.edit_section(
            store, meeting_id=commission.meeting_id, language="ky", key="head", text="x"
        ),
        lambda: decision_actions.remove_decision(store, decision_id=commission.item().decisions[0].id),
    ):
        with pytest.raises(Refused):
            action()
    assert store.sitting.undo_step is None


def test_what_is_not_sealed_can_still_be_undone_after_the_sealing(commission, store):
    stories.held(commission)
    sealed = commission.meeting_id
    commission.plans(day=date(2019, 6, 13))
    office_actions.change_person(
        store, person_id=commission.id(9), values={"phone": "0555 12 34 56"}, today=date(2019, 3, 15)
    )
    minutes_actions.seal(
        store, meeting_id=sealed, signed_on=stories.SIGNED, today=stories.SIGNED, no_scan_reason="Сканер иштебейт"
    )
    titles = [str(one.title) for one in store.sitting.undo]
    assert len(titles) == 3
    journal.undo(store)
    with reading(store) as session:
        assert session.get_one(Person, commission.id(9)).phone == ""
    while journal.undo(store):
        pass
    with reading(store) as session:
        assert [one.id for one in selections.meetings_list(session)] == [sealed]
    commission.meeting_id = sealed
    assert faults(commission) == []


@pytest.mark.clause("CN-5.6.6a")
def test_rows_changed_past_the_program_are_refused_by_the_file(commission):
    stories.sealed(commission)
    with pytest.raises(Refused, match="sealed"), work(commission.store, Message("Forge")) as session:
        session.execute(text("UPDATE vote_round SET count_for = 11"))


@pytest.mark.clause("CN-5.6.5")
def test_sending_and_follow_up_go_on_after_the_sealing(commission, store):
    stories.sealed(commission)
    actions.deliver_to_all(store, meeting_id=commission.meeting_id, kind=DeliveryKind.MINUTES, on=stories.SIGNED)
    actions.post_information(store, meeting_id=commission.meeting_id, on=stories.SIGNED, where="Тактада")
    decision_actions.follow_up(
        store,
        decision_id=commission.item().decisions[0].id,
        state=FollowUpState.DONE,
        on=date(2019, 4, 1),
        note="Аткарылды",
    )
    assert faults(commission) == []


@pytest.mark.clause("CN-5.6.6a")
@pytest.mark.parametrize(
    ("held", "until"), [(date(2018, 12, 24), date(2021, 12, 24)), (date(2020, 2, 29), date(2023, 2, 28))]
)
def test_minutes_are_kept_for_three_years(commission, held, until):
    assert last_days.kept_until(stories.charter_on(commission, held), held) == until


def test_without_a_term_nothing_is_said_of_the_archive(a_commission):
    assert (
        last_days.kept_until(
            stories.charter_on(a_commission(charter="naryn-council"), date(2014, 5, 28)), date(2014, 5, 28)
        )
        is None
    )


# The chain


def test_seals_of_a_body_hang_together(commission):
    first = stories.sealed(commission).seal
    second = stories.sealed(commission, day=date(2019, 4, 10), signed_on=date(2019, 4, 12)).seal
    assert (first.link, second.link) == (1, 2)
    assert (first.previous_hash, second.previous_hash) == ("", first.chain_hash)
    assert second.chain_hash == sealing.chained(first.chain_hash, sealing.digest(second.content))
    assert sealing.shown(second) == " ".join(second.chain_hash[at : at + 4] for at in (0, 4, 8, 12))
    assert faults(commission) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE vote_round SET count_for = 11", "the records differ from what was sealed"),
        ("UPDATE decision SET text_ky = 'Башка чечим'", "the records differ from what was sealed"),
        ("UPDATE attendance SET presence = 'present'", "the records differ from what was sealed"),
        ("DELETE FROM round_member", "the records differ from what was sealed"),
        ("UPDATE seal SET content = replace(content, 'Чечим', 'Чочим')", "it does not match its own content"),
        ("UPDATE seal SET previous_hash = 'x'", "the chain is broken before it"),
    ],
)
def test_what_was_forged_is_found(commission, statement, said):
    stories.sealed(commission)
    forge(commission, statement)
    assert any(said in fault for fault in faults(commission)), faults(commission)


def test_minutes_that_were_taken_out_of_the_chain_leave_a_gap(commission):
    stories.sealed(commission)
    stories.sealed(commission, day=date(2019, 4, 10), signed_on=date(2019, 4, 12))
    forge(commission, "DELETE FROM seal WHERE link = 1")
    assert any("the chain is broken" in fault for fault in faults(commission))


def test_a_seal_made_anew_for_forged_facts_breaks_the_next_one(commission):
    first = stories.sealed(commission).seal
    stories.sealed(commission, day=date(2019, 4, 10), signed_on=date(2019, 4, 12))
    content = first.content.replace("Чечим", "Чочим")
    digest = sealing.digest(content)
    forge(commission, "UPDATE decision SET text_ky = replace(text_ky, 'Чечим', 'Чочим') WHERE meeting_id = :id",
          id=first.meeting_id)  # fmt: skip
    forge(
        commission,
        "UPDATE seal SET content = :content, content_hash = :hash, chain_hash = :chain WHERE link = 1",
        content=content,
        hash=digest,
        chain=sealing.chained("", digest),
    )
    assert ["the chain is broken before it" in fault for fault in faults(commission)] == [True]


def test_the_same_facts_always_give_the_same_content(commission):
    meeting = stories.sealed(commission)
    found = stories.day_of(commission)
    again = sealing.content(
        commission.meeting,
        sealing.sections(meeting, found, "ky"),
        russian=sealing.sections(meeting, found, "ru"),
        signatories=signing.of_minutes(commission.meeting, found),
        head=json.loads(meeting.seal.content)["head"],
    )
    assert again == meeting.seal.content
    kept = json.loads(again)
    assert set(kept) == {"facts", "head", "people", "minutes", "translation", "signatures"}
    assert kept["head"]["body"]["ky"] == "Жумушчу комиссия"
    assert kept["people"][commission.id(1)] == "Үлгүбаев Айбек"


# What may change afterwards without breaking it


@pytest.mark.clause("CN-5.6.6a")
def test_the_head_of_sealed_minutes_keeps_the_names_under_which_they_were_signed(commission, store):
    office_actions.change_office(store, values={"name_ky": "Үлгү айыл өкмөтү", "place_ky": "Үлгү айылы"})
    stories.held(commission)
    stories.seals(commission)
    before = stories.lines(handouts.minutes(stories.paper(commission), "ky"))
    with reading(store) as session:
        (name,) = commission_records.body(session, commission.body_id).names
    body_actions.change_name(store, name_id=name.id, values={"name_ky": "Башка комиссия"})
    office_actions.change_office(store, values={"place_ky": "Жаңы айыл"})
    after = stories.lines(handouts.minutes(stories.paper(commission), "ky"))
    assert after == before and any("Үлгү айылы" in line for line in after)
    assert not any("Башка комиссия" in line or "Жаңы айыл" in line for line in after)
    assert faults(commission) == []


def test_a_person_may_be_renamed_later(commission, store):
    stories.sealed(commission)
    office_actions.change_person(
        store, person_id=commission.id(2), values={"name": "Башкаева Гүлзат"}, today=date(2020, 1, 1)
    )
    assert faults(commission) == []
    said = "\n".join(one.text for one in sealing.sections(commission.meeting, stories.day_of(commission), "ky"))
    assert "Мисалова Гүлзат" in said and "Башкаева" not in said


@pytest.mark.parametrize("tongue", ["ky", "ru"])
def test_sealed_minutes_keep_their_signatures_and_annexes_whatever_the_roster_says_later(commission, store, tongue):
    stories.held(commission)
    stories.dissents(commission, 4, date(2019, 3, 14))
    stories.seals(commission)
    before = stories.lines(handouts.minutes(stories.paper(commission), tongue))
    assert any(line.endswith("Н.Катчыбекова") for line in before) and any("Э.Бирбеков" in line for line in before)
    for number, name in ((3, "Жаңыбекова Нурзат"), (4, "Жаңыбеков Эрмек")):
        office_actions.change_person(
            store, person_id=commission.id(number), values={"name": name}, today=date(2020, 1, 1)
        )
    with work(store, Message("Correct the roster")) as session:
        for row in session.query(Membership).filter(Membership.person_id.in_([commission.id(3), commission.id(5)])):
            row.role = Role.MEMBER if row.person_id == commission.id(3) else Role.SECRETARY
    assert stories.lines(handouts.minutes(stories.paper(commission), tongue)) == before
    made = commission.item().decisions[0].id
    copied = stories.lines(handouts.excerpt(stories.paper(commission), tongue, made))
    assert any(line.endswith("Н.Катчыбекова") for line in copied)


def test_a_later_program_may_word_the_minutes_otherwise(commission, monkeypatch):
    stories.sealed(commission)
    before = sealing.sections(commission.meeting, stories.day_of(commission), "ky")
    monkeypatch.setattr(catalogue.Catalogue, "text", lambda self, msgid: f"жаңы сөз {msgid}")
    now = minutes.sections(commission.meeting, stories.day_of(commission), "ky")
    assert [one.text for one in now] != [one.text for one in before]
    assert sealing.sections(commission.meeting, stories.day_of(commission), "ky") == before
    assert faults(commission) == []


@pytest.mark.clause("CN-7.5a")
def test_a_late_opinion_is_kept_beside_sealed_minutes(commission):
    meeting = stories.sealed(commission)
    before = [one.text for one in sealing.sections(meeting, stories.day_of(commission), "ky")]
    made = stories.dissents(commission, 5, date(2019, 3, 19))
    assert faults(commission) == []
    found = annexes.of(commission.meeting, stories.day_of(commission), "en")
    assert [(one.author, one.is_late, one.after_sealing) for one in found] == [("Экибаева Сайра", True, True)]
    assert [one.text for one in sealing.sections(commission.meeting, stories.day_of(commission), "ky")] == before
    minutes_actions.remove_dissent(commission.store, opinion_id=made)
    assert commission.meeting.opinions == []


@pytest.mark.clause("CN-7.5a")
@pytest.mark.parametrize(
    ("held", "received", "late"),
    [
        (date(2019, 3, 13), date(2019, 3, 18), False),
        (date(2019, 3, 13), date(2019, 3, 19), True),
        (date(2019, 3, 19), date(2019, 3, 25), False),
        (date(2019, 3, 19), date(2019, 3, 26), True),
    ],
)
def test_the_third_working_day_is_the_last_one(commission, held, received, late):
    stories.held(commission, day=held)
    stories.dissents(commission, 5, received)
    (found,) = annexes.of(commission.meeting, stories.day_of(commission), "en")
    assert found.is_late is late


def test_an_opinion_sealed_with_the_minutes_stays(commission):
    stories.held(commission)
    made = stories.dissents(commission, 5, date(2019, 3, 14))
    stories.seals(commission)
    with pytest.raises(Refused, match="sealed with the minutes"):
        minutes_actions.remove_dissent(commission.store, opinion_id=made)
    forge(commission, "DELETE FROM dissenting_opinion")
    assert any("the records differ" in fault for fault in faults(commission))


def test_only_a_member_dissents_and_not_before_the_meeting(commission, store):
    stories.held(commission)
    with pytest.raises(Refused) as no:
        stories.dissents(commission, 5, date(2019, 3, 12))
    assert no.value.field == "received_on"
    with pytest.raises(Refused) as no:
        minutes_actions.receive_dissent(
            store, meeting_id=commission.meeting_id, person_id="x", received_on=date(2019, 3, 14), text="Каршымын"
        )
    assert (no.value.field, no.value.clause) == ("person_id", "CN-7.5a")


def test_a_correction_is_a_dated_note_beside_sealed_minutes(commission, store):
    stories.held(commission)
    may = date(2019, 5, 2)
    note = {"meeting_id": commission.meeting_id, "on": may, "today": may, "text": "Кворум 6 деп окулсун."}
    with pytest.raises(Refused, match="not sealed"):
        minutes_actions.add_note(store, **note)
    stories.seals(commission)
    minutes_actions.add_note(store, **note, author="Катчыбекова Нурзат")
    (kept,) = commission.meeting.notes
    assert (kept.on, kept.text, kept.author) == (date(2019, 5, 2), "Кворум 6 деп окулсун.", "Катчыбекова Нурзат")
    assert faults(commission) == []


def test_a_written_opinion_counts_nothing_and_is_attached(commission, store):
    commission.meets(present=6)
    opinion_actions.give_written_opinion(
        store,
        item_id=commission.item().id,
        person_id=commission.id(9),
        text="Колдоймун.",
        received_on=date(2019, 3, 12),
    )
    commission.votes(for_=[1, 2, 3], against=[4, 5, 6])
    assert (commission.item().rounds[0].count_for, commission.item().rounds[0].count_against) == (3, 3)
    (found,) = annexes.of(commission.meeting, stories.day_of(commission), "en")
    assert (found.author, found.text, found.has_page) == ("Алтыбаева Үмүт", "Колдоймун.", True)


def test_the_seal_says_what_it_was_made_of(commission):
    meeting = stories.sealed(commission)
    with reading(commission.store) as session:
        assert session.get(Meeting, meeting.id).state is State.SIGNED
    assert meeting.seal.no_scan_reason == "Сканер иштебейт"
    facts = json.loads(meeting.seal.content)["facts"]
    assert facts["meeting"]["number"] == 1
    assert [one["text_ky"] for one in facts["items"][0]["decisions"]] == ["Чечим 1 бекитилсин."]


def test_a_russian_correction_that_the_facts_left_behind_keeps_the_minutes_from_the_seal(commission, language):
    language("en")
    stories.held(commission)
    named = {"meeting_id": commission.meeting_id, "language": "ru", "key": "attendance"}
    minutes_actions.edit_section(commission.store, **named, text="Присутствовали восемь членов.")
    lack = "1 part of the Russian text contradicts the facts"
    assert lack not in [
        str(one.text) for one in steps.lacks(commission.meeting, stories.day_of(commission), Step.MINUTES)
    ]
    commission.marks(9, Presence.EXCUSED, "ооруп калган")
    assert lack in [str(one.text) for one in steps.lacks(commission.meeting, stories.day_of(commission), Step.MINUTES)]
    with pytest.raises(Refused) as no:
        stories.seals(commission)
    assert (no.value.field, "Russian text" in str(no.value)) == ("sections", True)
    minutes_actions.keep_correction(commission.store, **named)
    assert stories.seals(commission).state is State.SIGNED
