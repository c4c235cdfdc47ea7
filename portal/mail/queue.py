"""The waiting mail: delivering, trying again, taking up what a killed worker left.

Guarantee: a message that was queued reaches the mail server at least once, or is kept as failed
after three days for somebody to see. Twice is possible when a worker dies between the two.
"""

from __future__ import annotations

import logging
from base64 import b64decode
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import Message
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

QUEUE = "queue"
#: After 1, 2, 4 … minutes, an hour at most: some eighty times in three days.
ATTEMPTS = 77
LONGEST_WAIT = timedelta(hours=1)
#: A delivery gives up after EMAIL_TIMEOUT; one that runs for longer than this lost its worker.
ABANDONED = timedelta(minutes=5)
RETENTION = timedelta(days=7)


class Prepared(EmailMessage):
    """A message that has been put together before."""

    def __init__(self, raw: bytes, sender: str, recipients: list[str]) -> None:
        super().__init__(from_email=sender, to=recipients)
        self._prepared = message_from_bytes(raw, policy=policy.SMTP)

    def message(self) -> Message:  # type: ignore[override]
        """As it was queued."""
        return self._prepared


@task(backend=QUEUE)
def deliver(raw: str, sender: str, recipients: list[str], attempt: int) -> None:
    """Hand one message to the mail server; when it does not take it, try again later."""
    message = Prepared(b64decode(raw), sender, recipients)
    try:
        message.connection = get_connection(settings.DELIVERY_EMAIL_BACKEND)
        message.send()
    except Exception as error:
        if attempt >= ATTEMPTS:
            raise
        wait = min(timedelta(minutes=2 ** min(attempt - 1, 10)), LONGEST_WAIT)
        logger.warning("Mail waits %.0f min, attempt %d: %s", wait.total_seconds() / 60, attempt, error)
        later: Any = deliver.using(run_after=timezone.now() + wait)
        later.enqueue(raw=raw, sender=sender, recipients=recipients, attempt=attempt + 1)


def deliver_waiting(worker_id: str = "run_due") -> int:
    """Run all tasks that are due, one after another; how many."""
    from django_tasks_db.management.commands.db_worker import Worker  # noqa: PLC0415 - a command's module

    if not DBTaskResult.objects.ready().exists():
        return 0
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name=QUEUE,
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
        excluded_queue_names=[],
    )
    worker.run()
    return worker._run_tasks


def revive_abandoned() -> int:
    """Let tasks whose worker was killed run again; django-tasks-db would leave them running for ever."""
    lost = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - ABANDONED)
    return lost.update(status=TaskResultStatus.READY, started_at=None)


def clean_queue() -> int:
    """Delete what was sent a while ago: it holds names and addresses. What failed is kept longer."""
    now = timezone.now()
    sent = DBTaskResult.objects.successful().filter(finished_at__lt=now - timedelta(hours=1))
    failed = DBTaskResult.objects.failed().filter(finished_at__lt=now - RETENTION)
    return int(sent.delete()[0]) + int(failed.delete()[0])
