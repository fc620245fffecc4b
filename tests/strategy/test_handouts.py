"""Is everything of the real strategy on its papers?"""

import io
import json
import re
import zipfile
from datetime import date

import pypdfium2
import pytest

from ayil_desktop import shipped
from ayil_desktop.printing import docx, pdf, text
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import (
    actions,
    approval_actions,
    arranging_actions,
    board_paper,
    changes_paper,
    gantt_paper,
    handouts,
    papers,
    plan_actions,
    progress_paper,
    review_actions,
    rules,
    sheet_parts,
    showing,
)
from ayil_desktop.strategy.follow_up_records import Progress
from tests.printing import reading as printed_words
from tests.strategy.made_up import LATER

SAMPLE = json.loads(shipped.resource("samples/chet-nura-strategy.json").read_text(encoding="utf-8"))
TODAY = date(2019, 4, 16)


@pytest.fixture
def paper(store, chet_nura):
    """The papers of the real strategy as it is now: paper(day)."""

    def of(day=TODAY):
        with reading(store) as session:
            return papers.of(session, chet_nura, day)

    return of


def squeezed(words):
    """Without spaces, line ends and hyphens: what wrapping and hyphenation may change."""
    return "".join(letter for letter in words if not letter.isspace() and letter not in "-\u00ad\u2010\ufffe\x02")


def printed(document):
    return "".join(pages_of(document))


def pages_of(document):
    """What stands on each page, squeezed; without its number, which parts what goes on overleaf."""
    pages = pypdfium2.PdfDocument(pdf.render(document))
    try:
        found = [squeezed(page.get_textpage().get_text_range()) for page in pages]
        return [words.removesuffix(f"{number}/{len(found)}") for number, words in enumerate(found, 1)]
    finally:
        pages.close()


