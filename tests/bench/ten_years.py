"""An office of ten years, made up: 450 meetings, 5,000 vote rounds, 40 people.

Eleven sit at a time, as in Chet-Nura, and everyone of the 40 sat once: a place of the list passes from one to the next,
four or three holders in ten years, each until the day before the next one.
"""

import datetime
import random
from pathlib import Path

from sqlalchemy import insert

from ayil_desktop import subjects
from ayil_desktop.commission.records import Body, BodyName, Membership, Role
from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import ItemState, Method, Outcome, Presence, State, Vote
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.vote_records import Attendance, RoundMember, VoteRound
from ayil_desktop.office import charters
from ayil_desktop.office.records import Charter, CharterVersion, Office, Person, Sex
from ayil_desktop.store import opening
from ayil_desktop.store.base import new_id, now
from ayil_desktop.store.work import work

MEETINGS, ROUNDS, PEOPLE, SEATS = 450, 5000, 40, 11
BEGAN = datetime.date(2016, 1, 11)
BETWEEN = 8  # days from one meeting to the next


def make(folder: Path) -> str:
    """Fill a new office; answers what it holds."""
    subjects.know_records()
    random.seed(7)
    store = opening.create(folder)
    with work(store, Message("Fill the office with a sample"), lasting=True, bulk=True) as session:
        rows = _rows()
        for record, found in rows.items():
            session.execute(insert(record), [_stamped(row) for row in found])
    store.close()
    return ", ".join(f"{len(found)} {record.__tablename__}" for record, found in rows.items())


def _stamped(row):
    return {"id": new_id(), "created_at": now(), "changed_at": now()} | row


def _rows():
    ready = charters.ready_charter("chet-nura")
    charter, body = {"id": new_id(), "name_ky": ready.name_ky}, {"id": new_id()}
    body["charter_id"] = charter["id"]
    people = [_person(number) for number in range(PEOPLE)]
    rows = {
        Office: [{"name_ky": "Өлчөм айыл өкмөтү", "is_practice": True}],
        Charter: [charter],
        CharterVersion: [{"charter_id": charter["id"], "in_force_from": BEGAN, "numbers": ready.charter.as_json()}],
        Body: [body],
        BodyName: [{"body_id": body["id"], "name_ky": "Өлчөм комиссиясы"}],
        Person: people,
        Membership: [seat for place in range(1, SEATS + 1) for seat in _seats(body, people, place)],
        Meeting: [],
        AgendaItem: [],
        Attendance: [],
        VoteRound: [],
        RoundMember: [],
        Decision: [],
    }
    for number in range(MEETINGS):
        _meeting(rows, body, _seated(people, BEGAN + datetime.timedelta(days=BETWEEN * number)), number)
    return rows


def _person(number):
    name = f"Өлчөмбаев Үлгү {number:02}"
    sex = (Sex.WOMAN, Sex.MAN)[number % 2]
    return {"id": new_id(), "name": name, "sort_key": kyrgyz.sort_key(name), "folded": kyrgyz.fold(name), "sex": sex}


def _seats(body, people, place):
    """Whoever had this place of the list, one after the other; the last one still has it."""
    roles = {1: Role.CHAIRMAN, 2: Role.DEPUTY, 3: Role.SECRETARY}
    terms = _terms(people, place)
    for number, (person, starts) in enumerate(terms):
        is_last = number + 1 == len(terms)
        yield {
            "body_id": body["id"],
            "person_id": person["id"],
            "role": roles.get(place, Role.MEMBER),
            "starts": starts,
            "ends": None if is_last else terms[number + 1][1] - datetime.timedelta(days=1),
            "place": place,
        }


def _terms(people, place):
    """The holders of a place and the day on which each began; places change hands on different days."""
    holders = people[place - 1 :: SEATS]
    term = BETWEEN * MEETINGS // len(holders)
    return [
        (person, BEGAN + datetime.timedelta(days=number * (term - place) if number else 0))
        for number, person in enumerate(holders)
    ]


def _seated(people, day):
    """Who sits on that day, in the order of the list."""
    return [[person for person, starts in _terms(people, place) if starts <= day][-1] for place in range(1, SEATS + 1)]


def _meeting(rows, body, seated, number):
    date = BEGAN + datetime.timedelta(days=BETWEEN * number)
    meeting = {
        "id": new_id(),
        "body_id": body["id"],
        "date": date,
        "time": datetime.time(10),
        "place": "Жыйын залы",
        "state": State.HELD,
        "number": number + 1,
        "presiding_id": seated[0]["id"],
        "attendance_recorded": True,
    }
    rows[Meeting].append(meeting)
    for person in seated:
        rows[Attendance].append(
            {"meeting_id": meeting["id"], "person_id": person["id"], "presence": Presence.PRESENT, "reason": ""}
        )
    wanted = ROUNDS // MEETINGS + (1 if number < ROUNDS % MEETINGS else 0)
    for place in range(1, wanted + 1):
        _item(rows, meeting, seated, place)


def _item(rows, meeting, seated, place):
    item = {
        "id": new_id(),
        "meeting_id": meeting["id"],
        "place": place,
        "text_ky": f"Кызмат көрсөтүүнүн {place}-маселесин кароо жана чечим кабыл алуу",
        "state": ItemState.DECIDED,
    }
    rows[AgendaItem].append(item)
    recorded = {
        "id": new_id(),
        "meeting_id": meeting["id"],
        "item_id": item["id"],
        "place": 1,
        "method": Method.BY_NAME,
        "members_in_force": SEATS,
        "present": SEATS,
        "base": SEATS,
        "quorum_needed": 6,
        "for_needed": 6,
        "count_for": SEATS,
        "outcome": Outcome.ADOPTED,
    }
    rows[VoteRound].append(recorded)
    for seat, person in enumerate(seated, 1):
        rows[RoundMember].append(
            {
                "meeting_id": meeting["id"],
                "round_id": recorded["id"],
                "person_id": person["id"],
                "place": seat,
                "name": person["name"],
                "role": "member",
                "present": True,
                "vote": Vote.FOR,
            }
        )
    rows[Decision].append(
        {
            "meeting_id": meeting["id"],
            "item_id": item["id"],
            "round_id": recorded["id"],
            "place": 1,
            "text_ky": "Бекитилсин.",
        }
    )
