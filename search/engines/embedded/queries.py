"""From the analysed question to a tantivy query.

Nothing here goes through a query string, so nothing a visitor types can become syntax.
"""

from collections.abc import Iterable, Mapping

from tantivy import Occur, Query

from search.engines.embedded.schema import build_schema, facet_column, text_field
from search.engines.weights import FIELD_WEIGHTS, OTHER_FIELDS_SHARE, PROXIMITY_WEIGHT
from search.index.documents import TextField
from search.language.query import Alternative, AnalysedQuery, Concept, Stream


def text_query(query: AnalysedQuery) -> Query:
    """All concepts are required, the excluded ones forbidden; an empty query finds everything.

    A concept's score counts by its share of the query, so that on average it counts once.
    """
    number = len(query.concepts)
    required = [
        (Occur.Must, Query.boost_query(_concept(concept), concept.weight * number))
        for concept in query.concepts
    ]
    forbidden = [(Occur.MustNot, _concept(concept)) for concept in query.excluded]
    together = [(Occur.Should, _together(terms)) for terms in query.proximity if len(terms) > 1]
    if query.is_empty:
        return Query.all_query()
    if not required:
        required = [(Occur.Must, Query.all_query())]
    return Query.boolean_query(required + forbidden + together)


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


def _concept(concept: Concept) -> Query:
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
