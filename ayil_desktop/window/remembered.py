"""How did this user like the window, and which offices were open in it?

Nothing of it belongs to an office, so it stays on this computer.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QStandardPaths

from ayil_desktop.language import catalogue
from ayil_desktop.widgets import memory

RECENT = 8  # offices in the menu
SCHEMES = ("system", "light", "dark")


def read() -> None:
    """Remember in the file of this user from now on."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    memory.use(Path(folder) / "ayil-desktop" / "window.ini")


def language() -> str:
    """ky until another was chosen."""
    return _one_of("window/language", catalogue.LANGUAGES)


def keep_language(language: str) -> None:
    memory.keep("window/language", language)


def scheme() -> str:
    """One of SCHEMES."""
    return _one_of("window/scheme", SCHEMES)


def keep_scheme(scheme: str) -> None:
    memory.keep("window/scheme", scheme)


def side_is_folded() -> bool:
    return memory.recall("window/side-folded") is True


def keep_side_folded(folded: bool) -> None:
    memory.keep("window/side-folded", folded)


def geometry() -> QByteArray:
    """As QWidget.saveGeometry gave it; empty at the first start."""
    kept = memory.recall("window/geometry")
    return QByteArray.fromHex(kept.encode()) if isinstance(kept, str) else QByteArray()


def keep_geometry(geometry: QByteArray) -> None:
    memory.keep("window/geometry", bytes(geometry.toHex().data()).decode())


def recent() -> list[Path]:
    """The offices that were opened, the last one first."""
    kept = memory.recall("window/recent")
    return [Path(folder) for folder in kept if isinstance(folder, str)] if isinstance(kept, list) else []


def opened(folder: Path) -> None:
    """Put an office at the head of the list."""
    _keep_recent([folder, *(other for other in recent() if other != folder)])


def forget(folder: Path) -> None:
    _keep_recent([other for other in recent() if other != folder])


def _keep_recent(folders: list[Path]) -> None:
    memory.keep("window/recent", [str(folder) for folder in folders][:RECENT])


def _one_of(key: str, known: tuple[str, ...]) -> str:
    """What was kept, or the usual one where it makes no sense."""
    kept = memory.recall(key)
    return kept if isinstance(kept, str) and kept in known else known[0]
