"""The circuit breaker of a search server: who may not be asked for a while, known to all processes.

Each release looks after an index of its own and speaks of that alone (ADR 0021).

It opens when the server does not answer (``failed``), and also when a change could not be written to it
(``behind``): what it would answer is then no longer true. Only the worker tries it again, one at a time,
when it has brought it up to date; so no visitor ever waits for a trial (ADR 0016).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.models import QuerySet
from django.utils import timezone

from search.index import targets
from search.models import TargetState

logger = logging.getLogger(__name__)

#: Quick failures within the window that open it; one that used up a search's time opens it at once.
OPENS_AT = 3
WINDOW = timedelta(seconds=10)
#: Between two trials: one second at first, then twice as long each time.
LONGEST_PAUSE = timedelta(seconds=30)
#: How often a worker says that its release is alive.
SEEN_EVERY = timedelta(minutes=1)
#: How long a process relies on what it last read, in seconds.
REMEMBERED = 0.25
#: How long a search waits for the one writer of SQLite to note something, in milliseconds.
PATIENCE = 200

_kept: dict[str, tuple[float, TargetState]] = {}


def state(target: str) -> TargetState:
    """How a target stood a quarter of a second ago at most; an empty one when it was never compared."""
    kept = _kept.get(target)
    if kept is None or time.monotonic() - kept[0] > REMEMBERED:
        kept = _kept[target] = (time.monotonic(), _read(target))
    return kept[1]


def failed(target: str, error: BaseException, *, slow: bool) -> None:
    """A search was not answered. ``slow``: and it took all its time."""
    known, now = _read(target), timezone.now()
    if not known.is_true:
        return
    recent = known.failed_at is not None and known.failed_at > now - WINDOW
    failures = known.failures + 1 if recent else 1
    if slow or failures >= OPENS_AT:
        _open(target, error, is_silent=True)
    else:
        _note(target, failures=failures, failed_at=now)


def behind(target: str, error: BaseException) -> None:
    """A change could not be written, or a trial failed."""
    attend(target)
    _open(target, error, is_silent=False)


def claim_trial(target: str) -> bool:
    """Whether this process may try the server now: one of them may, after ever longer pauses."""
    known, now = _read(target), timezone.now()
    if known.next_trial is None:
        return True
    if known.next_trial > now:
        return False
    _kept.pop(target, None)
    mine = _own(target).filter(next_trial=known.next_trial)
    return bool(mine.update(failures=known.failures + 1, next_trial=now + _pause(known.failures + 1)))


def believe(target: str) -> None:
    """It answers, and holds what the database says."""
    known, now = _read(target), timezone.now()
    if known.away_since:
        away = (now - known.away_since).total_seconds()
        logger.warning("Index %s answers again after %.0f s", target, away)
    attend(target)
    _own(target).update(
        compared_at=known.compared_at or now, failures=0, failed_at=None, away_since=None, next_trial=None,
        is_silent=False, reason="",
    )  # fmt: skip
    _kept.pop(target, None)


def know(target: str) -> None:
    """It was compared with the database, or built from it: from now on every change reaches it."""
    attend(target)
    _own(target).filter(compared_at=None).update(compared_at=timezone.now())
    _kept.pop(target, None)


def attend(target: str) -> None:
    """Say that this release is alive: from now on it gets a job of its own for every change.

    Before an index is compared or built, so that no change falls in between.
    """
    known, now = state(target), timezone.now()
    if known.pk is None or known.seen_at < now - SEEN_EVERY:
        TargetState.objects.update_or_create(
            target=target, fingerprint=targets.fingerprint_of(target), defaults={"seen_at": now}
        )
        _kept.pop(target, None)


def alive(target: str) -> list[str]:
    """The fingerprints of the releases that look after an index of a target."""
    return list(TargetState.objects.filter(target=target).values_list("fingerprint", flat=True))


def forget() -> None:
    """Drop what this process knows, for tests that change databases."""
    _kept.clear()


def _own(target: str) -> QuerySet[TargetState]:
    return TargetState.objects.filter(target=target, fingerprint=targets.fingerprint_of(target))


def _read(target: str) -> TargetState:
    return _own(target).first() or TargetState(target=target)


def _open(target: str, error: BaseException, *, is_silent: bool) -> None:
    now = timezone.now()
    if not state(target).away_since:
        logger.error("Index %s is left alone for a while: %s", target, error)
    _note(
        target, failures=0, failed_at=now, away_since=now, next_trial=now + _pause(0), is_silent=is_silent,
        reason=f"{type(error).__name__}: {error}"[:2000],
    )  # fmt: skip


def _note(target: str, **values: object) -> None:
    """Write down, unless somebody else just opened it; a database that is busy is no reason to wait."""
    try:
        with _impatient():
            _own(target).filter(away_since=None).update(**values)
    except DatabaseError:
        logger.warning("It could not be noted that index %s fails", target, exc_info=True)
    _kept.pop(target, None)


def _pause(trials: int) -> timedelta:
    return min(timedelta(seconds=2 ** min(trials, 10)), LONGEST_PAUSE)


@contextmanager
def _impatient() -> Iterator[None]:
    """Let SQLite wait for its one writer only briefly; elsewhere a row is never held for long."""
    if connection.vendor != "sqlite":
        yield
        return
    usual = connection.settings_dict["OPTIONS"].get("timeout", 5)
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(usual * 1000)}")
