"""Under which names were minutes sealed, whatever is recorded of these people since?"""

import datetime
import json
from collections.abc import Mapping, Sequence
from typing import Any

from ayil_desktop.commission import rules as commission_rules
from ayil_desktop.commission.records import Body
from ayil_desktop.language import catalogue
from ayil_desktop.meetings import signing
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.signing import Signatory
from ayil_desktop.office.clauses import Texts
from ayil_desktop.office.records import Office, Person


def signatures(lines: Sequence[Signatory]) -> list[dict[str, Any]]:
    """Who signs, as the seal keeps it: the name, and the capacity in every language of the paper."""
    return [
        {"name": one.name, "titles": {language: one.title.into(language) for language in catalogue.LANGUAGES}}
        for one in lines
    ]


def head(body: Body, office: Office | None, on: datetime.date) -> dict[str, dict[str, str]]:
    """The name of the body and the village of the office, as the head of the minutes has them in every language."""
    name = commission_rules.name_on(body.names, on)
    return {
        "body": {"ky": name.name_ky, "ru": name.name_ru} if name else {},
        "place": {"ky": office.place_ky, "ru": office.place_ru} if office else {},
    }


def in_head(meeting: Meeting, part: str, language: str) -> str | None:
    """What the head of sealed minutes says of the `body` or of the `place`; None where no head is sealed with them."""
    kept = _kept(meeting).get("head")
    told = kept.get(part) if isinstance(kept, dict) else None
    if not isinstance(told, dict) or not told:
        return None
    return str((language == "ru" and told.get("ru")) or told.get("ky", ""))


def signatories(meeting: Meeting, found: Day) -> tuple[Signatory, ...]:
    """Who signed; of minutes that are not sealed who is to sign."""
    try:
        kept = [Signatory(Texts(**one["titles"]), str(one["name"])) for one in _kept(meeting).get("signatures", ())]
    except (KeyError, TypeError):
        kept = []
    return tuple(kept) or signing.of_minutes(meeting, found)


def name_of(meeting: Meeting, person: Person) -> str:
    """The name that a person had when the minutes were sealed, today's where they are not."""
    people = _kept(meeting).get("people")
    return str(people.get(person.id, person.name)) if isinstance(people, dict) else person.name


def _kept(meeting: Meeting) -> Mapping[str, Any]:
    """What was sealed; nothing where it cannot be read, which the check of the office tells."""
    try:
        kept = json.loads(meeting.seal.content) if meeting.seal is not None else {}
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}
