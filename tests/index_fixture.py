"""An index of its own for every test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from search import breaker, labels
from search.index.targets import engine_named, writer_of
from search.synonyms import tables


@pytest.fixture
def index(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    """A fresh, empty folder for the index, and caches that know nothing yet."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    _forget()
    yield settings.SEARCH_INDEX_DIR
    _forget()


def _forget() -> None:
    engine_named.cache_clear()
    writer_of.cache_clear()
    labels.forget()
    breaker.forget()
    tables.forget()
