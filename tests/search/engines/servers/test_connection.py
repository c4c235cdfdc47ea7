"""Whatever a server or the way to it does, the portal knows it as EngineUnavailable."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import ModuleType
from typing import Any

import pytest

from search.engines import elasticsearch, opensearch
from search.engines.base import EngineUnavailable, SearchRequest
from search.engines.connection import Connection
from search.engines.deadline import within
from tests.search.engines.queries import EVERYTHING

PRODUCTS = [elasticsearch, opensearch]


class Pretender(BaseHTTPRequestHandler):
    """A server that answers everything alike, and remembers how it was asked."""

    status = 200
    body = b"{}"
    asked: dict[str, str] = {}

    def do_POST(self) -> None:
        Pretender.asked = dict(self.headers)
        self.send_response(self.status)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    def do_GET(self) -> None:
        self.do_POST()

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


@pytest.fixture
def pretender(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a pretended server."""
    monkeypatch.setattr(Pretender, "asked", {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pretender)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def page(product: ModuleType, host: str, **changes: Any) -> None:
    engine, _ = product.engine_and_writer(Connection((host,), **{"timeout": 5, **changes}))
    engine.search(SearchRequest(EVERYTHING, facets=("kind",)))


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 502, 503])
def test_errors_of_the_server(
    product: ModuleType, status: int, pretender: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pretender, "status", status)
    with pytest.raises(EngineUnavailable, match=str(status)) as caught:
        page(product, pretender)
    assert caught.value.__cause__ is not None


PART = {"timed_out": False, "_shards": {"total": 2, "successful": 1, "failed": 1}, "hits": {"hits": []}}
LATE = PART | {"timed_out": True, "_shards": {"failed": 0}}
REFUSED = {"status": 404, "error": {"type": "index_not_found_exception", "reason": "no such index"}}
WHOLE = PART | {"_shards": {"failed": 0}, "hits": {"hits": [], "total": {"value": 0}}}
#: Answers to a page of results, which is two searches in one request.
TOGETHER = [[], [WHOLE], [WHOLE, PART], [WHOLE, LATE], [REFUSED, REFUSED], [WHOLE, REFUSED], ["x", "y"]]


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("body", [*({"responses": each} for each in (*TOGETHER, 2)), PART, [], {}])
def test_answers_that_are_none(
    product: ModuleType, body: object, pretender: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pretender, "body", json.dumps(body).encode())
    with pytest.raises(EngineUnavailable):
        page(product, pretender)


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("body", ["half a {", ""])
def test_answers_that_are_no_json(
    product: ModuleType, body: str, pretender: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pretender, "body", body.encode())
    with pytest.raises(EngineUnavailable):
        page(product, pretender)


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("body", [PART, LATE, REFUSED, [], {}])
def test_answers_to_one_search_that_are_none(
    product: ModuleType, body: object, pretender: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pretender, "body", json.dumps(body).encode())
    engine, _ = product.engine_and_writer(Connection((pretender,), timeout=5))
    with pytest.raises(EngineUnavailable):
        engine.documents(["1"])


@pytest.mark.parametrize("product", PRODUCTS)
def test_nobody_there(product: ModuleType) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for host in (f"http://127.0.0.1:{port}", "http://no-such-host.invalid:9200", "nonsense", "ftp://x:1"):
        with pytest.raises(EngineUnavailable):
            page(product, host)


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_server_that_is_silent_costs_no_more_than_the_time_left(product: ModuleType) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        started = time.monotonic()
        with within(0.3), pytest.raises(EngineUnavailable):
            page(product, address, timeout=30)
        assert time.monotonic() - started < 10


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize(
    ("who", "shown"),
    [
        ({"api_key": "c2xldXRlbA==", "user": "portal"}, "ApiKey c2xldXRlbA=="),
        ({"user": "portal", "password": "geheim"}, "Basic cG9ydGFsOmdlaGVpbQ=="),
    ],
)
def test_who_asks_is_shown(product: ModuleType, who: dict[str, str], shown: str, pretender: str) -> None:
    with pytest.raises(EngineUnavailable):
        page(product, pretender, **who)
    assert {name.lower(): value for name, value in Pretender.asked.items()}["authorization"] == shown


def test_secrets_are_not_printed() -> None:
    shown = repr(Connection(("http://x",), api_key="sleutel", password="geheim"))
    assert "sleutel" not in shown
    assert "geheim" not in shown
