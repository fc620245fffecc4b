"""The program can say of itself whether it works, also where nobody has Python."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ayil_desktop import selfcheck
from ayil_desktop.printing import docx, pdf
from ayil_desktop.printing.document import Document, Paragraph, Title

ROOT = Path(__file__).parents[1]


def test_the_program_checks_itself_from_its_samples_to_its_last_document():
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    checked = subprocess.run(
        [sys.executable, "-m", "ayil_desktop", "--self-check"],
        capture_output=True,
        text=True,
        env=environment,
        timeout=600,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    assert "drew meetings in ru" in checked.stdout
    assert "printed minutes" in checked.stdout


@pytest.mark.parametrize("render", [pdf.render, docx.render], ids=["pdf", "docx"])
def test_an_empty_page_is_no_printed_document(tmp_path, render):
    paper = tmp_path / f"x.{'pdf' if render is pdf.render else 'docx'}"
    for blocks, has in (((), False), ((Title("Отурумдун протоколу"), Paragraph("Кворум бар.")), True)):
        paper.write_bytes(render(Document(title="Протокол", language="ky", blocks=blocks)))
        assert selfcheck.has_writing(paper) is has


def test_every_module_that_is_named_as_text_is_frozen_with_the_program():
    """What no import names, PyInstaller does not find by itself."""
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in (ROOT / "ayil_desktop").rglob("*.py")}
    named, imported = set(), set()
    for path in (ROOT / "ayil_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in modules:
                named.add(node.value)
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    assert "ayil_desktop.commission.tab" in named
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    assert {module for module in named - imported if f'"{module}"' not in spec} == set()
