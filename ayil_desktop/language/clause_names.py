"""What is a clause called where people read? The command line and files call it by its id."""

import re

from ayil_desktop.language.message import Message

_ID = re.compile(r"(?P<source>[A-Z]{2})-(?P<resolution>R\.)?(?P<number>\d+(?:\.\d+)*)(?:\.[A-Z]\d+|[a-z])?")
"""CN-5.3.1, CN-R.2 (of the resolution itself), CN-7.5a and ST-8.F1: the source has 7.5 and 8, the rest is our own."""


def named(clause: str) -> Message | str:
    """«Жобо, 5.3.1» for CN-5.3.1; what an office wrote into its own charter stands as it is."""
    found = _ID.fullmatch(clause)
    if found is None:
        return clause
    number = found["number"]
    if found["resolution"]:
        return Message("Resolution, {clause}", clause=number)
    match found["source"]:
        case "CN":
            return Message("Regulation, {clause}", clause=number)
        case "ST":
            return Message("Strategy, {clause}", clause=number)
        case "SD":
            return Message("Regulation on the list of services, {clause}", clause=number)
        case "OS":
            return Message("Regulation on monitoring, {clause}", clause=number)
        case "NC":
            return Message("Naryn council, {clause}", clause=number)
    return clause


def numbered(clause: str) -> Message | str:
    """«5.3.1-пункт»: within a list that is all of one regulation."""
    found = _ID.fullmatch(clause)
    return Message("item {clause}", clause=found["number"]) if found else clause
