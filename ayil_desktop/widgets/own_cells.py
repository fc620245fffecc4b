"""Did the cells on the clipboard come from the rows of the same table?

Excel's cells on a table are a list to be read in; its own cells are put back or copied further down.
"""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData

from ayil_desktop.widgets.record_model import RecordModel
from ayil_desktop.widgets.record_rows import identity

_FORMAT = "application/x-ayil-cells"


def mark(mime: QMimeData, records: RecordModel[Any], lines: Sequence[int], places: Sequence[int]) -> None:
    """Write beside the texts from which rows and columns they are; whole rows are a list as any other."""
    if len(places) < records.columnCount():
        rows = [str(identity(row)) for line in lines if (row := records.rows.row_at(line)) is not None]
        words = json.dumps([[records.shape[place].key for place in places], rows])
        mime.setData(_FORMAT, words.encode())


def fit(mime: QMimeData | None, records: RecordModel[Any], places: Sequence[int]) -> bool:
    """Whether they are from rows that stand here, and from the columns that begin with these."""
    if mime is None or not mime.hasFormat(_FORMAT):
        return False
    keys, rows = json.loads(bytes(mime.data(_FORMAT).data()))
    here = {str(identity(row)) for row in records.rows.every}
    return [records.shape[place].key for place in places[: len(keys)]] == keys and here.issuperset(rows)
