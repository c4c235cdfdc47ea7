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
from search.engines.embedded.schema import CLOSED_FACETS
from search.engines.embedded.snapshot import Snapshot
from search.engines.fields import facet_column
from search.facets import FACET_BY_KEY, FACETS, OPEN_FACET_LIMIT

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


def count_collection(snapshot: Snapshot) -> Mapping[str, Counts]:
    """Counts of all facets over all documents; of open ones as many values as are shown."""
    whole = _whole_collection(snapshot)
    return snapshot.once(
        "shown counts", lambda: {key: _most_used(whole[key], key, OPEN_FACET_LIMIT) for key in whole}
    )


def _passes(facets: Iterable[str], chosen: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Groups of facets that are counted over the same documents."""
    yield tuple(key for key in facets if key not in chosen)
    for key in facets:
        if key in chosen:
            yield (key,)


def _pass(snapshot: Snapshot, query: Query, keys: Iterable[str], open_limit: int) -> dict[str, Counts]:
    """One aggregation for all the facets."""
    closed = [key for key in keys if not FACET_BY_KEY[key].is_open]
    opened = [key for key in keys if FACET_BY_KEY[key].is_open]
    common = len(closed) >= _COMMON_COLUMN_PAYS
    asked = {column: _terms(column) for column in ([CLOSED_FACETS] if common else map(facet_column, closed))}
    asked |= {facet_column(key): _terms(facet_column(key), _enough(open_limit)) for key in opened}
    answer = snapshot.searcher.aggregate(query, asked) if asked else {}
    if common:
        counts = _split(answer[CLOSED_FACETS], closed)
    else:
        counts = {key: _buckets(answer[facet_column(key)]) for key in closed}
    for key in opened:
        used = _buckets(answer[facet_column(key)])
        if _tied_at_the_end(used, open_limit):
            whole = {key: _terms(facet_column(key))}
            used = _buckets(snapshot.searcher.aggregate(query, whole)[key])
        counts[key] = _most_used(used, key, open_limit)
    return counts


def _split(answer: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Counts]:
    """Counts per facet from those of the common column."""
    counts: dict[str, Counts] = defaultdict(dict)
    for value, number in _buckets(answer).items():
        key, _, slug = value.partition(":")
        counts[key][slug] = number
    return {key: counts[key] for key in keys}


def _enough(limit: int) -> int:
    """Values of an open facet to ask for: some past the limit, to see a tie end."""
    return 2 * limit + 10


def _tied_at_the_end(counts: Counts, limit: int) -> bool:
    """Whether values that were not asked for may be used as often as the last one to be shown."""
    if len(counts) < _enough(limit) or limit < 1:
        return False
    ranked = sorted(counts.values(), reverse=True)
    return ranked[limit - 1] == ranked[-1]


def _most_used(counts: Mapping[str, int], key: str, limit: int) -> Counts:
    """Of an open facet the most used values; of equally used ones the first in the alphabet."""
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
