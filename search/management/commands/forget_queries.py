"""Delete counts of questions that are older than SEARCH_LOG_DAYS."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search.querylog.reading import forget_old


class Command(BaseCommand):
    """For a daily run."""

    help = __doc__ or ""

    def handle(self, **_options: Any) -> None:
        """Delete and say how many."""
        self.stdout.write(f"Forgotten: {forget_old()} counts of questions.")
