"""How are Ң, Ө and Ү typed where Windows has only a Russian layout?

Alt (or AltGr) with Н, О, У types them, in every field and cell; the field's menu and the button at its end show them to
those who use the mouse.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import icons, labels, repairing, typing_place
from ayil_desktop.widgets.typing_place import Place

LETTERS = "ңөүҢӨҮ"

_NARROW = 160  # logical pixels; in a narrower cell the button would cover the words
_BUTTON = "ayil_letters"
_ALT = Qt.KeyboardModifier.AltModifier
_ALT_GR = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
)


def letter_of(event: QKeyEvent) -> str | None:
    """The Kyrgyz letter that this key press means; None for any other key."""
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if modifiers != _ALT and modifiers not in _ALT_GR:
        return None
    typed = event.text()
    if typed and typed.isalpha():
        return kyrgyz.special(typed)
    key = chr(event.key()) if event.key() < 0x10000 else ""
    return kyrgyz.special(key if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else key.lower())


def install(app: QApplication) -> None:
    """Serve every field of the application that gets the focus from now on."""
    keys = Keys(app)
    app.focusChanged.connect(keys.follow)


class Keys(QObject):
    """Listens to the field that has the focus, and to no other: most events of a window are none of its business."""

    def follow(self, left: QWidget | None, entered: QWidget | None) -> None:
        """The focus went from one widget to another."""
        if typing_place.of(left) and left:
            left.removeEventFilter(self)
            _show_button(left, False)
        if typing_place.of(entered) and entered:
            entered.installEventFilter(self)
            _show_button(entered, True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        place = typing_place.of(watched)
        if place is None:
            return False
        if isinstance(event, QKeyEvent):
            return self._key(place, event)
        if isinstance(event, QContextMenuEvent):
            _menu_of(place).popup(event.globalPos())
            return True
        return False

    def _key(self, place: Place, event: QKeyEvent) -> bool:
        letter = letter_of(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            # Otherwise a menu with this letter underlined would open.
            event.setAccepted(letter is not None)
            return letter is not None
        if event.type() != QEvent.Type.KeyPress:
            return False
        if letter:
            typing_place.insert(place, letter)
        elif event.matches(QKeySequence.StandardKey.Paste):
            repairing.paste(place)
        else:
            return False
        return True


def letters_menu(place: Place, parent: QWidget) -> QMenu:
    """The six letters, to be typed with the mouse."""
    menu = QMenu(str(Message("Kyrgyz letters")), parent)
    for letter in LETTERS:
        action = menu.addAction(f"{letter}\t{_keys(letter)}")
        action.triggered.connect(lambda _checked=False, letter=letter: typing_place.insert(place, letter))
    return menu


def _keys(letter: str) -> str:
    """What types it: Alt+Н for ң."""
    return f"Alt+{'Shift+' if letter.isupper() else ''}{kyrgyz.fold(letter).upper()}"


def _menu_of(place: Place) -> QMenu:
    """The menu that every field has, with our way to paste and the letters at its end."""
    menu = place.createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action in menu.actions():
        if action.objectName() == "edit-paste":
            menu.insertAction(action, _paste_action(action, place, menu))
            menu.removeAction(action)
    menu.addSeparator()
    menu.addMenu(letters_menu(place, menu))
    return menu


def _paste_action(qts: QAction, place: Place, menu: QMenu) -> QAction:
    ours = QAction(qts.text(), menu)
    ours.setEnabled(qts.isEnabled())
    ours.triggered.connect(lambda: repairing.paste(place))
    return ours


def _show_button(widget: QWidget, shown: bool) -> None:
    """The button at the end of a one-line field, there while one types."""
    place = typing_place.of(widget)
    if not isinstance(place, QLineEdit) or place.inputMethodHints() & Qt.InputMethodHint.ImhDate:
        return
    button = place.findChild(QAction, _BUTTON)
    if button is None and shown and place.width() >= _NARROW:
        button = _make_button(place)
    if button is not None:
        button.setVisible(shown)


class _Button(QAction):
    def __init__(self, place: QLineEdit) -> None:
        super().__init__(icons.icon("keyboard", "muted"), "", place)
        self.setObjectName(_BUTTON)
        self.translate()

    def translate(self) -> None:
        labels.name_sign(self, Message("Kyrgyz letters"))


def _make_button(place: QLineEdit) -> QAction:
    button = _Button(place)
    button.triggered.connect(lambda: _open_letters(place))
    place.addAction(button, QLineEdit.ActionPosition.TrailingPosition)
    return button


def _open_letters(place: QLineEdit) -> None:
    menu = letters_menu(place, place)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place.mapToGlobal(place.rect().bottomRight()))
