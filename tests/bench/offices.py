"""The offices that are measured, made in a process of their own: offices.py ten_years|plan|floor TARGET [COUNT]

Whoever measures must not have Qt in memory itself: its pages would be shared with the measured process and count half.
"""

import json
import sys
from pathlib import Path

from tests.bench import large_plan, ten_years


def main(kind: str, target: str, count: str = "0") -> None:
    """Make one; what is in it is told as JSON."""
    told = None
    if kind == "ten_years":
        told = ten_years.make(Path(target))
    elif kind == "plan":
        large_plan.make(Path(target), int(count))
    else:
        large_plan.make_floor(Path(target), int(count))
    sys.stdout.write(json.dumps({"told": told}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
