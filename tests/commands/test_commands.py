"""What the person who supports twenty offices can do without a window."""

import json
import os
import re
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document as WordFile
from PIL import ImageOps

from ayil_desktop import arguments, command_line, shipped
from ayil_desktop.meetings import minutes_actions
from ayil_desktop.sheets import BY_QUARTER, OF_A_BODY, SHEETS
from ayil_desktop.strategy import approval_actions, plan_actions, review_actions, russian_actions
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.strategy.records import Source
from ayil_desktop.strategy.standing import State
from tests.meetings import stories
from tests.meetings.made_up import Commission
from tests.store.test_blobs import PDF
from tests.strategy.made_up import LATER, Plan

DAY = ("--today", "2026-11-21")


def run(*words, status=0):
    assert command_line.main([str(word) for word in words]) == status


def pdf_text(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.fixture(scope="module")
def offices(tmp_path_factory):
    """The three samples, made once and only read."""
    folder = tmp_path_factory.mktemp("offices")
    for name in command_line.SAMPLES:
        run("sample", name, folder / f"{name}.ayil")
    return folder


@pytest.fixture
def chet_nura(offices):
    return offices / "chet-nura.ayil"


@pytest.fixture
def naryn(offices):
    return offices / "naryn-council.ayil"


@pytest.fixture
def practice(offices):
    return offices / "practice.ayil"


@pytest.fixture
def shown(capsys):
    def show(*words):
        capsys.readouterr()
        run("show", *words, "--json")
        return json.loads(capsys.readouterr().out)

    return show


MAPS = ("counts", "funding")
"""Figures by state and by source: no objects, their names are data."""


def every_object(value):
    if isinstance(value, dict):
        yield value
        for name, one in value.items():
            if name not in MAPS:
                yield from every_object(one)
    elif isinstance(value, list):
        for one in value:
            yield from every_object(one)


@pytest.mark.clause("CN-5.3.1")
def test_the_real_commission_lacks_a_woman(chet_nura, shown):
    found = shown(chet_nura, "commission", "--today", "2019-03-13")
    assert (found["members"], found["women"], found["men"]) == (11, 3, 8)
    (check,) = [one for one in found["checks"] if one["clause"] == "CN-5.3.1"]
    assert (check["ok"], check["actual"], check["needed"]) == (False, 3, 4)
    assert check["missing"] == 1
    unknown = {one["clause"]: (one["ok"], one["missing"]) for one in found["checks"]}
    assert (unknown["CN-5.3.2a"], unknown["CN-5.3.2b"]) == ((None, None), (None, None))


@pytest.mark.clause("NC-2.1")
def test_without_json_yes_and_no_are_words_of_the_user(chet_nura, capsys):
    run("show", chet_nura, "commission", "--today", "2019-03-13", "--language", "ru")
    told = capsys.readouterr().out
    assert "Предусмотрено положением: да" in told
    assert "Соблюдено: нет" in told
    assert "Соблюдено: –" in told
    assert not {"True", "False", "None"} & set(told.split())


def test_naryns_meetings_are_told_as_their_source_tells_them(naryn, shown):
    meetings = shown(naryn, "meetings", *DAY)
    assert [(one["date"], one["kind"], len(one["agenda"])) for one in meetings] == [
        ("2014-05-28", "regular", 3),
        ("2014-06-11", "extraordinary", 4),
        ("2014-08-21", "regular", 5),
    ]
    for one in meetings:
        assert (one["number"], one["present"], one["members_in_force"], one["has_quorum"]) == (None,) * 4
        assert one["rounds"] == []
    numbers = [one["number"] for one in meetings[2]["agenda"][0]["decisions"]]
    assert numbers == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]


@pytest.mark.clause("NC-5.7")
def test_each_part_of_a_decision_has_its_own_term(naryn, shown):
    tasks = {one["number"]: one for one in shown(naryn, "meetings", *DAY)[2]["decisions"]}
    assert (tasks["3.1"]["due"], tasks["3.2"]["due"]) == (None, "2014-10-31")


