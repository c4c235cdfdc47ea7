"""Which pieces of text hold a term, of all texts that were marked so far.

A page of results marks a dozen long texts for one question. Turned round like this, a text costs no more
than cutting it at white space and comparing two sets, whatever the number of its words.
"""

from collections.abc import Iterable, Set

from search.language.tokens import tokenise
from search.language.words import analyse_word

#: Then all is forgotten: some ten megabytes, and more than the words of a few hundred texts.
MOST = 40_000


class Pieces:
    """Pieces without white space, by the terms of all streams in them. Serves all threads of a process.

    It only grows: who looks again after ``len`` has changed, finds more.
    """

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._holding: dict[str, list[str]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def read(self, pieces: Set[str]) -> None:
        """Learn the terms of those that are new. A piece is known only when it can be found."""
        unread = pieces - self._known
        for piece in unread:
            for term in _terms_in(piece):
                self._holding.setdefault(term, []).append(piece)
        self._known |= unread

    def holding(self, terms: Iterable[str]) -> set[str]:
        """The pieces that hold any of the terms."""
        return {piece for term in terms for piece in self._holding.get(term, ())}


def _terms_in(piece: str) -> set[str]:
    words = [analyse_word(token.text) for token in tokenise(piece)]
    return {term for word in words for term in (word.exact, word.stem, *(part.stem for part in word.parts))}


_pieces = Pieces()


def known_pieces() -> Pieces:
    """What this process knows."""
    global _pieces  # noqa: PLW0603 - begun anew where it grew too large
    if len(_pieces) > MOST:
        _pieces = Pieces()
    return _pieces
