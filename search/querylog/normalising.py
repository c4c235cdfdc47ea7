"""Which questions may be kept, and in what form: nothing that could say who asked or about whom."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from search.language import compounds, lexicon, stems
from search.language.spelling import field_words
from search.language.tokens import surfaces
from search.language.words import analyse_word

LONGEST = 80
MOST_WORDS = 8
#: This many figures in all may be a telephone number, a date of birth or a BSN.
MOST_FIGURES = 5

_NAMES = Path(__file__).parent / "data" / "first-names.txt"
_ADDRESSING = frozenset(["dhr", "mevr", "mevrouw", "meneer", "heer", "mw", "drs", "mr", "ir", "prof"])


def loggable(text: str) -> str | None:
    """The question in the form in which it is counted; None when it may not be kept.

    Kept are only words that stand in the dictionary or in the lists of this field: a name that
    nobody published is no such word, and neither is a mail address.
    """
    question = " ".join(text.lower().split()).strip(" ?!.,")
    words = surfaces(question)
    if not words or len(question) > LONGEST or len(words) > MOST_WORDS:
        return None
    if len(re.findall(r"\d", question)) > MOST_FIGURES or re.search(r"[@/\\<>]|www\.", question):
        return None
    return question if all(map(_is_ordinary, words)) else None


def _is_ordinary(surface: str) -> bool:
    word = analyse_word(surface)
    if word.exact in field_words() or word.exact.isdigit():
        return True
    if word.exact in first_names() or word.exact in _ADDRESSING:
        return False
    if stems.is_name(word.exact, capital=True) or lexicon.lookup(word.exact) is not None:
        return True
    return bool(compounds.split(word.exact))


@cache
def first_names() -> frozenset[str]:
    """First names that are common here, folded; the privacy check of texts reads them too."""
    return frozenset(_NAMES.read_text(encoding="utf-8").split())
