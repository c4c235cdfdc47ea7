"""The engines that this portal writes to and asks, made once per process from the settings."""

from __future__ import annotations

from functools import cache

from django.conf import settings

from search.engines.base import Engine, IndexWriter
from search.engines.embedded import EmbeddedEngine, EmbeddedWriter
from search.index.active import EMBEDDED, engine_of


@cache
def writer_of(target: str) -> IndexWriter:
    """What writes to a target."""
    if engine_of(target) != EMBEDDED:
        raise ValueError(f"No index is called {target}.")
    return EmbeddedWriter(settings.SEARCH_INDEX_DIR)


@cache
def engine_named(name: str = "") -> Engine:
    """The engine of a name, or the one the settings choose."""
    chosen = name or settings.SEARCH_ENGINE
    if chosen != EMBEDDED:
        raise ValueError(f"No search engine is called {chosen}. There is: {EMBEDDED}.")
    return EmbeddedEngine(settings.SEARCH_INDEX_DIR)


def is_usable(target: str) -> bool:
    """Whether there is an index of this release's fields and word lists, and it can be read."""
    return engine_named(engine_of(target)).status().available
