"""Cut a text into words, keeping where each stands.

What Dutch needs beyond letters and digits: hyphens and apostrophes inside a word
(``re-integratie``, ``zzp'er``, ``'s-Gravenhage``), ampersands (``V&VN``), abbreviations with dots
(``i.v.m.``) and numbers (``18,9``). A range of years (``2019-2022``) is two words.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

HYPHENS = "-\u2010\u2011\u00ad"
APOSTROPHES = "'\u2019\u2018\u02bc\u00b4`"
MAX_TERM = 100  # a longer "word" is a key or a hash; engines refuse terms of many kilobytes


def _pattern(letter: str) -> re.Pattern[str]:
    joiner = rf"(?:[{APOSTROPHES}&]|(?<!\d)[{HYPHENS}]|[{HYPHENS}](?!\d))"
    return re.compile(
        rf"\d+(?:[.,]\d+)+(?!\w)"
        rf"|(?<!\w)(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?"
        rf"|{letter}+(?:{joiner}{letter}+)*"
    )


_COMPOSED = _pattern(r"[^\W_]")
_DECOMPOSED = _pattern(r"(?:[^\W_]|[\u0300-\u036f])")


class Token(NamedTuple):
    """A word as it is written, and its place: ``source[start:end] == text``."""

    text: str
    start: int
    end: int


def _pattern_for(text: str) -> re.Pattern[str]:
    return _COMPOSED if unicodedata.is_normalized("NFC", text) else _DECOMPOSED


def tokenise(text: str) -> Iterator[Token]:
    """The words of a text with their offsets, in order."""
    for found in _pattern_for(text).finditer(text):
        yield Token(found[0], found.start(), found.end())


def surfaces(text: str) -> list[str]:
    """The same words without offsets: much faster, for texts of many words."""
    return _pattern_for(text).findall(text)
