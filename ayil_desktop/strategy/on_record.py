"""Which person or body on record is meant by the words of a plan?"""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.commission import records as commission_records
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import opened
from ayil_desktop.office import records as office_records
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import plan_actions
from ayil_desktop.strategy.records import Activity, Responsible
from ayil_desktop.widgets import doing, labels
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.tab import Desk

_LONGEST = 44  # letters of the words over a list
_Meant = tuple[str, str] | None


class OnRecord(QWidget):
    """Below each line of the responsible a list of the office's people and bodies; open after the approval too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.form: Form | None = None
        self._built: tuple[object, ...] = ()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)

    def show_activity(self, activity: Activity) -> None:
        """A list for each line as written; built anew only where lines or names are others."""
        choices = self._choices() if activity.responsible else ()
        built = (*((one.id, one.text) for one in activity.responsible), *choices)
        if built != self._built:
            self._build(activity.responsible, choices)
            self._built = built
        if self.form is not None:
            self.form.set_values({one.id: _meant(one) for one in activity.responsible})

    def _build(self, rows: Sequence[Responsible], choices: Sequence[Choice]) -> None:
        if self.form is not None:
            self._stack.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = Form() if rows else None
        if self.form is None:
            return
        for row in rows:
            words = row.text if len(row.text) <= _LONGEST else f"{row.text[: _LONGEST - 1]}…"
            field = self.form.add(ChoiceField(row.id, Message("{words} – on record:", words=words), choices))
            field.setToolTip(labels.tooltip(row.text))
        self.form.committed.connect(self._recognise)
        self._stack.addWidget(self.form)

    def _recognise(self, name: str, meant: _Meant) -> None:
        kind, key = meant or ("", "")
        chosen: Mapping[str, str | None] = {f"{kind}_id": key} if kind else {}
        if self.form is not None:
            doing.by_form(
                self.desk,
                self.form,
                lambda: plan_actions.recognise(self.desk.store, responsible_id=name, **chosen),
            )

    def _choices(self) -> tuple[Choice, ...]:
        """Nobody, then the bodies, then everybody of the office."""
        with reading(self.desk.store) as session:
            people, bodies = office_records.people(session), commission_records.bodies(session)
        found = [Choice(None, Message("not linked"))]
        found += [Choice(("body", one.id), opened.body_name(one, self.desk.today())) for one in bodies]
        for person in people:
            name = f"{person.name} ({person.position})" if person.position else person.name
            found.append(Choice(("person", person.id), name))
        return tuple(found)


def _meant(row: Responsible) -> _Meant:
    if row.person_id:
        return ("person", row.person_id)
    return ("body", row.body_id) if row.body_id else None
