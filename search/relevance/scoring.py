"""The measures of relevance, as pure functions of a ranking and its judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2
from typing import Final

Grades = Mapping[str, int]

#: People look at one screen of results.
DEPTH: Final = 10
#: What a first glance takes in.
GLANCE: Final = 3
#: A hit with this grade answers the question; a merely related one (grade 1) does not.
ANSWERING_GRADE: Final = 2


def ndcg(ranking: Sequence[str], grades: Grades, depth: int = DEPTH) -> float:
    """How close the order of the first hits comes to the best order there is, from 0 to 1.

    A grade gains 2^grade - 1, discounted by the logarithm of its rank.
    """
    ideal = _discounted(sorted(grades.values(), reverse=True)[:depth])
    if not ideal:
        return 0.0
    return _discounted([grades.get(key, 0) for key in ranking[:depth]]) / ideal


def reciprocal_rank(ranking: Sequence[str], grades: Grades) -> float:
    """1 for an answer on the first place, 1/2 on the second, 0 for none among the ranking."""
    for rank, key in enumerate(ranking, start=1):
        if _answers(key, grades):
            return 1 / rank
    return 0.0


def succeeds(ranking: Sequence[str], grades: Grades, glance: int = GLANCE) -> bool:
    """Whether a first glance meets an answer."""
    return any(_answers(key, grades) for key in ranking[:glance])


def _answers(key: str, grades: Grades) -> bool:
    """Where nothing better than related exists, related is the answer."""
    return grades.get(key, 0) >= min(ANSWERING_GRADE, max(grades.values(), default=ANSWERING_GRADE))


def _discounted(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))
