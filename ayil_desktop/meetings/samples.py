"""Which meetings come with the samples: Naryn's three real ones, and made-up ones for practice?

A meeting whose source tells no attendance is put in as it is told, the rest unrecorded. The practice meetings go the
secretary's own road: planned, announced, voted on and sealed by the same actions as on the screen.
"""

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ayil_desktop import shipped
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    actions,
    agenda_actions,
    attendance_actions,
    candidate_actions,
    decision_actions,
    invited_actions,
    minutes_actions,
    opinion_actions,
    russian,
    russian_actions,
    selections,
    session_actions,
    speech_actions,
    vote_actions,
)
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import (
    Change,
    DecisionKind,
    DeliveryKind,
    DueKind,
    FollowUpState,
    ItemKind,
    ItemState,
    Kind,
    Method,
    PartyRole,
    Presence,
    State,
    Vote,
)
from ayil_desktop.meetings.decision_actions import Party, Term
from ayil_desktop.meetings.decision_records import Decision, DecisionPart, DecisionParty
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.vote_actions import Ballot, Subject
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import reading, work

Json = Mapping[str, Any]


def make_told(store: Store, name: str, *, bodies: Mapping[str, str]) -> None:
    """The meetings of a sample as their source tells them; who came and how was voted stays unrecorded."""
    sample = read(name)
    with work(store, Message("Fill the office with a sample"), lasting=True) as session:
        made: dict[str, list[AgendaItem]] = {}
        ids: dict[str, str] = {}
        for raw in sample["meetings"]:
            meeting = _told_meeting(raw, bodies[sample["body"]], ids)
            session.add(meeting)
            session.flush()
            ids[raw["date"]] = meeting.id
            made[raw["date"]] = [_told_item(meeting, place, one, made) for place, one in enumerate(raw["items"], 1)]
            session.add_all(made[raw["date"]])
            session.flush()


def read(name: str) -> Json:
    """The file of a sample."""
    found: Json = json.loads(shipped.resource(f"samples/{name}-meetings.json").read_text(encoding="utf-8"))
    return found


def _told_meeting(raw: Json, body_id: str, ids: Mapping[str, str]) -> Meeting:
    return Meeting(
        body_id=body_id,
        date=_date(raw["date"]),
        kind=Kind(raw["kind"]),
        reason=raw.get("reason", ""),
        refers_to_id=ids.get(raw.get("refers_to", "")),
        state=State.MINUTES_DRAFTED,
    )


def _told_item(meeting: Meeting, place: int, raw: Json, made: Mapping[str, Sequence[AgendaItem]]) -> AgendaItem:
    item = AgendaItem(
        meeting_id=meeting.id,
        place=place,
        kind=ItemKind(raw["kind"]),
        text_ky=raw["text_ky"],
        state=ItemState(raw["state"]),
        state_reason=raw.get("state_reason", ""),
        source_number=raw.get("source_number", ""),
    )
    if "continues" in raw:
        item.continues_item_id = made[raw["continues"]["meeting"]][raw["continues"]["item"] - 1].id
    item.decisions = [_told_decision(meeting, number, one) for number, one in enumerate(raw["decisions"], 1)]
    return item


def _told_decision(meeting: Meeting, place: int, raw: Json) -> Decision:
    decision = Decision(
        meeting_id=meeting.id,
        place=place,
        kind=DecisionKind(raw["kind"]),
        text_ky=raw["text_ky"],
        with_amendments=raw.get("with_amendments", False),
        source_number=raw.get("source_number", ""),
        **_told_due(raw),
    )
    decision.parties = [
        DecisionParty(meeting_id=meeting.id, role=PartyRole(one["role"]), place=number, name=one["name"])
        for number, one in enumerate(raw.get("parties", ()), 1)
    ]
    decision.parts = [
        DecisionPart(meeting_id=meeting.id, place=number, text_ky=one["text_ky"], **_told_due(one, words=False))
        for number, one in enumerate(raw.get("parts", ()), 1)
    ]
    return decision


def _told_due(raw: Json, *, words: bool = True) -> dict[str, Any]:
    due = raw.get("due")
    if due is None:
        return {"due_kind": DueKind.NONE}
    found = {"due_kind": DueKind(due["kind"]), "due_on": _date(due["on"])}
    return found | {"due_words": due["words"]} if words else found


