"""Several hosts of one cluster: one that is dead costs little, and is left alone."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import ModuleType

import pytest

from search.engines import elasticsearch, opensearch
from search.engines.base import EngineUnavailable, SearchRequest
from search.engines.connection import Connection
from search.engines.deadline import within
from tests.search.engines.queries import EVERYTHING

PRODUCTS = [elasticsearch, opensearch]
#: More than a client keeps connections by itself.
MANY = 14

WHOLE = {"timed_out": False, "_shards": {"failed": 0}, "hits": {"hits": [], "total": {"value": 7}}}


class Well(BaseHTTPRequestHandler):
    """A host that finds seven documents, in time."""

    protocol_version = "HTTP/1.1"
    #: Nobody is answered before so many ask at the same time.
    together = threading.Barrier(1)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.together.wait(timeout=10)
        answer = json.dumps({"responses": [WHOLE], "items": []}).encode()
        self.send_response(200)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


class Host(ThreadingHTTPServer):
    """Takes many at once."""

    request_queue_size = 64


@pytest.fixture
def well() -> Iterator[str]:
    """The address of a host that answers."""
    server = Host(("127.0.0.1", 0), Well)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def silent() -> Iterator[str]:
    """The address of a host that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as host:
        yield f"http://127.0.0.1:{host.getsockname()[1]}"


def first_tries_that_fail(product: ModuleType, hosts: tuple[str, ...], searches: int) -> int:
    engine, _ = product.engine_and_writer(Connection(hosts))
    failed = 0
    for _search in range(searches):
        try:
            with within(0.5):
                assert engine.search(SearchRequest(EVERYTHING)).total == 7
        except EngineUnavailable:
            failed += 1
    return failed


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_silent_host_is_left_alone_after_its_first_silence(product: ModuleType, well: str) -> None:
    with silent() as bad:
        assert first_tries_that_fail(product, (bad, well), 20) <= 2


@pytest.mark.parametrize("product", PRODUCTS)
def test_nobody_waits_for_the_connection_of_another(
    product: ModuleType, well: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Well, "together", threading.Barrier(MANY))
    engine, _ = product.engine_and_writer(Connection((well,), timeout=30))
    with ThreadPoolExecutor(MANY) as threads:
        asked = [threads.submit(engine.search, SearchRequest(EVERYTHING)) for _ in range(MANY)]
        assert [each.result().total for each in asked] == [7] * MANY
