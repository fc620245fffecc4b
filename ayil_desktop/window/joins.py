"""What does each line of the menus do, and each key of the window?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ayil_desktop.language import catalogue
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import notice, translating
from ayil_desktop.window import editing, remembered, scheme
from ayil_desktop.window.errands import SAMPLES
from ayil_desktop.window.frame import Frame
from ayil_desktop.window.menus import LANGUAGES

if TYPE_CHECKING:
    from ayil_desktop.store.work import Done


def join(frame: Frame) -> None:
    """Connect menus, keys, languages and colours with the window."""
    _join_file(frame)
    _join_edit(frame)
    _join_view(frame)
    _join_help(frame)
    _join_keys(frame)


def speak(frame: Frame, language: str) -> None:
    """The whole window in another language, at once."""
    catalogue.use(language)
    remembered.keep_language(language)
    frame.menus.actions[f"language-{language}"].setChecked(True)
    translating.translate(frame.shell)
    frame.translate()


def _join_file(frame: Frame) -> None:
    menus, door = frame.menus, frame.door
    leaving: dict[str, Callable[[], object]] = {"new": door.make_new, "open": door.open_other, "import": door.bring_in}
    leaving |= {line: partial(door.open_sample, name) for line, name in SAMPLES.items()}
    for line, deed in leaving.items():
        menus.on(line, partial(_leaving, frame, deed))
    menus.after_typing("export", door.take_out)
    menus.after_typing("check", door.check)
    menus.on("quit", frame.shell.close)
    menus.after_typing("settings", lambda: frame.asides.show_settings(frame.work, frame.settings))
    menus.recent.aboutToShow.connect(lambda: _show_recent(frame))
    _show_recent(frame)
    frame.first_chosen.connect(lambda line: leaving[line]())


def _leaving(frame: Frame, deed: Callable[[], object]) -> None:
    """Another office takes the place of this one."""
    if frame.may_leave():
        deed()


def _show_recent(frame: Frame) -> None:
    """The open office itself is not in the list."""
    others = [folder for folder in remembered.recent() if folder != frame.folder]
    frame.menus.show_recent(
        (f"{folder.stem}   {folder.parent}", partial(_leaving, frame, partial(frame.door.open, folder)))
        for folder in others
    )


def _join_edit(frame: Frame) -> None:
    menus = frame.menus
    menus.after_typing("undo", lambda: _step(frame.work.desk.undo if frame.work else None))
    menus.after_typing("redo", lambda: _step(frame.work.desk.redo if frame.work else None))
    for line in editing.KEYS:
        menus.on(line, partial(editing.press, line))
    menus.on("find", frame.top.search.enter)
    menus.after_typing("history", lambda: frame.asides.show_history(frame.work))


def _step(turn: Callable[[], Done | None] | None) -> None:
    try:
        if turn:
            turn()
    except Refused as refused:
        notice.warning(str(refused.reason), clause=refused.clause)


def _join_view(frame: Frame) -> None:
    actions = frame.menus.actions
    actions["side"].setChecked(not remembered.side_is_folded())
    frame.menus.on("side", lambda: _fold_side(frame))
    frame.menus.on("full-screen", lambda: _fill_screen(frame))
    for language, _ in LANGUAGES:
        frame.menus.on(f"language-{language}", partial(speak, frame, language))
    for one in remembered.SCHEMES:
        frame.menus.on(f"scheme-{one}", partial(scheme.choose, one))
    actions[f"language-{catalogue.current()}"].setChecked(True)
    actions[f"scheme-{remembered.scheme()}"].setChecked(True)
    frame.top.languages.chosen.connect(partial(speak, frame))
    frame.language_chosen.connect(partial(speak, frame))


def _fold_side(frame: Frame) -> None:
    folded = not frame.menus.actions["side"].isChecked()
    remembered.keep_side_folded(folded)
    if frame.work:
        frame.work.fold_side(folded)


def _fill_screen(frame: Frame) -> None:
    frame.shell.setWindowState(frame.shell.windowState() ^ Qt.WindowState.WindowFullScreen)
    frame.menus.actions["full-screen"].setChecked(frame.shell.isFullScreen())


def _join_help(frame: Frame) -> None:
    menus = frame.menus
    menus.on("help", lambda: frame.asides.show_help(frame.top.current if frame.work else "start"))
    menus.on("changes", lambda: frame.asides.show_help("changes"))
    menus.on("about", lambda: frame.asides.show_help("about"))
    menus.on("clauses", frame.asides.show_clause)
    notice.board().clause_asked.connect(frame.asides.show_clause)


def _join_keys(frame: Frame) -> None:
    """Keys that are in no menu: to a tab by its number, to the next one, to the notice at the top."""
    for number, subject in enumerate(frame.shell.subjects, 1):
        _key(frame, f"Alt+{number}", partial(_enter_tab, frame, subject.name))
    for key, by in (("Ctrl+Tab", 1), ("Ctrl+PgDown", 1), ("Ctrl+Shift+Tab", -1), ("Ctrl+PgUp", -1)):
        _key(frame, key, partial(_step_tab, frame, by))
    _key(frame, "F8", frame.notices.enter)


def _enter_tab(frame: Frame, subject: str) -> None:
    """Whoever comes by key wants to type there."""
    if frame.work:
        frame.show_tab(subject)
        frame.work.enter()


def _step_tab(frame: Frame, by: int) -> None:
    if frame.work:
        frame.top.step(by)
        frame.work.enter()


def _key(frame: Frame, key: str, slot: Callable[[], object]) -> None:
    sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    QShortcut(sequence, frame.shell).activated.connect(lambda: slot())
