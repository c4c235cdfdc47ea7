"""Care for the index: how it stands, rebuild it, bring it up to date, compare it with the database."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from search.engines.base import EngineUnavailable, WriterBusy
from search.index.outbox import EMBEDDED
from search.index.proof import NotProven
from search.index.queue import age, oldest_open
from search.index.rebuild import rebuild
from search.index.sync import sync
from search.index.targets import engine_named
from search.index.verification import verify
from search.models import IndexJob


class Command(BaseCommand):
    """``search_index status|rebuild|sync|verify``."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One word says what to do."""
        actions = parser.add_subparsers(dest="action", required=True)
        status = actions.add_parser("status", help="how the index stands")
        status.add_argument(
            "--exit-code", action="store_true", help="end with 1 when a rebuild is due, for release scripts"
        )
        actions.add_parser("rebuild", help="build a new index beside the live one and swap")
        actions.add_parser("sync", help="carry out all due jobs")
        check = actions.add_parser("verify", help="compare with the database, both ways, and heal")
        check.add_argument("--no-heal", action="store_true", help="only say what differs")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do it."""
        action = {
            "status": self._status, "rebuild": self._rebuild, "sync": self._sync, "verify": self._verify
        }[options["action"]]  # fmt: skip
        try:
            action(options)
        except (EngineUnavailable, WriterBusy, NotProven) as error:
            raise CommandError(str(error)) from error

    def _status(self, options: dict[str, Any]) -> None:
        status = engine_named().status()
        open_jobs = IndexJob.objects.filter(done_at=None)
        oldest = oldest_open(EMBEDDED)
        self.stdout.write(f"engine       {status.engine}")
        self.stdout.write(f"available    {'yes' if status.available else 'no'}  {status.detail}".rstrip())
        self.stdout.write(f"documents    {status.documents}")
        self.stdout.write(f"generation   {status.generation or '-'}")
        self.stdout.write(f"hash wanted  {status.fingerprint}")
        self.stdout.write(f"segments     {status.segments}")
        self.stdout.write(f"open jobs    {open_jobs.count()}")
        if oldest:
            seconds = age(oldest).total_seconds()
            self.stdout.write(
                f"oldest job   {seconds:.0f} s, {oldest.attempts} attempts  {oldest.last_error}".rstrip()
            )
        if options["exit_code"] and not status.available:
            sys.exit(1)

    def _rebuild(self, _options: dict[str, Any]) -> None:
        with tqdm(unit=" pages", disable=None, file=sys.stderr) as bar:

            def progress(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            try:
                report = rebuild(progress=progress)
            except WriterBusy as error:
                raise CommandError("Another rebuild is running. Wait for it: it does the same.") from error
        self.stdout.write(f"Rebuilt: {report.documents} documents, {report.replayed} changes replayed.")

    def _sync(self, _options: dict[str, Any]) -> None:
        report = sync()
        if report.busy:
            self.stdout.write("Another process is at it; it carries out all jobs.")
        self.stdout.write(f"Written {report.written}, deleted {report.deleted}, put off {report.failed}.")

    def _verify(self, options: dict[str, Any]) -> None:
        drift = verify(heal=not options["no_heal"])
        self.stdout.write(
            f"Missing {len(drift.missing)}, different {len(drift.different)}, "
            f"superfluous {len(drift.superfluous)}."
        )
        if drift.pks and not options["no_heal"]:
            self._sync(options)
