"""What can the secretary do with the matters of an agenda?"""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings import candidates, carried, competence, day, entries, presence, rules, russian, selections
from ayil_desktop.meetings.agenda_records import AgendaItem, Candidate, ItemAttachment, Proposal
from ayil_desktop.meetings.choices import ItemKind, ItemState, State
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import files
from ayil_desktop.office.files import Content
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


def add_item(
    store: Store,
    *,
    meeting_id: str,
    text_ky: str,
    kind: ItemKind = ItemKind.DECISION,
    text_ru: str = "",
    speaker: str = "",
    preparer_id: str | None = None,
    draft_ky: str = "",
) -> Done:
    """A new matter at the end; after the notice it is marked as added late."""
    with work(store, Message("Add a matter to the agenda")) as session:
        meeting = _meeting(session, meeting_id)
        rules.check_agenda_item(text_ky)
        item = _append(session, meeting, kind=kind, text_ky=text_ky, text_ru=text_ru, speaker=speaker)
        item.preparer_id, item.draft_ky = preparer_id, entries.text(draft_ky, field="draft_ky")
        return done(session, item.id)


def add_items(store: Store, *, meeting_id: str, matters: Sequence[tuple[str, str]]) -> Done:
    """Matters of a pasted block with their speakers, in one step."""
    with work(store, Message("Add matters to the agenda")) as session:
        meeting = _meeting(session, meeting_id)
        items = []
        for place, (text, speaker) in enumerate(matters, len(meeting.items) + 1):
            rules.check_agenda_item(text)
            item = _append(session, meeting, kind=ItemKind.DECISION, text_ky=text, text_ru="", speaker=speaker)
            item.place = place
            items.append(item)
        session.flush()
        told = Counted("{count} matter added", "{count} matters added", len(items))
        return done(session, items[0].id if items else None, message=told)


def take_up_postponed(store: Store, *, meeting_id: str, item_id: str) -> Done:
    """A postponed matter of an earlier meeting comes onto this agenda with its papers and the names that are still to
    be voted on (NC-3.6)."""
    with work(store, Message("Take up the postponed matter")) as session:
        meeting, earlier = _meeting(session, meeting_id), _matter(session, item_id)
        item = _append(
            session,
            meeting,
            kind=earlier.kind,
            text_ky=earlier.text_ky,
            text_ru=earlier.text_ru,
            speaker=earlier.speaker,
        )
        item.preparer_id, item.draft_ky, item.draft_ru = earlier.preparer_id, earlier.draft_ky, earlier.draft_ru
        item.speaker_ru = earlier.speaker_ru
        russian.bring_along(earlier, item, {"text_ky": "text_ky", "draft_ky": "draft_ky"})
        item.continues_item_id = earlier.id
        item.continues_decision_id = earlier.continues_decision_id
        session.flush()
        _bring_along(session, earlier, item)
        return done(session, item.id)


def take_up_decision(store: Store, *, meeting_id: str, decision_id: str) -> Done:
    """The carrying out of an undone decision comes onto this agenda; its words stay those of the decision."""
    with work(store, Message("Take up the undone decision")) as session:
        meeting, decision = _meeting(session, meeting_id), session.get_one(Decision, decision_id)
        item = _append(
            session, meeting, kind=ItemKind.INFORMATION, text_ky=decision.text_ky, text_ru=decision.text_ru, speaker=""
        )
        russian.bring_along(decision, item, {"text_ky": "text_ky"})
        item.continues_decision_id = decision.id
        return done(session, item.id)


def take_up_proposal(store: Store, *, meeting_id: str, proposal_id: str) -> Done:
    """A member's proposal comes onto this agenda (CN-5.7.1)."""
    with work(store, Message("Take up the proposal")) as session:
        meeting, proposal = _meeting(session, meeting_id), session.get_one(Proposal, proposal_id)
        rules.check_on_no_agenda(proposal)
        item = _append(session, meeting, kind=ItemKind.DECISION, text_ky=proposal.text, text_ru="", speaker="")
        item.preparer_id = proposal.person_id
        session.flush()
        proposal.item_id = item.id
        return done(session, item.id)


