"""The package's own lists of words, folded, read once and only when they are first needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from search.language.folding import fold

_DATA = Path(__file__).parent / "data"


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list (``roles.txt``), folded; ``#`` begins a comment."""
    lines = (line.split("#", 1)[0] for line in (_DATA / name).read_text(encoding="utf-8").splitlines())
    return frozenset(fold(word) for line in lines for word in line.split())


@cache
def group(name: str) -> frozenset[str]:
    """One group of small words of ``groups.txt``, folded."""
    for line in (_DATA / "groups.txt").read_text(encoding="utf-8").splitlines():
        title, separator, members = line.partition(" = ")
        if separator and title == name:
            return frozenset(map(fold, members.split()))
    raise KeyError(name)


@cache
def endings(name: str, shortest: int = 4) -> tuple[str, ...]:
    """The words of a list that other words may end in: compounds (*wijkverpleegkundige*)."""
    return tuple(sorted(word for word in words(name) if len(word) >= shortest))


def is_one_of(folded: str, name: str) -> bool:
    """Whether a word stands in the list, or is a compound that ends in one of it."""
    return folded in words(name) or folded.endswith(endings(name))
