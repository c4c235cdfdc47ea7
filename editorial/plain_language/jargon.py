"""Jargon of care and policy, with a plain word instead. The list is ``data/jargon.csv``."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from editorial.plain_language.remarks import Aspect, Remark
from search.language.folding import fold
from search.language.tokens import Token

_DATA = Path(__file__).parent / "data"


@cache
def table() -> dict[tuple[str, ...], str]:
    """Every jargon term as folded words, with what may be written instead."""
    with (_DATA / "jargon.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["jargon"], row["plain"]) for row in csv.DictReader(lines)]
    return {tuple(map(fold, jargon.split())): plain for jargon, plain in rows}


def jargon(text: str, words: Sequence[Token]) -> Iterator[Remark]:
    """Every term of the list in the text; of terms that begin alike the longest."""
    terms, longest = table(), _longest()
    folded = [fold(word.text) for word in words]
    position = 0
    while position < len(words):
        length = next(
            (
                size
                for size in range(longest.get(folded[position], 0), 0, -1)
                if _at(folded, position, size) in terms
            ),
            0,
        )
        if length:
            start, end = words[position].start, words[position + length - 1].end
            instead = terms[_at(folded, position, length)]
            yield Remark(start, end, Aspect.JARGON, text[start:end], instead)
        position += max(1, length)


def _at(folded: list[str], position: int, length: int) -> tuple[str, ...]:
    return tuple(folded[position : position + length])


@cache
def _longest() -> dict[str, int]:
    """How many words the longest term has that begins with a word."""
    sizes: dict[str, int] = {}
    for term in table():
        sizes[term[0]] = max(len(term), sizes.get(term[0], 0))
    return sizes
