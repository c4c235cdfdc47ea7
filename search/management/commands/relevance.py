"""How well the search ranks, measured on judged queries through the same service as the page."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.params import MAX_QUERY_LENGTH, SearchParams, clean_text
from search.relevance.judgements import JudgementError, read_judgements
from search.relevance.report import RelevanceReport, Scored, measure
from search.relevance.scoring import DEPTH
from search.results import Outcome
from search.service import search


class Command(BaseCommand):
    """``relevance FILE.yaml [--engine NAME] [--json]``."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file of judgements, and the engine to ask."""
        parser.add_argument("file", type=Path, help="YAML: a list of {query, relevant: {key: grade}}")
        parser.add_argument("--engine", default="")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Measure and print."""
        try:
            judged = read_judgements(options["file"])
            report = measure(judged, partial(ranking, engine=options["engine"]))
        except (JudgementError, ValueError) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False))
        else:
            self._print(report)

    def _print(self, report: RelevanceReport) -> None:
        total, false = len(report.unanswerable), len(report.false_answers)
        self.stdout.write(f"queries        {len(report.scored) + total}")
        self.stdout.write(f"nDCG@10        {report.ndcg:.3f}")
        self.stdout.write(
            f"               {report.strict_ndcg:.3f} with unjudged hits as wrong"
            f" ({report.unjudged:.0%} of the first {DEPTH} were never judged)"
        )
        self.stdout.write(f"MRR            {report.mrr:.3f}")
        self.stdout.write(f"success@3      {report.success:.3f}")
        self.stdout.write(f"answered       {report.answered:.3f}")
        self.stdout.write(f"false answers  {false} of {total} queries to which nothing is relevant")
        for each in report.false_answers:
            self.stdout.write(f"               {each.judged.query}: {' '.join(each.ranking)}")
        self.stdout.write("worst")
        for each in report.worst:
            self.stdout.write(f"  {each.ndcg:.3f}  {each.judged.query}\n         {_compared(each)}")


def ranking(query: str, limit: int = DEPTH, engine: str = "") -> list[str]:
    """The keys of the first hits, as the page shows them."""
    params = SearchParams(query=clean_text(query)[:MAX_QUERY_LENGTH])
    results = search(params, engine_name=engine, limit=limit)
    if results.outcome == Outcome.UNAVAILABLE:
        raise CommandError("Search is away: is there an index (manage.py search_index rebuild)?")
    return [hit.reference or hit.key for hit in results.hits]


def _compared(each: Scored) -> str:
    wanted = " ".join(f"{key}:{grade}" for key, grade in each.judged.relevant.items())
    found = " ".join(f"{key}:{each.judged.relevant.get(key, 0)}" for key in each.ranking) or "nothing"
    return f"wanted {wanted}; found {found}"
