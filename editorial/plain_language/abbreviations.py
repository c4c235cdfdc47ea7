"""Abbreviations that the text nowhere explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editorial.plain_language.lists import words as everyday
from editorial.plain_language.remarks import Aspect, Remark
from search.language import wordlists
from search.language.folding import fold
from search.language.tokens import Token

#: *VWS*, *VVT*, *Wmo*, *V&VN*, *GGz*: two to six letters, most of them capitals.
_SHAPE = re.compile(r"[A-Z](?:&?[A-Za-z]){1,5}")
_LAWS = frozenset(["wmo", "wlz", "zvw", "wkkgz", "wvggz", "wzd", "wgbo", "poh"])
_ROMAN = re.compile(r"[IVX]+")


def abbreviations(text: str, words: Sequence[Token]) -> Iterator[Remark]:
    """The first mention of every abbreviation that has no explanation beside it or elsewhere in the text."""
    folded_text = fold(text)
    seen: set[str] = set()
    for word in words:
        short = word.text
        folded = fold(short)
        if folded in seen or not _is_abbreviation(short, folded) or _is_shouting(text, word):
            continue
        seen.add(folded)
        meaning = _meanings().get(folded.replace("&", ""), "")
        if not _explains(text, word) and (not meaning or fold(meaning) not in folded_text):
            yield Remark(word.start, word.end, Aspect.ABBREVIATION, short, meaning)


def _is_abbreviation(short: str, folded: str) -> bool:
    if (
        folded in everyday("everyday-abbreviations.txt")
        or not _SHAPE.fullmatch(short)
        or _ROMAN.fullmatch(short)
    ):
        return False
    return short.isupper() or folded in _LAWS or sum(map(str.isupper, short)) > len(short) / 2


def _is_shouting(text: str, word: Token) -> bool:
    """Whether the whole line is in capitals: a heading, no abbreviations."""
    start = text.rfind("\n", 0, word.start) + 1
    end = text.find("\n", word.end)
    line = text[start : min(end if end >= 0 else len(text), start + 200)]
    return line.isupper() and len(line.split()) > 1


def _explains(text: str, word: Token) -> bool:
    """*(VVT)* after its words, or *VVT (verpleeghuizen …)* before them."""
    before, after = text[max(0, word.start - 2) : word.start], text[word.end : word.end + 2]
    return (before.endswith("(") and after.startswith(")")) or bool(
        re.match(r" ?\(|, (?=\w)", after) and "(" in after
    )


def _meanings() -> dict[str, str]:
    """What the search's list of abbreviations says they mean."""
    return {fold(row["abbreviation"]): row["expansion"] for row in wordlists.rows("abbreviations.csv")}
