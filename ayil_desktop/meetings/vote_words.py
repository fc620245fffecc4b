"""How are the votes on a matter told in the minutes?"""

import datetime
from collections.abc import Iterator

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import candidates, quorum_words, russian
from ayil_desktop.meetings.agenda_records import AgendaItem, Candidate
from ayil_desktop.meetings.choices import Change, ItemKind, Method, Outcome, Vote
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


def lines(
    item: AgendaItem, language: str, *, presiding_id: str | None = None, rules_from: datetime.date | None = None
) -> Iterator[str]:
    """Every round of a matter: what was voted on, the counts, the arithmetic, the outcome.

    Who presided is told where it was another than `presiding_id`, whom the minutes name for the meeting. `rules_from`:
    when the charter came into force, where that was later.
    """
    equal = candidates.equal_after(item)
    for number, one in enumerate(item.rounds, 1):
        prefix = f"{number}) " if len(item.rounds) > 1 else ""
        yield prefix + title(one, language, candidates.of_round(item, one))
        if one.presiding_name and one.presiding_id != presiding_id:
            yield Message("Presiding over this vote: {name}.", name=one.presiding_name).into(language)
        yield counts(one, language)
        yield from _by_name(one, language)
        yield arithmetic(one, language)
        yield outcome(one, rules_from).into(language)
        if one.readings_differ:
            yield other_reading(one).into(language)
        if one.id in equal:
            yield _equal(item, one, equal[one.id]).into(language)
    yield from _elected(item, language)


def other_reading(one: VoteRound) -> Message:
    """What the other way of counting says (R-4); equal votes are equal in both, so that the presiding vote decides."""
    if one.decided_by_casting_vote:
        return Message("Note: without the decisive vote the votes for are no majority of those present.")
    return Message("Note: counted from the members who voted the outcome would be another.")


def _equal(item: AgendaItem, one: VoteRound, names: tuple[str, ...]) -> Message:
    if one is item.rounds[-1]:
        return Message("The votes are equal: {names}. Nobody was elected.", names=names)
    return Message("The votes are equal: {names}. They are voted on again.", names=names)


def _elected(item: AgendaItem, language: str) -> Iterator[str]:
    """What an election came to, once all were voted on and no equal votes wait."""
    if item.kind is not ItemKind.ELECTION or not item.rounds or candidates.next_up(item) is not None:
        return
    won = candidates.elected(item)
    yield (Message("Elected: {name}.", name=won[0]) if won else Message("Nobody was elected.")).into(language)


def title(one: VoteRound, language: str, row: Candidate | None = None) -> str:
    """What was voted on and how: "Бирбеков Э. – exclusion from the composition (open vote by name)"."""
    subject = what(one, language, row)
    how = METHODS[one.method].into(language)
    return f"{subject} ({how})" if subject else how[:1].upper() + how[1:]


def what(one: VoteRound, language: str, row: Candidate | None = None) -> str:
    """What was voted on: the candidate with the change, or the round's own words; empty where there are none.

    The line of the list adds who a newcomer is: "Жаңылбекова Айгүл (ишкер) – inclusion in the composition".
    """
    if one.change is None:
        return russian.said(one, "label", language)
    post = russian.said(row, "position", language) if row is not None else ""
    name = f"{one.candidate_name} ({post})" if post else one.candidate_name
    return f"{name} – {CHANGES[one.change].into(language)}"


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


def outcome(one: VoteRound, rules_from: datetime.date | None = None) -> Message:
    """How the round ended, in the formula of the minutes; before the charter nothing is judged by it (CN-8.1, R-34)."""
    if one.outcome is Outcome.NO_QUORUM:
        return Message("There is no quorum; nothing was decided.")
    if one.outcome is Outcome.NOT_REGULATED and rules_from is not None:
        return quorum_words.not_judged(rules_from)
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
