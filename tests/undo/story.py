"""What is told of an action: the office that it finds, and what the clerk enters."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Story:
    """`world` makes the office ready; `given` answers the arguments and may do in it what has to come before."""

    action: Callable[..., Any]
    given: Callable[[Any], dict[str, Any]]
    world: Callable[[Any], Any]

    @property
    def name(self) -> str:
        return f"{self.action.__module__.removeprefix('ayil_desktop.')}.{self.action.__name__}"

    def carry_out(self, store: Any, given: dict[str, Any]) -> Any:
        """Its `Done`; an action that is done bit by bit is done to its end."""
        result = self.action(store, **given)
        while isinstance(result, Generator):
            try:
                next(result)
            except StopIteration as end:
                result = end.value
        return result


def told(world: Callable[[Any], Any], *told: tuple[Callable[..., Any], Callable[[Any], dict[str, Any]]]) -> list[Story]:
    """Stories that begin in the same office."""
    return [Story(action, given, world) for action, given in told]
