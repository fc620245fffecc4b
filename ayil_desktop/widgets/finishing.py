"""Is what is half typed taken before a command runs, a tab changes, or the window closes?"""

from PySide6.QtWidgets import QApplication, QWidget

from ayil_desktop.widgets.field import Field
from ayil_desktop.widgets.record_grid import Grid


def finish_typing() -> bool:
    """Commit the field or the cell that has the focus; False where a rule said no to it, which is then said there."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None:
        if isinstance(widget, Field):
            widget.commit()
            return not widget.refusal
        if isinstance(widget, Grid):
            return widget.finish()
        widget = widget.parentWidget()
    return True
