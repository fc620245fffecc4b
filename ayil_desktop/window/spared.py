"""What do the libraries bring along that this program never uses, and how is a start spared of it?

What is put off here is loaded when somebody asks for it after all, so nothing is missing, only later.
"""

import builtins
import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from inspect import iscoroutine
from threading import RLock
from types import CodeType, ModuleType
from typing import Any

# PySide6 carries a few modules as text, and compiles them at each start. These describe its functions: for the message
# of a wrong call, for help, and for `from __feature__ import`, which this program does not have.
_OF_PYSIDE = "shibokensupport/"
_DESCRIBING = {
    f"{_OF_PYSIDE}signature/{name}.py"
    for name in ("errorhandler", "layout", "mapping", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
} | {f"{_OF_PYSIDE}feature.py"}
_HOLD = f"import sys; from {__name__} import _hold; _hold(sys.modules[__name__])"


def spare_qt() -> None:
    """To be called before anything of PySide6 is imported: it begins that import itself."""
    with _describing_later():
        # The rest of Qt is loaded by whoever needs it; this begins the machinery of all of it.
        importlib.import_module("PySide6.QtCore")
    # PySide6 watches each import for `__feature__`, and reads the source of each module for it.
    vars(builtins)["__import__"] = vars(builtins).get("__orig_import__", __import__)


def spare_store() -> None:
    """To be called before SQLAlchemy is imported."""
    # SQLAlchemy has drivers that talk over a network, and finds those that other packages offer. This program has one.
    put_off("asyncio", iscoroutine=iscoroutine)
    put_off("importlib.metadata")


def put_off(name: str, **known: object) -> None:
    """Load a module of the standard library only when somebody asks it for more than what is `known` of it."""
    spec = importlib.util.find_spec(name)
    if name in sys.modules or spec is None or spec.loader is None:
        return
    module = _Later(name)
    vars(module).update(known, __spec__=spec, __loader__=spec.loader, __path__=spec.submodule_search_locations)
    module.load_by(partial(spec.loader.exec_module, module))
    sys.modules[name] = module
    parent, _, last = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], last, module)


class _Later(ModuleType):
    """Empty until it is asked; then it is the module itself."""

    _turn = RLock()
    _load: Callable[[], object] | None = None

    def load_by(self, load: Callable[[], object]) -> None:
        self._load = load

    def __getattr__(self, name: str) -> Any:
        with self._turn:
            load = self._load
            if load is not None and not name.startswith("__"):
                self._load = None
                load()
            # Another thread may have loaded it meanwhile.
            if name in vars(self):
                return vars(self)[name]
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")


@contextmanager
def _describing_later() -> Iterator[None]:
    """Inside the block PySide6 compiles next to nothing of what describes its functions."""
    real = vars(builtins)["compile"]

    def put_off_describing(source: Any, filename: Any, *more: Any, **named: Any) -> Any:
        if filename not in _DESCRIBING:
            return real(source, filename, *more, **named)
        _HELD[filename] = partial(real, source, filename, "exec")
        return real(_HOLD, filename, "exec")

    vars(builtins)["compile"] = put_off_describing
    try:
        yield
    finally:
        vars(builtins)["compile"] = real


_HELD: dict[str, Callable[[], CodeType]] = {}
"""What was put off, by its file."""


def _hold(module: ModuleType) -> None:
    """Called in a module of PySide6 instead of what stands in it."""
    file = module.__name__.replace(".", "/") + ".py"
    module.__class__ = _Later
    if isinstance(module, _Later):
        module.load_by(lambda: exec(_HELD.pop(file)(), vars(module)))
        vars(module).update(_known(module))


def _known(module: _Later) -> dict[str, Callable[..., object]]:
    """What PySide6 asks of these modules at every import and of every docstring, answered without loading any; and what
    it looks up in them by a way that does not come past `__getattr__`."""

    def update_mapping() -> object:
        del vars(module)["update_mapping"]
        return module.update_mapping()

    return {
        "feature_import": lambda *_names, **_more: None,
        "feature_imported": lambda _module: None,
        "make_helptext": lambda function: function.__doc__,
        "update_mapping": update_mapping,
    }
