"""The jobs that wait: which are next, how they end, how long one has waited."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import F, Max, QuerySet
from django.utils import timezone

from search.models import IndexJob, TargetState

logger = logging.getLogger(__name__)

LONGEST_WAIT = timedelta(minutes=10)

#: A rebuild replays what was done since it began, so done jobs outlive any rebuild.
RETENTION = timedelta(days=2)


def due(target: str) -> QuerySet[IndexJob]:
    """The jobs to carry out now."""
    return IndexJob.objects.filter(target=target, done_at=None, due_at__lte=timezone.now())


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
    return list(due(target).filter(page_id__in=pages).values_list("pk", flat=True))


def finish(jobs: list[int]) -> None:
    """The index holds what the database says."""
    IndexJob.objects.filter(pk__in=jobs).update(done_at=timezone.now(), last_error="")


def put_off(jobs: QuerySet[IndexJob], error: BaseException) -> int:
    """Try again later: after two seconds at first, then twice as long each time, ten minutes at most."""
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
    IndexJob.objects.filter(target=target, done_at=None, attempts__gt=0, due_at__gt=now).update(due_at=now)


def is_behind(target: str) -> bool:
    """Whether a change has not reached it yet."""
    return (
        due(target).exists() or IndexJob.objects.filter(target=target, done_at=None, attempts__gt=0).exists()
    )


def oldest_open(target: str) -> IndexJob | None:
    """The job that has waited longest; one that was promised does not wait before it is due."""
    return IndexJob.objects.filter(target=target, done_at=None).order_by(
        "requested_at"
    ).exclude(attempts=0, due_at__gt=timezone.now()).first()  # fmt: skip


def age(job: IndexJob | None, now: datetime | None = None) -> timedelta:
    """How long a job has waited."""
    return (now or timezone.now()) - job.requested_at if job else timedelta(0)


def forget_others(targets: Iterable[str]) -> int:
    """Delete jobs and states of targets that are no longer in use; how many rows."""
    kept = list(targets)
    TargetState.objects.exclude(target__in=kept).delete()
    count, _by_model = IndexJob.objects.exclude(target__in=kept).delete()
    return count


def clean(retention: timedelta = RETENTION) -> int:
    """Delete what was done long ago; how many rows."""
    count, _by_model = IndexJob.objects.filter(done_at__lt=timezone.now() - retention).delete()
    return count
