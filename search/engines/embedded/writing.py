"""Writing: changes into the live generation, or a new generation beside it."""

import contextlib
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from tantivy import Query, Searcher

from search.engines.base import EngineUnavailable
from search.engines.embedded.commit import commit, fill
from search.engines.embedded.generations import Generations
from search.engines.embedded.opening import create_index, open_index
from search.engines.embedded.schema import index_fingerprint
from search.engines.embedded.snapshot import LiveIndex
from search.engines.fields import VERSION
from search.index.documents import Document

#: How long a finished rebuild waits for a writer to end before it gives up.
_PROMOTE_WAIT_SECONDS = 60.0


class EmbeddedWriter:
    """Keeps the index up to date. Any process may have one; only one writes at a time."""

    def __init__(self, root: Path) -> None:
        self._generations = Generations(root, index_fingerprint())
        self._live = LiveIndex(self._generations)

    def apply(self, upserts: Iterable[Document], deletes: Iterable[str]) -> Mapping[str, str]:
        """Write and delete in one commit that readers of every process see at once.

        A key in both is deleted. Without a live generation this is EngineUnavailable: one that held only
        this change would pass for the whole collection. The live one is looked up under the lock, so
        nothing is written into one that was just replaced. Raises WriterBusy when another process (or
        thread) writes.
        """
        with self._generations.writing():
            directory = self._generations.live()
            if directory is None:
                raise EngineUnavailable(f"No index has been built for {self._generations.fingerprint}")
            commit(directory, upserts, deletes)
        return {}

    def rebuild(self, documents: Iterable[Document]) -> "EmbeddedRebuild":
        """Fill a new generation while the live one serves. Raises WriterBusy when another is being built.

        Memory stays bounded however long the iterator is. If it raises, the new generation is gone.
        """
        lock = self._generations.rebuilding()
        try:
            rebuild = EmbeddedRebuild(self._generations, lock)
        except BaseException:
            lock.close()
            raise
        try:
            rebuild.fill(documents)
        except BaseException:
            rebuild.discard()
            raise
        return rebuild

    def hashes(self) -> Iterator[tuple[str, str]]:
        """Key and content hash of every stored document, from the term dictionary."""
        return _hashes(self._live.snapshot().searcher)

    def forget_unfinished(self) -> None:
        """Delete what killed rebuilds of this release left behind. Raises WriterBusy when one runs."""
        with contextlib.closing(self._generations.rebuilding()):
            self._generations.forget_unfinished()


class EmbeddedRebuild:
    """A generation that nobody reads yet. It ends in ``promote`` or ``discard``."""

    def __init__(self, generations: Generations, lock: IO[str]) -> None:
        self._generations = generations
        self._lock = lock
        self.refused: dict[str, str] = {}
        self.directory = generations.create()
        create_index(self.directory)

    def fill(self, documents: Iterable[Document]) -> None:
        """Write the whole collection."""
        fill(self.directory, documents)

    def apply(self, upserts: Iterable[Document], deletes: Iterable[str]) -> Mapping[str, str]:
        """Replay changes that happened while it was filled."""
        commit(self.directory, upserts, deletes)
        return {}

    def hashes(self) -> Iterator[tuple[str, str]]:
        """Key and content hash of every document in it."""
        index = open_index(self.directory)
        index.reload()
        return _hashes(index.searcher())

    def promote(self, keep: Collection[str] = ()) -> None:
        """Make it the live one, in one atomic step; the former one is kept once, older ones go.

        Waits for a writer to finish. What is written after the last replay and before this goes
        to the former generation, so replay the latest jobs once more afterwards.
        """
        with self._generations.writing(_PROMOTE_WAIT_SECONDS):
            self._generations.point_to(self.directory)
            self._generations.prune(keep)
        self._lock.close()

    def discard(self) -> None:
        """Delete it; the live one stays, even if it is this one because promotion failed half-way."""
        with contextlib.closing(self._lock):
            if self._generations.live() != self.directory:
                shutil.rmtree(self.directory, ignore_errors=True)


def _hashes(searcher: Searcher) -> Iterator[tuple[str, str]]:
    for version, _ in searcher.terms_with_prefix(VERSION, "", filter_query=Query.all_query()):
        key, _, content_hash = version.rpartition(" ")
        yield key, content_hash
