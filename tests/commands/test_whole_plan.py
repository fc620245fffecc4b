"""Is the plan that the council approved the same in the program's own copy, in an export and on the printed pages?"""

import hashlib
import json
import re
from contextlib import closing

import pypdfium2
import pytest

from ayil_desktop import command_line, shipped

APPROVED = "829d6f09b2fed84dbbab78591f64eb7d5f76bf4bbc407209871778ce7ee6988d"
"""Of the services, standards and plans as they were compared with the council's resolution, letter by letter."""
SAMPLE = json.loads(shipped.resource("samples/chet-nura-strategy.json").read_text(encoding="utf-8"))
WRITTEN = (
    "name_ky", "justification", "causes", "standards_title", "standards_headings", "plan_title", "plan_headings",
    "service_line", "name_in_plan", "goal_label", "goal", "results_label",
)  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plan") / "Chet-Nura.ayil"
    assert command_line.main(["sample", "chet-nura", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def exported(office, tmp_path_factory):
    file = tmp_path_factory.mktemp("exported") / "all.json"
    assert command_line.main(["export", str(office), str(file)]) == 0
    return json.loads(file.read_text(encoding="utf-8"))["records"]


def shipped_plan():
    """The services of the sample, each with its standards, tasks and activities in their order."""
    return [_shipped_service(one) for one in SAMPLE["priorities"]]


def _shipped_service(one):
    tasks = [
        {name: task[name] for name in ("number", "kind_word", "title_ky", "results_label", "results")}
        | {"activities": [_activity(each, each["responsible"]) for each in task["activities"]]}
        for task in one["tasks"]
    ]
    standards = [{name: each[name] for name in ("criterion_ky", "texts")} for each in one["standards"]]
    return {name: one[name] for name in WRITTEN} | {"results": one["results"], "standards": standards, "tasks": tasks}


def exported_plan(records):
    """The same, put together from the rows of an export by their ids and places."""

    def rows(kind, **of):
        ((name, value),) = of.items()
        return sorted((one for one in records[kind] if one[name] == value), key=lambda one: one["place"])

    (strategy,) = records["strategy"]
    return [
        {name: one[name] for name in WRITTEN}
        | {
            "results": [each["text_ky"] for each in rows("indicator", priority_id=one["id"])],
            "standards": [
                {name: each[name] for name in ("criterion_ky", "texts")}
                for each in rows("standard", service_id=one["service_id"])
            ],
            "tasks": [
                {name: task[name] for name in ("number", "kind_word", "title_ky", "results_label")}
                | {
                    "results": [each["text_ky"] for each in rows("indicator", task_id=task["id"])],
                    "activities": [
                        _activity(each, [who["text"] for who in rows("responsible", activity_id=each["id"])])
                        for each in rows("activity", task_id=task["id"])
                    ],
                }
                for task in rows("task", priority_id=one["id"])
            ],
        }
        for one in rows("priority_service", strategy_id=strategy["id"])
    ]


def _activity(one, responsible):
    names = ("number", "text_ky", "products", "resources", "deadline_ky")
    return {name: one[name] for name in names} | {"responsible": responsible}


def digest(plan):
    content = json.dumps(plan, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


def strings(value):
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(one)


def squeezed(words):
    return re.sub(r"[\s\u00ad\u2010\ufffe\x02-]", "", words)


def test_the_programs_copy_is_what_was_compared_with_the_resolution():
    plan = shipped_plan()
    assert [len(one["tasks"]) for one in plan] == [6, 6, 6]
    assert [sum(len(task["activities"]) for task in one["tasks"]) for one in plan] == [20, 20, 19]
    assert [len(one["standards"]) for one in plan] == [4, 4, 4]
    assert digest(plan) == APPROVED


def test_an_export_holds_the_approved_plan_in_its_order_and_nothing_else(exported):
    assert exported_plan(exported) == shipped_plan()


@pytest.mark.parametrize("document", ["strategy", "action-plan", "action-plan-a3"])
def test_every_text_of_the_export_is_on_the_printed_pages(office, exported, tmp_path, document):
    """Each as often as the plan says it: a row that is left out would be missed even where another says the same."""
    paper = tmp_path / "x.pdf"
    assert command_line.main(["print", str(office), document, "-o", str(paper)]) == 0
    with closing(pypdfium2.PdfDocument(paper)) as made:
        pages = [page.get_textpage().get_text_range() for page in made]
    count = len(pages)
    printed = "".join(squeezed(page).removesuffix(f"{at}/{count}") for at, page in enumerate(pages, 1))
    plan = exported_plan(exported)
    for one in plan:
        if document != "strategy":
            for name in ("name_ky", "justification", "causes", "standards", "standards_title", "standards_headings"):
                del one[name]
        for task in one["tasks"]:
            del task["kind_word"]
    wanted = [squeezed(one) for one in strings(plan)]
    assert len(wanted) > 600
    assert [one for one in set(wanted) if printed.count(one) < wanted.count(one)] == []
