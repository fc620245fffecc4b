"""What stands in the menu bar, and which key belongs to it?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import icons, labels
from ayil_desktop.widgets.tab import Command


@dataclass(frozen=True)
class Entry:
    """One line of a menu. `shown_key` is only written beside it: the widget in focus handles that key itself."""

    name: str
    title: Message
    key: str = ""
    icon: str = ""
    shown_key: str = ""


FILE = (
    Entry("new", Message("New office…"), "Ctrl+N", "plus"),
    Entry("open", Message("Open…"), "Ctrl+O", "folder-open"),
    Entry("sample-chet-nura", Message("Sample: Chet-Nura commission")),
    Entry("sample-naryn-council", Message("Sample: Naryn council")),
    Entry("practice", Message("Practice office with made-up people")),
    None,
    Entry("export", Message("Export everything…"), icon="upload"),
    Entry("import", Message("Import into a new office…"), icon="download"),
    Entry("check", Message("Check the office"), icon="shield-check"),
    None,
    Entry("settings", Message("Settings of the office…"), icon="settings"),
    None,
    Entry("quit", Message("Quit"), "Ctrl+Q"),
)
EDIT = (
    Entry("undo", Message("Undo"), "Ctrl+Z", "undo-2"),
    Entry("redo", Message("Redo"), "Ctrl+Y", "redo-2"),
    None,
    Entry("cut", Message("Cut"), icon="scissors", shown_key="Ctrl+X"),
    Entry("copy", Message("Copy"), icon="copy", shown_key="Ctrl+C"),
    Entry("paste", Message("Paste"), icon="clipboard-paste", shown_key="Ctrl+V"),
    None,
    Entry("find", Message("Find…"), "Ctrl+F", "search"),
    Entry("history", Message("History of changes"), "Ctrl+H", "history"),
)
VIEW = (
    Entry("side", Message("Side panel"), "F9", "panel-right"),
    Entry("full-screen", Message("Full screen"), "F11", "maximize"),
)
HELP = (
    Entry("help", Message("Help"), "F1", "circle-question-mark"),
    Entry("clauses", Message("Texts of the clauses"), "Ctrl+F1", "scale"),
    Entry("changes", Message("What is new")),
    Entry("about", Message("About the program"), icon="info"),
)
MENUS = {"file": FILE, "edit": EDIT, "view": VIEW, "print": (), "help": HELP, "export": ()}
LANGUAGES = (("ky", "Кыргызча"), ("ru", "Русский"), ("en", "English"))
SCHEMES = (
    ("system", Message("As the system has it")),
    ("light", Message("Light")),
    ("dark", Message("Dark")),
)
NEEDS_OFFICE = ("export", "check", "settings", "find", "history", "side")  # undo and redo have names of their own


class Menus:
    """Fills the menus, which have their titles already; what their lines do is joined to them by name with `on`."""

    def __init__(self, menus: Mapping[str, QMenu], finish_typing: Callable[[], bool]) -> None:
        """`finish_typing` keeps what is half typed; where it answers no, the line does nothing."""
        self.menus = dict(menus)
        self._finish_typing = finish_typing
        self.actions: dict[str, QAction] = {}
        self._titles: dict[QAction, Message | str] = {}
        self._keys: dict[QAction, str] = {}
        self._of_tab: list[tuple[QAction, Command]] = []
        self._separators: list[QAction] = []
        for name, menu in menus.items():
            self._fill(menu, MENUS[name])
            menu.aboutToShow.connect(self._grey)
            menu.aboutToHide.connect(self._wake)
        self.recent = self._submenu("file", Message("Recent"), before=self.actions["export"])
        of_tab = Message("Export to Excel and other programs")
        self.menus["export"] = self._submenu("file", of_tab, before=self.actions["import"])
        self.menus["export"].aboutToShow.connect(self._grey)
        self.menus["export"].aboutToHide.connect(self._wake)
        self.menus["export"].menuAction().setVisible(False)
        self._choices("language", self._submenu("view", Message("Language")), LANGUAGES)
        self._choices("scheme", self._submenu("view", Message("Colours")), SCHEMES)
        for name in ("side", "full-screen"):
            self.actions[name].setCheckable(True)
        self.translate()

    def on(self, name: str, slot: Callable[[], object]) -> None:
        """What happens at once when the line is chosen."""
        self.actions[name].triggered.connect(lambda _checked=False: slot())

    def after_typing(self, name: str, slot: Callable[[], object]) -> None:
        """What happens when the line is chosen and what was half typed is kept."""
        self.on(name, lambda: slot() if self._finish_typing() else None)

    def offer(self, names: Iterable[str], possible: bool) -> None:
        """Grey lines stay readable but cannot be chosen."""
        for name in names:
            self.actions[name].setEnabled(possible)

    def name_step(self, name: str, title: Message, possible: bool) -> None:
        """Write what will be undone or redone into its line."""
        self._titles[self.actions[name]] = title
        self.actions[name].setText(labels.literal(title))
        self.actions[name].setEnabled(possible)

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Put the lines of the tab in front into the menus, instead of those of the tab before."""
        for action, command in self._of_tab:
            self.menus[command.menu].removeAction(action)
            action.deleteLater()
        for line in self._separators:
            line.deleteLater()
        self._separators = [self.menus[name].addSeparator() for name in _mixed(commands)]
        self._of_tab = [(self._added(command), command) for command in commands]
        self.menus["print"].menuAction().setEnabled(not self.menus["print"].isEmpty())
        self.menus["export"].menuAction().setVisible(not self.menus["export"].isEmpty())

    def show_recent(self, lines: Iterable[tuple[str, Callable[[], object]]]) -> None:
        """The offices opened before, as (text, what happens)."""
        self.recent.clear()
        for text, slot in lines:
            self.recent.addAction(labels.literal(text)).triggered.connect(lambda _checked=False, run=slot: run())
        self.recent.menuAction().setEnabled(not self.recent.isEmpty())

    def translate(self) -> None:
        """All lines in the language of the screen."""
        for action, title in self._titles.items():
            key = self._keys.get(action)
            action.setText(f"{labels.literal(title)}\t{key}" if key else labels.literal(title))
        for action, command in self._of_tab:
            action.setText(labels.literal(command.title))

    def _fill(self, menu: QMenu, entries: Iterable[Entry | None]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                action = self.actions[entry.name] = menu.addAction("")
                self._titles[action] = entry.title
                self._keys[action] = entry.shown_key
                self._dress(action, entry.icon, entry.key)

    def _submenu(self, name: str, title: Message, before: QAction | None = None) -> QMenu:
        menu = QMenu(self.menus[name])
        self._titles[menu.menuAction()] = title
        if before:
            self.menus[name].insertMenu(before, menu)
        else:
            self.menus[name].addMenu(menu)
        return menu

    def _choices(self, kind: str, menu: QMenu, choices: Iterable[tuple[str, Message | str]]) -> None:
        """One of several, ticked; their names are "language-ky", "scheme-dark"."""
        group = QActionGroup(menu)
        for value, title in choices:
            action = self.actions[f"{kind}-{value}"] = group.addAction("")
            action.setCheckable(True)
            self._titles[action] = title
            menu.addAction(action)

    def _added(self, command: Command) -> QAction:
        action = self.menus[command.menu].addAction(labels.literal(command.title))
        self._dress(action, command.icon, command.shortcut)
        action.triggered.connect(lambda _checked=False: self._run(command))
        return action

    def _run(self, command: Command) -> None:
        if self._finish_typing() and command.is_possible():
            command.run()

    def _grey(self) -> None:
        for action, command in self._of_tab:
            action.setEnabled(command.is_possible())

    def _wake(self) -> None:
        """A grey line is deaf to its key, which may be pressed when things have changed: grey only while it is seen."""
        for action, _ in self._of_tab:
            action.setEnabled(True)

    def _dress(self, action: QAction, icon: str, key: str) -> None:
        if icon:
            action.setIcon(icons.icon(icon))
        if key:
            action.setShortcut(QKeySequence(key, QKeySequence.SequenceFormat.PortableText))


def _mixed(commands: Iterable[Command]) -> list[str]:
    """The menus in which lines of a tab stand below others, from which a separator keeps them apart."""
    named = dict.fromkeys(command.menu for command in commands)
    return [name for name in named if MENUS[name]]
