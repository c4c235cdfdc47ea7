"""Chains of passive sentences: *er wordt gekeken, waarna wordt besloten*. One is no fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editorial.plain_language.lists import words
from editorial.plain_language.remarks import Aspect, Remark
from editorial.plain_language.sentences import Sentence

_WORDEN = frozenset(["word", "wordt", "worden", "werd", "werden"])
_PARTICIPLE = re.compile(r"(?:\w{0,12}ge\w{2,}|(?:ver|be|ont|her|er)\w{2,}|\w+iseer)(?:d|t|en)|\w+eerd")
_FURTHEST = 12
_CHAIN = 2


def passive_chains(text: str, listed: Iterable[Sentence]) -> Iterator[Remark]:
    """Sentences with two passives, and those that follow a passive one with another, two at a time."""
    before = 0
    for sentence in listed:
        count = _passives(sentence)
        if count and before + count >= _CHAIN:
            yield Remark(
                sentence.start, sentence.end, Aspect.PASSIVE, text[sentence.start : sentence.end], count=count
            )
            before = 0
        else:
            before = count


def _passives(sentence: Sentence) -> int:
    """How often a form of *worden* has a participle near it, before or after."""
    lower = [word.text.lower() for word in sentence.words]
    count = 0
    for position, word in enumerate(lower):
        if word not in _WORDEN:
            continue
        after = lower[position + 1 : position + 1 + _FURTHEST]
        stop = next((place for place, each in enumerate(after) if each in _WORDEN), len(after))
        before = lower[position - 1 : position]
        count += any(map(_is_participle, before)) or any(map(_is_participle, after[:stop]))
    return count


def _is_participle(word: str) -> bool:
    return bool(_PARTICIPLE.fullmatch(word)) and word not in words("no-participles.txt")
