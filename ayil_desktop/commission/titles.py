"""As what does somebody of a body sign: Комиссиянын катчысы, Кеңештин төрагасы?"""

from datetime import date

from ayil_desktop.commission import rules
from ayil_desktop.commission.records import Body, Role
from ayil_desktop.language.message import Message
from ayil_desktop.office import terms

_OF_A_KIND = {
    ("комиссия", Role.CHAIRMAN): Message("Chairman of the commission"),
    ("кеңеш", Role.CHAIRMAN): Message("Chairman of the council"),
    ("комиссия", Role.SECRETARY): Message("Secretary of the commission"),
    ("кеңеш", Role.SECRETARY): Message("Secretary of the council"),
}


def signs_as(body: Body, role: Role, day: date) -> Message:
    """The last word of the body's Kyrgyz name says what it is; its signatures say so too."""
    name = rules.name_on(body.names, day)
    words = name.name_ky.split() if name else []
    return _OF_A_KIND.get((words[-1].lower() if words else "", role), terms.role_title(role.value))
