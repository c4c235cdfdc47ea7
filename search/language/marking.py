"""Mark in a text what answers a query: whole words, and the part inside a compound.

The text comes back in pieces that together are the original text. **Nothing is escaped here**:
a template escapes every piece and then puts its mark around the marked ones.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from search.language.matching import Hit, find_hits
from search.language.query import AnalysedQuery


class Segment(NamedTuple):
    """A piece of text, and whether it answers the query."""

    text: str
    marked: bool


def mark(text: str, query: AnalysedQuery) -> tuple[Segment, ...]:
    """The text in segments; joined they are exactly the text."""
    return segments(text, find_hits(text, query))


def segments(text: str, hits: Sequence[Hit], start: int = 0, end: int | None = None) -> tuple[Segment, ...]:
    """A stretch of the text in segments, marked at the hits that lie within it."""
    stop = len(text) if end is None else end
    if not hits:
        return (Segment(text[start:stop], marked=False),) if start < stop else ()
    inside = [(hit.start, hit.end) for hit in hits if start <= hit.start and hit.end <= stop]
    borders = [start, *(border for place in inside for border in place), stop]
    cut = ((text[left:right], index % 2 == 1) for index, (left, right) in enumerate(pairwise(borders)))
    return tuple(Segment(piece, marked) for piece, marked in cut if piece)
