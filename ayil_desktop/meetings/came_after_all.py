"""What is asked when a member comes who had given an opinion in writing, as only absent ones may (CN-5.7.7)?"""

from functools import partial

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import day, opinion_actions
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.widgets import doing, notice
from ayil_desktop.widgets.notice import Offer
from ayil_desktop.widgets.tab import Desk


class CameAfterAll:
    """Asks once, when it becomes so; what stood so already when the meeting was opened is said beside the matter."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._meeting_id = ""
        self._asked: frozenset[str] = frozenset()

    def follow(self, found: Opened) -> None:
        """The meeting as it stands after a change."""
        written = day.written_by_present(found.day, found.meeting)
        new = [pair for pair in written if pair[1].id not in self._asked]
        if found.meeting.id == self._meeting_id:
            for name in dict.fromkeys(one.person.name for _, one in new):
                own = [(item, one) for item, one in new if one.person.name == name]
                numbers = ", ".join(str(item.place) for item, _ in own)
                self._ask(name, numbers, [one.id for _, one in own], found.day.cites("CN-5.7.7"))
        self._meeting_id, self._asked = found.meeting.id, frozenset(one.id for _, one in written)

    def _ask(self, name: str, numbers: str, opinion_ids: list[str], clause: str) -> None:
        words = Message(
            "{name} is here now. The opinion in writing on matter {numbers} is not printed: absent members give one.",
            name=name,
            numbers=numbers,
        )
        remove = partial(opinion_actions.remove_written_opinion, self._desk.store, opinion_ids=opinion_ids)
        offer = Offer(Message("Remove the opinion"), partial(doing.by_button, self._desk, remove))
        notice.warning(words, offer, clause=clause)
