"""Do what is due: scheduled publishing, waiting mail and index jobs, sweeping, the nightly comparison.

The one line for cron. The worker of ``bin/serve`` does the same, so where that runs no cron is
needed; both together do no harm.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from portal.due.running import run_due
from portal.due.steps import STEPS


class Command(BaseCommand):
    """Ends with 1 when a step failed; the others were done all the same."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which steps, and whether to wait for their time."""
        names = [step.name for step in STEPS]
        parser.add_argument("steps", nargs="*", metavar="STEP", help=f"only these: {', '.join(names)}")
        parser.add_argument("--all", action="store_true", help="also what is not due yet")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do it."""
        chosen = [step for step in STEPS if not options["steps"] or step.name in options["steps"]]
        done = run_due(chosen, everything=options["all"] or bool(options["steps"]))
        if options["verbosity"] > 1:
            for name, well in done.items():
                self.stdout.write(f"{name:10}{'done' if well else 'failed'}")
        if failed := [name for name, well in done.items() if not well]:
            self.stderr.write(f"Failed: {', '.join(failed)}. /health/ and the log say why.")
            sys.exit(1)
