"""How are the minutes read and corrected on the screen, in Kyrgyz and in Russian?"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings import minutes, minutes_actions, rules, russian, sealing
from ayil_desktop.meetings.choices import State
from ayil_desktop.meetings.minutes import Section
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.russian_window import RussianWindow
from ayil_desktop.meetings.section_card import SectionCard
from ayil_desktop.meetings.wordings_button import Wanted, WordingsButton
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, memory, style
from ayil_desktop.widgets.labels import Button, Chip, Words
from ayil_desktop.widgets.tab import Desk

LANGUAGES = {"ky": Message("Kyrgyz text"), "ru": Message("Russian text")}
_LANGUAGE = "meetings/minutes-language"
_AT_ONCE = 10
_SLICE = 8
"""Sections that are made before the window goes on, and milliseconds for the others between two events."""
_CAPTIONS: dict[str, Words] = {
    "head": Message("Place and time"),
    "attendance": Message("Attendance"),
    "notice": Message("Notice"),
    "outcome": Message("Outcome"),
}


class MinutesText(QWidget):
    """The sections in their order as on the paper; the language of the text is not that of the screen.

    `languages` is where it is chosen; it stands where the screen has room for it.
    """

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        kept = str(memory.recall(_LANGUAGE) or "")
        self.language = kept if kept in LANGUAGES else sealing.ORIGINAL
        self.languages = QWidget()
        self.choices = {language: QRadioButton(self.languages) for language in LANGUAGES}
        self.state = Chip()
        self.russian = Button("", sign="languages")
        self.drafted = Button(Message("The minutes are drafted"), sign="check")
        self._cards: dict[str, SectionCard] = {}
        self._sections: dict[str, Section] = {}
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._make_more)
        self.head = QWidget()
        self.sheet = QFrame()
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QVBoxLayout(self.sheet)
        self._lay_out()
        self.translate()

    def show_opened(self, opened: Opened) -> None:
        """The minutes of a meeting as they stand."""
        is_other = self._opened is None or self._opened.meeting.id != opened.meeting.id
        self._opened = opened
        may_edit = opened.meeting.state in rules.OPEN_TO_WRITING
        found = sealing.sections(opened.meeting, opened.day, self.language)
        shown = [one for one in found if one.text or may_edit]
        self._arrange(shown)
        self.drafted.setVisible(opened.meeting.state is State.HELD)
        self._show_state(opened, found)
        self._show_russian(opened)
        self.head.setVisible(any(not part.isHidden() for part in (self.russian, self.state, self.drafted)))
        if is_other:
            self.area.verticalScrollBar().setValue(0)

    @property
    def cards(self) -> dict[str, SectionCard]:
        """All of them by the keys of their sections, those that are still to come made now."""
        self._make_rest()
        return self._cards

    def showEvent(self, event: QShowEvent) -> None:
        """What nobody has seen yet is styled and laid out when it is first seen: the fewer, the sooner it is there."""
        super().showEvent(event)
        self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()

    def translate(self) -> None:
        for language, button in self.choices.items():
            button.setText(str(LANGUAGES[language]))
            button.setChecked(language == self.language)
        self.area.setAccessibleName(str(Message("Text of the minutes")))

    def show_language(self, language: str) -> None:
        """The text in Kyrgyz or in Russian, remembered for the next time."""
        self.language = language
        memory.keep(_LANGUAGE, language)
        self.choices[language].setChecked(True)
        if self._opened is not None:
            self.show_opened(self._opened)

    def _show_state(self, opened: Opened, found: tuple[Section, ...]) -> None:
        outdated = len(minutes.outdated(found))
        if opened.is_sealed:
            words = Message("Sealed: the text can no longer be changed")
            self.state.show_state("done", words, "lock")
        elif outdated:
            counted = Counted("{count} part contradicts the facts", "{count} parts contradict the facts", outdated)
            self.state.show_state("due", counted, "triangle-alert")
        self.state.setVisible(opened.is_sealed or bool(outdated))

    def _show_russian(self, opened: Opened) -> None:
        """In the Russian text: how much of it still stands in Kyrgyz. In both: what is older than the Kyrgyz."""
        every = russian.texts(opened.meeting)
        missing, outdated = russian.missing(every), russian.outdated(every)
        is_wanted = self.language == sealing.TRANSLATION or bool(outdated)
        self.russian.setVisible(is_wanted and not opened.is_sealed)
        words = Message("Russian texts (missing: {count})…", count=missing) if missing else Message("Russian texts…")
        if outdated:
            words = Message("Russian texts (outdated: {count})…", count=outdated)
        self.russian.set_words(words)

    def _translate_texts(self) -> None:
        if self._opened is not None:
            window = RussianWindow(self, self.desk, self._opened.meeting.id)
            window.clause_asked.connect(self.clause_asked)
            window.open()

    def _arrange(self, shown: list[Section]) -> None:
        """A card for each section; those that stay keep their place, and with it focus and scrolling."""
        self._sections = {one.key: one for one in shown}
        for key in [one for one in self._cards if one not in self._sections]:
            card = self._cards.pop(key)
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        before = list(self._cards)
        for key in list(self._sections)[:_AT_ONCE]:
            self._card_of(key)
        if [key for key in self._sections if key in self._cards] != before:
            self._put_in_order()
        for key, card in self._cards.items():
            self._fill(key, card)
        if self.isVisible():
            self._later.start()

    def _put_in_order(self) -> None:
        self._cards = {key: self._cards[key] for key in self._sections if key in self._cards}
        for place, card in enumerate(self._cards.values()):
            self._stack.insertWidget(place, card)

    def _make_more(self) -> None:
        """What is further down is made while the window waits for the user."""
        clock = QElapsedTimer()
        clock.start()
        self._make_rest(lambda: clock.elapsed() > _SLICE)

    def _make_rest(self, is_late: Callable[[], bool] = lambda: False) -> None:
        if self._cards.keys() == self._sections.keys():
            self._later.stop()
            return
        for key in [one for one in self._sections if one not in self._cards]:
            if is_late():
                return
            self._stack.insertWidget(len(self._cards), self._card_of(key))
            self._fill(key, self._cards[key])
        self._put_in_order()
        self._later.stop()

    def _fill(self, key: str, card: SectionCard) -> None:
        may_edit = self._opened is not None and self._opened.meeting.state in rules.OPEN_TO_WRITING
        card.show_section(self._sections[key], _CAPTIONS.get(key, ""), may_edit=may_edit)

    def _card_of(self, key: str) -> SectionCard:
        if key not in self._cards:
            self._cards[key] = self._card(key)
        return self._cards[key]

    def _card(self, key: str) -> SectionCard:
        card = SectionCard()
        card.edited.connect(lambda text: self._edit(key, text))
        card.restored.connect(lambda: self._restore(key))
        card.kept.connect(lambda: self._keep(key))
        card.clause_asked.connect(self.clause_asked)
        if key.endswith(":decided"):
            card.with_wordings = lambda field: WordingsButton(
                self.desk, field, lambda: self._wanted(key), language=lambda: self.language
            )
        return card

    def _wanted(self, key: str) -> Wanted | None:
        """What is decided on the matter of a section."""
        items = self._opened.meeting.items if self._opened is not None else ()
        item = next((one for one in items if key == f"item:{one.id}:decided"), None)
        return Wanted.on_matter(item, self._opened)

    def _edit(self, key: str, text: str) -> None:
        if self._opened is None:
            return
        meeting_id, language = self._opened.meeting.id, self.language
        try:
            self.desk.run(
                lambda: minutes_actions.edit_section(
                    self.desk.store, meeting_id=meeting_id, language=language, key=key, text=text
                )
            )
        except Refused as refused:
            self._cards[key].show_refusal(refused)

    def _restore(self, key: str) -> None:
        self._do(minutes_actions.restore_section, key)

    def _keep(self, key: str) -> None:
        self._do(minutes_actions.keep_correction, key)

    def _do(self, act: Callable[..., Done], key: str) -> None:
        """With one section, in the language that is shown."""
        if self._opened is not None:
            place = {"meeting_id": self._opened.meeting.id, "language": self.language, "key": key}
            doing.by_button(self.desk, partial(act, self.desk.store, **place))

    def _draft(self) -> None:
        if self._opened is not None:
            meeting_id = self._opened.meeting.id
            doing.by_button(self.desk, lambda: minutes_actions.draft_minutes(self.desk.store, meeting_id=meeting_id))

    def _lay_out(self) -> None:
        languages = QHBoxLayout(self.languages)
        languages.setContentsMargins(0, 0, 0, 0)
        languages.setSpacing(style.STEP * 2)
        group = QButtonGroup(self)
        for language, button in self.choices.items():
            group.addButton(button)
            button.clicked.connect(lambda _checked=False, language=language: self.show_language(language))
            languages.addWidget(button)
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(style.STEP * 2)
        head.addWidget(self.russian)
        head.addWidget(self.state)
        head.addStretch()
        head.addWidget(self.drafted)
        self.drafted.clicked.connect(self._draft)
        self.russian.clicked.connect(self._translate_texts)
        self.sheet.setProperty("panel", True)
        self._stack.setContentsMargins(style.STEP * 2, style.STEP * 2, style.STEP * 2, style.STEP * 2)
        self._stack.setSpacing(style.STEP // 2)
        self._stack.addStretch()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self.sheet)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, style.STEP, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.head)
        stack.addWidget(self.area, 1)
