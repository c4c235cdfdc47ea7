"""Judge the Dutch of the search on a list of word pairs, beside what engines do of themselves."""

import csv
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.language import pairs, reports


class Command(BaseCommand):
    """For rows ``word_a,word_b,same,category,note``: does a search for a find a text of only b?"""

    help = "Judge the language part on pairs of words that must, or must not, find each other."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One file; people read a table, programs JSON."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="print JSON instead of a table")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the score."""
        try:
            with options["file"].open(encoding="utf-8", newline="") as lines:
                listed = pairs.read(csv.DictReader(lines))
        except (OSError, KeyError, UnicodeDecodeError) as error:
            raise CommandError(f"{options['file']} cannot be read as a list of pairs: {error!r}") from error
        ours = pairs.score(listed)
        if options["json"]:
            self.stdout.write(json.dumps(reports.as_json(ours), ensure_ascii=False, indent=1))
            return
        scores = {"portal": ours, **{name: pairs.score(listed, pairs.stock(name)) for name in pairs.STOCK}}
        self.stdout.write(reports.as_table(scores))
