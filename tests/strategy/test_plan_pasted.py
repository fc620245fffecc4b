"""What does a table from Word or Excel say about a plan?"""

import pytest

from ayil_desktop.printing.document import Cell
from ayil_desktop.strategy import plan_paper, plan_pasted, result_lines, task_lines
from ayil_desktop.strategy.plan_columns import Column
from ayil_desktop.strategy.plan_pasted import RowKind
from ayil_desktop.widgets import clipboard

HEAD = ["Иш-аракеттер", "Күтүлгөн жыйынтык/продукт", "Ресурстар", "Өткөрүү мөөнөтү", "Жооптуу"]


def words(cell):
    """A cell of our paper as Word's clipboard has it."""
    text = cell.text if isinstance(cell, Cell) else cell
    return text if isinstance(text, str) else "".join(run.text for run in text)


def block_of(priority):
    table = plan_paper.table(priority, "ky")
    rows = [[words(cell) for cell in row] for row in (*table.head, *table.rows)]
    return [row + [""] * (5 - len(row)) for row in rows]


def test_every_printed_plan_is_read_back_as_it_stands(real):
    for priority in real.priorities:
        found = plan_pasted.read(block_of(priority))
        assert found.trouble is None
        tasks = [row for row in found.rows if row.kind is RowKind.TASK]
        assert [(one.number, one.text, one.kind_word) for one in tasks] == [
            (task.number, " ".join(task.title_ky.split()), task.kind_word) for task in priority.tasks
        ]
        assert [list(one.results) for one in tasks] == [
            result_lines.written(task.indicators, "ky") for task in priority.tasks
        ]
        rows = [row for row in found.rows if row.kind is RowKind.ACTIVITY]
        kept = [one for task in priority.tasks for one in task.activities]
        assert [(one.number, one.deadline) for one in rows] == [(one.number, one.deadline_ky) for one in kept]
        assert [[list(one.products), list(one.resources), list(one.responsible)] for one in rows] == [
            [[*one.products], [*one.resources], [row.text for row in one.responsible]] for one in kept
        ]
        assert not [row.doubts for row in rows if row.doubts]


def test_russian_headings_in_another_order_are_known():
    found = plan_pasted.read(
        [
            ["План мероприятий", "", "", "", ""],
            ["№", "Мероприятия", "Ответственные", "Сроки исполнения", "Ожидаемые результаты"],
            ["1", "2", "3", "4", "5"],
            ["1.", "Разработка стандартов", "", "", ""],
            ["1.1", "Собрать группу", "Глава", "до 15 апреля 2019 г.", "Протокол"],
        ]
    )
    assert found.columns == (Column.NUMBER, Column.TEXT, Column.RESPONSIBLE, Column.DEADLINE, Column.PRODUCTS)
    assert [(row.kind, row.number, row.text) for row in found.rows] == [
        (RowKind.NOTHING, "", "План мероприятий"),
        (RowKind.TASK, "1", "Разработка стандартов"),
        (RowKind.ACTIVITY, "1.1", "Собрать группу"),
    ]
    assert found.rows[0].doubts == {Column.TEXT: plan_pasted.ABOVE_THE_HEAD}
    assert found.rows[2].products == ("Протокол",)


def test_without_headings_the_content_and_the_order_of_the_plans_tell():
    found = plan_pasted.read(
        [
            ["1.1", "Иш", "Акт", "Каражат", "2019 жыл май", "Катчы"],
            ["1.2", "Дагы иш", "Схема", "", "2019 жыл 15-апрелге чейин", "Башчы"],
        ]
    )
    assert found.columns == (
        Column.NUMBER, Column.TEXT, Column.PRODUCTS, Column.RESOURCES, Column.DEADLINE, Column.RESPONSIBLE,
    )  # fmt: skip
    task, *rows = found.rows
    assert (task.kind, task.number, task.doubts) == (RowKind.TASK, "1", {Column.TEXT: plan_pasted.NO_TASK_LINE})
    assert [row.text for row in rows] == ["Иш", "Дагы иш"]


