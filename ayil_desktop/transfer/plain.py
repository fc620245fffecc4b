"""How is a value of a record written as plainly as JSON allows? `incoming.typed` reads it again."""

import datetime
import enum
from typing import Any


def value(kept: Any) -> Any:
    """Dates and times in ISO 8601, instants in UTC."""
    if isinstance(kept, enum.Enum):
        return kept.value
    if isinstance(kept, datetime.datetime):
        return kept.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
    if isinstance(kept, datetime.date | datetime.time):
        return kept.isoformat()
    return kept
