"""Mark in a text what answers a query: whole words, and the part inside a compound.

The text comes back in pieces that together are the original text. **Nothing is escaped here**:
a template escapes every piece and then puts its mark around the marked ones.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from search.language.query import AnalysedQuery, Stream
from search.language.tokens import Token, surfaces, tokenise
from search.language.words import Word, analyse_word


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text, and whether it answers the query."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text that answers one or more concepts (by number)."""

    start: int
    end: int
    concepts: frozenset[int]


def mark(text: str, query: AnalysedQuery) -> tuple[Segment, ...]:
    """The text in segments; joined they are exactly the text."""
    return segments(text, find_hits(text, query))


def segments(text: str, hits: list[Hit], start: int = 0, end: int | None = None) -> tuple[Segment, ...]:
    """A stretch of the text in segments, marked at the hits that lie within it."""
    stop = len(text) if end is None else end
    inside = [(hit.start, hit.end) for hit in hits if start <= hit.start and hit.end <= stop]
    borders = [start, *(border for place in inside for border in place), stop]
    cut = ((text[left:right], index % 2 == 1) for index, (left, right) in enumerate(pairwise(borders)))
    return tuple(Segment(piece, marked) for piece, marked in cut if piece)


def find_hits(text: str, query: AnalysedQuery) -> list[Hit]:
    """All places that answer the query, in order, without overlap."""
    return _matcher(query).hits(text)


class _Matcher:
    """A query turned round: from term to the concepts it answers. Remembers words it has judged."""

    def __init__(self, query: AnalysedQuery) -> None:
        self.query = query
        self._single: dict[tuple[Stream, str], set[int]] = {}
        self._phrases: dict[tuple[Stream, str], list[tuple[tuple[str, ...], int]]] = {}
        self._judged: dict[str, bool] = {}
        for number, concept in enumerate(query.concepts):
            for way in concept.alternatives:
                first = (way.stream, way.terms[0])
                if len(way.terms) == 1:
                    self._single.setdefault(first, set()).add(number)
                else:
                    self._phrases.setdefault(first, []).append((way.terms, number))

    def hits(self, text: str) -> list[Hit]:
        judged = self._judged
        words = set(surfaces(text))
        for surface in words - judged.keys():
            judged[surface] = self._is_interesting(analyse_word(surface))
        if not any(map(judged.__getitem__, words)):
            return []
        return list(self._places(list(tokenise(text))))

    def _is_interesting(self, word: Word) -> bool:
        for key in ((Stream.EXACT, word.exact), (Stream.STEM, word.stem)):
            if key in self._single or key in self._phrases:
                return True
        return any((Stream.PART, part.stem) in self._single for part in word.parts)

    def _places(self, tokens: list[Token]) -> Iterator[Hit]:
        done = 0
        for index, token in enumerate(tokens):
            if index < done or not self._judged[token.text]:
                continue
            length, concepts = self._phrase_at(tokens, index)
            if length:
                yield Hit(token.start, tokens[index + length - 1].end, frozenset(concepts))
                done = index + length
            else:
                yield from self._word_at(token)

    def _phrase_at(self, tokens: list[Token], index: int) -> tuple[int, set[int]]:
        word = analyse_word(tokens[index].text)
        longest, concepts = 0, set()
        for stream, term in ((Stream.EXACT, word.exact), (Stream.STEM, word.stem)):
            for terms, number in self._phrases.get((stream, term), ()):
                following = tokens[index : index + len(terms)]
                if tuple(_term(stream, token) for token in following) == terms:
                    longest = max(longest, len(terms))
                    concepts.add(number)
        return longest, concepts

    def _word_at(self, token: Token) -> Iterator[Hit]:
        word = analyse_word(token.text)
        whole = self._single.get((Stream.EXACT, word.exact), set()) | self._single.get(
            (Stream.STEM, word.stem), set()
        )
        if whole:
            yield Hit(token.start, token.end, frozenset(whole))
            return
        end = 0
        for part in sorted(word.parts, key=lambda part: (part.start, -part.end)):
            concepts = self._single.get((Stream.PART, part.stem))
            if concepts and part.start >= end:
                yield Hit(token.start + part.start, token.start + part.end, frozenset(concepts))
                end = part.end


def _term(stream: Stream, token: Token) -> str:
    word = analyse_word(token.text)
    return word.exact if stream is Stream.EXACT else word.stem


_recent: deque[_Matcher] = deque(maxlen=8)  # a page marks many texts with one query object


def _matcher(query: AnalysedQuery) -> _Matcher:
    for matcher in tuple(_recent):
        if matcher.query is query:
            return matcher
    matcher = _Matcher(query)
    _recent.append(matcher)
    return matcher
