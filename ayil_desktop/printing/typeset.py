"""Of which strips does each block of a document consist?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from ayil_desktop.printing import document, drawing, forms, lines, page, tables, writing
from ayil_desktop.printing.strips import Cut, Gap, NewPage, PageOf, Picture, Rules, Strip, Words, keep_together

INDENT = 12.5  # mm: the first line of a paragraph
_MM = page.POINTS_PER_MM
_LINES_BEFORE_SIGNATURE = 2


@dataclass(frozen=True, slots=True)
class _Setting:
    """The field that is written on, in points, and the document's letters."""

    width: float
    height: float
    size: float
    headings: tuple[document.Heading, ...]


def strips_of(paper: document.Document, sheet: page.Sheet) -> list[Strip]:
    """All strips of a document, the signatures held with the two lines before them."""
    setting = _Setting(sheet.writing_width, sheet.writing_height, paper.size, tuple(document.headings(paper.blocks)))
    strips = _joined(paper.blocks, setting)
    for number, strip in enumerate(one for one in strips if one.heading is not None):
        strip.heading = number
    return strips


def _joined(blocks: Sequence[document.Block], setting: _Setting) -> list[Strip]:
    strips: list[Strip] = []
    for block in blocks:
        if _begins_with_signatures(block):
            _hold_last_lines(strips)
        strips += _block_strips(block, setting)
    return strips


def _begins_with_signatures(block: document.Block) -> bool:
    if isinstance(block, document.KeepTogether):
        written = [inner for inner in block.blocks if not isinstance(inner, document.Space)]
        return bool(written) and _begins_with_signatures(written[0])
    return isinstance(block, document.Signatures)


def _hold_last_lines(strips: list[Strip]) -> None:
    """Keep the last lines with what follows, so that a signature never stands alone on a page."""
    found = 0
    for strip in reversed(strips):
        if found == _LINES_BEFORE_SIGNATURE or isinstance(strip, NewPage | Cut):
            return
        strip.keep = True
        found += strip.is_text


def _block_strips(block: document.Block, setting: _Setting) -> list[Strip]:  # noqa: C901 - one case for each word
    width, size = setting.width, setting.size
    match block:
        case document.Letterhead():
            return _letterhead(block, setting)
        case document.ResolutionHead():
            return _resolution_head(block, setting)
        case document.DateLine():
            return _date_line(block, setting)
        case document.ApprovalMark():
            return forms.approval_strips(block, width=width, size=size)
        case document.AnnexMark():
            return forms.annex_strips(block, width=width, size=size)
        case document.Title():
            return _middle(block.text, setting, size + 1, bold=True, before=size, after=size * 0.8)
        case document.Subtitle():
            return _middle(block.text, setting, size, bold=False, before=size * 0.3, after=size * 0.8)
        case document.Heading():
            return _heading(block, setting)
        case document.Paragraph():
            return _paragraph(block, setting)
        case document.NumberedList():
            return _numbered(block.items, block, block.prefix, block.start, 0, setting)
        case document.BulletList():
            return _bulleted(block.items, block.mark, 0, setting)
        case document.KeyValues():
            return forms.key_value_strips(block, width=width, size=size)
        case document.Contents():
            return _contents(block, setting)
        case document.Table():
            return tables.table_strips(block, width=width, height=setting.height, size=size)
        case document.Figures():
            return forms.figure_strips(block, width=width, size=size)
        case document.Signatures():
            return forms.signature_strips(block, width=width, size=size)
        case document.Checkboxes():
            return forms.checkbox_strips(block, width=width, size=size)
        case document.WritingLines():
            return forms.writing_line_strips(block, width=width, size=size)
        case document.CutLine():
            return [Cut(0, parts=block.parts)]
        case document.KeepTogether():
            return keep_together(_joined(block.blocks, setting))
        case document.PageBreak():
            return [NewPage(0)]
        case document.Space():
            return [Gap(block.height * _MM)]
        case drawing.Drawing():
            return [_drawn(block, setting)]
        case _:
            assert_never(block)


