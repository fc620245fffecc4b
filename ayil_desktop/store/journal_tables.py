"""Where do the steps of the journal and the rows they changed lie?"""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

from ayil_desktop.store.base import NAMING, Instant, Json

METADATA = MetaData(naming_convention=NAMING)

STEP = Table(
    "journal_step",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("kind", Text, nullable=False),  # work, undo or redo
    Column("message", Json, nullable=False),
    Column("inverts", Integer, ForeignKey("journal_step.id")),
    info={"append_only": True},
)

CHANGE = Table(
    "journal_change",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("step_id", Integer, ForeignKey("journal_step.id"), nullable=False, index=True),
    Column("table_name", Text, nullable=False),
    Column("row_id", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    info={"append_only": True},
)
"""One change of one row, in the order they happened. `before` and `after` are raw column values as JSON: of a new row
only `after`, of a deleted one only `before`, of a changed one the columns that changed."""
