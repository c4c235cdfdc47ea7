"""From the analysed question to a tantivy query.

Nothing here goes through a query string, so nothing a visitor types can become syntax.
"""

from collections.abc import Iterable, Mapping

from tantivy import Occur, Query

from search.engines import enough
from search.engines.bounds import bounded
from search.engines.embedded.schema import build_schema
from search.engines.fields import STANDING, facet_column, text_field
from search.engines.weights import (
    FIELD_WEIGHTS,
    KIND_WEIGHTS,
    OTHER_FIELDS_SHARE,
    PROXIMITY_WEIGHT,
    STANDING_BITS,
    STANDING_STEP,
)
from search.index.documents import TextField
from search.language.query import Alternative, AnalysedQuery, Concept, Stream


def text_query(query: AnalysedQuery) -> Query:
    """Enough of the concepts must be there, the excluded ones not; an empty query finds everything.

    A concept's score counts by its share of the query, so that on average it counts once.
    """
    if query.is_empty:
        return Query.all_query()
    query = bounded(query)
    weighed = [_weighed(concept, len(query.concepts)) for concept in query.concepts]
    needed = enough.required(query)
    wanted = [weighed[number] for number in needed]
    wished = [clause for number, clause in enumerate(weighed) if number not in needed]
    together = [_together(terms) for terms in query.proximity if len(terms) > 1]
    clauses = [_enough_of(wanted, enough.at_least(query))]
    clauses += [(Occur.Should, clause) for clause in wished + together]
    clauses += [(Occur.MustNot, concept_query(concept)) for concept in query.excluded]
    return Query.boolean_query(clauses)


def _weighed(concept: Concept, number: int) -> Query:
    return Query.boost_query(concept_query(concept), concept.weight * number)


def _enough_of(wanted: list[Query], at_least: int) -> tuple[Occur, Query]:
    if not wanted:
        return Occur.Must, Query.all_query()
    if at_least == len(wanted):
        return Occur.Must, Query.boolean_query([(Occur.Must, clause) for clause in wanted])
    some = [(Occur.Should, clause) for clause in wanted]
    return Occur.Must, Query.boolean_query(some, minimum_number_should_match=at_least)


def ranked(text: Query) -> Query:
    """The same documents, with the weight of their kind and what decides between answers about equal."""
    slight = [(Occur.MustNot, _of_kind(kind)) for kind in KIND_WEIGHTS]
    branches = [Query.boolean_query([(Occur.Must, text), *slight])]
    branches += [
        Query.boost_query(Query.boolean_query([(Occur.Must, text), narrowing(_of_kind(kind))]), weight)
        for kind, weight in KIND_WEIGHTS.items()
    ]
    answers = Query.boolean_query([(Occur.Should, branch) for branch in branches])
    bonuses = [
        (Occur.Should, Query.const_score_query(any_of(STANDING, (str(bit),)), 2**bit * STANDING_STEP))
        for bit in range(STANDING_BITS)
    ]
    return Query.boolean_query([(Occur.Must, answers), *bonuses])


def _of_kind(kind: str) -> Query:
    return any_of(facet_column("kind"), (kind,))


def narrowed(text: Query, selections: Mapping[str, tuple[str, ...]]) -> Query:
    """The query within the selections: OR within a facet, AND across; scores stay as they are."""
    filters = [narrowing(any_of(facet_column(key), values)) for key, values in selections.items() if values]
    return Query.boolean_query([(Occur.Must, text), *filters]) if filters else text


def narrowing(condition: Query) -> tuple[Occur, Query]:
    """A clause that must hold and adds nothing to the score."""
    return Occur.Must, Query.const_score_query(condition, 0.0)


def any_of(field: str, values: Iterable[str]) -> Query:
    """Documents with at least one of the values, taken literally."""
    schema = build_schema()
    terms = [Query.term_query(schema, field, value, index_option="basic") for value in values]
    return Query.boolean_query([(Occur.Should, term) for term in terms])


def concept_query(concept: Concept) -> Query:
    """The best of all places and ways in which a text can answer the concept."""
    ways = [
        Query.boost_query(_adjacent(field, alternative.stream, alternative.terms), _worth(field, alternative))
        for alternative in concept.alternatives
        if alternative.terms
        for field in TextField
    ]
    return Query.disjunction_max_query(ways, OTHER_FIELDS_SHARE) if ways else Query.empty_query()


def _worth(field: TextField, alternative: Alternative) -> float:
    return FIELD_WEIGHTS[field] * alternative.weight


def _together(terms: tuple[str, ...]) -> Query:
    places = [
        Query.boost_query(_adjacent(field, Stream.STEM, terms), FIELD_WEIGHTS[field] * PROXIMITY_WEIGHT)
        for field in TextField
    ]
    return Query.disjunction_max_query(places)


def _adjacent(field: TextField, stream: Stream, terms: tuple[str, ...]) -> Query:
    """The terms next to each other. (tantivy panics on a phrase of one.)"""
    name = text_field(field, stream)
    if len(terms) == 1:
        return Query.term_query(build_schema(), name, terms[0], index_option="freq")
    return Query.phrase_query(build_schema(), name, list(terms))
