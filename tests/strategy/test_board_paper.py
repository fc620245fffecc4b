"""Does the page for the notice board stay one page that can be read from a step away, whatever the plan holds?"""

from datetime import date

import pypdfium2
import pytest

from ayil_desktop.printing import docx, pdf, text
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import actions, board_paper, papers, plan_actions, rules
from ayil_desktop.strategy.plan_actions import ActivityEntry
from tests.strategy.made_up import Plan

TODAY = date(2019, 4, 16)
LONG = "калкты таза суу менен үзгүлтүксүз камсыз кылуу " * 213


def paper_of(store, strategy_id):
    with reading(store) as session:
        return papers.of(session, strategy_id, TODAY)


def of_services(store, count, name="", words="Долбоор жазуу"):
    """An office with so many services, each with one activity to come."""
    plan = Plan(store)
    tasks = [plan.task_id]
    for number in range(2, count + 1):
        of = plan.serves(f"{number}-кызмат", votes=3)
        tasks.append(plan_actions.add_task(store, priority_id=of, title_ky="Маселе").made)
    for number, one in enumerate(plan.strategy.priorities, 1):
        actions.change_priority(store, priority_id=one.id, name_ky=f"{number}-кызмат {name}".strip())
    for task in tasks:
        plan_actions.add_activity(store, task_id=task, entry=ActivityEntry(words, deadline="2019 жыл июнь"))
    return paper_of(store, plan.id)


@pytest.mark.parametrize(
    ("count", "name", "words"),
    [
        (3, "", "Долбоор жазуу"),
        (3, LONG, LONG),
        (9, "суу менен камсыздоо " * 6, "жобону иштеп чыгуу " * 12),
        (9, LONG, LONG),
        (20, LONG, LONG),
        (3, "С" * 10_000, "у" * 10_000),
    ],
)
def test_it_is_one_upright_page_in_letters_that_can_be_read(store, count, name, words):
    paper = of_services(store, count, name, words)
    for made in (board_paper.board_progress(paper, language) for language in ("ky", "ru")):
        pages = pypdfium2.PdfDocument(pdf.render(made))
        width, height = pages[0].get_size()
        assert (len(pages), round(width), round(height)) == (1, 595, 842)
        assert made.size >= 11
        assert docx.render(made).startswith(b"PK")
        pages.close()


def test_the_real_plan_stands_there_whole_and_large(store, chet_nura):
    made = board_paper.board_progress(paper_of(store, chet_nura), "ky")
    said = text.render(made)
    assert made.size >= 13
    assert "…" not in said
    for name in ("Таза суу менен камсыздоо", "КТК жыйноону", "Сугат суу менен"):
        assert name in said


def test_what_is_late_is_said_at_its_service(store, chet_nura):
    """The longest late ones by name with their deadlines, the others by their number; the figure above is the sum."""
    with reading(store) as session:
        paper = papers.of(session, chet_nura, date(2019, 6, 30))
    made = board_paper.board_progress(paper, "ky")
    said = text.render(made)
    assert made.size >= 13
    first, second, third = said.split("Аткарылды: ")[1:]
    assert "Кечиккен: 8." in first
    assert first.index("алгачкы варианттарын иштеп чыгуу (2019 жыл март)") < first.index("2019 жыл 15-апрелге чейин")
    assert "жана дагы 6" in first
    assert first.index("жана дагы 6") < first.index("Кийинкиси: ")
    assert "Кечиккен: 1." in second
    assert "жана дагы" not in second
    assert "Кечиккен: 15." in third
    names = [one.text for each in rules.activities(paper.strategy) for one in each.responsible]
    assert [name for name in names if name in said] == []


def test_where_nothing_is_late_nothing_is_said_of_it(store):
    assert "Late:" not in text.render(board_paper.board_progress(of_services(store, 2), "en"))


def test_long_names_are_shortened_before_a_service_is_left_out(store):
    said = text.render(board_paper.board_progress(of_services(store, 9, LONG, LONG), "en"))
    assert [number for number in range(1, 10) if f"{number}-кызмат калкты" not in said] == []
    assert "…" in said
    assert "more service" not in said


def test_of_too_many_services_the_rest_is_counted(store):
    said = text.render(board_paper.board_progress(of_services(store, 30), "en"))
    shown = said.count("Next: ")
    assert 12 < shown < 30
    assert f"and {30 - shown} more services: done 0 of {30 - shown}" in said
    assert said.index("1-кызмат") < said.index("more services")
