"""The live index as it was at one commit, and how a process follows it.

A snapshot never changes, so threads share it and what was counted once holds for all of its
life. Following costs two small file reads a request; a commit of any process is seen by the
next request.
"""

import os
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import orjson
import tantivy

from search.engines.base import EngineUnavailable
from search.engines.embedded.generations import Generations
from search.engines.embedded.opening import may_only_be_read, open_for_reading
from search.engines.fields import STORED

Stamp = tuple[int, int, int]
Kept = TypeVar("Kept")


class Snapshot:
    """One commit of one generation, open for reading; ``once`` keeps what holds for all of it."""

    def __init__(self, directory: Path, stamp: Stamp, searcher: tantivy.Searcher) -> None:
        self.directory = directory
        self.stamp = stamp
        self.searcher = searcher
        self._kept: dict[str, Any] = {}

    def once(self, name: str, compute: Callable[[], Kept]) -> Kept:
        """The result of the first call under this name. Threads that race compute the same twice."""
        if name not in self._kept:
            self._kept[name] = compute()
        kept: Kept = self._kept[name]
        return kept

    def stored(self, address: tantivy.DocAddress) -> Mapping[str, Any]:
        """The document as it was written."""
        document: dict[str, Any] = orjson.loads(self.searcher.doc(address)[STORED][0])
        return MappingProxyType(document)


class LiveIndex:
    """Hands out the newest snapshot. Opens lazily, and anew after a fork."""

    def __init__(self, generations: Generations) -> None:
        self._generations = generations
        self._start()

    def _start(self) -> None:
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._index: tantivy.Index | None = None
        self._sees_commits = True
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The newest commit of the live generation; raises EngineUnavailable."""
        if self._process != os.getpid():
            self._start()
        try:
            try:
                return self._follow()
            except FileNotFoundError:  # pruned between reading the pointer and opening it: once more
                return self._follow()
        except (OSError, ValueError) as error:
            raise EngineUnavailable(f"The index cannot be read: {error}") from error

    def _follow(self) -> Snapshot:
        directory = self._generations.live()
        if directory is None:
            raise EngineUnavailable(f"No index has been built for {self._generations.fingerprint}")
        stamp = _stamp(directory)
        current = self._snapshot
        if current is not None and (current.directory, current.stamp) == (directory, stamp):
            return current
        with self._lock:
            return self._advance(directory)

    def _advance(self, directory: Path) -> Snapshot:
        stamp = _stamp(directory)  # before reloading: what is read is at least as new
        current = self._snapshot
        if current is not None and (current.directory, current.stamp) == (directory, stamp):
            return current
        same = current is not None and current.directory == directory and self._sees_commits
        self._sees_commits = not may_only_be_read(directory)
        if self._index is None or not same or not self._sees_commits:
            self._index = open_for_reading(directory)
        self._index.reload()
        self._snapshot = Snapshot(directory, stamp, self._index.searcher())
        return self._snapshot


def _stamp(directory: Path) -> Stamp:
    """Identifies a commit: tantivy replaces this file, and writes it in no other way."""
    meta = (directory / "meta.json").stat()
    return meta.st_ino, meta.st_mtime_ns, meta.st_size