def _middle(text: str, setting: _Setting, size: float, *, bold: bool, before: float, after: float) -> list[Strip]:
    room = lines.balanced_width(text, size=size, width=setting.width, bold=bold)
    x = (setting.width - room) / 2
    strips = writing.text_strips(text, x=x, room=room, size=size, align="center", bold=bold)
    strips[0].before, strips[-1].after = before, after
    keep_together(strips)
    strips[-1].keep = True
    return strips


def _heading(block: document.Heading, setting: _Setting) -> list[Strip]:
    size = setting.size + 1 if block.level == 1 else setting.size
    align: document.Align = "center" if block.level == 1 else "left"
    strips = writing.text_strips(block.text, room=setting.width, size=size, align=align, bold=True)
    strips[0].before, strips[-1].after = size * (1.3, 1.0, 0.7)[block.level - 1], size * 0.4
    strips[0].heading = 0  # numbered when all headings are known
    keep_together(strips)
    strips[-1].keep = True
    return strips


def _paragraph(block: document.Paragraph, setting: _Setting) -> list[Strip]:
    size = block.size or setting.size
    indent = INDENT * _MM if block.indent and block.align in ("left", "justify") else 0
    strips = writing.text_strips(block.text, room=setting.width, size=size, align=block.align, indent=indent)
    strips[0].before = size * 0.3
    _hold_ends(strips)
    if block.keep_with_next:
        keep_together(strips)
        strips[-1].keep = True
    return strips


def _hold_ends(strips: list[Strip]) -> None:
    """No line of a paragraph stands alone at the foot or the top of a page."""
    if len(strips) > 1:
        strips[0].keep = strips[-2].keep = True


def _numbered(
    items: Sequence[document.Text | document.Item],
    block: document.NumberedList,
    prefix: str,
    start: int,
    depth: int,
    setting: _Setting,
) -> list[Strip]:
    strips: list[Strip] = []
    numbers = [f"{prefix}{start + count}" for count in range(len(items))]
    widest = max((lines.longest_line(number + block.mark) for number in numbers), default=0) * setting.size
    for number, item in zip(numbers, items, strict=True):
        text, below = (item.text, item.items) if isinstance(item, document.Item) else (item, ())
        if block.hanging:
            strips += _hanging(number + block.mark, text, 0 if not depth else depth * 8 * _MM, widest, setting)
        else:
            strips += _flowing(number + block.mark, text, setting)
        if below:
            strips[-1].keep = True
            strips += _numbered(below, block, f"{number}.", 1, depth + 1, setting)
    return strips


def _hanging(mark: str, text: document.Text, x: float, mark_width: float, setting: _Setting) -> list[Strip]:
    size = setting.size
    begin = x + max(mark_width + 2.5 * _MM, 8 * _MM)
    strips = writing.text_strips(text, x=begin, room=setting.width - begin, size=size, align="justify")
    strips[0].marks[:0] = writing.text_strips(mark + " ", x=x, room=begin - x, size=size)[0].marks
    strips[0].before = size * 0.3
    _hold_ends(strips)
    return strips


def _flowing(mark: str, text: document.Text, setting: _Setting) -> list[Strip]:
    """A paragraph that begins with its number."""
    runs = (document.Run(text),) if isinstance(text, str) else text
    return _paragraph(document.Paragraph((document.Run(mark + "\u00a0"), *runs)), setting)


def _bulleted(items: Sequence[document.Text | document.Item], mark: str, depth: int, setting: _Setting) -> list[Strip]:
    strips: list[Strip] = []
    for item in items:
        text, below = (item.text, item.items) if isinstance(item, document.Item) else (item, ())
        strips += _hanging(mark, text, depth * 8 * _MM, 0, setting)
        if below:
            strips[-1].keep = True
            strips += _bulleted(below, "–", depth + 1, setting)
    return strips


