"""Faults in full numbers: `python -m tests.torture [part]`, a part being a fraction such as 0.1 for a quick look.

Each suite has a control in which a protection is missing and which must find faults: a suite whose control finds none
proves nothing. Prints a table; ends with 1 where a fault was found, or none in a control.
"""

import sys
import tempfile
import time
from pathlib import Path

from ayil_desktop.language import catalogue
from tests.store import kills, office
from tests.torture import damage, full_disks, power_cuts

LINE = "{:<34}{:>8}{:>8}{:>10}{:>8}   {}"


def main(part):
    catalogue.use("en")
    print(LINE.format("suite", "trials", "faults", "control", "s", ""))
    wrong = 0
    for suite in (killed, cut, cut_restoring, flipped, stale, zeroed, full):
        with tempfile.TemporaryDirectory() as place:
            began = time.monotonic()
            trials, faults, control, remark = suite(Path(place), part)
            print(
                LINE.format(suite.__doc__, trials, faults, control, round(time.monotonic() - began), remark), flush=True
            )
            wrong += bool(faults) or control in (0, "0 %")
    return int(bool(wrong))


def killed(place, part):
    """kill at any moment"""
    times = int(1000 * part) or 1
    office.create(place / "X.ayil").close()
    faults, remark = 0, ""
    try:
        kills.survive(place / "X.ayil", times)
    except AssertionError as fault:
        faults, remark = 1, str(fault)[:60]
    office.create(place / "control.ayil").close()
    torn = kills.torn_without_work(place / "control.ayil", 10)
    return times, faults, torn, remark


def cut(place, part):
    """power cut at any moment"""
    if not power_cuts.is_possible():
        return 0, 0, "-", "needs Linux and a C compiler"
    times = int(10_000 * part) or 1
    with power_cuts.workshop(place) as workshop:
        faults = power_cuts.survive_changes(workshop, times)
    with power_cuts.workshop(place) as workshop:
        control = power_cuts.survive_changes(workshop, 200, "careless")
    return times, sum(faults.values()), f"{sum(control.values()) // 2} %", faults or ""


def cut_restoring(place, part):
    """power cut in a restoring"""
    if not power_cuts.is_possible():
        return 0, 0, "-", "needs Linux and a C compiler"
    times = int(2000 * part) or 1
    with power_cuts.workshop(place) as workshop:
        states = power_cuts.survive_restoring(workshop, times)
    faults = sum(count for state, count in states.items() if state not in power_cuts.RIGHT_AFTER_RESTORING)
    return times, faults, "-", dict(states)


def flipped(place, part):
    """one bit flipped"""
    damage.filled(place / "X.ayil")
    flips = damage.flips(int(1000 * part) or 1)
    tried, unnoticed = damage.missed(place / "X.ayil", flips, damage.is_noticed_after_a_kill)
    return tried, unnoticed, damage.missed_by_plain_sqlite(place, 100), "control: plain SQLite, of 100"


def stale(place, part):
    """an old page put back"""
    folder = place / "X.ayil"
    half_way = damage.filled(folder)
    tried, unnoticed = damage.missed(folder, damage.stale_pages(folder, half_way))
    _, control = damage.missed(folder, damage.stale_pages(folder, half_way), damage.is_noticed_by_pages_alone)
    return tried, unnoticed, control, "control: without the hash of the last close"


def zeroed(place, part):
    """a page of zeroes"""
    folder = place / "X.ayil"
    damage.filled(folder)
    tried, unnoticed = damage.missed(folder, damage.zeroed_pages(folder))
    _, control = damage.missed(folder, damage.zeroed_pages(folder), lambda _: False)
    return tried, unnoticed, control, "control: without any check"


def full(place, part):
    """disk full at every page"""
    pages = int(100 * part) or 1
    told, lost = full_disks.survive(place, pages)
    return pages, len(lost), told, "control: how often it was full"


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
