"""What may an office choose that no regulation decides, and what holds until it chooses?"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal, cast, get_args

DocumentLanguage = Literal["ky", "ru"]
SignatureNames = Literal["initials", "full"]
MeetingNumber = Literal["plain", "with_year"]
NumberSeries = Literal["one", "by_kind"]

CHOICES: Mapping[str, tuple[str, ...]] = {
    "document_language": get_args(DocumentLanguage),
    "signature_names": get_args(SignatureNames),
    "meeting_number": get_args(MeetingNumber),
    "number_series": get_args(NumberSeries),
}
"""Every setting with the values it may have, the default first."""


@dataclass(frozen=True)
class Settings:
    """The office's choices; numbers of a regulation are in its charter, not here."""

    document_language: DocumentLanguage = "ky"
    """The language that a document is offered in first."""
    signature_names: SignatureNames = "initials"
    """How names stand beside a signature: Т.Сыдыкбеков as in CN-0.5, or as recorded."""
    meeting_number: MeetingNumber = "plain"
    """№3 or №3/2019."""
    number_series: NumberSeries = "one"
    """All meetings of a year are counted together, or the extraordinary ones apart."""


def read(kept: Mapping[str, object]) -> Settings:
    """The settings out of `office.records.settings`; what is not one of the choices is left at its default."""
    good = {name: value for name, value in kept.items() if value in CHOICES.get(name, ())}
    return Settings(**cast(dict[str, DocumentLanguage], good))  # type: ignore[arg-type]  # checked above


def default(name: str) -> object:
    """What holds where the office has chosen nothing."""
    return next(field.default for field in fields(Settings) if field.name == name)


def numbered(settings: Settings, number: int, year: int) -> str:
    """The number of a meeting as the office writes it: "3" or "3/2019"."""
    return f"{number}/{year}" if settings.meeting_number == "with_year" else str(number)
