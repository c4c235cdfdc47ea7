"""How long the search page takes on the server, and how much of that is the engine.

The server's time is everything between a request and the bytes of its page: middleware, parameters,
query analysis, engine, labels, marks and rendering. The raw time is the engine alone, for the same
request: ``Engine.search`` of the embedded one; of one on a server the body of that request, sent by hand
to the same index. Fifty requests of each kind, after a warm-up, in one process; the page and the raw
request in turns.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from bench.by_hand import page_request, page_searches, sender
from bench.collection import prepare
from bench.requests import kinds, warm_up
from bench.timing import Call, timed_in_turns

if TYPE_CHECKING:
    from search.engines.base import Engine


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
    from portal.warming import settle_memory, warm_process  # noqa: PLC0415 - Django is set up only now
    from search.index.targets import engine_named  # noqa: PLC0415

    engine = engine_named(engine_name)
    warm_process()
    for page in pages(warm_up()):
        page()
    settle_memory()
    for name, queries in kinds().items():
        whole, raw = timed_in_turns(pages(queries), by_hand(engine, queries), before=forgetting(engine))
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


def pages(queries: list[str]) -> list[Call]:
    """The pages as a web server asks for them, without what a test's client does besides."""
    from django.test import RequestFactory  # noqa: PLC0415 - Django is set up only now

    from portal.wsgi import application  # noqa: PLC0415

    def begin(status: str, _headers: list[tuple[str, str]], _error: object = None) -> Callable[[bytes], int]:
        if status != "200 OK":
            raise SystemExit(f"A page of results answered {status}.")
        return len

    def ask(environ: dict[str, Any]) -> bytes:
        response = application(environ, begin)
        body = b"".join(response)
        response.close()
        return body

    factory = RequestFactory(headers={"host": "localhost"})
    return [partial(ask, factory.get(f"/zoeken/?{query}").environ) for query in queries]


def by_hand(engine: Engine, queries: list[str]) -> list[Call]:
    """What is timed as raw: nothing of the portal's for an engine on a server."""
    requests = [page_request(query) for query in queries]
    if engine.name == "embedded":
        return [partial(engine.search, request) for request in requests]
    send = sender(engine, "_msearch")
    return [partial(send, page_searches(engine, request)) for request in requests]


def forgetting(engine: Engine) -> Call | None:
    """Makes a server forget the counts it keeps, or who comes second would get those of who came first."""
    return None if engine.name == "embedded" else partial(sender(engine, "_cache/clear?request=true"), b"")


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
