"""The package's own lists of words, read once and only when they are first needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list (``no-participles.txt``), in lower case; ``#`` begins a comment."""
    lines = (line.split("#", 1)[0] for line in (_DATA / name).read_text(encoding="utf-8").splitlines())
    return frozenset(word for line in lines for word in line.split())
