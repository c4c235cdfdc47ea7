"""Fill the editors' synonyms from the list that the search brings, once."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search.labels import stamp_labels
from search.language import default_synonyms
from search.models import SynonymSet
from search.synonyms.rules import fields_of


class Command(BaseCommand):
    """Safe to repeat: as soon as there is one set, the list belongs to the editors."""

    help = __doc__ or ""

    def handle(self, **options: Any) -> None:
        """Load, unless there is something already."""
        if SynonymSet.objects.exists():
            message = "Synonyms: kept as the editors have them."
        else:
            fields = map(fields_of, default_synonyms().rules)
            made = SynonymSet.objects.bulk_create(SynonymSet(words=w, also_finds=f) for w, f in fields)
            stamp_labels()
            message = f"Synonyms: {len(made)} sets loaded."
        if options["verbosity"]:
            self.stdout.write(message)
