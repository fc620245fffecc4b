"""How do language, look, window and store become one program?

What stands at the top here is loaded before the first frame is on the screen; all else is named where it is needed.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Generator, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ayil_desktop import shipped
from ayil_desktop.language import catalogue
from ayil_desktop.subjects import SETTINGS, TABS, know_records
from ayil_desktop.widgets import style
from ayil_desktop.window import collecting, remembered, scheme, spared
from ayil_desktop.window.shell import PROGRAM, Shell

if TYPE_CHECKING:
    from ayil_desktop.language.message import Message
    from ayil_desktop.window.errands import Errands
    from ayil_desktop.window.frame import Frame


# Milliseconds: a frame that is drawn still has to reach the screen; what begins at once would delay it.
FLUSH = 30
# Seconds after which a thread lets another one go on: the window must not wait for its turn.
TURN = 0.001
# What the window is made of, in pieces that each take a moment only.
PARTS = (
    "ayil_desktop.widgets.icons",
    "ayil_desktop.widgets.labels",
    "ayil_desktop.widgets.notice_bar",
    "ayil_desktop.widgets.ask",
    "ayil_desktop.window.menus",
    "ayil_desktop.window.top_row",
    "ayil_desktop.window.door",
    "ayil_desktop.window.joins",
    "ayil_desktop.window.crash",
    "ayil_desktop.widgets.kyrgyz_input",
    "ayil_desktop.window.qt_translator",
)


def run(office: Path | None) -> int:
    """The program until its window is closed. Without an office the last one is opened, or the first page is shown."""
    app = dress()
    start(office)
    return app.exec()


def start(office: Path | None) -> Shell:
    """Put the window on the screen; what it does not need for that comes when it is there."""
    shell = Shell(TABS)
    shell.first_frame.connect(lambda: QTimer.singleShot(FLUSH, lambda: in_steps(begin(shell, office))))
    shell.show()
    return shell


def dress() -> QApplication:
    """The application in the language and the colours that this user chose."""
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("ayil-desktop")
    app.setApplicationDisplayName(PROGRAM)
    app.setDesktopFileName("ayil-desktop")
    app.setWindowIcon(QIcon(str(shipped.resource("program/icon.png"))))
    remembered.read()
    catalogue.use(remembered.language())
    style.dress(app, is_fusion=True)
    if remembered.scheme() != "system":
        scheme.wear(remembered.scheme())
    return app


def in_steps(work: Iterator[None]) -> None:
    """Go on with it after each step when the window has answered whoever waits: none of them is felt."""
    if next(work, work) is None:
        QTimer.singleShot(0, lambda: in_steps(work))


def begin(shell: Shell, office: Path | None) -> Iterator[None]:
    """Furnish the window, then open the office; a step ends at each `yield`."""
    # PySide makes this class now, with all its enumerations.
    QApplication.style()
    yield
    for module in PARTS:
        importlib.import_module(module)
        yield
    window = yield from furnish(shell, Commands())
    yield
    # Now, while no thread is in the way: icons are drawn by Python.
    shell.repaint()
    yield
    install_keys()
    yield
    # Not before: a thread that imports beside the furnishing takes turns with it, and both come later.
    spared.spare_store()
    sys.setswitchinterval(TURN)
    window.door.settled.connect(partial(settle, shell), Qt.ConnectionType.SingleShotConnection)
    chosen = office or next(iter(remembered.recent()), None)
    if chosen:
        window.door.open(chosen.absolute())
    else:
        window.show_first_start()


def furnish(shell: Shell, errands: Errands) -> Generator[None, None, Frame]:
    """The main window with everything joined to it, in steps."""
    # The frame is furnished when the first frame is on the screen.
    from ayil_desktop.window import crash, joins
    from ayil_desktop.window.frame import Frame

    yield
    frame = Frame(shell, errands, settings=SETTINGS)
    yield
    joins.join(frame)
    hook = crash.Hook(lambda: frame.folder)
    hook.setParent(frame)
    hook.install()
    return frame


def install_keys() -> None:
    """The Kyrgyz letters, undo within fields, and Qt's own words, in the whole application."""
    # They come with large tables of letters and texts.
    from ayil_desktop.widgets import kyrgyz_input
    from ayil_desktop.window import editing, qt_translator

    app = QApplication.instance()
    if isinstance(app, QApplication):
        kyrgyz_input.install(app)
        editing.UndoKeys(app)
        app.installTranslator(qt_translator.QtTranslator(app))


def settle(shell: Shell) -> None:
    """What was loaded while nothing was collected (`__main__`) stays to the end; only what comes later is looked at."""
    collecting.Collector(shell)


class Commands:
    """The errands of the window, carried out by what the command line carries out.

    The modules are named as text because they know the store, which comes after the first frame.
    """

    def make_sample(self, name: str, folder: Path) -> None:
        _module("command_line").make_sample(name, folder)

    def make_office(self, name: str, folder: Path) -> None:
        know_records()
        with _module("store.making").making(folder) as store:
            _module("office.actions").change_office(store, values={"name_ky": name})

    def export_office(self, folder: Path, target: Path) -> None:
        _module("command_line").export_office(folder, target)

    def import_office(self, source: Path, folder: Path) -> None:
        _module("command_line").import_office(source, folder)

    def check_office(self, folder: Path) -> Sequence[Message]:
        command_line = _module("command_line")
        found: Sequence[Message] = command_line.check_office(folder)
        return found or command_line.corrected_rosters(folder)


def _module(name: str) -> Any:
    return importlib.import_module(f"ayil_desktop.{name}")
