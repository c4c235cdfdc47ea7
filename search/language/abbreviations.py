"""Abbreviations of the field and their expansions, in both directions.

Short ones look like ordinary words or syllables (PA, SO, OK): they match as a whole word only.
"""

from dataclasses import dataclass
from functools import cache

from search.language import wordlists
from search.language.folding import fold
from search.language.synonyms import Key, key_of


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """``whole_word``: only the exact word counts, never a form or part of it."""

    short: str
    expansion: str
    whole_word: bool


@cache
def _all() -> tuple[Abbreviation, ...]:
    return tuple(
        Abbreviation(fold(row["abbreviation"]), row["expansion"], row["whole_word_only"] == "true")
        for row in wordlists.rows("abbreviations.csv")
    )


@cache
def _by_short() -> dict[str, Abbreviation]:
    return {abbreviation.short: abbreviation for abbreviation in _all()}


@cache
def _by_expansion() -> dict[Key, Abbreviation]:
    return {key_of(abbreviation.expansion): abbreviation for abbreviation in _all()}


def by_short(exact: str) -> Abbreviation | None:
    """The abbreviation that is written so."""
    return _by_short().get(exact)


def by_expansion(key: Key) -> Abbreviation | None:
    """The abbreviation of a phrase with this key."""
    return _by_expansion().get(key)


def longest_expansion() -> int:
    """The number of words of the longest expansion."""
    return max(map(len, _by_expansion()))
