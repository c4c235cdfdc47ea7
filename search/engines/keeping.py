"""What takes long to read from an index and need not be of this very moment."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Final, Generic, TypeVar

logger = logging.getLogger(__name__)

T = TypeVar("T")

#: How old a value becomes before it is read anew, in seconds.
AGE: Final = 2.0

#: The pause after reading, in times that it took: so it never has more than a twentieth of a processor.
REST: Final = 20


class Kept(Generic[T]):
    """A value of a whole index, read in a thread of its own when somebody asks and it has aged.

    Whoever asks gets the last one. Where reading fails, the last one stays.
    """

    def __init__(self) -> None:
        self.value: T | None = None
        self._lock = threading.Lock()
        self._reader: threading.Thread | None = None
        self._began = 0.0
        self._due = 0.0

    def get(self, read: Callable[[], T], patience: float = 0.0) -> T | None:
        """The value; None where there is none yet, even so many seconds after reading began."""
        reader = self._begin(read)
        if self.value is None:
            reader.join(max(0.0, self._began + patience - time.monotonic()))
        return self.value

    def _begin(self, read: Callable[[], T]) -> threading.Thread:
        """The thread that reads, or was the last to do so."""
        with self._lock:
            is_reading = self._reader is not None and self._reader.is_alive()
            if self._reader is None or (not is_reading and time.monotonic() >= self._due):
                self._reader = threading.Thread(
                    target=self._renew, args=(read,), name="reading a whole index", daemon=True
                )
                self._began = time.monotonic()
                self._reader.start()
            return self._reader

    def _renew(self, read: Callable[[], T]) -> None:
        began = time.monotonic()
        try:
            self.value = read()
        except Exception:
            logger.warning("A whole index could not be read", exc_info=True)
        ended = time.monotonic()
        self._due = ended + max(AGE, REST * (ended - began))
