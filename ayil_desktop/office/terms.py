"""What is each number, group and role of a charter called, and which values may it have?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.office import charters
from ayil_desktop.office.charters import Share


class Unit(StrEnum):
    """What a number counts; it decides how it is shown and entered."""

    PERSONS = "persons"
    PERCENT = "percent"
    SHARE = "share"
    WORKING_DAYS = "working_days"
    TIMES = "times"
    YEARS = "years"
    FLAG = "flag"
    CHOICE = "choice"


@dataclass(frozen=True)
class Term:
    """One number of a charter: its name for people, its unit, the whole numbers or the choices it may have."""

    title: Message
    unit: Unit
    least: int = 0
    most: int = 99
    choices: Sequence[str] = ()


NOTES: Mapping[str, Message] = {
    "separate_votes_on_composition": Message(
        "The program takes one vote for each candidate in any case; this only says what the regulation wants."
    ),
    "hearings_per_year": Message("Kept for the public hearings; the program does not count them yet."),
}
"""Numbers by which nothing is judged, with what is said beside their field."""

MEMBERS = Message("Members")

TERMS: Mapping[str, Term] = {
    "min_members": Term(Message("Least number of members"), Unit.PERSONS, 1),
    "exact_members": Term(Message("Exact number of members"), Unit.PERSONS, 1),
    "one_chairman": Term(Message("Number of chairmen"), Unit.PERSONS, 0, 9),
    "one_deputy": Term(Message("Number of deputy chairmen"), Unit.PERSONS, 0, 9),
    "one_secretary": Term(Message("Number of secretaries"), Unit.PERSONS, 0, 9),
    "min_sex_share_percent": Term(Message("Each sex at least"), Unit.PERCENT, 0, 50),
    "min_minority": Term(Message("Ethnic minority"), Unit.PERSONS),
    "min_disability": Term(Message("Persons with disabilities"), Unit.PERSONS),
    "composition_by_order": Term(Message("Members appointed by an act of the head"), Unit.FLAG),
    "quorum": Term(Message("Quorum"), Unit.SHARE),
    "composition_quorum": Term(Message("Quorum for changes of the composition"), Unit.SHARE),
    "majority": Term(Message("Majority"), Unit.SHARE),
    "majority_base": Term(Message("Majority counted from"), Unit.CHOICE, choices=("present", "voting")),
    "presiding_decides_tie": Term(Message("The presiding person's vote decides a tie"), Unit.FLAG),
    "recused_stay_in_base": Term(Message("Recused members stay in the count"), Unit.FLAG),
    "separate_votes_on_composition": Term(Message("One vote for each candidate"), Unit.FLAG),
    "notice_working_days": Term(Message("Notice before the meeting"), Unit.WORKING_DAYS),
    "materials_working_days": Term(Message("Agenda and materials before the meeting"), Unit.WORKING_DAYS),
    "notice_count": Term(
        Message("How the days before the meeting are counted"),
        Unit.CHOICE,
        choices=("notice_day_counts", "clear_days"),
    ),
    "dissent_working_days": Term(Message("Dissenting opinion after the meeting"), Unit.WORKING_DAYS),
    "meetings_per_quarter": Term(Message("Meetings in a quarter, at least"), Unit.TIMES),
    "hearings_per_year": Term(Message("Public hearings in a year, at least"), Unit.TIMES),
    "retention_years": Term(Message("Minutes are kept"), Unit.YEARS),
    "minutes_sending_working_days": Term(Message("Minutes sent to the members within"), Unit.WORKING_DAYS),
    "decisions_are_recommendations": Term(Message("All decisions are recommendations"), Unit.FLAG),
}
"""Every number that the program understands, in the order in which a charter is read."""

GROUPS: Mapping[str, Message] = {
    "head_or_deputy": Message("Head of the ayil okmotu or a deputy head"),
    "responsible_secretary": Message("Responsible secretary"),
    "kenesh_deputy": Message("Deputies of the kenesh"),
    "okmotu_specialist": Message("Specialists of the ayil okmotu"),
    "ngo": Message("Non-governmental and public organisations"),
    "business": Message("Business community"),
    "activist": Message("Activists of the local community"),
    "lsg_body": Message("Local self-government body"),
}
ROLES: Mapping[str, Message] = {
    "chairman": Message("Chairman"),
    "deputy": Message("Deputy chairman"),
    "secretary": Message("Secretary"),
    "member": Message("Member"),
}
SHARES: Mapping[tuple[int, int, bool], Message] = {
    (1, 2, True): Message("more than half"),
    (1, 2, False): Message("at least half"),
    (2, 3, True): Message("more than two thirds"),
    (2, 3, False): Message("at least two thirds"),
    (3, 4, False): Message("at least three quarters"),
}
CHOICES: Mapping[str, Message] = {
    "present": Message("those present"),
    "voting": Message("those voting for or against"),
    "notice_day_counts": Message("the day of the notice counts"),
    "clear_days": Message("full days between notice and meeting"),
}
OTHER_GROUP = InContext("group", "Other")
NOT_REGULATED = Message("not regulated")


def title(name: str) -> Message:
    """What a number is called; a name from a newer program stands as it is."""
    term = TERMS.get(name)
    return term.title if term else Message("{name}", name=name)


def group_title(code: str) -> Message:
    """What a group is called; an office's own group is called by its own words."""
    return GROUPS.get(code) or Message("{name}", name=code)


def role_title(role: str) -> Message:
    """Chairman, deputy, secretary or member."""
    return ROLES[role]


def role_in(words: str, language: str) -> str:
    """«төрага» as a Russian or English paper says it; words that are no role stay as they were typed."""
    for title in ROLES.values():
        if words.strip().lower() == title.into("ky").lower():
            return title.into(language).lower()
    return words


def value_text(name: str, value: object) -> Message:
    """A value as people read it: "7", "30 %", "more than half", "3 working days", "yes", "not regulated"."""
    if value is None:
        return NOT_REGULATED
    unit = TERMS[name].unit if name in TERMS else None
    if unit is Unit.SHARE:
        return share_text(charters.share_of(value))
    if unit is Unit.FLAG:
        return Message("yes") if value else Message("no")
    if unit is Unit.CHOICE:
        return CHOICES[str(value)]
    if unit is Unit.PERCENT:
        return Message("{number} %", number=str(value))
    if unit is Unit.WORKING_DAYS:
        return Message("working days: {number}", number=str(value))
    if unit is Unit.YEARS:
        return Message("years: {number}", number=str(value))
    return Message("{number}", number=str(value))


def share_text(share: Share) -> Message:
    """A share in words, or as a fraction where there are no words for it."""
    known = SHARES.get((share.numerator, share.denominator, share.strict))
    fraction = f"{share.numerator}/{share.denominator}"
    if known:
        return known
    return (
        Message("more than {fraction}", fraction=fraction)
        if share.strict
        else Message("at least {fraction}", fraction=fraction)
    )
