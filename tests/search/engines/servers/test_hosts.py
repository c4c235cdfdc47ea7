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
from search.engines.deadline import another_try, within
from search.index.documents import Document
from tests.search.engines.collections import make_document
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
    status = 200
    asked: list[str] = []
    bodies: list[bytes] = []
    #: Requests to such an address are not answered before this is set.
    freezes_at = "nowhere"
    thaws = threading.Event()

    def do_POST(self) -> None:
        self.bodies.append(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        self.asked.append(self.path)
        if self.freezes_at in self.path:
            self.thaws.wait(30)
        self.together.wait(timeout=10)
        answer = json.dumps({"responses": [WHOLE], "items": [{"delete": {"status": 404}}]}).encode()
        self.send_response(self.status)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def do_GET(self) -> None:
        self.do_POST()

    def do_PUT(self) -> None:
        self.do_POST()

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


class Host(ThreadingHTTPServer):
    """Takes many at once."""

    request_queue_size = 64


@pytest.fixture
def well(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a host that answers."""
    monkeypatch.setattr(Well, "asked", [])
    monkeypatch.setattr(Well, "bodies", [])
    server = Host(("0.0.0.0", 0), Well)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def silent() -> Iterator[str]:
    """The address of a host that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as host:
        yield f"http://127.0.0.1:{host.getsockname()[1]}"


def closed() -> str:
    """The address of a host that refuses connections."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"http://127.0.0.1:{free.getsockname()[1]}"


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


def write(product: ModuleType, *hosts: str) -> None:
    """As a process does that has just started."""
    _, writer = product.engine_and_writer(Connection(hosts))
    with within(10):
        writer.apply([], ["1"])


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_change_reaches_the_host_that_is_left(product: ModuleType, well: str) -> None:
    gone = closed()
    for _process in range(8):
        write(product, gone, well)
    with silent() as bad, within(2):
        for _process in range(4):
            with within(0.8):
                write(product, bad, well)


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize(("status", "hosts", "times"), [(503, 1, 1), (429, 2, 2), (503, 2, 2), (400, 2, 1)])
def test_only_where_another_host_may_answer_a_change_is_sent_again(
    product: ModuleType, status: int, hosts: int, times: int, well: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Well, "status", status)
    addresses = [well, well.replace("127.0.0.1", "127.0.0.2")][:hosts]
    with pytest.raises(EngineUnavailable, match=str(status)):
        write(product, *addresses)
    assert len(Well.asked) == times


@pytest.mark.parametrize("product", PRODUCTS)
def test_how_an_index_stands_is_told_by_the_host_that_is_left(product: ModuleType, well: str) -> None:
    gone = closed()
    for _process in range(6):
        engine, _ = product.engine_and_writer(Connection((gone, well)))
        assert engine.status().detail.startswith("No index is called")


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_second_try_may_be_answered_by_another_copy(product: ModuleType, well: str) -> None:
    engine, _ = product.engine_and_writer(Connection((well,)))
    engine.search(SearchRequest(EVERYTHING))
    with another_try():
        engine.search(SearchRequest(EVERYTHING))
    assert [b"preference" in body for body in Well.bodies] == [True, False]


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_second_try_is_not_given_up_with_the_first(product: ModuleType, well: str) -> None:
    """A server lets both wait for the same counts, and refuses both when the first has gone."""
    engine, _ = product.engine_and_writer(Connection((well,)))
    engine.search(SearchRequest(EVERYTHING))
    with another_try():
        engine.search(SearchRequest(EVERYTHING))
        with pytest.raises(EngineUnavailable, match="no search server"):  # this host answers pages only
            engine.suggest("roo")
    assert [b'"request_cache":false' in body for body in Well.bodies] == [False, True, False]
    assert ["request_cache=false" in path for path in Well.asked] == [False, False, True]


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_server_that_freezes_during_a_rebuild_ends_it(
    product: ModuleType, well: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(product, "WRITE_SECONDS", 0.5)
    monkeypatch.setattr(Well, "freezes_at", "_bulk")
    monkeypatch.setattr(Well, "thaws", threading.Event())
    _, writer = product.engine_and_writer(Connection((well,)))
    with pytest.raises(EngineUnavailable):
        writer.rebuild([make_document("1", "rooster")])
    assert any("_bulk" in path for path in Well.asked)
    Well.thaws.set()
    assert not [each for each in threading.enumerate() if each.name.startswith("writing an index")]


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_collection_that_cannot_be_read_further_ends_a_rebuild_and_its_thread(
    product: ModuleType, well: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engines.elasticsearch.sending._LARGEST_REQUEST", 1)
    _, writer = product.engine_and_writer(Connection((well,)))

    def broken() -> Iterator[Document]:
        yield make_document("1", "rooster")
        yield make_document("2", "rooster")
        raise LookupError

    with pytest.raises(LookupError):  # and not that this server cannot delete what was begun
        writer.rebuild(broken())
    assert any("_bulk" in path for path in Well.asked)
    assert not [each for each in threading.enumerate() if each.name.startswith("writing an index")]
