"""Write the database and all uploads to one archive, while the portal runs."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.backup.archive import create


class Command(BaseCommand):
    """``bin/backup`` calls this."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("folder", nargs="?", type=Path, help="default: backups in DATA_DIR")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do it and say where it is."""
        path = create(options["folder"] or settings.DATA_DIR / "backups")
        self.stdout.write(f"Written: {path} ({path.stat().st_size / 1e6:.1f} MB)")
