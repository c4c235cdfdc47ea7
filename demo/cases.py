"""The demonstration cases as they stand in the data files: rows to typed, immutable cases.

Nothing here touches the database. A row that cannot be read raises ``BrokenRowError``.
"""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

from demo.rules import Evidence, cost_band, evidence
from practices.choices import AttemptStatus, Kind
from vocabulary.vocabularies import Vocabulary

DATA = Path(__file__).parent / "data"

#: The day on which the demonstration data was added. The sources were read for it up to that day, so
#: it is the honest "read on" and "last checked" of every case, whenever the loader runs.
READ_ON = datetime.date(2026, 11, 21)

#: Which column of the data files holds the terms of which vocabulary.
TERM_COLUMNS = {
    "sector_slugs": Vocabulary.SECTOR,
    "theme_slugs": Vocabulary.THEME,
    "action_line_slugs": Vocabulary.ACTION_LINE,
    "function_group_slugs": Vocabulary.FUNCTION_GROUP,
    "phase": Vocabulary.PHASE,
    "legal_topic_slugs": Vocabulary.LEGAL_TOPIC,
    "effect_slugs": Vocabulary.EFFECT,
    "setting_slugs": Vocabulary.SETTING,
    "failure_cause_slugs": Vocabulary.FAILURE_CAUSE,
    "failure_moment": Vocabulary.FAILURE_MOMENT,
    "kind_slug": Vocabulary.TOOL_KIND,
}


class BrokenRowError(ValueError):
    """A row of a data file that cannot be loaded; the message says why."""


@dataclass(frozen=True, slots=True)
class SourceOfCase:
    """Where a case can be read: an address, or the title of a document."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ResultOfCase:
    """One figure. What the source does not tell is None or empty, never a guess."""

    indicator: str
    unit: str
    baseline: Decimal | None
    after: Decimal | None
    n: int | None
    period: str
    source: str


@dataclass(frozen=True, slots=True)
class Case:
    """One row, read. ``regions`` are codes, the first is the home; ``terms`` are vocabulary and slug."""

    key: str
    kind: Kind
    slug: str
    title: str
    summary: str
    organisations: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    terms: tuple[tuple[Vocabulary, str], ...] = ()
    start_year: int | None = None
    start_month: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    problem: str = ""
    approach: str = ""
    outcome: str = ""
    lessons: str = ""
    costs: str = ""
    results: tuple[ResultOfCase, ...] = ()
    sources: tuple[SourceOfCase, ...] = ()
    related: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    evidence_reason: str = ""
    expected: str = ""
    missed_signs: str = ""
    yielded: str = ""
    status_now: str = ""
    became_url: str = ""


def rows(folder: Path = DATA) -> Iterator[dict[str, str]]:
    """Every row of the data files: first practices and attempts, then tools.

    What only attempts tell stands in a file of its own. It spreads the facts of the row over the
    questions of an attempt, so where it has a text, that goes before the row's.
    """
    path = folder / "attempts.csv"
    told = {row["key"]: _filled(row) for row in _rows(path)} if path.exists() else {}
    for name in ("demo-cases.csv", "toolbox.csv"):
        for row in _rows(folder / name):
            yield {**row, **told.get(row["key"], {})}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _filled(row: dict[str, str]) -> dict[str, str]:
    return {column: text for column, text in row.items() if text}


def read_case(row: dict[str, str]) -> Case:
    """A row as a case; the toolbox has fewer columns, which stay empty."""
    try:
        organisations = split(row.get("organisations", ""))
        results = read_results(row.get("results_json", ""))
        level = evidence(organisations, results, row.get("phase", ""))
        return Case(
            key=row["key"],
            kind=Kind(row.get("kind") or Kind.TOOL),
            slug=row["slug"],
            title=row["title"],
            summary=row["summary"],
            organisations=organisations,
            partners=split(row.get("partners", "")),
            regions=split(row.get("region_codes", "")),
            terms=tuple(_terms(row, level)),
            start_year=_in_column(row, "start_year"),
            start_month=_in_column(row, "start_month"),
            end_year=_in_column(row, "end_year"),
            end_month=_in_column(row, "end_month"),
            problem=row.get("problem", ""),
            approach=row.get("approach", ""),
            outcome=row.get("results_text", ""),
            lessons=row.get("lessons", ""),
            costs=row.get("costs_text", ""),
            results=results,
            sources=tuple(read_source(text) for text in split(row.get("sources") or row.get("source", ""))),
            related=split(row.get("related_keys", "")),
            tags=split(row.get("tags", "")),
            evidence_reason=level.reason if level else "",
            expected=row.get("expected", ""),
            missed_signs=row.get("missed_signs", ""),
            yielded=row.get("yielded", ""),
            status_now=AttemptStatus(row["status_now"]).value if row.get("status_now") else "",
            became_url=row.get("became_url", ""),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenRowError(f"{row.get('key') or '(no key)'}: {error!r}") from error


def _in_column(row: dict[str, str], column: str) -> int | None:
    return int(row[column]) if row.get(column) else None


def _terms(row: dict[str, str], level: Evidence | None) -> Iterator[tuple[Vocabulary, str]]:
    """What the columns say, and what the two rules add."""
    for column, vocabulary in TERM_COLUMNS.items():
        for slug in split(row.get(column, "")):
            yield vocabulary, slug
    if level:
        yield Vocabulary.EVIDENCE_LEVEL, level.slug
    if band := cost_band(row.get("costs_text", "")):
        yield Vocabulary.COST, band


def split(cell: str) -> tuple[str, ...]:
    """The values of one cell."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())


def read_source(text: str) -> SourceOfCase:
    """An address, titled with its host because nothing more is known of it, or the title of a document."""
    if not text.startswith(("http://", "https://")):
        return SourceOfCase(title=text, url="")
    return SourceOfCase(title=(urlsplit(text).hostname or "").removeprefix("www."), url=text)


def read_results(text: str) -> tuple[ResultOfCase, ...]:
    """The figures of one cell, exactly as they are written (no floating point in between)."""
    found = json.loads(text or "[]", parse_float=Decimal)
    return tuple(
        ResultOfCase(
            indicator=item["indicator"],
            unit=item["unit"] or "",
            baseline=_number(item["baseline"]),
            after=_number(item["after"]),
            n=item["n"],
            period=item["period"] or "",
            source=item["source"] or "",
        )
        for item in found
    )


def _number(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)
