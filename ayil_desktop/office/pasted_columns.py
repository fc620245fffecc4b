"""What holds of the columns of any block that is pasted from Word or Excel?"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

Meaning = TypeVar("Meaning", bound=StrEnum)


def once(columns: Sequence[Meaning], nothing: Meaning) -> tuple[Meaning, ...]:
    """A second column of the same meaning holds nothing: a person has one name, an activity one deadline."""
    return tuple(column if column not in columns[:place] else nothing for place, column in enumerate(columns))
