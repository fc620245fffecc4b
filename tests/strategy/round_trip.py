"""An office goes out into a file, comes into another office, and goes out again."""

from contextlib import contextmanager

from ayil_desktop import command_line
from ayil_desktop.store import opening
from ayil_desktop.transfer import exchange


@contextmanager
def come_back(store, tmp_path):
    """The other office, while it is open; both files are the same to the letter."""
    source, again = tmp_path / "first.json", tmp_path / "again.json"
    exchange.export_office(store, source, "")
    assert command_line.import_office(source, tmp_path / "Other.ayil") == 0
    other = opening.open_office(tmp_path / "Other.ayil")
    try:
        exchange.export_office(other, again, "")
        assert again.read_bytes() == source.read_bytes()
        yield other
    finally:
        other.close()
