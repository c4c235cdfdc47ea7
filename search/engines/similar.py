"""What a text is about, in the few words that tell it apart: the ground of "looks like this".

Engine-neutral. A document is like the source in the share of the source's telling words that
it holds, so scores mean the same in every engine and collection: about 1 is a duplicate,
below 0.2 little more than the same trade.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from search.engines.weights import FIELD_WEIGHTS
from search.index.documents import TextField
from search.language import importance
from search.language.tokens import surfaces
from search.language.weights import SLIGHT_WORD
from search.language.words import analyse_word

#: More words make it slower, not better: the tail is in half of all texts.
TELLING_TERMS: Final = 25
#: One shared word is chance, unless there are hardly any to share.
SHARED_TERMS_AT_LEAST: Final = 2
#: Each shared theme adds this much: it decides between texts that are alike, and makes none alike.
THEME_BONUS: Final = 0.04
#: Words shown as a reason.
REASON_WORDS: Final = 5

_SHORTEST: Final = 3
_TOO_COMMON: Final = 0.4
#: In a collection smaller than this, how common a word is says nothing yet.
_SMALL_COLLECTION: Final = 20


@dataclass(frozen=True, slots=True)
class TellingTerm:
    """A stem, the word of the source that has it as written, and its share of what the source is about."""

    stem: str
    word: str
    share: float


def telling_terms(
    texts: Mapping[TextField, str], documents_with: Callable[[str], int], documents: int
) -> tuple[TellingTerm, ...]:
    """The stems that tell the texts apart (tf·idf by place and kind of word) and can be shared.

    ``documents_with`` gives the number of other documents that hold a stem. The shares of a
    text that holds every telling stem add up to 1; stems that no other document holds have their
    share too, but are not returned.
    """
    telling: list[tuple[float, str]] = []
    held: list[tuple[float, str]] = []
    stems = _weighed(texts)
    for stem, (weight, _) in stems.items():
        holders = documents_with(stem)
        if documents < _SMALL_COLLECTION or holders <= _TOO_COMMON * documents:
            scored = weight * math.log(1 + documents / max(holders, 1)), stem
            telling.append(scored)
            held += [scored] if holders else []
    total = sum(score for score, _ in _best(telling))
    return tuple(TellingTerm(stem, stems[stem][1], score / total) for score, stem in _best(held))


def _best(scored: list[tuple[float, str]]) -> list[tuple[float, str]]:
    return sorted(scored, key=lambda item: (-item[0], item[1]))[:TELLING_TERMS]


def shared_at_least(terms: Sequence[TellingTerm]) -> int:
    """How many of the telling terms a document must hold to be called alike."""
    return min(SHARED_TERMS_AT_LEAST, len(terms))


def _weighed(texts: Mapping[TextField, str]) -> dict[str, tuple[float, str]]:
    """Each stem's weight by how often, where and in what word it stands; and its first word."""
    places: dict[str, float] = {}
    words: dict[str, str] = {}
    for field, text in texts.items():
        for surface in surfaces(text):
            stem = analyse_word(surface).stem
            places[stem] = places.get(stem, 0.0) + FIELD_WEIGHTS[field]
            words.setdefault(stem, surface)
    return {
        stem: ((1 + math.log(weight)) * importance.of(analyse_word(words[stem])), words[stem])
        for stem, weight in places.items()
        if len(stem) >= _SHORTEST and not stem.isdecimal() and not _is_stop_word(words[stem])
    }


def _is_stop_word(surface: str) -> bool:
    return importance.of(analyse_word(surface)) <= SLIGHT_WORD
