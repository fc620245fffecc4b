"""Which key gives which vote, whatever layout of the keyboard is on?"""

from collections.abc import Mapping

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings.choices import VOTE_NAMES, Vote

LETTERS = {
    Vote.FOR: InContext("vote key", "F"),
    Vote.AGAINST: InContext("vote key", "A"),
    Vote.ABSTAINED: InContext("vote key", "O"),
}
"""The letter that stands for a vote on the screen: М К Т of макул, каршы, калыс."""

# М К Т as letters; the keys that bear them on a Latin layout (v r n); Latin M K T, and what these keys type on a
# Cyrillic layout (ь л е). Nobody has to look which layout is on.
_KEYS: Mapping[Vote, str] = {Vote.FOR: "1мmvь", Vote.AGAINST: "2кkrл", Vote.ABSTAINED: "3тtnе"}


def vote_of(typed: str) -> Vote | None:
    """The vote that a typed letter or digit means; None where it means none."""
    wanted = typed.lower()
    if not wanted:
        return None
    for vote, keys in _KEYS.items():
        if wanted in keys or wanted == str(LETTERS[vote]).lower():
            return vote
    return None


def legend() -> Message:
    """The keys and what they mean, in one line."""
    return Message(
        "1 {for_letter} – {in_favour} · 2 {against_letter} – {against} · 3 {abstained_letter} – {abstained}",
        for_letter=LETTERS[Vote.FOR],
        in_favour=VOTE_NAMES[Vote.FOR],
        against_letter=LETTERS[Vote.AGAINST],
        against=VOTE_NAMES[Vote.AGAINST],
        abstained_letter=LETTERS[Vote.ABSTAINED],
        abstained=VOTE_NAMES[Vote.ABSTAINED],
    )