ITEM_FIELDS = ("kind", "text_ky", "text_ru", "speaker", "preparer_id", "draft_ky", "draft_ru")
ANNOUNCED_FIELDS = ("kind", "text_ky", "text_ru")
"""What the notice told the members; speaker, preparer and draft may still be filled in."""


def change_item(store: Store, *, item_id: str, **fields: object) -> Done:
    """Correct a matter; the fields of `ITEM_FIELDS`. Its kind stays once it has been voted on."""
    with work(store, Message("Change a matter of the agenda")) as session:
        item, meeting = _item_and_meeting(session, item_id, rules.WHILE_WRITING)
        if "kind" in fields and fields["kind"] != item.kind and item.rounds:
            raise Refused(Message("This matter has been voted on; its kind stays."), field="kind")
        if any(name in fields and fields[name] != getattr(item, name) for name in ANNOUNCED_FIELDS):
            rules.check_announced(meeting, item)
        entries.put(item, ITEM_FIELDS, fields)
        rules.check_agenda_item(item.text_ky)
        return done(session, item.id)


def move_item(store: Store, *, item_id: str, place: int) -> Done:
    """Give a matter another number; the others close up, so that numbers stay 1, 2, 3 … (NC-4.2)."""
    with work(store, Message("Move a matter of the agenda")) as session:
        item, meeting = _item_and_meeting(session, item_id, rules.BEFORE_THE_END)
        items = list(meeting.items)
        items.remove(item)
        items.insert(max(place, 1) - 1, item)
        for number, one in enumerate(items, 1):
            if one.place != number:
                rules.check_announced(meeting, one)
        _keep_presence(meeting, items)
        _renumber(items)
        return done(session, item.id)


def remove_item(store: Store, *, item_ids: Sequence[str]) -> Done:
    """Take matters off an agenda that was not sent; after the notice one is withdrawn with a reason instead.

    Where one of them has to stay, all of them stay.
    """
    with work(store, Message("Remove a matter from the agenda")) as session:
        found = [_item_and_meeting(session, item_id, rules.BEFORE_THE_END) for item_id in item_ids]
        for meeting in {meeting for _, meeting in found}:
            _keep_presence(meeting, [one for one in meeting.items if one.id not in item_ids])
        session.flush()
        for item, meeting in found:
            _remove(session, item, meeting)
        for meeting in {meeting for _, meeting in found}:
            _renumber([one for one in meeting.items if one.id not in item_ids])
        return done(session)


def _remove(session: Session, item: AgendaItem, meeting: Meeting) -> None:
    """Off its agenda, with all that was said and handed in on it."""
    if meeting.agenda_frozen and not item.is_late:
        raise Refused(Message("The agenda has been sent. Withdraw the matter with a reason instead."))
    if item.rounds or item.decisions:
        raise Refused(Message("This matter has been voted on or decided; it stays."))
    for proposal in selections.proposals(session, meeting.body_id):
        if proposal.item_id == item.id:
            proposal.item_id = None
    for row in [*item.attachments, *item.candidates, *item.recusals, *item.speeches, *item.written_opinions]:
        session.delete(row)
    session.flush()
    session.delete(item)


def set_item_state(store: Store, *, item_id: str, state: ItemState, reason: str = "") -> Done:
    """A matter is decided, postponed or withdrawn; the last two with a reason."""
    rules.check_state_reason(state, reason)
    with work(store, Message("Close a matter")) as session:
        item, meeting = _item_and_meeting(session, item_id, rules.WHILE_WRITING)
        if item.kind is ItemKind.INFORMATION and state is ItemState.DECIDED:
            found = day.of(session, meeting.body_id, meeting.date)
            competence.check(found, meeting, item, field="state")
        carried.check_can_be_left(item, state)
        item.state, item.state_reason = state, entries.text(reason, field="state_reason")
        return done(session, item.id)


