"""How fast and how light is it, against a floor measured in the same run? python -m tests.bench

Nothing fails here: the table is read. Ratios are what counts; seconds differ between machines. Every figure is the
median of several runs, ours and the floor's in turn.
"""

import compileall
import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RUNS, CHART_RUNS = 5, 3
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
    # As it is installed: some machines are told to keep no compiled modules, and would compile at each start.
    compileall.compile_dir(HERE.parents[1] / "ayil_desktop", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "ten-years.ayil"
        told = run("offices", "ten_years", str(office))["told"]
        sys.stdout.write(f"an office of ten years: {told}\n")
        for part in (start_up, memory, acts, screens, paper, strategy, chart, large_plan):
            for line in part(office):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()


def run(module: str, *words: str) -> dict[str, Any]:
    """One process that prints one JSON object as its last line."""
    finished = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *words],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE.parents[1],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    found: dict[str, Any] = json.loads(finished.stdout.strip().splitlines()[-1])
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
    at_once = [run("our_window", str(office), "at-once") for _ in range(CHART_RUNS)]
    return [
        Line("first frame", median(ours, "first_frame"), floor, "ms", "<= 1.3 x"),
        Line("usable, first tab of ten years filled", median(ours, "usable"), floor, "ms", "<= 4 x"),
        Line("the same in processor time", median(ours, "worked"), median(floors, "worked"), "ms", "on a busy machine"),
        Line("longest stall of the screen meanwhile", median(ours, "stall"), 0, "ms", "<= 50 ms"),
        Line("the same while the rest is loaded", median(ours, "stall_later"), 0, "ms", "<= 50 ms"),
        Line("a change made that very moment waits for", median(at_once, "waited"), 0, "ms", ""),
    ]


def memory(office: Path) -> list[Line]:
    """Memory of the idle window (PSS) before any printing, alone on the machine: nobody else has Qt in memory."""
    floors = [run("empty_window") for _ in range(CHART_RUNS)]
    ours = [run("our_window", str(office)) for _ in range(CHART_RUNS)]
    return [Line("idle memory", median(ours, "pss"), median(floors, "pss"), "MiB", "<= 2.5 x")]


def acts(office: Path) -> list[Line]:
    """Opening a meeting, voting, undoing, in the store alone and on the screen; a table of 5,000 rows."""
    found, seen = run("acts", str(office)), run("on_screen", str(office))
    return [
        Line("open a meeting", found["open_meeting"], 0, "ms", "< 50 ms"),
        Line("record a vote, commit included", found["vote"], found["commit"], "ms", "< 50 ms besides the commit"),
        Line("undo it, commit included", found["undo"], found["commit"], "ms", "< 50 ms besides the commit"),
        Line("on the screen: open a meeting", seen["open"], 0, "ms", "< 50 ms"),
        Line(
            "on the screen: a vote, commit included", seen["vote"], seen["commit"], "ms", "< 50 ms besides the commit"
        ),
        Line(
            "on the screen: undo it, commit included", seen["undo"], seen["commit"], "ms", "< 50 ms besides the commit"
        ),
        Line("commits per vote, on the screen", seen["commits"], 0, "", "1"),
        Line("first page of 5,000 rows, sorted and filtered", found["table"], 0, "ms", "< 10 ms"),
    ]


def screens(office: Path) -> list[Line]:
    """The longest standstill of the window when the user goes from screen to screen."""
    found = [run("screens", str(office)) for _ in range(RUNS)]
    lines = []
    for what in found[0]:
        is_whole = what.startswith("settled, ")
        words = what.replace("settled,", "all the work of the") if is_whole else f"standstill, {what}"
        lines.append(Line(words, median(found, what), 0, "ms", "" if is_whole else "<= 50 ms"))
    return lines


def paper(office: Path) -> list[Line]:
    """The program's own minutes as PDF against as many pages of reportlab's canvas, and its long action plans."""
    found = run("paper")
    return [
        Line("minutes, 20 items and 11 members, to PDF", found["minutes"], found["canvas"], "ms", "<= 1.5 x"),
        Line("plan of 6,000 rows against 600", found["rows_6000"], found["rows_600"], "ms", "<= 11 x"),
    ]


def strategy(office: Path) -> list[Line]:
    """The whole strategy of Chet-Nura as PDF against a table of reportlab with as many pages."""
    found = run("strategy_paper")
    return [Line(f"strategy, {found['pages']:.0f} pages, to PDF", found["ours"], found["floor"], "ms", "<= 1.5 x")]


def chart(office: Path) -> list[Line]:
    """The chart of a plan: first paint, frames, memory, against a bare painted view of the same tasks."""
    smalls, larges, sizes = [], [], []
    for _ in range(CHART_RUNS):
        smalls.append(run("chart", "2000"))
        larges.append(run("chart", "20000"))
        sizes.append(run("chart", "2000", "20000"))
    found = [
        Line(
            "chart of 2,000 rows, first paint", median(smalls, "first"), median(smalls, "floor_first"), "ms", "<= 2 x"
        ),
        Line(
            "chart of 20,000 rows, first paint", median(larges, "first"), median(larges, "floor_first"), "ms", "<= 2 x"
        ),
        Line("the same against 2,000 rows", median(sizes, "many"), median(sizes, "few"), "ms", "<= 1.3 x"),
    ]
    for rows, measured in (("2,000", smalls), ("20,000", larges)):
        for act in ("scroll", "zoom", "drag"):
            ours, floor = median(measured, act), median(measured, f"floor_{act}")
            found.append(Line(f"chart of {rows} rows, frame: {act}", ours, floor, "ms", "<= 3 x"))
            p95 = median(measured, f"{act}_p95")
            found.append(Line(f"chart of {rows} rows, 95 of 100 frames: {act}", p95, 0, "ms", "< 16 ms"))
    added = [run("chart", "10000", who)["added"] for who in ("ours", "floor")]
    found.append(Line("chart of 10,000 rows, memory over the floor", added[0] - added[1], 0, "MiB", "<= 15 MiB"))
    return found


def large_plan(office: Path) -> list[Line]:
    """A plan of 10,000 activities, from its office to the drawn chart: from the start of the process and of reading."""
    folder = office.parent
    run("offices", "plan", str(folder / "large.ayil"), "10000")
    run("offices", "floor", str(folder / "floor.db"), "10000")
    floors = [run("chart_from_office", str(folder), "floor") for _ in range(CHART_RUNS)]
    ours = [run("chart_from_office", str(folder), "ours") for _ in range(CHART_RUNS)]
    run("offices", "plan", str(folder / "plan.ayil"), "2000")
    edits = [run("plan_edit", str(folder / f"{name}.ayil"))["edit"] for name in ("plan", "large")]
    return [
        Line("a bar moved in 2,000 activities, act to frame", edits[0], 0, "ms", "< 50 ms"),
        Line("the same in 10,000 activities", edits[1], 0, "ms", ""),
        *(
            Line(
                f"10,000 activities to a drawn chart, {words}", median(ours, key), median(floors, key), "ms", "<= 2.5 x"
            )
            for key, words in (("whole", "from the start"), ("from_file", "from the file"))
        ),
        Line("the same until the whole plan can be used", median(ours, "settled"), median(floors, "whole"), "ms", ""),
    ]


if __name__ == "__main__":
    main()
