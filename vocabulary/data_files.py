"""The terms that the portal starts with, as rows of the files in ``vocabulary/data``."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vocabulary.vocabularies import Vocabulary

DATA = Path(__file__).parent / "data"

#: A file is called by the plural of its vocabulary; these are the plurals without an s.
PLURALS = {
    Vocabulary.DEPLOYABILITY: "deployability",
    Vocabulary.BASIS: "bases",
    Vocabulary.QUALITY_CRITERION: "quality-criteria",
}


@dataclass(frozen=True, slots=True)
class TermRow:
    """One line of a data file. ``parent`` is the slug of a line in the same file, or empty."""

    vocabulary: Vocabulary
    slug: str
    label: str
    parent: str
    order: int
    description: str
    question: str
    lower: int | None
    upper: int | None


def file_name(vocabulary: Vocabulary) -> str:
    """The name of a vocabulary's data file: ``action-line`` -> ``action-lines.csv``."""
    return PLURALS.get(vocabulary, f"{vocabulary}s") + ".csv"


def read_terms(folder: Path = DATA) -> Iterator[TermRow]:
    """Every line of every vocabulary, parents wherever the file has them."""
    for vocabulary in Vocabulary:
        with (folder / file_name(vocabulary)).open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                yield parse_term(vocabulary, line)


def parse_term(vocabulary: Vocabulary, line: dict[str, str]) -> TermRow:
    """One line as a row. The columns of a band's limits name their unit: ``min_eur``, ``max_months``."""
    return TermRow(
        vocabulary=vocabulary,
        slug=line["slug"],
        label=line["label"],
        parent=line["parent"],
        order=int(line["order"]),
        description=line["description"],
        question=line.get("question", ""),
        lower=_limit(line, "min_"),
        upper=_limit(line, "max_"),
    )


def _limit(line: dict[str, str], prefix: str) -> int | None:
    values = [value for column, value in line.items() if column.startswith(prefix) and value]
    return int(values[0]) if values else None
