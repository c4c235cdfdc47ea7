"""Cut a text into sentences, keeping where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.language.tokens import Token, tokenise

#: A mark that may end a sentence with what closes after it, or the end of a line.
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[\n\r]+|$")
#: After these a dot ends nothing.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-Z](?:\.[A-Z])*|[a-z](?:\.[a-z])+"
    r"|(?i:bijv|bv|dhr|mevr|mw|dr|drs|ir|ing|prof|nr|ca|incl|excl|evt|resp|vgl|zgn|max|min|st|art|blz|tel))$"
)
_LOOK_BACK = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``source[start:end]``, and its words."""

    start: int
    end: int
    words: tuple[Token, ...]


def sentences(text: str) -> Iterator[Sentence]:
    """Every sentence that has a word in it, in order; an item of a list on its own line is one."""
    words = list(tokenise(text))
    position = start = 0
    for end in _ends(text):
        first = position
        while position < len(words) and words[position].start < end:
            position += 1
        own = tuple(words[first:position])
        if own:
            yield Sentence(max(start, _content(text, start, own[0].start)), end, own)
        start = end


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        follows = text[match.end() : match.end() + 2].lstrip()
        if match[0][:1] == "." and (_ABBREVIATION.search(before) or follows[:1].islower()):
            continue
        yield match.start() if not match[0].strip() else match.end()


def _content(text: str, start: int, first_word: int) -> int:
    """Where the sentence begins after spaces: an opening quote belongs to it."""
    while start < first_word and text[start].isspace():
        start += 1
    return start
