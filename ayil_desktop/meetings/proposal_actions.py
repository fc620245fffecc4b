"""What can the secretary do with what members want on an agenda, as long as it is on none?"""

import datetime
from collections.abc import Sequence

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import entries, rules
from ayil_desktop.meetings.agenda_records import Proposal
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


def propose(store: Store, *, body_id: str, text: str, on: datetime.date, person_id: str | None = None) -> Done:
    """What a member wants on an agenda, kept until it is taken up or left out (CN-5.7.1)."""
    rules.check_proposal(text)
    with work(store, Message("Record a proposal for the agenda")) as session:
        proposal = Proposal(body_id=body_id, text=entries.text(text, field="text"), on=on, person_id=person_id)
        session.add(proposal)
        return done(session, proposal.id)


def leave_out_proposal(store: Store, *, proposal_id: str, reason: str) -> Done:
    """A proposal that is not taken up, with the reason."""
    if not reason.strip():
        raise Refused(Message("Write the reason."), field="left_out_reason")
    with work(store, Message("Leave the proposal out")) as session:
        session.get_one(Proposal, proposal_id).left_out_reason = entries.text(reason, field="left_out_reason")
        return done(session, proposal_id)


PROPOSAL_FIELDS = ("person_id", "on", "text", "left_out_reason")


def change_proposal(store: Store, *, proposal_id: str, **fields: object) -> Done:
    """Correct a proposal, or want it again by emptying the reason; the fields of `PROPOSAL_FIELDS`."""
    with work(store, Message("Change a proposal for the agenda")) as session:
        proposal = session.get_one(Proposal, proposal_id)
        rules.check_on_no_agenda(proposal)
        entries.put(proposal, PROPOSAL_FIELDS, fields)
        rules.check_proposal(proposal.text)
        return done(session, proposal_id)


def remove_proposal(store: Store, *, proposal_ids: Sequence[str]) -> Done:
    """Take back proposals entered by mistake; where one is on an agenda, all of them stay."""
    with work(store, Message("Remove a proposal for the agenda")) as session:
        for proposal_id in proposal_ids:
            proposal = session.get_one(Proposal, proposal_id)
            rules.check_on_no_agenda(proposal)
            session.delete(proposal)
        return done(session)
