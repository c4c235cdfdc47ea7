"""The mark of what nobody checked in time appears by itself on its page; the search must be told."""

from __future__ import annotations

from django.utils import timezone

from practices.models import ContributionPage
from search.index.outbox import request_index


def refresh_marks() -> int:
    """Ask the index for the contributions whose day of checking is today; how many. The nightly comparison
    of all documents mends what a portal missed that stood still for a day."""
    due = ContributionPage.objects.live().filter(check_due=timezone.localdate())
    pks = list(due.values_list("pk", flat=True))
    request_index(pks)
    return len(pks)
