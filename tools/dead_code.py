"""Which code does nobody use?

usage: dead_code.py [PATH ...]     the paths of pyproject.toml; `ayil_desktop tools` shows what only the tests use

Vulture with the settings of pyproject.toml. Columns, members of enumerations and names that stand somewhere as a text
are read by their name (history, export, getattr), so they count as used. Exit status 1 where something is found.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).resolve().parent.parent
SURE_ENOUGH = 60  # per cent; below it vulture guesses


def read_by_name() -> Iterator[str]:
    """Names that are used without being called by them."""
    for path in ROOT.glob("ayil_desktop/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation).startswith("Mapped["):
                yield ast.unparse(node.target)
            elif isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(base) for base in node.bases):
                yield from (ast.unparse(line.targets[0]) for line in node.body if isinstance(line, ast.Assign))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
                yield node.value


def main(paths: list[str]) -> int:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["vulture"]
    search = Vulture(ignore_names=settings["ignore_names"], ignore_decorators=settings["ignore_decorators"])
    search.scavenge([str(ROOT / path) for path in paths or settings["paths"]])
    used = set(read_by_name())
    found = [item for item in search.get_unused_code(min_confidence=SURE_ENOUGH) if item.name not in used]
    ours = [item for item in found if is_ours(item.filename, item.first_lineno, item.typ)]
    for item in ours:
        print(f"{item.filename.relative_to(ROOT)}:{item.first_lineno}: nobody uses the {item.typ} {item.name}")
    return 1 if ours else 0


def is_ours(path: Path, line: int, kind: str) -> bool:
    """Tests only call; and what is set on something that is not `self` is a setting of somebody else's object."""
    if path.is_relative_to(ROOT / "tests"):
        return False
    return kind != "attribute" or "self." in path.read_text(encoding="utf-8").splitlines()[line - 1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
