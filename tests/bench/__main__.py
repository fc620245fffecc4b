"""How fast and how light is it, against a floor measured in the same run? python -m tests.bench

Nothing fails here: the table is read. Ratios are what counts; seconds differ between machines. Every figure is the
median of several runs, ours and the floor's in turn.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench import ten_years

RUNS = 5
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Line:
    """One figure: ours, the floor's, and the ratio that the office's old PC asks for."""

    what: str
    ours: float
    floor: float
    unit: str
    goal: str

    def __str__(self) -> str:
        ratio = f"{self.ours / self.floor:6.2f} x" if self.floor else "        "
        return f"{self.what:<52} {self.ours:9.2f} {self.unit:<4} floor {self.floor:9.2f}  {ratio}   goal {self.goal}"


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "ten-years.ayil"
        told = ten_years.make(office)
        sys.stdout.write(f"an office of ten years: {told}\n")
        for part in (start_up, memory, acts, screens, paper, chart):
            for line in part(office):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()


def run(module: str, *words: str) -> dict[str, float]:
    """One process that prints one JSON object as its last line."""
    finished = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *words],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE.parents[1],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    found: dict[str, float] = json.loads(finished.stdout.strip().splitlines()[-1])
    return found


def median(found: list[dict[str, float]], key: str) -> float:
    return statistics.median(one[key] for one in found)


def start_up(office: Path) -> list[Line]:
    """First frame and usable window against an empty QMainWindow, each in a process of its own, in turn."""
    floors, ours = [], []
    for _ in range(RUNS):
        floors.append(run("empty_window"))
        ours.append(run("our_window", str(office)))
    floor = median(floors, "first_frame")
    return [
        Line("first frame", median(ours, "first_frame"), floor, "ms", "<= 1.3 x"),
        Line("usable, first tab of ten years filled", median(ours, "usable"), floor, "ms", "<= 4 x"),
        Line("longest stall of the screen meanwhile", median(ours, "stall"), 0, "ms", "<= 50 ms"),
    ]


def memory(office: Path) -> list[Line]:
    """Memory of the idle window (PSS) before any printing."""
    floor, ours = run("empty_window"), run("our_window", str(office))
    return [Line("idle memory", ours["pss"], floor["pss"], "MiB", "<= 2.5 x")]


def acts(office: Path) -> list[Line]:
    """Opening a meeting, voting, undoing; a table of 5,000 rows."""
    found = run("acts", str(office))
    return [
        Line("open a meeting", found["open_meeting"], 0, "ms", "< 50 ms"),
        Line("record a vote, commit included", found["vote"], found["commit"], "ms", "< 50 ms besides the commit"),
        Line("undo it, commit included", found["undo"], found["commit"], "ms", "< 50 ms besides the commit"),
        Line("commits per vote", found["commits"], 0, "", "1"),
        Line("first page of 5,000 rows, sorted and filtered", found["table"], 0, "ms", "< 10 ms"),
    ]


def screens(office: Path) -> list[Line]:
    """The longest standstill of the window when the user goes from screen to screen."""
    found = [run("screens", str(office)) for _ in range(RUNS)]
    return [Line(f"standstill, {what}", median(found, what), 0, "ms", "<= 50 ms") for what in found[0]]


def paper(office: Path) -> list[Line]:
    """Minutes and long tables as PDF against the canvas of reportlab with the same lines."""
    found = run("paper")
    return [
        Line("minutes, 20 items and 11 members, to PDF", found["minutes"], found["canvas"], "ms", "<= 1.5 x"),
        Line("plan of 6,000 rows against 600", found["rows_6000"], found["rows_600"], "ms", "<= 11 x"),
    ]


def chart(office: Path) -> list[Line]:
    """The chart of a plan: first paint and frames at 2,000 and 20,000 rows."""
    small, large = run("chart", "2000"), run("chart", "20000")
    return [
        Line("chart of 2,000 rows, first paint", small["first"], small["floor_first"], "ms", "<= 2 x"),
        Line("chart of 20,000 rows against 2,000, first paint", large["first"], small["first"], "ms", "<= 1.3 x"),
        Line("chart of 20,000 rows, frame while scrolling", large["frame"], large["floor_frame"], "ms", "<= 3 x"),
        Line("chart of 20,000 rows, 95 of 100 frames", large["p95"], 0, "ms", "< 16 ms"),
    ]


if __name__ == "__main__":
    main()
