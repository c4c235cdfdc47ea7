"""The engines that this portal writes to and asks, made once per process from the settings."""

from __future__ import annotations

from functools import cache

from django.conf import settings

from search.engines.base import Engine, IndexWriter
from search.engines.embedded import EmbeddedEngine, EmbeddedWriter
from search.engines.embedded.schema import index_fingerprint
from search.index.active import EMBEDDED, engine_of

#: What ``SEARCH_ENGINE`` may be.
ENGINES = (EMBEDDED, "elasticsearch", "opensearch")


@cache
def writer_of(target: str) -> IndexWriter:
    """What writes to a target."""
    return _made(engine_of(target))[1]


@cache
def engine_named(name: str = "") -> Engine:
    """The engine of a name, or the one the settings choose."""
    return _made(name or settings.SEARCH_ENGINE)[0]


def fingerprint_of(target: str) -> str:
    """The fingerprint of this release's index of a target: other releases may have another beside it."""
    if engine_of(target) == EMBEDDED:
        return index_fingerprint()
    from search.engines.elasticsearch.mapping import fingerprint  # noqa: PLC0415 - it loads the client

    return fingerprint()


def is_usable(target: str) -> bool:
    """Whether there is an index of this release's fields and word lists, and it can be read."""
    return engine_named(engine_of(target)).status().available


def _made(name: str) -> tuple[Engine, IndexWriter]:
    """An engine and its writer. The client of a server is loaded only where there is one."""
    if name == "embedded":
        return EmbeddedEngine(settings.SEARCH_INDEX_DIR), EmbeddedWriter(settings.SEARCH_INDEX_DIR)
    if name == "elasticsearch":
        from search.engines import elasticsearch  # noqa: PLC0415

        return elasticsearch.engine_and_writer(settings.SEARCH_SERVERS[name])
    if name == "opensearch":
        from search.engines import opensearch  # noqa: PLC0415

        return opensearch.engine_and_writer(settings.SEARCH_SERVERS[name])
    raise ValueError(f"No search engine is called {name}. There are: {', '.join(ENGINES)}.")
