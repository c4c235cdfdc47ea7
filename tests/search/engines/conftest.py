"""The engines under test. Every test of the contract runs against each of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from search.engines.base import Engine, IndexWriter
from search.engines.embedded import EmbeddedEngine, EmbeddedWriter
from search.index.documents import Document


@dataclass(frozen=True)
class Backend:
    """One engine with its writer, over an index of its own."""

    engine: Engine
    writer: IndexWriter

    def fill(self, documents: Iterable[Document], parts: int = 3) -> None:
        """A new generation with these documents, spread over several segments."""
        every = list(documents)
        self.writer.rebuild(every[::parts]).promote()
        for part in range(1, parts):
            self.writer.apply(every[part::parts], ())


def embedded(directory: Path) -> Backend:
    """The embedded engine on files in a directory."""
    return Backend(EmbeddedEngine(directory), EmbeddedWriter(directory))


BACKENDS: dict[str, Callable[[Path], Backend]] = {"embedded": embedded}


@pytest.fixture(params=sorted(BACKENDS))
def backend(request: pytest.FixtureRequest, tmp_path: Path) -> Backend:
    """Each engine in turn, without any index yet."""
    return BACKENDS[request.param](tmp_path / "index")
