"""How hard a text probably reads, from two things that can be counted, and no more than that.

Long sentences and long words make reading harder; an order of thought, an example and a picture make
it easier, and nobody counts those. So this is a hint: it certifies no level such as B1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from editorial.plain_language.sentences import Sentence

LONG_WORD = 12
_FEWEST_WORDS = 30
#: Words a sentence and share of long words up to which a text is easy, and up to which ordinary.
_EASY = (14.0, 0.10)
_ORDINARY = (19.0, 0.17)


class Ease(StrEnum):
    """How a text probably reads."""

    TOO_SHORT = "too short to say"
    EASY = "easy"
    ORDINARY = "ordinary"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Level:
    """The counts and what they hint at; ``long_words`` is a share between 0 and 1."""

    words: int
    sentences: int
    words_per_sentence: float
    long_words: float
    ease: Ease


def level(listed: Iterable[Sentence]) -> Level:
    """Count the words of sentences; below thirty words no hint is given."""
    lengths: list[int] = []
    long = 0
    for sentence in listed:
        lengths.append(len(sentence.words))
        long += sum(len(word.text) >= LONG_WORD for word in sentence.words)
    words = sum(lengths)
    if not words:
        return Level(0, 0, 0.0, 0.0, Ease.TOO_SHORT)
    per_sentence, share = words / len(lengths), long / words
    return Level(
        words, len(lengths), round(per_sentence, 1), round(share, 3), _ease(words, per_sentence, share)
    )


def _ease(words: int, per_sentence: float, share: float) -> Ease:
    if words < _FEWEST_WORDS:
        return Ease.TOO_SHORT
    if per_sentence <= _EASY[0] and share <= _EASY[1]:
        return Ease.EASY
    return Ease.ORDINARY if per_sentence <= _ORDINARY[0] and share <= _ORDINARY[1] else Ease.HARD
