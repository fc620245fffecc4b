"""What do the minutes of a meeting say, section by section?

The program writes every section from the data, in Kyrgyz or Russian; a section that somebody corrected by hand stands
as corrected, and is marked when the facts have changed since.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    annexes,
    attendance_words,
    carried,
    day,
    decision_words,
    decisions,
    last_days,
    notices,
    russian,
    vote_words,
)
from ayil_desktop.meetings.agenda_records import AgendaItem, Speech
from ayil_desktop.meetings.choices import FAILED_STATES, ItemKind, ItemState, Kind, Outcome
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.records import Meeting
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
        """Corrected by hand, and the facts have changed since: both texts are to be shown. A full stop is no fact."""
        return self.is_edited and _without_stops(self.based_on) != _without_stops(self.written)


def _without_stops(text: str) -> list[str]:
    return [line.rstrip(" .") for line in text.splitlines()]


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
    head = _lines(_head(meeting, language))
    if head:
        yield "head", "", head
    yield "attendance", "", _lines(attendance_words.lines(meeting, found, language))
    notice = _lines(_notice(meeting, found, language))
    if notice:
        yield "notice", "", notice
    if meeting.state in FAILED_STATES:
        yield "outcome", "", Message("The meeting was not held for lack of a quorum.").into(language)
        return
    yield "agenda", Message("Agenda:").into(language), _lines(_agenda(meeting, language))
    for item in meeting.items:
        yield from _item(meeting, item, found, language)
    attached = tuple(one for one in annexes.of(meeting, found, language) if not one.after_sealing)
    if attached:
        yield "annexes", Message("Annexes:").into(language), _lines(annexes.lines(attached, language))


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(line for line in lines if line)


def _head(meeting: Meeting, language: str) -> Iterator[str]:
    if meeting.place:
        place = russian.said(meeting, "place", language)
        yield Message("Place of the meeting: {place}.", place=place).into(language)
    start = meeting.started_at or meeting.time
    if start and meeting.ended_at:
        times = {"start": f"{start:%H:%M}", "end": f"{meeting.ended_at:%H:%M}"}
        yield Message("Began at {start}, ended at {end}.", **times).into(language)
    elif start:
        yield Message("Began at {start}.", start=f"{start:%H:%M}").into(language)


def _notice(meeting: Meeting, found: Day, language: str) -> Iterator[str]:
    sent = notices.first_sent(meeting)
    if sent is not None:
        yield Message("The notice was sent {on}.", on=wording.date_on(sent, language)).into(language)
        for day_of_it in notices.sent_anew(meeting):
            on = wording.date_on(day_of_it, language)
            yield Message("A new notice was sent {on}.", on=on).into(language)
        if last_days.is_late_notice(found.charter, found.calendar, meeting, notices.last_sent(meeting) or sent):
            last = last_days.notice_term(found.charter, found.calendar, meeting.date).notice_by or sent
            reason = _late_reason(meeting, language) or russian.said(meeting, "reason", language)
            yield Message("Its last day was {last}. Reason: {reason}", last=last, reason=reason or "–").into(language)
        yield from _told_otherwise(meeting, found, language)
    elif notices.is_missing(found.charter, meeting):
        yield Message("No notice to the members is recorded.").into(language)
        if meeting.late_notice_reason:
            yield Message("Reason: {reason}", reason=_late_reason(meeting, language)).into(language)
    if meeting.kind is Kind.EXTRAORDINARY and meeting.reason:
        reason = russian.said(meeting, "reason", language)
        yield Message("The extraordinary meeting was called because: {reason}", reason=reason).into(language)


def _late_reason(meeting: Meeting, language: str) -> str:
    return russian.said(meeting, "late_notice_reason", language)


def _told_otherwise(meeting: Meeting, found: Day, language: str) -> Iterator[str]:
    """That the meeting took place otherwise than the members were told (CN-5.6.1, R-38), and why nobody told them."""
    otherwise = notices.told_otherwise(meeting, found.seats)
    for told in otherwise:
        values = {"told": told.words(language), "names": ", ".join(seat.name for seat in told.seats)}
        if meeting.state in FAILED_STATES:
            text = Message("The members had been told otherwise: {told}.", **values)
        elif len(told.seats) == len(found.seats):
            text = Message("The meeting took place otherwise than the notice told: {told}.", **values)
        else:
            text = Message("The meeting took place otherwise than these members were told ({told}): {names}.", **values)
        yield text.into(language)
    sent = notices.last_sent(meeting) or meeting.date
    is_told = last_days.is_late_notice(found.charter, found.calendar, meeting, sent)
    if otherwise and meeting.late_notice_reason and not is_told:
        yield Message("Reason: {reason}", reason=_late_reason(meeting, language)).into(language)


def _agenda(meeting: Meeting, language: str) -> Iterator[str]:
    for item in meeting.items:
        line = f"{item.place}. {item_text(item, language)}"
        if item.is_late:
            line += " " + Message("(added after the notice)").into(language)
        yield line


def item_text(item: AgendaItem, language: str) -> str:
    """The matter in a language; the Kyrgyz text where there is no Russian one (the Kyrgyz is the original)."""
    return russian.said(item, "text_ky", language)


WRITTEN_BY_HAND = ("heard", "spoke", "decided")
"""Parts that a matter has even where nothing is recorded: somebody may write them; an empty one is not printed."""


def _item(meeting: Meeting, item: AgendaItem, found: Day, language: str) -> Iterator[tuple[str, str, str]]:
    key = f"item:{item.id}"
    yield f"{key}:title", "", f"{item.place}. {item_text(item, language)}"
    parts = (
        ("heard", Message("HEARD:"), _heard(item, language)),
        ("spoke", Message("SPOKE:"), _spoke(item, language)),
        ("opinions", Message("Written opinions of absent members:"), _written_opinions(meeting, item, found, language)),
        ("voted", Message("VOTING:"), _voted(meeting, item, found, language)),
        ("decided", decided_heading(found), _decided(item, language)),
    )
    for name, heading, lines in parts:
        text = _lines(lines)
        if text or name in WRITTEN_BY_HAND:
            yield f"{key}:{name}", heading.into(language), text


def _heard(item: AgendaItem, language: str) -> Iterator[str]:
    reports = [speech for speech in item.speeches if speech.is_report]
    for speech in reports:
        yield _said(speech, language)
    if not reports and item.speaker:
        yield _ended(speaker(item, language))


def speaker(item: AgendaItem, language: str) -> str:
    """Who speaks on a matter; the role behind the name in the language of the paper."""
    name, comma, words = russian.said(item, "speaker", language).partition(", ")
    return name + comma + terms.role_in(words, language)


def _spoke(item: AgendaItem, language: str) -> Iterator[str]:
    for speech in item.speeches:
        if not speech.is_report:
            yield _said(speech, language)
    for row in item.recusals:
        line = Message("{name} takes no part in this matter.", name=row.person.name).into(language)
        yield f"{line} {russian.said(row, 'reason', language)}".strip()


def _said(speech: Speech, language: str) -> str:
    name = speech.name or (speech.person.name if speech.person else "")
    position, text = (russian.said(speech, column, language) for column in ("position", "text"))
    who = f"{name}, {terms.role_in(position, language)}" if position else name
    return _ended(f"{who}: {text}" if text else who)


def _ended(text: str) -> str:
    """With a full stop, unless somebody ended it otherwise."""
    return text if text.endswith((".", "!", "?", "…", "»", "”")) else f"{text}."


def _written_opinions(meeting: Meeting, item: AgendaItem, found: Day, language: str) -> Iterator[str]:
    given = day.written_by_absent(found, meeting, item)
    for opinion in given:
        on = f" ({wording.short_date(opinion.received_on)})" if opinion.received_on else ""
        yield f"{opinion.person.name}{on}: {russian.said(opinion, 'text', language)}"
    if given:
        yield Message("They are read out and attached; they count neither as presence nor as a vote.").into(language)


def _voted(meeting: Meeting, item: AgendaItem, found: Day, language: str) -> Iterator[str]:
    is_voted = item.kind is not ItemKind.INFORMATION and bool(item.decisions)
    if is_voted and not item.rounds and not meeting.attendance_recorded:
        yield Message("It is not recorded how the vote went.").into(language)
    yield from vote_words.lines(item, language, presiding_id=meeting.presiding_id, rules_from=found.rules_from)


def decided_heading(found: Day) -> Message:
    """Over the decisions; of a body that only recommends it says so (R-32)."""
    if found.recommends:
        return Message("DECIDED (by way of recommendation):")
    return Message("DECIDED:")


def decision_lines(item: AgendaItem, number: str, decision: Decision, language: str) -> Iterator[str]:
    """A decision as the program writes it, and that no vote carries it where that is so (CN-7.4)."""
    yield from decision_words.lines(number, decision, language)
    if not carried.is_carried(decision, item):
        yield carried.NOT_CARRIED.into(language)


def _decided(item: AgendaItem, language: str) -> Iterator[str]:
    for number, decision in decisions.numbered(item):
        yield from decision_lines(item, number, decision, language)
    reason = russian.said(item, "state_reason", language)
    if item.state is ItemState.WITHDRAWN:
        yield Message("The matter was withdrawn: {reason}", reason=reason).into(language)
    elif item.state is ItemState.POSTPONED and not item.decisions:
        yield Message("The matter was postponed: {reason}", reason=reason).into(language)
    elif item.kind is ItemKind.INFORMATION and not item.decisions and item.state is ItemState.DECIDED:
        yield Message("The information was noted.").into(language)
    elif not item.decisions and item.rounds and not any(one.outcome is Outcome.ADOPTED for one in item.rounds):
        yield Message("No decision was adopted.").into(language)


def outdated(found: Sequence[Section]) -> tuple[Section, ...]:
    """The sections whose facts changed after somebody corrected them."""
    return tuple(one for one in found if one.is_outdated)


def contradicting(meeting: Meeting, found: Day, language: str) -> tuple[Section, ...]:
    """The same of the minutes in a language; what nobody corrected in it contradicts nothing."""
    if all(row.language != language for row in meeting.sections):
        return ()
    return outdated(sections(meeting, found, language))
