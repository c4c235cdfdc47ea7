"""Why a contribution is found for a question, or which of its words it lacks."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.explaining import explain
from search.finding import document_named
from search.labels import label_book
from search.language import analyse_query
from search.params import clean_text
from search.synonyms.tables import editorial


class Command(BaseCommand):
    """``explain_search "QUERY" SLUG_OR_KEY``."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The question, and which contribution."""
        parser.add_argument("query")
        parser.add_argument("contribution", metavar="SLUG_OR_KEY")

    def handle(self, **options: Any) -> None:
        """One line per match, heaviest first."""
        document = document_named(options["contribution"])
        if document is None:
            raise CommandError(f"Nothing in the index is called {options['contribution']}.")
        query = analyse_query(clean_text(options["query"]), editorial(label_book().stamp).synonyms)
        explanation = explain(query, document)
        self.stdout.write(document["title"])
        for match in explanation.matches:
            self.stdout.write(
                f"  {match.weight:5.2f}  {match.typed:20} {match.reason:12} {match.field:8} {match.found}"
            )
        for surface in explanation.missing:
            self.stdout.write(f"   none  {surface}")
