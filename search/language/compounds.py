"""Take Dutch compounds apart: ``roosterbeleid`` is ``rooster`` + ``beleid``.

A word is only split when known words cover it from end to end, so nothing is found by accident
inside another (``oma`` in ``diploma``). Among several ways the one with the fewest and best known
parts wins. ``atoms.txt`` names the words that only look like compounds (``maatregel``).
"""

from functools import cache, lru_cache
from typing import NamedTuple

from search.language import lexicon, spelling_rules, stems, verbs, wordlists

_SHORTEST_LISTED = 3
_SHORTEST_KNOWN = 4
_SHORTEST_WORD = 6
_LONGEST_WORD = 60
_LONGEST_PART = 24
_LINKS = ("", "s", "en", "e")
_LONGEST_CHANGE = 3  # letters at the end of a lemma that an ending may change: huis, huizen
_LISTED_COST, _LONG_COST, _SHORT_COST, _SHORT_HEAD_COST, _LINK_COST = 1.0, 1.5, 2.2, 2.6, 0.3
_HIGHEST_COST = 6.0


class Part(NamedTuple):
    """A part of a compound: the word without its linking letters, and its place in the whole."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=50_000)
def split(folded: str) -> tuple[Part, ...]:
    """The smallest parts of a compound, left to right; empty when the word is no compound."""
    if not _SHORTEST_WORD <= len(folded) <= _LONGEST_WORD or not folded.isalpha() or _is_atom(folded):
        return ()
    if base := stems.known_base(folded):
        return _extended(split(base), len(folded))
    known = stems.known_stem(folded)
    inflected = _as_its_lemma(folded)
    if inflected is not None:
        return inflected
    parts = _cheapest(folded, is_strict=known is not None)
    if known and verbs.is_infinitive(known) and not all(part.word in listed() for part in parts):
        return ()  # signalering comes from signaleren, whatever else it could be made of
    return tuple(atom for part in parts for atom in _smaller(part)) if len(parts) > 1 else ()


def _extended(parts: tuple[Part, ...], end: int) -> tuple[Part, ...]:
    """The parts of a word with an ending: the last one takes the ending in."""
    return (*parts[:-1], parts[-1]._replace(end=end)) if parts else ()


def _as_its_lemma(folded: str) -> tuple[Part, ...] | None:
    """The parts of an inflected compound are its lemma's; None where the one does not begin the other."""
    lemma = lexicon.settled(folded)  # of a circle always the same word, so this ends
    if lemma is None or lemma == folded or verbs.is_infinitive(lemma):
        return None
    parts = split(lemma)
    shared = parts[-1].start if parts else min(len(lemma), len(folded)) - _LONGEST_CHANGE
    if shared < _SHORTEST_LISTED or lemma[:shared] != folded[:shared]:
        return None
    return _extended(parts, len(folded))


def _smaller(part: Part) -> tuple[Part, ...]:
    inner = split(part.word)
    if not inner:
        return (part,)
    return tuple(Part(word, part.start + start, part.start + end) for word, start, end in inner)


def _is_atom(folded: str) -> bool:
    atoms = wordlists.words("atoms.txt")
    if folded in atoms or lexicon.lookup(folded) in atoms or folded.removesuffix("s") in atoms:
        return True
    return verbs.is_form(folded) or verbs.from_prefix(folded) is not None


def _cheapest(folded: str, *, is_strict: bool) -> tuple[Part, ...]:
    """Dynamic programming from the end: the cheapest cover of every tail of the word.

    A word that is known as a whole may be no compound at all, so it is split more strictly:
    neither short unlisted parts nor a linking -e.
    """
    size = len(folded)
    best: dict[int, tuple[float, tuple[Part, ...]]] = {size: (0.0, ())}
    for start in range(size - _SHORTEST_LISTED, -1, -1):
        for end in range(start + _SHORTEST_LISTED, min(size, start + _LONGEST_PART) + 1):
            if start == 0 and end == size:
                continue
            tails = [(link, best[end + len(link)]) for link in _LINKS if _links(folded, end, link, best)]
            cost = _cost(folded[start:end], is_head=end == size) if tails else None
            if cost is None or (is_strict and cost >= _SHORT_COST):
                continue
            for link, (tail_cost, tail) in tails:
                total = cost + tail_cost + (_LINK_COST if link else 0)
                if not (is_strict and link == "e") and (start not in best or total < best[start][0]):
                    best[start] = (total, (Part(folded[start:end], start, end), *tail))
    total, parts = best.get(0, (0.0, ()))
    return parts if total <= _HIGHEST_COST else ()


def _links(folded: str, end: int, link: str, best: dict[int, tuple[float, tuple[Part, ...]]]) -> bool:
    after = end + len(link)
    if not link:
        return end in best
    is_sch = link == "s" and folded.startswith("sch", end)  # lidmaat-schap, not lidmaats-chap
    return after < len(folded) and after in best and folded.startswith(link, end) and not is_sch


@cache
def listed() -> frozenset[str]:
    """The words of the field that may be any part of a compound."""
    names = ("compound-words.txt", "more-parts.txt", "atoms.txt")
    return frozenset().union(*map(wordlists.words, names))


@lru_cache(maxsize=50_000)
def _cost(word: str, is_head: bool) -> float | None:
    """What it costs to take this word for a part; None when it can be none."""
    if word in wordlists.words("not-parts.txt") or (is_head and word in wordlists.words("not-heads.txt")):
        return None
    if word in listed() or (is_head and word in wordlists.words("short-heads.txt")):
        return _LISTED_COST
    size = min(len(word), len(lexicon.lookup(word) or word)) if is_head else len(word)
    if size < (_SHORTEST_LISTED if is_head else _SHORTEST_KNOWN) or not _is_word(word, is_head):
        return None
    if size < _SHORTEST_KNOWN:
        return _SHORT_HEAD_COST
    return _LONG_COST if size > _SHORTEST_KNOWN else _SHORT_COST


def _is_word(word: str, is_head: bool) -> bool:
    lemma = lexicon.lookup(word)
    if lemma is None:
        return (
            len(word) >= _SHORTEST_WORD and stems.known_stem(word.removesuffix("s")) is not None
        ) or _is_quality(word)
    if is_head or lemma == word or not lemma.endswith(("en", "aan")):
        return True
    # woonzorg begins with the stem of wonen; praktijk not with prakt
    return word in spelling_rules.alone(lemma.removesuffix("en"))


def _is_quality(word: str) -> bool:
    return len(word) > _LONGEST_WORD // 6 and word.endswith(("baarheid", "zaamheid", "igheid", "lijkheid"))
