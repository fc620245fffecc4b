"""What is asked of the office, said once for the mapper and for whoever reads without it?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """The records of one class in the order of some columns, with what hangs on them, each as a path of relationships
    ("names.order"). They may be asked for by their value in the column `by`."""

    record: str
    by: str = ""
    order: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
