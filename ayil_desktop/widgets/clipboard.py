"""How do blocks of cells come from and go to Excel, Word and LibreOffice?

No Qt here: texts in, rows of texts out. What was merged over several cells stands in the first of them.
"""

import re
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser

Block = list[list[str]]

# A cell may claim to span any number of cells; the widest sheet of a village has fewer.
_MOST_SPANNED = 200
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_END = re.compile(r"[\t\r\n]")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r?\n|\Z)')
# Word's <![if !supportLists]>; the parser stumbles over those it does not know.
_CONDITION = re.compile(r"<!\[[^>]*>")
_SILENT = {"style", "script", "head", "title"}
_BREAKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"}


def block(html: str, text: str) -> Block:
    """The cells of a clipboard: of its table where it has one, otherwise of its text parted by tabs and lines.

    Every row has the same length; empty rows at the end are left out; an empty clipboard is no rows.
    """
    return _even(_from_html(html) or _from_text(text))


def as_text(rows: Sequence[Sequence[str]]) -> str:
    """Parted by tabs, as Excel writes it."""
    return "\r\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def as_html(rows: Sequence[Sequence[str]]) -> str:
    """A table in which every cell is text: Excel makes neither a date of 15/8 nor a formula of =1+1."""
    lines = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
    return (
        '<html><head><meta charset="utf-8"><style>td{mso-number-format:"\\@";white-space:pre-wrap}'
        f"br{{mso-data-placement:same-cell}}</style></head><body><table>{lines}</table></body></html>"
    )


def _cell(text: str) -> str:
    return f"<td>{escape(text).replace(chr(10), '<br>')}</td>"


def _quoted(cell: str) -> str:
    plain = not any(sign in cell for sign in "\t\n\r") and not cell.startswith('"')
    return cell if plain else '"' + cell.replace('"', '""') + '"'


def _even(rows: Block) -> Block:
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _from_text(text: str) -> Block:
    """Excel puts a cell with a line break, a tab or a quotation mark between quotation marks; a cell that merely begins
    with a name in quotation marks stays as it is."""
    rows: Block = [[]]
    place = 0
    while place <= len(text):
        quoted = _QUOTED.match(text, place)
        if quoted and re.search(r'[\t\r\n]|""', quoted[1]):
            cell, place = quoted[1].replace('""', '"'), quoted.end()
        else:
            cell = text[place : _end_of_cell(text, place)]
            place += len(cell)
        rows[-1].append(cell.replace("\r\n", "\n").strip())
        if text[place : place + 1] in ("\r", "\n"):
            rows.append([])
        place += 2 if text[place : place + 2] == "\r\n" else 1
    return rows


def _end_of_cell(text: str, place: int) -> int:
    found = _END.search(text, place)
    return found.start() if found else len(text)


def _from_html(html: str) -> Block:
    if "<t" not in html.lower():
        return []
    reader = _Reader()
    reader.feed(_CONDITION.sub("", html))
    reader.close()
    return reader.rows()


class _Reader(HTMLParser):
    """Collects the cells of the outermost tables; a table within a cell is words in that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._grid: list[dict[int, str]] = []
        self._held: dict[int, int] = {}
        self._words: list[str] | None = None
        self._spans = (1, 1)
        self._depth = 0
        self._silent = 0

    def rows(self) -> Block:
        """Line by line; what a merged cell covers is empty."""
        self._end_cell()
        return [[row.get(place, "") for place in range(max(row, default=-1) + 1)] for row in self._grid]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self._depth += tag == "table"
        if self._depth == 1 and tag == "tr":
            self._begin_row()
        elif self._depth == 1 and tag in ("td", "th"):
            self._begin_cell(dict(attrs))
        elif tag == "br":
            self._say("\n")
        elif tag in _BREAKS or self._depth > 1:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if self._depth == 1 and tag in ("td", "th", "tr", "table"):
            self._end_cell()
        elif tag in _BREAKS or self._depth > 1:
            self._break()
        self._depth -= tag == "table" and self._depth > 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._say(_BLANKS.sub(" ", data).replace("\xa0", " "))

    def _begin_row(self) -> None:
        self._end_cell()
        self._grid.append({place: "" for place in self._held})
        self._held = {place: left - 1 for place, left in self._held.items() if left > 1}

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        self._end_cell()
        if not self._grid:
            self._begin_row()
        self._spans = _span(attrs.get("rowspan")), _span(attrs.get("colspan"))
        self._words = []

    def _end_cell(self) -> None:
        if self._words is None:
            return
        row, (down, across) = self._grid[-1], self._spans
        first = next(place for place in range(len(row) + 1) if place not in row)
        for place in range(first, first + across):
            row[place] = ""
            if down > 1:
                self._held[place] = down - 1
        row[first] = _lines("".join(self._words))
        self._words = None

    def _say(self, words: str) -> None:
        if self._words is not None:
            self._words.append(words)

    def _break(self) -> None:
        """A new paragraph begins on a line of its own."""
        if self._words and not self._words[-1].endswith("\n"):
            self._words.append("\n")


def _span(written: str | None) -> int:
    return min(max(int(written), 1), _MOST_SPANNED) if written and written.strip().isdecimal() else 1


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(lines).strip()
