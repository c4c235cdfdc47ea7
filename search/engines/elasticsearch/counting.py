"""Exact numbers of documents per facet value, for the search that goes along with that for the hits.

A facet with a selection is counted without that selection, so it has a filter of its own; all others
share the filter of the whole selection. There is one shard, so the server's counts are exact.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from elasticsearch.dsl.query import Bool

from search.engines.base import SearchRequest
from search.engines.elasticsearch.queries import conditions
from search.engines.fields import facet_column
from search.facets import FACET_BY_KEY

Json = dict[str, Any]

#: Covers any vocabulary; a server returns no more than 65,535 values in one answer.
ALL_VALUES: Final = 60_000

_CHOSEN: Final = "chosen:"


def aggregations(request: SearchRequest) -> Json:
    """What to count of the documents that the request's text finds."""
    asked: Json = {}
    for name, keys in _groups(request):
        within = conditions(request.selections, without=name)
        counted: Json = {}
        for key in keys:
            counted |= _values(key, request)
        if within:
            asked[f"group:{name}"] = {"filter": Bool(filter=within).to_dict(), "aggs": counted}
        else:
            asked |= counted
    return asked


def counts(request: SearchRequest, answer: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Counts of every asked facet, from the answer to ``aggregations``."""
    groups = [group for name, group in answer.items() if name.startswith("group:")]
    found = {name: each for group in (answer, *groups) for name, each in group.items()}
    read: dict[str, dict[str, int]] = {}
    for key in request.facets:
        values = _buckets(found.get(key))
        chosen = _buckets(found.get(_CHOSEN + key))
        read[key] = values | {
            value: chosen.get(value, values.get(value, 0)) for value in request.selections.get(key, ())
        }
    return read


def _groups(request: SearchRequest) -> Iterator[tuple[str, list[str]]]:
    """Facets that are counted over the same documents, under the name of the one that is left out."""
    chosen = [key for key in request.facets if request.selections.get(key)]
    others = [key for key in request.facets if key not in chosen]
    if others:
        yield "", others
    for key in chosen:
        yield key, [key]


def _values(key: str, request: SearchRequest) -> Json:
    """All values of a closed facet; of an open one the most used (of equals the first in the alphabet)."""
    if not FACET_BY_KEY[key].is_open:
        return {key: _all_values(key)}
    asked: Json = {}
    if request.open_limit > 0:
        asked[key] = _terms(key, request.open_limit)
    if values := request.selections.get(key):
        asked[_CHOSEN + key] = _terms(key, len(values), include=list(values))
    return asked


@cache
def _all_values(key: str) -> Json:
    return _terms(key, ALL_VALUES)


def _terms(key: str, size: int, **more: object) -> Json:
    return {
        "terms": {
            "field": facet_column(key),
            "size": size,
            "shard_size": size,
            "order": [{"_count": "desc"}, {"_key": "asc"}],
            **more,
        }
    }


def _buckets(answer: Any) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in answer["buckets"]} if answer else {}
