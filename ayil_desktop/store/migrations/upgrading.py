"""How does an older office become one of this version?

All steps run in one transaction with the file's version in it: a kill in the middle leaves the older office. The caller
has made a backup. A new step is written by `migrations.making` and then named in STEPS.
"""

from pathlib import Path
from types import ModuleType

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, MetaData

from ayil_desktop.store import engines, frozen, journal_tables, schema, trouble
from ayil_desktop.store.migrations.versions import step0001, step0002

STEPS: tuple[ModuleType, ...] = (step0001, step0002)
"""The step at index 0 leads from nothing to version 1."""


def upgrade(database: Path, key: bytes, records: MetaData) -> None:
    """Bring a closed office to SCHEMA_VERSION; Damaged where its rows do not fit together afterwards."""
    engine = engines.building_engine(database, key, "write")
    try:
        with engine.begin() as opened:
            frozen.lift(opened)
            take(opened, STEPS[int(opened.exec_driver_sql("PRAGMA user_version").scalar_one()) :])
            frozen.lay(opened, journal_tables.METADATA, records)
            if opened.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise trouble.damaged(database.parent)
            opened.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
    finally:
        engine.dispose()


def take(opened: Connection, steps: tuple[ModuleType, ...]) -> None:
    """Some steps in the caller's transaction."""
    with Operations.context(MigrationContext.configure(opened)):
        for step in steps:
            step.upgrade()
