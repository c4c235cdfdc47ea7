"""The floor below which the ranking may not fall, on the project's own judged queries."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from search.index.targets import engine_named
from search.language import Speller
from search.language.folding import fold
from search.management.commands.relevance import ranking
from search.relevance.judgements import read_judgements
from search.relevance.report import RelevanceReport, measure

pytestmark = pytest.mark.django_db

QUERIES = Path(__file__).parent / "queries.yaml"
#: Written by somebody who had not seen the search: its floors guard what was reached on them, no more.
FRESH = Path(__file__).parent / "fresh-queries.yaml"
TYPED = Path(__file__).parents[1] / "search/language/data/typing-errors.csv"


@pytest.fixture(scope="module")
def report(collection: Path, django_db_blocker: object) -> RelevanceReport:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return measure(read_judgements(QUERIES), ranking)


def test_there_are_more_than_a_hundred_queries(report: RelevanceReport) -> None:
    assert len(report.scored) >= 100
    assert len(report.unanswerable) >= 15


def test_the_order_is_nearly_the_best_there_is(report: RelevanceReport) -> None:
    assert report.ndcg >= 0.92, report.as_json()


def test_a_first_glance_meets_an_answer(report: RelevanceReport) -> None:
    assert report.success >= 0.95, report.as_json()


def test_nothing_is_said_where_there_is_nothing(report: RelevanceReport) -> None:
    assert len(report.false_answers) <= 0.2 * len(report.unanswerable), [
        each.judged.query for each in report.false_answers
    ]


@pytest.fixture(scope="module")
def fresh(collection: Path, django_db_blocker: object) -> RelevanceReport:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return measure(read_judgements(FRESH), ranking)


def test_what_others_ask_is_answered_too(fresh: RelevanceReport) -> None:
    assert fresh.ndcg >= 0.89, fresh.as_json()
    assert fresh.success >= 0.95, fresh.as_json()
    assert len(fresh.false_answers) <= 0.2 * len(fresh.unanswerable)


def test_the_collections_own_words_mend_typing_errors(collection: Path) -> None:
    speller = Speller(engine_named("embedded").vocabulary())
    with TYPED.open(encoding="utf-8", newline="") as lines:
        errors = [(row["typed"], fold(row["right"])) for row in csv.DictReader(lines)]
    assert len(errors) >= 200
    assert sum(speller.suggest(typed) == right for typed, right in errors) >= 0.94 * len(errors)
