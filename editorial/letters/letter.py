"""What stands in a letter, whoever it goes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Why a letter is sent: each is a column of ``MailChoice``, so that one can do without it."""

    RECEIVED = "received"
    CHANGES_ASKED = "changes_asked"
    PUBLISHED = "published"
    DECLINED = "declined"
    WAITING = "waiting"
    CHECK_AGAIN = "check_again"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of somebody else, and where they belong: a field, say."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing to tell, in plain words, and the one place to do something about it.

    ``button`` is what it says and the whole address it leads to. The greeting and the end are
    the same for all letters.
    """

    kind: Kind
    subject: str
    paragraphs: tuple[str, ...]
    button: tuple[str, str]
    quotes: tuple[Quote, ...] = ()
