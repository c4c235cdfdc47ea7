"""A PostgreSQL of the tests' own: a cluster in a temporary folder, on a socket, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PORT = "54321"
MISSING = "No PostgreSQL is installed (apt-get install postgresql)."


def programs() -> Path | None:
    """The folder with initdb and pg_ctl: Debian keeps them off the path."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
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

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [binaries / program, "-D", folder / "data", *arguments], check=True, cwd=folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **who,
        )  # type: ignore[call-overload]  # fmt: skip

    try:
        run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync")
        options = f"-k {folder} -p {PORT} -c listen_addresses='' -c fsync=off"
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield Cluster(folder)
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
