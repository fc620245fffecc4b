"""Is a file refused that looks like an office and could never be one, with the place of the fault?"""

import base64
import hashlib
import json

import pytest

from ayil_desktop import command_line


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    """The samples as exported files, as texts."""
    folder = tmp_path_factory.mktemp("exports")
    found = {}
    for name in ("practice", "chet-nura"):
        assert command_line.main(["sample", name, str(folder / f"{name}.ayil")]) == 0
        assert command_line.main(["export", str(folder / f"{name}.ayil"), str(folder / f"{name}.json")]) == 0
        found[name] = (folder / f"{name}.json").read_text("utf-8")
    return found


@pytest.fixture
def refused(tmp_path, capsys):
    """What the command says to this content; no office comes of it."""

    def bring(content, language="en"):
        (tmp_path / "spoilt.json").write_text(json.dumps(content), "utf-8")
        words = ["import", str(tmp_path / "New.ayil"), str(tmp_path / "spoilt.json"), "--language", language]
        capsys.readouterr()
        assert command_line.main(words) == command_line.NO
        assert not (tmp_path / "New.ayil").exists()
        return capsys.readouterr().err

    return bring


def first(content, table, **values):
    """The number of the first row that has these values, and the row."""
    return next(
        (number, row)
        for number, row in enumerate(content["records"][table])
        if all(row[name] == value for name, value in values.items())
    )


def put(table, column, value, **which):
    """Spoil one value; answers the place that the refusal must name."""

    def spoil(content):
        number, row = first(content, table, **which)
        row[column] = value
        return f"records.{table}[{number}].{column}:"

    return spoil


def copied(table, **values):
    """One more row like the first one, with other values and an id of its own."""

    def spoil(content):
        rows = content["records"][table]
        rows.append({**rows[0], "id": "another", **values})
        return f"records.{table}[{len(rows) - 1}]"

    return spoil


def a_vote_of_an_absent_member(content):
    number, row = first(content, "round_member", present=False)
    row["vote"] = "for"
    return f"records.round_member[{number}].vote:"


def a_stranger_votes(content):
    outsider = {**content["records"]["person"][0], "id": "outsider", "name": "Кокус Киши"}
    content["records"]["person"].append(outsider)
    number, row = first(content, "round_member", present=True)
    row["person_id"] = "outsider"
    return f"records.round_member[{number}].person_id:"


def a_vote_on_another_meeting_s_matter(content):
    number, row = first(content, "vote_round")
    row["item_id"] = next(
        one["id"] for one in content["records"]["agenda_item"] if one["meeting_id"] != row["meeting_id"]
    )
    return f"records.vote_round[{number}].item_id:"


def two_meetings_with_one_number(content):
    held = [(place, row) for place, row in enumerate(content["records"]["meeting"]) if row["number"]]
    held[1][1]["number"] = held[0][1]["number"]
    return f"records.meeting[{held[1][0]}].number:"


def two_matters_with_one_number(content):
    rows = content["records"]["agenda_item"]
    number, row = next(
        (place, row)
        for place, row in enumerate(rows)
        if any(one["meeting_id"] == row["meeting_id"] for one in rows[:place])
    )
    row["place"] = next(one["place"] for one in rows[:number] if one["meeting_id"] == row["meeting_id"])
    return f"records.agenda_item[{number}].place:"


def an_end_before_the_begin(content):
    number, row = first(content, "meeting", state="signed")
    row["started_at"], row["ended_at"] = "11:00:00", "10:00:00"
    return f"records.meeting[{number}].ended_at:"


def a_seat_that_ends_before_it_begins(content):
    number, row = first(content, "membership")
    row["starts"], row["ends"] = "2020-02-02", "2020-02-01"
    return f"records.membership[{number}].ends:"


def two_seats_of_one_person(content):
    rows = content["records"]["membership"]
    rows.append({**rows[0], "id": "another"})
    return f"records.membership[{len(rows) - 1}].starts:"


def a_seal_of_an_unsigned_meeting(content):
    number, _ = first(content, "meeting", state="signed")
    content["records"]["meeting"][number]["state"] = "minutes_drafted"
    return f"records.meeting[{number}].state:"


