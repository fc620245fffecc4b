"""What happens to an office whose program is killed at any moment? The torture asks the same with larger numbers."""

import collections
import contextlib
import random
import time

from ayil_desktop.store import backup, check
from tests.store import office
from tests.store import records as kept


def survive(folder, kills, chance=None):
    """Kill a writer so many times; the numbers of the changes that were acknowledged and are there."""
    chance = chance or random.Random(9)
    acknowledged, first = [], 1
    for _ in range(kills):
        acknowledged += _write_until_killed(folder, first, chance)
        first = max(acknowledged) + 2
        acknowledged = require_whole(folder, acknowledged)
    return acknowledged


def _write_until_killed(folder, first, chance, *how):
    writer = office.start("busy_writer", folder, first, *how)
    said = writer.stdout.readline()  # it has started to change
    time.sleep(chance.random() * 0.15)  # the moment of the kill is the matter itself
    writer.kill()
    said += writer.communicate(timeout=30)[0]
    return [int(line) for line in said.split("\n")[:-1]]


def torn_without_work(folder, kills):
    """The control: how many changes are kept by half when each record is a change of its own."""
    chance, first = random.Random(9), 1
    for _ in range(kills):
        first = max(_write_until_killed(folder, first, chance, "torn")) + 2
    with office.raw(folder, "write") as opened:  # the last kill may have left a change to roll back
        return opened.execute(
            "SELECT count(*) FROM (SELECT name FROM member GROUP BY name HAVING count(*) < 3)"
        ).fetchone()[0]


def require_whole(folder, acknowledged):
    """Returns what is there of what was acknowledged: all but, perhaps, a step that was just being undone."""
    with contextlib.closing(office.reopen(folder)):
        assert check.check(folder, records=kept.RECORDS) == []
    with office.raw(folder) as opened:
        found = collections.Counter(int(name) for (name,) in opened.execute("SELECT name FROM member"))
        noted = opened.execute("SELECT count(DISTINCT row_id) FROM journal_change").fetchone()[0]
    missing = [number for number in acknowledged if number not in found]
    # between undoing and doing again the last acknowledged step may rightly be away
    assert not missing or (missing == acknowledged[-1:] and missing[0] % 5 == 0), missing
    assert set(found.values()) <= {3}, "a change was kept by half"
    assert noted >= sum(found.values())
    assert all(backup.is_whole(folder, one) for one in backup.backups(folder))
    return [number for number in acknowledged if number in found]
