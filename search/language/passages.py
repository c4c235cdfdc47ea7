"""Choose the stretch of a long text that shows best why it was found."""

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from search.language.marking import Segment, segments
from search.language.matching import Hit, find_hits
from search.language.query import AnalysedQuery

ELLIPSIS = "\u2026"
_SENTENCE_START = re.compile(r"[.!?][\"')\u2019\u201d]*\s+(?=\S)|\n\s*(?=\S)")
_LEAD = 50  # characters shown before a hit in a sentence too long to show from its start
_SHORTEST_CUT = 0.5  # a passage may end early at a sentence's end, but not before half its length
_MOST_HITS = 200


def best_passage(text: str, query: AnalysedQuery, length: int = 220) -> tuple[Segment, ...]:
    """At most ``length`` characters of the text (ellipses apart), with the most different concepts.

    It begins at a sentence or a word and ends at one; an ellipsis stands only where a sentence
    is cut. Nothing is escaped: see ``marking``.
    """
    text = text.strip()
    hits = find_hits(text, query)[:_MOST_HITS]
    if len(text) <= length:
        return segments(text, hits)
    starts = _sentence_starts(text, hits, length)
    start = max(_candidates(text, hits, starts, length), key=lambda each: _score(each, hits, length, query))
    end = _end(text, start, starts, length)
    passage = segments(text, hits, start, end)
    before = (Segment(f"{ELLIPSIS} ", marked=False),) if start not in starts else ()
    is_cut = end < len(text) and not _ends_sentence(text, end, starts)
    return (*before, *passage, *((Segment(f" {ELLIPSIS}", marked=False),) if is_cut else ()))


def _sentence_starts(text: str, hits: list[Hit], length: int) -> list[int]:
    """The start of the text, and those of sentences as far as a passage with a hit can reach."""
    begin = max(0, hits[0].start - 2 * length) if hits else 0
    end = (hits[-1].end if hits else 0) + 2 * length
    return [0, *[found.end() for found in _SENTENCE_START.finditer(text, begin, end)]]


def _candidates(text: str, hits: list[Hit], starts: list[int], length: int) -> list[int]:
    """The start of the text, and for each hit the sentence it is in, or a word shortly before it."""
    candidates = [0]
    for hit in hits:
        sentence = starts[bisect_right(starts, hit.start) - 1]
        if hit.end - sentence <= length:
            candidates.append(sentence)
        else:
            space = text.rfind(" ", sentence, max(sentence, hit.start - _LEAD))
            candidates.append(space + 1 if space >= 0 else hit.start)
    return sorted(set(candidates))


def _score(start: int, hits: list[Hit], length: int, query: AnalysedQuery) -> tuple[float, int, int]:
    first = bisect_left(hits, start, key=attrgetter("start"))
    inside = hits[first : bisect_right(hits, start + length, key=attrgetter("end"))]
    concepts = frozenset().union(*(hit.concepts for hit in inside))
    return round(sum(query.concepts[number].weight for number in concepts), 6), len(inside), -start


def _end(text: str, start: int, starts: list[int], length: int) -> int:
    limit = start + length
    if limit >= len(text):
        return len(text)
    sentence = starts[bisect_right(starts, limit) - 1]
    if sentence - start >= length * _SHORTEST_CUT:
        return start + len(text[start:sentence].rstrip())
    space = max(text.rfind(mark, start + 1, limit + 1) for mark in (" ", "\n", "\t"))
    return start + len(text[start:space].rstrip()) if space > start else limit


def _ends_sentence(text: str, end: int, starts: list[int]) -> bool:
    following = bisect_left(starts, end)
    return following < len(starts) and not text[end : starts[following]].strip()
