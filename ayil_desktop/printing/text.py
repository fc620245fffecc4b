"""How does a document read as plain text? For the command line, for search and for tests."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from ayil_desktop.printing import document, drawing, literal

_BLANK = "____________"
_BOX = "☐"
_SCISSORS = "- - - - - - - -"


def render(paper: document.Document) -> str:
    """Every text in reading order: one line for each paragraph, point or row; a row's cells are parted by tabs."""
    draft = [_row(paper.draft)] if paper.draft else []
    footer = [_row(paper.footer)] if paper.footer else []
    return "\n".join([*draft, *_lines(paper.blocks, paper), *footer]) + "\n"


def _lines(blocks: Sequence[document.Block], paper: document.Document) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, paper)


def _block(block: document.Block, paper: document.Document) -> Iterator[str]:  # noqa: C901 - one case for each word
    match block:
        case document.Letterhead():
            yield from map(_row, (*block.kyrgyz, *block.russian, *filter(None, [block.contact])))
        case document.ResolutionHead():
            yield from map(_row, (block.body, block.session, block.word))
            yield _row(f"{block.date} {block.number}", block.place)
        case document.DateLine():
            yield _row(*filter(None, (block.date, block.number, block.place)))
        case document.ApprovalMark():
            yield from map(_row, (block.word, block.role))
            yield _row(_BLANK, block.name)
            yield from filter(None, [_row(block.date)])
        case document.AnnexMark() | document.Title() | document.Subtitle() | document.Heading() | document.Paragraph():
            yield _row(block.text)
        case document.NumberedList():
            yield from _numbered(block.items, block.prefix, block.start, block.mark)
        case document.BulletList():
            yield from _bulleted(block.items, block.mark)
        case document.KeyValues():
            yield from (_row(key, value if document.plain(value) else _BLANK) for key, value in block.pairs)
        case document.Contents():
            yield _row(block.title)
            yield from (_row(heading.text) for heading in document.headings(paper.blocks) if heading.level < 3)
        case document.Table():
            head = block.head or (tuple(column.title for column in block.columns),)
            yield from (_row(*map(_cell, row)) for row in (*head, *block.rows) if any(map(_cell, row)))
        case document.Figures():
            yield from (_row(figure.value, figure.label) for figure in block.items)
        case document.Signatures():
            yield from filter(None, [_row(block.heading)])
            yield from (_row(line.role, _BLANK, *filter(None, [line.name])) for line in block.lines)
            yield from filter(None, [_row(block.stamp)])
        case document.Checkboxes():
            yield from (_row(f"{_BOX} {option}") for option in block.options)
        case document.WritingLines():
            yield _row(block.label, _BLANK)
        case document.CutLine():
            yield _SCISSORS
        case document.KeepTogether():
            yield from _lines(block.blocks, paper)
        case document.PageBreak() | document.Space():
            yield ""
        case drawing.Drawing():
            yield from (_row(shape.text) for shape in block.shapes if isinstance(shape, drawing.Label))
        case _:
            assert_never(block)


def _row(*texts: document.Text) -> str:
    return "\t".join(literal.clean(document.plain(text)) for text in texts)


def _cell(cell: str | document.Cell) -> document.Text:
    return cell if isinstance(cell, str) else cell.text


def _numbered(items: Sequence[document.Text | document.Item], prefix: str, start: int, mark: str) -> Iterator[str]:
    for number, item in enumerate(items, start=start):
        text, below = (item.text, item.items) if isinstance(item, document.Item) else (item, ())
        yield f"{prefix}{number}{mark} {_row(text)}"
        yield from _numbered(below, f"{prefix}{number}.", 1, mark)


def _bulleted(items: Sequence[document.Text | document.Item], mark: str) -> Iterator[str]:
    for item in items:
        text, below = (item.text, item.items) if isinstance(item, document.Item) else (item, ())
        yield f"{mark} {_row(text)}"
        yield from _bulleted(below, "–")
