"""Which entries about the office are allowed, and which charter holds on a day?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ayil_desktop.language.message import Message
from ayil_desktop.office import charters, terms
from ayil_desktop.office.charters import Charter, Group, Number
from ayil_desktop.refused import Refused

# Only for the type checker: the first tab is filled before the records are mapped.
if TYPE_CHECKING:
    from ayil_desktop.office.records import CharterVersion, DayOverride, Office

NAME_LENGTH = 120
LINE_LENGTH = 300
TEXT_LENGTH = 20_000
FIRST_YEAR = 1991
"""Village administrations are younger; an earlier year in an act is a slip of the hand."""

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_PHONE = re.compile(r"[+(]?[\d][\d ()\-+]*")


@dataclass(frozen=True)
class InForce:
    """The charter of a day. `is_early`: none was in force yet, the first one is shown for information (R-34)."""

    charter: Charter
    version: CharterVersion
    is_early: bool


def clean(text: str) -> str:
    """One line without marks that nobody sees: they come along from telephones and turn names around on paper."""
    seen = _INVISIBLE.sub("", text)
    return " ".join("".join(" " if _is_control(letter) else letter for letter in seen).split())


def clean_text(text: str) -> str:
    """Several lines, each of them clean; empty lines at the ends are left out."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def line(text: str, *, field: str, longest: int = LINE_LENGTH) -> str:
    """One line of at most `longest` letters, otherwise Refused."""
    cleaned = clean(text)
    if len(cleaned) > longest:
        raise Refused(_too_long(len(cleaned), longest), field=field)
    return cleaned


def paragraph(text: str, *, field: str) -> str:
    """Several lines of at most `TEXT_LENGTH` letters together, otherwise Refused."""
    cleaned = clean_text(text)
    if len(cleaned) > TEXT_LENGTH:
        raise Refused(_too_long(len(cleaned), TEXT_LENGTH), field=field)
    return cleaned


def written(text: str, *, field: str, lines: Collection[str]) -> str:
    """As `line` where its field is among `lines`, otherwise as `paragraph`."""
    return line(text, field=field) if field in lines else paragraph(text, field=field)


def one_of(name: str, known: Collection[str]) -> str:
    """The same name of a column; a misspelt one is a fault of the program, not of the clerk: KeyError."""
    if name not in known:
        raise KeyError(name)
    return name


def needed_line(text: str, *, field: str, longest: int = LINE_LENGTH) -> str:
    """A line that must not be empty."""
    cleaned = line(text, field=field, longest=longest)
    if not cleaned:
        raise Refused(Message("Fill this in."), field=field)
    return cleaned


def person_name(text: str, *, field: str = "name") -> str:
    """A person's name as written; Refused when empty or too long for any list."""
    cleaned = line(text, field=field, longest=NAME_LENGTH)
    if not cleaned:
        raise Refused(Message("Write the name."), field=field)
    return cleaned


def birth_year(text: str, *, today: date, field: str = "birth_year") -> int | None:
    """The year of birth, None for an empty text; Refused when no living person was born then."""
    cleaned = clean(text)
    if not cleaned:
        return None
    if not (cleaned.isascii() and cleaned.isdigit() and today.year - 120 <= int(cleaned) <= today.year):
        reason = Message("Write a year between {first} and {last}.", first=str(today.year - 120), last=str(today.year))
        raise Refused(reason, field=field)
    return int(cleaned)


def phone(text: str, *, field: str = "phone") -> str:
    """One or more telephone numbers as written, separated by commas; Refused when there is anything else in it."""
    cleaned = line(text, field=field, longest=NAME_LENGTH)
    for number in filter(None, re.split(r"\s*[,;/]\s*", cleaned)):
        digits = sum(letter.isdigit() for letter in number)
        if not _PHONE.fullmatch(number) or not 3 <= digits <= 15:
            reason = Message("{number} is no telephone number. Write for example 0555 12 34 56.", number=number)
            raise Refused(reason, field=field)
    return cleaned


def sensible_day(day: date, *, today: date, field: str) -> date:
    """A day of the office's life: Refused before 1991 and more than two years ahead."""
    if not FIRST_YEAR <= day.year <= today.year + 2:
        reason = Message("Check the year of {day}.", day=day)
        raise Refused(reason, field=field)
    return day


def charter_for(versions: Iterable[CharterVersion], day: date) -> InForce | None:
    """The version of a charter for a day: the last that had begun (CN-8.1), else the first for information (R-34)."""
    ordered = sorted(versions, key=lambda version: version.in_force_from)
    if not ordered:
        return None
    begun = [version for version in ordered if version.in_force_from <= day]
    version = begun[-1] if begun else ordered[0]
    return InForce(charter_of(version), version, is_early=not begun)


def charter_of(version: CharterVersion) -> Charter:
    return charters.from_json(version.in_force_from, version.numbers)


