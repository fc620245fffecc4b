"""How is the newest step of the schema written?

`python -m ayil_desktop.store.migrations.making` compares the office that the earlier steps build with the records of
all subjects, and writes the step number SCHEMA_VERSION anew. Before a release the first step is written again and
again. After it: raise SCHEMA_VERSION, run this, name the step in `upgrading.STEPS`, and read what it wrote; a renamed
column looks to it like a lost and a new one, and it moves no rows.
"""

import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, cast

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import CreateTableOp
from sqlalchemy import Enum, MetaData

import ayil_desktop
from ayil_desktop.store import base, engines, journal_tables, schema
from ayil_desktop.store.migrations import upgrading, versions

_HEAD = '''"""What did version {number} of the office's tables change?"""

import sqlalchemy as sa
from alembic import op

revision = "{number:04}"
down_revision = {before}


def upgrade() -> None:
    """From version {previous} to {number}."""
    {body}
'''


def main() -> None:
    """Write the newest step beside the earlier ones."""
    package = Path(ayil_desktop.__file__).parent
    for records in sorted(package.glob("*/*records.py")):
        import_module(f"{ayil_desktop.__name__}.{records.parent.name}.{records.stem}")
    number = schema.SCHEMA_VERSION
    file = Path(str(versions.__path__[0])) / f"step{number:04}.py"
    laid_out = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(file), "-"]
    step = subprocess.run(
        laid_out, input=written(number, base.Record.metadata).encode(), capture_output=True, check=True
    )
    file.write_bytes(step.stdout)
    sys.stdout.write(f"{file}\n")


def written(number: int, records: MetaData) -> str:
    """The text of a step: what leads from the steps before it to the records as they are."""
    with tempfile.TemporaryDirectory() as folder:
        engine = engines.building_engine(Path(folder) / "earlier.db", bytes(32), "create")
        with engine.begin() as opened:
            upgrading.take(opened, upgrading.STEPS[: number - 1])
            context = MigrationContext.configure(opened, opts={"compare_type": False})
            difference = produce_migrations(context, _both(records)).upgrade_ops
        engine.dispose()
    assert difference is not None
    for step in difference.ops:
        if isinstance(step, CreateTableOp):
            step.info = {}  # which class a table belongs to is no part of the file
    lines = render_python_code(difference, render_as_batch=number > 1, render_item=_plain_type).splitlines()
    body = "\n".join(line for line in lines if not line.strip().startswith("# ###")).strip()
    before = f'"{number - 1:04}"' if number > 1 else "None"
    return _HEAD.format(number=number, previous=number - 1, before=before, body=body)


def _both(records: MetaData) -> MetaData:
    """Alembic takes several, though its types say one."""
    return cast(MetaData, [journal_tables.METADATA, records])


def _plain_type(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """A step names the database's own types: the records' types may change after it."""
    if kind == "type" and isinstance(item, base.Instant):
        return "sa.DateTime()"
    if kind == "type" and isinstance(item, base.Json):
        return "sa.Text()"
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    return False


if __name__ == "__main__":
    main()
