"""From index jobs to the index: always the present state, never the state when the job was written."""

from __future__ import annotations

import logging
import time
from contextlib import nullcontext
from dataclasses import dataclass

from wagtail.models import Site

from practices.loading import public_keys
from search import breaker
from search.engines.base import EngineUnavailable, WriterBusy
from search.engines.deadline import within
from search.index import targets
from search.index.active import is_server, own_embedded
from search.index.lock import Busy, exclusive
from search.index.queue import due, finish, jobs_of, next_pages, put_off
from search.index.rebuild import rebuild
from search.index.refused import jobs_of_refused, put_off_refused
from search.index.serializer import documents_for
from search.index.trouble import as_unavailable
from search.models import IndexJob

logger = logging.getLogger(__name__)

#: Pages in one commit. Smaller where somebody waits for it.
BATCH = 200
BATCH_IN_REQUEST = 50

#: A collection so small that a request may build its first index itself.
FEW = 200


@dataclass(slots=True)
class SyncReport:
    """What one run did. ``busy``: another process holds the writer, or will, and drains the queue."""

    written: int = 0
    deleted: int = 0
    failed: int = 0
    busy: bool = False


def sync(target: str = "", *, seconds: float | None = None) -> SyncReport:
    """Drain the due jobs of a target, in batches, one commit each. Never raises for a broken index.

    ``seconds`` is the patience of a request: when they have passed it leaves the rest to the worker, and
    so it does with a server that failed. Who finds the lock held leaves its jobs: the holder looks for
    due jobs once more *after* letting go, and those jobs were committed before the lock was tried, so
    none is overlooked. Files that are missing or broken are built anew first.
    """
    target = target or own_embedded()
    run = _Run(target, seconds)
    if is_server(target) and not breaker.state(target).is_true:
        run.report.busy = True  # search.index.recovery sees to it
        return run.report
    try:
        with within(seconds) if seconds else nullcontext():
            run.work()
    except (Busy, WriterBusy):
        run.report.busy = True
    except (EngineUnavailable, OSError) as error:
        run.fail(error)
    return run.report


def drain(target: str) -> SyncReport:
    """Carry out all due jobs in an index that is there. Raises what an engine raises."""
    run = _Run(target, None)
    while due(target).exists():
        with exclusive(target):
            run.drain()
    return run.report


class _Run:
    """One call of ``sync``."""

    def __init__(self, target: str, seconds: float | None) -> None:
        self.target = target
        self.in_request = seconds is not None
        self.deadline = time.monotonic() + (seconds or 0)
        self.report = SyncReport()

    def has_time(self) -> bool:
        """Whether another batch may begin."""
        return not self.in_request or time.monotonic() < self.deadline

    def work(self) -> None:
        """Until nothing is due, or the time is up."""
        while due(self.target).exists() and self.has_time():
            if not is_server(self.target) and not targets.is_usable(self.target) and not self.restore():
                break
            with exclusive(self.target):
                self.drain()

    def fail(self, error: EngineUnavailable | OSError) -> None:
        """Put off; but what a request had no time for is left to the worker, which has."""
        if is_server(self.target):
            if not self.has_time():
                self.report.busy = True
                return
            breaker.behind(self.target, error)
        self.report.failed += put_off(due(self.target), error)

    def restore(self) -> bool:
        """Build the index that is missing; in a request only where that takes no time."""
        if self.in_request and len(public_keys()) > FEW:
            self.report.busy = True
            return False
        logger.warning("Index %s is missing or broken: building it anew", self.target)
        rebuild(self.target)
        return True

    def drain(self) -> None:
        """Batch after batch, while there is work and time."""
        Site.clear_site_root_paths_cache()  # kept per process, while any process may change it
        size = BATCH_IN_REQUEST if self.in_request else BATCH
        while pages := next_pages(self.target, size):
            self._bring_up_to_date(pages)
            if not self.has_time():
                return

    def _bring_up_to_date(self, pages: list[int]) -> None:
        jobs = jobs_of(self.target, pages)
        try:
            documents = list(documents_for(pages))
        except Exception as error:
            if len(pages) > 1:  # one page that cannot be read never holds up the others
                for page in pages:
                    self._bring_up_to_date([page])
                return
            logger.exception("Page %s cannot be indexed", pages[0])
            self.report.failed += put_off(IndexJob.objects.filter(pk__in=jobs), error)
            return
        gone = {str(pk) for pk in pages} - {document.key for document in documents}
        with as_unavailable():
            refused = targets.writer_of(self.target).apply(documents, gone)
        waiting = jobs_of_refused(jobs, refused)
        finish([job for job in jobs if job not in waiting])
        self.report.written += len(documents) - len(refused)
        self.report.deleted += len(gone)
        if refused:
            self.report.failed += put_off_refused(self.target, waiting, refused)
