"""How do the minutes tell who was there, who presided, and whether the meeting could decide?"""

from collections.abc import Iterator

from ayil_desktop.language import wording
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings import chair, competence, day, presence, rounds, rules, russian
from ayil_desktop.meetings.chair import Presided
from ayil_desktop.meetings.choices import ItemKind, Presence
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import terms


def lines(meeting: Meeting, found: Day, language: str) -> Iterator[str]:
    """Who came, who did not and why, who came and left later, who presided and wrote, whether they could decide."""
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
    yield from _competent_later(meeting, found, language)


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
        reason = russian.said(row, "reason", language) if row else ""
        reason = reason or (Message("excused").into(language) if excused else "")
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
    """Who presided, each with the matters where there were several, by whose instruction (CN-5.5, CN-7.7)."""
    known = chair.presided(meeting)
    if not known:
        return ""
    if len(known) == 1:
        return Message("Presiding: {name}.", name=_chair(known[0], meeting, found, language)).into(language)
    each = []
    for one in known:
        name = _chair(one, meeting, found, language)
        if one.matters:
            numbers = ", ".join(map(str, one.matters))
            words = Counted(
                "on matter {numbers} – {name}",
                "on matters {numbers} – {name}",
                len(one.matters),
                numbers=numbers,
                name=name,
            )
            each.append(words.into(language))
        else:
            each.append(Message("afterwards – {name}", name=name).into(language))
    return Message("Presiding: {name}.", name="; ".join(each)).into(language)


def _chair(one: Presided, meeting: Meeting, found: Day, language: str) -> str:
    seat = next((seat for seat in found.seats if seat.person_id == one.person_id), None)
    name = _with_role(one.name, seat.role if seat else "member", language)
    if chair.needs_instruction(found.seats, one.person_id) and meeting.chair_instruction_on:
        on = wording.date_of(meeting.chair_instruction_on, language)
        return Message("{name}, by the chairman's instruction {on}", name=name, on=on).into(language)
    return name


def _secretary(meeting: Meeting, found: Day, opening: frozenset[str], language: str) -> Iterator[str]:
    if meeting.secretary is not None:
        yield Message("Secretary of the meeting: {name}.", name=meeting.secretary.name).into(language)
        return
    seat = chair.keeps_minutes(found.seats, opening)
    if seat is not None:
        yield Message("Secretary: {name}.", name=seat.name).into(language)


def _guests(meeting: Meeting, language: str) -> Iterator[str]:
    came = [guest for guest in meeting.invited if guest.came]
    if came:
        known = ((one.name, russian.said(one, "position", language)) for one in came)
        names = "; ".join(f"{name}, {position}" if position else name for name, position in known)
        yield Message("Invited persons and guests: {names}.", names=names).into(language)


def _competence(meeting: Meeting, found: Day, present: int, language: str) -> str:
    stood = rules.opening(found.charter, members_in_force=len(found.seats), present=present)
    values = {"present": present, "members": len(found.seats)}
    if found.rules_from is not None:
        text = Message(
            "{present} of {members} members came; the charter is in force from {day} only.",
            **values,
            day=found.rules_from,
        )
        return text.into(language)
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


def _competent_later(meeting: Meeting, found: Day, language: str) -> Iterator[str]:
    """Without a quorum at the opening: at which matter there were enough (R-40)."""
    if competence.opening(found, meeting).has_quorum is not False:
        return
    enough = rounds.opening_quorum(found.charter, len(found.seats))
    for item in meeting.items:
        present = len(day.present_at(found, meeting, item))
        if enough.is_reached(present):
            text = Message(
                "For matter {number} there was a quorum: {present} members were present, {needed} are needed.",
                number=item.place,
                present=present,
                needed=enough.needed or 0,
            )
            yield text.into(language)
            return
