"""A consistent copy of the database while the portal runs, and putting one back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import connection, connections

#: The name of the copy inside the archive says which database it came from.
FILES = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}


def dump(folder: Path) -> str:
    """Copy the database into the folder; the name of the file."""
    name = FILES[connection.vendor]
    if connection.vendor == "sqlite":
        _dump_sqlite(folder / name)
    else:
        _run("pg_dump", "--format=custom", "--no-owner", f"--file={folder / name}")
    return name


def check_nobody_writes() -> None:
    """CommandError while a portal runs on SQLite: it would go on in the file that is replaced, and lose it.

    Every open connection of SQLite's in this mode holds a lock that only the last one can take whole.
    """
    if connection.vendor != "sqlite" or not Path(_settings()["NAME"]).exists():
        return
    connections.close_all()
    with closing(sqlite3.connect(_settings()["NAME"], timeout=1)) as database:
        try:
            database.execute("PRAGMA locking_mode=EXCLUSIVE")
            database.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:  # one that is damaged is a reason to restore
            if "locked" in str(error):
                raise CommandError(
                    "A portal is running on this database. Stop it first (Ctrl-C or SIGTERM to bin/serve)."
                ) from error


def put_back(folder: Path) -> None:
    """Replace the database by the copy in the folder, in one step, or leave it as it was."""
    expected = folder / FILES[connection.vendor]
    if not expected.exists():
        raise CommandError(
            f"This backup is not of a {connection.vendor} database. Set DATABASE_URL to one of its own kind."
        )
    if connection.vendor == "sqlite":
        _put_back_sqlite(expected)
    else:
        connections.close_all()
        _run("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction",
             "--exit-on-error", f"--dbname={_settings()['NAME']}", str(expected))  # fmt: skip


def _dump_sqlite(path: Path) -> None:
    """By SQLite's own means, which sees the write-ahead log too and waits for writers."""
    source = sqlite3.connect(f"file:{_settings()['NAME']}?mode=ro", uri=True)
    with closing(source), closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
        _check(copy)


def _put_back_sqlite(path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        _check(copy)
    target = Path(_settings()["NAME"])
    target.parent.mkdir(parents=True, exist_ok=True)
    connections.close_all()
    draft = target.with_name(f"{target.name}.restoring")
    shutil.copyfile(path, draft)
    for leftover in ("-wal", "-shm"):  # of the former database; they would be played into the new one
        target.with_name(target.name + leftover).unlink(missing_ok=True)
    draft.replace(target)


def _check(database: sqlite3.Connection) -> None:
    (answer,) = database.execute("PRAGMA quick_check").fetchone()
    if answer != "ok":
        raise CommandError(f"The copy of the database is damaged: {answer}")


def _settings() -> dict[str, Any]:
    return connection.settings_dict


def _run(program: str, *arguments: str) -> None:
    """Where and who by the environment: a password on the command line could be read by others."""
    settings = _settings()
    names = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    given = {variable: str(settings[name]) for variable, name in names.items() if settings.get(name)}
    path = shutil.which(program)
    if path is None:
        raise CommandError(
            f"{program} is not installed. On Debian and Ubuntu: apt-get install postgresql-client"
        )
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own tools
        [path, *arguments], env={**os.environ, **given}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CommandError(f"{program}: {done.stderr.strip()}")
