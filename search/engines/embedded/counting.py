"""Exact numbers of documents per facet value.

A facet with a selection is counted without that selection, so it needs a pass of its own; all
others share one. Counts of the whole collection are computed once per commit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tantivy import Occur, Query

from search.engines.base import SearchRequest
from search.engines.embedded.queries import any_of, narrowed
from search.engines.embedded.ranking import count
from search.engines.embedded.schema import CLOSED_FACETS, facet_column
from search.engines.embedded.snapshot import Snapshot
from search.facets import FACET_BY_KEY, FACETS

Counts = dict[str, int]

#: Covers any vocabulary: tantivy's counts are wrong over several segments as soon as a segment
#: leaves a value out. (It refuses to return more buckets than 65,000.)
_ALL_VALUES = 60_000

#: From this many closed facets on, one pass over their common column is the cheaper way.
_COMMON_COLUMN_PAYS = 6


def count_facets(
    snapshot: Snapshot, text: Query, request: SearchRequest, *, everything: bool
) -> Mapping[str, Counts]:
    """Counts of every asked facet. ``everything`` says that the text query finds all documents."""
    chosen = {key: values for key, values in request.selections.items() if values}
    counts: dict[str, Counts] = {}
    for keys in _passes(request.facets, chosen):
        others = {key: values for key, values in chosen.items() if key not in keys}
        if everything and not others:
            whole = _whole_collection(snapshot)
            counts |= {key: _most_used(whole[key], key, request.open_limit) for key in keys}
        else:
            counts |= _pass(snapshot, narrowed(text, others), keys, request.open_limit)
        for key in keys:
            _add_chosen(snapshot, narrowed(text, others), key, chosen.get(key, ()), counts[key])
    return {key: counts[key] for key in request.facets}


def _passes(facets: Iterable[str], chosen: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Groups of facets that are counted over the same documents."""
    yield tuple(key for key in facets if key not in chosen)
    for key in facets:
        if key in chosen:
            yield (key,)


def _pass(snapshot: Snapshot, query: Query, keys: Iterable[str], open_limit: int) -> dict[str, Counts]:
    closed = [key for key in keys if not FACET_BY_KEY[key].is_open]
    counts = _closed(snapshot, query, closed)
    for key in keys:
        if FACET_BY_KEY[key].is_open:
            counts[key] = _open(snapshot, query, key, open_limit)
    return counts


def _closed(snapshot: Snapshot, query: Query, keys: list[str]) -> dict[str, Counts]:
    if not keys:
        return {}
    if len(keys) < _COMMON_COLUMN_PAYS:
        answer = snapshot.searcher.aggregate(query, {key: _terms(facet_column(key)) for key in keys})
        return {key: _buckets(answer[key]) for key in keys}
    answer = snapshot.searcher.aggregate(query, {CLOSED_FACETS: _terms(CLOSED_FACETS)})
    counts: dict[str, Counts] = defaultdict(dict)
    for bucket in answer[CLOSED_FACETS]["buckets"]:
        key, _, slug = bucket["key"].partition(":")
        counts[key][slug] = bucket["doc_count"]
    return {key: counts[key] for key in keys}


def _open(snapshot: Snapshot, query: Query, key: str, limit: int) -> Counts:
    """The most used values; of equally used ones at the limit, the first in the alphabet."""
    if limit < 1:
        return {}
    size = 2 * limit + 10
    while True:
        answer = snapshot.searcher.aggregate(query, {key: _terms(facet_column(key), size)})
        counts = _buckets(answer[key])
        ranked = sorted(counts.values(), reverse=True)
        if len(ranked) < size or ranked[-1] < ranked[limit - 1] or size >= _ALL_VALUES:
            return _most_used(counts, key, limit)
        size = min(size * 8, _ALL_VALUES)


def _most_used(counts: Mapping[str, int], key: str, limit: int) -> Counts:
    if not FACET_BY_KEY[key].is_open:
        return dict(counts)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit])


def _add_chosen(snapshot: Snapshot, query: Query, key: str, values: tuple[str, ...], counts: Counts) -> None:
    """A chosen value is always counted, if need be with 0."""
    for value in values:
        if value not in counts:
            counts[value] = 0
            if FACET_BY_KEY[key].is_open:
                having = Query.boolean_query(
                    [(Occur.Must, query), (Occur.Must, any_of(facet_column(key), (value,)))]
                )
                counts[value] = count(snapshot, having)


def _whole_collection(snapshot: Snapshot) -> dict[str, Counts]:
    keys = [facet.key for facet in FACETS]
    return snapshot.once("counts", lambda: _pass(snapshot, Query.all_query(), keys, _ALL_VALUES))


def _terms(column: str, size: int = _ALL_VALUES) -> dict[str, object]:
    return {"terms": {"field": column, "size": size, "segment_size": _ALL_VALUES}}


def _buckets(answer: Mapping[str, Any]) -> Counts:
    return {bucket["key"]: bucket["doc_count"] for bucket in answer["buckets"]}