def test_the_practice_meetings_tell_votes_and_quorum(practice, shown):
    sealed, tied, planned = shown(practice, "meetings", *DAY)
    assert (sealed["number"], sealed["state"], sealed["present"], sealed["quorum_needed"]) == (1, "signed", 8, 6)
    assert (tied["notice_by"], tied["dissent_until"], tied["has_quorum"]) == ("2026-05-18", "2026-05-26", True)
    first, *changes = tied["rounds"]
    assert (first["for"], first["against"], first["outcome"]) == (4, 4, "adopted")
    assert first["decided_by_casting_vote"] is True
    assert [one["item_kind"] for one in changes] == ["composition", "composition"]
    assert (planned["state"], planned["has_quorum"]) == ("planned", None)


@pytest.mark.parametrize("sample", arguments.SAMPLES)
def test_persons_are_counted_in_whole_ones(offices, capsys, sample):
    """4, never 4.0 or 3.3; and what is true, false or not known is no number."""
    run("show", offices / f"{sample}.ayil", "commission", "--json", *DAY)
    found = json.loads(capsys.readouterr().out)
    numbers = [found[name] for name in ("members", "women", "men")]
    for check in found["checks"]:
        assert any(check["ok"] is answer for answer in (True, False, None)), check
        numbers += [check[name] for name in ("actual", "needed", "missing")]
    assert {type(number) for number in numbers} <= {int, type(None)}


def test_one_meeting_or_those_of_one_body_are_shown(practice, shown, capsys):
    sealed, tied, planned = every = shown(practice, "meetings", *DAY)
    for name in (sealed["id"], "1", "1/2026", "2026-02-12", "12.02.2026"):
        assert shown(practice, "meetings", "--of", name, *DAY) == [sealed]
    assert shown(practice, "meetings", "--of", tied["body"], *DAY) == every
    assert shown(practice, "meetings", "--of", planned["date"], *DAY) == [planned]
    run("show", practice, "meetings", "--of", "7" * 500, status=1)
    assert "7" * 70 in (told := capsys.readouterr().err)
    assert len(told) < 200


@pytest.mark.parametrize("of", ["²", "1/²", "²/2026", "٢٠٢٦"])
@pytest.mark.parametrize("document", ["minutes", "excerpt"])
def test_a_number_in_strange_digits_names_nothing(practice, tmp_path, document, of):
    run("print", practice, document, "--of", of, "-o", tmp_path / "x.pdf", status=1)


def test_an_office_says_what_it_is(practice, chet_nura, shown):
    """That it is no practice office is known; who heads one may not be recorded."""
    assert [shown(one, "office")["is_practice"] for one in (practice, chet_nura)] == [True, False]


MEETING = (
    "id number date kind state members_in_force present quorum_needed has_quorum notice_by dissent_until rounds".split()
)
ROUND = (
    "id label item_kind members_in_force present quorum_needed for against abstained not_voted outcome "
    "decided_by_casting_vote presiding".split()
)


@pytest.mark.parametrize("sample", ["practice", "naryn-council"])
def test_every_meeting_and_round_has_every_field(offices, shown, sample):
    meetings = shown(offices / f"{sample}.ayil", "meetings", *DAY)
    assert len(meetings) == 3
    for meeting in meetings:
        assert set(MEETING) <= set(meeting)
        assert all(set(ROUND) <= set(one) for one in meeting["rounds"])
    assert sum(len(one["rounds"]) for one in meetings) == (4 if sample == "practice" else 0)


def test_a_meeting_is_named_by_its_number_and_year(practice, tmp_path):
    paper = tmp_path / "minutes.pdf"
    run("print", practice, "minutes", "--of", "1/2026", "-o", paper, *DAY)
    assert "12-февраль 2026-жыл" in pdf_text(paper)
    run("print", practice, "minutes", "--of", "1/2025", "-o", paper, *DAY, status=1)


def test_a_round_without_a_quorum_is_told_so_and_a_planned_meeting_knows_nothing(store, shown):
    commission = Commission(store)
    commission.meets(present=5)
    commission.votes(for_=range(1, 6))
    commission.plans(day=date(2019, 6, 12))
    folder = store.folder
    store.close()
    failed, planned = shown(folder, "meetings", *DAY)
    assert [(one["outcome"], one["present"], one["quorum_needed"]) for one in failed["rounds"]] == [("no-quorum", 5, 6)]
    assert failed["rounds"][0]["presiding"] == "Үлгүбаев Айбек"
    assert (failed["present"], failed["has_quorum"], failed["number"]) == (5, False, None)
    assert (planned["present"], planned["has_quorum"], planned["rounds"]) == (None, None, [])


