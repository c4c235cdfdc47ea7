"""A new index in place of one that does not work: at once, but not again and again where that fails."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from search.engines.base import EngineUnavailable
from search.index.rebuild import rebuild

#: After a rebuild that read the whole collection in vain, in seconds; twice as long after each next one.
FIRST_PAUSE: Final = 30.0
LONGEST_PAUSE: Final = 3600.0


@dataclass(slots=True)
class _Failures:
    """Rebuilds of a target that failed half-way, one after another, in this process."""

    count: int = 0
    next_at: float = 0.0


_failures: dict[str, _Failures] = {}


def replace(target: str) -> None:
    """Build an index anew. Raises what keeps it from that, and EngineUnavailable while a pause lasts.

    A rebuild that fails before its first documents are written cost nothing: a server that is away may be
    tried at any time.
    """
    failures = _failures.setdefault(target, _Failures())
    left = failures.next_at - time.monotonic()
    if left > 0:
        raise EngineUnavailable(
            f"Building it failed {failures.count} times; the next time is in {left:.0f} s."
        )
    has_begun = False

    def progress(_done: int, _total: int) -> None:
        nonlocal has_begun
        has_begun = True

    try:
        rebuild(target, progress)
    except Exception:
        if has_begun:
            failures.next_at = time.monotonic() + min(FIRST_PAUSE * 2**failures.count, LONGEST_PAUSE)
            failures.count += 1
        raise
    del _failures[target]
