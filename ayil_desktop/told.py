"""How is what the program concludes told to somebody who reads it on a terminal, in the user's language?

The names and values of the data stay as they are in `show --json`; here each has its words.
"""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from ayil_desktop.commission.handouts import VERDICTS
from ayil_desktop.commission.records import OTHER
from ayil_desktop.language import wording
from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings import choices, decisions
from ayil_desktop.office import terms
from ayil_desktop.strategy import rules as strategy_rules
from ayil_desktop.strategy import standing as strategy_standing
from ayil_desktop.strategy.records import Status
from ayil_desktop.workdays import deadlines

NAMES: Mapping[str, Message] = {
    "id": InContext("show", "id"),
    "abstained": InContext("vote", "Abstained"),
    "act": Message("Act"),
    "activities": Message("Activities"),
    "actual": InContext("show", "Is"),
    "against": InContext("vote", "Against"),
    "agenda": Message("Agenda"),
    "aimak_ky": InContext("show", "Ayil aimak"),
    "amended_by": InContext("show", "Amended by"),
    "approved_by": InContext("show", "Approved by"),
    "begins": InContext("show", "Begins"),
    "body": Message("Body"),
    "candidate": Message("Candidate"),
    "change": Message("What is proposed"),
    "checks": InContext("show", "Composition check"),
    "clause": Message("Clause"),
    "counts": InContext("show", "Activities by state"),
    "date": Message("Date"),
    "deadline_text": InContext("show", "Deadline in words"),
    "decided_by_casting_vote": InContext("show", "Decided by the presiding person's vote"),
    "decisions": Message("Decisions"),
    "dissent_until": InContext("show", "Dissenting opinions until"),
    "district_ky": InContext("show", "District"),
    "done_on": Message("Done on"),
    "due": Message("Due"),
    "ends": InContext("show", "Ends"),
    "for": InContext("vote", "For"),
    "from": InContext("show", "From"),
    "funding": InContext("show", "Funding"),
    "goal": Message("Goal"),
    "group": Message("Group"),
    "group_words": InContext("show", "Group in its own words"),
    "has_quorum": InContext("show", "Quorum is there"),
    "head_name": InContext("show", "Head of the ayil okmotu"),
    "informational": InContext("show", "For information only"),
    "invalid": Message("Invalid"),
    "is_practice": Message("Practice office"),
    "item_kind": Message("Kind of matter"),
    "kind": Message("Kind"),
    "label": Message("Vote on"),
    "late": InContext("show", "Added after the notice"),
    "meeting": Message("Meeting"),
    "members": Message("Members"),
    "members_in_force": InContext("show", "Members in force"),
    "men": InContext("show", "Men"),
    "method": Message("Way of voting"),
    "missing": InContext("show", "Missing"),
    "name": InContext("show", "Name"),
    "name_ky": Message("Name in Kyrgyz"),
    "name_ru": Message("Name in Russian"),
    "needed": InContext("show", "Needed"),
    "not_voted": Message("Not voted"),
    "notice_by": InContext("show", "Notice until"),
    "number": Message("Number"),
    "numbers": InContext("show", "Numbers"),
    "ok": InContext("show", "Satisfied"),
    "open_amendment": InContext("show", "Amendment under way"),
    "opened_on": InContext("show", "Opened on"),
    "outcome": Message("Outcome"),
    "percent_done": InContext("show", "Done, %"),
    "person": Message("Person"),
    "place": Message("Place"),
    "place_ky": InContext("show", "Place of the office"),
    "position": Message("Position"),
    "present": Message("Present"),
    "presiding": Message("Presiding"),
    "products": Message("Products"),
    "quorum_needed": InContext("show", "Needed for a quorum"),
    "rank": Message("Rank"),
    "readings_differ": InContext("show", "Another reading says otherwise"),
    "reason": Message("Reason"),
    "region_ky": InContext("show", "Region"),
    "regulated": InContext("show", "Regulated by the charter"),
    "resolution": Message("Resolution"),
    "resources": Message("Resources"),
    "responsible": Message("Responsible"),
    "role": Message("Role"),
    "rounds": InContext("show", "Votes taken"),
    "sealed": InContext("show", "Seal"),
    "seats": InContext("show", "Who sits on it"),
    "service": Message("Service"),
    "services": Message("Services"),
    "sex_not_recorded": InContext("show", "Sex not recorded"),
    "state": Message("State"),
    "status": InContext("show", "Standing"),
    "tasks": InContext("show", "Tasks"),
    "text": Message("Text"),
    "time": Message("Time"),
    "title": Message("Title"),
    "to": InContext("show", "To"),
    "told": InContext("show", "What the notice told"),
    "told_otherwise": InContext("show", "The members were told otherwise"),
    "verdict": InContext("show", "Verdict"),
    "votes": Message("Votes"),
    "warnings": InContext("show", "Warnings"),
    "women": InContext("show", "Women"),
    "words": InContext("show", "Words"),
}

