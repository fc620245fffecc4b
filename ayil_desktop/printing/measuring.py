"""How high will something be on paper? Asked before its letters are chosen."""

from collections.abc import Sequence
from dataclasses import replace

from ayil_desktop.printing import document, fonts, page, pages, tables, typeset


def height(blocks: Sequence[document.Block], paper: document.Document) -> float:
    """Of blocks below each other on the pages of a paper, in mm, with the white space between them."""
    sheet = page.sheet(paper.paper, paper.orientation, paper.margins)
    with fonts.one_at_a_time:
        strips = typeset.strips_of(replace(paper, blocks=tuple(blocks)), sheet)
        return pages.height(strips) / page.POINTS_PER_MM


def row_heights(table: document.Table, *, width: float, size: float) -> list[float]:
    """Of each row of a table that is `width` mm wide, without its head, in mm."""
    endless = page.millimetres(width) * 1000
    with fonts.one_at_a_time:
        strips = tables.table_strips(table, width=page.millimetres(width), height=endless, size=size)
    return [strip.height / page.POINTS_PER_MM for strip in strips[len(strips) - len(table.rows) :]]
