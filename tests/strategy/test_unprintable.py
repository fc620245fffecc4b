"""What the face of the paper cannot show is a box there, said to whoever prints, and whole in the Word file."""

from datetime import date

import pytest

from ayil_desktop.language import wording
from ayil_desktop.printing import docx, text, unprintable
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import handouts, papers, plan_actions
from ayil_desktop.strategy.plan_actions import ActivityEntry
from tests.printing import reading as printed

HOSTILE = "Кудук 😀 سلام <b>&amp;</b> =1+1"


@pytest.fixture
def paper(plan, store):
    plan_actions.add_activity(store, task_id=plan.task_id, entry=ActivityEntry(HOSTILE, deadline="2019 жыл май"))
    with reading(store) as session:
        return handouts.action_plan(papers.of(session, plan.id, date(2019, 4, 16)), "ky")


def test_its_signs_are_named_and_the_others_are_not(paper):
    assert unprintable.signs(paper) == "".join(sorted(set("😀سلام")))


def test_nothing_is_said_of_a_plan_in_the_letters_of_the_office(store, chet_nura):
    with reading(store) as session:
        found = papers.of(session, chet_nura, date(2019, 4, 16))
    assert [unprintable.signs(handouts.strategy(found, one)) for one in ("ky", "ru")] == ["", ""]


def test_the_word_file_keeps_the_text_as_it_is(paper):
    assert HOSTILE in printed.word_text(docx.render(paper))
    assert HOSTILE in text.render(paper)


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        ("ky", "2 белги басылбайт (ж ☃)"),
        ("ru", "2 знака не печатаются (ж ☃)"),
        ("en", "2 signs cannot be printed (ж ☃)"),
    ],
)
def test_who_prints_is_told_in_the_own_language(language, spoken, said):
    language(spoken)
    assert str(wording.unprintable("ж☃")).startswith(said)


def test_the_preview_says_it_over_the_pages(qtbot, paper, language, no_memory):
    from ayil_desktop.window.preview_window import PreviewWindow  # Qt only here

    language("en")
    window = PreviewWindow(lambda _language: paper, "План", "ky")
    qtbot.addWidget(window)
    window.bring()
    qtbot.wait_until(window.isVisible, timeout=20_000)
    assert "5 signs cannot be printed" in window.preview.untranslated.text()
    window.close()
