"""What happens when the program itself is wrong?

What was saved stays saved: a change is whole or it is not there. The user is told plainly, and a report is written for
whoever maintains the program. It holds no names, texts or paths of the office: only where in the program it happened.
"""

import platform
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

import ayil_desktop
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.trouble import StoreTrouble
from ayil_desktop.widgets import notice

PACKAGE = Path(ayil_desktop.__file__).parent


class Hook(QObject):
    """Takes every exception that nobody else took, from any thread, and tells of it in the window's thread."""

    _came = Signal(BaseException)

    def __init__(self, beside: Callable[[], Path | None]) -> None:
        """`beside` says which office is open, None where none is."""
        super().__init__()
        self._beside = beside
        self._known: set[str] = set()
        self._came.connect(self._tell)

    def install(self) -> None:
        sys.excepthook = self._of_this_thread
        threading.excepthook = self._of_a_thread

    def _of_this_thread(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
        else:
            self._came.emit(problem)

    def _of_a_thread(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None and not isinstance(happened.exc_value, SystemExit):
            self._came.emit(happened.exc_value)

    def _tell(self, problem: BaseException) -> None:
        if isinstance(problem, Refused):
            notice.warning(str(problem.reason), clause=problem.clause)
        elif isinstance(problem, StoreTrouble):
            notice.trouble(problem.message)
        else:
            self._tell_of_bug(problem)

    def _tell_of_bug(self, problem: BaseException) -> None:
        """Once for each place in the program: a fault in painting comes back many times a second."""
        place = _places(problem)[-1]
        if place in self._known:
            return
        self._known.add(place)
        written = write_report(problem, self._beside())
        notice.trouble(
            Message(
                "The program made a mistake. What was saved before is safe; look whether the last step is there. "
                "The report for those who maintain the program is {file}. It holds nothing from your office.",
                file=str(written),
            )
            if written
            else Message(
                "The program made a mistake. What was saved before is safe; look whether the last step is there."
            )
        )


def report(problem: BaseException) -> str:
    """Versions, kinds of exceptions and places, without their texts: the database puts names of people into them."""
    return "\n".join(
        [
            f"Ayil Desktop {ayil_desktop.__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
            f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
            "",
            *_places(problem),
            "",
        ]
    )


def write_report(problem: BaseException, office: Path | None) -> Path | None:
    """Beside the office, in the temporary folder where that cannot be written, nowhere where neither can."""
    name = f"ayil-report-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    for folder in (office.parent if office else None, Path(tempfile.gettempdir())):
        if folder is None:
            continue
        try:
            (folder / name).write_text(report(problem), encoding="utf-8")
        except OSError:
            continue
        return folder / name
    return None


def _places(problem: BaseException) -> list[str]:
    """The kind of each exception of the chain, the cause first, and where it came through."""
    cause = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)
    before = [*_places(cause), "which led to"] if cause else []
    frames = [
        f"  {within(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(problem.__traceback__)
    ]
    kind = f"{type(problem).__module__}.{type(problem).__qualname__}"
    return [*before, *frames, kind + (f" at{frames[-1]}" if frames else "")]


def within(filename: str) -> str:
    """A path from the package or the library on: what is before it names the user."""
    parts = Path(filename).parts
    for root in (PACKAGE.name, "site-packages"):
        if root in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(root) - 1 :])
    return Path(filename).name
