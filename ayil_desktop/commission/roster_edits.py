"""What happens when a member of the roster is edited, in a cell, in the form of the marks or by dragging?"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from ayil_desktop.commission import actions, body_actions
from ayil_desktop.commission.records import OTHER, Membership, Role
from ayil_desktop.language.message import Message
from ayil_desktop.office import actions as office_actions
from ayil_desktop.widgets import doing, notice
from ayil_desktop.widgets.notice import Offer
from ayil_desktop.widgets.tab import Desk


class RosterEdits:
    """Each edit is a correction from the beginning of the seat; what changes from a day on needs an act."""

    def __init__(self, desk: Desk, change_by_act: Callable[[Membership, Role], object]) -> None:
        """`change_by_act` opens the window in which an act gives a new role."""
        self._desk, self._change_by_act = desk, change_by_act

    def change_name(self, seat: Membership, text: str) -> None:
        values, today = {"name": text}, self._desk.today()
        self._desk.run(
            lambda: office_actions.change_person(self._desk.store, person_id=seat.person_id, values=values, today=today)
        )

    def change_position(self, seat: Membership, text: str) -> None:
        self._change_seat(seat, position_ky=text)

    def _change_seat(self, seat: Membership, **values: str | Role | date | None) -> None:
        self._desk.run(lambda: actions.change_seat(self._desk.store, membership_id=seat.id, values=values))

    def change_role(self, seat: Membership, role: Role) -> None:
        """Where it was meant as a change from a day on, the notice leads there."""
        if role is seat.role:
            return
        self._change_seat(seat, role=role)
        if seat.starts >= self._desk.today():
            return
        words = Message(
            "The role of {name} was corrected from the beginning ({day}).", name=seat.person.name, day=seat.starts
        )
        notice.info(words, Offer(Message("It changed by a later act…"), lambda: self._role_by_act(seat, role)))

    def _role_by_act(self, seat: Membership, role: Role) -> None:
        """The correction was a mistake: the old role stands again, and the act gives the new one."""
        self._change_seat(seat, role=seat.role)
        self._change_by_act(seat, role)

    def change_group(self, seat: Membership, code: str) -> None:
        words = seat.category_words
        if code == OTHER:
            change = partial(actions.change_seat, self._desk.store, membership_id=seat.id)
            doing.by_line(
                self._desk,
                Message("Whom does {name} represent?", name=seat.person.name),
                lambda said: change(values={"category": code, "category_words": said}),
                suggested=words,
            )
        else:
            self._change_seat(seat, category=code, category_words=words)

    def record_mark(self, seat: Membership, name: str, value: Any) -> None:
        values = {name: value}
        self._desk.run(lambda: office_actions.record_marks(self._desk.store, person_id=seat.person_id, values=values))

    def mark_groups(self, seat: Membership, groups: list[str]) -> None:
        self._desk.run(lambda: actions.mark_groups(self._desk.store, membership_id=seat.id, groups=groups))

    def set_no_minority(self, body: str, nobody: bool) -> None:
        values = {"no_minority": nobody}
        self._desk.run(lambda: body_actions.change_body(self._desk.store, body_id=body, values=values))

    def move(self, seat: Membership, day: date, steps: int) -> None:
        self._desk.run(lambda: actions.move_member(self._desk.store, membership_id=seat.id, day=day, steps=steps))

    def remove(self, seats: Sequence[Membership]) -> None:
        ids = [seat.id for seat in seats]
        self._desk.run(lambda: actions.remove_member(self._desk.store, membership_ids=ids))
