"""Could a meeting decide: at its opening, and at each of its matters?"""

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import day, presence, rounds, rules
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import FAILED_STATES, LEFT, DecisionKind
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.rules import Opening
from ayil_desktop.refused import Refused


def opening(found: Day, meeting: Meeting) -> Opening:
    """How the meeting stood when it began (CN-7.3)."""
    present = presence.at_opening(meeting.attendance, found.seats)
    return rules.opening(found.charter, members_in_force=len(found.seats), present=len(present))


def has_quorum(found: Day, meeting: Meeting, item: AgendaItem) -> bool | None:
    """By the rule of the matter and those who were there for it (R-40); None: not regulated, or not recorded."""
    if not meeting.attendance_recorded:
        return None
    needed = rounds.quorum(found.charter, item.kind, len(found.seats))
    return needed.is_reached(len(day.present_at(found, meeting, item)))


def may_be_held(found: Day, meeting: Meeting) -> bool:
    """Whether it counts as held: with a quorum at the opening, with none regulated, or with one at any matter that was
    taken up; a change of the composition has its own (R-3, R-40)."""
    return opening(found, meeting).has_quorum is not False or first_reached(found, meeting) is not None


def first_reached(found: Day, meeting: Meeting) -> AgendaItem | None:
    """The first matter taken up for which there was a quorum; None where there was one for none."""
    taken_up = (item for item in meeting.items if item.state not in LEFT)
    return next((item for item in taken_up if has_quorum(found, meeting, item)), None)


def check(found: Day, meeting: Meeting, item: AgendaItem, *, field: str) -> None:
    """Refused where nothing can be decided on a matter, with or without a vote (CN-7.3, CN-6.1)."""
    if has_quorum(found, meeting, item) is False:
        clause = rounds.quorum(found.charter, item.kind, len(found.seats)).clause
        raise Refused(
            Message("There is no quorum for this matter: it can only be postponed or withdrawn."),
            field=field,
            clause=clause,
        )


def check_nothing_decided(found: Day, meeting: Meeting) -> None:
    """Refused where a meeting would end as not held although something is decided in it (CN-7.3)."""
    decided = [item for item in meeting.items if any(one.kind is not DecisionKind.POSTPONE for one in item.decisions)]
    if decided:
        raise Refused(
            Message(
                "By the attendance there was no quorum, but matters {numbers} are decided: correct the attendance, or "
                "take the decisions back.",
                numbers=", ".join(str(item.place) for item in decided),
            ),
            field="agenda",
            clause=found.charter.clause("quorum"),
        )


def words_of_no_quorum() -> Message:
    """What a held meeting is told when its attendance was corrected to too few."""
    return Message("By the attendance there was no quorum: correct it, or open the session again and close it anew")


def has_failed(found: Day, meeting: Meeting) -> bool:
    """Whether a meeting that ended as not held had no quorum indeed, by its attendance and the roster of its day."""
    return not meeting.attendance_recorded or not may_be_held(found, meeting)


def words_of_a_quorum() -> Message:
    """What a meeting that was not held is told when there were enough after all."""
    return Message("By the attendance there was a quorum: open the session again and close it anew")


def check_was_held(found: Day, meeting: Meeting) -> None:
    """Refused where a meeting would be sealed otherwise than its attendance says: as held although too few came, or as
    not held although enough did (CN-7.3)."""
    if meeting.state in FAILED_STATES:
        if not has_failed(found, meeting):
            raise Refused(words_of_a_quorum(), field="decisions", clause=found.charter.clause("quorum"))
        return
    if meeting.attendance_recorded and not may_be_held(found, meeting):
        raise Refused(words_of_no_quorum(), field="decisions", clause=found.charter.clause("quorum"))
