"""Is a window wanted, or a command?"""

import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

# The names of all commands, so that a window is on the screen without the command line being loaded.
COMMANDS = frozenset(
    {"sample", "print", "show", "export", "import", "check", "backup", "restore", "send", "receive", "verify"}
)


def main() -> int:
    """The entry point of the program; answers its exit status."""
    arguments = sys.argv[1:]
    _stand_without_console()
    if arguments == ["--self-check"]:
        _begin_qt()
        # The check knows everything there is.
        from ayil_desktop import selfcheck

        return selfcheck.run()
    if not is_for_window(arguments):
        # The command line knows the store, which the first frame of a window has no time for.
        from ayil_desktop import command_line

        _speak_all_letters()
        return command_line.main(arguments, _usual_language())
    status: int = application().run(Path(arguments[0]) if arguments else None)
    return status


def application() -> ModuleType:
    """The module `app`, with nothing loaded before the first frame that can wait."""
    # Until all is loaded a hundred thousand objects are made and none is thrown away: nothing to collect.
    gc.disable()
    _begin_qt()
    # Named when its libraries are spared.
    from ayil_desktop import app

    return app


def _begin_qt() -> None:
    # Qt is not on every machine that runs commands only.
    from ayil_desktop.window import spared

    spared.spare_qt()


def _stand_without_console() -> None:
    """The window's own .exe has no streams on Windows: what a command says is lost there, its exit status is not."""
    if sys.stdout is None or sys.stderr is None:
        sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")


def _speak_all_letters() -> None:
    """Kyrgyz letters reach every pipe and file: the old code pages of Windows have no Ң, Ө and Ү."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _usual_language() -> str:
    """The one that this user chose in the window; Kyrgyz on a machine without a window."""
    try:
        # Qt keeps the choice, and is not on every machine that runs commands only.
        from ayil_desktop.window import remembered
    except ImportError:
        return "ky"
    remembered.read()
    return remembered.language()


def is_for_window(arguments: Sequence[str]) -> bool:
    """Nothing, or the folder of an office; all else is for the command line, which knows misuse."""
    return not arguments or (len(arguments) == 1 and arguments[0] not in COMMANDS and not arguments[0].startswith("-"))


if __name__ == "__main__":
    sys.exit(main())
