"""One request with a filter after the query, or one with several searches: which is quicker on a server?

``bin/bench counting [--size 10000] [--engine elasticsearch] [--json]``: the same pages both ways, the bodies
sent by hand. *post_filter* is what the portal asks: one search whose hits are filtered afterwards, with an
aggregation for each chosen facet that leaves its own choice out. *_msearch* asks for the hits, and for the
counts of each chosen facet, as searches of their own in one request. They are asked in turns, so that a
change of the machine's load meets both.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from bench.by_hand import page_request, sender, text_boost
from bench.collection import prepare
from bench.requests import kinds
from bench.timing import timed

if TYPE_CHECKING:
    from search.engines.base import SearchRequest

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of page; the names are those of the JSON that ``--json`` prints."""

    engine: str
    size: int
    query: str
    post_filter_ms: float
    msearch_ms: float


def measure(engine_name: str, size: int) -> Iterator[Line]:
    """A line for each kind of page; of several rounds the least median."""
    from search.engines.elasticsearch.pages import page_body  # noqa: PLC0415 - Django is set up only now
    from search.index.targets import engine_named  # noqa: PLC0415

    engine = engine_named(engine_name)
    boost = text_boost(engine)
    search, msearch = sender(engine, "_search"), sender(engine, "_msearch", "application/x-ndjson")
    for name, queries in kinds().items():
        asked = [page_request(query) for query in queries]
        one = [json.dumps(page_body(request, boost)).encode() for request in asked]
        several = [
            b"".join(b"{}\n" + json.dumps(page_body(part, boost)).encode() + b"\n" for part in parts(request))
            for request in asked
        ]
        rounds = [(timed(search, one).median, timed(msearch, several).median) for _round in range(ROUNDS)]
        together, apart = (min(medians) for medians in zip(*rounds, strict=True))
        yield Line(engine_name, size, name, round(together, 2), round(apart, 2))


def parts(request: SearchRequest) -> Iterator[SearchRequest]:
    """The hits; the counts of facets without a choice; those of each chosen facet without its own."""
    chosen = [key for key in request.facets if request.selections.get(key)]
    yield replace(request, facets=())
    groups = [(tuple(key for key in request.facets if key not in chosen), request.selections)]
    for key in chosen:
        groups.append(((key,), {other: slugs for other, slugs in request.selections.items() if other != key}))
    for keys, selections in groups:
        yield replace(request, facets=keys, selections=selections, limit=0)


def main() -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(prog="bin/bench counting", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="number of synthetic practices")
    parser.add_argument("--engine", default="elasticsearch", choices=["elasticsearch", "opensearch"])
    parser.add_argument("--json", action="store_true", help="a JSON object for each line")
    options = parser.parse_args()
    prepare(options.size, 1, options.engine)
    if not options.json:
        print(f"{'':26}{'post_filter':>14}{'_msearch':>12}")
    for line in measure(options.engine, options.size):
        figures = f"{line.post_filter_ms:14.1f}{line.msearch_ms:12.1f}"
        print(json.dumps(asdict(line)) if options.json else f"{line.query:26}{figures}", flush=True)


if __name__ == "__main__":
    main()
