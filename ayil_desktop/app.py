"""How do language, look, window and store become one program?"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import style
from ayil_desktop.window import crash, joins, remembered
from ayil_desktop.window.errands import Errands
from ayil_desktop.window.frame import PROGRAM, Frame


def run(office: Path | None) -> int:
    """The program until its window is closed. Without an office the last one is opened, or the first page is shown."""
    app = dress()
    frame = window()
    frame.first_frame.connect(lambda: begin(app, frame, office))
    frame.show()
    return app.exec()


def dress() -> QApplication:
    """The application in the language and the colours that this user chose."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("ayil-desktop")
    app.setApplicationDisplayName(PROGRAM)
    app.setDesktopFileName("ayil-desktop")
    remembered.read()
    catalogue.use(remembered.language())
    style.dress(app)
    if remembered.scheme() != "system":
        joins.wear(remembered.scheme())
    return app


def window(errands: Errands | None = None) -> Frame:
    """The main window with everything joined to it, not yet shown."""
    frame = Frame(errands or Commands())
    joins.join(frame)
    hook = crash.Hook(lambda: frame.work.desk.store.folder if frame.work else None)
    hook.setParent(frame)
    hook.install()
    return frame


def begin(app: QApplication, frame: Frame, office: Path | None) -> None:
    """What the first frame did not need, then the office."""
    # The letters of the keyboard and the texts of Qt come with large tables.
    from ayil_desktop.widgets import kyrgyz_input
    from ayil_desktop.window import editing, qt_translator

    kyrgyz_input.install(app)
    editing.UndoKeys(app)
    app.installTranslator(qt_translator.QtTranslator(app))
    chosen = office or next(iter(remembered.recent()), None)
    if chosen:
        frame.door.open(chosen.absolute())
    else:
        frame.show_first_start()


class Commands:
    """The errands of the window, carried out by what the command line carries out.

    The modules are named here as text because they know the store, which comes after the first frame.
    """

    def make_sample(self, name: str, folder: Path) -> None:
        _module("command_line").make_sample(name, folder)

    def make_office(self, name: str, folder: Path) -> None:
        store = _module("store.opening").create(folder)
        try:
            _module("office.actions").change_office(store, values={"name_ky": name})
        finally:
            store.close()

    def export_office(self, folder: Path, target: Path) -> None:
        _module("command_line").export_office(folder, target)

    def import_office(self, source: Path, folder: Path) -> None:
        _module("command_line").import_office(source, folder)

    def check_office(self, folder: Path) -> Sequence[Message]:
        found: Sequence[Message] = _module("command_line").check_office(folder)
        return found


def _module(name: str) -> Any:
    return importlib.import_module(f"ayil_desktop.{name}")