def _date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@dataclass(frozen=True)
class _Story:
    """A practice office while its meetings are being held; `people` are ids by name."""

    store: Store
    body_id: str
    people: Mapping[str, str]

    def meeting(self, meeting_id: str) -> Meeting:
        """As it stands now."""
        with reading(self.store) as session:
            return selections.meeting(session, meeting_id)


def make_practice(store: Store, *, bodies: Mapping[str, str], people: Mapping[str, str]) -> None:
    """The practice meetings, one after the other, by the actions of the screens."""
    sample = read("practice")
    story = _Story(store, bodies[sample["body"]], people)
    for raw in sample["meetings"]:
        _play(story, raw, sample["in_russian"])


def _play(story: _Story, raw: Json, in_russian: Mapping[str, str]) -> None:
    meeting_id = _planned(story, raw)
    if "notice" in raw:
        notice = raw["notice"]
        on, how = _date(notice["on"]), notice["how"]
        actions.send_notice(story.store, meeting_id=meeting_id, on=on, how=how)
        actions.deliver_to_all(story.store, meeting_id=meeting_id, kind=DeliveryKind.MATERIALS, on=on, how=how)
    if "attendance" in raw:
        _held(story, meeting_id, raw)
        _afterwards(story, meeting_id, raw)
    asked = [one for one in russian.texts(story.meeting(meeting_id)) if one.is_missing and one.kyrgyz in in_russian]
    words = {one.id: in_russian[one.kyrgyz] for one in asked}
    russian_actions.translate(story.store, meeting_id=meeting_id, words=words)
    if "sealed" in raw:
        _sealed(story, meeting_id, raw["sealed"])


def _planned(story: _Story, raw: Json) -> str:
    made = actions.plan_meeting(
        story.store,
        body_id=story.body_id,
        date=_date(raw["date"]),
        time=datetime.time.fromisoformat(raw["time"]),
        place=raw["place"],
        kind=Kind(raw["kind"]),
    ).made
    meeting_id = str(made)
    for item in raw["items"]:
        agenda_actions.add_item(
            story.store,
            meeting_id=meeting_id,
            kind=ItemKind(item["kind"]),
            preparer_id=story.people[item["preparer"]],
            **{name: item[name] for name in ("text_ky", "text_ru", "speaker", "draft_ky") if name in item},
        )
    for guest in raw.get("invited", ()):
        invited_actions.invite(
            story.store,
            meeting_id=meeting_id,
            name=guest["name"],
            position=guest["position"],
            group=guest["group"],
            proposed_by_id=story.people[guest["proposed_by"]],
        )
    if "agenda_approved_on" in raw:
        actions.approve_agenda(story.store, meeting_id=meeting_id, on=_date(raw["agenda_approved_on"]))
    if "invited_agreed_on" in raw:
        actions.agree_invited(story.store, meeting_id=meeting_id, on=_date(raw["invited_agreed_on"]))
    return meeting_id


def _held(story: _Story, meeting_id: str, raw: Json) -> None:
    starts = datetime.time.fromisoformat(raw["time"])
    session_actions.open_session(story.store, meeting_id=meeting_id, at=starts)
    attendance = raw["attendance"]
    for name in attendance["present"]:
        attendance_actions.mark_attendance(
            story.store, meeting_id=meeting_id, person_id=story.people[name], status=Presence.PRESENT
        )
    for name, reason in attendance["excused"].items():
        attendance_actions.mark_attendance(
            story.store, meeting_id=meeting_id, person_id=story.people[name], status=Presence.EXCUSED, reason=reason
        )
    for guest in story.meeting(meeting_id).invited:
        invited_actions.change_invited(story.store, invited_id=guest.id, came=True)
    items = story.meeting(meeting_id).items
    for opinion in attendance.get("written_opinions", ()):
        opinion_actions.give_written_opinion(
            story.store,
            item_id=items[opinion["item"] - 1].id,
            person_id=story.people[opinion["person"]],
            text=opinion["text"],
            received_on=_date(opinion["on"]),
        )
    for item, told in zip(items, raw["items"], strict=True):
        _considered(story, item.id, told, attendance["present"])
    session_actions.close_session(story.store, meeting_id=meeting_id, at=datetime.time.fromisoformat(raw["ends"]))


