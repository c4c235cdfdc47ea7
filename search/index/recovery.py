"""Bringing an index back to the truth without anybody's help: new, gone, damaged, or away for a while.

Or left behind: that of a release that comes back was looked after by nobody meanwhile (ADR 0021).

The worker calls ``tend`` for each of its targets. What it cannot mend now it tries again, after ever
longer pauses; until then the stand-in answers.
"""

from __future__ import annotations

import logging
import time

from search import breaker
from search.engines.base import EngineUnavailable, WriterBusy
from search.index import targets
from search.index.active import engine_of, is_server
from search.index.lock import Busy
from search.index.proof import NotProven
from search.index.queue import due, hasten, put_off
from search.index.replacing import replace
from search.index.sync import SyncReport, drain, sync
from search.index.verification import verify
from search.warming import warm_up

logger = logging.getLogger(__name__)

#: Trials after which an index that is there, and yet takes no changes or gives no answers, is replaced.
REPLACE_AFTER = 2
#: How long a portal that starts waits for another process that is at its index, in seconds.
PATIENCE = 60.0
PAUSE = 0.2


def make_ready(target: str) -> SyncReport:
    """Before anything is served: compared where it is not known to be true, and every job done.

    Raises what keeps it from that; Busy when another process has been at it for a minute.
    """
    breaker.attend(target)
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            report = _recovered(target)
        except (Busy, WriterBusy):
            if time.monotonic() > deadline:
                raise
            time.sleep(PAUSE)
            continue
        breaker.believe(target)
        return report


def tend(target: str) -> SyncReport:
    """Carry out the jobs of a target; where it is away, gone or not yet known, see to that first."""
    breaker.attend(target)
    if breaker.state(target).is_true:
        return sync(target)
    if not breaker.claim_trial(target):
        return SyncReport(busy=True) if is_server(target) else sync(target)
    try:
        report = _recovered(target)
    except (Busy, WriterBusy):
        return SyncReport(busy=True)
    except (EngineUnavailable, NotProven, OSError) as error:
        breaker.behind(target, error)
        return SyncReport(failed=put_off(due(target), error))
    breaker.believe(target)
    return report


def inspect(target: str) -> None:
    """Notice an index that is gone before a visitor or a change does."""
    if breaker.state(target).is_true and not targets.is_usable(target):
        breaker.behind(target, EngineUnavailable("It is gone, cannot be reached, or has other fields."))


def _recovered(target: str) -> SyncReport:
    """Make it hold what the database says, and answer. Raises what keeps it from that."""
    state = breaker.state(target)
    if not targets.is_usable(target):
        replace(target)
    elif state.compared_at is None:
        verify(target)
    try:
        return _caught_up(target)
    except EngineUnavailable:
        if state.failures < REPLACE_AFTER or not targets.is_usable(target):
            raise
        logger.warning("Index %s is there and does not work: building a new one", target)
        replace(target)
        return _caught_up(target)


def _caught_up(target: str) -> SyncReport:
    hasten(target)
    report = drain(target)
    warm_up(targets.engine_named(engine_of(target)))
    return report
