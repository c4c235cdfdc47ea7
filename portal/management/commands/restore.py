"""Put a backup back: database, uploads, then the tables of this release and a new index on this machine."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from wagtail.models import Page

from portal.backup.archive import put_back, read_manifest
from search.index.active import is_server, own_targets
from search.models import TargetState


class Command(BaseCommand):
    """``bin/restore`` calls this. Stop the portal first."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which archive, and whether to ask."""
        parser.add_argument("archive", type=Path)
        parser.add_argument("--yes", action="store_true", help="replace what is there without asking")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Ask where something would be lost, then do it."""
        about = read_manifest(options["archive"])
        pages = self._pages()
        if pages and not options["yes"]:
            question = (
                f"This portal holds {pages} pages. Replace all of it by the backup of {about['created']}?"
            )
            if not self._agreed(question):
                raise CommandError("Nothing was changed.")
        put_back(options["archive"])
        call_command("migrate", verbosity=0)
        self._build_indexes()
        self.stdout.write(f"Restored: {self._pages()} pages of {about['created']}.")

    def _build_indexes(self) -> None:
        """Believe nothing that the backup says of indexes. Files of this machine are built at once.

        What stands on a server, which may be away, and on other machines is compared before it is believed.
        """
        TargetState.objects.all().delete()
        for target in own_targets():
            if is_server(target):
                self.stdout.write(f"{target}: the worker compares it when the portal runs.")
            else:
                call_command("search_index", "rebuild", "--engine", target, stdout=self.stdout)

    def _pages(self) -> int:
        try:
            return int(Page.objects.filter(depth__gt=2).count())
        except DatabaseError:  # no tables yet: an empty clone
            return 0

    def _agreed(self, question: str) -> bool:
        try:
            return input(f"{question} [ja/nee] ").strip().lower() in {"j", "ja", "y", "yes"}
        except EOFError:
            return False
