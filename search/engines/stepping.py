"""Stepping down: what is left of a question when nothing answers all of it.

Engine-neutral: an engine walks the steps until one has an answer. Selections play no part,
so that choosing a facet never changes what the words mean.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from search.engines.enough import required
from search.language.query import AnalysedQuery

#: The concepts that are kept carry at least this share of the query's weight: below it,
#: an answer would be to another question, and "nothing found" is the honest one.
KEPT_SHARE: Final = 0.5

#: What a concept's weight is multiplied with when no text has it.
ABSENT: Final = 2

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Step:
    """A lighter query, and the surfaces it no longer asks for (in the order they were typed)."""

    query: AnalysedQuery
    dropped: tuple[str, ...]


def steps_down(query: AnalysedQuery, holders: Sequence[int] = ()) -> Iterator[Step]:
    """The query without its lightest required concept, then without the two lightest, and so on.

    ``holders`` says for each concept how many texts have it. One that no text has weighs double:
    it is what the question is about. Of equally light concepts the one that most texts have goes
    first, then the one typed last. Concepts that are not required stay: they never stood in the way.
    """
    held = holders or [1] * len(query.concepts)
    weights = {
        number: query.concepts[number].weight * (1 if held[number] else ABSENT) for number in required(query)
    }
    total = left = sum(weights.values())
    gone: set[int] = set()
    for number in sorted(weights, key=lambda each: (weights[each], -held[each], -each))[:-1]:
        left -= weights[number]
        if left < KEPT_SHARE * total - _ROUNDING:
            return
        gone.add(number)
        kept = tuple(concept for each, concept in enumerate(query.concepts) if each not in gone)
        yield Step(
            replace(query, concepts=kept), tuple(query.concepts[each].surface for each in sorted(gone))
        )
