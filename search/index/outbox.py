"""Writing index jobs: in the transaction of the change, and a nudge when it has been committed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from search.models import IndexJob

EMBEDDED = "embedded"

#: Every index that is kept true. Each has jobs of its own, so one's trouble does not hold up another.
TARGETS = (EMBEDDED,)


def request_index(pks: Iterable[int]) -> None:
    """Ask for the documents of these pages to be brought up to date."""
    jobs = [IndexJob(page_id=pk, target=target) for pk in dict.fromkeys(pks) for target in TARGETS]
    if not jobs:
        return
    IndexJob.objects.bulk_create(jobs, batch_size=500)
    transaction.on_commit(_nudge, robust=True)


def _nudge() -> None:
    from search.index.sync import sync  # noqa: PLC0415 - engines are loaded when first used

    sync()
