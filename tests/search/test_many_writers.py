"""Several server processes publish at the same moment, on SQLite: all is saved and all is found."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.leash import leashed

PROCESSES = 4
ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("each", [10, pytest.param(250, marks=pytest.mark.slow)])
def test_all_that_is_published_at_once_is_found(tmp_path: Path, tables: Path | None, each: int) -> None:
    environment = {
        **os.environ,
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "DATABASE_URL": "",
        "LOG_LEVEL": "WARNING",
    }
    if tables:
        shutil.copyfile(tables, tmp_path / "portal.sqlite3")
    else:
        run(environment, "manage.py", "migrate", "--verbosity=0")
    run(environment, "-m", "tests.search.publishing_process", "eerst", "1")
    writers = [
        subprocess.Popen(
            leashed(sys.executable, "-m", "tests.search.publishing_process", name, str(each)),
            env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True,
        )
        for name in "abcd"[:PROCESSES]
    ]  # fmt: skip
    for writer in writers:
        _, errors = writer.communicate(timeout=1800)
        assert writer.returncode == 0, errors
    drift = run(environment, "manage.py", "search_index", "verify", "--no-heal")
    assert drift.strip() == "Missing 0, different 0, superfluous 0."
    answer = json.loads(run(environment, "manage.py", "search_practices", "voorbeeld", "--json"))
    assert answer["total"] == PROCESSES * each + 1
    run(environment, "manage.py", "search_index", "sync")  # for want of a worker: a save has half a second
    status = run(environment, "manage.py", "search_index", "status")
    assert "open jobs    0" in status
    segments = int(next(line for line in status.splitlines() if line.startswith("segments")).split()[1])
    assert segments <= 12


def run(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=600,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout
