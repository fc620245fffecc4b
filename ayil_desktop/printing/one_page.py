"""Does a paper stand on one page? Asked before its letters are chosen."""

from dataclasses import replace

from ayil_desktop.printing.document import Document

_ROOM_FOR_WORD = 32  # mm at the foot


def stands_on(paper: Document) -> bool:
    """In Word too, which breaks lines elsewhere: the page is measured a little shorter than it is."""
    from ayil_desktop.printing import pdf  # the letters' widths take a while to load

    return pdf.page_count(replace(paper, margins=replace(paper.margins, bottom=_ROOM_FOR_WORD))) == 1
