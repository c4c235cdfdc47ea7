"""The process beside the web: it keeps the index true, sends mail, and does what is due."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial

from django.db import close_old_connections, connections
from django.utils import timezone

from portal.due.models import DueRun
from portal.due.running import run_due
from portal.due.steps import OTHERS, PUBLISH
from portal.mail.queue import deliver_waiting, revive_abandoned
from search.index.active import own_targets
from search.index.recovery import tend

logger = logging.getLogger(__name__)

#: What the worker is called among the recurring work: its row says when it was last alive.
WORKER = "worker"

INDEX_SECONDS = 0.25
QUEUE_SECONDS = 1.0
DUE_SECONDS = 15.0


def work(stop: threading.Event) -> None:
    """Work until told to stop. A loop for each index and three more: what is slow never holds up the others.

    Whatever goes wrong in one round is logged and tried again in the next; a loop never ends by itself.
    """
    rounds: list[tuple[str, float, Callable[[], object]]] = [
        *((f"index {target}", INDEX_SECONDS, partial(tend, target)) for target in own_targets()),
        ("mail", QUEUE_SECONDS, send),
        ("publishing", DUE_SECONDS, look_around),
        ("what else is due", DUE_SECONDS, partial(run_due, OTHERS)),
    ]
    loops = [
        threading.Thread(target=_again, args=(stop, name, seconds, task), name=name)
        for name, seconds, task in rounds
    ]
    for loop in loops:
        loop.start()
    for loop in loops:
        loop.join()


def send() -> None:
    """Send what waits."""
    deliver_waiting(WORKER)


def look_around() -> None:
    """Say that the worker lives; publish what is scheduled for now."""
    now = timezone.now()
    values = {"started_at": now, "ended_at": now, "succeeded_at": now}
    DueRun.objects.update_or_create(name=WORKER, defaults=values)
    revive_abandoned()
    run_due([PUBLISH])


def _again(stop: threading.Event, name: str, seconds: float, task: Callable[[], object]) -> None:
    wait = seconds
    while not stop.is_set():
        try:
            close_old_connections()
            task()
            wait = seconds
        except BaseException:
            # A panic of the engine or a command that exits, too: in a thread it ends nothing.
            wait = min(wait * 2, 30.0)
            logger.exception("Worker: %s failed; again in %.1f s", name, wait)
        stop.wait(wait)
    connections.close_all()
