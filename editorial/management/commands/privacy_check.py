"""Judge the privacy check on a list of sentences of which is known what they hold."""

import csv
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from editorial.privacy import scoring
from editorial.privacy.scoring import Figures, Score


class Command(BaseCommand):
    """For rows ``text,personal_data,category``: what is found of what is there, kind by kind."""

    help = "Judge the privacy check on sentences: rows text,personal_data,category (name=...; phone=...)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One file; people read a table, programs JSON."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="print JSON instead of a table")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the figures."""
        try:
            with options["file"].open(encoding="utf-8-sig", newline="") as lines:
                sentences = scoring.read(csv.DictReader(lines))
        except (OSError, KeyError, ValueError) as error:
            raise CommandError(
                f"{options['file']} cannot be read as a list of sentences: {error}. "
                "Give it the columns text,personal_data,category."
            ) from error
        score = scoring.score(sentences)
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(score), ensure_ascii=False, indent=1))
        else:
            self.stdout.write(_as_table(score))


def _as_json(score: Score) -> dict[str, object]:
    return {
        "all": _figures(score.all),
        "kinds": {str(kind): _figures(figures) for kind, figures in score.kinds.items()},
        "wrong": [
            {
                "text": sentence.text,
                "expected": [f"{kind}={words}" for kind, words in sentence.expected],
                "found": [f"{finding.kind}={finding.text}" for finding in findings],
            }
            for sentence, findings in score.wrong
        ],
    }


def _figures(figures: Figures) -> dict[str, float]:
    return {
        "expected": figures.expected,
        "found": figures.found,
        "findings": figures.findings,
        "right": figures.right,
        "recall": round(figures.recall, 4),
        "precision": round(figures.precision, 4),
    }


def _as_table(score: Score) -> str:
    lines = [f"{'kind':12}{'found':>12}{'recall':>9}{'right':>12}{'precision':>11}"]
    for name, figures in [*((str(kind), each) for kind, each in score.kinds.items()), ("all", score.all)]:
        found, right = f"{figures.found}/{figures.expected}", f"{figures.right}/{figures.findings}"
        lines.append(f"{name:12}{found:>12}{figures.recall:>8.0%} {right:>12}{figures.precision:>10.0%}")
    for sentence, findings in score.wrong:
        said = ", ".join(f"{finding.kind}={finding.text}" for finding in findings) or "nothing"
        lines += ["", sentence.text, f"  found: {said}"]
    return "\n".join(lines)
