"""Stepping down: what is left of a question when nothing answers all of it.

Engine-neutral: an engine walks the steps until one has an answer. Selections play no part,
so that choosing a facet never changes what the words mean.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice
from math import log2
from statistics import fmean
from typing import Final

from search.engines.enough import required
from search.language.query import AnalysedQuery

#: The concepts that are kept carry at least this share of the query's weight: below it,
#: an answer would be to another question, and "nothing found" is the honest one.
KEPT_SHARE: Final = 0.5

#: What a concept's weight is multiplied with when no text has it.
ABSENT: Final = 2

#: No more lighter questions than these are tried, and weighed.
MOST_STEPS: Final = 24
_MOST_WEIGHED: Final = 500

_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Step:
    """A lighter query, and the surfaces it no longer asks for (in the order they were typed)."""

    query: AnalysedQuery
    dropped: tuple[str, ...]


def steps_down(query: AnalysedQuery, holders: Sequence[int] = ()) -> Iterator[Step]:
    """The query without some of its required concepts: the most weight that can be kept comes first.

    ``holders`` says for each concept how many texts have it. One that no text has is gone in every
    step, and weighs double: it is what the question is about. Of the others a rare one weighs more
    than one that many texts have. Of equals the one typed last goes first. Concepts that are not
    required stay: they never stood in the way.
    """
    held = holders or [1] * len(query.concepts)
    weights = _weights(query, held)
    present = [number for number in weights if held[number]]
    least = round(KEPT_SHARE * sum(weights.values()), _DIGITS)
    weighed = ((_weight(kept, weights), kept) for kept in islice(_choices(present), _MOST_WEIGHED))
    enough = [(weight, kept) for weight, kept in weighed if weight >= least and len(kept) < len(weights)]
    for _, kept in sorted(enough, key=lambda each: (-each[0], each[1]))[:MOST_STEPS]:
        gone = [number for number in weights if number not in kept]
        left = tuple(concept for each, concept in enumerate(query.concepts) if each not in gone)
        yield Step(replace(query, concepts=left), tuple(query.concepts[each].surface for each in gone))


def _choices(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """All of them, all but one, all but two, and so on; never none."""
    for size in range(len(numbers), 0, -1):
        yield from combinations(numbers, size)


def _weight(kept: tuple[int, ...], weights: Mapping[int, float]) -> float:
    return round(sum(weights[number] for number in kept), _DIGITS)


def _weights(query: AnalysedQuery, held: Sequence[int]) -> dict[int, float]:
    """The weight of each required concept, by how rare it is among those that some text has."""
    numbers = required(query)
    rare = {number: 1 / (2 + log2(1 + held[number])) for number in numbers if held[number]}
    usual = fmean(rare.values()) if rare else 1.0
    return {
        number: query.concepts[number].weight * (rare[number] / usual if number in rare else ABSENT)
        for number in numbers
    }
