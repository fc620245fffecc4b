"""A made-up commission for the stories of these tests: its people do not exist."""

from datetime import date, time

from ayil_desktop.commission.records import Body, BodyName, Membership, Role
from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import actions, agenda_actions, attendance_actions, selections, session_actions, vote_actions
from ayil_desktop.meetings.choices import ItemKind, Method, Presence, Vote
from ayil_desktop.meetings.vote_actions import Ballot, Subject
from ayil_desktop.office import charters
from ayil_desktop.office.records import Charter, CharterVersion, Order, OrderKind, Person
from ayil_desktop.store.work import reading, work

NAMES = (
    "Үлгүбаев Айбек",
    "Мисалова Гүлзат",
    "Катчыбекова Нурзат",
    "Бирбеков Эрмек",
    "Экибаева Сайра",
    "Үчүбаев Талант",
    "Төртбаева Жеңиш",
    "Бешбаев Өмүрбек",
    "Алтыбаева Үмүт",
    "Жетибаев Болот",
    "Сегизбаева Ажар",
    "Тогузбаев Нурлан",
)
ROLES = (Role.CHAIRMAN, Role.DEPUTY, Role.SECRETARY)
APPOINTED = date(2019, 1, 10)
MEETING_DAY = date(2019, 3, 13)


class Commission:
    """A body with its members and, after `meets`, a meeting in session; ids by list number, from 1."""

    def __init__(self, store, size=11, charter="chet-nura", appointed=APPOINTED, name="Жумушчу комиссия"):
        self.store = store
        ready = charters.ready_charter(charter)
        with work(store, Message("Plan the meeting of {date}", date=appointed)) as session:
            regulation = Charter(origin=charter, name_ky=ready.name_ky)
            order = Order(kind=OrderKind.INSTRUCTION, number="1", date=appointed)
            session.add_all([regulation, order])
            session.flush()
            begins = ready.charter.in_force_from or appointed
            session.add(CharterVersion(charter_id=regulation.id, in_force_from=begins, numbers=ready.charter.as_json()))
            body = Body(charter_id=regulation.id)
            session.add(body)
            session.flush()
            session.add(BodyName(body_id=body.id, name_ky=name))
            self.people = [
                Person(name=name, sort_key=kyrgyz.sort_key(name), folded=kyrgyz.fold(name)) for name in NAMES[:size]
            ]
            session.add_all(self.people)
            session.flush()
            for place, person in enumerate(self.people, 1):
                role = ROLES[place - 1] if place <= len(ROLES) else Role.MEMBER
                session.add(
                    Membership(
                        body_id=body.id,
                        person_id=person.id,
                        role=role,
                        starts=appointed,
                        place=place,
                        appointing_order_id=order.id,
                    )
                )
            self.body_id, self.charter_id, self.order_id = body.id, regulation.id, order.id

    def id(self, number):
        return self.people[number - 1].id

    def plans(self, *, day=MEETING_DAY, items=(ItemKind.DECISION,), **more):
        planned = actions.plan_meeting(
            self.store, body_id=self.body_id, date=day, time=time(10, 0), place="Үлгү айылы, жыйын залы", **more
        )
        self.meeting_id = planned.made
        for number, kind in enumerate(items, 1):
            agenda_actions.add_item(
                self.store, meeting_id=self.meeting_id, text_ky=f"Маселе {number}", kind=kind, draft_ky="бекитилсин"
            )
        return self.meeting

    def meets(self, *, present, **plan):
        """A meeting in session; `present` is how many come, or their list numbers."""
        self.plans(**plan)
        session_actions.open_session(self.store, meeting_id=self.meeting_id, at=time(10, 0))
        numbers = range(1, present + 1) if isinstance(present, int) else present
        for number in numbers:
            self.marks(number, Presence.PRESENT)
        return self.meeting

    def marks(self, number, presence, reason=""):
        return attendance_actions.mark_attendance(
            self.store, meeting_id=self.meeting_id, person_id=self.id(number), status=presence, reason=reason
        )

    @property
    def meeting(self):
        with reading(self.store) as session:
            return selections.meeting(session, self.meeting_id)

    def item(self, number=1):
        return self.meeting.items[number - 1]

    def votes(self, item=1, *, subject=None, replaces_id=None, **by_name):
        """A round by name: votes("m1"="for") is awkward, so for_=[1, 2], against=[3], abstained=[4]."""
        votes = {self.id(n): Vote.FOR for n in by_name.get("for_", ())}
        votes |= {self.id(n): Vote.AGAINST for n in by_name.get("against", ())}
        votes |= {self.id(n): Vote.ABSTAINED for n in by_name.get("abstained", ())}
        ballot = Ballot(method=Method.BY_NAME, votes=votes)
        return self._records(item, ballot, subject, replaces_id)

    def counts(self, item=1, *, tally, subject=None, method=Method.BY_COUNT, replaces_id=None, **asked):
        return self._records(item, Ballot(method=method, tally=tally, **asked), subject, replaces_id)

    def _records(self, item, ballot, subject, replaces_id):
        vote_actions.record_round(
            self.store,
            item_id=self.item(item).id,
            ballot=ballot,
            subject=subject or Subject(),
            replaces_id=replaces_id,
        )
        return self.item(item).rounds[-1]
