"""What the privacy check finds: a place in the text, what stands there and why it is thought so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of personal data; the values are kept in lists of sentences and of accepted findings."""

    NAME = "name"
    PHONE = "phone"
    MAIL = "mail"
    BSN = "bsn"
    BIRTH_DATE = "birth date"
    ADDRESS = "address"
    PROFILE = "profile"


class Reason(StrEnum):
    """What gave it away; for a name the heaviest of what spoke for it."""

    TITLE = "title"
    ROLE = "role"
    SAYING = "saying"
    DOING = "doing"
    INTRODUCED = "introduced"
    RELATION = "relation"
    INITIALS = "initials"
    PARTICLE = "particle"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    CAPITAL = "capital"
    TWO_CAPITALS = "two capitals"
    AGE = "age"
    APPOSITION = "apposition"
    BESIDE_A_NAME = "beside a name"
    NAMED_ELSEWHERE = "named elsewhere"
    PRONOUN = "pronoun"
    SHAPE = "shape"
    ELEVEN_TEST = "eleven-test"
    LABEL = "label"
    OLD_DATE = "old date"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One piece of personal data: ``source[start:end] == text``; confidence is between 0 and 1.

    ``role`` is what the text itself says the named person is (*wijkverpleegkundige*), in lower
    case, or empty: what a writer may put instead of the name.
    """

    start: int
    end: int
    kind: Kind
    text: str
    why: Reason
    confidence: float
    role: str = ""

    def overlaps(self, other: Finding) -> bool:
        """Whether both stand, in part, on the same characters."""
        return self.start < other.end and other.start < self.end