def _letterhead(block: document.Letterhead, setting: _Setting) -> list[Strip]:
    size, room = setting.size - 1, (setting.width - 10 * _MM) / 2
    left = writing.text_strips("\n".join(block.kyrgyz), room=room, size=size, align="center", bold=True)
    right = writing.text_strips(
        "\n".join(block.russian), x=setting.width - room, room=room, size=size, align="center", bold=True
    )
    strips = writing.beside(left, right)
    if block.contact:
        contact = writing.text_strips(block.contact, room=setting.width, size=size - 2, align="center")
        contact[0].before = 4
        strips += contact
    strips.append(Strip(6, [Rules(((0, 3, setting.width, 3),), 1.6), Rules(((0, 5.5, setting.width, 5.5),), 0.5)]))
    strips[-1].after = setting.size
    return keep_together(strips)


def _resolution_head(block: document.ResolutionHead, setting: _Setting) -> list[Strip]:
    size = setting.size
    strips = _middle(f"{block.body}\n{block.session}", setting, size, bold=True, before=0, after=size * 0.5)
    strips += _middle(block.word, setting, size + 3, bold=True, before=0, after=size)
    date = f"{block.date} {block.number}".strip()
    return keep_together(strips + _date_line(document.DateLine(date, "", block.place), setting))


def _date_line(block: document.DateLine, setting: _Setting) -> list[Strip]:
    """Three columns, each broken into lines of its own where it is too long; a short number leaves its room to both."""
    width, size = setting.width, setting.size
    middle = min((lines.longest_line(block.number) + 2) * size, width * 0.28) if block.number else 0.0
    side = (width - middle) / 2
    left = writing.text_strips(block.date, room=side, size=size)
    number = writing.text_strips(block.number, x=side, room=middle or 1, size=size, align="center")
    right = writing.text_strips(block.place, x=width - side, room=side, size=size, align="right")
    strips = writing.beside(writing.beside(left, number), right)
    strips[0].before, strips[-1].after = size * 0.6, size * 0.8
    return keep_together(strips)


def _contents(block: document.Contents, setting: _Setting) -> list[Strip]:
    """A line for each heading; the numbers are known when the pages are."""
    strips = _middle(block.title, setting, setting.size + 1, bold=True, before=setting.size, after=setting.size * 0.6)
    size, number_room = setting.size, 14 * _MM
    for number, heading in enumerate(setting.headings):
        if heading.level == 3:
            continue
        x = (heading.level - 1) * 8 * _MM
        entry = writing.text_strips(heading.text, x=x, room=setting.width - x - number_room, size=size)
        entry[0].before = size * 0.25
        entry[-1].marks += [_leader(entry[-1], setting.width - 8 * _MM, size), _page_of(number, setting)]
        strips += keep_together(entry)
    return strips


def _leader(strip: Strip, end: float, size: float) -> Rules:
    words = [mark for mark in strip.marks if isinstance(mark, Words)]
    begin = max((mark.x + mark.face.width(mark.text, size) for mark in words), default=0.0) + 2 * _MM
    down = writing.baseline(size)
    return Rules(((begin, down, end, down),), 0.8, dash=(0.8, 3))


def _page_of(heading: int, setting: _Setting) -> PageOf:
    return PageOf(setting.width, writing.baseline(setting.size), heading, setting.size)


def _drawn(block: drawing.Drawing, setting: _Setting) -> Strip:
    """The drawing in the middle, made smaller if the page is."""
    scale = min(_MM, setting.width / block.width, (setting.height - 1) / block.height)
    x = (setting.width - block.width * scale) / 2
    picture = Picture(x, 0, scale, scale, block)
    return Strip(block.height * scale, [picture], before=setting.size / 2, after=setting.size / 2, is_text=True)
