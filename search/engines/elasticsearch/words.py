"""Every exact word of the collection.

A server returns no more than 65,535 values at once, so it is first asked about how many there are, and then
for so many equal parts. (A composite aggregation, which can be paged through, takes seven times as long.)
"""

from collections.abc import Iterator
from typing import Any, Final

from search.engines.elasticsearch.server import Body, Server
from search.engines.fields import any_text
from search.language.query import Stream

_FIELD: Final = any_text(Stream.EXACT)

#: Words in one answer: with room for parts that are not quite equal, and for a number that is an estimate.
_PART: Final = 40_000
_LIMIT: Final = 60_000


def vocabulary(server: Server, index: str) -> Iterator[tuple[str, int]]:
    """Each word with the number of documents that hold it."""
    number = _ask(server, index, {"cardinality": {"field": _FIELD}})["value"]
    parts = number // _PART + 1
    for part in range(parts):
        terms: dict[str, Any] = {"field": _FIELD, "size": _LIMIT, "shard_size": _LIMIT}
        if parts > 1:
            terms["include"] = {"partition": part, "num_partitions": parts}
        for bucket in _ask(server, index, {"terms": terms})["buckets"]:
            yield bucket["key"], bucket["doc_count"]


def state_of(figures: Body) -> object:
    """Differs whenever readers may see other words; made from the figures of an index."""
    shown = {}
    for name, told in figures["indices"].items():
        numbers = told["primaries"]
        shown[name] = (numbers["refresh"]["total"], numbers["docs"]["count"], numbers["docs"]["deleted"])
    return shown


def _ask(server: Server, index: str, aggregation: dict[str, Any]) -> Any:
    return server.search(index, {"size": 0, "aggs": {"words": aggregation}})["aggregations"]["words"]
