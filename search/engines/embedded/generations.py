"""Where the index lives on disk, and which of its generations is the live one.

::

    <root>/practices-<fingerprint>                 the pointer: live generation, former one
    <root>/practices-<fingerprint>.lock            held by whoever writes
    <root>/practices-<fingerprint>.rebuilding      held by whoever builds a new generation
    <root>/practices-<fingerprint>-<time>-<id>/    a generation: one tantivy index

Guarantees: the pointer is replaced in one atomic step and never names an unfinished generation;
a process with another fingerprint (an older release) keeps its own pointer and index; locks
vanish with the process that holds them, however it ends.
"""

import fcntl
import os
import shutil
import time
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from search.engines.base import WriterBusy

_PREFIX = "practices-"
_LOCK_POLL_SECONDS = 0.02


class Generations:
    """The generations of one fingerprint in one directory."""

    def __init__(self, root: Path, fingerprint: str) -> None:
        self.root = root
        self.fingerprint = fingerprint
        self._pointer = root / f"{_PREFIX}{fingerprint}"

    def live(self) -> Path | None:
        """The generation to read and write, or None when there has never been one."""
        names = self._pointed()
        return self.root / names[0] if names else None

    def create(self) -> Path:
        """A new, empty directory that nothing points to yet."""
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        directory = self.root / f"{self._pointer.name}-{stamp}-{uuid.uuid4().hex[:8]}"
        directory.mkdir(parents=True)
        return directory

    def point_to(self, directory: Path) -> None:
        """Make a generation the live one and keep the former; the caller holds the writing lock."""
        names = [directory.name, *self._pointed()[:1]]
        draft = self._pointer.with_name(f".{self._pointer.name}.{uuid.uuid4().hex}")
        with draft.open("w") as file:
            file.write("\n".join(names) + "\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._pointer)
        _sync_directory(self.root)

    def prune(self, keep: Collection[str] = ()) -> None:
        """Delete generations that no pointer names, and those of other fingerprints.

        Of these the latest stays, and what is in ``keep``.
        The caller holds both locks, so no unfinished generation of ours can be met. A process that
        still reads a deleted one keeps its open files until it follows the pointer.
        """
        others = [path for path in self._pointers() if path != self._pointer]
        others.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for pointer in others[1:]:
            if pointer.name.removeprefix(_PREFIX) in keep:
                continue
            pointer.unlink(missing_ok=True)
            self._delete_all(pointer.name, keep=())
        self.forget_unfinished()

    def forget_unfinished(self) -> None:
        """Delete our own generations that the pointer does not name. The caller lets nobody build one."""
        self._delete_all(self._pointer.name, keep=self._pointed())

    @contextmanager
    def writing(self, wait_seconds: float = 0.0) -> Iterator[None]:
        """Be the only writer, over all processes and threads; raises WriterBusy."""
        file = self._lock("lock", wait_seconds)
        try:
            yield
        finally:
            file.close()

    def rebuilding(self) -> IO[str]:
        """The lock of whoever builds a new generation, held until closed; raises WriterBusy."""
        return self._lock("rebuilding", 0.0)

    def _lock(self, name: str, wait_seconds: float) -> IO[str]:
        self.root.mkdir(parents=True, exist_ok=True)
        file = (self.root / f"{self._pointer.name}.{name}").open("w")
        deadline = time.monotonic() + wait_seconds
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return file
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    file.close()
                    raise WriterBusy(f"{file.name} is held by another process") from None
                time.sleep(_LOCK_POLL_SECONDS)

    def _pointed(self) -> list[str]:
        try:
            return self._pointer.read_text().split()
        except FileNotFoundError:
            return []

    def _pointers(self) -> list[Path]:
        return [path for path in self.root.glob(f"{_PREFIX}*") if path.is_file() and not path.suffix]

    def _delete_all(self, pointer_name: str, keep: list[str] | tuple[str, ...]) -> None:
        for directory in self.root.glob(f"{pointer_name}-*"):
            if directory.is_dir() and directory.name not in keep:
                shutil.rmtree(directory, ignore_errors=True)


def _sync_directory(directory: Path) -> None:
    """Make a rename in the directory survive a power cut."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
