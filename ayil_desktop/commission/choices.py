"""Which values can be recorded of a member of a body?"""

from enum import StrEnum


class Role(StrEnum):
    """What a member is in the body (CN-5.1b); all of them count as members (R-1)."""

    CHAIRMAN = "chairman"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    MEMBER = "member"


OTHER = "other"
"""The category of a member who fits none of a charter's groups; its own words stand beside it."""
