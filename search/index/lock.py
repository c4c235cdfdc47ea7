"""One writer at a time, over any number of processes, and for a server over any number of machines."""

from __future__ import annotations

import fcntl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from search.index.active import is_server


class Busy(Exception):
    """Another process writes; it looks for new jobs once more before it lets go."""


@contextmanager
def exclusive(target: str, purpose: str = "", *, wait: bool = False) -> Iterator[None]:
    """Be the only one who writes to a target (or does something else with it). Raises Busy.

    The system releases the lock when the process ends, however it ends: a file that is left behind
    means nothing and stops nobody. Raises OSError where no file can be written. Machines share a
    server and a database, so there the database holds a lock too, for as long as the connection lives.
    """
    name = f"{target}{purpose and f'-{purpose}'}"
    path = settings.SEARCH_INDEX_DIR / f"{name}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError as error:
            raise Busy from error
        try:
            if is_server(target) and connection.vendor == "postgresql":
                with _among_machines(name, wait=wait):
                    yield
            else:
                yield
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)


@contextmanager
def _among_machines(name: str, *, wait: bool) -> Iterator[None]:
    """A lock of PostgreSQL's that belongs to this connection."""
    key = zlib.crc32(f"search index {name}".encode())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_lock(%s), true" if wait else "SELECT 1, pg_try_advisory_lock(%s)", [key]
        )
        if not cursor.fetchone()[1]:
            raise Busy
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [key])
