"""Another spelling for a question, from the collection's own words."""

from __future__ import annotations

from typing import Final

from search.engines.base import Engine
from search.engines.deadline import patience
from search.language import Speller
from search.words import FromWords

#: How long the first questions of a process wait for the words, in seconds; of a budget half at most.
PATIENCE: Final = 0.8

_spellers = FromWords(Speller)


def corrected(text: str, engine: Engine) -> str | None:
    """The question with misspelt words mended, or None when there is nothing to mend."""
    speller = _spellers.of(engine, patience(PATIENCE))
    return speller.correct(text) if speller else None


def read_ahead(engine: Engine) -> None:
    """Have the words read now, so that the first question need not wait."""
    _spellers.of(engine)
