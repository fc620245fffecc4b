"""What does today's roster say otherwise than the votes that were recorded on an earlier one?

A later correction of the roster never changes a recorded vote: what it stands on is frozen with it. The difference is
told instead.
"""

from collections.abc import Iterable

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Meeting


def differences(meeting: Meeting, seats: Iterable[Seat]) -> tuple[Message, ...]:
    """One line for each member of whom roster and votes differ; `seats` is who sits on that day by today's roster."""
    rounds = [vote for item in meeting.items for vote in item.rounds]
    counted = {voter.person_id: voter.name for vote in rounds for voter in vote.voters}
    sits = {seat.person_id: seat.name for seat in seats} if rounds else {}
    gone = [name for person, name in counted.items() if person not in sits]
    in_all = [{voter.person_id for voter in vote.voters} for vote in rounds]
    new = [name for person, name in sits.items() if any(person not in voters for voters in in_all)]
    return (*(_gone(meeting, name) for name in gone), *(_new(meeting, name) for name in new))


def _gone(meeting: Meeting, name: str) -> Message:
    return Message(
        "Meeting of {date}: {name} was counted in the votes, but is no member on that day by the roster of today.",
        date=meeting.date,
        name=name,
    )


def _new(meeting: Meeting, name: str) -> Message:
    return Message(
        "Meeting of {date}: {name} is a member on that day by the roster of today, but was not counted in the votes.",
        date=meeting.date,
        name=name,
    )
