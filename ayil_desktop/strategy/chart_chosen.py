"""Which row of the chart is chosen, and which others are marked with it?"""

from collections.abc import Sequence

from ayil_desktop.language.message import Counted
from ayil_desktop.strategy.chart_view import AT_MOST, ChartView


class ChosenChart(ChartView):
    """A chart with a chosen row, and perhaps more that are marked. `chosen` gives the key of the first."""

    @property
    def marked_keys(self) -> Sequence[str]:
        """The rows that are meant: those that are marked, else the chosen one."""
        return self.marks.in_order(self.chosen_key)

    def go_to(self, key: str) -> None:
        """A row into the view, chosen, with its bar; folded rows above it open."""
        if self.lines.place(key) < 0:
            return
        if self.lines.at(key) < 0:
            self.lines.open_to(key)
            self._lay()
        self.choose(self.lines.at(key))
        row = self.lines.rows[self.lines.place(key)]
        if row.ends:
            self.jump_to(row.begins or row.ends)

    def choose(self, at: int) -> None:
        """A shown row, which comes into view; nothing else is marked any more."""
        self._let_marks_go()
        self._choose(at)
        self.marks.begin(self.chosen_key)

    def mark_to(self, at: int) -> None:
        """Everything from the row that was chosen last up to a shown row, which is chosen now."""
        self._let_marks_go()
        self.marks.reach(at)
        self._choose(at)
        self._show_marks()

    def mark_one(self, at: int) -> None:
        """A shown row more, or less."""
        self.marks.turn(self.chosen_key, self.lines.row(at).key)
        self._choose(at)
        self._show_marks()

    def mark_all(self) -> None:
        """Every row that is shown."""
        self.marks.every()
        self._show_marks()

    def unmark(self) -> None:
        """Only the chosen row is meant again."""
        self._let_marks_go()

    def _let_marks_go(self) -> None:
        if self.marks.keys:
            self.marks.clear()
            self.paint_anew()

    def _show_marks(self) -> None:
        self.paint_anew()
        words = Counted("{count} row is marked", "{count} rows are marked", len(self.marked_keys))
        self.setAccessibleDescription(str(words))

    def _choose(self, at: int) -> None:
        old, self.chosen_at = self.chosen_at, at
        for one in (old, at):
            self.update_row(one)
        for _ in range(AT_MOST):
            self._bring_into_view(at)
        if at != old:
            row = self.lines.row(at)
            self.setAccessibleDescription(self.told(row))
            self.chosen.emit(row.key)

    def _bring_into_view(self, at: int) -> None:
        """Once more where heights that were guesses have become exact."""
        top, bar = self.lines.heights.top(at), self.verticalScrollBar()
        bottom = top + self.lines.heights.height(at)
        if top < bar.value():
            bar.setValue(int(top))
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(min(int(bottom - self.viewport().height()) + 1, int(top)))
