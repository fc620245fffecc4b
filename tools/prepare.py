"""What does this machine still lack, and how does it get it?

Run by `make` before everything else, with the system's own Python and nothing but its standard library. It installs the
system libraries that Qt needs (as root on Debian; otherwise it says what to type), makes .venv/ from requirements.lock
and compiles modules and translations. A second run finds the stamp and takes a moment only.
"""

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "prepared"
OLDEST, NEWEST = (3, 11), (3, 13)

# What Qt's window, offscreen and printer parts link to, and the Debian package that brings it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libcups.so.2": "libcups2",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# The tests read PDFs with pdftotext; the frozen program is tried on a real X server where there is no screen.
PROGRAMS = {"pdftotext": "poppler-utils", "Xvfb": "xvfb"}
# Debian 13 renamed these when its clocks went to 64 bits.
RENAMED_IN_13 = {"libglib2.0-0": "libglib2.0-0t64", "libcups2": "libcups2t64"}


def packages_for(missing: Iterable[str], debian: int) -> list[str]:
    """The Debian packages that bring the missing libraries and programs; `debian` is the release (12, 13)."""
    known = {**LIBRARIES, **PROGRAMS, "ensurepip": "python3-venv"}
    names = {known[name] for name in missing}
    return sorted(RENAMED_IN_13.get(name, name) if debian >= 13 else name for name in names)


def debian_release(os_release: str) -> int | None:
    """The number of the Debian release from the text of /etc/os-release; None on any other system."""
    fields = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    values = {key: value.strip("\"'") for key, value in fields.items()}
    number = values.get("VERSION_ID", "").split(".")[0]
    return int(number) if values.get("ID") == "debian" and number.isdigit() else None


def digest(lock: bytes, project: Mapping[str, object], python: tuple[int, int], place: Path) -> str:
    """What an environment was made of; another value means that it has to be made again."""
    parts = repr((lock, project.get("build-system"), project.get("project"), python, str(place)))
    return hashlib.sha256(parts.encode()).hexdigest()


def missing_here() -> list[str]:
    """The libraries, programs and parts of Python that this Linux machine lacks."""
    absent = [name for name in LIBRARIES if not _loads(name)]
    absent += [name for name in PROGRAMS if shutil.which(name) is None]
    return absent if _has_ensurepip() or _has_pip() else [*absent, "ensurepip"]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_ensurepip() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


def _has_pip() -> bool:
    return importlib.util.find_spec("pip") is not None


def install_system_packages() -> None:
    """Nothing where nothing is missing; stops with the command to type where this user may not install."""
    missing = missing_here()
    if not missing:
        return
    print("This machine lacks:", " ".join(missing), flush=True)
    debian = _release_here()
    if debian is None:
        print("Please install what brings them on this system. Going on without.", flush=True)
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages_for(missing, debian)]
    if os.geteuid() != 0:
        sys.exit(f"Please type this and try again:\n  sudo apt-get update && sudo {shlex.join(install)}")
    run(["apt-get", "update"], check=False)
    run(install)


def _release_here() -> int | None:
    os_release = Path("/etc/os-release")
    return debian_release(os_release.read_text(encoding="utf-8")) if os_release.exists() else None


def make_environment(wanted: str) -> None:
    """.venv/ with exactly what requirements.lock names, and the program itself as an editable installation."""
    pip = [str(PYTHON), "-m", "pip"]
    if not _is_usable():
        bare = [] if _has_ensurepip() else ["--without-pip"]
        run([sys.executable, "-m", "venv", "--clear", *bare, str(VENV)])
    if not _runs("import pip"):
        pip = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    STAMP.unlink(missing_ok=True)
    run([*pip, "install", "--quiet", "--require-hashes", "--requirement", str(ROOT / "requirements.lock")])
    run([*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    STAMP.write_text(wanted)


def _is_usable() -> bool:
    """Whether .venv/ is there and is of the Python that runs this."""
    return PYTHON.exists() and _runs(f"import sys; assert sys.version_info[:2] == {sys.version_info[:2]}")


def _runs(code: str) -> bool:
    return subprocess.run([PYTHON, "-c", code], capture_output=True, check=False).returncode == 0


def run(command: list[str], *, check: bool = True) -> None:
    """Show the command, carry it out, stop at its failure."""
    print("+", shlex.join(command), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    status = subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode
    if check and status:
        sys.exit(f"This did not work (status {status}). Nothing after it was tried.")


def main() -> None:
    """Prepare everything that is not there yet."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        sys.exit(f"Python 3.11, 3.12 or 3.13 is needed; this is {sys.version.split()[0]}.")
    lock = (ROOT / "requirements.lock").read_bytes()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = digest(lock, project, sys.version_info[:2], ROOT)
    if not STAMP.exists() or STAMP.read_text() != wanted:
        if sys.platform == "linux":
            install_system_packages()
        make_environment(wanted)
    catalogues = sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po"))
    if any(_is_older(path.with_suffix(".mo"), path) for path in catalogues):
        run([str(PYTHON), "-m", "tools.catalogues", "compile"])
    if any(_is_older(compiled(path), path) for path in (ROOT / "ayil_desktop").rglob("*.py")):
        # Where Python is told to write no bytecode, it would compile all modules of ours at each start.
        run([str(PYTHON), "-m", "compileall", "-q", "ayil_desktop"])


def compiled(source: Path) -> Path:
    """Where Python keeps the bytecode of a module."""
    return Path(importlib.util.cache_from_source(str(source)))


def _is_older(made: Path, source: Path) -> bool:
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


if __name__ == "__main__":
    main()
