"""What can the secretary do with the list of those who come without a vote?"""

from collections.abc import Sequence

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings import entries, rules, selections
from ayil_desktop.meetings.records import Invited, Meeting
from ayil_desktop.office import rules as office_rules
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


def invite(
    store: Store,
    *,
    meeting_id: str,
    name: str,
    position: str = "",
    group: str = "",
    proposed_by_id: str | None = None,
    is_guest: bool = False,
) -> Done:
    """Somebody without a vote: invited before, or a guest who simply came (CN-4.1.3, CN-7.2)."""
    with work(store, Message("Invite {name}", name=name)) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_not_sealed(meeting)
        guest = Invited(
            meeting_id=meeting.id,
            name=office_rules.person_name(name),
            position=entries.text(position, field="position"),
            group=group,
            proposed_by_id=proposed_by_id,
            is_guest=is_guest,
            came=True if is_guest else None,
            place=len(meeting.invited) + 1,
        )
        session.add(guest)
        return done(session, guest.id)


def invite_all(store: Store, *, meeting_id: str, people: Sequence[tuple[str, str]], is_guest: bool = False) -> Done:
    """The names of a pasted block with their posts, in one step."""
    with work(store, Message("Invite people from a list")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_not_sealed(meeting)
        for place, (name, position) in enumerate(people, len(meeting.invited) + 1):
            guest = Invited(
                meeting_id=meeting.id,
                name=office_rules.person_name(name),
                position=entries.text(position, field="position"),
                is_guest=is_guest,
                came=True if is_guest else None,
                place=place,
            )
            session.add(guest)
        return done(session, message=Counted("{count} person added", "{count} people added", len(people)))


INVITED_FIELDS = ("name", "position", "group", "proposed_by_id", "came")


def change_invited(store: Store, *, invited_id: str, **fields: object) -> Done:
    """Correct an invited person, or record whether he came; the fields of `INVITED_FIELDS`."""
    with work(store, Message("Change the list of invited persons")) as session:
        guest = session.get_one(Invited, invited_id)
        rules.check_not_sealed(session.get_one(Meeting, guest.meeting_id))
        entries.put(guest, INVITED_FIELDS, fields)
        guest.name = office_rules.person_name(guest.name)
        return done(session, guest.meeting_id)


def remove_invited(store: Store, *, invited_ids: Sequence[str]) -> Done:
    """Take people off the list of invited persons."""
    with work(store, Message("Remove from the list of invited persons")) as session:
        for invited_id in invited_ids:
            guest = session.get_one(Invited, invited_id)
            rules.check_not_sealed(session.get_one(Meeting, guest.meeting_id))
            session.delete(guest)
        return done(session)
