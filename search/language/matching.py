"""Find where a text answers a query.

Fast, because a page of results marks a dozen long texts: a text is cut at white space, and only the
pieces that are known to hold a term of the question are looked at closely.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from search.language.pieces import Pieces, known_pieces
from search.language.query import AnalysedQuery, Stream
from search.language.tokens import Token, tokenise
from search.language.words import Word, analyse_word

_LONGEST_PHRASE = 300  # characters looked at after the first word of a phrase


class Hit(NamedTuple):
    """A place in a text that answers one or more concepts (by number)."""

    start: int
    end: int
    concepts: frozenset[int]


#: The stream and terms of a phrase, and the number of its concept.
_Phrase = tuple[Stream, tuple[str, ...], int]


class _Word(NamedTuple):
    """A word of a piece, the phrases that may begin with it, and else its hits; places are the piece's."""

    token: Token
    phrases: tuple[_Phrase, ...]
    hits: tuple[Hit, ...]


def find_hits(text: str, query: AnalysedQuery) -> list[Hit]:
    """All places that answer the query, in order, without overlap."""
    return _matcher(query).hits(text)


class _Matcher:
    """A query turned round: from term to the concepts it answers."""

    def __init__(self, query: AnalysedQuery) -> None:
        self._single: dict[tuple[Stream, str], set[int]] = {}
        self._phrases: dict[tuple[Stream, str], list[tuple[tuple[str, ...], int]]] = {}
        for number, concept in enumerate(query.concepts):
            for way in concept.alternatives:
                first = (way.stream, way.terms[0])
                if len(way.terms) == 1:
                    self._single.setdefault(first, set()).add(number)
                else:
                    self._phrases.setdefault(first, []).append((way.terms, number))
        self._terms = {term for _, term in (*self._single, *self._phrases)}
        self._looked_in: tuple[Pieces | None, int] = None, 0
        self._promising: set[str] = set()
        self._read: dict[str, tuple[_Word, ...]] = {}

    def hits(self, text: str) -> list[Hit]:
        if not self._terms:
            return []
        places = [(start, piece) for piece in self._of(set(text.split())) for start in _places(text, piece)]
        found: list[Hit] = []
        for start, piece in sorted(places):
            for word in self._words_in(piece):
                begin = start + word.token.start
                if found and found[-1].end > begin:
                    continue
                if word.phrases:
                    phrase = self._phrase_at(text, begin, word.phrases)
                    if phrase:
                        found.append(phrase)
                        continue
                found += [Hit(start + hit.start, start + hit.end, hit.concepts) for hit in word.hits]
        return found

    def _of(self, pieces: set[str]) -> set[str]:
        """Those that hold a term of the question."""
        known = known_pieces()
        known.read(pieces)
        looked_in = known, len(known)
        if looked_in != self._looked_in:
            self._promising, self._looked_in = known.holding(self._terms), looked_in
        return pieces & self._promising

    def _words_in(self, piece: str) -> tuple[_Word, ...]:
        """The words of a piece without white space; the same pieces come back in every text."""
        words = self._read.get(piece)
        if words is None:
            words = self._read[piece] = tuple(map(self._word, tokenise(piece)))
        return words

    def _word(self, token: Token) -> _Word:
        word = analyse_word(token.text)
        phrases = tuple(
            (stream, terms, number)
            for stream, term in ((Stream.EXACT, word.exact), (Stream.STEM, word.stem))
            for terms, number in self._phrases.get((stream, term), ())
        )
        return _Word(token, phrases, tuple(self._hits_of(token, word)))

    def _hits_of(self, token: Token, word: Word) -> Iterator[Hit]:
        """The whole word where that answers, else the parts that do."""
        whole = self._answered(Stream.EXACT, word.exact) | self._answered(Stream.STEM, word.stem)
        if whole:
            yield Hit(token.start, token.end, frozenset(whole))
            return
        end = 0
        for part in sorted(word.parts, key=lambda part: (part.start, -part.end)):
            concepts = self._answered(Stream.PART, part.stem)
            if concepts and part.start >= end:
                yield Hit(token.start + part.start, token.start + part.end, frozenset(concepts))
                end = part.end

    def _answered(self, stream: Stream, term: str) -> set[int]:
        return self._single.get((stream, term), set())

    def _phrase_at(self, text: str, start: int, ways: tuple[_Phrase, ...]) -> Hit | None:
        """The longest phrase that begins at this word."""
        most = max(len(terms) for _, terms, _ in ways)
        following = list(islice(tokenise(text[start : start + _LONGEST_PHRASE]), most))
        fitting = [(len(terms), each) for stream, terms, each in ways if _stands(stream, terms, following)]
        if not fitting:
            return None
        longest = max(length for length, _ in fitting)
        end = start + following[longest - 1].end
        return Hit(start, end, frozenset(number for _, number in fitting))


def _stands(stream: Stream, terms: tuple[str, ...], tokens: list[Token]) -> bool:
    words = [analyse_word(token.text) for token in tokens[: len(terms)]]
    return terms == tuple(word.exact if stream is Stream.EXACT else word.stem for word in words)


def _places(text: str, piece: str) -> Iterator[int]:
    """Where the piece stands between white space."""
    start = text.find(piece)
    while start >= 0:
        end = start + len(piece)
        if (start == 0 or text[start - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield start
        start = text.find(piece, end)


@lru_cache(maxsize=8)
def _matcher(query: AnalysedQuery) -> _Matcher:
    """A page marks many texts with one query."""
    return _Matcher(query)
