"""Do blocks of cells come from Excel, Word and LibreOffice as they were, and go back?"""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.widgets import clipboard

EXCEL = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=Generator content="Microsoft Excel 14"><style><!--
table {mso-displayed-decimal-separator:","} .xl65 {mso-number-format:"Short Date";}
--></style></head><body link=blue vlink=purple>
<table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse:collapse'>
<!--StartFragment-->
 <col width=64 style='width:48pt'>
 <tr height=20><td height=20 class=xl65 width=64>Мусурканов
  Азамат</td><td align=right x:num>1970</td></tr>
 <tr height=20><td height=20>Садыкова&nbsp;К. &amp; уулу</td><td></td></tr>
<!--EndFragment-->
</table></body></html>"""

WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>p.MsoNormal {margin:0}</style></head><body>
<!--StartFragment--><table class=MsoTableGrid><tr style='mso-yfti-irow:0'>
<td width=100><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><o:p>&nbsp;</o:p></p></td>
<td><p class=MsoNormal><b>Жумабекова <span lang=RU>Айнура</span></b><o:p></o:p></p><p class=MsoNormal>башкы адис</p>
</td>
<td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table><!--EndFragment--></body></html>"""


def test_a_block_of_excel():
    assert clipboard.block(EXCEL, "") == [["Мусурканов Азамат", "1970"], ["Садыкова К. & уулу", ""]]


def test_a_table_of_word_with_paragraphs_and_numbers():
    assert clipboard.block(WORD, "") == [["1.", "Жумабекова Айнура\nбашкы адис", ""]]


def test_a_block_of_libreoffice():
    calc = """<!DOCTYPE html><html><head><title></title></head><body><table cellspacing="0" border="0">
    <colgroup width="85"></colgroup><tr><td height="17" align="left"><font face="x">Асан</font></td>
    <td align="right" sdval="43537" sdnum="1033;0;DD.MM.YYYY">13.03.2019</td></tr></table></body></html>"""
    assert clipboard.block(calc, "ignored") == [["Асан", "13.03.2019"]]


def test_what_is_merged_stands_in_the_first_cell():
    html = """<table><tr><td rowspan=2>№</td><td colspan=2>Курам</td></tr><tr><td>аял</td><td>эркек</td></tr>
    <tr><td>1</td><td>3</td><td>8</td></tr></table>"""
    assert clipboard.block(html, "") == [["№", "Курам", ""], ["", "аял", "эркек"], ["1", "3", "8"]]


def test_a_merged_column_beside_a_merged_block():
    html = "<table><tr><td rowspan=3 colspan=2>a</td><td>b</td></tr><tr><td>c<tr><td>d</td></tr><tr><td>e</table>"
    assert clipboard.block(html, "") == [["a", "", "b"], ["", "", "c"], ["", "", "d"], ["e", "", ""]]


def test_a_table_within_a_cell_is_words_of_that_cell():
    html = "<table><tr><td>тышкы<table><tr><td>ички</td><td>эки</td></tr></table></td><td>b</td></tr></table>"
    assert clipboard.block(html, "") == [["тышкы\nички\nэки", "b"]]


def test_two_tables_follow_each_other_and_words_between_are_left_out():
    html = "<p>Тизме</p><table><tr><td>a</td></tr></table><p>жана</p><table><tr><th>b</th><td>c</td></tr></table>"
    assert clipboard.block(html, "") == [["a", ""], ["b", "c"]]


def test_a_broken_page_is_read_as_far_as_it_goes():
    assert clipboard.block("<table><td>a<td>b<tr><td>c</table><![foo]>", "") == [["a", "b"], ["c", ""]]


def test_without_a_table_the_text_counts():
    assert clipboard.block("<p>Асан</p><!-- <table> -->", "a\tb\r\nc\td\r\n") == [["a", "b"], ["c", "d"]]


def test_a_cell_with_lines_is_between_quotation_marks():
    assert clipboard.block("", '1\t"биринчи\nэкинчи"\t"""Аманат"" КФ"\r\n2\tүч\t\r\n') == [
        ["1", "биринчи\nэкинчи", '"Аманат" КФ'],
        ["2", "үч", ""],
    ]


def test_a_name_in_quotation_marks_is_not_a_quoted_cell():
    assert clipboard.block("", '"Аманат" КФ\t"Ырыс"\n"жабылбаган') == [['"Аманат" КФ', '"Ырыс"'], ['"жабылбаган', ""]]


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\r\n", "  "])
def test_an_empty_clipboard_is_no_rows(text):
    assert clipboard.block("", text) == []


def test_empty_rows_within_stay_and_those_at_the_end_go():
    assert clipboard.block("", "a\n\nb\n\n\n") == [["a"], [""], ["b"]]


def test_old_line_ends_are_line_ends():
    assert clipboard.block("", "a\rb\r") == [["a"], ["b"]]


def test_a_formula_and_a_fraction_stay_text_in_excel():
    html = clipboard.as_html([["=1+1", "15/8"], ["<b>", "a\nb"]])
    assert "mso-number-format" in html
    assert "<td>&lt;b&gt;</td>" in html
    assert clipboard.block(html, "") == [["=1+1", "15/8"], ["<b>", "a\nb"]]


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from(' "\n\t'), max_size=12)


def plain(cell):
    """Blanks at the ends and in rows are not what a table is about."""
    return "\n".join(" ".join(line.split()) for line in cell.strip().split("\n")).strip()


@given(st.lists(st.lists(CELLS.map(plain), min_size=2, max_size=2).filter(any), min_size=1, max_size=4))
def test_what_was_copied_is_pasted(rows):
    assert clipboard.block(clipboard.as_html(rows), "") == rows
    pasted = clipboard.block("", clipboard.as_text(rows))
    assert pasted == rows


@given(st.text(max_size=200))
def test_no_clipboard_stops_the_program(junk):
    rows = clipboard.block("<table>" + junk, junk)
    assert len({len(row) for row in rows}) <= 1


def test_a_cell_that_claims_to_be_huge_is_cut():
    assert len(clipboard.block("<table><tr><td colspan=999999999 rowspan=x>a</td></tr></table>", "")[0]) <= 200


def test_a_large_block_is_read_in_one_go():
    """Not a benchmark: a quadratic reader would need minutes."""
    started = time.process_time()
    assert len(clipboard.block("", 'Мусурканов\tбашчы\t"a\n""b"""\r\n' * 5000)) == 5000
    assert time.process_time() - started < 20
