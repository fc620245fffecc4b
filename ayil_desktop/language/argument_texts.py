"""What does Python's own reader of arguments say in the user's language: usage, headings of the help, misuse?

argparse asks gettext for its texts; here it is given our catalogue instead. A text that is not listed stays English.
"""

import argparse

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Counted, Message

ALL = (
    Message("usage: "),
    Message("%(prog)s: error: %(message)s\n"),
    Message("positional arguments"),
    Message("options"),
    Message("show this help message and exit"),
    Message("argument %(argument_name)s: %(message)s"),
    Message("the following arguments are required: %s"),
    Message("unrecognized arguments: %s"),
    Message("invalid choice: %(value)r (choose from %(choices)s)"),
    Message("invalid %(type)s value: %(value)r"),
    Message("expected one argument"),
    Message("expected at most one argument"),
    Message("expected at least one argument"),
    Counted("expected %s argument", "expected %s arguments", 2),
    Message("ambiguous option: %(option)s could match %(matches)s"),
    Message("ignored explicit argument %r"),
    Message("not allowed with argument %s"),
)


def speak() -> None:
    """From now on argparse says everything in the language of the screen."""
    vars(argparse).update(_=catalogue.text, ngettext=catalogue.plural)
