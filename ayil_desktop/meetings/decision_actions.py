"""What can the secretary do with decisions and with how they are carried out?"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import carried, competence, day, decisions, entries, fact_days, rules, russian, selections
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import DecisionKind, DueKind, FollowUpState, ItemState, PartyRole
from ayil_desktop.meetings.decision_records import Decision, DecisionPart, DecisionParty, FollowUp
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.records import Person
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import now
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


@dataclass(frozen=True)
class Term:
    """By when: nothing, a day, or the next regular meeting (in the month of `on`, where it is named; R-46)."""

    kind: DueKind = DueKind.NONE
    on: datetime.date | None = None
    words: str = ""


@dataclass(frozen=True)
class Party:
    """Who carries out, is addressed, or controls: a person on record, a body, or a name as written."""

    role: PartyRole
    name: str = ""
    person_id: str | None = None
    body_id: str | None = None


NO_TERM = Term()


def add_decision(
    store: Store,
    *,
    item_id: str,
    text_ky: str,
    kind: DecisionKind = DecisionKind.APPROVE,
    text_ru: str = "",
    round_id: str | None = None,
    term: Term = NO_TERM,
    parties: Sequence[Party] = (),
    with_amendments: bool = False,
    amendments: str = "",
) -> Done:
    """A decision on a matter, which is decided (or postponed) by it; several on one matter are numbered 1.1, 1.2 …"""
    with work(store, Message("Write a decision")) as session:
        item, meeting = _item(session, item_id)
        decisions.check_decision(text_ky, kind=kind, rounds=item.rounds)
        carried.check_elected(item, kind)
        _check_quorum(session, meeting, item, kind)
        decisions.check_due(term.kind, term.on, decided_on=meeting.date)
        decision = Decision(
            meeting_id=meeting.id,
            item_id=item.id,
            round_id=round_id or decisions.adopting_round(item.rounds),
            place=len(item.decisions) + 1,
            kind=kind,
            text_ky=entries.text(text_ky, field="text_ky"),
            text_ru=entries.text(text_ru, field="text_ru"),
            with_amendments=with_amendments,
            amendments=entries.text(amendments, field="amendments"),
            due_kind=term.kind,
            due_on=term.on,
            due_words=term.words,
        )
        if decision.text_ru and decision.text_ru == item.draft_ru:
            russian.bring_along(item, decision, {"draft_ky": "text_ky"})
        session.add(decision)
        session.flush()
        _put_parties(session, decision, None, parties, {})
        item.state = ItemState.POSTPONED if kind is DecisionKind.POSTPONE else ItemState.DECIDED
        if kind is DecisionKind.POSTPONE and not item.state_reason:
            item.state_reason = text_ky
        return done(session, decision.id)


DECISION_FIELDS = ("kind", "text_ky", "text_ru", "with_amendments", "amendments", "round_id")


def change_decision(store: Store, *, decision_id: str, term: Term | None = None, **fields: object) -> Done:
    """Correct a decision until the minutes are sealed; the fields of `DECISION_FIELDS`, and its term."""
    with work(store, Message("Change a decision")) as session:
        decision, item, meeting = _decision(session, decision_id)
        entries.put(decision, DECISION_FIELDS, fields)
        if term is not None:
            decision.due_kind, decision.due_on, decision.due_words = term.kind, term.on, term.words
        decisions.check_decision(decision.text_ky, kind=decision.kind, rounds=item.rounds)
        carried.check_elected(item, decision.kind)
        _check_quorum(session, meeting, item, decision.kind)
        decisions.check_due(decision.due_kind, decision.due_on, decided_on=meeting.date)
        if not carried.is_carried(decision, item):
            decision.round_id = decisions.adopting_round(item.rounds)
        return done(session, decision.id)


def remove_decision(store: Store, *, decision_id: str) -> Done:
    """Take back a decision entered by mistake; its matter is open again when it was the only one."""
    with work(store, Message("Remove a decision")) as session:
        decision, item, _ = _decision(session, decision_id)
        for row in [*decision.follow_ups, *decision.parties]:
            session.delete(row)
        session.flush()
        for part in decision.parts:
            session.delete(part)
        session.flush()
        session.delete(decision)
        others = [one for one in item.decisions if one is not decision]
        for place, other in enumerate(others, 1):
            other.place = place
        if not others:
            item.state, item.state_reason = ItemState.OPEN, ""
        return done(session, item.id)


def set_parties(store: Store, *, decision_id: str, parties: Sequence[Party], part_id: str | None = None) -> Done:
    """Who carries out a decision (or one part of it), whom it is addressed to, who controls it (CN-R.2)."""
    with work(store, Message("Name the responsible persons")) as session:
        decision, _, _ = _decision(session, decision_id)
        known = {row.name: row.name_ru for row in decision.parties}
        for row in decision.parties:
            if row.part_id == part_id:
                session.delete(row)
        session.flush()
        _put_parties(session, decision, part_id, parties, known)
        return done(session, decision.id)


def add_part(store: Store, *, decision_id: str, text_ky: str, text_ru: str = "", term: Term = NO_TERM) -> Done:
    """A numbered part of a decision with its own term (NC-5.7)."""
    if not text_ky.strip():
        raise Refused(Message("Write the decision."), field="text_ky")
    with work(store, Message("Add a part to a decision")) as session:
        decision, _, meeting = _decision(session, decision_id)
        decisions.check_due(term.kind, term.on, decided_on=meeting.date)
        part = DecisionPart(
            meeting_id=meeting.id,
            decision_id=decision.id,
            place=len(decision.parts) + 1,
            text_ky=entries.text(text_ky, field="text_ky"),
            text_ru=entries.text(text_ru, field="text_ru"),
            due_kind=term.kind,
            due_on=term.on,
        )
        session.add(part)
        return done(session, part.id)


PART_FIELDS = ("text_ky", "text_ru")


def change_part(store: Store, *, part_id: str, term: Term | None = None, **fields: object) -> Done:
    """Correct a part of a decision; the fields of `PART_FIELDS`, and its term."""
    with work(store, Message("Change a part of a decision")) as session:
        decision, _, meeting = _decision(session, session.get_one(DecisionPart, part_id).decision_id)
        part = next(one for one in decision.parts if one.id == part_id)
        entries.put(part, PART_FIELDS, fields)
        if term is not None:
            part.due_kind, part.due_on = term.kind, term.on
        decisions.check_due(part.due_kind, part.due_on, decided_on=meeting.date)
        return done(session, decision.id)


def remove_part(store: Store, *, part_id: str) -> Done:
    """Take a part off a decision; the others close up."""
    with work(store, Message("Remove a part of a decision")) as session:
        decision, _, _ = _decision(session, session.get_one(DecisionPart, part_id).decision_id)
        rows: list[DecisionParty | FollowUp] = [*decision.parties, *decision.follow_ups]
        for row in rows:
            if row.part_id == part_id:
                session.delete(row)
        session.flush()
        session.delete(next(one for one in decision.parts if one.id == part_id))
        for place, part in enumerate([one for one in decision.parts if one.id != part_id], 1):
            part.place = place
        return done(session, decision.id)


def follow_up(
    store: Store,
    *,
    decision_id: str,
    state: FollowUpState,
    on: datetime.date,
    part_id: str | None = None,
    note: str = "",
    evidence: str = "",
) -> Done:
    """How far the carrying out is; a record of its own that stays writable after sealing."""
    with work(store, Message("Record the progress of a decision")) as session:
        decision = session.get_one(Decision, decision_id)
        meeting = session.get_one(Meeting, decision.meeting_id)
        fact_days.check(on, fact_days.FOLLOWING, meeting=meeting.date, today=now().date(), field="on")
        entry = FollowUp(
            decision_id=decision_id,
            part_id=part_id,
            state=state,
            on=on,
            note=entries.text(note, field="note"),
            evidence=entries.text(evidence, field="evidence"),
        )
        session.add(entry)
        return done(session, decision_id)


def remove_follow_up(store: Store, *, follow_up_ids: Sequence[str]) -> Done:
    """Take back entries on the carrying out."""
    with work(store, Message("Remove the progress of a decision")) as session:
        for follow_up_id in follow_up_ids:
            session.delete(session.get_one(FollowUp, follow_up_id))
        return done(session)


def _item(session: Session, item_id: str) -> tuple[AgendaItem, Meeting]:
    meeting = selections.meeting(session, session.get_one(AgendaItem, item_id).meeting_id)
    rules.check_state(meeting, rules.STILL_OPEN)
    return next(item for item in meeting.items if item.id == item_id), meeting


def _decision(session: Session, decision_id: str) -> tuple[Decision, AgendaItem, Meeting]:
    item_id = session.get_one(Decision, decision_id).item_id
    item, meeting = _item(session, item_id or "")
    return next(one for one in item.decisions if one.id == decision_id), item, meeting


def _check_quorum(session: Session, meeting: Meeting, item: AgendaItem, kind: DecisionKind) -> None:
    """What nobody voted on needs a quorum all the same; a vote was judged on its own base (CN-7.3)."""
    if kind is not DecisionKind.POSTPONE and not item.rounds:
        competence.check(day.of(session, meeting.body_id, meeting.date), meeting, item, field="text_ky")


def _put_parties(
    session: Session, decision: Decision, part_id: str | None, parties: Sequence[Party], known: Mapping[str, str]
) -> None:
    """`known`: the Russian names of those who stood there before."""
    for place, party in enumerate(parties, 1):
        person = session.get_one(Person, party.person_id) if party.person_id else None
        name = entries.text(party.name, field="name") or (person.name if person else "")
        session.add(
            DecisionParty(
                meeting_id=decision.meeting_id,
                decision_id=decision.id,
                part_id=part_id,
                role=party.role,
                place=place,
                person_id=party.person_id,
                body_id=party.body_id,
                name=name,
                name_ru="" if person else known.get(name) or selections.known_party(session, name),
            )
        )
