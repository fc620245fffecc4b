"""Which words may follow the program's name, and what is said about them in the user's language?"""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import ayil_desktop
from ayil_desktop import sheets
from ayil_desktop.language import argument_texts, catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.printing import docx, pdf
from ayil_desktop.workdays.periods import Quarter

PROGRAM = "ayil-desktop"
SAMPLES = ("chet-nura", "naryn-council", "practice")
SUBJECTS = ("commission", "meetings", "strategy", "office", "deadline")
NAMED = ("commission", "meetings", "strategy")
"""Subjects of which there are several."""

RENDERERS: Mapping[str, Callable[[Any], bytes]] = {".pdf": pdf.render, ".docx": docx.render}


def read(arguments: Sequence[str], usual: str) -> argparse.Namespace:
    """What was asked for; misuse ends the program with 2. From now on the program speaks the language that was named,
    else the `usual` one; `language` is that of texts and documents, Kyrgyz unless it was named."""
    catalogue.use(_named_language(arguments) or usual)
    argument_texts.speak()
    parser = _parser()
    options = parser.parse_args(arguments)
    if getattr(options, "subject", "") == "deadline" and not options.words.strip():
        parser.error(str(Message("write the deadline after --words")))
    if getattr(options, "words", "") and options.subject != "deadline":
        parser.error(str(Message("--words goes with the subject deadline")))
    if options.command == "show" and options.of and options.subject not in NAMED:
        parser.error(str(Message("--of goes with: {subjects}", subjects=", ".join(NAMED))))
    if getattr(options, "year", None) is not None and options.document not in sheets.BY_YEAR:
        parser.error(str(Message("--year goes with: {documents}", documents=", ".join(sheets.BY_YEAR))))
    if getattr(options, "quarter", None) is not None and options.document not in sheets.BY_QUARTER:
        parser.error(str(Message("--quarter goes with: {documents}", documents=", ".join(sheets.BY_QUARTER))))
    options.language = options.language or catalogue.LANGUAGES[0]
    return options


def _named_language(arguments: Sequence[str]) -> str:
    """Looked for before all else: help and misuse are told in it too."""
    early = argparse.ArgumentParser(prog=PROGRAM, add_help=False)
    early.add_argument("--language", nargs="?", default="")
    named = early.parse_known_args(arguments)[0].language
    return named if named in catalogue.LANGUAGES else ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=PROGRAM, description=str(Message("The office work of a village administration."))
    )
    version = str(Message("show program's version number and exit"))  # argparse itself says it in English
    parser.add_argument("--version", action="version", version=ayil_desktop.__version__, help=version)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, told, more in (
        ("sample", Message("make an office from real documents, or to practise"), _of_sample),
        ("print", Message("one document, as PDF or DOCX"), _of_print),
        ("show", Message("what the program concludes"), _of_show),
        (
            "export",
            Message("everything but the history as open data, or the plan for another program"),
            _of_export,
        ),
        ("import", Message("an office from an exported file"), _of_file),
        ("check", Message("is the file whole, are the seals unbroken"), _of_office),
    ):
        command = commands.add_parser(name, help=str(told), description=str(told))
        more(command)
        _of_all(command)
    return parser


def _of_all(command: argparse.ArgumentParser) -> None:
    told = str(Message("of texts and documents"))
    command.add_argument("--language", choices=catalogue.LANGUAGES, default="", help=told)
    command.add_argument("--today", type=_date, metavar="YYYY-MM-DD", help=str(Message("the day to judge by")))


def _of_office(command: argparse.ArgumentParser) -> None:
    command.add_argument("office", type=Path, metavar="OFFICE", help=str(Message("the folder of the office")))


def _of_sample(command: argparse.ArgumentParser) -> None:
    command.add_argument("name", choices=SAMPLES)
    _of_office(command)


def _of_print(command: argparse.ArgumentParser) -> None:
    _of_office(command)
    command.add_argument("document", choices=sorted(sheets.SHEETS), metavar="DOCUMENT", help=", ".join(sheets.SHEETS))
    named = str(Message("an id, a meeting's number or date, meeting/decision, the rank or the name of a service"))
    command.add_argument("--of", default="", metavar="ID", help=named)
    year = str(Message("of which year, where the document is of one"))
    command.add_argument("--year", type=_year, metavar="YYYY", help=year)
    quarter = str(Message("of which quarter, where the document is of one"))
    command.add_argument("--quarter", type=_quarter, metavar="YYYY-Q", help=quarter)
    command.add_argument("-o", "--output", type=_paper, required=True, metavar="X.pdf|X.docx")


def _of_show(command: argparse.ArgumentParser) -> None:
    _of_office(command)
    command.add_argument("subject", choices=SUBJECTS, metavar="SUBJECT", help=", ".join(SUBJECTS))
    named = str(Message("the id of a body or of a strategy; of a meeting its id, number or date too"))
    command.add_argument("--of", default="", metavar="ID", help=named)
    words = str(Message("a deadline in words, for the subject deadline"))
    command.add_argument("--words", default="", metavar="WORDS", help=words)
    command.add_argument("--json", action="store_true", help=str(Message("as data")))


def _of_file(command: argparse.ArgumentParser) -> None:
    _of_office(command)
    command.add_argument("file", type=Path, metavar="X.json", help=str(Message("the exported file")))


def _of_export(command: argparse.ArgumentParser) -> None:
    _of_office(command)
    told = str(Message("by its ending: all data, or the action plan for Excel, MS Project, a calendar"))
    command.add_argument("file", type=Path, metavar="X.json|X.xlsx|X.csv|X.xml|X.ics", help=told)
    named = str(Message("the id, the rank or the beginning of the name of a service"))
    command.add_argument("--of", default="", metavar="ID", help=named)


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(str(Message("“{day}” is not a day like 2019-03-13", day=text))) from None


def _year(text: str) -> int:
    if len(text) == len("2019") and text.isdecimal() and int(text) >= datetime.MINYEAR:
        return int(text)
    raise argparse.ArgumentTypeError(str(Message("“{year}” is not a year like 2019", year=text)))


def _quarter(text: str) -> Quarter:
    year, _, number = text.partition("-")
    if number in ("1", "2", "3", "4"):
        return Quarter(_year(year), int(number))
    raise argparse.ArgumentTypeError(str(Message("“{quarter}” is not a quarter like 2019-2", quarter=text)))


def _paper(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in RENDERERS:
        raise argparse.ArgumentTypeError(str(Message("“{file}” must end in .pdf or .docx", file=text)))
    return path
