"""Fill the vocabularies with the terms that the portal starts with."""

from typing import Any

from django.core.management.base import BaseCommand

from vocabulary.data_files import read_terms
from vocabulary.loading import load_terms


class Command(BaseCommand):
    """Repeatable: adds what is missing and never overwrites what an editor changed."""

    help = "Add the terms of vocabulary/data that are missing. What editors changed stays."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say how many terms are new."""
        loaded = load_terms(read_terms())
        self.stdout.write(f"terms: {loaded.created} created, {loaded.kept} kept")
