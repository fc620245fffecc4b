"""Which values can be recorded of a meeting, and what is each of them called?"""

from enum import StrEnum

from ayil_desktop.language.message import InContext, Message


class Kind(StrEnum):
    """кезектеги or кезексиз (CN-3.1.3)."""

    REGULAR = "regular"
    EXTRAORDINARY = "extraordinary"


class State(StrEnum):
    """Where a meeting stands; SIGNED means that its minutes are sealed, NOT_HELD_SIGNED that the act of it is."""

    PLANNED = "planned"
    NOTIFIED = "notified"
    IN_SESSION = "in_session"
    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"
    MINUTES_DRAFTED = "minutes_drafted"
    SIGNED = "signed"
    NOT_HELD_SIGNED = "not_held_signed"


OPEN_TO_PLANNING = (State.PLANNED, State.NOTIFIED)
NOT_BEGUN = (*OPEN_TO_PLANNING, State.CANCELLED)
HELD_STATES = (State.HELD, State.MINUTES_DRAFTED, State.SIGNED)
FAILED_STATES = (State.NOT_HELD, State.NOT_HELD_SIGNED)
"""It began and could decide nothing: of it there is an act (R-38)."""
ENDED_STATES = (*HELD_STATES, *FAILED_STATES)
BEGUN_STATES = (State.IN_SESSION, *ENDED_STATES)
NEVER_MET = (State.CANCELLED, *FAILED_STATES)
SEALED_STATES = (State.SIGNED, State.NOT_HELD_SIGNED)


class ItemKind(StrEnum):
    """What a matter asks of the meeting; COMPOSITION and ELECTION are voted candidate by candidate."""

    INFORMATION = "information"
    DECISION = "decision"
    COMPOSITION = "composition"
    ELECTION = "election"


class ItemState(StrEnum):
    """What became of a matter."""

    OPEN = "open"
    DECIDED = "decided"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"


LEFT = (ItemState.POSTPONED, ItemState.WITHDRAWN)
"""What a meeting did not take up."""


class DeliveryKind(StrEnum):
    """What a member was sent: notice (CN-5.6.1), materials (CN-5.6.2), minutes (CN-5.6.5)."""

    NOTICE = "notice"
    MATERIALS = "materials"
    MINUTES = "minutes"


class Presence(StrEnum):
    """How a member stood at the opening."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class Method(StrEnum):
    """How a round was voted."""

    BY_NAME = "by_name"
    BY_COUNT = "by_count"
    SECRET = "secret"


class Vote(StrEnum):
    """макул, каршы, калыс; not voting is no value at all."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"


class Change(StrEnum):
    """What a candidate's round is about (CN-6.2, CN-6.3)."""

    EXCLUDE = "exclude"
    INCLUDE = "include"
    ELECT = "elect"


