"""From the analysed question to a query of a search server: the same sums as the embedded engine's.

Every term is looked up as it is; nothing goes through a query string, so nothing a visitor types can
become syntax.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from elasticsearch.dsl.function import BoostFactor, FieldValueFactor, ScoreFunction
from elasticsearch.dsl.query import (
    Bool,
    ConstantScore,
    DisMax,
    FunctionScore,
    MatchAll,
    MatchNone,
    MatchPhrase,
    Query,
    Term,
    Terms,
)

from search.engines import enough
from search.engines.bounds import bounded
from search.engines.fields import LONGEST_TERM, STANDING, facet_column, text_field
from search.engines.weights import (
    FIELD_WEIGHTS,
    KIND_WEIGHTS,
    OTHER_FIELDS_SHARE,
    PROXIMITY_WEIGHT,
    STANDING_STEP,
)
from search.index.documents import TextField
from search.language.query import AnalysedQuery, Concept, Stream


def text_query(query: AnalysedQuery) -> Query:
    """Enough of the concepts must be there, the excluded ones not; an empty query finds everything.

    A concept's score counts by its share of the query, so that on average it counts once.
    """
    if query.is_empty:
        return MatchAll()
    query = bounded(query)
    weighed = [
        concept_query(concept, concept.weight * len(query.concepts) or 1.0) for concept in query.concepts
    ]
    needed = enough.required(query)
    wanted = [weighed[number] for number in needed]
    wished = [clause for number, clause in enumerate(weighed) if number not in needed]
    together = [_together(terms) for terms in query.proximity if len(terms) > 1]
    return Bool(
        must=[_enough_of(wanted, enough.at_least(query))],
        should=wished + together,
        must_not=[concept_query(concept) for concept in query.excluded],
    )


@lru_cache(maxsize=1024)
def written(query: AnalysedQuery) -> dict[str, Any]:
    """The same for a body: both searches of a page, all pages of a question, and whoever counts what it
    finds share it, so it is not to be changed."""
    return text_query(query).to_dict()


def _enough_of(wanted: list[Query], at_least: int) -> Query:
    if not wanted:
        return MatchAll()
    if at_least == len(wanted):
        return Bool(must=wanted)
    return Bool(should=wanted, minimum_should_match=at_least)


@lru_cache(maxsize=4096)
def concept_query(concept: Concept, boost: float = 1.0) -> Query:
    """The best of all places and ways in which a text can answer the concept."""
    ways = [
        _adjacent(field, alternative.stream, alternative.terms, FIELD_WEIGHTS[field] * alternative.weight)
        for alternative in concept.alternatives
        if alternative.terms
        for field in TextField
    ]
    return DisMax(queries=ways, tie_breaker=OTHER_FIELDS_SHARE, boost=boost) if ways else MatchNone()


def _together(terms: tuple[str, ...]) -> Query:
    return DisMax(
        queries=[
            _adjacent(field, Stream.STEM, terms, FIELD_WEIGHTS[field] * PROXIMITY_WEIGHT)
            for field in TextField
        ]
    )


def _adjacent(field: TextField, stream: Stream, terms: tuple[str, ...], boost: float) -> Query:
    """The terms next to each other. No text has a term that is too long to be indexed."""
    if any(len(term) > LONGEST_TERM for term in terms):
        return MatchNone()
    name = text_field(field, stream)
    if len(terms) == 1:
        return Term(name, {"value": terms[0], "boost": boost})
    return MatchPhrase(name, {"query": " ".join(terms), "boost": boost})


@cache
def ranking(text_boost: float) -> tuple[Mapping[str, Any], ...]:
    """How a text's score becomes a rank, from the inside out: the weight of its kind, then what decides
    between answers about equal. Each is a ``function_score`` that lacks its query."""
    kinds: list[ScoreFunction] = [
        BoostFactor(filter=any_of(facet_column("kind"), (kind,)), weight=weight)
        for kind, weight in KIND_WEIGHTS.items()
    ]
    weighed = FunctionScore(functions=kinds, score_mode="multiply", boost_mode="multiply", boost=text_boost)
    standing: list[ScoreFunction] = [FieldValueFactor(field=STANDING, factor=STANDING_STEP, missing=0)]
    decided = FunctionScore(functions=standing, score_mode="sum", boost_mode="sum")
    return tuple(each.to_dict()["function_score"] for each in (weighed, decided))


def any_of(field: str, values: Iterable[str]) -> Query:
    """Documents with at least one of the values, taken literally; adds nothing to a score in a filter."""
    return Terms(field, list(values))


def constant(condition: Query, score: float, name: str = "") -> Query:
    """Documents that meet the condition, all with that score; a name is told back with each hit."""
    return ConstantScore(filter=condition, boost=score, **({"_name": name} if name else {}))


def term(field: str, value: str) -> Query:
    """Documents with the value."""
    return Term(field, {"value": value})


def conditions(selections: Mapping[str, tuple[str, ...]], *, without: str = "") -> list[Query]:
    """What the selections ask, without those of one facet: OR within a facet, AND across."""
    return [
        any_of(facet_column(key), values) for key, values in selections.items() if values and key != without
    ]