def test_the_real_strategy_is_told_with_its_deadlines_in_words(chet_nura, shown):
    found = shown(chet_nura, "strategy", "--today", "2019-04-16")
    activities = [one for service in found["services"] for task in service["tasks"] for one in task["activities"]]
    assert (len(found["services"]), len(activities)) == (3, 59)
    second = activities[1]
    assert (second["number"], second["deadline_text"]) == ("1.2", "2019 жыл 15-апрелге чейин")
    assert (second["from"], second["to"], second["state"]) == (None, "2019-04-15", "late_unrecorded")
    assert second["done_on"] is None
    assert set(found["counts"]) == {state.value for state in State}
    assert sum(found["counts"].values()) == 59
    assert found["funding"] == dict.fromkeys((source.value for source in Source), None)


@pytest.mark.parametrize(
    ("words", "kind", "days", "status"),
    [
        ("2019 жыл 15-апрелге чейин", "by_date", (None, "2019-04-15"), 0),
        ("2019 жыл июлдун 1-аптасы", "week_of_month", ("2019-07-01", "2019-07-07"), 0),
        ("убакыт болгондо", "unknown", (None, None), 1),
    ],
)
def test_a_deadline_in_words_is_read_from_the_command_line(tmp_path, capsys, words, kind, days, status):
    run("show", tmp_path, "deadline", "--json", "--words", words, status=status)
    found = json.loads(capsys.readouterr().out)
    assert (found["kind"], found["from"], found["to"]) == (kind, *days)


@pytest.mark.parametrize("sample", arguments.SAMPLES)
@pytest.mark.parametrize("subject", [name for name in arguments.SUBJECTS if name != "deadline"])
def test_every_object_shown_has_an_id_and_what_is_unknown_is_null(offices, capsys, sample, subject):
    has_none = subject == "strategy" and sample != "chet-nura"
    run("show", offices / f"{sample}.ayil", subject, "--json", *DAY, status=1 if has_none else 0)
    said = capsys.readouterr()
    if has_none:
        assert said.out == ""
        assert "стратегия жок" in said.err
        return
    objects = list(every_object(json.loads(said.out)))
    assert objects or (sample, subject) == ("chet-nura", "meetings")
    assert [one for one in objects if not one.get("id")] == []
    assert [name for one in objects for name, value in one.items() if value in ("", {})] == []


PLANS = ("action-plan", "action-plan-a3", "gantt", "gantt-a3")
OF_THE_STRATEGY = ("strategy", "standards", *PLANS, "progress-report", "board-progress", "changes")


@pytest.mark.parametrize("document", sorted(SHEETS))
@pytest.mark.parametrize("language", ["ky", "ru"])
def test_every_document_is_printed_as_pdf_and_as_word_file(offices, tmp_path, document, language):
    practice = offices / ("chet-nura.ayil" if document in OF_THE_STRATEGY else "practice.ayil")
    for ending in ("pdf", "docx"):
        where = ("-o", tmp_path / f"x.{ending}", "--language", language, "--of", _of(document))
        run("print", practice, document, *where, *DAY)
    text = pdf_text(tmp_path / "x.pdf")
    assert len(text) > 100
    assert WordFile(str(tmp_path / "x.docx")).element.body is not None


@pytest.mark.parametrize("document", sorted(SHEETS))
def test_thirty_millimetres_at_the_left_stay_white_for_the_binding(offices, tmp_path, document):
    """Of each page as it is printed, lying sheets too: the writing begins there. Only lines to cut along reach out."""
    office = offices / ("chet-nura.ayil" if document in OF_THE_STRATEGY else "practice.ayil")
    run("print", office, document, "-o", tmp_path / "x.pdf", "--of", _of(document), *DAY)
    with closing(pypdfium2.PdfDocument(tmp_path / "x.pdf")) as made:
        found = [_written_at(page) if document in CUT else _inked_at(page) for page in made]
    assert min(left for left, _ in found) == pytest.approx(30, abs=0.3)
    assert min(right for _, right in found) > 14.5


CUT = ("ballot", "notice")
POINTS = 72 / 25.4
"""In a millimetre."""


