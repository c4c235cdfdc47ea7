"""Who kills the tests leaves none of the portals, databases and servers that they started behind."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import unavailable
from tests.house.repository import ROOT
from tests.search.faults.portal_process import until
from tests.search.faults.test_kill import is_alive

STARTS_ANOTHER = """
import subprocess, time
from tests.leash import leashed
print(subprocess.Popen(leashed("sleep", "600")).pid, flush=True)
time.sleep(600)
"""


def test_what_tests_start_ends_when_they_are_killed() -> None:
    if shutil.which("setpriv") is None:
        unavailable("No setpriv is installed (apt-get install util-linux).")
    with subprocess.Popen(
        [sys.executable, "-c", STARTS_ANOTHER], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as tests:
        assert tests.stdout
        started = int(tests.stdout.readline())
        name = Path(f"/proc/{started}/comm")
        assert until(lambda: name.read_text().strip() == "sleep", 60), "the leash is on from here"
        tests.kill()
        assert until(lambda: not is_alive(started), 60)