def strings(value):
    """Every text in a piece of the sample; names of things in the program are no texts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in ("criterion", "deadline_note", "kind_word", "results_sign"):
                yield from strings(one)


def of_standards(priority):
    numbered = [f"{number}. {one['criterion_ky']}" for number, one in enumerate(priority["standards"], 1)]
    return [*strings(priority["standards_title"]), *numbered, *strings(priority["standards"])]


def of_plan(priority):
    named = ("plan_title", "plan_headings", "service_line", "name_in_plan", "goal_label", "goal", "results", "tasks")
    return [one for name in named for one in strings(priority[name])]


def of_section(section):
    """Its paragraphs, the words in bold before them, points and headings."""
    for block in section["blocks"]:
        yield from strings([block.get("lead", ""), block.get("text", ""), block.get("items", [])])


def missing(wanted, found):
    return [one for one in wanted if squeezed(one) not in found]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_every_string_of_the_plans_is_printed(paper, place):
    wanted = of_plan(SAMPLE["priorities"][place])
    assert len(wanted) > 150
    assert missing(wanted, printed(handouts.action_plan(paper(), "ky", str(place + 1)))) == []


def test_every_string_of_the_standards_is_printed(paper):
    wanted = [one for priority in SAMPLE["priorities"] for one in of_standards(priority)]
    assert len(wanted) > 25
    assert missing(wanted, printed(handouts.standards(paper(), "ky"))) == []


@pytest.mark.clause("ST-R.1")
@pytest.mark.clause("ST-R.3")
def test_the_whole_strategy_has_every_string_and_the_mark_of_its_approval(paper):
    found = printed(handouts.strategy(paper(), "ky"))
    wanted = [one for priority in SAMPLE["priorities"] for one in (*of_standards(priority), *of_plan(priority))]
    wanted += [one for section in SAMPLE["sections"] for one in (section["title_ky"], *of_section(section))]
    wanted += SAMPLE["title_page"]
    assert missing(wanted, found) == []
    mark = "2019-жылдын 13-мартындагы №17/16 токтому менен бекитилди"
    assert squeezed(mark) in found
    whole = "Чет-Нура айыл аймагынын\nайылдык Кеңешинин\n2019-жылдын 13-мартындагы\n№17/16 токтому менен бекитилди"
    assert sheet_parts.approval_mark(paper(), "ky") == whole
    for make in (handouts.standards, handouts.action_plan, changes_paper.changes):
        assert squeezed("Чет-Нура айыл аймагынын айылдык Кеңешинин " + mark) in printed(make(paper(), "ky"))


@pytest.mark.clause("ST-R.3")
def test_a_title_page_that_names_another_resolution_is_not_believed(paper):
    found = paper()
    found.strategy.title_page = ["Айылдык Кеңештин", "№3 токтому менен бекитилди", "СТРАТЕГИЯ"]
    assert sheet_parts.approval_mark(found, "ky") == "2019-жылдын 13-мартындагы №17/16 токтому менен бекитилди"


def test_what_an_amendment_has_not_decided_yet_is_printed_as_a_draft(paper, store, chet_nura):
    made = (handouts.strategy, handouts.standards, handouts.action_plan, gantt_paper.gantt)
    assert [make(paper(), "ky").draft for make in made] == [""] * 4
    approval_actions.open_amendment(store, strategy_id=chet_nura, reason="Каражат", on=TODAY)
    assert [make(paper(), "ky").draft for make in made] == ["долбоор"] * 4
    for make in made:
        printed = text.render(make(paper(), "en"))
        assert "An amendment is being prepared" in printed, "whose approval stands beside it"
        assert "The plan is approved; the chart shows in addition" not in printed
    approval_actions.withdraw_amendment(store, strategy_id=chet_nura)
    assert [make(paper(), "ky").draft for make in made] == [""] * 4


@pytest.mark.parametrize("language", ["ky", "ru"])
@pytest.mark.parametrize(
    "make",
    [
        handouts.strategy,
        handouts.standards,
        handouts.action_plan,
        progress_paper.progress_report,
        board_paper.board_progress,
        changes_paper.changes,
    ],
)
def test_every_paper_is_a_pdf_and_a_word_file(paper, make, language):
    document = make(paper(), language)
    assert pdf.render(document).startswith(b"%PDF")
    content = docx.render(document)
    whole = printed_words.letters(printed_words.word_text(content))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        feet = [parts.read(name).decode() for name in parts.namelist() if "footer" in name]
    assert document.footer in "".join(feet)
    cells = [printed_words.letters(cell) for line in text.render(document).splitlines() for cell in line.split("\t")]
    wanted = [one for one in cells if not set(one) <= set("_") and one != printed_words.letters(document.footer)]
    assert len(wanted) > 5
    assert [one for one in wanted if one not in whole] == []


@pytest.mark.clause("ST-R.2")
def test_the_report_is_addressed_once_to_the_body_that_controls(paper):
    said = text.render(progress_paper.progress_report(paper(), "ky"))
    assert said.count(SAMPLE["controller_ky"]) == 1


@pytest.mark.clause("ST-7.1")
def test_the_report_counts_what_is_done_and_names_what_is_late(paper, store, chet_nura, real):
    review = review_actions.begin_review(store, strategy_id=chet_nura, on=TODAY).made
    every = [one for one in rules.activities_of(real.priorities[0]) if one.number != "1.2"]
    for one in every[:12]:
        review_actions.record_progress(store, review_id=review, activity_id=one.id, progress=Progress.DONE)
    said = text.render(progress_paper.progress_report(paper(), "en"))
    assert "12 / 59" in said
    late = next(line for line in said.splitlines() if line.startswith("1/1.2."))
    assert late.endswith("\t1")
    assert "\nDone out of order: 1 (1.3 – 1.2)" in said
    assert said.count("\nDone out of order: 0\n") == 2
    totals = [line for line in said.splitlines() if line.startswith("Total: ")]
    assert totals[0] == "Total: 60%\t20\t12\t0\t1\t7\t0"
    assert [one[:9] for one in totals[1:]] == ["Total: 0%", "Total: 0%"]


def test_every_activity_of_the_report_stands_in_one_column_and_is_counted_as_everywhere(paper, store, chet_nura, real):
    """One done, one cancelled, one regular, the rest late or ahead: each row makes up its total, as the figures do."""
    first, second, third, *_ = rules.activities_of(real.priorities[0])
    assert "Late\tAhead\tWithout a date\n" in text.render(progress_paper.progress_report(paper(), "en"))
    review = review_actions.begin_review(store, strategy_id=chet_nura, on=TODAY).made
    for one, state in ((first, Progress.DONE), (second, Progress.CANCELLED)):
        review_actions.record_progress(store, review_id=review, activity_id=one.id, progress=state)
    approval_actions.open_amendment(store, strategy_id=chet_nura, reason="Каражат", on=date(2019, 8, 20))
    plan_actions.set_deadline_words(store, activity_id=third.id, words="ар чейрек сайын")
    approval_actions.decide_amendment(store, strategy_id=chet_nura, on=LATER.date, act=LATER)
    said = text.render(progress_paper.progress_report(paper(), "en"))
    assert "Late\tAhead\tWithout a date\n" in said
    assert "Cancelled, not counted: 1 (1.2)" in said
    tables = said[: said.index("\nLate\n")]
    rows = [line.split("\t") for line in tables.splitlines() if line.count("\t") == 6 and "Ahead" not in line]
    assert "1 / 58" in said
    assert sum(int(total) for name, total, *_ in rows if name.startswith("Total")) == 58
    board = text.render(board_paper.board_progress(paper(), "en"))
    assert "1 / 58" in board
    assert f"Done: 1 of {rows[[name[:5] for name, *_ in rows].index('Total')][1]}." in board
    assert len(rows) == sum(len(one.tasks) + 1 for one in real.priorities)
    for _, total, *counted in rows:
        assert sum(map(int, counted)) == int(total)
    assert "–" not in "".join(cell for _, *cells in rows for cell in cells)


@pytest.mark.parametrize(
    ("make", "count"),
    [
        (progress_paper.progress_report, 103),
        (gantt_paper.gantt, 173),
        (board_paper.board_progress, 10),
    ],
)
def test_a_russian_paper_says_how_much_of_it_is_in_kyrgyz_to_whoever_prints_it(paper, make, count):
    made = make(paper(), "ru")
    assert made.untranslated == count
    assert made.footer.endswith("Непереведённые тексты приведены на языке утверждения.")
    assert "по-русски" not in text.render(made), "an official paper says nothing of the work of its translator"
    kyrgyz = make(paper(), "ky")
    assert (kyrgyz.untranslated, "Которулбаган" in kyrgyz.footer) == (0, False)


def test_the_sheet_for_the_board_is_one_page_without_a_name(paper):
    pages = pypdfium2.PdfDocument(pdf.render(board_paper.board_progress(paper(), "ky")))
    assert len(pages) == 1
    pages.close()
    sheet = paper()
    told = text.render(board_paper.board_progress(sheet, "ky"))
    names = [seat.person.name for seat in sheet.composition]
    assert len(names) > 5
    assert [name for name in names if name.split()[0] in told] == []
    in_charge = {one.text for each in rules.activities(sheet.strategy) for one in each.responsible}
    assert [one for one in in_charge if one in told] == []


def test_changes_since_the_approval_stand_on_paper(paper, store, chet_nura, real):
    assert "Nothing has changed." in text.render(changes_paper.changes(paper(), "en"))
    activity = real.priorities[0].tasks[0].activities[0]
    approval_actions.open_amendment(store, strategy_id=chet_nura, reason="Каражат", on=date(2019, 8, 20))
    plan_actions.set_deadline_words(store, activity_id=activity.id, words="2019 жыл октябрь")
    approval_actions.decide_amendment(store, strategy_id=chet_nura, on=LATER.date, act=LATER)
    said = text.render(changes_paper.changes(paper(), "en"))
    assert "1/1.1\tDeadline\t2019 жыл март\t2019 жыл октябрь" in said
    assert "Reason: Каражат (the resolution of 2 September 2019 No. 20/3)" in said
    assert "Amendment 1 of 2 September 2019" in said


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("ky", ["2019-жылдын 2-сентябрындагы 1-расмий өзгөртүү", "(2019-жылдын 2-сентябрындагы №20/3 токтом)"]),
        ("ru", ["Поправка 1 от 2 сентября 2019 года", "(постановление от 2 сентября 2019 года № 20/3)"]),
    ],
)
def test_a_paper_of_changes_writes_days_as_papers_do(paper, store, chet_nura, real, language, lines):
    """Not as the screen does: the head of the amendment and the resolution that decided it."""
    activity = real.priorities[0].tasks[0].activities[0]
    approval_actions.open_amendment(store, strategy_id=chet_nura, reason="Каражат", on=date(2019, 8, 20))
    plan_actions.set_deadline_words(store, activity_id=activity.id, words="2019 жыл октябрь")
    approval_actions.decide_amendment(store, strategy_id=chet_nura, on=LATER.date, act=LATER)
    said = text.render(changes_paper.changes(paper(), language))
    assert [line for line in lines if line not in said] == []
    assert "02.09.2019" not in said


def test_several_products_stand_below_each_other_among_the_changes(paper, store, chet_nura, real):
    """With the dashes that they have in the plan."""
    activity = real.priorities[0].tasks[0].activities[0]
    approval_actions.open_amendment(store, strategy_id=chet_nura, reason="Каражат", on=TODAY)
    plan_actions.change_activity(store, activity_id=activity.id, products=["Буйрук", "Протокол"])
    said = text.render(changes_paper.changes(paper(), "ky"))
    assert "– Буйрук" in said
    assert "– Протокол" in said
    assert "Буйрук;" not in said


def test_before_any_amendment_there_is_nothing_to_tell_of(paper):
    said = text.render(changes_paper.changes(paper(), "en"))
    assert ("Nothing has changed." in said, "Not decided yet" in said) == (True, False)


def test_justifications_and_causes_stand_one_below_the_other(paper):
    """As in the list of priorities of the approved text, where each has a sign of its own."""
    lists = [one[name] for one in SAMPLE["priorities"] for name in ("justification", "causes")]
    signed = [f"– {one}" for several in lists if len(several) > 1 for one in several]
    assert len(signed) > 20
    assert missing(signed, printed(handouts.strategy(paper(), "ky"))) == []


def word_file(document):
    with zipfile.ZipFile(io.BytesIO(docx.render(document))) as file:
        return squeezed(re.sub("<[^>]+>", "", file.read("word/document.xml").decode()))


def points(key):
    """The list of a section of the approved text."""
    section = next(one for one in SAMPLE["sections"] if one["key"] == key)
    return next(block["items"] for block in section["blocks"] if block["kind"] == "list")


@pytest.mark.parametrize("key", ["introduction", "methodology", "recommendations"])
def test_what_the_approved_text_numbers_is_numbered(paper, key):
    wanted = [f"{number}. {text}" for number, text in enumerate(points(key), 1)]
    assert len(wanted) == {"introduction": 3, "methodology": 2, "recommendations": 8}[key]
    made = handouts.strategy(paper(), "ky")
    assert missing(wanted, printed(made)) == []
    assert missing(wanted, word_file(made)) == []
    assert missing(wanted, squeezed(text.render(made))) == []


def test_the_other_lists_have_the_dashes_and_bullets_of_the_approved_text(paper):
    said = text.render(handouts.strategy(paper(), "ky")).splitlines()
    for key, sign in {"goals": "•", "monitoring": "•", "resources": "–", "problems": "–"}.items():
        assert [one for one in points(key) if f"{sign} {one}" not in said] == []


def test_expected_results_are_numbered_where_the_approved_plan_numbers_them(paper):
    for place, priority in enumerate(SAMPLE["priorities"], 1):
        found = printed(handouts.action_plan(paper(), "ky", str(place)))
        for holder in (priority, *priority["tasks"]):
            sign, wanted = holder.get("results_sign", ""), holder["results"]
            if sign == "1.":
                wanted = [f"{number}. {text}" for number, text in enumerate(wanted, 1)]
            elif sign:
                wanted = [f"{sign} {text}" for text in wanted]
            assert squeezed(holder["results_label"] + "".join(wanted)) in found
    assert sum(one.get("results_sign") == "1." for one in (*SAMPLE["priorities"], *all_tasks())) == 3


def all_tasks():
    return [task for priority in SAMPLE["priorities"] for task in priority["tasks"]]


def test_what_leads_to_a_list_is_no_point_of_it(paper):
    """Activity 2.2 of the first plan, 2.3 of the others: «Төм. ичинен ыкма тандалып алынат:» and the ways below it."""
    found = printed(handouts.action_plan(paper(), "ky"))
    for lead, first in (
        ("Арасынан ыкмасы тандалып алынат:", "Муниципалдык ишкана аркылуу"),
        ("Төм. ичинен ыкма тандалып алынат:", "Муниципалдык ишканага аутсорсинг"),
        ("Төм. ичинен ыкма тандалып алынат:", "Жеке адамга/компанияга аутсорсинг"),
    ):
        assert squeezed(f"{lead} – {first}") in found
        assert squeezed(f"– {lead}") not in found


def test_the_plan_is_one_table_as_in_the_approved_text(paper):
    """Heads, then the line of the service on every page; goal and results in a row of the table; «1.1» without dot."""
    for place, priority in enumerate(SAMPLE["priorities"], 1):
        document = handouts.action_plan(paper(), "ky", str(place))
        pages = pages_of(document)
        assert len(pages) > 2
        head = squeezed("".join(priority["plan_headings"]) + priority["service_line"])
        assert [number for number, page in enumerate(pages, 1) if head not in page] == []
        goal = squeezed(f"{priority['goal_label']} {priority['goal']}")
        assert pages[0].index(head) < pages[0].index(goal) < pages[0].index(squeezed(priority["results_label"]))
        first = priority["tasks"][0]["activities"][0]
        assert squeezed(f"{first['number']} {first['text_ky']}") in pages[0]
        assert squeezed(f"{first['number']}. {first['text_ky']}") not in pages[0]


def test_bold_words_begin_the_paragraphs_on_what_makes_services_last(paper):
    said = text.render(handouts.strategy(paper(), "ky"))
    assert "\nСаясий факторлор. Кызмат көрсөтүүлөрдү уюштуруу стратегиясын" in said


def test_a_russian_title_page_names_the_office_in_russian(paper):
    pages = pypdfium2.PdfDocument(pdf.render(handouts.strategy(paper(), "ru")))
    page = squeezed(pages[1].get_textpage().get_text_range())
    pages.close()
    for line in ("КЫРГЫЗСКАЯ РЕСПУБЛИКА", "НАРЫНСКАЯ ОБЛАСТЬ", "НАРЫНСКИЙ РАЙОН"):
        assert squeezed(line) in page


def test_a_russian_title_page_means_the_aimak_names_the_council_and_leaves_the_rest_as_approved(paper):
    first, second, *_ = pages_of(handouts.strategy(paper(), "ru"))
    assert squeezed("Непереведённые тексты приведены на языке утверждения.") in first
    assert squeezed("АЙЫЛНЫЙ АЙМАК ЧЕТ-НУРА") in second
    assert squeezed("АЙЫЛ ОКМОТУ") not in second
    mark = "Утверждено постановлением айылного кенеша депутатов айылного аймака Чет-Нура от 13 марта 2019 года № 17/16"
    assert squeezed(mark) in second
    assert squeezed("КЫЗМАТ КӨРСӨТҮҮЛӨРДҮ УЮШТУРУУ СТРАТЕГИЯСЫ") in second
    assert "ЧЕТНУРААЙЫЛАЙМАГЫ" not in second


def test_a_translated_title_stands_on_the_title_page(paper):
    found = paper()
    found.strategy.title_ru = "Стратегия услуг"
    second = pages_of(handouts.strategy(found, "ru"))[1]
    assert "СТРАТЕГИЯУСЛУГ" in second


def test_the_heads_of_the_members_table_are_of_the_papers_language(paper):
    assert "№\tАты-жөнү\tЖасаган иши/Ээлеген кызматы" in text.render(handouts.strategy(paper(), "ky"))
    said = text.render(handouts.strategy(paper(), "ru"))
    assert "Аты-жөнү" not in said
    assert "№\tФ.И.О.\tДолжность" in said


def test_the_day_and_the_addressee_stand_in_the_case_that_kyrgyz_asks_for(paper):
    said = text.render(progress_paper.progress_report(paper(), "ky"))
    assert "2019-жылдын 16-апрелине карата" in said
    assert "туруктуу комиссиясына\n" in said
    assert "По состоянию на 16 апреля 2019 года" in text.render(progress_paper.progress_report(paper(), "ru"))
    assert "Адресат: " in text.render(progress_paper.progress_report(paper(), "ru"))


def test_one_state_has_one_word_in_russian(paper):
    for make in (progress_paper.progress_report, board_paper.board_progress):
        said = text.render(make(paper(date(2019, 6, 20)), "ru"))
        assert "просрочено мероприятий" in said
        assert "плана выполнено" in said
        assert "с опозданием" not in said


def test_the_report_calls_tasks_as_their_plan_does(paper):
    heads = [one.split("\t")[0] for one in text.render(progress_paper.progress_report(paper(), "ky")).splitlines()]
    assert [one for one in heads if one in ("Маселе", "Тапшырма")] == ["Маселе", "Тапшырма", "Тапшырма"]


@pytest.mark.parametrize("make", [handouts.standards, handouts.action_plan])
def test_sheets_name_the_office_and_its_village_above_the_approval(paper, make):
    first = pages_of(make(paper(), "ky"))[0]
    places = [first.index(squeezed(one)) for one in ("Нарын району", "Орто-Нура айылы", "токтому менен бекитилди")]
    assert places == sorted(places)


def test_standards_and_changes_are_dated_or_approved_and_signed(paper):
    assert "Комиссиянын катчысы\t" in text.render(handouts.standards(paper(), "ky"))
    said = text.render(changes_paper.changes(paper(), "ky"))
    assert "2019-жылдын 16-апрелине карата" in said
    assert "Комиссиянын катчысы\t" in said


def test_a_russian_list_of_changes_is_russian_and_says_what_is_not(paper, store, chet_nura, real):
    activity, other = real.priorities[0].tasks[0].activities[:2]
    approval_actions.open_amendment(store, strategy_id=chet_nura, reason="Каражат", on=TODAY)
    plan_actions.set_deadline_words(store, activity_id=activity.id, words="2019 жыл октябрь")
    made = changes_paper.changes(paper(), "ru")
    assert "1/1.1\tСрок\tмарт 2019 г.\tоктябрь 2019 г." in text.render(made)
    assert made.untranslated == 1, "the reason is typed in one language"
    plan_actions.change_activity(store, activity_id=other.id, text_ky="Фокус топ өткөрүү")
    made = changes_paper.changes(paper(), "ru")
    assert (made.untranslated, "Непереведённые" in made.footer) == (3, True)
    assert changes_paper.changes(paper(), "ky").untranslated == 0


@pytest.mark.parametrize("is_decided", [False, True], ids=["open", "decided"])
def test_a_russian_list_of_changes_gives_the_reason_in_russian_where_it_is_written(
    paper, store, chet_nura, real, is_decided
):
    activity = real.priorities[0].tasks[0].activities[0]
    reason = {"reason": "Каражат кечикти", "reason_ru": "Средства\nзадержаны"}
    approval_actions.open_amendment(store, strategy_id=chet_nura, on=TODAY, **reason)
    plan_actions.set_deadline_words(store, activity_id=activity.id, words="2019 жыл октябрь")
    if is_decided:
        approval_actions.decide_amendment(store, strategy_id=chet_nura, on=LATER.date, act=LATER)
    made = changes_paper.changes(paper(), "ru")
    assert "Причина: Средства задержаны" in text.render(made)
    assert made.untranslated == 0
    assert "Себеби: Каражат кечикти" in text.render(changes_paper.changes(paper(), "ky"))


@pytest.mark.parametrize(
    ("language", "approved", "amended"),
    [
        (
            "ky",
            "айылдык Кеңешинин 2019-жылдын 13-мартындагы №17/16 токтому менен бекитилди.",
            "2019-жылдын 2-сентябрындагы №20/3 токтому менен өзгөртүүлөр",
        ),
        ("ru", "айылного аймака Чет-Нура от 13 марта 2019 года № 17/16.", "Изменения внесены постановлением"),
        ("en", "by the resolution of 13 March 2019 No. 17/16.", "Amended by the resolution of 2 September"),
    ],
)
def test_each_resolution_has_a_sentence_of_its_own(paper, store, chet_nura, real, language, approved, amended):
    activity = real.priorities[0].tasks[0].activities[0]
    approval_actions.open_amendment(store, strategy_id=chet_nura, reason="Каражат", on=date(2019, 8, 20))
    plan_actions.set_deadline_words(store, activity_id=activity.id, words="2019 жыл октябрь")
    approval_actions.decide_amendment(store, strategy_id=chet_nura, on=LATER.date, act=LATER)
    lines = text.render(changes_paper.changes(paper(), language)).splitlines()
    first = next(number for number, line in enumerate(lines) if line.endswith(approved))
    assert lines[first].startswith({"en": "The strategy was approved "}.get(language, "Стратегия "))
    assert lines[first + 1].startswith(amended)
    assert lines[first + 1].endswith(".")


def test_the_contents_are_those_of_the_approved_text(paper):
    """Eight numbered sections; what stands below the eighth without a number is not among them (ST seed)."""
    contents = pages_of(handouts.strategy(paper(), "ky"))[2]
    numbered = [f"{one['number']}. {one['title_ky']}" for one in SAMPLE["sections"] if one["number"]]
    assert len(numbered) == 8
    assert missing(numbered, contents) == []
    others = [one["title_ky"] for one in SAMPLE["sections"] if not one["number"]]
    assert [one for one in others if squeezed(one) in contents] == []


def test_the_contents_of_a_strategy_without_numbers_name_all_sections(paper):
    found = paper()
    for section in found.written.sections:
        section.number = ""
    contents = pages_of(handouts.strategy(found, "ky"))[2]
    assert missing([one["title_ky"] for one in SAMPLE["sections"]], contents) == []


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_what_leads_to_a_table_stands_on_its_page(paper, language):
    pages = pages_of(handouts.strategy(paper(), language))
    for lead, row in (
        ("№135-б буйругунун негизинде түзүлгөн.", "Мусурканов Азамат"),
        ("артыкчылыктуулугуна жараша бөлүштүрүлдү):", "Суу түтүктөрү эски"),
    ):
        assert [squeezed(row) in page for page in pages if squeezed(lead) in page] == [True]


def test_each_service_and_what_follows_them_begins_a_page(paper):
    """So Word, whose lines are a little lower or higher, has each part on the page that the contents name."""
    pages = pages_of(handouts.strategy(paper(), "ky"))
    seventh = next(one["title_ky"] for one in SAMPLE["sections"] if one["number"] == "7")
    for title in (*(one["standards_title"] for one in SAMPLE["priorities"][1:]), f"7. {seventh}"):
        assert any(page.startswith(squeezed(title)) for page in pages), title


def test_no_head_of_a_table_stands_without_rows(store, plan):
    """A strategy that was just begun: one service, and nothing written of its standards."""
    with reading(store) as session:
        begun = papers.of(session, plan.id, TODAY)
    assert "No standard has been written yet." in text.render(handouts.standards(begun, "en"))
    assert "Criterion" not in text.render(handouts.strategy(begun, "en"))
    arranging_actions.remove_task(store, task_id=plan.task_id)
    actions.remove_priority(store, priority_id=plan.priority_id)
    with reading(store) as session:
        begun = papers.of(session, plan.id, TODAY)
    assert "Justification" not in text.render(handouts.strategy(begun, "en"))


def test_a_service_that_is_not_there_is_refused(paper):
    with pytest.raises(Refused):
        handouts.action_plan(paper(), "ky", "7")


def test_the_head_of_a_task_is_written_as_in_the_approved_plan(paper):
    """«№1 маселе: Кызмат көрсөтүүлөрдүн …» in the first plan, «№1 тапшырма: …» in the others (ST seed)."""
    found = printed(handouts.action_plan(paper(), "ky"))
    for priority in SAMPLE["priorities"]:
        for task in priority["tasks"]:
            assert squeezed(f"№{task['number']}{task['kind_word']}:{task['title_ky']}") in found


def test_a_new_task_has_a_small_letter_too(store, plan):
    with reading(store) as session:
        fresh = papers.of(session, plan.id, TODAY)
    assert squeezed("№1 тапшырма: Суу түтүгү") in printed(handouts.action_plan(fresh, "ky"))


def test_the_report_of_a_quarter_says_what_was_done_in_it_and_what_comes_next(store, plan):
    plan.does("2019 жыл март", "2019 жыл май", "2019 жыл август", "2019 жыл ноябрь").is_approved()
    plan.is_reviewed(date(2019, 3, 29), n1_1=Progress.DONE)
    plan.is_reviewed(date(2019, 6, 28), done_on=date(2019, 6, 3), n1_2=Progress.DONE)
    with reading(store) as session:
        fresh = papers.of(session, plan.id, date(2019, 7, 2))
    told = text.render(progress_paper.progress_report(fresh, "ky"))
    assert "2019-жылдын II кварталы" in told
    done, following = told.split("Кварталда аткарылды")[1].split("Кийинки кварталда аткарылат")
    assert [number for number in ("1.1", "1.2", "1.3", "1.4") if f"1/{number}." in done] == ["1.2"]
    assert [number for number in ("1.1", "1.2", "1.3", "1.4") if f"1/{number}." in following] == ["1.3"]
    assert "03.06.2019 аткарылды" in done


def test_something_done_on_an_untold_day_belongs_to_the_quarter_that_was_reviewed(store, plan):
    """A review in July looks back at the spring, and nobody was late by it."""
    plan.does("2019 жыл май").is_approved()
    plan.is_reviewed(date(2019, 7, 5), n1_1=Progress.DONE)
    with reading(store) as session:
        fresh = papers.of(session, plan.id, date(2019, 7, 10))
        told = showing.summary(fresh.strategy, fresh.strategy, date(2019, 7, 10), "ky")
    done = text.render(progress_paper.progress_report(fresh, "ky")).split("Кварталда аткарылды")[1]
    assert "1/1.1." in done.split("Кийинки кварталда")[0]
    assert "05.07.2019 аткарылды" not in done
    (one,) = told["services"][0]["tasks"][0]["activities"]
    assert (one["state"], one["done_on"]) == ("done", None)


def test_what_a_later_review_calls_done_again_was_not_done_in_its_quarter(store, plan):
    plan.does("2019 жыл май", "2019 жыл август").is_approved()
    plan.is_reviewed(date(2019, 7, 5), n1_1=Progress.DONE)
    plan.is_reviewed(date(2019, 10, 4), n1_1=Progress.DONE, n1_2=Progress.DONE)
    with reading(store) as session:
        fresh = papers.of(session, plan.id, date(2019, 10, 10))
    done = text.render(progress_paper.progress_report(fresh, "ky")).split("Кварталда аткарылды")[1]
    assert [number for number in ("1.1", "1.2") if f"1/{number}." in done.split("Кийинки кварталда")[0]] == ["1.2"]


def test_the_report_names_what_was_cancelled_without_a_decision(store, plan):
    plan.does("2019 жыл март", "2019 жыл май").is_approved()
    day = date(2019, 7, 2)

    def told(language):
        with reading(store) as session:
            return text.render(progress_paper.progress_report(papers.of(session, plan.id, day), language))

    heading = "Cancelled by a review, no decision of the council"
    assert heading not in told("en")
    plan.is_reviewed(date(2019, 6, 28), n1_2=Progress.CANCELLED)
    cancelled = told("en").split(heading)[1]
    assert "1/1.2." in cancelled
    assert "1/1.1." not in cancelled


def test_a_quarter_is_reported_until_a_month_after_its_end(paper):
    named = {
        date(2019, 6, 28): "2019-жылдын II кварталы",
        date(2019, 7, 30): "2019-жылдын II кварталы",
        date(2019, 7, 31): "2019-жылдын III кварталы",
        date(2020, 1, 15): "2019-жылдын IV кварталы",
    }
    for day, name in named.items():
        assert name in text.render(progress_paper.progress_report(paper(day), "ky"))


def test_an_idle_quarter_is_reported_in_words(paper):
    told = text.render(progress_paper.progress_report(paper(date(2020, 2, 3)), "ru"))
    assert "За квартал ничего не выполнено." in told
    assert "В следующем квартале сроков нет." in told
