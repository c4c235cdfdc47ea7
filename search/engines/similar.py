"""What a text is about, in the few words that tell it apart: the ground of "looks like this".

Engine-neutral. A document is like the source in the share of the source's telling words that
it holds, so scores mean the same in every engine and collection: about 1 is a duplicate,
below 0.2 little more than the same trade.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from search.engines.weights import FIELD_WEIGHTS
from search.index.documents import TextField
from search.language.text import IndexText

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
    """A stem with its share of what the source is about, and a word of the source that has it."""

    stem: str
    word: str
    share: float


def telling_terms(
    source: Mapping[TextField, IndexText], documents_with: Callable[[str], int], documents: int
) -> tuple[TellingTerm, ...]:
    """The stems that tell the source apart (tf·idf, by field weight), most telling first.

    Stems that no document holds cannot be shared and are left out. The shares add up to 1.
    """
    frequency, words = _weighed(source)
    scored: list[tuple[float, str]] = []
    for stem, weight in frequency.items():
        holders = documents_with(stem)
        common = documents >= _SMALL_COLLECTION and holders > _TOO_COMMON * documents
        if holders and not common:
            scored.append(((1 + math.log(weight)) * math.log(1 + documents / holders), stem))
    best = sorted(scored, key=lambda item: (-item[0], item[1]))[:TELLING_TERMS]
    total = sum(score for score, _ in best)
    return tuple(TellingTerm(stem, words[stem], score / total) for score, stem in best)


def shared_at_least(terms: Iterable[TellingTerm]) -> int:
    """How many of the telling terms a document must hold to be called alike."""
    return min(SHARED_TERMS_AT_LEAST, sum(1 for _ in terms))


def _weighed(source: Mapping[TextField, IndexText]) -> tuple[dict[str, float], dict[str, str]]:
    """Each stem's frequency, counted by field weight, and its first word, the title's before all."""
    weights: dict[str, float] = {}
    words: dict[str, str] = {}
    for field in TextField:
        text = source.get(field)
        if text is None:
            continue
        for stem, word in zip(text.stem.split(" "), text.exact.split(" "), strict=True):
            if len(stem) >= _SHORTEST and not stem.isdecimal():
                weights[stem] = weights.get(stem, 0.0) + FIELD_WEIGHTS[field]
                words.setdefault(stem, word)
    return weights, words
