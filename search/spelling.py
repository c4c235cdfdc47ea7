"""Another spelling for a question, from the collection's own words."""

from __future__ import annotations

import threading

from search.engines.base import Engine
from search.language import Speller

_lock = threading.Lock()
_kept: tuple[tuple[str, ...], Speller] | None = None


def corrected(text: str, engine: Engine) -> str | None:
    """The question with misspelt words mended, or None when there is nothing to mend."""
    return _speller(engine).correct(text)


def _speller(engine: Engine) -> Speller:
    """The speller of the index as it is now; making one reads every word, so the last one is kept."""
    global _kept  # noqa: PLW0603 - the one cache of this process
    status = engine.status()
    state = (engine.name, status.generation, str(status.documents))
    with _lock:
        if _kept is None or _kept[0] != state:
            _kept = (state, Speller(engine.vocabulary()))
        return _kept[1]
