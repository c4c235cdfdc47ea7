"""The package's own word lists, read once and only when they are first needed."""

import csv
from functools import cache
from pathlib import Path

from search.language.folding import fold

_DATA = Path(__file__).parent / "data"


def names() -> list[str]:
    """The names of all data files, in alphabetical order."""
    return sorted(path.name for path in _DATA.iterdir() if path.is_file())


def read(name: str) -> str:
    """The text of one data file of this package."""
    return (_DATA / name).read_text(encoding="utf-8")


def lines(name: str) -> list[str]:
    """The meaningful lines of a data file: without ``#`` comments and empty lines."""
    stripped = (line.split("#", 1)[0].strip() for line in read(name).splitlines())
    return [line for line in stripped if line]


@cache
def words(name: str) -> frozenset[str]:
    """A list of words, folded; several may stand on one line."""
    return frozenset(fold(word) for line in lines(name) for word in line.split())


@cache
def pairs(name: str) -> dict[str, str]:
    """A list of ``word = answer`` lines, folded."""
    split = (line.partition("=") for line in lines(name))
    return {fold(word.strip()): fold(answer.strip()) for word, _, answer in split}


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """A CSV file with a header row."""
    return tuple(csv.DictReader(read(name).splitlines()))
