"""On which screen, and in whose home, do tests, pictures and benchmarks run?

Both have to be settled before Qt is loaded, so this module knows nothing of Qt.
"""

import atexit
import json
import os
import shutil
import tempfile
from pathlib import Path


def use_screen(folder: Path, width: int = 1366, height: int = 768) -> None:
    """Qt's offscreen platform with a screen of the secretary's size (its own default is 800x800)."""
    screen = {"name": "secretary", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    described = folder / "screen.json"
    described.write_text(json.dumps({"screens": [screen]}))
    # Relative to the working folder: on Windows the colon of a drive would end the option.
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_plain(described)}"
    os.environ.pop("QT_SCALE_FACTOR", None)


def use_empty_home() -> Path:
    """A home of its own for this process, gone with it: no test reads or writes the developer's settings."""
    home = Path(tempfile.mkdtemp(prefix="ayil-home-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    places = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
        "XDG_RUNTIME_DIR": home / "runtime",
    }
    for name, place in places.items():
        place.mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(place)
    return home


def _plain(path: Path) -> str:
    return os.path.relpath(path) if os.name == "nt" else str(path)
