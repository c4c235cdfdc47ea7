"""The process beside the web: it keeps the index true, sends mail, and does what is due."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections, connections
from django.utils import timezone

from portal.due.models import DueRun
from portal.due.running import run_due
from portal.mail.queue import deliver_waiting, revive_abandoned
from search.index.outbox import TARGETS
from search.index.sync import sync

logger = logging.getLogger(__name__)

#: What the worker is called among the recurring work: its row says when it was last alive.
WORKER = "worker"

INDEX_SECONDS = 0.25
QUEUE_SECONDS = 1.0
DUE_SECONDS = 15.0


def work(stop: threading.Event) -> None:
    """Work until told to stop. Three loops, so that a slow mail server never holds up the index.

    Whatever goes wrong in one round is logged and tried again in the next; a loop never ends by itself.
    """
    loops = [
        threading.Thread(target=_again, args=(stop, seconds, task), name=task.__name__)
        for seconds, task in ((INDEX_SECONDS, keep_index), (QUEUE_SECONDS, send), (DUE_SECONDS, look_around))
    ]
    for loop in loops:
        loop.start()
    for loop in loops:
        loop.join()


def keep_index() -> None:
    """Carry out the index jobs that wait: those of requests that were killed or ran out of patience."""
    for target in TARGETS:
        sync(target)


def send() -> None:
    """Send what waits."""
    deliver_waiting(WORKER)


def look_around() -> None:
    """Say that the worker lives; do what is due."""
    now = timezone.now()
    values = {"started_at": now, "ended_at": now, "succeeded_at": now}
    DueRun.objects.update_or_create(name=WORKER, defaults=values)
    revive_abandoned()
    run_due()


def _again(stop: threading.Event, seconds: float, task: Callable[[], None]) -> None:
    wait = seconds
    while not stop.is_set():
        try:
            close_old_connections()
            task()
            wait = seconds
        except Exception:
            wait = min(wait * 2, 30.0)
            logger.exception("Worker: %s failed; again in %.1f s", task.__name__, wait)
        stop.wait(wait)
    connections.close_all()
