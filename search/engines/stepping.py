"""Stepping down: what is left of a question when nothing answers all of it.

Engine-neutral: an engine walks the steps until one has an answer. Selections play no part,
so that choosing a facet never changes what the words mean.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.language.query import AnalysedQuery

#: The concepts that are kept carry at least this share of the query's weight: below it,
#: an answer would be to another question, and "nothing found" is the honest one.
KEPT_SHARE = 0.5

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Step:
    """A lighter query, and the surfaces it no longer asks for (in the order they were typed)."""

    query: AnalysedQuery
    dropped: tuple[str, ...]


def steps_down(query: AnalysedQuery) -> Iterator[Step]:
    """The query without its lightest concept, then without the two lightest, and so on.

    Of equally light concepts the one typed last goes first.
    """
    by_weight = sorted(enumerate(query.concepts), key=lambda item: (item[1].weight, -item[0]))
    total = sum(concept.weight for concept in query.concepts)
    left = total
    gone: set[int] = set()
    for index, concept in by_weight[:-1]:
        left -= concept.weight
        if left < KEPT_SHARE * total - _ROUNDING:
            return
        gone.add(index)
        kept = tuple(concept for i, concept in enumerate(query.concepts) if i not in gone)
        dropped = tuple(query.concepts[i].surface for i in sorted(gone))
        yield Step(replace(query, concepts=kept), dropped)
