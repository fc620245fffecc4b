"""How do the parts of a paper stand that people sign, tick, fill in or see at a glance?"""

from ayil_desktop.printing import document, lines, page, writing
from ayil_desktop.printing.strips import Mark, Rules, Strip, Words, keep_together

_SIGNING_HEIGHT = 12.0  # mm: room for a hand
_ROLE_SHARE = 0.40  # of the width, and so on for the line and the name
_LINE_BEGINS = 0.43
_LINE_ENDS = 0.65
_NAME_BEGINS = 0.67
_CORNER_BEGINS = 0.54  # where a mark in the upper right corner begins
_CAPTION = 8.0
_STROKE = 0.6
_MM = page.POINTS_PER_MM


def signature_strips(block: document.Signatures, *, width: float, size: float) -> list[Strip]:
    """Role, line and name at one height; all on one page if it can hold them."""
    strips = writing.text_strips(block.heading, room=width, size=size, bold=True) if block.heading else []
    for signature in block.lines:
        strips += _signature(signature, block.caption, width, size)
    if block.stamp:
        strips += _pushed_down(writing.text_strips(block.stamp, x=6 * _MM, room=width, size=size), 5 * _MM)
    if strips:
        strips[0].before = 1.2 * size
    return keep_together(strips)


def _signature(signature: document.Signature, caption: str, width: float, size: float) -> list[Strip]:
    gap = 2 * _MM
    role = writing.text_strips(signature.role, room=width * _ROLE_SHARE, size=size)
    begin = width * _NAME_BEGINS
    name = writing.text_strips(signature.name, x=begin, room=width - begin, size=size) if signature.name else []
    if len(name) > len(role):  # both end on the line to sign on
        role = [Strip(strip.height) for strip in name[len(role) :]] + role
    else:
        name = [Strip(strip.height) for strip in role[len(name) :]] + name
    strips = writing.beside(role, name)
    end = width if not signature.name else width * _LINE_ENDS
    down = writing.baseline(size) + 1.5
    strips[-1].marks.append(Rules(((width * _LINE_BEGINS, down, end, down),), _STROKE))
    if caption:
        room = end - width * _LINE_BEGINS
        strips += writing.text_strips(caption, x=width * _LINE_BEGINS, room=room, size=_CAPTION, align="center")
    missing = _SIGNING_HEIGHT * _MM - sum(strip.height for strip in strips)
    return keep_together(_pushed_down(strips, max(missing, gap)))


def _pushed_down(strips: list[Strip], distance: float) -> list[Strip]:
    """The strips with empty height above them, which stays also at the top of a page."""
    return [Strip(distance, keep=True), *strips]


def approval_strips(block: document.ApprovalMark, *, width: float, size: float) -> list[Strip]:
    """The word, who approves, a line with the name, a line for the date."""
    x = width * _CORNER_BEGINS
    room = width - x
    strips = writing.text_strips(block.word, x=x, room=room, size=size, bold=True)
    strips += writing.text_strips(block.role, x=x, room=room, size=size)
    name = lines.broken(block.name, size=size, width=room * 0.6)
    signing = writing.text_strips(block.name, x=width - max(line.width for line in name), room=room * 0.6, size=size)
    line_end = width - max(line.width for line in name) - 2 * _MM
    down = writing.baseline(size) + 1.5
    signing[0].marks.append(Rules(((x, down, line_end if block.name else width, down),), _STROKE))
    strips += _pushed_down(signing, 5 * _MM)
    if block.date:
        strips += _pushed_down(writing.text_strips(block.date, x=x, room=room, size=size), 1.5 * _MM)
    strips[-1].after = size
    return keep_together(strips)


def annex_strips(block: document.AnnexMark, *, width: float, size: float) -> list[Strip]:
    """The mark in the upper right corner."""
    x = width * _CORNER_BEGINS
    strips = writing.text_strips(block.text, x=x, room=width - x, size=size - 1)
    strips[-1].after = size
    return keep_together(strips)


