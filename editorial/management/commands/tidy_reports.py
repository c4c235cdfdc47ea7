"""``manage.py tidy_reports``: forget what is no longer needed to handle reports, tips and spreadsheets."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from editorial.tidying import tidy, tidy_imports, tidy_tips


class Command(BaseCommand):
    """For cron. A new report and a closed one do the same, so without cron nothing stays for ever either."""

    help = "Removes what people left with reports, tips and spreadsheets and whose time is over."

    def handle(self, *args: Any, **options: Any) -> None:
        """Tidy, and say what was done."""
        addresses, reports = tidy()
        contacts, tips = tidy_tips()
        self.stdout.write(f"{addresses} mail addresses and {reports} closed reports removed.")
        self.stdout.write(
            f"{contacts} contacts of tellers, {tips} tips and {tidy_imports()} spreadsheets removed."
        )