def _inked_at(page):
    """How far from the edges of the sheet the first and the last ink is, in mm."""
    drawn = page.render(scale=4, grayscale=True).to_pil()
    left, _, right, _ = ImageOps.invert(drawn).getbbox()
    return left / 4 / POINTS, (drawn.width - right) / 4 / POINTS


def _written_at(page):
    """The same of the letters alone."""
    text = page.get_textpage()
    boxes = [text.get_charbox(number) for number in range(text.count_chars())]
    letters = [box for box in boxes if box[2] > box[0]]
    return min(box[0] for box in letters) / POINTS, (page.get_width() - max(box[2] for box in letters)) / POINTS


def test_the_decisions_of_a_year_are_printed(practice, tmp_path, capsys):
    paper = tmp_path / "x.pdf"
    run("print", practice, "decisions", "-o", paper, "--language", "ru", *DAY)
    usual = pdf_text(paper)
    run("print", practice, "decisions", "-o", paper, "--language", "ru", "--year", "2026", *DAY)
    assert "ПЕРЕЧЕНЬ РЕШЕНИЙ 2026 ГОДА" in usual and pdf_text(paper) == usual
    run("print", practice, "decisions", "-o", paper, "--language", "ru", "--year", "2019", *DAY)
    assert "В этом году решений не принято." in pdf_text(paper)
    for wrong in (("roster", "--year", "2026"), ("decisions", "--year", "26"), ("decisions", "--year", "²⁰²⁶")):
        with pytest.raises(SystemExit) as misuse:
            command_line.main(["print", str(practice), *wrong, "-o", str(paper)])
        assert misuse.value.code == 2
        assert "--year" in capsys.readouterr().err


@pytest.mark.parametrize("document", sorted(BY_QUARTER))
def test_the_progress_of_a_quarter_is_printed(chet_nura, tmp_path, capsys, document):
    paper, asked = tmp_path / "x.pdf", ("-o", tmp_path / "x.pdf", "--language", "ru", "--today", "2019-11-21")
    run("print", chet_nura, document, *asked, "--quarter", "2019-2")
    said = pdf_text(paper)
    assert "II квартал 2019 года" in said
    assert "30 июня 2019" in said, "the last day of a quarter that was not reviewed"
    capsys.readouterr()
    run("print", chet_nura, document, *asked, "--quarter", "2020-1", status=1)
    assert "IV квартал 2019 года" in capsys.readouterr().err
    for wrong in (
        (document, "--quarter", "2019-5"),
        (document, "--quarter", "2019"),
        ("roster", "--quarter", "2019-2"),
    ):
        with pytest.raises(SystemExit) as misuse:
            command_line.main(["print", str(chet_nura), *wrong, "-o", str(paper)])
        assert misuse.value.code == 2
        assert "--quarter" in capsys.readouterr().err


def _of(document):
    return "" if document in (*OF_A_BODY, *OF_THE_STRATEGY) else "2"


@pytest.mark.parametrize(
    ("ending", "beginning"),
    [("xlsx", b"PK"), ("csv", "\ufeff".encode()), ("XML", b"<?xml"), ("ics", b"BEGIN:VCALENDAR")],
    ids=["xlsx", "csv", "xml", "ics"],
)
def test_the_plan_is_exported_by_the_ending_of_the_file(chet_nura, tmp_path, ending, beginning):
    whole, one = tmp_path / f"whole.{ending}", tmp_path / f"one.{ending}"
    run("export", chet_nura, whole, *DAY)
    run("export", chet_nura, one, "--of", "2", *DAY)
    assert whole.read_bytes().startswith(beginning)
    assert len(one.read_bytes()) < len(whole.read_bytes())
    run("export", chet_nura, tmp_path / f"none.{ending}", "--of", "7", status=1)
    assert not (tmp_path / f"none.{ending}").exists()


def test_a_plan_that_is_not_there_is_not_exported(practice, tmp_path, capsys):
    run("export", practice, tmp_path / "x.xlsx", status=1)
    assert "стратегия жок" in capsys.readouterr().err


def test_a_chart_is_printed_on_both_papers_and_of_one_service(chet_nura, tmp_path):
    texts = {}
    for name, more in (("gantt", ()), ("gantt-a3", ()), ("action-plan-a3", ()), ("one", ("--of", "2"))):
        run("print", chet_nura, "gantt" if name == "one" else name, *more, "-o", tmp_path / "x.pdf", *DAY)
        texts[name] = pdf_text(tmp_path / "x.pdf")
    assert "КТК" in texts["one"]
    assert len(texts["one"]) < len(texts["gantt"])


