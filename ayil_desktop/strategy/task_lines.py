"""What does the line of a task in a plan's table say: «№2 тапшырма: … Күтүлгөн жыйынтык (индикатор): …»?"""

import re
from dataclasses import dataclass

from ayil_desktop.language import figures


@dataclass(frozen=True)
class TaskLine:
    """The parts of the line as written, the results with their numbers and dashes; what is not there is empty."""

    number: str
    kind_word: str
    title: str
    results_label: str
    results: tuple[str, ...]


_ROMAN = "[IVXLІХӀ]{1,7}"  # typed with Latin letters or with Cyrillic ones that look like them
_NUMBERED = re.compile(rf"(?:№\s*)?(\d{{1,3}}|{_ROMAN})\s*(?:[-–.)]|\s)\s*(.*)", re.DOTALL)
_KIND = re.compile(r"(маселе|тапшырма|милдет|задача|task)\b\s*[:.–-]?\s*(.*)", re.DOTALL | re.IGNORECASE)
_KIND_FIRST = re.compile(
    rf"(маселе|тапшырма|милдет|задача|task)\s*(?:№\s*)?(\d{{1,3}}|(?-i:{_ROMAN})\b)\s*[:.–-]?\s*(.*)",
    re.DOTALL | re.IGNORECASE,
)
_OF_THE_PLAN = re.compile(
    r"(?:\d+\.\s*)?(?:№\s*\d+\s*)?(?:кызмат көрсөтүүнүн аталышы|наименование услуги|максаты?\s*:|цель\s*:|goal\s*:)",
    re.IGNORECASE,
)
_RESULTS = re.compile(
    r"(күтүл\w+ (?:жыйынтык\w*|натыйжа\w*)|ожидаем\w+ результат\w*|expected results?)(\s*\([^)\n]*\))?\s*:?\s*",
    re.IGNORECASE,
)


def number_of(written: str) -> str:
    """The number of a task without its point, a Roman one in Latin letters; empty where it is none."""
    number = written.strip().rstrip(".) ").translate(_LATIN)
    if number.isdecimal():
        return number
    try:
        figures.from_roman(number)
    except ValueError:
        return ""
    return number


_LATIN = str.maketrans("ІХӀ", "IXI")


def is_results(written: str) -> bool:
    """Whether a cell of its own says what is expected of the task or the plan beside it."""
    return _RESULTS.match(written.strip()) is not None


def is_of_the_plan(written: str) -> bool:
    """Whether a line names the service or the goal of the whole plan: it is the line of no task."""
    return _OF_THE_PLAN.match(written.strip()) is not None


def read(written: str) -> TaskLine:
    """Whatever is not recognised stays in the title."""
    number, kind_word, rest = "", "", written.strip()
    if (found := _KIND_FIRST.fullmatch(rest)) and number_of(found[2]):
        kind_word, number, rest = found[1], number_of(found[2]), found[3]
    elif (found := _NUMBERED.fullmatch(rest)) and number_of(found[1]):
        number, rest = number_of(found[1]), found[2]
        if kind := _KIND.fullmatch(rest):
            kind_word, rest = kind.groups()
    results = _RESULTS.search(rest)
    if results is None or not results.start():
        return TaskLine(number, kind_word, " ".join(rest.split()), "", ())
    lines = (line.strip() for line in rest[results.end() :].splitlines())
    return TaskLine(
        number,
        kind_word,
        " ".join(rest[: results.start()].split()),
        results[0].strip(),
        tuple(line for line in lines if line),
    )
