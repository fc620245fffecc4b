"""What do the libraries bring along that this program never uses, and how is a start spared of it?"""

import importlib.util
import sys
from inspect import iscoroutine
from threading import RLock
from types import ModuleType
from typing import Any


def spare() -> None:
    """To be called before SQLAlchemy is imported."""
    spare_source_scan()
    # SQLAlchemy has drivers that talk over a network, and finds those that other packages offer. This program has one.
    put_off("asyncio", iscoroutine=iscoroutine)
    put_off("importlib.metadata")


def spare_source_scan() -> None:
    """PySide6 reads the source of every module imported after it, looking for `from __feature__ import`.

    This program has none. Without the scan the store loads 40 ms sooner and takes 20 MB less. Where a later PySide6
    has no such function, it goes on scanning.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = lambda _module: False


def put_off(name: str, **known: object) -> None:
    """Load a module of the standard library only when somebody asks it for more than what is `known` of it."""
    spec = importlib.util.find_spec(name)
    if name in sys.modules or spec is None or spec.loader is None:
        return
    module = _Later(name)
    vars(module).update(known, __spec__=spec, __loader__=spec.loader, __path__=spec.submodule_search_locations)
    sys.modules[name] = module
    parent, _, last = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], last, module)


class _Later(ModuleType):
    """Empty until it is asked; then it is the module itself."""

    _turn = RLock()
    _is_begun = False

    def __getattr__(self, name: str) -> Any:
        spec = self.__spec__
        with self._turn:
            if not (self._is_begun or name.startswith("__")) and spec is not None and spec.loader is not None:
                self._is_begun = True
                spec.loader.exec_module(self)
            # Another thread may have loaded it meanwhile.
            if name in vars(self):
                return vars(self)[name]
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