def test_a_meeting_is_named_by_number_date_or_id(practice, shown, tmp_path):
    meeting = shown(practice, "meetings", *DAY)[1]
    texts = set()
    for name in ("2", "2026-05-21", "21.05.2026", meeting["id"]):
        run("print", practice, "minutes", "--of", name, "-o", tmp_path / "x.pdf", *DAY)
        texts.add(pdf_text(tmp_path / "x.pdf"))
    assert len(texts) == 1


def test_one_decision_is_excerpted_by_meeting_and_number(practice, tmp_path):
    for name, is_there in (("1/2.1", True), ("1/2", True), ("1/2.2", False), ("1/3", False)):
        run("print", practice, "excerpt", "--of", name, "-o", tmp_path / "x.pdf", *DAY)
        assert ("2026-жылдын 20-мартына" in pdf_text(tmp_path / "x.pdf")) is is_there


def test_what_is_not_there_is_answered_with_no(practice, tmp_path, capsys):
    run("print", practice, "minutes", "--of", "77", "-o", tmp_path / "x.pdf", status=1)
    assert "77" in capsys.readouterr().err
    run("show", practice, "commission", "--of", "nobody", status=1)
    run("check", tmp_path, status=1)
    assert not (tmp_path / "x.pdf").exists()


MISUSE = {"ky": ("колдонуу: ", "ката: "), "ru": ("использование: ", "ошибка: "), "en": ("usage: ", "error: ")}


@pytest.mark.parametrize("language", sorted(MISUSE))
@pytest.mark.parametrize(
    "words",
    [
        [],
        ["print", "office", "poem", "-o", "x.pdf"],
        ["print", "office", "minutes", "-o", "x.txt"],
        ["print", "office", "minutes"],
        ["show", "office", "meetings", "--today", "13.03.2019"],
        ["show", "office", "meetings", "--of"],
        ["show", "office", "deadline"],
        ["show", "office", "office", "--of", "1"],
        ["show", "office", "deadline", "--words", "2019-жыл", "--of", "1"],
        ["sample", "moscow", "office"],
        ["check", "office", "twice", "over"],
        ["dance"],
    ],
)
def test_misuse_is_told_in_the_user_s_language_and_answered_with_two(words, language, capsys):
    with pytest.raises(SystemExit) as end:
        command_line.main(words, usual=language)
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert all(part in said for part in MISUSE[language])
    if language != "en":
        told = said.split(MISUSE[language][1])[1]
        assert not ENGLISH.search(told), told


ENGLISH = re.compile(r"\b(argument|expected|invalid|required|unrecognized|must|choose)\b")


@pytest.mark.parametrize("language", sorted(MISUSE))
@pytest.mark.parametrize("command", ["sample", "print", "show", "export", "import", "check"])
def test_the_help_is_told_in_the_language_that_is_named(command, language, capsys):
    with pytest.raises(SystemExit) as end:
        command_line.main([command, "--help", "--language", language])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(MISUSE[language][0])
    if language != "en":
        assert not re.search(r"^[ -]+.* (show|the|of|an?) ", said, re.MULTILINE), said


def test_what_is_said_is_in_the_language_of_the_window_and_documents_stay_kyrgyz(practice, tmp_path, capsys):
    settings = tmp_path / "ayil-desktop" / "window.ini"
    settings.parent.mkdir()
    settings.write_text('[window]\nlanguage="\\"ru\\""\n', encoding="utf-8")
    of_the_user = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    start = [sys.executable, "-m", "ayil_desktop"]
    refused = subprocess.run([*start, "check", tmp_path / "nothing"], env=of_the_user, capture_output=True, check=False)
    assert (refused.returncode, "Папки" in refused.stderr.decode()) == (1, True)
    shown = subprocess.run(
        [*start, "show", practice, "commission", "--json"], env=of_the_user, capture_output=True, check=True
    )
    run("show", practice, "commission", "--json", "--language", "ky")
    assert shown.stdout.decode() == capsys.readouterr().out


