"""How large a question may become, in every engine alike.

A server refuses more than some thousand clauses, and a visitor's line of words grows with every
synonym. What is least worth goes first: first runs of words that stand together, then the lightest ways
to answer a concept. The first way of each concept, the word as it was typed, always stays.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from search.index.documents import TextField
from search.language.query import AnalysedQuery, Concept

#: Below the 1,024 clauses that servers allow, with room for selections and standing.
MOST_CLAUSES: Final = 960


@lru_cache(maxsize=1024)
def bounded(query: AnalysedQuery) -> AnalysedQuery:
    """The query, or as much of it as makes no more than the clauses that are allowed."""
    room = MOST_CLAUSES // len(TextField)
    if _ways(query) + len(query.proximity) <= room:
        return query
    if _ways(query) > room:
        query = replace(query, concepts=_lightened(query.concepts, room - _ways(replace(query, concepts=()))))
    return replace(query, proximity=query.proximity[: max(room - _ways(query), 0)])


def _ways(query: AnalysedQuery) -> int:
    return sum(len(concept.alternatives) for concept in (*query.concepts, *query.excluded))


def _lightened(concepts: tuple[Concept, ...], room: int) -> tuple[Concept, ...]:
    """The concepts with their weightiest alternatives, as many as there is room for."""
    ranked = sorted(
        (place > 0, -alternative.weight, place, number)
        for number, concept in enumerate(concepts)
        for place, alternative in enumerate(concept.alternatives)
    )
    kept = {(number, place) for _, _, place, number in ranked[: max(room, len(concepts))]}
    return tuple(
        replace(
            concept,
            alternatives=tuple(
                each for place, each in enumerate(concept.alternatives) if (number, place) in kept
            ),
        )
        for number, concept in enumerate(concepts)
    )
