"""Fill the portal with synthetic practices, for measurements."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from demo.generator.run import generate
from regions.models import RegionPage


class Command(BaseCommand):
    """Repeatable: the same seed gives the same practices, and those that are there are not made again."""

    help = "Publish N realistic synthetic practices. Not for a portal that people use."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many, which ones, and how many of them attempts."""
        parser.add_argument("count", type=int, metavar="N")
        parser.add_argument("--seed", type=int, default=1, help="Another seed gives other practices.")
        parser.add_argument("--attempts-share", type=float, default=0.1, help="Share of attempts, 0 to 1.")

    def handle(self, **options: Any) -> None:
        """Generate; then say what else has to be rebuilt."""
        if options["count"] < 0 or not 0 <= options["attempts_share"] <= 1:
            raise CommandError("N cannot be negative, and the share of attempts lies between 0 and 1.")
        if not RegionPage.objects.exists():
            call_command("set_up_portal", verbosity=options["verbosity"], stdout=self.stdout)
        made = generate(options["count"], options["seed"], options["attempts_share"])
        if options["verbosity"]:
            self.stdout.write(f"Synthetic practices: {made} made, {options['count'] - made} were there.")
        if made and options["verbosity"]:
            self.stdout.write("They are not in any index yet. Now run:")
            self.stdout.write("  manage.py search_index rebuild        the portal's own search")
            self.stdout.write("  manage.py update_index                the search of the admin")
            self.stdout.write("  manage.py rebuild_references_index    where terms and keywords are used")
