"""From index jobs to the index: always the present state, never the state when the job was written."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from search.engines.base import EngineUnavailable, WriterBusy
from search.index.lock import Busy, exclusive
from search.index.serializer import documents_for
from search.index.targets import writer_of
from search.models import IndexJob

logger = logging.getLogger(__name__)

BATCH = 500
LONGEST_WAIT = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one run did. ``busy``: another process holds the writer and drains the queue."""

    written: int = 0
    deleted: int = 0
    failed: int = 0
    busy: bool = False


def sync(target: str = "embedded") -> SyncReport:
    """Drain all due jobs of a target, in batches, one commit each. Never raises for a broken index.

    Who finds the lock held leaves its jobs: the holder looks for due jobs once more *after*
    letting go, and those jobs were committed before the lock was tried, so none is overlooked.
    """
    written = deleted = 0
    while _due(target).exists():
        try:
            with exclusive(settings.SEARCH_INDEX_DIR / f"{target}.lock"):
                while jobs := list(_due(target).order_by("pk")[:BATCH]):
                    report = _apply(target, jobs)
                    written, deleted = written + report.written, deleted + report.deleted
                    if report.failed:
                        return SyncReport(written, deleted, report.failed)
        except Busy:
            return SyncReport(written, deleted, busy=True)
    return SyncReport(written, deleted)


def _due(target: str):  # type: ignore[no-untyped-def]
    return IndexJob.objects.filter(target=target, done_at=None, due_at__lte=timezone.now())


def _apply(target: str, jobs: list[IndexJob]) -> SyncReport:
    pks = {job.page_id for job in jobs}
    job_ids = [job.pk for job in jobs]
    try:
        documents = list(documents_for(pks))
        gone = {str(pk) for pk in pks} - {document.key for document in documents}
        writer_of(target).apply(documents, gone)
    except (EngineUnavailable, WriterBusy, OSError) as error:
        logger.exception("Index %s: %d jobs wait", target, len(jobs))
        _put_off(job_ids, error)
        return SyncReport(failed=len(jobs))
    IndexJob.objects.filter(pk__in=job_ids).update(done_at=timezone.now(), last_error="")
    return SyncReport(len(documents), len(gone))


def _put_off(job_ids: list[int], error: Exception) -> None:
    """Try again later: a second at first, then twice as long each time, ten minutes at most."""
    for job in IndexJob.objects.filter(pk__in=job_ids):
        job.attempts += 1
        job.due_at = timezone.now() + min(timedelta(seconds=2 ** min(job.attempts, 10)), LONGEST_WAIT)
        job.last_error = f"{type(error).__name__}: {error}"[:2000]
        job.save(update_fields=["attempts", "due_at", "last_error"])