def a_signed_meeting_without_a_seal(content):
    content["records"]["seal"].clear()
    number, _ = first(content, "meeting", state="signed")
    return f"records.meeting[{number}].state:"


def a_loop_of_links(content):
    of = {row["id"]: row for row in content["records"]["activity"]}
    one, two, *_ = [name for name, row in of.items() if row["task_id"] == next(iter(of.values()))["task_id"]]
    stamp = {name: content["records"]["activity"][0][name] for name in ("created_at", "changed_at")}
    content["records"]["link"] = [
        {"id": "there", "before_id": one, "after_id": two, **stamp},
        {"id": "back", "before_id": two, "after_id": one, **stamp},
    ]
    return "records.link[1].before_id:"


def a_strategy_that_ends_before_it_begins(content):
    content["records"]["strategy"][0].update(begins="2020-02-02", ends="2020-02-01")
    return "records.strategy[0].ends:"


def a_plan_that_was_never_approved(content):
    content["records"]["baseline"].clear()
    return "records.strategy[0].status:"


def a_setting_that_nobody_can_choose(content):
    stamp = {name: content["records"]["person"][0][name] for name in ("created_at", "changed_at")}
    content["records"]["setting"].append({"id": "own", "name": "meeting_number", "value": {"x": 1}, **stamp})
    return f"records.setting[{len(content['records']['setting']) - 1}].value:"


def a_scan_that_is_a_program(content):
    program = b"MZ\x90\x00" + b"\0" * 200
    sha256 = hashlib.sha256(program).hexdigest()
    content["files"].append({"sha256": sha256, "content": base64.b64encode(program).decode()})
    stamp = {name: content["records"]["person"][0][name] for name in ("created_at", "changed_at")}
    named = {"id": "scan", "sha256": sha256, "name": "scan.jpg", "media_type": "image/jpeg", "size": len(program)}
    content["records"]["attachment"].append({**named, **stamp})
    return "scan.jpg"


def a_scan_without_its_file(content):
    stamp = {name: content["records"]["person"][0][name] for name in ("created_at", "changed_at")}
    named = {"id": "scan", "sha256": "0" * 64, "name": "scan.jpg", "media_type": "image/jpeg", "size": 1}
    content["records"]["attachment"].append({**named, **stamp})
    return f"records.attachment[{len(content['records']['attachment']) - 1}].sha256:"


OF_THE_PRACTICE = {
    "a meeting of 1919": put("meeting", "date", "1919-03-13", state="signed"),
    "a notice of 1919": put("delivery", "on", "1919-03-06", kind="notice"),
    "a notice received before it was sent": put("delivery", "received_on", "2001-01-01", kind="notice"),
    "a notice received in 2099": put("delivery", "received_on", "2099-01-01", kind="notice"),
    "an opinion in writing of 2099": put("written_opinion", "received_on", "2099-03-06"),
    "a dissenting opinion of 2099": put("dissenting_opinion", "received_on", "2099-03-06"),
    "a progress of 2099": put("follow_up", "on", "2099-03-06"),
    "votes below zero": put("vote_round", "count_against", -1),
    "votes over the number present": put("vote_round", "count_for", 99),
    "votes by name that add up otherwise": put("vote_round", "count_for", 1, count_for=8),
    "more present than were counted": put("vote_round", "present", 1),
    "an outcome that does not follow": put("vote_round", "outcome", "rejected", outcome="adopted"),
    "an absent member votes": a_vote_of_an_absent_member,
    "a stranger votes": a_stranger_votes,
    "a vote on another meeting's matter": a_vote_on_another_meeting_s_matter,
    "two meetings with one number": two_meetings_with_one_number,
    "a planned meeting with a number": put("meeting", "number", 9, state="planned"),
    "two matters with one number": two_matters_with_one_number,
    "a meeting that ends before it begins": an_end_before_the_begin,
    "a seat that ends before it begins": a_seat_that_ends_before_it_begins,
    "two seats of one person": two_seats_of_one_person,
    "two offices": copied("office"),
    "somebody without a name": put("person", "name", " "),
    "somebody born with the world": put("person", "birth_year", 5),
    "a telephone of letters": put("person", "phone", "<b>"),
    "a practice office that is one perhaps": put("office", "is_practice", "perhaps"),
    "a setting that nobody can choose": a_setting_that_nobody_can_choose,
    "numbers of a charter that are none": put("charter_version", "numbers", {"x": [1]}),
    "a quorum of nine halves": put("charter_version", "numbers", {"numbers": {"quorum": {"value": 9}}, "groups": []}),
    "a decision due before it was taken": put("decision", "due_on", "1999-01-01", due_kind="date"),
    "a term without a day": put("decision", "due_on", None, due_kind="date"),
    "a seal that is no JSON": put("seal", "content", "бузулган"),
    "a seal of something else": put("seal", "content", '{"minutes": [1], "facts": {}}'),
    "a seal of an unsigned meeting": a_seal_of_an_unsigned_meeting,
    "a signed meeting without a seal": a_signed_meeting_without_a_seal,
    "a number too large": put("meeting", "number", 10**30, state="planned"),
    "a scan that is a program": a_scan_that_is_a_program,
    "a scan without its file": a_scan_without_its_file,
}

