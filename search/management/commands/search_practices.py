"""Search on the command line: the same answer as the page, for scripts and measurements."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.weights import DEEPEST_HIT
from search.facets import FACET_BY_KEY, FACET_BY_PARAM
from search.params import MAX_QUERY_LENGTH, PAGE_SIZE, SORT_PARAMS, SearchParams, clean_text
from search.results import SearchResults
from search.service import search


class Command(BaseCommand):
    """``search_practices "QUERY" --filter theme=onboarding-en-instroom --json``."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The question and how to narrow it."""
        parser.add_argument("query", nargs="?", default="")
        parser.add_argument(
            "--filter",
            action="append",
            default=[],
            metavar="KEY=SLUG",
            help=f"repeatable; keys: {', '.join(FACET_BY_KEY)} (or their names in addresses)",
        )
        parser.add_argument("--sort", default="relevance", help="relevance, newest, title or evidence")
        parser.add_argument(
            "--limit",
            type=int,
            default=PAGE_SIZE,
            help=f"hits to show, {PAGE_SIZE} if not said; never more than the first {DEEPEST_HIT}",
        )
        parser.add_argument("--engine", default="")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Search and print."""
        try:
            results = search(_params(options), engine_name=options["engine"], limit=max(0, options["limit"]))
        except ValueError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(as_json(results), ensure_ascii=False))
            return
        for hit in results.hits:
            title = "".join(segment.text for segment in hit.title)
            self.stdout.write(f"{hit.score:8.3f}  {hit.reference or hit.slug:24}  {title}")
        self.stdout.write(f"{results.total} found ({results.outcome})")


def as_json(results: SearchResults) -> dict[str, Any]:
    """The answer as plain values; this form is kept stable, other tools read it."""
    return {
        "engine": results.engine,
        "outcome": results.outcome.value,
        "total": results.total,
        "did_you_mean": results.did_you_mean.text if results.did_you_mean else None,
        "hits": [
            {
                "key": hit.reference or hit.key,
                "slug": hit.slug,
                "kind": hit.kind,
                "title": "".join(segment.text for segment in hit.title),
                "score": round(hit.score, 6),
            }
            for hit in results.hits
        ],
        "facets": {
            view.facet.key: [
                {"slug": value.slug, "count": value.count, "selected": value.selected}
                for value in view.values
            ]
            for view in results.facets
        },
    }


def _params(options: dict[str, Any]) -> SearchParams:
    selections: dict[str, tuple[str, ...]] = {}
    for pair in options["filter"]:
        name, separator, slug = pair.partition("=")
        facet = FACET_BY_KEY.get(name) or FACET_BY_PARAM.get(name)
        if facet is None or not separator:
            raise CommandError(f"Not a filter: {pair}. Write KEY=SLUG; keys: {', '.join(FACET_BY_KEY)}.")
        selections[facet.key] = (*selections.get(facet.key, ()), slug)
    by_name = {sort.value: sort for sort in SORT_PARAMS.values()} | SORT_PARAMS
    if options["sort"] not in by_name:
        raise CommandError(f"Not an order: {options['sort']}. There are: {', '.join(by_name)}.")
    query = clean_text(options["query"])[:MAX_QUERY_LENGTH]
    return SearchParams(query=query, selections=selections, sort=by_name[options["sort"]])
