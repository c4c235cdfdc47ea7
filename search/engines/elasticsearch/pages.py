"""One page of results as two searches in one request, and their answers.

The hits are those of text and selections together. The counts are of the text alone, within groups that
each leave out a facet's own choice; they score nothing, and a server keeps them for the next page of the
same results.
"""

from collections.abc import Mapping
from typing import Any

from search.engines.base import EngineHit, SearchRequest, Sort
from search.engines.elasticsearch.counting import aggregations
from search.engines.elasticsearch.queries import conditions, ranking, written
from search.engines.fields import KEY, SORT_COLUMNS, STORED
from search.engines.weights import DEEPEST_HIT, SCORE_DECIMALS

Json = dict[str, Any]


def page_bodies(request: SearchRequest, text_boost: float) -> list[Json]:
    """The hits, and the counts where there are any to make."""
    hits = hits_body(request, text_boost)
    return [hits, counts_body(request)] if request.facets else [hits]


def hits_body(request: SearchRequest, text_boost: float) -> Json:
    """The hits and their exact total. No page reaches past the deepest hit."""
    end = min(request.offset + request.limit, DEEPEST_HIT)
    is_scored = request.sort is Sort.RELEVANCE and bool(request.query.concepts)
    query, within = written(request.query), [each.to_dict() for each in conditions(request.selections)]
    if within:
        query = {"bool": {"must": [query], "filter": within}}
    for scoring in ranking(text_boost) if is_scored else ():
        query = {"function_score": {**scoring, "query": query}}
    return {
        "query": query,
        "from": min(request.offset, DEEPEST_HIT),
        "size": max(end - request.offset, 0),
        "track_total_hits": True,
        "sort": [{"_score": "desc"}, {KEY: "asc"}] if is_scored else [{order_of(request.sort): "asc"}],
    }


def counts_body(request: SearchRequest) -> Json:
    """The counts alone."""
    return {
        "query": written(request.query),
        "size": 0,
        "track_total_hits": False,
        "aggs": aggregations(request),
    }


def order_of(sort: Sort) -> str:
    """The field of an order; of relevance without words it is the key."""
    return SORT_COLUMNS.get(sort, KEY)


def total_of(answer: Mapping[str, Any]) -> int:
    """How many documents were found."""
    total: int = answer["hits"]["total"]["value"]
    return total


def hits_of(answer: Mapping[str, Any]) -> tuple[EngineHit, ...]:
    """The hits of the page."""
    return tuple(hit_of(hit) for hit in answer["hits"]["hits"])


def hit_of(hit: Mapping[str, Any]) -> EngineHit:
    """One hit; where nothing was scored, its score is 0."""
    return EngineHit(hit["_id"], round(hit.get("_score") or 0.0, SCORE_DECIMALS), hit["_source"][STORED])
