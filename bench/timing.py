"""Times of many requests, and what of them one needs to know."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

T = TypeVar("T")
Call = Callable[[], object]


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
    return _summed([_once(partial(call, request)) for request in requests])


def timed_in_turns(*ways: Sequence[Call], before: Call | None = None) -> list[Timing]:
    """Time several ways to do the same things: each thing in every way, then the next thing.

    So a change of the machine's load meets all. Who comes first alternates. ``before`` is done before each,
    and not timed.
    """
    times: list[list[tuple[float, float]]] = [[] for _way in ways]
    for number, calls in enumerate(zip(*ways, strict=True)):
        for turn in range(len(ways)):
            which = (number + turn) % len(ways)
            if before:
                before()
            times[which].append(_once(calls[which]))
    return [_summed(each) for each in times]


def _once(call: Call) -> tuple[float, float]:
    """Milliseconds of the clock and of the processor."""
    started, began = time.perf_counter(), time.process_time()
    call()
    return (time.perf_counter() - started) * 1000, (time.process_time() - began) * 1000


def _summed(times: Sequence[tuple[float, float]]) -> Timing:
    milliseconds, computed = zip(*times, strict=True)
    p95 = statistics.quantiles(milliseconds, n=20)[-1]
    return Timing(statistics.median(milliseconds), p95, statistics.median(computed))
