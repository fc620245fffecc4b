"""What can be done with an office without a window?

Each command calls what the screens call. Exit status: 0 good, 1 the answer is no, 2 misuse.
"""

from __future__ import annotations

import argparse
import datetime
import json
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ayil_desktop
from ayil_desktop import sheets, subjects
from ayil_desktop.commission import records as commission_records
from ayil_desktop.commission import samples as commission_samples
from ayil_desktop.commission import showing as commission_showing
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import day, sealing, selections
from ayil_desktop.meetings import minutes as meeting_minutes
from ayil_desktop.meetings import samples as meeting_samples
from ayil_desktop.meetings import showing as meeting_showing
from ayil_desktop.office import charters
from ayil_desktop.office import records as office_records
from ayil_desktop.printing import docx, pdf
from ayil_desktop.refused import Refused
from ayil_desktop.store import check, opening, saving
from ayil_desktop.store.opening import Store
from ayil_desktop.store.trouble import StoreTrouble
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import records as strategy_records
from ayil_desktop.strategy import samples as strategy_samples
from ayil_desktop.strategy import showing as strategy_showing
from ayil_desktop.transfer import exchange
from ayil_desktop.workdays import deadlines

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

GOOD, NO = 0, 1
SAMPLES = ("chet-nura", "naryn-council", "practice")
SUBJECTS = ("commission", "meetings", "strategy", "office", "deadline")


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; answers the exit status."""
    options = _parser().parse_args(arguments)
    catalogue.use(options.language)
    subjects.know_records()
    try:
        status: int = options.run(options)
        return status
    except (Refused, StoreTrouble) as no:
        sys.stderr.write(f"{no}\n")
        return NO


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ayil-desktop", description="The office work of a village administration.")
    parser.add_argument("--version", action="version", version=ayil_desktop.__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--language", choices=catalogue.LANGUAGES, default="ky", help="of texts and documents")
    common.add_argument("--today", type=_date, default=None, metavar="YYYY-MM-DD", help="the day to judge by")

    sample = commands.add_parser("sample", parents=[common], help="make an office from real documents, or to practise")
    sample.add_argument("name", choices=SAMPLES)
    sample.add_argument("office", type=Path, metavar="OFFICE")
    sample.set_defaults(run=_sample)

    printing = commands.add_parser("print", parents=[common], help="one document, as PDF or DOCX")
    printing.add_argument("office", type=Path, metavar="OFFICE")
    printing.add_argument("document", choices=sorted(sheets.SHEETS), metavar="DOCUMENT", help=", ".join(sheets.SHEETS))
    printing.add_argument("--of", default="", metavar="ID", help="an id, a meeting's number or date, meeting/decision")
    printing.add_argument("-o", "--output", type=_paper, required=True, metavar="X.pdf|X.docx")
    printing.set_defaults(run=_print)

    show = commands.add_parser("show", parents=[common], help="what the program concludes")
    show.add_argument("office", type=Path, metavar="OFFICE")
    show.add_argument("subject", choices=SUBJECTS, metavar="SUBJECT", help=", ".join(SUBJECTS))
    show.add_argument("--of", default="", metavar="ID", help="the id of a body")
    show.add_argument("--words", default="", metavar="WORDS", help="a deadline in words, for the subject deadline")
    show.add_argument("--json", action="store_true", help="as data")
    show.set_defaults(run=_show)

    export = commands.add_parser("export", parents=[common], help="everything but the history, as open data")
    export.add_argument("office", type=Path, metavar="OFFICE")
    export.add_argument("file", type=Path, metavar="X.json")
    export.set_defaults(run=lambda options: export_office(options.office, options.file))

    bring_in = commands.add_parser("import", parents=[common], help="an office from an exported file")
    bring_in.add_argument("office", type=Path, metavar="OFFICE")
    bring_in.add_argument("file", type=Path, metavar="X.json")
    bring_in.set_defaults(run=lambda options: import_office(options.file, options.office))

    checking = commands.add_parser("check", parents=[common], help="is the file whole, are the seals unbroken")
    checking.add_argument("office", type=Path, metavar="OFFICE")
    checking.set_defaults(run=_check)
    return parser


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2019-03-13") from None


def _paper(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in RENDERERS:
        raise argparse.ArgumentTypeError(f"{text!r} must end in .pdf or .docx")
    return path


RENDERERS: dict[str, Callable[[Any], bytes]] = {".pdf": pdf.render, ".docx": docx.render}


def _today(options: argparse.Namespace) -> datetime.date:
    return options.today or datetime.date.today()


def _sample(options: argparse.Namespace) -> int:
    make_sample(options.name, options.office)
    return GOOD


def make_sample(name: str, folder: Path) -> None:
    """An office from the documents that come with the program; a folder that is not empty is refused."""
    store = opening.create(folder)
    try:
        _fill(store, name)
    except BaseException:
        store.close()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    store.close()


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
            document = sheets.SHEETS[options.document](session, options.of, _today(options), options.language)
    finally:
        store.close()
    content = RENDERERS[options.output.suffix.lower()](document)
    saving.save(options.output, content)
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
    text = json.dumps(found, ensure_ascii=False, indent=2) if options.json else _told(found)
    sys.stdout.write(text + "\n")


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
        return meeting_showing.meetings(session, today)
    if options.subject == "office":
        return _office(session)
    if options.subject == "strategy":
        return _strategy(session, options.of, today, options.language)
    body = sheets.body_named(session, options.of)
    seats = commission_records.memberships(session, body.id)
    return commission_showing.summary(body, seats, today, options.language)


def _strategy(session: Session, name: str, today: datetime.date, language: str) -> dict[str, Any]:
    known = strategy_records.strategies(session)
    named = [one for one in known if one.id == name] if name else list(known[:1])
    if not named:
        raise Refused(Message("There is no strategy in this office."), field="of")
    return strategy_showing.summary(strategy_records.strategy(session, named[0].id), today, language)


def _office(session: Session) -> dict[str, Any]:
    own = office_records.office(session)
    names = ("id", "name_ky", "name_ru", "aimak_ky", "district_ky", "region_ky", "place_ky", "head_name", "is_practice")
    return {name: getattr(own, name, None) or None for name in names}


def _told(value: Any, depth: int = 0) -> str:
    """The same data for eyes: one line a value, lists and objects indented."""
    indent = "  " * depth
    if isinstance(value, dict):
        return "\n".join(_line(indent, name, one, depth) for name, one in value.items())
    if isinstance(value, list):
        return "\n".join(f"{indent}-\n{_told(one, depth + 1)}" for one in value)
    return f"{indent}{'–' if value is None else value}"


def _line(indent: str, name: str, value: Any, depth: int) -> str:
    if isinstance(value, dict | list):
        return f"{indent}{name}:\n{_told(value, depth + 1)}" if value else f"{indent}{name}: –"
    return f"{indent}{name}: {'–' if value is None else value}"


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
    _check_charters(content["records"]["charter_version"])
    is_new = not opening.is_office(folder)
    store = opening.create(folder) if is_new else opening.open_office(folder)
    try:
        exchange.bring_in(store, content)
    except BaseException:
        store.close()
        if is_new:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    store.close()
    return GOOD


def _check_charters(rows: Sequence[dict[str, Any]]) -> None:
    """Refused where the numbers of a charter are none: every screen of the office would stumble over them."""
    for number, row in enumerate(rows):
        try:
            charters.from_json(None, row["numbers"])
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            place = f"records.charter_version[{number}].numbers"
            raise Refused(Message("{place}: {fault}", place=place, fault=repr(error)), field="file") from error


def _check(options: argparse.Namespace) -> int:
    faults_found = check_office(options.office)
    for fault in faults_found:
        sys.stdout.write(f"{fault}\n")
    if not faults_found:
        sys.stdout.write(f"{Message('All is well: the file is whole and the seals are unbroken.')}\n")
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


def _broken_seals(session: Session, body_id: str) -> tuple[Message, ...]:
    now = {}
    for meeting in selections.whole_meetings(session, body_id):
        if meeting.seal is not None:
            written = meeting_minutes.sections(meeting, day.of(session, body_id, meeting.date), "ky")
            now[meeting.id] = sealing.content(meeting, written)
    return sealing.faults(selections.seals(session, body_id), now)