def test_a_plan_of_three_columns_has_no_resources():
    found = plan_pasted.read([["Иш", "2019 жыл май", "Катчы"], ["Дагы иш", "2019 жыл июнь", "Башчы"]])
    assert found.columns == (Column.TEXT, Column.DEADLINE, Column.RESPONSIBLE)


def test_the_user_may_say_what_a_column_is():
    block = [["Башчы", "Иш", "2019 жыл май"]]
    found = plan_pasted.read(block, columns=(Column.RESPONSIBLE, Column.TEXT, Column.DEADLINE))
    assert (found.rows[0].text, found.rows[0].responsible) == ("Иш", ("Башчы",))


def test_one_column_is_a_list_of_activities_and_says_so():
    found = plan_pasted.read([["1-маселе: Суу"], ["1.1. Кудук казуу"], ["1.2. Түтүк тартуу"]])
    assert found.trouble is plan_pasted.ONE_COLUMN
    assert [(row.kind, row.number, row.text) for row in found.rows] == [
        (RowKind.TASK, "1", "Суу"),
        (RowKind.ACTIVITY, "1.1.", "Кудук казуу"),
        (RowKind.ACTIVITY, "1.2.", "Түтүк тартуу"),
    ]


def test_a_table_without_activities_or_deadlines_says_so():
    block = [["Иш", "Акт"], ["Дагы иш", "Схема"]]
    assert plan_pasted.read(block).trouble is plan_pasted.NO_DEADLINES
    chosen = (Column.PRODUCTS, Column.NOTHING)
    assert plan_pasted.read(block, columns=chosen).trouble is plan_pasted.NO_TEXT


@pytest.mark.parametrize("written", ["—", "жок", ""])
def test_a_row_with_a_dash_for_the_responsible_is_doubted(written):
    _, row = plan_pasted.read([HEAD, ["1.1. Иш", "Акт", "Каражат", "2019 жыл май", written]]).rows
    assert row.doubts == {Column.RESPONSIBLE: plan_pasted.NOBODY}


def test_merged_cells_are_joined_marked_and_filled_from_above():
    found = plan_pasted.read(
        [
            HEAD,
            ["1.1. Иш", "Акт", "Каражат", "2019 жыл май", "Катчы"],
            ["", "Схема", "", "", "Башчы"],
            ["1.2. Дагы иш", "Отчёт", "", "", ""],
        ]
    )
    _, first, second = found.rows
    assert (first.products, first.responsible) == (("Акт", "Схема"), ("Катчы", "Башчы"))
    assert second.doubts == {Column.DEADLINE: plan_pasted.NO_DEADLINE, Column.RESPONSIBLE: plan_pasted.NOBODY}
    filled = plan_pasted.filled_from_above(found.rows)[2]
    assert (filled.deadline, filled.resources, filled.responsible) == ("2019 жыл май", ("Каражат",), ("Катчы", "Башчы"))
    assert filled.doubts == {}


@pytest.mark.parametrize(
    ("deadline", "doubt"),
    [
        ("2019 жыл май", None),
        ("туруктуу негизде", None),
        ("кар эригенде", plan_pasted.NOT_UNDERSTOOD),
        ("2019 жыл кийин", plan_pasted.NOT_UNDERSTOOD),
        ("15-апрелге чейин", plan_pasted.NO_YEAR),
        ("", plan_pasted.NO_DEADLINE),
    ],
)
def test_a_deadline_that_is_not_understood_is_marked(deadline, doubt):
    row = plan_pasted.read([HEAD, ["Иш", "", "", deadline, "Катчы"]]).rows[0]
    assert row.deadline == deadline
    assert row.doubts.get(Column.DEADLINE) is doubt


def test_numbers_that_stand_twice_or_are_taken_are_marked():
    block = [HEAD, ["1.1. Иш", "", "", "2019 жыл май", "Катчы"], ["1.1. Дагы", "", "", "2019 жыл май", "Катчы"]]
    assert [row.doubts.get(Column.NUMBER) for row in plan_pasted.read(block).rows[1:]] == [plan_pasted.TWICE] * 2
    once = plan_pasted.read(block[:2], taken=["1.1"]).rows[1]
    assert once.doubts[Column.NUMBER] is plan_pasted.TAKEN