def test_whoever_reads_the_answer_may_leave_before_its_end(practice):
    """`show … | head`: the reader goes, nothing is said about it."""
    words = [sys.executable, "-m", "ayil_desktop", "show", practice, "meetings", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as telling:
        telling.stdout.close()
        assert telling.stderr.read() == b""
    assert telling.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk without room is at hand on Linux only")
def test_an_answer_that_finds_no_room_is_told(practice):
    words = [sys.executable, "-m", "ayil_desktop", "show", practice, "meetings", "--language", "en"]
    with Path("/dev/full").open("wb") as full:
        shown = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False)
    assert shown.returncode == 1
    assert shown.stderr.decode().startswith("The answer could not be written")


def test_an_office_goes_through_a_file_and_comes_back_the_same(offices, tmp_path):
    for name in command_line.SAMPLES:
        first, second = tmp_path / f"{name}-1.json", tmp_path / f"{name}-2.json"
        run("export", offices / f"{name}.ayil", first)
        run("import", tmp_path / f"{name}.ayil", first)
        run("export", tmp_path / f"{name}.ayil", second)
        assert first.read_bytes() == second.read_bytes()
        run("check", tmp_path / f"{name}.ayil")


def test_every_string_of_the_real_services_and_plans_is_in_the_export(chet_nura, tmp_path):
    """With their justifications, causes, standards, tasks, activities and the words of their deadlines."""
    run("export", chet_nura, tmp_path / "x.json")
    exported = set(every_string(json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))))
    sample = json.loads(shipped.resource("samples/chet-nura-strategy.json").read_text(encoding="utf-8"))
    wanted = set(every_string(sample["priorities"]))
    assert len(wanted) > 300
    assert wanted - exported == set()


def every_string(value):
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from every_string(one)


@pytest.mark.parametrize("document", ["action-plan", "gantt", "standards"])
def test_a_service_is_named_by_the_beginning_of_its_name(chet_nura, tmp_path, document):
    by_rank, by_name = tmp_path / "rank.pdf", tmp_path / "name.pdf"
    run("print", chet_nura, document, "--of", "2", "-o", by_rank, *DAY)
    for name in ("КТК", "ктк  жыйноону", "КТК жыйноону, чыгарууну, жок кылууну уюштуруу", "КТК чыгаруу"):
        run("print", chet_nura, document, "--of", name, "-o", by_name, *DAY)
        assert pdf_text(by_name) == pdf_text(by_rank)


def test_a_service_is_named_in_russian_too(store, tmp_path):
    plan = Plan(store)
    other = plan.serves("Көчө", votes=3)
    plan_actions.add_task(store, priority_id=other, title_ky="Жарык")
    russian_actions.translate(store, strategy_id=plan.id, words={f"{other}/name_ru": "Уличное освещение"})
    run("print", store.folder, "action-plan", "--of", "уличное", "-o", tmp_path / "x.pdf", *DAY)
    assert "Жарык" in pdf_text(tmp_path / "x.pdf")


def test_a_name_of_several_services_is_refused_with_all_of_them(store, tmp_path, capsys):
    plan = Plan(store)
    plan.serves("Таза көчө", votes=3)
    plan.serves("Жол", votes=2)
    for of, status in (("Таза", 1), ("Таза к", 0), ("Таз", 1), ("Ж", 0), ("Көпүрө", 1), ("  ", 1)):
        run("print", store.folder, "gantt", "--of", of, "-o", tmp_path / "x.pdf", *DAY, status=status)
    told = capsys.readouterr().err.splitlines()
    assert "1. Таза суу" in told[0]
    assert "2. Таза көчө" in told[0]
    assert "Жол" not in told[0]
    assert "Көпүрө" in told[2]


