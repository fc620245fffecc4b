"""What can be done with an office without a window?

Each command calls what the screens call. Exit status: 0 good, 1 the answer is no, 2 misuse.
"""

from __future__ import annotations

import argparse
import datetime
import errno
import importlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ayil_desktop
from ayil_desktop import arguments, sheets, subjects, told
from ayil_desktop.commission import records as commission_records
from ayil_desktop.commission import samples as commission_samples
from ayil_desktop.commission import showing as commission_showing
from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import corrected_roster, day, notices, presence, rules, sealing, selections
from ayil_desktop.meetings import minutes as meeting_minutes
from ayil_desktop.meetings import papers as papers_of_meetings
from ayil_desktop.meetings import samples as meeting_samples
from ayil_desktop.meetings import showing as meeting_showing
from ayil_desktop.meetings.choices import SEALED_STATES, State
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import records as office_records
from ayil_desktop.printing import unprintable
from ayil_desktop.refused import Refused
from ayil_desktop.store import check, making, opening, saving, trouble
from ayil_desktop.store.opening import Store
from ayil_desktop.store.trouble import StoreTrouble
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import exports, in_force, papers
from ayil_desktop.strategy import samples as strategy_samples
from ayil_desktop.strategy import selections as strategy_selections
from ayil_desktop.strategy import showing as strategy_showing
from ayil_desktop.transfer import exchange
from ayil_desktop.transfer.incoming import Incoming
from ayil_desktop.workdays import deadlines

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

GOOD, NO = 0, 1
SAMPLES, RENDERERS = arguments.SAMPLES, arguments.RENDERERS
_GONE = (errno.EPIPE, errno.EINVAL)  # whoever read has gone; Windows calls it an invalid argument


def main(words: Sequence[str], usual: str = catalogue.LANGUAGES[0]) -> int:
    """Carry out one command; answers the exit status. `usual` is the language of a user who names none."""
    options = arguments.read(words, usual)
    subjects.know_records()
    try:
        return _COMMANDS[options.command](options)
    except (Refused, StoreTrouble) as no:
        sys.stderr.write(f"{no}\n")
        return NO


def _today(options: argparse.Namespace) -> datetime.date:
    return options.today or datetime.date.today()


def _sample(options: argparse.Namespace) -> int:
    make_sample(options.name, options.office)
    return GOOD


def make_sample(name: str, folder: Path) -> None:
    """An office from the documents that come with the program; a folder that is not empty is refused."""
    with making.making(folder) as store:
        _fill(store, name)


def _fill(store: Store, name: str) -> None:
    if name == "chet-nura":
        made = commission_samples.make_chet_nura(store)
        strategy_samples.make_chet_nura(store, body_id=next(iter(made.bodies.values())))
    elif name == "naryn-council":
        made = commission_samples.make_naryn(store)
        meeting_samples.make_told(store, name, bodies=made.bodies)
    else:
        made = commission_samples.make_practice(store)
        meeting_samples.make_practice(store, bodies=made.bodies, people=made.people)


def _print(options: argparse.Namespace) -> int:
    store = opening.open_office(options.office, read_only=True)
    try:
        with reading(store) as session:
            make: sheets.Sheet = sheets.SHEETS[options.document]
            if options.year is not None:
                make = partial(sheets.BY_YEAR[options.document], year=options.year)
            if options.quarter is not None:
                make = partial(sheets.BY_QUARTER[options.document], quarter=options.quarter)
            document = make(session, options.of, _today(options), options.language)
    finally:
        store.close()
    content = RENDERERS[options.output.suffix.lower()](document)
    saving.save(options.output, content)
    for words in wording.untranslated(document.untranslated, document.outdated):
        sys.stderr.write(f"{words}\n")
    signs = unprintable.signs(document) if options.output.suffix.lower() == ".pdf" else ""
    if signs:
        sys.stderr.write(f"{wording.unprintable(signs)}\n")
    return GOOD


def _show(options: argparse.Namespace) -> int:
    if options.subject == "deadline":
        return _show_deadline(options)
    store = opening.open_office(options.office, read_only=True)
    try:
        with reading(store) as session:
            found = _found(session, options)
    finally:
        store.close()
    _say(found, options)
    return GOOD


def _say(found: Any, options: argparse.Namespace) -> None:
    text = json.dumps(found, ensure_ascii=False, indent=2) if options.json else told.told(found)
    _write(text)


def _write(text: str) -> None:
    """To whoever reads; one that has read enough (`show … | head`) may leave without a word."""
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except OSError as error:
        # What is still in the buffer would be written at the end, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno not in _GONE:
            raise trouble.not_written() from error


def _show_deadline(options: argparse.Namespace) -> int:
    """What a deadline in words means; words that are not understood are answered with no."""
    read = deadlines.read(options.words)
    days = {"from": read.start, "to": read.end}
    named = {name: day.isoformat() if day else None for name, day in days.items()}
    _say({"id": options.words, "words": options.words, "kind": read.kind.value, **named}, options)
    return NO if read.kind is deadlines.Kind.UNKNOWN else GOOD


def _found(session: Session, options: argparse.Namespace) -> Any:
    today = _today(options)
    if options.subject == "meetings":
        return _meetings(session, options.of, today)
    if options.subject == "office":
        return _office(session)
    if options.subject == "strategy":
        return _strategy(session, options.of, today, options.language)
    body = sheets.body_named(session, options.of)
    seats = commission_records.memberships(session, body.id)
    return commission_showing.summary(body, seats, today, options.language)


