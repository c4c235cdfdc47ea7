"""How long engines may still take: one budget for all their requests in one search, or in one save.

The budget travels with the thread and not through the contract: the embedded engine has no use for
it, and an engine on a server asks ``time_left`` before each request.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from search.engines.base import EngineUnavailable

_ends: ContextVar[float | None] = ContextVar("ends", default=None)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Give everything inside so many seconds together; an outer budget is never widened."""
    outer = _ends.get()
    ends = time.monotonic() + seconds
    token = _ends.set(ends if outer is None else min(ends, outer))
    try:
        yield
    finally:
        _ends.reset(token)


def time_left(longest: float) -> float:
    """Seconds that the next request may take, ``longest`` at most. Raises EngineUnavailable at none."""
    ends = _ends.get()
    left = longest if ends is None else min(longest, ends - time.monotonic())
    if left <= 0:
        raise EngineUnavailable("The time for this search is up.")
    return left
