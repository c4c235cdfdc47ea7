"""How long the search page takes on the server, and how much of that is the engine.

The server's time is everything between a request and the bytes of its page: middleware, parameters,
query analysis, engine, labels, marks and rendering. The raw time is ``Engine.search`` alone, for the same
request. Fifty requests of each kind, after a warm-up, in one process.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from bench.collection import prepare
from bench.requests import kinds, warm_up
from bench.timing import timed


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of request; the names are those of the JSON that ``--json`` prints."""

    engine: str
    size: int
    query: str
    median_ms: float
    p95_ms: float
    raw_median_ms: float
    ratio: float


def measure(engine_name: str, size: int) -> Iterator[Line]:
    """A line for each kind of request, as soon as it is known."""
    from django.http import QueryDict  # noqa: PLC0415 - Django is set up only now
    from django.test import Client  # noqa: PLC0415

    from search.engines.base import SearchRequest  # noqa: PLC0415
    from search.facets import OPEN_FACET_LIMIT  # noqa: PLC0415
    from search.index.targets import engine_named  # noqa: PLC0415
    from search.labels import label_book  # noqa: PLC0415
    from search.language import analyse_query, default_synonyms  # noqa: PLC0415
    from search.params import PAGE_SIZE, from_query  # noqa: PLC0415
    from search.resolving import resolve  # noqa: PLC0415
    from search.service import FACET_KEYS  # noqa: PLC0415

    client = Client(headers={"host": "localhost"})
    engine = engine_named(engine_name)

    def page(query: str) -> None:
        response = client.get(f"/zoeken/?{query}")
        if response.status_code != 200:
            raise SystemExit(f"/zoeken/?{query} answered {response.status_code}.")

    def engine_request(query: str) -> SearchRequest:
        params = resolve(from_query(QueryDict(query)), label_book())
        return SearchRequest(
            query=analyse_query(params.query, default_synonyms()),
            selections=params.selections,
            sort=params.effective_sort,
            offset=(params.page - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
            facets=FACET_KEYS,
            open_limit=OPEN_FACET_LIMIT,
        )

    for query in warm_up():
        page(query)
    for name, queries in kinds().items():
        whole = timed(page, queries)
        raw = timed(engine.search, [engine_request(query) for query in queries])
        yield Line(
            engine.name,
            size,
            name,
            round(whole.median, 2),
            round(whole.p95, 2),
            round(raw.median, 2),
            round(whole.median / raw.median, 2),
        )


def main() -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(prog="bin/bench search", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="number of synthetic practices")
    parser.add_argument("--engine", default="embedded", choices=["embedded"])
    parser.add_argument("--seed", type=int, default=1, help="another seed, other practices")
    parser.add_argument("--json", action="store_true", help="a JSON object for each line")
    parser.add_argument("--fresh", action="store_true", help="generate the collection anew")
    options = parser.parse_args()
    prepare(options.size, options.seed, options.engine, fresh=options.fresh)
    if not options.json:
        print(f"{options.engine}, {options.size} practices; milliseconds\n")
        print(f"{'':26}{'median':>9}{'p95':>9}{'engine':>9}{'ratio':>9}")
    for line in measure(options.engine, options.size):
        if options.json:
            print(json.dumps(asdict(line)), flush=True)
        else:
            figures = (line.median_ms, line.p95_ms, line.raw_median_ms, line.ratio)
            print(f"{line.query:26}" + "".join(f"{figure:9.1f}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()
