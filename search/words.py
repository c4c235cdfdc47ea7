"""What is made of all words of a collection: never within a request, for there are tens of thousands."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from search.engines.base import Engine
from search.engines.keeping import Kept

T = TypeVar("T")

Words = Mapping[str, int]


class FromWords(Generic[T]):
    """Something made of each engine's words; it follows a change some seconds later."""

    def __init__(self, make: Callable[[Words], T]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._kept: WeakKeyDictionary[Engine, Kept[tuple[Words, T]]] = WeakKeyDictionary()

    def of(self, engine: Engine, patience: float = 0.0) -> T | None:
        """What was last made; None where there is nothing yet, even so many seconds after reading began."""
        with self._lock:
            kept = self._kept.setdefault(engine, Kept())
        found = kept.get(lambda: self._read(engine, kept.value), patience)
        return found[1] if found else None

    def _read(self, engine: Engine, last: tuple[Words, T] | None) -> tuple[Words, T]:
        words = engine.vocabulary()
        return last if last and last[0] is words else (words, self._make(words))