OF_THE_STRATEGY = {
    "a loop of links": a_loop_of_links,
    "a plan that was never approved": a_plan_that_was_never_approved,
    "an approved plan of another shape": put("baseline", "content", {"title": "x", "services": [{"id": 1}]}),
    "a text of another shape": put("strategy_section", "blocks", [{"kind": "list", "items": "one"}]),
    "products that are no list": put("activity", "products", "киреше"),
    "votes of fewer than nobody": put("priority_service", "votes", -3),
    "a result of no plan": put("indicator", "task_id", None, priority_id=None),
    "a strategy that ends before it begins": a_strategy_that_ends_before_it_begins,
}


@pytest.mark.parametrize("spoil", OF_THE_PRACTICE.values(), ids=OF_THE_PRACTICE)
def test_what_no_meeting_can_hold_is_not_imported(exports, refused, spoil):
    content = json.loads(exports["practice"])
    place = spoil(content)
    assert place in refused(content)


@pytest.mark.parametrize("spoil", OF_THE_STRATEGY.values(), ids=OF_THE_STRATEGY)
def test_what_no_strategy_can_hold_is_not_imported(exports, refused, spoil):
    content = json.loads(exports["chet-nura"])
    place = spoil(content)
    assert place in refused(content)


WRONG = {
    "of another kind": (put("person", "birth_year", "көп"), "сан", "число"),
    "no day": (put("meeting", "date", "31.02.2026"), "күн", "день"),
    "none of the choices": (put("person", "sex", "x"), "булардын бири", "одно из"),
    "missing": (lambda c: c["records"]["person"][0].pop("name"), "жетишпейт", "не хватает"),
    "unknown": (
        lambda c: c["records"]["person"][0].update(shoe_size=42),
        "белгисиз аталыш: «shoe_size»",
        "имя: «shoe_size»",
    ),
    "twice": (two_seats_of_one_person, "мүчө", "состав"),
}


@pytest.mark.parametrize(("spoil", "kyrgyz", "russian"), WRONG.values(), ids=WRONG)
def test_a_fault_of_a_file_is_told_in_the_user_s_language(exports, refused, spoil, kyrgyz, russian):
    content = json.loads(exports["practice"])
    spoil(content)
    for language, words in (("ky", kyrgyz), ("ru", russian)):
        assert words in refused(content, language)


def test_a_broken_seal_that_is_in_the_office_is_told_by_the_check_and_not_printed(exports, tmp_path, capsys):
    """It came in with an older program, say, which did not look at what it brought in."""
    content = json.loads(exports["practice"])
    content["records"]["seal"][0]["content"] = "бузулган"
    store = command_line.opening.create(tmp_path / "Old.ayil")
    command_line.exchange.bring_in(store, content)
    store.close()
    assert command_line.main(["check", str(tmp_path / "Old.ayil"), "--language", "en"]) == command_line.NO
    assert "what was sealed cannot be read" in capsys.readouterr().out
    words = ["print", str(tmp_path / "Old.ayil"), "minutes", "--of", "1", "-o", str(tmp_path / "x.pdf")]
    assert command_line.main(words) == command_line.NO
    assert "окууга болбойт" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()
