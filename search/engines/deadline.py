"""How long engines may still take: one budget for all their requests in one search, or in one save.

The budget travels with the thread and not through the contract: the embedded engine has no use for
it, and an engine on a server asks ``time_left`` before each request. What the requests took is counted
apart from what passed between them, which is no fault of a server's.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from search.engines.base import EngineUnavailable


@dataclass(slots=True)
class Taken:
    """What requests took together, in seconds."""

    seconds: float = 0.0


_ends: ContextVar[float | None] = ContextVar("ends", default=None)
_taken: ContextVar[Taken | None] = ContextVar("taken", default=None)
_again: ContextVar[bool] = ContextVar("again", default=False)


class TimeUp(EngineUnavailable):
    """Nothing is left of the budget: a request was not even made."""


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
    """Seconds that the next request may take, ``longest`` at most. Raises TimeUp at none."""
    ends = _ends.get()
    left = longest if ends is None else min(longest, ends - time.monotonic())
    if left <= 0:
        raise TimeUp("The time for this search is up.")
    return left


def patience(longest: float) -> float:
    """Seconds to wait for anything but a request: half of what is left at most, 0 where nothing is."""
    ends = _ends.get()
    return longest if ends is None else max(0.0, min(longest, (ends - time.monotonic()) / 2))


@contextmanager
def another_try() -> Iterator[None]:
    """What is asked inside was asked before, in vain."""
    token = _again.set(True)
    try:
        yield
    finally:
        _again.reset(token)


def is_another_try() -> bool:
    """Whether the same was asked before: then better of somebody else."""
    return _again.get()


@contextmanager
def counting() -> Iterator[Taken]:
    """Count what all requests inside take."""
    taken = Taken()
    token = _taken.set(taken)
    try:
        yield taken
    finally:
        _taken.reset(token)


@contextmanager
def request() -> Iterator[None]:
    """One request to a server."""
    began = time.monotonic()
    try:
        yield
    finally:
        if taken := _taken.get():
            taken.seconds += time.monotonic() - began
