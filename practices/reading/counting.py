"""Counting beside the answer, never in its way: in memory, written by a thread now and then.

What a process had not written when it died is lost, and no harm done. Nothing of a request is kept
but that there was one: no cookie, no address, no browser.
"""

from __future__ import annotations

import datetime
import logging
import re
import threading
import time
from collections import Counter

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from practices.models import ContributionPage, ReadCount

logger = logging.getLogger(__name__)

#: Seconds between two writes, and different counts at which it is done sooner.
EVERY = 30.0
AT_MOST = 500

#: Programs that fetch pages for themselves say so in their name.
MACHINE = re.compile(
    r"bot|crawl|spider|slurp|preview|monitor|fetch|curl|wget|python|java/|httpclient|headless", re.IGNORECASE
)

_lock = threading.Lock()
_waiting: Counter[tuple[int, datetime.date, str]] = Counter()
_written = time.monotonic()


def is_reader(request: HttpRequest) -> bool:
    """Whether a person seems to read: no machine, nobody who is logged in, no look beforehand."""
    agent = request.headers.get("User-Agent", "")
    ahead = request.headers.get("Sec-Purpose", "") or request.headers.get("Purpose", "")
    logged_in = settings.SESSION_COOKIE_NAME in request.COOKIES
    return bool(agent) and not MACHINE.search(agent) and "prefetch" not in ahead and not logged_in


def count_read(pk: int, request: HttpRequest) -> None:
    """Count a page that is served to a reader."""
    if request.method == "GET" and not getattr(request, "is_preview", False) and is_reader(request):
        _count(pk, "reads")


def count_contact(pk: int, request: HttpRequest) -> None:
    """Count that a reader used an address or number under Contact."""
    if is_reader(request):
        _count(pk, "contacts")


def _count(pk: int, what: str) -> None:
    global _written  # noqa: PLW0603 - when this process last wrote
    with _lock:
        _waiting[pk, timezone.localdate(), what] += 1
        due = time.monotonic() - _written > EVERY or len(_waiting) >= AT_MOST
        if due:
            _written = time.monotonic()
    if due:
        threading.Thread(target=_write_and_close, name="read counts", daemon=True).start()


def write_counts() -> None:
    """Add what was counted to the days' totals; what the database refuses is kept for the next time."""
    with _lock:
        counts = Counter(_waiting)
        _waiting.clear()
    try:
        _add(counts)
    except DatabaseError:
        with _lock:
            _waiting.update(counts)
        raise


def _add(counts: Counter[tuple[int, datetime.date, str]]) -> None:
    pks = {pk for pk, _day, _what in counts}
    with transaction.atomic():
        there = set(ContributionPage.objects.filter(pk__in=pks).values_list("pk", flat=True))
        for (pk, day, what), number in counts.items():
            if pk in there:
                row, _made = ReadCount.objects.get_or_create(page_id=pk, day=day)
                ReadCount.objects.filter(pk=row.pk).update(**{what: F(what) + number})


def _write_and_close() -> None:
    try:
        write_counts()
    except DatabaseError:
        logger.exception("The counts of readers could not be written")
    finally:
        connection.close()
