"""The real window over an office, and one real tab, as the secretary has them before her."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from ayil_desktop import app
from ayil_desktop.subjects import TABS
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.window import joins
from ayil_desktop.window.frame import Frame
from ayil_desktop.window.shell import Shell

WIDTH, BELOW_THE_FRAME = 1366, 674
PATIENCE = 60_000  # milliseconds


@contextmanager
def window(
    qtbot: Any, folder: Path, *, clock: Callable[[], date] = date.today, size: tuple[int, int] | None = None
) -> Iterator[Frame]:
    """As the program makes it; its first tab is filled inside the block, and it is closed after it."""
    shell = Shell(TABS)
    qtbot.addWidget(shell)
    frame = Frame(shell, app.Commands(), clock=clock)
    joins.join(frame)
    if size:
        shell.resize(*size)
    shell.show()
    with qtbot.wait_signal(shell.usable, timeout=PATIENCE):
        frame.door.open(folder)
    yield frame
    shell.close()


def tab(qtbot: Any, desk: Desk, kind: type[Any]) -> Any:
    """A tab of this class alone, filled, of the secretary's size, in front; it hears what is touched."""
    screen = kind(desk)
    screen.fill_at_once()
    desk.touched.connect(screen.show_touched)
    qtbot.addWidget(screen)
    screen.resize(WIDTH, BELOW_THE_FRAME)
    with qtbot.wait_active(screen):
        screen.show()
        screen.activateWindow()
    return screen
