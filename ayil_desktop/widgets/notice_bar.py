"""Where in the window are notices shown, and how are they closed by mouse, by key and by time?"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.widgets import icons, labels, notice, style
from ayil_desktop.widgets.notice import Notice, Severity

PASSES_AFTER = 8000  # milliseconds; long enough to read two lines twice

_SIGNS: dict[Severity, tuple[str, str]] = {
    Severity.INFO: ("info", "accent"),
    Severity.DONE: ("circle-check", "done"),
    Severity.WARNING: ("triangle-alert", "due"),
    Severity.TROUBLE: ("circle-alert", "late"),
}


def has_focus() -> bool:
    """Whether the user has gone to a notice by key."""
    place: QObject | None = QApplication.focusWidget()
    while place is not None and not isinstance(place, NoticeBar):
        place = place.parent()
    return place is not None


class NoticeBar(QFrame):
    """The oldest notice of the board, its buttons, and how many wait behind it. Esc closes; it is hidden when empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Notice | None = None
        self._came_from: QWidget | None = None
        self._sign = labels.Sign("info", side=style.ICON + 2)
        self._words = labels.Label(wraps=True)
        self._clause = labels.ClauseLink()
        self._offers = QHBoxLayout()
        self._waiting = labels.Label(say="muted")
        self._close = QToolButton()
        self._timer = QTimer(self, singleShot=True, interval=PASSES_AFTER)
        self._lay_out()
        self._timer.timeout.connect(self.close_notice)
        self._close.clicked.connect(self.close_notice)
        self._clause.asked.connect(notice.board().clause_asked)
        notice.board().changed.connect(self._show_first)
        self._show_first()

    def close_notice(self) -> None:
        """Close the notice that is shown, without taking any of its offers."""
        if self._shown:
            notice.board().close(self._shown)

    def enter(self) -> None:
        """Put the focus on the first button, for those who work by keyboard."""
        if not has_focus():
            self._came_from = QApplication.focusWidget()
        first: QWidget = [*self._buttons(), self._close][0]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def translate(self) -> None:
        waiting = len(notice.board().notices) - 1
        self._waiting.set_words(Counted("{count} more", "{count} more", waiting) if waiting > 0 else "")
        self._close.setToolTip(labels.tooltip(Message("Close this notice")))
        self._close.setAccessibleName(str(Message("Close this notice")))
        if self._shown:
            self._words.set_words(self._shown.words)
            self.setAccessibleName(self._words.text())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._let_pass()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_notice()
        else:
            super().keyPressEvent(event)

    def _show_first(self) -> None:
        notices = notice.board().notices
        first = notices[0] if notices else None
        if first is not self._shown:
            if has_focus():
                self._go_back()
            self._shown = first
            self._fill()
        self.translate()
        self.setVisible(first is not None)

    def _go_back(self) -> None:
        """Who came by key was at work somewhere, and goes on there."""
        before, self._came_from = self._came_from, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus()

    def _fill(self) -> None:
        for button in self._buttons():
            self._offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        if self._shown is None:
            self._timer.stop()
            return
        labels.set_look(self, "notice", self._shown.severity.value)
        self._sign.show_icon(*_SIGNS[self._shown.severity])
        self._clause.show_clause(self._shown.clause)
        for offer in self._shown.offers:
            self._offers.addWidget(self._button(self._shown, offer))
        self._announce(self._shown)
        self._let_pass()

    def _button(self, shown: Notice, offer: notice.Offer) -> labels.Button:
        button = labels.Button(offer.words)
        # A click must not take the focus from the field that the offer is about.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: notice.board().take(shown, offer))
        return button

    def _buttons(self) -> list[labels.Button]:
        places = (self._offers.itemAt(place) for place in range(self._offers.count()))
        return [widget for place in places if place and isinstance(widget := place.widget(), labels.Button)]

    def _announce(self, shown: Notice) -> None:
        said = QAccessibleAnnouncementEvent(self, str(shown.words))
        if not shown.passes:
            said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)

    def _let_pass(self) -> None:
        if self._shown and self._shown.passes:
            self._timer.start()
        else:
            self._timer.stop()

    def _lay_out(self) -> None:
        self._close.setIcon(icons.icon("x", "muted"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._offers.setSpacing(style.STEP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.STEP * 2, style.STEP // 2, style.STEP, style.STEP // 2)
        row.setSpacing(style.STEP)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._clause)
        row.addLayout(self._offers)
        row.addWidget(self._waiting)
        row.addWidget(self._close)
