"""What proves that an activity was done, and how is it added, opened and taken back?"""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import item_papers
from ayil_desktop.office import attaching
from ayil_desktop.strategy import review_actions
from ayil_desktop.strategy.follow_up_records import Proof
from ayil_desktop.strategy.records import Activity
from ayil_desktop.widgets import ask, doing, icons, style
from ayil_desktop.widgets.labels import Button, literal
from ayil_desktop.widgets.tab import Desk

_LONGEST = 40  # letters on a button


class ProofList(QWidget):
    """Each proof as a button that opens its file or takes it back; all of it stays open after the approval."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._activity: Activity | None = None
        self.rows: list[Button] = []
        self.attach = Button(Message("Attach proof…"), sign="paperclip")
        self.write = Button(Message("Write…"), sign="pencil")
        self.attach.clicked.connect(self._attach)
        self.write.clicked.connect(self._write)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(style.STEP // 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(style.STEP)
        buttons.addWidget(self.attach)
        buttons.addWidget(self.write)
        buttons.addStretch()
        self._stack.addLayout(buttons)

    def show_activity(self, activity: Activity) -> None:
        """The proofs by date."""
        self._activity = activity
        for button in self.rows:
            self._stack.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.rows = [self._row(proof) for proof in activity.proofs]
        for place, button in enumerate(self.rows):
            self._stack.insertWidget(place, button)

    def _row(self, proof: Proof) -> Button:
        text = proof.text if len(proof.text) <= _LONGEST else f"{proof.text[: _LONGEST - 1]}…"
        button = Button(f"{wording.short_date(proof.on)}  {text}", sign="file-text" if proof.attachment else "pencil")
        menu = QMenu(button)
        if proof.attachment is not None:
            open_line = menu.addAction(literal(Message("Open")))
            open_line.triggered.connect(partial(item_papers.open_copy, self.desk.store, proof.attachment))
        remove = menu.addAction(icons.icon("trash-2"), literal(Message("Remove the proof")))
        remove.triggered.connect(partial(self._remove, proof.id))
        button.setMenu(menu)
        return button

    def _remove(self, proof_id: str) -> None:
        doing.by_button(self.desk, lambda: review_actions.remove_proof(self.desk.store, proof_id=proof_id))

    def _write(self) -> None:
        activity, today = self._activity, self.desk.today()
        if activity is not None:
            prove = partial(review_actions.prove, self.desk.store, activity_id=activity.id, on=today)
            doing.by_line(self.desk, Message("What proves that it was done?"), lambda text: prove(text=text))

    def _attach(self) -> None:
        path = ask.open_file(Message("What proves that it was done?"), [ask.SCAN])
        activity, today = self._activity, self.desk.today()
        if path is not None and activity is not None:
            attaching.attach(
                self.desk,
                path,
                lambda blob: review_actions.prove(
                    self.desk.store, activity_id=activity.id, on=today, text=path.name, content=blob, name=path.name
                ),
                owner=self,
            )
