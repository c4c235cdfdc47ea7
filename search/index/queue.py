"""The jobs that wait: which are next, how they end, how long one has waited.

A change writes one job for each target, which is nobody's yet. The release that takes it up makes it its own
and gives every other one that is alive a copy: each writes to its own index, and none waits for another
(ADR 0021).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.utils import timezone

from search import breaker
from search.index import targets
from search.models import IndexJob, TargetState

logger = logging.getLogger(__name__)

LONGEST_WAIT = timedelta(minutes=10)

#: A rebuild replays what was done since it began, so done jobs outlive any rebuild.
RETENTION = timedelta(days=2)

#: A release of which no worker was seen for so long runs no more. Longer than any rebuild takes.
GONE = timedelta(hours=3)

#: Rows in one statement.
ROWS = 1_000


def waiting(target: str) -> QuerySet[IndexJob]:
    """The open jobs of this release: its own, and those that nobody has taken up."""
    own = targets.fingerprint_of(target)
    return IndexJob.objects.filter(target=target, fingerprint__in=("", own), done_at=None)


def due(target: str) -> QuerySet[IndexJob]:
    """The jobs to carry out now."""
    return waiting(target).filter(due_at__lte=timezone.now())


def next_pages(target: str, size: int) -> list[int]:
    """The pages to bring up to date next: half from the oldest jobs, half from the newest.

    So an editor's single page overtakes the thousands of a renamed term, and nobody waits for ever.
    """
    jobs = due(target).values_list("pk", "page_id")
    chosen = dict([*jobs.order_by("pk")[: (size + 1) // 2], *jobs.order_by("-pk")[: size // 2]])
    return list(dict.fromkeys(chosen.values()))


def jobs_of(target: str, pages: list[int]) -> list[int]:
    """All due jobs of these pages: the present state answers every one of them.

    Read before that state is, so a job that comes later is not taken for answered.
    """
    jobs = list(due(target).filter(page_id__in=pages).values_list("pk", "fingerprint", "page_id"))
    _share(target, {pk: page for pk, fingerprint, page in jobs if not fingerprint})
    return [pk for pk, _fingerprint, _page in jobs]


def _share(target: str, free: Mapping[int, int]) -> None:
    """Take up jobs that are nobody's (with their pages), and give every other release that is alive its own.

    They were read before it is asked who is alive. So a release that says so later compares its index later,
    and finds in the database what they are about. Two that share the same make a job too many, which is
    harmless.
    """
    others = _others(target) if free else []
    if not others:
        return
    due, own = timezone.now(), targets.fingerprint_of(target)
    copies = (
        IndexJob(page_id=page, target=target, fingerprint=fingerprint, due_at=due)
        for page in dict.fromkeys(free.values())
        for fingerprint in others
    )
    pks = list(free)
    with transaction.atomic():
        IndexJob.objects.bulk_create(copies, batch_size=ROWS)
        for start in range(0, len(pks), ROWS):
            mine = IndexJob.objects.filter(pk__in=pks[start : start + ROWS], fingerprint="")
            mine.update(fingerprint=own)


def _others(target: str) -> list[str]:
    own = targets.fingerprint_of(target)
    return [fingerprint for fingerprint in breaker.alive(target) if fingerprint != own]


def finish(jobs: list[int]) -> None:
    """The index holds what the database says."""
    IndexJob.objects.filter(pk__in=jobs).update(done_at=timezone.now(), last_error="")


def put_off(jobs: QuerySet[IndexJob], error: BaseException) -> int:
    """Try again later: after two seconds at first, then twice as long each time, ten minutes at most.

    That is for this release's index alone: another's may be well.
    """
    for target in list(jobs.filter(fingerprint="").values_list("target", flat=True).distinct()):
        if _others(target):
            free = jobs.filter(fingerprint="", target=target)
            _share(target, dict(free.values_list("pk", "page_id")))
            jobs = jobs.exclude(fingerprint="", target=target)
    attempts = (jobs.aggregate(most=Max("attempts"))["most"] or 0) + 1
    wait = min(timedelta(seconds=2 ** min(attempts, 10)), LONGEST_WAIT)
    count = jobs.update(
        attempts=F("attempts") + 1,
        due_at=timezone.now() + wait,
        last_error=f"{type(error).__name__}: {error}"[:2000],
    )
    logger.error("%d index jobs wait %.0f s: %s", count, wait.total_seconds(), error)
    return count


def hasten(target: str) -> None:
    """Let what was put off be tried now: what was the matter may be over."""
    now = timezone.now()
    waiting(target).filter(attempts__gt=0, due_at__gt=now).update(due_at=now)


def is_behind(target: str) -> bool:
    """Whether a change has not reached it yet."""
    return due(target).exists() or waiting(target).filter(attempts__gt=0).exists()


def oldest_open(target: str) -> IndexJob | None:
    """The job that has waited longest; one that was promised does not wait before it is due."""
    opened = waiting(target).exclude(attempts=0, due_at__gt=timezone.now())
    return opened.order_by("requested_at").first()


def age(job: IndexJob | None, now: datetime | None = None) -> timedelta:
    """How long a job has waited."""
    return (now or timezone.now()) - job.requested_at if job else timedelta(0)


def forget_others(in_use: Iterable[str]) -> int:
    """Delete jobs and states of targets and releases that are no longer in use; how many jobs."""
    kept = list(in_use)
    TargetState.objects.exclude(target__in=kept).delete()
    count, _by_model = IndexJob.objects.exclude(target__in=kept).delete()
    return count + sum(_forget_gone(target) for target in kept)


def _forget_gone(target: str) -> int:
    """State and jobs of releases that nobody runs any more. One that comes back is compared first."""
    count = 0
    unseen = TargetState.objects.filter(target=target, seen_at__lt=timezone.now() - GONE)
    for state in unseen.exclude(fingerprint=targets.fingerprint_of(target)):
        with transaction.atomic():
            if unseen.filter(pk=state.pk).delete()[0]:
                count += IndexJob.objects.filter(target=target, fingerprint=state.fingerprint).delete()[0]
    return count


def clean(retention: timedelta = RETENTION) -> int:
    """Delete what was done long ago; how many rows."""
    count, _by_model = IndexJob.objects.filter(done_at__lt=timezone.now() - retention).delete()
    return count
