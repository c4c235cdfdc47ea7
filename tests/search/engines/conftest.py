"""The engines under test. Every test of the contract runs against each of them."""

import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from search.engines import elasticsearch, opensearch
from search.engines.base import Engine, IndexWriter
from search.engines.connection import Connection
from search.engines.elasticsearch.server import ElasticsearchServer, Server
from search.engines.embedded import EmbeddedEngine, EmbeddedWriter
from search.engines.opensearch import OpenSearchServer
from search.index.documents import Document
from tests.conftest import unavailable
from tests.nodes import NoNode, node_address


@dataclass(frozen=True)
class Backend:
    """One engine with its writer, over an index of its own; and how many random examples it has time for."""

    engine: Engine
    writer: IndexWriter
    examples: int = 24

    def fill(self, documents: Iterable[Document], parts: int = 3) -> None:
        """A new generation with these documents, spread over several segments."""
        every = list(documents)
        self.writer.rebuild(every[::parts]).promote()
        for part in range(1, parts):
            self.writer.apply(every[part::parts], ())


@contextmanager
def embedded(directory: Path) -> Iterator[Backend]:
    """The embedded engine on files in a directory."""
    yield Backend(EmbeddedEngine(directory), EmbeddedWriter(directory))


#: A server of a product, with names on it that no other test has, and the engine on them.
Place = tuple[Server, Connection, Backend]


def on_elasticsearch() -> Place:
    """A real Elasticsearch."""
    connection = connection_to("elasticsearch")
    backend = Backend(*elasticsearch.engine_and_writer(connection), examples=6)
    return ElasticsearchServer(connection), connection, backend


def on_opensearch() -> Place:
    """A real OpenSearch."""
    connection = connection_to("opensearch")
    backend = Backend(*opensearch.engine_and_writer(connection), examples=6)
    return OpenSearchServer(connection), connection, backend


def connection_to(product: str) -> Connection:
    """A server of the product, and names on it that no other test has."""
    try:
        return Connection((node_address(product),), timeout=30, prefix=f"test{uuid.uuid4().hex[:12]}")
    except NoNode as reason:
        unavailable(str(reason))


@contextmanager
def emptied(server: Server, prefix: str) -> Iterator[None]:
    """Leave none of the prefix's indices behind."""
    try:
        yield
    finally:
        for name in server.indices(f"{prefix}-*"):
            server.delete(name)


@contextmanager
def on_server(make: Callable[[], Place], _: Path) -> Iterator[Backend]:
    """An engine on a real server."""
    server, connection, backend = make()
    with emptied(server, connection.prefix):
        yield backend


SERVERS: dict[str, Callable[[], Place]] = {"elasticsearch": on_elasticsearch, "opensearch": on_opensearch}
BACKENDS: dict[str, Callable[[Path], AbstractContextManager[Backend]]] = {
    "embedded": embedded,
    **{name: partial(on_server, make) for name, make in SERVERS.items()},
}


@pytest.fixture(params=sorted(BACKENDS))
def backend(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Backend]:
    """Each engine in turn, without any index yet."""
    with BACKENDS[request.param](tmp_path / "index") as opened:
        yield opened
