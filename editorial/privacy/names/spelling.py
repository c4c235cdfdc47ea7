"""One key for the ways in which a name from another script or language is written here.

*Djamila* and *Jamila*, *Achmed* and *Ahmed*, *Soekh* and *Sukh*: lists hold one of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

_RULES = (
    ("tsj", "ch"), ("dzj", "j"), ("dj", "j"), ("sch", "sh"), ("sj", "sh"), ("tj", "ch"),
    ("oe", "u"), ("ou", "u"), ("ij", "i"), ("y", "i"), ("ee", "i"), ("ie", "i"),
    ("kh", "h"), ("ch", "h"), ("gh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"),
    ("q", "k"), ("c", "k"), ("w", "v"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")
_SHORTEST = 5


@lru_cache(maxsize=100_000)
def key(folded: str) -> str:
    """The key of a folded name; a short one is its own, for there a letter makes another word."""
    if len(folded) < _SHORTEST:
        return folded
    for written, kept in _RULES:
        folded = folded.replace(written, kept)
    return _DOUBLE.sub(r"\1", folded).removesuffix("h")
