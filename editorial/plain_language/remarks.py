"""What the language check remarks: a place in the text, what about it, and what may stand there instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Aspect(StrEnum):
    """What a remark is about; the values are kept with what writers accept."""

    LONG_SENTENCE = "long sentence"
    PASSIVE = "passive"
    JARGON = "jargon"
    ABBREVIATION = "abbreviation"
    MIXED_ADDRESS = "mixed address"


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One remark: ``source[start:end] == text``. Remarks may overlap: a long sentence can hold jargon.

    ``instead`` is a plain word for jargon, the words of an abbreviation or the other form of
    address; empty where there is none to give. ``count`` is the length of a sentence in words.
    """

    start: int
    end: int
    aspect: Aspect
    text: str
    instead: str = ""
    count: int = 0
