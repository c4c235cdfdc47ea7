"""Words that fall away from a question, as long as others are left."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from search.language import wordlists

Item = TypeVar("Item")


@cache
def _levels() -> tuple[frozenset[str], ...]:
    stop = wordlists.words("stopwords.txt")
    return stop | wordlists.words("question-words.txt"), stop


def is_slight(exact: str) -> bool:
    """Whether the word is a little word or padding of a question."""
    return exact in _levels()[0]


def without(items: Sequence[Item], exact: Callable[[Item], str]) -> list[Item]:
    """The items that say something; if none does, those that are no little words; else all."""
    for little in _levels():
        kept = [item for item in items if exact(item) not in little]
        if kept:
            return kept
    return list(items)
