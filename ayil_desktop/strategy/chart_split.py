"""Where do the columns of the chart end and its time begin, and how is that line moved by keys?"""

from PySide6.QtCore import Qt

from ayil_desktop.widgets import memory

_KEPT = "strategy/chart/split"
_NARROW = 180
"""Neither side is narrower."""
_USUAL, _LEAST = 480, 240
_USUAL_SHARE = 0.48
_STEP, _SMALL_STEP = 32, 8


class Split:
    """The line, remembered as a share of the width; `at` is where it stands."""

    def __init__(self) -> None:
        self._share = memory.recall(_KEPT)
        self.at = _USUAL
        self._before: int | None = None
        """Where it stood before keys began to move it; None while they do not."""

    def fit(self, width: int) -> bool:
        """Into a view so wide. True where it stands elsewhere then."""
        usual = max(min(_USUAL, int(width * _USUAL_SHARE)), _LEAST)
        at = int(width * self._share) if isinstance(self._share, float) else usual
        if at == self.at:
            return False
        self.at = at
        return True

    def keep(self, x: float, width: int) -> None:
        """Moved to x, for this time and the next."""
        self._share = min(max(x, _NARROW), width - _NARROW) / max(width, 1)
        memory.keep(_KEPT, self._share)

    # By keys

    @property
    def is_held(self) -> bool:
        """Whether keys move it now."""
        return self._before is not None

    def hold(self) -> None:
        self._before = self.at

    def let_go(self) -> None:
        self._before = None

    def moved(self, key: Qt.Key, width: int, *, is_fine: bool) -> int | None:
        """Where a key puts the held line; None for a key that does not move it. Esc takes it back."""
        step = _SMALL_STEP if is_fine else _STEP
        places = {
            Qt.Key.Key_Left: self.at - step,
            Qt.Key.Key_Right: self.at + step,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: width,
            Qt.Key.Key_Escape: self.at if self._before is None else self._before,
        }
        return places.get(key)
