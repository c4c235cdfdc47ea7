"""A set of judged queries run through the search, and the figures that come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any, Final

from search.relevance.judgements import JudgedQuery, judged_series, series_of
from search.relevance.scoring import DEPTH, ndcg, reciprocal_rank, succeeds

#: From a query and a number to the keys of that many of its hits, best first.
Ranker = Callable[[str, int], Sequence[str]]

WORST: Final = 10
#: How far down judged hits are looked for, and in what steps.
DEEPEST: Final = 4000
DEEPER: Final = 20


@dataclass(frozen=True, slots=True)
class Scored:
    """One judged query with what the search made of it.

    ``ranking`` holds the first hits that were judged, ``shown`` the first hits as a visitor sees them.
    """

    judged: JudgedQuery
    ranking: tuple[str, ...]
    shown: tuple[str, ...]
    ndcg: float
    reciprocal_rank: float
    succeeds: bool


@dataclass(frozen=True, slots=True)
class RelevanceReport:
    """All queries of a set.

    Contributions that were never judged are neither right nor wrong, so they are skipped ("condensed
    lists"): added to a collection they may only cost what they do to the order and the finding of
    the others. How many of the first hits they are, and nDCG with each of them counted as wrong, is
    given beside it. Means are over the queries to which something is relevant; the others
    (``unanswerable``) are counted apart, by how many of them got hits all the same."""

    scored: tuple[Scored, ...]
    unanswerable: tuple[Scored, ...]

    @property
    def ndcg(self) -> float:
        """Mean nDCG@10."""
        return _mean(each.ndcg for each in self.scored)

    @property
    def strict_ndcg(self) -> float:
        """Mean nDCG@10 when every unjudged hit counts as wrong."""
        return _mean(ndcg(each.shown, each.judged.relevant) for each in self.scored)

    @property
    def unjudged(self) -> float:
        """Mean share of unjudged contributions among the first hits."""
        return _mean(
            1 - len(set(each.shown) & set(each.ranking)) / len(each.shown)
            for each in self.scored
            if each.shown
        )

    @property
    def mrr(self) -> float:
        """Mean reciprocal rank of the first answer."""
        return _mean(each.reciprocal_rank for each in self.scored)

    @property
    def success(self) -> float:
        """Share of queries with an answer among the first three hits."""
        return _mean(each.succeeds for each in self.scored)

    @property
    def answered(self) -> float:
        """Share of queries that found anything at all."""
        return _mean(bool(each.ranking) for each in self.scored)

    @property
    def false_answers(self) -> tuple[Scored, ...]:
        """Queries to which nothing is relevant and that got hits all the same."""
        return tuple(each for each in self.unanswerable if each.ranking)

    @property
    def worst(self) -> tuple[Scored, ...]:
        """The queries that most need work."""
        return tuple(sorted(self.scored, key=lambda each: each.ndcg)[:WORST])

    def as_json(self) -> dict[str, Any]:
        """The figures in the form that other tools read."""
        return {
            "queries": len(self.scored) + len(self.unanswerable),
            "ndcg@10": round(self.ndcg, 4),
            "ndcg@10_unjudged_as_wrong": round(self.strict_ndcg, 4),
            "unjudged": round(self.unjudged, 4),
            "mrr": round(self.mrr, 4),
            "success@3": round(self.success, 4),
            "answered": round(self.answered, 4),
            "false_answers": len(self.false_answers),
            "nothing_relevant": len(self.unanswerable),
            "worst": [
                {
                    "query": each.judged.query,
                    "ndcg@10": round(each.ndcg, 4),
                    "wanted": dict(each.judged.relevant),
                    "found": list(each.ranking),
                }
                for each in self.worst
            ],
        }


def measure(judged: Sequence[JudgedQuery], rank: Ranker) -> RelevanceReport:
    """Run every query."""
    series = judged_series(judged)
    scored = [_scored(each, rank, series) for each in judged]
    return RelevanceReport(
        tuple(each for each in scored if each.judged.relevant),
        tuple(each for each in scored if not each.judged.relevant),
    )


def _scored(judged: JudgedQuery, rank: Ranker, series: frozenset[str]) -> Scored:
    shown = list(rank(judged.query, DEPTH))
    ranking, depth, more = _known(shown, series), DEPTH, len(shown) == DEPTH
    while len(ranking) < DEPTH and more and depth < DEEPEST:
        depth *= DEEPER
        found = rank(judged.query, depth)
        ranking, more = _known(found, series), len(found) == depth
    ranking = ranking[:DEPTH]
    grades = judged.relevant
    return Scored(
        judged,
        tuple(ranking),
        tuple(shown),
        ndcg(ranking, grades),
        reciprocal_rank(ranking, grades),
        succeeds(ranking, grades),
    )


def _known(keys: Iterable[str], series: frozenset[str]) -> list[str]:
    return [key for key in keys if series_of(key) in series]


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return fmean(numbers) if numbers else 0.0
