"""The language check itself: all remarks on a text, and the hint at its level."""

from __future__ import annotations

from dataclasses import dataclass

from editorial.plain_language.abbreviations import abbreviations
from editorial.plain_language.address import mixed_address
from editorial.plain_language.jargon import jargon
from editorial.plain_language.level import Level, level
from editorial.plain_language.passive import passive_chains
from editorial.plain_language.remarks import Aspect, Remark
from editorial.plain_language.sentences import sentences

LONGEST_SENTENCE = 25


@dataclass(frozen=True, slots=True)
class Reading:
    """What the check says of one text; remarks in order of place."""

    remarks: tuple[Remark, ...]
    level: Level


def check(text: str) -> Reading:
    """All remarks on a text. Deterministic, linear in its length, and for no text an error."""
    listed = list(sentences(text))
    words = [word for sentence in listed for word in sentence.words]
    remarks = [
        Remark(each.start, each.end, Aspect.LONG_SENTENCE, text[each.start : each.end], count=len(each.words))
        for each in listed
        if len(each.words) > LONGEST_SENTENCE
    ]
    remarks += passive_chains(text, listed)
    remarks += jargon(text, words)
    remarks += abbreviations(text, words)
    remarks += mixed_address(text, words)
    return Reading(tuple(sorted(remarks)), level(listed))
