"""Which tables does an office have, and which version of them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

# Whoever opens an office asks for its version only.
if TYPE_CHECKING:
    from sqlalchemy import Connection, MetaData

APPLICATION_ID = 0x4159494C
"""'AYIL', in the file's head: which program's file this is."""

SCHEMA_VERSION = 2
"""`user_version` of the file. Raised with every new step in migrations/versions; a test holds it to Alembic's head."""


def lay(connection: Connection, records: MetaData) -> None:
    """All tables and triggers of the newest version, inside the caller's transaction."""
    # Only a new office is laid out.
    from ayil_desktop.store import frozen, journal_tables

    for metadata in (journal_tables.METADATA, records):
        metadata.create_all(connection, checkfirst=False)
    frozen.lay(connection, journal_tables.METADATA, records)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def require_known_tables(connection: Connection, records: MetaData) -> None:
    """The caller has to import the records of all subjects before it opens an office."""
    # All records are known by now.
    from ayil_desktop.store import journal_tables

    listed = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'"
    kept = set(connection.exec_driver_sql(listed).scalars())
    known = {*records.tables, *journal_tables.METADATA.tables}
    if kept != known:
        raise RuntimeError(f"import the records of all subjects first: {sorted(known ^ kept)}")