_COUNTS: Mapping[str, Mapping[Any, Message]] = {
    "counts": strategy_standing.STATE_NAMES,
    "funding": strategy_rules.SOURCE_NAMES,
}
"""Objects whose names are themselves states or sources."""

_DEADLINES: Mapping[Any, Message] = {
    deadlines.Kind.BY_DATE: InContext("deadline", "until a day"),
    deadlines.Kind.DATE: InContext("deadline", "a day"),
    deadlines.Kind.DATE_RANGE: InContext("deadline", "from a day to a day"),
    deadlines.Kind.WEEK_OF_MONTH: InContext("deadline", "a week of a month"),
    deadlines.Kind.WEEK_RANGE: InContext("deadline", "several weeks"),
    deadlines.Kind.DECADE_OF_MONTH: InContext("deadline", "ten days of a month"),
    deadlines.Kind.MONTH: InContext("deadline", "a month"),
    deadlines.Kind.MONTH_RANGE: InContext("deadline", "several months"),
    deadlines.Kind.QUARTER: InContext("deadline", "a quarter"),
    deadlines.Kind.QUARTER_RANGE: InContext("deadline", "several quarters"),
    deadlines.Kind.HALF_YEAR: InContext("deadline", "half a year"),
    deadlines.Kind.YEAR: InContext("deadline", "a year"),
    deadlines.Kind.YEAR_RANGE: InContext("deadline", "several years"),
    deadlines.Kind.REGULAR: InContext("deadline", "regularly"),
    deadlines.Kind.AS_NEEDED: InContext("deadline", "as needed"),
    deadlines.Kind.UNKNOWN: InContext("deadline", "not understood"),
}

_VALUES: Mapping[str, Mapping[Any, Message]] = {
    "change": choices.CHANGE_NAMES,
    "group": {**terms.GROUPS, OTHER: terms.OTHER_GROUP},
    "item_kind": choices.ITEM_KIND_NAMES,
    "kind": {**choices.KIND_NAMES, **choices.DECISION_KIND_NAMES, **choices.ITEM_KIND_NAMES},
    "method": choices.METHOD_NAMES,
    "outcome": choices.OUTCOME_NAMES,
    "role": terms.ROLES,
    "state": {
        **strategy_standing.STATE_NAMES,
        **decisions.STANDING_NAMES,
        **choices.ITEM_STATE_NAMES,
        **choices.STATE_NAMES,
    },
    "status": {
        Status.DRAFT: Message("Draft"),
        Status.APPROVED: InContext("strategy", "Approved"),
        Status.AMENDED: Message("Amended"),
    },
    "verdict": VERDICTS,
}

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DEADLINE_BESIDE = {"deadline_text", "words"}


def told(value: Any, depth: int = 0, name: str = "") -> str:
    """The data for eyes: one line a value, lists and objects indented."""
    indent = "  " * depth
    if isinstance(value, dict):
        names = _COUNTS.get(name, {})
        is_deadline = not _DEADLINE_BESIDE.isdisjoint(value)
        return "\n".join(_line(names, key, one, depth, is_deadline=is_deadline) for key, one in value.items())
    if isinstance(value, list):
        return "\n".join(f"{indent}-\n{told(one, depth + 1)}" for one in value)
    return f"{indent}{_word('', value)}"


def _line(names: Mapping[Any, Message], key: str, value: Any, depth: int, *, is_deadline: bool) -> str:
    title = f"{'  ' * depth}{names.get(key) or NAMES.get(key, key)}"
    if isinstance(value, dict | list) and value:
        return f"{title}:\n{told(value, depth + 1, key)}"
    if is_deadline and key == "kind":
        return f"{title}: {_DEADLINES.get(value, value)}"
    return f"{title}: {_word(key, value)}"


def _word(name: str, value: Any) -> str:
    """One value in the user's language."""
    if isinstance(value, bool):
        return str(Message("yes") if value else Message("no"))
    if value is None or value == [] or value == {}:
        return "–"
    if isinstance(value, str) and _DAY.fullmatch(value):
        return wording.short_date(datetime.date.fromisoformat(value))
    return str(_VALUES.get(name, {}).get(value, value))
