"""The windows in which a member is entered, and in which everything about one member stands together."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.commission import act_fields, actions, records, roster_table
from ayil_desktop.commission.records import OTHER, Membership, Role
from ayil_desktop.commission.rules import MemberEntry
from ayil_desktop.commission.shown import Shown
from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.office import actions as office_actions
from ayil_desktop.office import records as office_records
from ayil_desktop.office import terms
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.office.plain_window import PlainWindow
from ayil_desktop.office.records import Person
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done, reading
from ayil_desktop.widgets import ask, labels, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.scrolling import Scrolling
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField, TextField

PERSON = ("name", "birth_year", "phone", "workplace", "village")
SEAT = ("position_ky", "position_ru", "starts", "ends", "discharge_reason")


def add(parent: QWidget, desk: Desk, seen: Shown, *, after: str = "") -> EntryWindow:
    """A new member with the act that appoints; marks are entered beside the roster afterwards.

    `after` is the id of the seat that was entered just before: one act appoints several.
    """
    form = Form()
    form.add(TextField("name", Message("Name")))
    form.add(TextField("position_ky", Message("Position as in the act")))
    form.add_row(
        ChoiceField("role", Message("Role"), roster_table.ROLES),
        _narrow(ChoiceField("category", Message("Group"), group_choices(seen))),
    )
    form.add(TextField("category_words", Message("Group in own words"), hint=Message("Where none of the groups fits.")))
    form.add_row(TextField("birth_year", Message("Year of birth")), TextField("phone", Message("Telephone")))
    form.add_row(TextField("workplace", Message("Workplace")), TextField("village", Message("Village")))
    act_fields.add(form, date_title=Message("Date = member from"))
    form.set_values({"role": Role.MEMBER, "category": ""})
    last = next((seat for seat in seen.memberships if seat.id == after), None)
    last = last or max(seen.memberships, key=lambda seat: seat.starts, default=None)
    act_fields.start(form, day=act_fields.day_told(seen.day, desk.today()))
    if last and last.appointing_order and (last.id == after or last.starts == seen.day):
        act_fields.start(form, order=last.appointing_order)
    return EntryWindow(
        parent, Message("New member"), form, Message("Add the member"), lambda values: _add(desk, seen, values)
    )


def _narrow(field: ChoiceField) -> ChoiceField:
    """Long groups must not push the window apart."""
    field.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.list.setMinimumContentsLength(12)
    return field


def group_choices(seen: Shown) -> tuple[Choice, ...]:
    """Not recorded, the groups of the charter, or other."""
    known = tuple(Choice(group.code, terms.group_title(group.code)) for group in seen.groups)
    return (Choice("", Message("not recorded")), *known, Choice(OTHER, terms.OTHER_GROUP))


def _add(desk: Desk, seen: Shown, values: Mapping[str, Any]) -> Done | None:
    body = seen.body
    if body is None:
        return None
    words = values["category_words"]
    category = OTHER if words and not values["category"] else values["category"]
    entry = MemberEntry(
        name=values["name"],
        person_id=_known(desk, values["name"]),
        position_ky=values["position_ky"],
        role=values["role"],
        category=category,
        category_words=words,
        birth_year=_year(values["birth_year"]),
        phone=values["phone"],
        workplace=values["workplace"],
        village=values["village"],
    )
    act = act_fields.read(values)
    today = desk.today()
    return desk.run(
        lambda: actions.add_member(desk.store, body_id=body.id, entry=entry, starts=act.date, today=today, act=act)
    )


def _known(desk: Desk, name: str) -> str:
    """The id of somebody of that name who is on record, if the user says that it is the same person."""
    with reading(desk.store) as session:
        person = office_records.person_called(session, kyrgyz.fold(name)) if name.strip() else None
    if person is None:
        return ""
    question = Message("{name} is on record already. Is it the same person?", name=person.name)
    chosen = ask.choose(question, (Message("The same person"), Message("Somebody else")), detail=_said(person))
    return person.id if chosen == 0 else ""


def _said(person: Person) -> str:
    return ", ".join(filter(None, (person.village, person.workplace, person.phone)))


def _year(typed: str) -> int | None:
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit()):
        raise Refused(Message("Write the year with four digits."), field="birth_year")
    return int(typed)


class Card(PlainWindow):
    """Everything about one member but the private marks; each field is kept as soon as it is left."""

    def __init__(self, parent: QWidget, desk: Desk, seat: Membership) -> None:
        super().__init__(parent)
        self._desk, self._seat = desk, seat
        self._heading = labels.Label(seat.person.name, say="heading", wraps=True)
        self.form = Form()
        self._fill_form()
        self.form.committed.connect(self._keep)
        self.form.clause_asked.connect(self.clause_asked)
        self.close_button = labels.Button(Message("Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        self.show_seat(seat)
        self.translate()

    def show_seat(self, seat: Membership) -> None:
        """The values as they are kept."""
        self._seat = seat
        person = seat.person
        self._heading.set_words(person.name)
        year = "" if person.birth_year is None else str(person.birth_year)
        self.form.set_values({name: getattr(person, name) for name in PERSON} | {"birth_year": year})
        self.form.set_values({name: getattr(seat, name) for name in SEAT})
        act_fields.start(self.form, order=seat.appointing_order)

    def show_touched(self, touched: frozenset[str]) -> None:
        """Read again what somebody else may have changed; a seat that is gone closes the card."""
        if not touched & {"office", "commission"}:
            return
        with reading(self._desk.store) as session:
            seat = next(
                (one for one in records.memberships(session, self._seat.body_id) if one.id == self._seat.id), None
            )
        if seat is None:
            self.close()
        else:
            self.show_seat(seat)

    def translate(self) -> None:
        self.setWindowTitle(str(Message("Card of the member")))

    def _keep(self, name: str, value: Any) -> None:
        try:
            if name in PERSON:
                self._keep_person(name, value)
            elif name in SEAT:
                self._keep_seat(name, value)
            else:
                self._keep_act()
        except Refused as refused:
            self.form.show_refusal(refused)

    def _keep_person(self, name: str, value: str) -> None:
        seat, today = self._seat, self._desk.today()
        self._desk.run(
            lambda: office_actions.change_person(
                self._desk.store, person_id=seat.person_id, values={name: value}, today=today
            )
        )

    def _keep_seat(self, name: str, value: Any) -> None:
        values = {name: value}
        self._desk.run(lambda: actions.change_seat(self._desk.store, membership_id=self._seat.id, values=values))

    def _keep_act(self) -> None:
        """The act is corrected for everybody whom it appointed; a member without one gets it alone."""
        values = self.form.values()
        if not values["order_number"]:
            return
        act, today, store = act_fields.read(values), self._desk.today(), self._desk.store
        order = self._seat.appointing_order
        if order:
            self._desk.run(lambda: actions.change_order(store, order_id=order.id, act=act, today=today))
        else:
            self._desk.run(lambda: actions.set_act(store, membership_ids=[self._seat.id], act=act, today=today))

    def _fill_form(self) -> None:
        form = self.form
        form.add(TextField("name", Message("Name")))
        form.add_row(TextField("birth_year", Message("Year of birth")), TextField("phone", Message("Telephone")))
        form.add_row(TextField("workplace", Message("Workplace")), TextField("village", Message("Village")))
        form.add(LongTextField("position_ky", Message("Position as in the act"), lines=2))
        form.add(LongTextField("position_ru", Message("Position in Russian"), lines=2))
        form.add_row(
            DateField("starts", Message("Member from")),
            DateField("ends", Message("Member until")),
        )
        act_fields.add(form, date_title=Message("Date of the act"))
        form.add(TextField("discharge_reason", Message("Reason of discharge")))

    def _lay_out(self) -> None:
        inner = Scrolling(self.form)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(style.STEP * 2,) * 4)
        stack.setSpacing(style.STEP * 2)
        stack.addWidget(self._heading)
        stack.addWidget(inner, 1)
        stack.addLayout(buttons)
        self.resize(620, 660)
