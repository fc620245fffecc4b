"""Which body's meetings are looked at, and what is read of them, first of all and after a change?"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from ayil_desktop.meetings import due, opened
from ayil_desktop.meetings.meeting_list import MeetingList
from ayil_desktop.meetings.opened import BodyMeetings
from ayil_desktop.widgets import background, memory
from ayil_desktop.widgets.stepwise import Steps, Stepwise
from ayil_desktop.widgets.tab import Desk

_NOTHING = BodyMeetings("", (), (), 0)


class BodyInHand(QObject):
    """Fills the list of the meetings and tells the window what is due. `id` is empty in an office without bodies."""

    def __init__(self, desk: Desk, shown: MeetingList) -> None:
        super().__init__(shown)
        self.desk = desk
        self.id = str(memory.recall(due.BODY) or "")
        self.found = _NOTHING
        self.following = Stepwise(self)
        self._list = shown

    def choose(self, body_id: str) -> None:
        """Another body, which is remembered; it is still to be read."""
        self.id = body_id
        memory.keep(due.BODY, body_id)

    def read(self) -> Steps:
        """The bodies, and all meetings of the one in hand; the first body where that is gone."""
        bodies = opened.bodies(self.desk.store)
        self.id = due.in_hand([body.id for body in bodies], self.id)
        self._list.show_bodies(bodies, self.id)
        yield from self._read_meetings()

    def read_changed(self) -> None:
        """The meetings as they are now; what follows from all of them comes a moment later, in `following`."""
        if self.id:
            meetings = opened.meetings_again(self.desk.store, self.id, self.found.meetings)
            self.found = replace(self.found, meetings=meetings)
            self._list.show_meetings(self.found)
            self.following.begin(self._read_meetings())

    def _read_meetings(self) -> Steps:
        yield
        body_id, today = self.id, self.desk.today()
        if body_id:
            self.found = yield from background.beside(partial(opened.meetings_of, self.desk.store, body_id, today))
        else:
            self.found = _NOTHING
        self._list.show_meetings(self.found)
        if not body_id:
            self.desk.show_duties(())
            return
        others = yield from background.beside(partial(due.of_others, self.desk.store, body_id, today))
        names = yield from background.beside(partial(due.names, self.desk.store, today))
        if body_id == self.id:
            self.desk.show_duties(due.of(self.found, others, names))
