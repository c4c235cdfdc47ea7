"""What the counts say."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet, Sum
from django.utils import timezone

from practices.models import ContributionPage, ReadCount

#: Days that count for what is told of late.
LATELY = 90


@dataclass(frozen=True, slots=True)
class Reading:
    """How often one contribution was read, and led to contact, of late."""

    page: ContributionPage
    reads: int
    contacts: int


def most_read(pages: QuerySet[Any], limit: int) -> list[Reading]:
    """Of these pages the ones that were read most in the last days, in two queries."""
    since = timezone.localdate() - datetime.timedelta(days=LATELY)
    rows = list(
        ReadCount.objects.filter(day__gte=since, page__in=pages.values("pk"))
        .values("page")
        .annotate(total=Sum("reads"), led=Sum("contacts"))
        .order_by("-total", "page")[:limit]
    )
    found = ContributionPage.objects.in_bulk([row["page"] for row in rows])
    return [Reading(found[row["page"]], row["total"], row["led"]) for row in rows]


def forget_old_counts() -> int:
    """Delete the counts that are older than ``READ_COUNT_DAYS``; how many there were."""
    oldest = timezone.localdate() - datetime.timedelta(days=settings.READ_COUNT_DAYS)
    return ReadCount.objects.filter(day__lt=oldest).delete()[0]
