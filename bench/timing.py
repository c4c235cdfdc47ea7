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
    """Milliseconds: half of the requests were faster than the median, one in twenty slower than p95.

    ``processor`` is the median of what this process computed, which other processes hardly change.
    """

    median: float
    p95: float
    processor: float


def timed(call: Callable[[T], object], requests: Iterable[T]) -> Timing:
    """Carry out one call for each request and time each by itself."""
    milliseconds, computed = [], []
    for request in requests:
        started, began = time.perf_counter(), time.process_time()
        call(request)
        milliseconds.append((time.perf_counter() - started) * 1000)
        computed.append((time.process_time() - began) * 1000)
    p95 = statistics.quantiles(milliseconds, n=20)[-1]
    return Timing(statistics.median(milliseconds), p95, statistics.median(computed))
