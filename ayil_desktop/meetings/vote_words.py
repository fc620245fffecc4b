"""How are the votes on a matter told in the minutes?"""

from collections.abc import Iterator

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import Change, Method, Outcome, Vote
from ayil_desktop.meetings.vote_records import VoteRound

CHANGES = {
    Change.EXCLUDE: Message("exclusion from the composition"),
    Change.INCLUDE: Message("inclusion in the composition"),
    Change.ELECT: Message("election"),
}

METHODS = {
    Method.BY_NAME: Message("open vote by name"),
    Method.BY_COUNT: Message("open vote by count"),
    Method.SECRET: Message("secret vote"),
}


def lines(item: AgendaItem, language: str, *, presiding_id: str | None = None) -> Iterator[str]:
    """Every round of a matter: what was voted on, the counts, the arithmetic, the outcome.

    Who presided is told where it was another than `presiding_id`, whom the minutes name for the meeting.
    """
    for number, one in enumerate(item.rounds, 1):
        prefix = f"{number}) " if len(item.rounds) > 1 else ""
        yield prefix + title(one, language)
        if one.presiding_name and one.presiding_id != presiding_id:
            yield Message("Presiding over this vote: {name}.", name=one.presiding_name).into(language)
        yield counts(one, language)
        yield from _by_name(one, language)
        yield arithmetic(one, language)
        yield outcome(one).into(language)
        if one.readings_differ:
            yield Message("Note: counted from the members who voted the outcome would be another.").into(language)


def title(one: VoteRound, language: str) -> str:
    """What was voted on and how: "Бирбеков Э. – exclusion from the composition (open vote by name)"."""
    subject = what(one, language)
    how = METHODS[one.method].into(language)
    return f"{subject} ({how})" if subject else how[:1].upper() + how[1:]


def what(one: VoteRound, language: str) -> str:
    """What was voted on: the candidate with the change, or the round's own words; empty where there are none."""
    if one.change is None:
        return one.label
    return f"{one.candidate_name} – {CHANGES[one.change].into(language)}"


def counts(one: VoteRound, language: str) -> str:
    """The votes of a round in one line."""
    values = {
        "in_favour": one.count_for,
        "against": one.count_against,
        "abstained": one.count_abstained,
        "not_voted": one.count_not_voted,
    }
    if one.method is Method.SECRET:
        return Message(
            "For – {in_favour}, against – {against}, abstained – {abstained}, invalid – {invalid}, "
            "did not vote – {not_voted}.",
            invalid=one.count_invalid,
            **values,
        ).into(language)
    return Message(
        "For – {in_favour}, against – {against}, abstained – {abstained}, did not vote – {not_voted}.", **values
    ).into(language)


def _by_name(one: VoteRound, language: str) -> Iterator[str]:
    if one.method is not Method.BY_NAME:
        return
    against = ", ".join(voter.name for voter in one.voters if voter.vote is Vote.AGAINST)
    abstained = ", ".join(voter.name for voter in one.voters if voter.vote is Vote.ABSTAINED)
    if against:
        yield Message("Against: {names}.", names=against).into(language)
    if abstained:
        yield Message("Abstained: {names}.", names=abstained).into(language)


def arithmetic(one: VoteRound, language: str) -> str:
    """In force, present, quorum, needed: the figures that the outcome rests on."""
    if one.for_needed is None or one.quorum_needed is None:
        return Message(
            "Members in force {members}, present {present}.", members=one.members_in_force, present=one.present
        ).into(language)
    return Message(
        "Members in force {members}, present {present}, quorum {quorum}, votes needed {needed}.",
        members=one.members_in_force,
        present=one.present,
        quorum=one.quorum_needed,
        needed=one.for_needed,
    ).into(language)


def outcome(one: VoteRound) -> Message:
    """How the round ended, in the formula of the minutes."""
    if one.outcome is Outcome.NO_QUORUM:
        return Message("There is no quorum; nothing was decided.")
    if one.outcome is Outcome.NOT_REGULATED:
        return Message("The charter regulates no majority.")
    if one.decided_by_casting_vote:
        if one.outcome is Outcome.ADOPTED:
            return Message("The votes are equal; adopted by the decisive vote of the presiding person.")
        return Message("The votes are equal; not adopted by the decisive vote of the presiding person.")
    if one.outcome is Outcome.REJECTED:
        return Message("Not adopted.")
    if one.count_for == one.present:
        return Message("Adopted unanimously.")
    return Message("Adopted by a majority of votes.")
