"""A portal of its own in a folder: real processes on a real database, as in production."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from typing import Any

from tests.leash import leashed

ROOT = Path(__file__).parent.parent.parent.parent


@dataclass
class LivePortal:
    """Commands and processes that share one folder and one database."""

    folder: Path
    database_url: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """What every one of its processes is started with."""
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self.database_url,
            "SECRET_KEY": "only-for-tests-" + "x" * 50,
            "ALLOWED_HOSTS": "localhost,127.0.0.1",
            "BASE_URL": "http://localhost",
            "HTTPS": "false",
            "LOG_LEVEL": "WARNING",
            "MONITORING_TOKEN": "only-for-tests",
            "PYTHONUNBUFFERED": "1",
            **self.extra,
        }

    def set_up(self, tables: Path | None = None) -> LivePortal:
        """Tables, where they can be copied, and an index of nothing."""
        (self.folder / "static").mkdir(parents=True, exist_ok=True)
        if tables:
            shutil.copyfile(tables, self.folder / "portal.sqlite3")
        else:
            self.run("manage.py", "migrate", "--verbosity=0")
        self.run("manage.py", "search_index", "rebuild")
        return self

    def run(self, *arguments: str, check: bool = True) -> str:
        """Run to the end; what it printed."""
        done = subprocess.run(
            leashed(sys.executable, *arguments), env=self.environment, cwd=ROOT, capture_output=True,
            text=True, timeout=600, check=False,
        )  # fmt: skip
        assert done.returncode == 0 or not check, done.stdout + done.stderr
        return done.stdout + ("" if check else done.stderr)

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[str]:
        """Start and go on."""
        return subprocess.Popen(
            leashed(sys.executable, *arguments), env=self.environment, cwd=ROOT, text=True,
            start_new_session=True, **options,
        )  # fmt: skip

    def drift(self) -> str:
        """What the index holds other than the database."""
        return self.run("manage.py", "search_index", "verify", "--no-heal").strip()

    def titles(self, query: str) -> list[str]:
        """What a new process finds."""
        answer = json.loads(self.run("manage.py", "search_practices", query, "--limit", "100", "--json"))
        return sorted(hit["title"] for hit in answer["hits"])


def free_port() -> int:
    """A port that nobody listens at."""
    with closing(socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def ended(process: subprocess.Popen[str], seconds: float = 30) -> Iterator[subprocess.Popen[str]]:
    """The process, gone at the end."""
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def fetch(port: int, path: str, **headers: str) -> tuple[int, str]:
    """Status and text of an address of a portal on this machine."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def until(true: Any, seconds: float = 60) -> bool:
    """Wait until something holds; whether it did."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if true():
                return True
        except OSError:
            pass
        time.sleep(0.05)
    return False
