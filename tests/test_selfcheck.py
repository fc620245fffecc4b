"""The program can say of itself whether it works, also where nobody has Python."""

import os
import subprocess
import sys


def test_the_program_checks_itself_from_its_samples_to_its_last_document():
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    checked = subprocess.run(
        [sys.executable, "-m", "ayil_desktop", "--self-check"],
        capture_output=True,
        text=True,
        env=environment,
        timeout=150,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    assert "drew meetings in ru" in checked.stdout
    assert "printed minutes" in checked.stdout