def test_a_row_without_an_activity_and_one_of_a_book_are_marked():
    rows = plan_pasted.read(
        [HEAD, ["", "Акт", "", "2019 жыл май", "Катчы"], ["Узун " * 20_000, "", "", "2019 жыл май", "Катчы"]]
    ).rows
    assert [row.doubts[Column.TEXT] for row in rows] == [plan_pasted.EMPTY_TEXT, plan_pasted.TOO_LONG]


def test_the_line_of_a_task_in_the_wordings_of_the_plans():
    found = task_lines.read("№2 тапшырма: Баасын эсептөө Күтүлгөн жыйынтык (индикатор):\n- Баасы белгилүү\n- Бекитилди")
    assert (found.number, found.kind_word, found.title) == ("2", "тапшырма", "Баасын эсептөө")
    assert found.results == ("- Баасы белгилүү", "- Бекитилди")
    assert task_lines.read("Задача 3. Договор").title == "Договор"
    assert task_lines.read("Жөн гана сөз").title == "Жөн гана сөз"


def test_the_merged_line_of_a_task_in_a_table_of_word():
    html = (
        "<table><tr><td>Иш-аракеттер</td><td>Мөөнөтү</td><td>Жооптуу</td></tr>"
        "<tr><td colspan=3><p>1-маселе. Суу</p><p>Күтүлгөн жыйынтыктар:</p><p>– Таза суу</p></td></tr>"
        "<tr><td>1.1. Иш</td><td rowspan=2>2019 жыл май</td><td>Катчы</td></tr>"
        "<tr><td>1.2. Дагы иш</td><td>Башчы</td></tr></table>"
    )
    found = plan_pasted.read(clipboard.block(html, ""))
    assert [(row.number, row.text, row.results) for row in found.rows] == [
        ("1", "Суу", ("– Таза суу",)),
        ("1.1.", "Иш", ()),
        ("1.2.", "Дагы иш", ()),
    ]
    assert found.rows[2].doubts == {Column.DEADLINE: plan_pasted.NO_DEADLINE}


def test_five_thousand_rows_are_read_whole():
    rows = [[f"Иш {number}", "Акт", "", "2019 жыл май", "Катчы"] for number in range(5_000)]
    found = plan_pasted.read([HEAD, *rows])
    assert found.activities == 5_000


def test_nothing_in_nothing_out():
    assert plan_pasted.read([]).rows == ()
    assert plan_pasted.read([["", " "]]).rows == ()


def test_the_form_of_the_council_with_goal_and_results_beside_each_other_is_understood():
    """As the approved plan stands in Word: the line of the service, goal and results, task and results in two cells."""
    html = (
        "<table><tr><td>Иш-аракеттер</td><td>Күтүлгөн жыйынтык/ продукт</td><td>Ресурстар</td><td>Өткөрүү мөөнөтү</td>"
        "<td>Жооптуу</td></tr><tr><td colspan=5>1. №1 кызмат көрсөтүүнүн аталышы: КТК чыгаруу</td></tr>"
        "<tr><td colspan=2>Максаты: КТК чыгаруу</td><td colspan=3><p>Күтүлгөн жыйынтык (индикатор):</p>"
        "<p>1. Аймак таза</p></td></tr><tr><td colspan=2>№1 тапшырма: Стандарттар</td><td colspan=3>"
        "<p>Күтүлгөн жыйынтык (индикатор)</p><p>1. Стандарттар бар</p><p>2. Бекитилди</p></td></tr>"
        "<tr><td>1.1 Иш</td><td>Акт</td><td>— Комиссия</td><td>2019 жыл май</td><td>— Катчы</td></tr></table>"
    )
    found = plan_pasted.read(clipboard.block(html, ""))
    assert [row.kind for row in found.rows] == [RowKind.NOTHING, RowKind.NOTHING, RowKind.TASK, RowKind.ACTIVITY]
    task = found.rows[2]
    assert (task.number, task.kind_word, task.text) == ("1", "тапшырма", "Стандарттар")
    assert task.results == ("1. Стандарттар бар", "2. Бекитилди")


