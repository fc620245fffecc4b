"""What do the minutes of a meeting say, section by section?

The program writes every section from the data, in Kyrgyz or Russian; a section that somebody corrected by hand stands
as corrected, and is marked when the facts have changed since.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import decisions, notices, presence, rules
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.records import (
    AgendaItem,
    Change,
    Decision,
    DueKind,
    ItemKind,
    ItemState,
    Kind,
    Meeting,
    Method,
    Outcome,
    PartyRole,
    Presence,
    Speech,
    State,
    Vote,
    VoteRound,
)
from ayil_desktop.office import terms


@dataclass(frozen=True)
class Section:
    """One part of the minutes: `heading` is printed above `text`; `written` is what the program would write today."""

    key: str
    heading: str
    text: str
    written: str
    is_edited: bool = False
    based_on: str = ""

    @property
    def is_outdated(self) -> bool:
        """Corrected by hand, and the facts have changed since: both texts are to be shown."""
        return self.is_edited and self.based_on != self.written


def sections(meeting: Meeting, found: Day, language: str) -> tuple[Section, ...]:
    """The whole minutes in order; of a meeting that was not held the short act (R-38)."""
    edited = {row.key: row for row in meeting.sections if row.language == language}
    result = []
    for key, heading, text in _written(meeting, found, language):
        row = edited.get(key)
        if row is None:
            result.append(Section(key, heading, text, text))
        else:
            result.append(Section(key, heading, row.text, text, True, row.based_on))
    return tuple(result)


def section(meeting: Meeting, found: Day, language: str, key: str) -> Section | None:
    """One section by its key; None where the meeting has none of that name (its matter was taken off)."""
    return next((one for one in sections(meeting, found, language) if one.key == key), None)


def _written(meeting: Meeting, found: Day, language: str) -> Iterator[tuple[str, str, str]]:
    yield "attendance", "", _lines(_attendance(meeting, found, language))
    yield "notice", "", _lines(_notice(meeting, found, language))
    if meeting.state is State.NOT_HELD:
        yield "outcome", "", Message("The meeting was not held for lack of a quorum.").into(language)
        return
    yield "agenda", Message("Agenda:").into(language), _lines(_agenda(meeting, language))
    for item in meeting.items:
        yield from _item(meeting, item, found, language)
    annexes = _lines(_annexes(meeting, found, language))
    if annexes:
        yield "annexes", Message("Annexes:").into(language), annexes


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(line for line in lines if line)


def _attendance(meeting: Meeting, found: Day, language: str) -> Iterator[str]:
    if not meeting.attendance_recorded:
        yield Message("It is not recorded who attended.").into(language)
        return
    opening = presence.at_opening(meeting.attendance, found.seats)
    there = [_with_role(seat.name, seat.role, language) for seat in found.seats if seat.person_id in opening]
    yield Message("Number of members: {count}.", count=len(found.seats)).into(language)
    yield Message("Present ({count}): {names}.", count=len(there), names=", ".join(there) or "–").into(language)
    yield from _absent(meeting, found, opening, language)
    yield from _moved(meeting, language)
    yield _presided(meeting, found, language)
    yield from _secretary(meeting, found, opening, language)
    yield from _guests(meeting, language)
    yield _competence(meeting, found, len(opening), language)


def _with_role(name: str, role: str, language: str) -> str:
    if role == "member":
        return name
    return f"{name} ({terms.role_title(role).into(language).lower()})"


def _absent(meeting: Meeting, found: Day, opening: frozenset[str], language: str) -> Iterator[str]:
    rows = {row.person_id: row for row in meeting.attendance}
    missing = [seat for seat in found.seats if seat.person_id not in opening]
    if not missing:
        return
    names = []
    for seat in missing:
        row = rows.get(seat.person_id)
        excused = row is not None and row.presence is Presence.EXCUSED
        reason = row.reason if row and row.reason else (Message("excused").into(language) if excused else "")
        names.append(f"{seat.name} – {reason}" if reason else seat.name)
    yield Message("Absent ({count}): {names}.", count=len(missing), names="; ".join(names)).into(language)


def _moved(meeting: Meeting, language: str) -> Iterator[str]:
    places = {item.id: item.place for item in meeting.items}
    for move in meeting.movements:
        name, number = move.person.name, places.get(move.item_id, 0)
        came = Message("{name} came before matter {number}.", name=name, number=number)
        left = Message("{name} left before matter {number}.", name=name, number=number)
        line = (came if move.arrives else left).into(language)
        yield f"{move.at:%H:%M} {line}" if move.at else line


def _presided(meeting: Meeting, found: Day, language: str) -> str:
    if meeting.presiding is None:
        return ""
    seat = next((one for one in found.seats if one.person_id == meeting.presiding_id), None)
    name = _with_role(meeting.presiding.name, seat.role if seat else "member", language)
    if rules.needs_instruction(found.seats, meeting.presiding_id) and meeting.chair_instruction_on:
        on = wording.date_of(meeting.chair_instruction_on, language)
        return Message("Presiding: {name}, by the chairman's instruction {on}.", name=name, on=on).into(language)
    return Message("Presiding: {name}.", name=name).into(language)


def _secretary(meeting: Meeting, found: Day, opening: frozenset[str], language: str) -> Iterator[str]:
    if meeting.secretary is not None:
        yield Message("Secretary of the meeting: {name}.", name=meeting.secretary.name).into(language)
        return
    seat = rules.keeps_minutes(found.seats, opening)
    if seat is not None:
        yield Message("Secretary: {name}.", name=seat.name).into(language)


def _guests(meeting: Meeting, language: str) -> Iterator[str]:
    came = [guest for guest in meeting.invited if guest.came]
    if came:
        names = "; ".join(f"{one.name}, {one.position}" if one.position else one.name for one in came)
        yield Message("Invited persons and guests: {names}.", names=names).into(language)


def _competence(meeting: Meeting, found: Day, present: int, language: str) -> str:
    stood = rules.opening(found.charter, members_in_force=len(found.seats), present=present)
    values = {"present": present, "members": len(found.seats)}
    if stood.has_quorum is None:
        return Message("{present} of {members} members came; the charter regulates no quorum.", **values).into(language)
    needed = stood.quorum.needed or 0
    if stood.has_quorum:
        text = Message(
            "{present} of {members} members came, {needed} are needed. The meeting is competent (there is a quorum).",
            needed=needed,
            **values,
        )
    elif stood.only_composition and any(item.kind is ItemKind.COMPOSITION for item in meeting.items):
        text = Message(
            "{present} of {members} members came, half of them: only the change of the composition can be decided.",
            **values,
        )
    else:
        text = Message(
            "{present} of {members} members came, {needed} are needed. There is no quorum.", needed=needed, **values
        )
    return text.into(language)


def _notice(meeting: Meeting, found: Day, language: str) -> Iterator[str]:
    sent = notices.first_sent(meeting)
    if sent is not None:
        yield Message("The notice was sent {on}.", on=wording.date_on(sent, language)).into(language)
        if rules.is_late_notice(found.charter, found.calendar, meeting, notices.last_sent(meeting) or sent):
            last = rules.notice_term(found.charter, found.calendar, meeting.date).notice_by or sent
            reason = meeting.late_notice_reason or meeting.reason
            yield Message("Its last day was {last}. Reason: {reason}", last=last, reason=reason or "–").into(language)
    if meeting.kind is Kind.EXTRAORDINARY and meeting.reason:
        yield Message("The extraordinary meeting was called because: {reason}", reason=meeting.reason).into(language)


def _agenda(meeting: Meeting, language: str) -> Iterator[str]:
    for item in meeting.items:
        line = f"{item.place}. {item_text(item, language)}"
        if item.is_late:
            line += " " + Message("(added after the notice)").into(language)
        yield line


def item_text(item: AgendaItem, language: str) -> str:
    """The matter in a language; the Kyrgyz text where there is no Russian one (the Kyrgyz is the original)."""
    return item.text_ru if language == "ru" and item.text_ru else item.text_ky


def decision_text(decision: Decision, language: str) -> str:
    """The decision in a language; the Kyrgyz text where there is no Russian one."""
    return decision.text_ru if language == "ru" and decision.text_ru else decision.text_ky


def _item(meeting: Meeting, item: AgendaItem, found: Day, language: str) -> Iterator[tuple[str, str, str]]:
    key = f"item:{item.id}"
    yield f"{key}:title", "", f"{item.place}. {item_text(item, language)}"
    parts = (
        ("heard", Message("HEARD:"), _heard(item, language)),
        ("spoke", Message("SPOKE:"), _spoke(item, language)),
        ("opinions", Message("Written opinions of absent members:"), _written_opinions(item, language)),
        ("voted", Message("VOTING:"), _voted(item, language)),
        ("decided", Message("DECIDED:"), _decided(meeting, item, language)),
    )
    for name, heading, lines in parts:
        text = _lines(lines)
        if text:
            yield f"{key}:{name}", heading.into(language), text


def _heard(item: AgendaItem, language: str) -> Iterator[str]:
    reports = [speech for speech in item.speeches if speech.is_report]
    for speech in reports:
        yield _said(speech)
    if not reports and item.speaker:
        yield item.speaker


def _spoke(item: AgendaItem, language: str) -> Iterator[str]:
    for speech in item.speeches:
        if not speech.is_report:
            yield _said(speech)
    for row in item.recusals:
        line = Message("{name} takes no part in this matter.", name=row.person.name).into(language)
        yield f"{line} {row.reason}".strip()


def _said(speech: Speech) -> str:
    name = speech.name or (speech.person.name if speech.person else "")
    who = f"{name}, {speech.position}" if speech.position else name
    return f"{who}: {speech.text}" if speech.text else who


def _written_opinions(item: AgendaItem, language: str) -> Iterator[str]:
    for opinion in item.written_opinions:
        on = f" ({wording.short_date(opinion.received_on)})" if opinion.received_on else ""
        yield f"{opinion.person.name}{on}: {opinion.text}"
    if item.written_opinions:
        yield Message("They are read out and attached; they count neither as presence nor as a vote (CN-5.7.7).").into(
            language
        )


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


def _voted(item: AgendaItem, language: str) -> Iterator[str]:
    for number, one in enumerate(item.rounds, 1):
        prefix = f"{number}) " if len(item.rounds) > 1 else ""
        yield prefix + round_title(one, language)
        yield counts_line(one, language)
        yield from _by_name(one, language)
        yield arithmetic(one, language)
        yield outcome_line(one, language)
        if one.readings_differ:
            yield Message("Note: counted from the members who voted the outcome would be another (R-4).").into(language)


def round_title(one: VoteRound, language: str) -> str:
    """What was voted on and how: "Бирбеков Э. – exclusion from the composition (open vote by name)"."""
    subject = one.label
    if one.change is not None:
        subject = f"{one.candidate_name} – {CHANGES[one.change].into(language)}"
    how = METHODS[one.method].into(language)
    return f"{subject} ({how})" if subject else how[:1].upper() + how[1:]


def counts_line(one: VoteRound, language: str) -> str:
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


def outcome_line(one: VoteRound, language: str) -> str:
    """How the round ended, in the formula of the minutes."""
    return _outcome(one).into(language)


def _outcome(one: VoteRound) -> Message:
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


def _decided(meeting: Meeting, item: AgendaItem, language: str) -> Iterator[str]:
    for number, decision in decisions.numbered(item):
        yield f"{number}. {decision_text(decision, language)}"
        if decision.amendments:
            yield Message("Amendments: {text}", text=decision.amendments).into(language)
        for part in decision.parts:
            yield f"{number}.{part.place}. {part.text_ru if language == 'ru' and part.text_ru else part.text_ky}"
        yield from parties_lines(decision, language)
        yield due_line(decision.due_kind, decision.due_on, decision.due_words, language)
    if item.state is ItemState.WITHDRAWN:
        yield Message("The matter was withdrawn: {reason}", reason=item.state_reason).into(language)
    elif item.state is ItemState.POSTPONED and not item.decisions:
        yield Message("The matter was postponed: {reason}", reason=item.state_reason).into(language)
    elif item.kind is ItemKind.INFORMATION and not item.decisions and item.state is ItemState.DECIDED:
        yield Message("The information was noted.").into(language)
    elif not item.decisions and item.rounds and not any(one.outcome is Outcome.ADOPTED for one in item.rounds):
        yield Message("No decision was adopted.").into(language)


PARTIES = {
    PartyRole.RESPONSIBLE: Message("Responsible: {names}.", names=""),
    PartyRole.ADDRESSEE: Message("Addressee: {names}.", names=""),
    PartyRole.CONTROLLER: Message("Control of the execution: {names}.", names=""),
}


def parties_lines(decision: Decision, language: str) -> Iterator[str]:
    """Who carries out, who is addressed, who controls; the control last (CN-R.2)."""
    for role, pattern in PARTIES.items():
        names = ", ".join(party.name for party in decision.parties if party.role is role)
        if names:
            yield Message(pattern.msgid, names=names).into(language)


def due_line(kind: DueKind, due_on: datetime.date | None, words: str, language: str) -> str:
    """The term in words; as the source wrote it where it did."""
    if words:
        return Message("Term: {words}.", words=words).into(language)
    if kind is DueKind.DATE and due_on is not None:
        return Message("Term: {words}.", words=wording.date_until(due_on, language)).into(language)
    if kind is DueKind.NEXT_MEETING:
        return Message("Term: before the next regular meeting.").into(language)
    return ""


@dataclass(frozen=True)
class Annex:
    """A paper that is attached to the minutes, in the order of their numbers."""

    title: str
    author: str = ""
    text: str = ""
    is_late: bool = False


def annexes(meeting: Meeting, found: Day, language: str) -> tuple[Annex, ...]:
    """Written opinions, dissenting opinions (late ones marked, R-9) and the papers of the matters (CN-7.5b)."""
    result = []
    for item in meeting.items:
        for opinion in item.written_opinions:
            title = Message("Written opinion of {name} on matter {number}", name=opinion.person.name, number=item.place)
            result.append(Annex(title.into(language), opinion.person.name, opinion.text))
    until = rules.dissent_until(found.charter, found.calendar, meeting.date)
    for dissent in meeting.opinions:
        title = Message(
            "Dissenting opinion of {name}, received {on}",
            name=dissent.person.name,
            on=wording.date_on(dissent.received_on, language),
        )
        late = rules.is_late_opinion(until, dissent.received_on)
        result.append(Annex(title.into(language), dissent.person.name, dissent.text, late))
    for item in meeting.items:
        for paper in item.attachments:
            title = Message("{name} (matter {number})", name=paper.attachment.name, number=item.place)
            result.append(Annex(title.into(language)))
    return tuple(result)


def _annexes(meeting: Meeting, found: Day, language: str) -> Iterator[str]:
    for number, annex in enumerate(annexes(meeting, found, language), 1):
        late = " " + Message("(late)").into(language) if annex.is_late else ""
        yield f"{number}. {annex.title}{late}"


@dataclass(frozen=True)
class Signatory:
    """Who signs, in which capacity; the name is empty where nobody is recorded."""

    title: Message
    name: str


def signatories(meeting: Meeting, found: Day) -> tuple[Signatory, ...]:
    """Presiding person and secretary (CN-7.7); for a change of composition chairman and secretary (CN-6.4, R-17)."""
    presiding = meeting.presiding.name if meeting.presiding else ""
    secretary = _signing_secretary(meeting, found)
    changes = any(item.kind is ItemKind.COMPOSITION for item in meeting.items)
    chairman = next((seat for seat in found.seats if seat.role == "chairman"), None)
    if not changes:
        return (Signatory(Message("Presiding at the meeting"), presiding), secretary)
    head = Signatory(Message("Chairman of the commission"), chairman.name if chairman else "")
    if chairman is not None and chairman.person_id == meeting.presiding_id:
        return (head, secretary)
    return (Signatory(Message("Presiding at the meeting"), presiding), head, secretary)


def _signing_secretary(meeting: Meeting, found: Day) -> Signatory:
    if meeting.secretary is not None:
        return Signatory(Message("Secretary of the meeting"), meeting.secretary.name)
    seat = next((one for one in found.seats if one.role == "secretary"), None)
    return Signatory(Message("Secretary of the commission"), seat.name if seat else "")


def outdated(found: Sequence[Section]) -> tuple[Section, ...]:
    """The sections whose facts changed after somebody corrected them."""
    return tuple(one for one in found if one.is_outdated)
