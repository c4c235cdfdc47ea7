"""Which hits stand on the asked page, in an order that never wavers.

tantivy breaks ties by segment, and segments change with every commit. So equal scores are put
in the order of their keys here; other orders sort on a column that already ends in the key.
"""

from itertools import groupby
from typing import NamedTuple

from tantivy import DocAddress, Order, Query, SearchResult

from search.engines.base import Sort
from search.engines.embedded.schema import KEY, KEY_ORDER, SORT_COLUMNS
from search.engines.embedded.snapshot import Snapshot
from search.engines.weights import DEEPEST_HIT, SCORE_DIGITS

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
    fetched = end + _SPARE
    while True:
        found = snapshot.searcher.search(query, fetched)
        hits = [Ranked(_rounded(score), address) for score, address in found.hits]
        if len(hits) < fetched or hits[-1].score < hits[end - 1].score:
            break
        fetched *= 4
    page: list[Ranked] = []
    place = 0
    for _, tied in groupby(hits, key=lambda hit: hit.score):
        group = list(tied)
        first, place = place, place + len(group)
        if place > offset:
            in_order = _by_key(snapshot, group)
            page += in_order[max(offset - first, 0) : end - first]
        if place >= end:
            break
    return page, _total(found)


def _total(found: SearchResult) -> int:
    total: int = found.count  # type: ignore[attr-defined]  # missing in tantivy's stubs
    return total


def _rounded(score: float) -> float:
    return float(f"{score:.{SCORE_DIGITS}g}")


def _by_key(snapshot: Snapshot, tied: list[Ranked]) -> list[Ranked]:
    if len(tied) == 1:
        return tied
    orders = snapshot.searcher.fast_field_values(KEY_ORDER, [hit.address for hit in tied])
    if len(set(orders)) == len(tied):
        return [hit for _, hit in sorted(zip(orders, tied, strict=True), key=lambda pair: pair[0] or 0)]
    return sorted(tied, key=lambda hit: str(snapshot.stored(hit.address)[KEY]))
