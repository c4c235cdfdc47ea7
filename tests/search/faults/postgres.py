"""A PostgreSQL of the tests' own: a cluster in a temporary folder, on a socket, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.leash import leashed

PORT = "54321"
MISSING = "No PostgreSQL is installed (apt-get install postgresql)."


def programs() -> Path | None:
    """The folder with initdb and pg_ctl: Debian keeps them off the path."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return folders[-1] if folders and (folders[-1] / "initdb").exists() else None


@dataclass(frozen=True)
class Cluster:
    """A running server."""

    folder: Path

    def url(self, database: str) -> str:
        """What DATABASE_URL says of one of its databases."""
        return f"postgres://postgres@{str(self.folder).replace('/', '%2F')}:{PORT}/{database}"

    def execute(self, statement: str) -> None:
        """Run one statement as its owner."""
        subprocess.run(
            ["psql", "-h", str(self.folder), "-p", PORT, "-U", "postgres", "-qc", statement],
            check=True, capture_output=True,
        )  # fmt: skip


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Make, start and remove. Its server refuses to run as root, so then it runs as its own user."""
    binaries = programs()
    assert binaries, MISSING
    user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
    who = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    folder = Path(tempfile.mkdtemp(prefix="portal-postgres-"))
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)

    silent: dict[str, Any] = {
        "cwd": folder,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        **who,
    }
    made = ("--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync")
    served = ("-k", str(folder), "-p", PORT, "-c", "listen_addresses=", "-c", "fsync=off")
    try:
        subprocess.run([binaries / "initdb", "-D", "data", *made], check=True, **silent)
        server = subprocess.Popen(
            leashed(str(binaries / "postgres"), "-D", "data", *served, signal="QUIT"), **silent
        )
        try:
            ready = [str(binaries / "pg_isready"), "-q", "-h", str(folder), "-p", PORT]
            while subprocess.run(ready, check=False).returncode:
                assert server.poll() is None, "PostgreSQL does not start."
                time.sleep(0.1)
            yield Cluster(folder)
        finally:
            server.send_signal(signal.SIGQUIT)  # at once
            server.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
