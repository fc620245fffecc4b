"""What do all papers of the office share: its letterhead, its head's signature, the mark of a practice office?"""

import datetime

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.office import rules
from ayil_desktop.office.records import Office
from ayil_desktop.office.settings import Settings
from ayil_desktop.printing.document import Column, Letterhead, Paragraph, Signature, Table

COUNTRY = Message("Kyrgyz Republic")
HEAD = Message("Head of the ayil okmotu")


def letterhead(office: Office | None) -> Letterhead:
    """Kyrgyz at the left, Russian at the right; a line that is not recorded is left out."""
    own = office or Office()
    return Letterhead(
        kyrgyz=(COUNTRY.into("ky"), *rules.letterhead(own, "ky")),
        russian=(COUNTRY.into("ru"), *rules.letterhead(own, "ru")),
        contact=rules.contact(own),
    )


def own_corner(office: Office | None, language: str, mark: str = "") -> Table:
    """Where a lying sheet has no room for the letterhead: region, district, office and village in the left corner, and
    in the right one by what the sheet was approved."""
    own = (*rules.letterhead(office or Office(), language), place(office, language))
    columns = (Column(weight=0.54), Column(weight=0.46))
    return Table(columns, (("\n".join(filter(None, own)), mark),), grid=False)


def as_of(day: datetime.date, language: str) -> Paragraph:
    """The day for which a paper says how things stand."""
    told = Message("As of {day}", day=wording.date_to(day, language)).into(language)
    return Paragraph(told, align="center", indent=False, keep_with_next=True)


def territory(office: Office | None, language: str) -> tuple[str, ...]:
    """Country, region, district and aimak: one below the other on a title page; the office where no aimak is known."""
    *above, own = ("", *rules.letterhead(office or Office(), language))
    aimak = "" if office is None else office.aimak_ru if language == "ru" else office.aimak_ky
    return tuple(filter(None, (COUNTRY.into(language), *above, aimak or own)))


def footer(office: Office | None, language: str) -> str:
    """At the foot of every page of a practice office: nobody shall take it for a real one."""
    if office is None or not office.is_practice:
        return ""
    return Message("Practice office: the people and their decisions are made up.").into(language)


def signed_name(name: str, settings: Settings) -> str:
    """The name beside a signature as the office wants it: А.Мусурканов (CN-0.5), or as recorded."""
    return name if settings.signature_names == "full" else wording.initials(name)


def head_signature(office: Office | None, language: str, settings: Settings) -> Signature:
    """The head of the office, position at the left, name at the right; a line to write on where he is not recorded."""
    if office is None:
        return Signature(HEAD.into(language), "")
    position = office.head_position_ru if language == "ru" else office.head_position_ky
    return Signature(position or HEAD.into(language), signed_name(office.head_name, settings))


def place(office: Office | None, language: str) -> str:
    """The village in which the office's papers are signed."""
    if office is None:
        return ""
    return (language == "ru" and office.place_ru) or office.place_ky
