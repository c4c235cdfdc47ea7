"""Which hits stand on the asked page, in an order that never wavers.

tantivy breaks ties by segment, and segments change with every commit. So equal scores are put
in the order of their keys here; other orders sort on a column that already ends in the key.
"""

from typing import NamedTuple

from tantivy import DocAddress, Order, Query, SearchResult

from search.engines.base import Sort
from search.engines.embedded.schema import KEY_ORDER
from search.engines.embedded.snapshot import Snapshot
from search.engines.fields import KEY, SORT_COLUMNS
from search.engines.weights import DEEPEST_HIT, SCORE_DECIMALS

#: Fetched beyond the page at first, in the hope that the tie at its end stops there.
_SPARE = 50


class Ranked(NamedTuple):
    """A place in the order of hits."""

    score: float
    address: DocAddress


def ranked_page(
    snapshot: Snapshot, query: Query, *, sort: Sort, scored: bool, offset: int, limit: int
) -> tuple[list[Ranked], int]:
    """The hits from offset on, at most limit and none past the deepest; and the exact total.

    ``scored`` tells whether scores differ at all; where they do not, relevance is the key's order.
    """
    end = min(offset + limit, DEEPEST_HIT)
    if offset >= end:
        return [], count(snapshot, query)
    if sort is Sort.RELEVANCE and scored:
        return _by_score(snapshot, query, offset, end)
    column = SORT_COLUMNS.get(sort, KEY)
    found = snapshot.searcher.search(
        query, end - offset, offset=offset, order_by_field=column, order=Order.Asc
    )
    return [Ranked(0.0, address) for _, address in found.hits], _total(found)


def count(snapshot: Snapshot, query: Query) -> int:
    """How many documents the query finds."""
    return _total(snapshot.searcher.search(query, 1))


def _by_score(snapshot: Snapshot, query: Query, offset: int, end: int) -> tuple[list[Ranked], int]:
    """The page with every tie that reaches into it fetched whole and put in order."""
    fetched = end + _SPARE
    found = snapshot.searcher.search(query, fetched)
    hits = found.hits
    while len(hits) == fetched and _tied(hits[-1], hits[end - 1]):
        fetched *= 4
        hits = snapshot.searcher.search(query, fetched).hits
    end = min(end, len(hits))
    if offset >= end:
        return [], _total(found)
    first, last = offset, end
    while first > 0 and _tied(hits[first - 1], hits[offset]):
        first -= 1
    while last < len(hits) and _tied(hits[last], hits[end - 1]):
        last += 1
    ordered = _in_order(snapshot, [Ranked(_rounded(score), address) for score, address in hits[first:last]])
    return ordered[offset - first : end - first], _total(found)


def _tied(one: tuple[float, DocAddress], other: tuple[float, DocAddress]) -> bool:
    return _rounded(one[0]) == _rounded(other[0])


def _in_order(snapshot: Snapshot, hits: list[Ranked]) -> list[Ranked]:
    orders = snapshot.searcher.fast_field_values(KEY_ORDER, [hit.address for hit in hits])
    places = [(-hit.score, order or 0) for hit, order in zip(hits, orders, strict=True)]
    if len(set(places)) < len(places):  # keys longer than their number: read them
        keys = [str(snapshot.stored(hit.address)[KEY]) for hit in hits]
        return [
            hit for _, hit in sorted(zip(keys, hits, strict=True), key=lambda pair: (-pair[1].score, pair[0]))
        ]
    return [hit for _, hit in sorted(zip(places, hits, strict=True), key=lambda pair: pair[0])]


def _total(found: SearchResult) -> int:
    total: int = found.count  # type: ignore[attr-defined]  # missing in tantivy's stubs
    return total


def _rounded(score: float) -> float:
    return round(score, SCORE_DECIMALS)
