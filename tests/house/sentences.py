"""The sentences of the Dutch catalogue by length and passive form, for whoever looks after the wording.

A hint and no more: *is bekend* is no passive, and a long sentence may be a clear one. See bin/sentences.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

CATALOGUE = Path(__file__).resolve().parents[2] / "locale" / "nl" / "LC_MESSAGES" / "django.po"

ENDS = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÀ-Þ‘“<%])")
WORD = re.compile(r"[\w%()'’-]+")
#: *wordt gevraagd*, *is verwijderd*, *zijn weggehaald*: a form of worden or zijn and a participle near it.
AUXILIARY = r"\b(?:wordt|worden|werd|werden|is|zijn|was|waren)\b"
PARTICIPLE = r"\b(?:\w*ge\w+(?:d|t|en)|(?:ver|be|ont|her)\w+(?:d|t|en))\b"
PASSIVE = re.compile(
    rf"{AUXILIARY}(?:\W+\w+){{0,6}}?\W+{PARTICIPLE}|{PARTICIPLE}\W+{AUXILIARY}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as a reader meets it."""

    text: str
    words: int
    is_passive: bool


def sentences(texts: Iterator[str]) -> list[Sentence]:
    """Each different sentence once, the longest first."""
    found = {
        piece: Sentence(piece, len(WORD.findall(re.sub(r"<[^>]+>", "", piece))), bool(PASSIVE.search(piece)))
        for text in texts
        for piece in ENDS.split(" ".join(text.split()))
    }
    return sorted(found.values(), key=lambda sentence: (-sentence.words, sentence.text))


def dutch(path: Path = CATALOGUE) -> Iterator[str]:
    """Every text of the catalogue."""
    for entry in polib.pofile(str(path)):
        yield from (text for text in (entry.msgstr, *entry.msgstr_plural.values()) if text)


def main(shortest: int) -> None:
    """Print the list and a summary."""
    everything = sentences(dutch())
    for sentence in everything:
        if sentence.words >= shortest or sentence.is_passive:
            print(f"{sentence.words:3}  {'passive' if sentence.is_passive else '':8} {sentence.text}")  # noqa: T201
    passive = sum(sentence.is_passive for sentence in everything)
    long = sum(sentence.words > 18 for sentence in everything)
    print(f"\n{len(everything)} sentences; {long} of more than 18 words; {passive} maybe passive.")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]))
