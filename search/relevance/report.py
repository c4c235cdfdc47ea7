"""A set of judged queries run through the search, and the figures that come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any, Final

from search.relevance.judgements import JudgedQuery
from search.relevance.scoring import ndcg, reciprocal_rank, succeeds

#: From a query to the keys of what it finds, best first.
Ranker = Callable[[str], Sequence[str]]

WORST: Final = 10


@dataclass(frozen=True, slots=True)
class Scored:
    """One judged query with what the search made of it."""

    judged: JudgedQuery
    ranking: tuple[str, ...]
    ndcg: float
    reciprocal_rank: float
    succeeds: bool


@dataclass(frozen=True, slots=True)
class RelevanceReport:
    """All queries of a set. Means are over the queries to which something is relevant; the others
    (``unanswerable``) are counted apart, by how many of them got hits all the same."""

    scored: tuple[Scored, ...]
    unanswerable: tuple[Scored, ...]

    @property
    def ndcg(self) -> float:
        """Mean nDCG@10."""
        return _mean(each.ndcg for each in self.scored)

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


def measure(judged: Iterable[JudgedQuery], rank: Ranker) -> RelevanceReport:
    """Run every query once."""
    scored = [_scored(each, tuple(rank(each.query))) for each in judged]
    return RelevanceReport(
        tuple(each for each in scored if each.judged.relevant),
        tuple(each for each in scored if not each.judged.relevant),
    )


def _scored(judged: JudgedQuery, ranking: tuple[str, ...]) -> Scored:
    grades = judged.relevant
    return Scored(
        judged, ranking, ndcg(ranking, grades), reciprocal_rank(ranking, grades), succeeds(ranking, grades)
    )


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return fmean(numbers) if numbers else 0.0