def _meetings(session: Session, name: str, today: datetime.date) -> list[dict[str, Any]]:
    """All of them, those of the body that is named, or the one that is."""
    known = meeting_showing.meetings(session, today)
    if not name:
        return known
    if any(one.id == name for one in commission_records.bodies(session)):
        return [one for one in known if one["body"] == name]
    named = papers_of_meetings.found(selections.meetings_list(session), name)
    return [one for one in known if one["id"] == named.id]


def _strategy(session: Session, name: str, today: datetime.date, language: str) -> dict[str, Any]:
    known = strategy_selections.strategies(session)
    named = [one for one in known if one.id == name] if name else list(known[:1])
    if not known:
        raise Refused(Message("There is no strategy in this office."), field="of")
    if not named:
        missing = Message("There is no strategy “{name}” in this office.", name=wording.shortened(name, _NAMED))
        raise Refused(missing, field="of")
    written = strategy_selections.strategy(session, named[0].id)
    not_held = strategy_selections.not_held(session, written)
    return strategy_showing.summary(written, in_force.strategy(session, written), today, language, not_held)


_NAMED = 80
"""How much of a wrong name is told again."""


def _office(session: Session) -> dict[str, Any]:
    own = office_records.office(session)
    names = ("id", "name_ky", "name_ru", "aimak_ky", "district_ky", "region_ky", "place_ky", "head_name", "is_practice")
    found = {name: getattr(own, name, None) for name in names}
    return {name: None if value == "" else value for name, value in found.items()}


def _export(options: argparse.Namespace) -> int:
    """The whole office, or what the ending of the file asks for: the action plan in a form of another program."""
    make = exports.MAKERS.get(options.file.suffix.lower())
    if make is None:
        return export_office(options.office, options.file)
    store = opening.open_office(options.office, read_only=True)
    try:
        with reading(store) as session:
            content = make(papers.only(session, _today(options)), options.language, options.of)
    finally:
        store.close()
    saving.save(options.file, content)
    return GOOD


def export_office(folder: Path, target: Path) -> int:
    """Everything but the history of an office, as one file of open data."""
    store = opening.open_office(folder, read_only=True)
    try:
        exchange.export_office(store, target, ayil_desktop.__version__)
    finally:
        store.close()
    return GOOD


def import_office(source: Path, folder: Path) -> int:
    """An office from such a file; the folder is made if it is missing, and left as it was if the file is wrong."""
    content = exchange.read_file(source)
    found = Incoming(content["records"])
    for module in subjects.INCOMING:
        importlib.import_module(module).check(found)
    if opening.is_office(folder):
        with closing(opening.open_office(folder)) as store:
            exchange.bring_in(store, content)
    else:
        with making.making(folder) as store:
            exchange.bring_in(store, content)
    return GOOD


def _check(options: argparse.Namespace) -> int:
    faults_found = check_office(options.office)
    well = Message("All is well: the file is whole and the seals are unbroken.")
    later = [] if faults_found else corrected_rosters(options.office)
    _write("\n".join(str(told) for told in [*(faults_found or [well]), *later]))
    return NO if faults_found else GOOD


def check_office(folder: Path) -> list[Message]:
    """What is wrong with the files, the seals and the records behind them; empty where all is well."""
    opening.require_office(folder)
    found = check.check(folder)
    if found:
        return found
    store = opening.open_office(folder, read_only=True)
    try:
        with reading(store) as session:
            for body in commission_records.bodies(session):
                found.extend(_broken_seals(session, body.id))
    finally:
        store.close()
    return found


def corrected_rosters(folder: Path) -> list[Message]:
    """Where today's roster, or the last day of a body, differs from recorded meetings: no fault, but worth knowing."""
    store = opening.open_office(folder, read_only=True)
    try:
        with reading(store) as session:
            return [
                told
                for meeting in selections.whole_meetings(session)
                for told in [
                    *corrected_roster.differences(
                        meeting, presence.seats(day.composition_of(session, meeting.body_id, meeting.date))
                    ),
                    *_after_the_end(session, meeting),
                    *_told_otherwise(session, meeting),
                ]
            ]
    finally:
        store.close()


def _after_the_end(session: Session, meeting: Meeting) -> Iterator[Message]:
    ends = commission_records.body(session, meeting.body_id).dissolved_on
    if ends is not None and rules.is_after_the_end(ends, meeting.date) and meeting.state is not State.CANCELLED:
        told = rules.after_the_end(meeting, ends)
        yield Message("Meeting of {date}: {duty}", date=meeting.date, duty=told)


def _told_otherwise(session: Session, meeting: Meeting) -> Iterator[Message]:
    """Sealed minutes say it themselves, and a cancelled meeting needs no notice."""
    otherwise = notices.told_otherwise(meeting, day.of(session, meeting.body_id, meeting.date).seats)
    if otherwise and meeting.state not in (State.CANCELLED, *SEALED_STATES):
        told = notices.otherwise_words(meeting, otherwise)
        yield Message("Meeting of {date}: {duty}", date=meeting.date, duty=told)


def _broken_seals(session: Session, body_id: str) -> tuple[Message, ...]:
    now = {}
    for meeting in selections.whole_meetings(session, body_id):
        if meeting.seal is not None:
            written = meeting_minutes.sections(meeting, day.of(session, body_id, meeting.date), "ky")
            now[meeting.id] = sealing.content(meeting, written)
    return sealing.faults(selections.seals(session, body_id), now)


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "sample": _sample,
    "print": _print,
    "show": _show,
    "export": _export,
    "import": lambda options: import_office(options.file, options.office),
    "check": _check,
}
