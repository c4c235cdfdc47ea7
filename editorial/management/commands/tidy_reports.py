"""``manage.py tidy_reports``: forget what is no longer needed to handle a report."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from editorial.tidying import tidy


class Command(BaseCommand):
    """For cron. A new report and a closed one do the same, so without cron nothing stays for ever either."""

    help = "Removes mail addresses of handled reports, and reports that were closed a year ago."

    def handle(self, *args: Any, **options: Any) -> None:
        """Tidy, and say what was done."""
        addresses, reports = tidy()
        self.stdout.write(f"{addresses} mail addresses and {reports} closed reports removed.")
