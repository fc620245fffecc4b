"""Which clauses of the regulations are carried out by a test?

`@pytest.mark.clause("CN-7.3")` stands on a test that does what the clause's check says, not on one that names it.
"""

import ast
import json
import sys
from pathlib import Path

from ayil_desktop import shipped

TESTS = Path(__file__).parent
BINDING = ("error", "violation")
OF_ROSTER_AND_MEETINGS = frozenset(
    "CN-0.5 CN-0.6 CN-0.7 CN-R.1 CN-R.2 CN-1.2 CN-3.1.6 CN-3.1.8 CN-4.1.1 CN-4.1.3 CN-4.1.4 CN-5.4.2 CN-5.4.3 CN-5.4.4 "
    "CN-5.4.7 CN-5.6.3 CN-5.6.4 CN-5.6.5 CN-5.6.6a CN-5.7.1 CN-5.7.2 CN-5.7.3 CN-5.7.6a CN-5.7.7 CN-7.2".split()
)
"""Clauses of the level "record" that speak of the roster and of meetings."""

OF_THE_STRATEGY = frozenset(
    "ST-R.1 ST-R.2 ST-R.3 ST-4.1 ST-4.2 ST-7.0 ST-7.1 ST-7.6 "
    "ST-8.F0 ST-8.F1 ST-8.F2 ST-8.F3 ST-8.F4 ST-8.M1 ST-8.M3".split()
)
"""What the strategy's records, figures and warnings carry out."""


def clauses():
    """Id and level of every clause; those of the other sources have no level."""
    raw = json.loads(shipped.resource("clauses.json").read_text(encoding="utf-8"))
    return {one["id"]: one.get("level") for one in raw["clauses"]}


def carried_out():
    """The ids on the markers of all tests."""
    found = set()
    for file in TESTS.rglob("test_*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.clause":
                found.update(argument.value for argument in node.args if isinstance(argument, ast.Constant))
    return found


def test_every_marker_names_a_clause():
    assert carried_out() <= set(clauses())


def test_every_binding_clause_of_the_commission_is_carried_out():
    binding = {one for one, level in clauses().items() if one.startswith("CN-") and level in BINDING}
    assert sorted((binding | OF_ROSTER_AND_MEETINGS) - carried_out()) == []


def test_every_clause_that_the_strategy_keeps_is_carried_out():
    assert sorted(OF_THE_STRATEGY - carried_out()) == []


def test_the_rest_is_told(capsys):
    wanted = {one for one, level in clauses().items() if level != "declarative"}
    covered = wanted & carried_out()
    with capsys.disabled():
        sys.stdout.write(f"\nclauses covered: {len(covered)} of {len(wanted)}\n")
        sys.stdout.write(f"not yet: {' '.join(sorted(wanted - covered))}\n")
    assert len(covered) >= 60
