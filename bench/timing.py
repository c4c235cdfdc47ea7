"""Times of many requests, and what of them one needs to know."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds: half of the requests were faster than the median, one in twenty slower than p95."""

    median: float
    p95: float


def timed(call: Callable[[T], object], requests: Iterable[T]) -> Timing:
    """Carry out one call for each request and time each by itself."""
    milliseconds = []
    for request in requests:
        started = time.perf_counter()
        call(request)
        milliseconds.append((time.perf_counter() - started) * 1000)
    return Timing(statistics.median(milliseconds), statistics.quantiles(milliseconds, n=20)[-1])
