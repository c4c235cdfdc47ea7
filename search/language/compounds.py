"""Take Dutch compounds apart: ``roosterbeleid`` is ``rooster`` + ``beleid``.

A word is only split when known words cover it from end to end, so nothing is found by accident
inside another (``oma`` in ``diploma``). Among several ways the one with the fewest and best known
parts wins. ``atoms.txt`` names the words that only look like compounds (``maatregel``).
"""

from functools import lru_cache
from typing import NamedTuple

from search.language import lexicon, wordlists

_SHORTEST_LISTED = 3
_SHORTEST_KNOWN = 4
_SHORTEST_WORD = 6
_LONGEST_WORD = 60
_LONGEST_PART = 24
_LINKS = ("", "s", "en", "e")
_LISTED_COST, _LONG_COST, _SHORT_COST, _LINK_COST = 1.0, 1.5, 2.2, 0.3
_HIGHEST_COST = 6.0


class Part(NamedTuple):
    """A part of a compound: the word without its linking letters, and its place in the whole."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=50_000)
def split(folded: str) -> tuple[Part, ...]:
    """The smallest parts of a compound, left to right; empty when the word is no compound."""
    listed = wordlists.pairs("splits.txt").get(folded)
    if listed is not None:
        return _listed_parts(folded, listed)
    if not _SHORTEST_WORD <= len(folded) <= _LONGEST_WORD or not folded.isalpha() or _is_atom(folded):
        return ()
    parts = _cheapest(folded)
    return tuple(atom for part in parts for atom in _smaller(part)) if len(parts) > 1 else ()


def _smaller(part: Part) -> tuple[Part, ...]:
    inner = split(part.word)
    if not inner:
        return (part,)
    return tuple(Part(word, part.start + start, part.start + end) for word, start, end in inner)


def _listed_parts(folded: str, listed: str) -> tuple[Part, ...]:
    parts, position = [], 0
    for word in listed.split():
        start = folded.index(word, position)
        position = start + len(word)
        parts.append(Part(word, start, position))
    return tuple(parts)


def _is_atom(folded: str) -> bool:
    if folded in wordlists.words("atoms.txt"):
        return True
    lemma = lexicon.lookup(folded)
    return lemma is not None and lemma in wordlists.words("atoms.txt")


def _cheapest(folded: str) -> tuple[Part, ...]:
    """Dynamic programming from the end: the cheapest cover of every tail of the word."""
    size = len(folded)
    best: dict[int, tuple[float, tuple[Part, ...]]] = {size: (0.0, ())}
    for start in range(size - _SHORTEST_LISTED, -1, -1):
        for end in range(start + _SHORTEST_LISTED, min(size, start + _LONGEST_PART) + 1):
            if start == 0 and end == size:
                continue
            tails = [(link, best[end + len(link)]) for link in _LINKS if _links(folded, end, link, best)]
            if not tails:
                continue
            cost = _cost(folded[start:end], is_head=end == size)
            if cost is None:
                continue
            for link, (tail_cost, tail) in tails:
                total = cost + tail_cost + (_LINK_COST if link else 0)
                if start not in best or total < best[start][0]:
                    best[start] = (total, (Part(folded[start:end], start, end), *tail))
    total, parts = best.get(0, (0.0, ()))
    return parts if total <= _HIGHEST_COST else ()


def _links(folded: str, end: int, link: str, best: dict[int, tuple[float, tuple[Part, ...]]]) -> bool:
    if not link:
        return end in best
    after = end + len(link)
    return after < len(folded) and after in best and folded.startswith(link, end)


@lru_cache(maxsize=50_000)
def _cost(word: str, is_head: bool) -> float | None:
    """What it costs to take this word for a part; None when it can be none."""
    if word in wordlists.words("not-parts.txt"):
        return None
    if word in wordlists.words("compound-words.txt"):
        return _LISTED_COST
    if len(word) < _SHORTEST_KNOWN or not lexicon.knows(word):
        return None
    return _LONG_COST if len(word) > _SHORTEST_KNOWN else _SHORT_COST