def attach_to_item(store: Store, *, item_id: str, content: Content, name: str) -> Done:
    """A paper for a matter: pdf, jpg, png or tiff by its content, at most 25 MB."""
    with work(store, Message("Attach {name}", name=name)) as session:
        item = _item(session, item_id, rules.WHILE_WRITING)
        attachment = files.keep(store, session, content=content, name=name)
        session.add(
            ItemAttachment(
                meeting_id=item.meeting_id,
                item_id=item.id,
                attachment_id=attachment.id,
                place=len(item.attachments) + 1,
            )
        )
        return done(session, item.id)


def detach_from_item(store: Store, *, item_attachment_id: str) -> Done:
    """Take a paper off a matter; the file itself stays until it is cleaned up."""
    with work(store, Message("Detach a file")) as session:
        row = session.get_one(ItemAttachment, item_attachment_id)
        rules.check_not_sealed(session.get_one(Meeting, row.meeting_id))
        session.delete(row)
        return done(session, row.item_id)


def _meeting(session: Session, meeting_id: str) -> Meeting:
    meeting = selections.meeting(session, meeting_id)
    rules.check_state(meeting, rules.BEFORE_THE_END)
    return meeting


def _item(session: Session, item_id: str, allowed: Sequence[State]) -> AgendaItem:
    return _item_and_meeting(session, item_id, allowed)[0]


def _item_and_meeting(session: Session, item_id: str, allowed: Sequence[State]) -> tuple[AgendaItem, Meeting]:
    meeting = selections.meeting(session, session.get_one(AgendaItem, item_id).meeting_id)
    rules.check_state(meeting, allowed)
    return next(item for item in meeting.items if item.id == item_id), meeting


def _matter(session: Session, item_id: str) -> AgendaItem:
    """A matter of any meeting, with everything that hangs on it."""
    meeting = selections.meeting(session, session.get_one(AgendaItem, item_id).meeting_id)
    return next(item for item in meeting.items if item.id == item_id)


def _bring_along(session: Session, earlier: AgendaItem, item: AgendaItem) -> None:
    own = {"meeting_id": item.meeting_id, "item_id": item.id}
    for paper in earlier.attachments:
        session.add(ItemAttachment(attachment_id=paper.attachment_id, place=paper.place, **own))
    waiting = [one.record for one in candidates.listed(earlier) if one.record is not None and not one.is_adopted]
    for place, row in enumerate(waiting, 1):
        kept = {name: getattr(row, name) for name in _OF_A_NAME}
        session.add(Candidate(place=place, **kept, **own))


_OF_A_NAME = (
    *("change", "person_id", "name", "position", "position_ru"),
    *("role", "sex", "category", "minority", "disability"),
)


def _append(
    session: Session, meeting: Meeting, *, kind: ItemKind, text_ky: str, text_ru: str, speaker: str
) -> AgendaItem:
    item = AgendaItem(
        meeting_id=meeting.id,
        place=len(meeting.items) + 1,
        kind=kind,
        text_ky=entries.text(text_ky, field="text_ky"),
        text_ru=entries.text(text_ru, field="text_ru"),
        speaker=entries.text(speaker, field="speaker"),
        is_late=meeting.agenda_frozen,
    )
    session.add(item)
    return item


def _keep_presence(meeting: Meeting, items: Sequence[AgendaItem]) -> None:
    """Whoever came or left did so between the same matters, in the new order too (R-40)."""
    before = list(meeting.items)
    for move in meeting.movements:
        move.item_id = presence.from_matter(move, before=before, after=items).id


def _renumber(items: Sequence[AgendaItem]) -> None:
    for place, item in enumerate(items, 1):
        item.place = place