def refuse_second_version(versions: Iterable[CharterVersion], day: date) -> None:
    """A charter has one set of numbers a day."""
    if any(version.in_force_from == day for version in versions):
        reason = Message("There is a version from {day} already. Change that one, or choose another day.", day=day)
        raise Refused(reason, field="in_force_from", clause="CN-8.1")


def refuse_second_override(overrides: Iterable[DayOverride], day: date) -> None:
    """A day is free or working, not both."""
    if any(override.day == day for override in overrides):
        raise Refused(Message("{day} is in the table already.", day=day), field="day")


def number_value(name: str, value: object) -> object:
    """A value that a number of a charter may have (None: not regulated), otherwise Refused at the number's name."""
    term = terms.TERMS[name]
    if value is None or (term.unit is terms.Unit.FLAG and isinstance(value, bool)):
        return value
    if term.unit is terms.Unit.CHOICE and value in term.choices:
        return value
    if term.unit is terms.Unit.SHARE and isinstance(value, dict) and _is_share(value):
        return value
    if _is_whole(value) and term.unit not in _NOT_WHOLE and term.least <= value <= term.most:  # type: ignore[operator]
        return value
    if term.unit in _NOT_WHOLE:
        raise Refused(Message("Choose one of the values in the list."), field=name)
    reason = Message("Write a whole number from {least} to {most}.", least=term.least, most=term.most)
    raise Refused(reason, field=name)


def sensible(charter: Charter) -> Charter:
    """The charter itself; Refused at the number where one contradicts another."""
    for name, number in charter.numbers.items():
        if name in terms.TERMS:
            number_value(name, number.value)
    least, exact = charter.whole("min_members"), charter.whole("exact_members")
    if least is not None and exact is not None and least > exact:
        raise Refused(Message("The exact number of members is below the least number."), field="exact_members")
    for group in charter.groups:
        _refuse_bad_group(group)
    _refuse_crowded(charter, exact)
    return charter


def with_value(charter: Charter, name: str, value: object) -> Charter:
    """The charter with one number changed and checked; clause and reading stay."""
    return sensible(charter.with_number(name, number_value(name, value)))


def unregulated() -> Charter:
    """A charter that sets nothing yet, with every number that the program understands."""
    return Charter(in_force_from=None, numbers={name: Number(None) for name in terms.TERMS})


def complete(charter: Charter) -> Charter:
    """The same charter with the numbers it does not set, in the order in which a charter is read."""
    known = {name: charter.number(name) for name in terms.TERMS}
    rest = {name: number for name, number in charter.numbers.items() if name not in known}
    return replace(charter, numbers={**known, **rest})


def letterhead(office: Office, language: str) -> tuple[str, ...]:
    """The lines under the name of the country: region, district, office; what is not recorded is left out."""
    kyrgyz = (office.region_ky, office.district_ky, office.name_ky)
    russian = (office.region_ru, office.district_ru, office.name_ru)
    return tuple(filter(None, russian if language == "ru" else kyrgyz))


def contact(office: Office) -> str:
    """Address and telephone in one line."""
    return ", ".join(filter(None, (office.address, office.phone)))


def missing_for_paper(office: Office | None) -> Sequence[Message]:
    """What the letterhead still lacks; empty when a paper can go out."""
    if office is None:
        return (Message("The office has no name yet."),)
    wanted = (
        (office.name_ky, Message("The name of the office is missing.")),
        (office.head_name, Message("The name of the head of the office is missing.")),
    )
    return tuple(said for value, said in wanted if not value)


_NOT_WHOLE = (terms.Unit.FLAG, terms.Unit.CHOICE, terms.Unit.SHARE)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_share(raw: dict[str, object]) -> bool:
    if set(raw) != {"numerator", "denominator", "strict"} or not isinstance(raw["strict"], bool):
        return False
    top, bottom = raw["numerator"], raw["denominator"]
    return _is_whole(top) and _is_whole(bottom) and 0 < top <= bottom <= 100  # type: ignore[operator]


def _refuse_bad_group(group: Group) -> None:
    if not group.code.strip():
        raise Refused(Message("Write what the group is called."), field="groups")
    if not 1 <= group.seats <= 99:
        raise Refused(Message("A group needs a whole number of persons from 1 to 99."), field="groups")


def _refuse_crowded(charter: Charter, exact: int | None) -> None:
    codes = [group.code for group in charter.groups]
    if len(set(codes)) < len(codes):
        raise Refused(Message("A group stands in the list twice."), field="groups")
    seats = sum(group.seats for group in charter.groups if group.exact)
    if exact is not None and seats > exact:
        reason = Message(
            "The groups together have {seats} seats, but the composition has {exact}.", seats=seats, exact=exact
        )
        raise Refused(reason, field="groups")


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Zl", "Zp")


def _too_long(length: int, longest: int) -> Message:
    return Message("This is too long: {length} letters, at most {longest} fit.", length=length, longest=longest)