def key_value_strips(block: document.KeyValues, *, width: float, size: float) -> list[Strip]:
    """The name at the left, what is said beside it; a line to write on where nothing is said."""
    begin = min(block.key_width * _MM, width / 2)
    strips: list[Strip] = []
    for key, value in block.pairs:
        names = writing.text_strips(key, room=begin - 2 * _MM, size=size, bold=True)
        said = writing.text_strips(value, x=begin, room=width - begin, size=size)
        if not document.plain(value):
            down = writing.baseline(size) + 2
            said[0].marks.append(Rules(((begin, down, width, down),), _STROKE))
        pair = writing.beside(names, said)
        pair[0].before = size * 0.35 if document.plain(value) else size * 0.7
        if len(pair) <= 4:
            keep_together(pair)
        strips += pair
    return strips


def checkbox_strips(block: document.Checkboxes, *, width: float, size: float) -> list[Strip]:
    """Squares with a text beside each, in columns."""
    side = (7.0 if block.large else 4.2) * _MM
    letters = size + 2 if block.large else size
    column = width / block.columns
    strips: list[Strip] = []
    for begin in range(0, len(block.options), block.columns):
        row: list[Strip] = []
        for number, option in enumerate(block.options[begin : begin + block.columns]):
            row = writing.beside(row, _checkbox(option, column * number, column, side, letters))
        row[0].before = side * 0.55
        row[-1].after = side * 0.55
        strips += keep_together(row)
    return strips


def _checkbox(option: str, x: float, room: float, side: float, size: float) -> list[Strip]:
    text_x = x + side + 2.5 * _MM
    strips = writing.text_strips(option, x=text_x, room=x + room - text_x - 2 * _MM, size=size)
    top = (strips[0].height - side) / 2
    strips[0].marks.append(Rules(_frame(x, top, side, side), 0.9))
    return strips


def writing_line_strips(block: document.WritingLines, *, width: float, size: float) -> list[Strip]:
    """Lines far enough from one another to write on, the first one beginning after the label."""
    strips = writing.text_strips(block.label, room=width, size=size) if block.label else []
    ruled = strips[-1:]
    ruled += [Strip(9 * _MM) for _ in range(block.count - len(ruled))]
    for number, strip in enumerate(ruled):
        label = next((mark for mark in strip.marks if isinstance(mark, Words)), None)
        begin = label.x + label.face.width(label.text, label.size) + 2 * _MM if label else 0.0
        down = strip.height if number or not label else writing.baseline(size) + 2
        strip.marks.append(Rules(((min(begin, width - 20 * _MM), down, width, down),), _STROKE))
        strip.is_text = True
    strips = strips[:-1] + ruled
    strips[0].before = size / 2
    strips[-1].after = size / 2
    return strips


def figure_strips(block: document.Figures, *, width: float, size: float) -> list[Strip]:
    """Framed fields of equal width, a large number and what it counts in each."""
    if not block.items:
        return []
    gap = 4 * _MM
    wide = (width - gap * (len(block.items) - 1)) / len(block.items)
    large = 2.2 * size
    marks: list[Mark] = []
    heights = []
    fields = []
    for number, figure in enumerate(block.items):
        x = number * (wide + gap)
        room = wide - 4 * _MM
        strips = writing.text_strips(figure.value, x=x + 2 * _MM, room=room, size=large, align="center", bold=True)
        strips += writing.text_strips(figure.label, x=x + 2 * _MM, room=room, size=size - 2, align="center")
        heights.append(sum(strip.height for strip in strips))
        fields.append((x, strips))
    height = max(heights) + 4 * _MM
    for x, strips in fields:
        marks += _stacked(strips, 2 * _MM)
        marks.append(Rules(_frame(x, 0, wide, height), _STROKE))
    return [Strip(height, marks, before=size / 2, after=size / 2, is_text=True)]


def _frame(x: float, y: float, width: float, height: float) -> tuple[tuple[float, float, float, float], ...]:
    right, bottom = x + width, y + height
    return ((x, y, right, y), (right, y, right, bottom), (right, bottom, x, bottom), (x, bottom, x, y))


def _stacked(strips: list[Strip], top: float) -> list[Mark]:
    """The marks of the strips as those of one, one below the other."""
    marks: list[Mark] = []
    for strip in strips:
        for mark in strip.marks:
            if isinstance(mark, Words):
                marks.append(mark._replace(y=mark.y + top))
        top += strip.height
    return marks
