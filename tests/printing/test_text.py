"""Does the plain text say what the paper says?"""

from ayil_desktop.printing import text
from ayil_desktop.printing.document import Cell, Column, Document, NumberedList, Signature, Signatures, Table
from tests.printing import samples


def test_a_resolution_reads_in_the_order_of_the_council():
    shown = text.render(samples.resolution())
    order = ("сессиясынын\nТОКТОМУ\n24-декабрь 2018-жыл №15/8\tОрто-Нура айылы\n", "токтом кылат:\n1. ", "Төрага:\t")
    places = [shown.index(part) for part in order]
    assert places == sorted(places)


def test_a_row_of_a_table_is_a_line_with_tabs():
    table = Table((Column("№"), Column("Аты")), (("1", "Айңүр"), (Cell("баары", columns=2),)))
    assert text.render(Document("", (table,))) == "№\tАты\n1\tАйңүр\nбаары\n"


def test_a_tab_within_a_text_is_no_new_cell():
    table = Table((Column(), Column()), (("а\tб", "в"),))
    assert text.render(Document("", (table,))) == "а    б\tв\n"


def test_points_have_their_numbers_and_signatures_their_lines():
    blocks = (NumberedList(("суу", "жол"), start=2), Signatures((Signature("Төрага:", "Т.Сыдыкбеков"),), stamp="М.О."))
    assert text.render(Document("", blocks)) == "2. суу\n3. жол\nТөрага:\t____________\tТ.Сыдыкбеков\nМ.О.\n"


def test_draft_and_footer_are_said_once():
    shown = text.render(Document("", (), draft="Долбоор", footer="Протокол"))
    assert shown == "Долбоор\nПротокол\n"
