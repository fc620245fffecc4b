"""How wide is each column of a table?"""

from collections.abc import Iterable, Sequence

from ayil_desktop.printing import document, lines, page

_LARGEST_SHARE = 0.4  # of the table: what one long word may claim for its column
_LARGEST_NOWRAP = 0.6
_LEAST = 18.0  # points that a column with a weight always gets


def widths(
    columns: Sequence[document.Column],
    *,
    head: Sequence[Iterable[document.Text]],
    body: Sequence[Iterable[document.Text]],
    width: float,
    size: float,
    padding: float,
) -> list[float]:
    """In points, together at most `width`. `head` and `body` are the texts of each column."""
    wanted = [0.0] * len(columns)
    least: dict[int, float] = {}
    for index, column in enumerate(columns):
        if column.width:
            wanted[index] = page.millimetres(column.width)
        elif column.nowrap:
            natural = max(_longest_line(body[index]), _longest_word(head[index], bold=True)) * size + padding
            wanted[index] = min(natural, width * _LARGEST_NOWRAP)
        else:
            word = max(_longest_word(body[index]), _longest_word(head[index], bold=True)) * size + padding
            least[index] = min(word, width * _LARGEST_SHARE)
    claimed = width - _LEAST * len(least)
    if (together := sum(wanted)) > claimed:
        wanted = [wide * claimed / together for wide in wanted]
    for index, wide in _shares(columns, least, width - sum(wanted)).items():
        wanted[index] = wide
    return wanted


def _shares(columns: Sequence[document.Column], least: dict[int, float], room: float) -> dict[int, float]:
    """The room by weight, but no column under what its longest word needs, unless that is more than there is."""
    if (needed := sum(least.values())) > room:
        return {index: least[index] * room / needed for index in least}
    shares: dict[int, float] = {}
    open_columns = set(least)
    while open_columns:
        weights = sum(columns[index].weight for index in open_columns)
        fair = {index: room * columns[index].weight / weights for index in open_columns}
        narrow = {index for index in open_columns if fair[index] < least[index]}
        if not narrow:
            return shares | fair
        for index in narrow:
            shares[index] = least[index]
            room -= least[index]
        open_columns -= narrow
    return shares


def _longest_word(texts: Iterable[document.Text], *, bold: bool = False) -> float:
    return max((lines.longest_word(text, bold=bold) for text in texts), default=0.0) + 0.01


def _longest_line(texts: Iterable[document.Text]) -> float:
    return max((lines.longest_line(text) for text in texts), default=0.0) + 0.01
