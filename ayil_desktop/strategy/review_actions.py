"""What can the secretary record about how a plan is carried out? All of it stays open after the approval."""

import datetime
from collections.abc import Sequence

from ayil_desktop.language.message import Message
from ayil_desktop.office import files
from ayil_desktop.office.files import Content
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import entries, recorded_days, selections
from ayil_desktop.strategy.follow_up_records import Occurrence, Progress, Proof, Review, ReviewEntry
from ayil_desktop.strategy.records import Activity, Strategy
from ayil_desktop.workdays.deadlines import Kind


def begin_review(
    store: Store, *, strategy_id: str, on: datetime.date, note: str = "", today: datetime.date | None = None
) -> Done:
    """A quarterly look at the whole plan; one a day. A day after `today` is refused where that is told."""
    with work(store, Message("Begin the review of {date}", date=on)) as session:
        strategy = session.get_one(Strategy, strategy_id)
        recorded_days.check_review(strategy, on, today)
        if any(one.on == on for one in selections.reviews(session, strategy_id)):
            raise Refused(Message("There is a review of {date} already.", date=on), field="on")
        review = Review(strategy_id=strategy_id, on=on, note=entries.text(note, field="note"))
        session.add(review)
        return done(session, review.id, message=recorded_days.warning(strategy, on))


def record_progress(
    store: Store,
    *,
    review_id: str,
    activity_id: str,
    progress: Progress,
    done_on: datetime.date | None = None,
    remark: str = "",
) -> Done:
    """What this review says of an activity. When something was done is kept only where it was told."""
    with work(store, Message("Record how far an activity is")) as session:
        review = session.get_one(Review, review_id)
        entry = selections.review_entry(session, review_id, activity_id)
        if done_on is not None and done_on > review.on:
            raise Refused(Message("The review is of {date}; this day comes after it.", date=review.on), field="done_on")
        if entry is None:
            entry = ReviewEntry(review_id=review_id, activity_id=activity_id, progress=progress)
            session.add(entry)
        entry.progress, entry.remark = progress, entries.text(remark, field="remark")
        entry.done_on = done_on if progress is Progress.DONE else None
        return done(session, activity_id)


def take_back_progress(store: Store, *, review_id: str, activity_ids: Sequence[str]) -> Done:
    """This review says nothing of these activities after all."""
    with work(store, Message("Take back how far an activity is")) as session:
        for entry in selections.review_entries(session, review_id):
            if entry.activity_id in activity_ids:
                session.delete(entry)
        return done(session)


def remove_review(store: Store, *, review_id: str) -> Done:
    """Take back a review that was begun by mistake, with what it says."""
    with work(store, Message("Remove a review")) as session:
        for entry in selections.review_entries(session, review_id):
            session.delete(entry)
        session.flush()
        session.delete(session.get_one(Review, review_id))
        return done(session, review_id)


def tick_occurrence(
    store: Store, *, activity_id: str, on: datetime.date, is_done: bool = True, today: datetime.date | None = None
) -> Done:
    """One time of a regular activity, ticked off or taken back; nothing was done on a day after `today`."""
    if is_done:
        recorded_days.check_has_come(on, today, field="on")
    with work(store, Message("Tick off a regular activity")) as session:
        activity = selections.activity(session, activity_id)
        if activity.deadline_kind != Kind.REGULAR:
            raise Refused(Message("Only regular activities are ticked off time by time."), field="on")
        if is_done:
            recorded_days.check_begun(selections.head(session, activity.task_id), on, field="on")
        row = next((one for one in activity.occurrences if one.on == on), None)
        if row is None:
            session.add(Occurrence(activity_id=activity_id, on=on, is_done=is_done))
        elif is_done:
            row.is_done = True
        else:
            session.delete(row)
        return done(session, activity_id)


def prove(
    store: Store,
    *,
    activity_id: str,
    on: datetime.date,
    text: str = "",
    content: Content | None = None,
    name: str = "",
) -> Done:
    """A document or photo that shows that an activity was done: words, a file (pdf, jpg, png, tiff), or both."""
    if not text.strip() and content is None:
        raise Refused(Message("Write what proves it, or attach a file."), field="text")
    with work(store, Message("Add a proof")) as session:
        session.get_one(Activity, activity_id)
        attachment = None if content is None else files.keep(store, session, content=content, name=name)
        proof = Proof(
            activity_id=activity_id,
            on=on,
            text=entries.text(text, field="text"),
            attachment_id=attachment.id if attachment else None,
        )
        session.add(proof)
        return done(session, proof.id)


def remove_proof(store: Store, *, proof_id: str) -> Done:
    """Take back a proof that was entered by mistake."""
    with work(store, Message("Remove a proof")) as session:
        proof = session.get_one(Proof, proof_id)
        session.delete(proof)
        return done(session, proof.activity_id)
