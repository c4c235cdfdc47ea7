"""Fill the portal with the demonstration cases."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from demo.accounts import make_accounts
from demo.cases import DATA, rows
from demo.loading import load
from demo.pairs import load_pairs
from regions.models import RegionPage


class Command(BaseCommand):
    """Repeatable: a second run changes nothing; a changed row updates its page."""

    help = "Load the demonstration cases. Safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accounts only when asked for: a portal that shows the cases need not let anybody in."""
        parser.add_argument("--folder", type=Path, default=DATA, help="Where the data files are.")
        parser.add_argument("--accounts", action="store_true", help="Also make the demonstration accounts.")
        parser.add_argument("--new-passwords", action="store_true", help="Give those accounts new passwords.")

    def handle(self, **options: Any) -> None:
        """Load; then tell what happened, row by row where something is wrong."""
        if not RegionPage.objects.exists():
            call_command("set_up_portal", verbosity=options["verbosity"], stdout=self.stdout)
        report = load(rows(options["folder"]))
        pairs = load_pairs(options["folder"])
        if options["verbosity"]:
            self.stdout.write(
                f"Demonstration cases: {len(report.added)} added, {len(report.changed)} changed, "
                f"{len(report.unchanged)} unchanged; {pairs} pairs of a failure and a success added."
            )
        if options["accounts"]:
            path = make_accounts(settings.DATA_DIR, options["new_passwords"])
            if options["verbosity"]:
                self.stdout.write(f"Accounts and passwords are in {path}")
        if report.broken:
            lines = [f"  {key}: {reason}" for key, reason in report.broken.items()]
            raise CommandError("\n".join([f"{len(lines)} cases could not be loaded:", *lines]))
