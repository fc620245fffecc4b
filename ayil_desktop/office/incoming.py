"""What in an exported file can no office hold about itself, its people and its charters?"""

from ayil_desktop.language.message import Message
from ayil_desktop.office import charters, rules
from ayil_desktop.office.records import CharterVersion, Office, Person, Setting
from ayil_desktop.office.settings import CHOICES
from ayil_desktop.refused import Refused
from ayil_desktop.transfer.incoming import Incoming


def check(incoming: Incoming) -> None:
    """Refused at the place of the first fault."""
    for second in incoming.all(Office)[1:]:
        incoming.refuse(second, "", Message("A file holds one office."))
    for person in incoming.all(Person):
        with incoming.at(person):
            rules.person_name(person.name)
            rules.phone(person.phone)
            if person.birth_year is not None:
                # As on the day on which it was entered: a file is read without a clock.
                rules.birth_year(str(person.birth_year), today=person.changed_at.date())
    for setting in incoming.all(Setting):
        if setting.name in CHOICES and setting.value not in CHOICES[setting.name]:
            incoming.refuse(setting, "value", Message("Choose one of the values in the list."))
    for version in incoming.all(CharterVersion):
        with incoming.at(version, "numbers"):
            _check_numbers(version)


def _check_numbers(version: CharterVersion) -> None:
    """Refused where the numbers of a charter are none: every screen of the office would stumble over them."""
    try:
        held = charters.from_json(None, version.numbers)
        rules.sensible(held)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Refused(Message("These are not the numbers of a charter.")) from error
