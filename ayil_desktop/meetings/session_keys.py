"""Which keys has a session in the menus? They are known before its panel is made, which takes a while."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ayil_desktop.language.message import Message
from ayil_desktop.widgets.tab import EDIT_MENU, Command

# Only for the type checker: the panel knows its keys.
if TYPE_CHECKING:
    from ayil_desktop.meetings.voting import SessionPanel

Act = Callable[["SessionPanel"], object]
Ask = Callable[["SessionPanel"], bool]

_KEYS: tuple[tuple[Message, Act, str, str, Ask], ...] = (
    (Message("Record, decide, go on"), lambda p: p.go_on(), "Ctrl+Return", "check", lambda p: p.may_enter()),
    (Message("All for"), lambda p: p.all_for(), "F5", "vote", lambda p: p.may_vote()),
    (Message("All present"), lambda p: p.attendance.tick_all(), "Ctrl+Shift+A", "users", lambda p: p.may_enter()),
    (Message("Who is heard or speaks"), lambda p: p.speak(), "F7", "message-square", lambda p: p.may_enter()),
    (Message("Write a decision"), lambda p: p.decide(), "Ctrl+D", "gavel", lambda p: p.may_enter()),
    (Message("Next matter"), lambda p: p.agenda.go_on(1), "F3", "arrow-down", lambda p: p.is_here()),
    (Message("Matter before"), lambda p: p.agenda.go_on(-1), "Shift+F3", "arrow-up", lambda p: p.is_here()),
)


def commands(shown: Callable[[], SessionPanel | None]) -> Sequence[Command]:
    """The lines for the Edit menu; `shown` gives the panel, None while it is not looked at: then none is possible."""
    return [_command(shown, *key) for key in _KEYS]


def _command(
    shown: Callable[[], SessionPanel | None], title: Message, act: Act, key: str, icon: str, ask: Ask
) -> Command:
    def run() -> object:
        panel = shown()
        return act(panel) if panel is not None else None

    def is_possible() -> bool:
        panel = shown()
        return panel is not None and ask(panel)

    return Command(EDIT_MENU, title, run, key, icon, is_possible)
