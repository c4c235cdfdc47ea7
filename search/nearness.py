"""The beginning of a word that somebody meant, when what was typed begins none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from search.engines.base import Engine
from search.language.distance import distance
from search.words import FromWords, Words

#: Shorter beginnings are near to too much.
SHORTEST = 4

#: How long the first who mistypes waits for the words, in seconds.
PATIENCE: Final = 0.5

#: Words by their first two letters, and by the two behind the first.
ByEdge = Mapping[str, list[str]]


def nearest_beginning(begun: str, others: Iterable[ByEdge], engine: Engine) -> str | None:
    """The beginning of a word of the collection, or of the others, with one typing error less.

    One of the first two letters must be right; of several, that of the word in most documents.
    """
    if len(begun) < SHORTEST:
        return None
    counts, own = _collections.of(engine, PATIENCE) or ({}, {})
    candidates = {word for words in (own, *others) for word in _candidates(begun, words)}
    near = [word for word in candidates if _begins_nearly(begun, word)]
    best = max(near, key=lambda word: (counts.get(word, 0), word), default=None)
    return best[: len(begun)] if best else None


def _candidates(begun: str, by_edge: ByEdge) -> Iterable[str]:
    left_out, swapped = begun[0] + begun[2], begun[1] + begun[0]
    edges = dict.fromkeys((*_edges(begun), left_out, swapped))
    return (word for edge in edges for word in by_edge.get(edge, ()))


def _edges(word: str) -> tuple[str, str, str]:
    """Three ways to look a word up; an error in one letter leaves one of them whole."""
    return word[:2], f"?{word[1:3]}", f"{word[0]}?{word[2]}"


def _begins_nearly(begun: str, word: str) -> bool:
    lengths = (len(begun) - 1, len(begun), len(begun) + 1)
    return any(distance(begun, word[:length], 1) <= 1 for length in lengths)


def by_edge(words: Iterable[str]) -> ByEdge:
    """Words at hand for a beginning of which one letter is wrong."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= SHORTEST:
            for edge in _edges(word):
                found[edge].append(word)
    return found


def _collection(words: Words) -> tuple[Words, ByEdge]:
    return words, by_edge(words)


_collections = FromWords(_collection)
