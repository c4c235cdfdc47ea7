"""One writer at a time, over any number of processes."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings


class Busy(Exception):
    """Another process writes; it looks for new jobs once more before it lets go."""


@contextmanager
def exclusive(target: str, *, wait: bool = False) -> Iterator[None]:
    """Be the only one who writes to a target. Raises Busy.

    The system releases the lock when the process ends, however it ends: a file that is left behind
    means nothing and stops nobody. Raises OSError where no file can be written.
    """
    path = settings.SEARCH_INDEX_DIR / f"{target}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError as error:
            raise Busy from error
        try:
            yield
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)
