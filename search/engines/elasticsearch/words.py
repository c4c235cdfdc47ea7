"""Every exact word of the collection, page by page: a server returns no more than so many at once."""

from collections.abc import Iterator
from typing import Any, Final

from search.engines.elasticsearch.server import Server
from search.engines.fields import any_text
from search.language.query import Stream

_PAGE: Final = 10_000


def vocabulary(server: Server, index: str) -> Iterator[tuple[str, int]]:
    """Words in the order of their letters, each with the number of documents that hold it."""
    words: dict[str, Any] = {
        "size": _PAGE,
        "sources": [{"word": {"terms": {"field": any_text(Stream.EXACT)}}}],
    }
    while True:
        answer = server.search(index, {"size": 0, "aggs": {"words": {"composite": words}}})
        page = answer["aggregations"]["words"]
        for bucket in page["buckets"]:
            yield bucket["key"]["word"], bucket["doc_count"]
        if "after_key" not in page:
            return
        words["after"] = page["after_key"]
