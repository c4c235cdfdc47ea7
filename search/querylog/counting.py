"""Counting questions beside the answer, never in its way.

Counts are kept in memory and written by a thread of their own: a search never waits for the
database's one writer. What a process had not written when it died is lost, and no harm done.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import defaultdict

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from search.models import LoggedQuery
from search.querylog.normalising import loggable

logger = logging.getLogger(__name__)

#: Seconds between two writes, and questions at which it is done sooner.
EVERY = 30.0
AT_MOST = 200

_lock = threading.Lock()
_waiting: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
_written = time.monotonic()


def count_query(text: str, results: int) -> None:
    """Count a question once, if it may be kept; now and then have all counts written."""
    global _written  # noqa: PLW0603 - when this process last wrote
    question = loggable(text)
    if question is None:
        return
    with _lock:
        _waiting[question] = (_waiting[question][0] + 1, results)
        due = time.monotonic() - _written > EVERY or len(_waiting) >= AT_MOST
        if due:
            _written = time.monotonic()
    if due:
        threading.Thread(target=_write_and_close, name="query log", daemon=True).start()


def write_counts() -> None:
    """Add what was counted to the days' totals; what the database refuses is kept for the next time."""
    with _lock:
        counts = dict(_waiting)
        _waiting.clear()
    try:
        _add(counts)
    except DatabaseError:
        _take_back(counts)
        raise


def _add(counts: dict[str, tuple[int, int]]) -> None:
    today = timezone.localdate()
    with transaction.atomic():
        for question, (searches, results) in counts.items():
            row, _made = LoggedQuery.objects.get_or_create(text=question, day=today)
            LoggedQuery.objects.filter(pk=row.pk).update(searches=F("searches") + searches, results=results)


def _take_back(counts: dict[str, tuple[int, int]]) -> None:
    """Keep what could not be written for the next time; a later number of results is the truer one."""
    with _lock:
        for question, (searches, results) in counts.items():
            since, latest = _waiting.get(question, (0, results))
            _waiting[question] = (since + searches, latest)


def _write_and_close() -> None:
    try:
        write_counts()
    except DatabaseError:
        logger.exception("The counts of questions could not be written")
    finally:
        connection.close()