@pytest.mark.parametrize("number", ["1.1", "1.1.", "1.1)", "1.1.1."])
def test_a_number_keeps_its_closing_sign_in_a_column_of_its_own_and_before_the_text(number):
    beside = [["№", *HEAD], [number, "Иш", "", "", "2019 жыл май", "Катчы"]]
    before = [HEAD, [f"{number} Иш", "", "", "2019 жыл май", "Катчы"]]
    for block in (beside, before):
        assert [(row.number, row.text) for row in plan_pasted.read(block).rows[1:]] == [(number, "Иш")]


def test_a_number_is_the_same_with_and_without_its_point():
    block = [HEAD, ["1.1. Иш", "", "", "2019 жыл май", "Катчы"], ["1.1 Дагы", "", "", "2019 жыл май", "Катчы"]]
    assert [row.doubts.get(Column.NUMBER) for row in plan_pasted.read(block).rows[1:]] == [plan_pasted.TWICE] * 2
    assert plan_pasted.read(block[:2], taken=["1.1"]).rows[1].doubts[Column.NUMBER] is plan_pasted.TAKEN


@pytest.mark.parametrize(
    ("written", "number", "kind_word", "title"),
    [
        ("I. Суу", "I", "", "Суу"),
        ("II тапшырма: Жол", "II", "тапшырма", "Жол"),
        ("ІІ тапшырма. Жол", "II", "тапшырма", "Жол"),
        ("№ІІІ маселе: Жарык", "III", "маселе", "Жарык"),
        ("Задача IV. Договор", "IV", "Задача", "Договор"),
        ("ХІ. Таза суу", "XI", "", "Таза суу"),
        ("Иш баштоо", "", "", "Иш баштоо"),
        ("Тапшырма Илимий иш", "", "", "Тапшырма Илимий иш"),
        ("IIII. Суу", "", "", "IIII. Суу"),
    ],
)
def test_a_task_is_known_by_a_roman_number_in_latin_or_look_alike_letters(written, number, kind_word, title):
    found = task_lines.read(written)
    assert (found.number, found.kind_word, found.title) == (number, kind_word, title)
    row, *_ = plan_pasted.read([HEAD, [written, "", "", "", ""], ["1.1. Иш", "", "", "2019 жыл май", "Катчы"]]).rows
    assert (row.kind, row.number) == (RowKind.TASK, number)


def test_activities_stand_under_a_roman_task_by_its_value():
    block = [
        ["№", *HEAD],
        ["І.", "Суу", "", "", "", ""],
        ["1.1.", "Кудук казуу", "", "", "2019 жыл май", "Катчы"],
        ["ІІ.", "Жол", "", "", "", ""],
        ["2.1.", "Шагыл төгүү", "", "", "2019 жыл июнь", "Катчы"],
    ]
    assert [(row.kind, row.number) for row in plan_pasted.read(block).rows] == [
        (RowKind.TASK, "I"),
        (RowKind.ACTIVITY, "1.1."),
        (RowKind.TASK, "II"),
        (RowKind.ACTIVITY, "2.1."),
    ]


def test_a_heading_over_two_merged_columns_and_cells_of_two_things_are_marked():
    found = plan_pasted.read(
        [
            ["Иш-аракеттер", "Күтүлгөн жыйынтык", "Мөөнөтү жана жооптуу", ""],
            ["1.1. Иш", "Акт", "2019 жыл май, катчы", ""],
            ["1.2. Дагы иш", "Акт", "2019 жыл июнь", "Башчы"],
        ]
    )
    first, second = found.rows[1:]
    assert set(first.doubts) == {Column.DEADLINE, Column.RESPONSIBLE}
    assert (second.deadline, second.responsible) == ("2019 жыл июнь", ("Башчы",))
    assert found.trouble is None


def test_a_column_below_a_merged_heading_is_told_until_the_user_says_what_it_holds():
    block = [
        ["Иш-аракеттер", "Мөөнөтү", "Жооптуу", ""],
        ["Иш", "2019 жыл май", "Катчы", "Каражат"],
    ]
    found = plan_pasted.read(block)
    assert found.trouble is plan_pasted.MERGED_HEAD
    chosen = plan_pasted.read(block, columns=(*found.columns[:3], Column.RESOURCES))
    assert (chosen.trouble, chosen.rows[-1].resources) == (None, ("Каражат",))