@pytest.mark.parametrize("document", ["strategy", "progress-report", "board-progress", "changes"])
def test_what_is_of_the_whole_strategy_is_not_printed_as_if_of_one_service(chet_nura, tmp_path, capsys, document):
    run("print", chet_nura, document, "--of", "2", "-o", tmp_path / "x.pdf", *DAY, status=1)
    assert "бүт стратегия" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_seals_scans_proofs_and_an_amended_strategy_come_back_the_same(store, tmp_path):
    """What no sample holds: minutes with a scan under a seal, money, values, a Russian text, an amendment."""
    commission = Commission(store)
    stories.held(commission)
    minutes_actions.attach_scan(store, meeting_id=commission.meeting_id, content=PDF, name="протокол.pdf")
    stories.seals(commission)
    stories.dissents(commission, 4, date(2019, 3, 18))
    plan = Plan(store).does("2019 жыл май", "туруктуу")
    plan_actions.set_funding(store, activity_id=plan["1.1"].id, source=Source.DONORS, amount=5000)
    plan.is_approved().is_reviewed(date(2019, 4, 16), n1_1=Progress.DONE)
    review_actions.prove(store, activity_id=plan["1.1"].id, on=date(2019, 4, 16), content=PDF, name="акт.pdf")
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="сел", on=date(2019, 8, 1))
    approval_actions.decide_amendment(store, strategy_id=plan.id, on=date(2019, 9, 2), act=LATER)
    store.close()
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    run("export", store.folder, first)
    run("import", tmp_path / "Again.ayil", first)
    run("export", tmp_path / "Again.ayil", second)
    assert first.read_bytes() == second.read_bytes()
    run("check", tmp_path / "Again.ayil")
    for document in ("minutes", "changes"):
        for office in (store.folder, tmp_path / "Again.ayil"):
            run("print", office, document, "-o", tmp_path / f"{office.stem}.pdf", "--today", "2019-10-01")
        assert pdf_text(tmp_path / f"{store.folder.stem}.pdf") == pdf_text(tmp_path / "Again.pdf")


def test_an_office_that_is_not_empty_takes_no_import(practice, chet_nura, tmp_path, capsys):
    run("export", practice, tmp_path / "x.json")
    run("export", chet_nura, tmp_path / "before.json")
    run("import", chet_nura, tmp_path / "x.json", status=1)
    assert capsys.readouterr().err
    run("export", chet_nura, tmp_path / "after.json")
    assert (tmp_path / "after.json").read_bytes() == (tmp_path / "before.json").read_bytes()


def _spoilt(content, spoil):
    spoil(content)
    return json.dumps(content)


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda c: c["records"]["person"][0].update(sex="x"), "person"),
        (lambda c: c["records"]["meeting"][0].update(date="31.02.2026"), "meeting"),
        (lambda c: c["records"]["membership"][3].update(person_id="nobody"), "records.membership[3].person_id"),
        (lambda c: c["records"]["person"].append(c["records"]["person"][0]), "records.person"),
        (lambda c: c["records"].pop("body"), "records"),
        (lambda c: c["records"]["person"][0].update(shoe_size=42), "person"),
        (lambda c: c.update(version=2), ""),
        (lambda c: c.update(format="other"), ""),
    ],
)
def test_a_wrong_file_says_where_it_is_wrong_and_changes_nothing(practice, tmp_path, capsys, spoil, place):
    run("export", practice, tmp_path / "x.json")
    content = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    (tmp_path / "y.json").write_text(_spoilt(content, spoil), encoding="utf-8")
    run("import", tmp_path / "New.ayil", tmp_path / "y.json", status=1)
    assert place in capsys.readouterr().err
    assert not (tmp_path / "New.ayil").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 1, "a": 2}', '{"a": NaN}', "[" * 100_000, "\ufeff{}", "\x00"])
def test_a_file_that_is_no_office_is_refused(tmp_path, text, capsys):
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    run("import", tmp_path / "New.ayil", tmp_path / "x.json", status=1)
    assert capsys.readouterr().err.strip()
    assert not (tmp_path / "New.ayil").exists()


def test_seals_are_checked_against_the_records(practice, tmp_path, capsys):
    run("export", practice, tmp_path / "x.json")
    content = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    sealed = content["records"]["seal"][0]["meeting_id"]
    (attended, *_) = [one for one in content["records"]["attendance"] if one["meeting_id"] == sealed]
    attended["reason"] = "башкача"
    (tmp_path / "y.json").write_text(json.dumps(content), encoding="utf-8")
    run("import", tmp_path / "New.ayil", tmp_path / "y.json")
    run("check", tmp_path / "New.ayil", status=1)
    assert "1" in capsys.readouterr().out


def test_the_published_schema_is_the_one_that_files_are_checked_by():
    from ayil_desktop import shipped
    from ayil_desktop.transfer import schema

    published = json.loads(shipped.resource("schema/office.schema.json").read_text(encoding="utf-8"))
    assert published == schema.written()
