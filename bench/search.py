"""How long the search page takes on the server, and how much of that is the engine.

The server's time is everything between a request and the bytes of its page: middleware, parameters,
query analysis, engine, labels, marks and rendering. The raw time is the engine alone, for the same
request: ``Engine.search`` of the embedded one; of one on a server the body of that request, sent by hand
to the same index. Fifty requests of each kind, after a warm-up, in one process.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bench.by_hand import page_request, sender, text_boost
from bench.collection import prepare
from bench.requests import kinds, warm_up
from bench.timing import timed

if TYPE_CHECKING:
    from search.engines.base import Engine, SearchRequest


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of request; the names are those of the JSON that ``--json`` prints."""

    engine: str
    size: int
    query: str
    median_ms: float
    p95_ms: float
    raw_median_ms: float
    added_ms: float
    ratio: float
    processor_ms: float


def measure(engine_name: str, size: int) -> Iterator[Line]:
    """A line for each kind of request, as soon as it is known."""
    from django.test import Client  # noqa: PLC0415 - Django is set up only now

    from search.index.targets import engine_named  # noqa: PLC0415

    client = Client(headers={"host": "localhost"})
    engine = engine_named(engine_name)

    def page(query: str) -> None:
        response = client.get(f"/zoeken/?{query}")
        if response.status_code != 200:
            raise SystemExit(f"/zoeken/?{query} answered {response.status_code}.")

    for query in warm_up():
        page(query)
    for name, queries in kinds().items():
        whole = timed(page, queries)
        raw = timed(*by_hand(engine, [page_request(query) for query in queries]))
        yield Line(
            engine.name,
            size,
            name,
            round(whole.median, 2),
            round(whole.p95, 2),
            round(raw.median, 2),
            round(whole.median - raw.median, 2),
            round(whole.median / raw.median, 2),
            round(whole.processor, 2),
        )


def by_hand(engine: Engine, requests: list[SearchRequest]) -> tuple[Callable[[Any], object], list[Any]]:
    """What is timed as raw, and on what: nothing of the portal's for an engine on a server."""
    if engine.name == "embedded":
        return engine.search, requests
    from search.engines.elasticsearch.pages import page_body  # noqa: PLC0415 - Django is set up only now

    boost = text_boost(engine)
    return sender(engine, "_search"), [json.dumps(page_body(request, boost)).encode() for request in requests]


def main() -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(prog="bin/bench search", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="number of synthetic practices")
    parser.add_argument("--engine", default="embedded", choices=["embedded", "elasticsearch", "opensearch"])
    parser.add_argument("--seed", type=int, default=1, help="another seed, other practices")
    parser.add_argument("--json", action="store_true", help="a JSON object for each line")
    parser.add_argument("--fresh", action="store_true", help="generate the collection anew")
    options = parser.parse_args()
    prepare(options.size, options.seed, options.engine, fresh=options.fresh)
    if not options.json:
        print(f"{options.engine}, {options.size} practices; milliseconds\n")
        print(f"{'':26}{'median':>9}{'p95':>9}{'engine':>9}{'added':>9}{'ratio':>9}{'processor':>11}")
    for line in measure(options.engine, options.size):
        if options.json:
            print(json.dumps(asdict(line)), flush=True)
        else:
            figures = (line.median_ms, line.p95_ms, line.raw_median_ms, line.added_ms, line.ratio)
            listed = "".join(f"{figure:9.1f}" for figure in figures)
            print(f"{line.query:26}{listed}{line.processor_ms:11.1f}", flush=True)


if __name__ == "__main__":
    main()