class Outcome(StrEnum):
    """What the charter makes of a round; NOT_REGULATED where it sets no majority."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NO_QUORUM = "no-quorum"
    NOT_REGULATED = "not-regulated"


ADOPTING = (Outcome.ADOPTED, Outcome.NOT_REGULATED)
"""A body without a regulated majority has what is recorded."""


class DecisionKind(StrEnum):
    """What a decision does; RECOMMEND goes to another body (CN-4.1.4)."""

    APPROVE = "approve"
    ASSIGN = "assign"
    RECOMMEND = "recommend"
    AMEND = "amend"
    SELECT = "select"
    POSTPONE = "postpone"
    NOTE = "note"
    COMPOSITION = "composition"


ASKED_FOR_UNDATED = (DecisionKind.ASSIGN,)
"""What a task without a term is asked about at the next meeting; to approve or to recommend something is done by saying
so."""


class DueKind(StrEnum):
    """By when: no term, a day, or the next regular meeting (R-46)."""

    NONE = "none"
    DATE = "date"
    NEXT_MEETING = "next_meeting"


class PartyRole(StrEnum):
    """What somebody named in a decision has to do with it (CN-R.2)."""

    RESPONSIBLE = "responsible"
    ADDRESSEE = "addressee"
    CONTROLLER = "controller"


class FollowUpState(StrEnum):
    """How far the carrying out of a decision is."""

    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


KIND_NAMES = {Kind.REGULAR: Message("regular"), Kind.EXTRAORDINARY: Message("extraordinary")}

STATE_NAMES = {
    State.PLANNED: Message("Planned"),
    State.NOTIFIED: Message("Notice sent"),
    State.IN_SESSION: Message("In session"),
    State.HELD: Message("Held"),
    State.NOT_HELD: Message("Not held, no quorum"),
    State.CANCELLED: Message("Cancelled"),
    State.MINUTES_DRAFTED: Message("Minutes drafted"),
    State.SIGNED: Message("Signed and sealed"),
    State.NOT_HELD_SIGNED: Message("Not held, act sealed"),
}

ITEM_KIND_NAMES = {
    ItemKind.INFORMATION: Message("Information"),
    ItemKind.DECISION: Message("Decision"),
    ItemKind.COMPOSITION: Message("Composition change"),
    ItemKind.ELECTION: Message("Election"),
}

ITEM_STATE_NAMES = {
    ItemState.OPEN: InContext("matter", "Open"),
    ItemState.DECIDED: Message("Decided"),
    ItemState.POSTPONED: Message("Postponed"),
    ItemState.WITHDRAWN: Message("Withdrawn"),
}

DELIVERY_NAMES = {
    DeliveryKind.NOTICE: Message("Notice"),
    DeliveryKind.MATERIALS: Message("Materials"),
    DeliveryKind.MINUTES: Message("Minutes"),
}

PRESENCE_NAMES = {
    Presence.PRESENT: Message("Present"),
    Presence.EXCUSED: Message("Excused"),
    Presence.ABSENT: Message("Absent"),
}

METHOD_NAMES = {
    Method.BY_NAME: Message("Open vote by name"),
    Method.BY_COUNT: Message("Open vote by count"),
    Method.SECRET: Message("Secret vote"),
}

VOTE_NAMES = {
    Vote.FOR: InContext("vote", "For"),
    Vote.AGAINST: InContext("vote", "Against"),
    Vote.ABSTAINED: InContext("vote", "Abstained"),
}

OUTCOME_NAMES = {
    Outcome.ADOPTED: Message("Adopted"),
    Outcome.REJECTED: Message("Not adopted"),
    Outcome.NO_QUORUM: Message("No quorum"),
    Outcome.NOT_REGULATED: Message("Recorded; no majority is regulated"),
}

DECISION_KIND_NAMES = {
    DecisionKind.APPROVE: Message("Approve"),
    DecisionKind.ASSIGN: Message("Assign"),
    DecisionKind.RECOMMEND: Message("Recommend"),
    DecisionKind.AMEND: Message("Amend"),
    DecisionKind.SELECT: Message("Select"),
    DecisionKind.POSTPONE: Message("Postpone"),
    DecisionKind.NOTE: Message("Take note"),
    DecisionKind.COMPOSITION: Message("Change the composition"),
}

DUE_NAMES = {
    DueKind.NONE: Message("Without a term"),
    DueKind.DATE: Message("By a date"),
    DueKind.NEXT_MEETING: Message("Before the next regular meeting"),
}

PARTY_NAMES = {
    PartyRole.RESPONSIBLE: Message("Responsible"),
    PartyRole.ADDRESSEE: Message("Addressee"),
    PartyRole.CONTROLLER: Message("Controls the execution"),
}

CHANGE_NAMES = {
    Change.EXCLUDE: Message("To be excluded"),
    Change.INCLUDE: Message("To be included"),
    Change.ELECT: Message("To be elected"),
}

FOLLOW_UP_NAMES = {
    FollowUpState.IN_PROGRESS: Message("In progress"),
    FollowUpState.DONE: Message("Done"),
    FollowUpState.CANCELLED: Message("Cancelled"),
}
