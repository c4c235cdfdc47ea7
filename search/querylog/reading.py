"""What the counts say: which questions are frequent, and which find nothing."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.db.models import Max, Min, QuerySet, Sum
from django.utils import timezone

from search.models import LoggedQuery

#: Asked less often than this, a question may be one person's.
FREQUENT = 5
#: Days that count for what is frequent.
LATELY = 90


def frequent_queries(limit: int) -> list[str]:
    """Questions that were asked often of late and have results, the most frequent first."""
    rows = _lately().filter(searches__gte=FREQUENT, fewest__gt=0)
    return [row["text"] for row in rows[:limit]]


def queries_without_results() -> QuerySet[Any, Any]:
    """Questions that found nothing on the last day they were asked, the most frequent first."""
    return _lately().filter(fewest=0)


def log_days() -> int:
    """Days that counts are kept."""
    return int(settings.SEARCH_LOG_DAYS)


def forget_old() -> int:
    """Delete the counts that are older than ``SEARCH_LOG_DAYS``; how many there were."""
    oldest = timezone.localdate() - datetime.timedelta(days=log_days())
    return LoggedQuery.objects.filter(day__lt=oldest).delete()[0]


def _lately() -> QuerySet[Any, Any]:
    since = timezone.localdate() - datetime.timedelta(days=LATELY)
    counted = LoggedQuery.objects.filter(day__gte=since).values("text")
    return counted.annotate(searches=Sum("searches"), fewest=Min("results"), last=Max("day")).order_by(
        "-searches", "text"
    )
