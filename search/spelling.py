"""Another spelling for a question, from the collection's own words."""

from __future__ import annotations

from functools import lru_cache

from search.engines.base import Engine

try:
    from search.language import Speller
except ImportError:  # TEMPORARY until the language package has it
    Speller = None


def corrected(text: str, engine: Engine) -> str | None:
    """The question with misspelt words mended, or None when there is nothing to mend."""
    if Speller is None:
        return None
    status = engine.status()
    return _speller(engine, status.generation, status.documents).correct(text)


@lru_cache(maxsize=2)
def _speller(engine: Engine, generation: str, documents: int) -> Speller:
    """One speller per state of the index; its words are those of the documents."""
    return Speller(engine.vocabulary())
