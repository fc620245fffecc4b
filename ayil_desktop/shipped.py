"""Where are the files that come with the program?"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _home() -> Path:
    """The folder that holds resources/ and translations/: beside the package, or inside it in an installed wheel."""
    installed = _PACKAGE / "shipped_files"
    return installed if installed.is_dir() else _PACKAGE.parent


def resource(name: str) -> Path:
    """A file or folder below resources/, by its path there ("charters/chet-nura.json")."""
    return _home() / "resources" / name


def translations() -> Path:
    """The folder that holds ky/, ru/ and en/ with their compiled catalogues."""
    return _home() / "translations"
