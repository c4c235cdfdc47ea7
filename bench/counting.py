"""Hits and counts in one search, in two or in several: which is quickest on a server?

``bin/bench counting [--size 10000] [--engine elasticsearch] [--json]``: the same pages in three ways, each of
them one request, the bodies sent by hand. *one* is one search whose hits are filtered afterwards
(``post_filter``). *two* is what the portal asks: a search for the hits and one for all counts (``_msearch``).
*several* counts each chosen facet in a search of its own. They are asked in turns, so that a change of the
machine's load meets all, and the server forgets before each page what it kept of the one before.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from bench.by_hand import page_request, page_searches, sender, text_boost
from bench.collection import prepare
from bench.requests import kinds
from bench.timing import timed_in_turns

if TYPE_CHECKING:
    from search.engines.base import Engine, SearchRequest

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of page; the names are those of the JSON that ``--json`` prints."""

    engine: str
    size: int
    query: str
    one_ms: float
    two_ms: float
    several_ms: float


def measure(engine_name: str, size: int) -> Iterator[Line]:
    """A line for each kind of page: of several rounds the middle median."""
    from search.index.targets import engine_named  # noqa: PLC0415 - Django is set up only now

    engine = engine_named(engine_name)
    forget = sender(engine, "_cache/clear?request=true")
    search, msearch = sender(engine, "_search"), sender(engine, "_msearch")
    for name, queries in kinds().items():
        requests = [page_request(query) for query in queries]
        ways = (
            _calls(search, [as_one(engine, request) for request in requests]),
            _calls(msearch, [page_searches(engine, request) for request in requests]),
            _calls(msearch, [as_several(engine, request) for request in requests]),
        )
        rounds = [
            [timing.median for timing in timed_in_turns(*ways, before=partial(forget, b""))]
            for _round in range(ROUNDS)
        ]
        middle = [round(statistics.median(medians), 2) for medians in zip(*rounds, strict=True)]
        yield Line(engine_name, size, name, *middle)


def as_one(engine: Engine, request: SearchRequest) -> bytes:
    """Hits and counts of the same documents; what is chosen narrows the hits afterwards."""
    from search.engines.elasticsearch.pages import counts_body, hits_body  # noqa: PLC0415
    from search.engines.elasticsearch.queries import conditions  # noqa: PLC0415

    hits = hits_body(replace(request, selections={}), text_boost(engine))
    within = [each.to_dict() for each in conditions(request.selections)]
    after = {"post_filter": {"bool": {"filter": within}}} if within else {}
    return json.dumps(hits | after | {"aggs": counts_body(request)["aggs"]}).encode()


def as_several(engine: Engine, request: SearchRequest) -> bytes:
    """The hits; the counts of facets without a choice; those of each chosen facet without its own."""
    from search.engines.elasticsearch.pages import counts_body, hits_body  # noqa: PLC0415
    from search.engines.elasticsearch.server import together  # noqa: PLC0415

    chosen = [key for key in request.facets if request.selections.get(key)]
    groups = [tuple(key for key in request.facets if key not in chosen), *((key,) for key in chosen)]
    counts = [counts_body(replace(request, facets=group)) for group in groups]
    return together([hits_body(request, text_boost(engine)), *counts], preference="")


def _calls(send: Callable[[bytes], object], bodies: list[bytes]) -> list[Callable[[], object]]:
    return [partial(send, body) for body in bodies]


def main() -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(prog="bin/bench counting", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="number of synthetic practices")
    parser.add_argument("--engine", default="elasticsearch", choices=["elasticsearch", "opensearch"])
    parser.add_argument("--json", action="store_true", help="a JSON object for each line")
    options = parser.parse_args()
    prepare(options.size, 1, options.engine)
    if not options.json:
        print(f"{'':26}{'one':>10}{'two':>10}{'several':>10}")
    for line in measure(options.engine, options.size):
        figures = f"{line.one_ms:10.1f}{line.two_ms:10.1f}{line.several_ms:10.1f}"
        print(json.dumps(asdict(line)) if options.json else f"{line.query:26}{figures}", flush=True)


if __name__ == "__main__":
    main()
