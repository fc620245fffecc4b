"""How does a plan stand in a CSV file: the table of the workbook, as Excel opens it where commas divide numbers?"""

import csv
import datetime
from io import StringIO

from ayil_desktop.language import wording
from ayil_desktop.printing import literal
from ayil_desktop.strategy import export_workbook, exported
from ayil_desktop.strategy.papers import StrategyPaper

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def make(paper: StrategyPaper, language: str, of: str = "") -> bytes:
    """The file: semicolons, because commas stand in numbers here, and the mark by which Excel knows Kyrgyz letters."""
    content = StringIO(newline="")
    lines = csv.writer(content, delimiter=";")
    lines.writerow([title.into(language) for title, _ in export_workbook.COLUMNS])
    for one in exported.rows(paper, language, of):
        if one.activity is not None:
            lines.writerow([_cell(value) for value in export_workbook.values(one, language)])
    return content.getvalue().encode("utf-8-sig")


def _cell(value: str | int | datetime.date | None) -> str | int:
    """A space before what would be a formula: no program shows it, and the text stays a text."""
    if isinstance(value, datetime.date):
        return wording.short_date(value)
    if value is None or isinstance(value, int):
        return "" if value is None else value
    text = literal.clean(value)
    return f" {text}" if text.startswith(_FORMULA) else text
