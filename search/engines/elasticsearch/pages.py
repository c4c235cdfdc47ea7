"""One page of results as one request, and its answer.

The query is the text alone; selections filter afterwards (``post_filter``), so that counts can leave
out a facet's own choice without a second request.
"""

from collections.abc import Mapping
from typing import Any

from elasticsearch.dsl.query import Bool

from search.engines.base import EngineHit, SearchRequest, Sort
from search.engines.elasticsearch.counting import aggregations
from search.engines.elasticsearch.queries import conditions, ranked, text_query
from search.engines.fields import KEY, SORT_COLUMNS, STORED
from search.engines.weights import DEEPEST_HIT, SCORE_DECIMALS

Json = dict[str, Any]


def page_body(request: SearchRequest, text_boost: float) -> Json:
    """The body of the request. No page reaches past the deepest hit; the total is exact all the same."""
    end = min(request.offset + request.limit, DEEPEST_HIT)
    is_scored = request.sort is Sort.RELEVANCE and bool(request.query.concepts)
    text = text_query(request.query)
    within = Bool(filter=conditions(request.selections)).to_dict() if any(request.selections.values()) else {}
    body: Json = {
        "from": min(request.offset, DEEPEST_HIT),
        "size": max(end - request.offset, 0),
        "track_total_hits": True,
        "_source": [STORED],
        "sort": [{"_score": "desc"}, {KEY: "asc"}] if is_scored else [{order_of(request.sort): "asc"}],
    }
    if request.facets:
        body["query"] = (ranked(text, text_boost) if is_scored else text).to_dict()
        body["aggs"] = aggregations(request)
        return body | ({"post_filter": within} if within else {})
    narrowed = Bool(must=[text], filter=conditions(request.selections)) if within else text
    return body | {"query": (ranked(narrowed, text_boost) if is_scored else narrowed).to_dict()}


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