def _considered(story: _Story, item_id: str, told: Json, present: Sequence[str]) -> None:
    for speech in told.get("speeches", ()):
        speech_actions.record_speech(
            story.store,
            item_id=item_id,
            person_id=story.people[speech["person"]],
            name=speech["person"],
            position=speech.get("position", ""),
            text=speech["text"],
            is_report=speech.get("is_report", False),
        )
    for one in told.get("candidates", ()):
        name = one["name"]
        candidate_actions.add_candidate(
            story.store,
            item_id=item_id,
            change=Change(one["change"]),
            person_id=story.people.get(name),
            name=name,
            position=one.get("position", ""),
            position_ru=one.get("position_ru", ""),
        )
    for one in told.get("rounds", ()):
        vote_actions.record_round(
            story.store, item_id=item_id, ballot=_ballot(story, one, present), subject=_subject(story, one)
        )
    for decision in told.get("decisions", ()):
        decision_actions.add_decision(
            story.store,
            item_id=item_id,
            text_ky=decision["text_ky"],
            text_ru=decision["text_ru"],
            kind=DecisionKind(decision["kind"]),
            with_amendments=decision.get("with_amendments", False),
            amendments=decision.get("amendments", ""),
            term=_term(decision),
            parties=_parties(story, decision),
        )


def _ballot(story: _Story, told: Json, present: Sequence[str]) -> Ballot:
    """All for, then the exceptions."""
    votes = {story.people[name]: Vote.FOR for name in present}
    votes |= {story.people[name]: Vote.AGAINST for name in told.get("against", ())}
    votes |= {story.people[name]: Vote.ABSTAINED for name in told.get("abstained", ())}
    return Ballot(method=Method.BY_NAME, votes=votes)


def _subject(story: _Story, told: Json) -> Subject:
    candidate = told.get("candidate", "")
    return Subject(
        label=told.get("label", ""),
        change=Change(told["change"]) if "change" in told else None,
        candidate_id=story.people.get(candidate),
        candidate_name=candidate or told.get("candidate_name", ""),
    )


def _term(told: Json) -> Term:
    due = told.get("due", {"kind": "none"})
    return Term(DueKind(due["kind"]), _date(due["on"]) if "on" in due else None)


def _parties(story: _Story, told: Json) -> tuple[Party, ...]:
    return tuple(
        Party(PartyRole(one["role"]), name=one.get("name", ""), person_id=story.people.get(one.get("person", "")))
        for one in told.get("parties", ())
    )


def _afterwards(story: _Story, meeting_id: str, raw: Json) -> None:
    store = story.store
    minutes_actions.draft_minutes(store, meeting_id=meeting_id)
    for opinion in raw.get("dissent", ()):
        minutes_actions.receive_dissent(
            store,
            meeting_id=meeting_id,
            person_id=story.people[opinion["person"]],
            received_on=_date(opinion["on"]),
            text=opinion["text"],
        )
    for entry in raw.get("follow_up", ()):
        decision = story.meeting(meeting_id).items[entry["item"] - 1].decisions[entry["decision"] - 1]
        decision_actions.follow_up(
            store,
            decision_id=decision.id,
            state=FollowUpState(entry["state"]),
            on=_date(entry["on"]),
            note=entry["note"],
        )
    if "minutes_sent_on" in raw:
        sent = _date(raw["minutes_sent_on"])
        actions.deliver_to_all(store, meeting_id=meeting_id, kind=DeliveryKind.MINUTES, on=sent)
    if "posted" in raw:
        actions.post_information(
            store, meeting_id=meeting_id, on=_date(raw["posted"]["on"]), where=raw["posted"]["where"]
        )


def _sealed(story: _Story, meeting_id: str, told: Json) -> None:
    on, why = _date(told["signed_on"]), told["no_scan_reason"]
    minutes_actions.seal(story.store, meeting_id=meeting_id, signed_on=on, today=on, no_scan_reason=why)
