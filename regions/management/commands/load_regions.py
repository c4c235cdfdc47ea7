"""Fill the regions, their employers' organisations, places and postcodes."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from regions import data_files, loading


class Command(BaseCommand):
    """Repeatable: adds what is missing and never overwrites what an editor changed."""

    help = "Add the rows of regions/data that are missing. What editors changed stays."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Load in the order in which one needs the other, and say how many rows are new."""
        steps = {
            "organisations": loading.load_organisations(data_files.read_organisations()),
            "regions": loading.load_regions(data_files.read_regions()),
            "places": loading.load_places(data_files.read_places()),
            "postcodes": loading.load_postcodes(data_files.read_postcodes()),
        }
        for what, loaded in steps.items():
            self.stdout.write(f"{what}: {loaded.created} created, {loaded.kept} kept")
