"""What does the first tab read: which bodies are there, and who sits on the one in hand?"""

from ayil_desktop.store.selection import Selection

BODIES = Selection("Body", order=("position", "created_at"), loads=("names.order", "charter.versions"))
"""All bodies with their names and charter versions, in the office's order."""

MEMBERSHIPS = Selection(
    "Membership",
    by="body_id",
    order=("place", "starts"),
    loads=("person", "appointing_order", "discharging_order", "marks"),
)
"""Every seat of a body that ever was, with person, orders and marks, in the order of the list."""
