"""How often each pattern was seen, by the year in which the attempt began."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from practices.models import AttemptPage, TermAssignment
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary


@dataclass(frozen=True, slots=True)
class PatternRow:
    """One pattern. ``numbers`` has a count for each year of the table, the last for year unknown."""

    term: Term
    numbers: tuple[int, ...]
    total: int
    share: int  # of the most frequent pattern, 0 to 100


@dataclass(frozen=True, slots=True)
class PatternTable:
    """All patterns, the most frequent first. ``years`` are those in which an attempt began; None: unknown."""

    years: tuple[int | None, ...]
    rows: list[PatternRow]
    attempts: int


def pattern_table() -> PatternTable:
    """Published attempts by pattern and year of beginning; merged patterns count as their successor."""
    years_of = dict(AttemptPage.objects.live().values_list("pk", "start_year"))
    assignments = TermAssignment.objects.filter(
        page__in=years_of, term__vocabulary=Vocabulary.FAILURE_CAUSE
    ).select_related("term__merged_into")
    seen = {(each.page_id, each.term.successor().pk) for each in assignments}
    counts = Counter((term, years_of[page]) for page, term in seen)
    years = _years(set(years_of.values()))
    return PatternTable(years, _rows(counts, years), len(years_of))


def _years(seen: set[int | None]) -> tuple[int | None, ...]:
    known = sorted(year for year in seen if year is not None)
    return (*known, *([None] if None in seen else []))


def _rows(counts: Counter[tuple[int, int | None]], years: tuple[int | None, ...]) -> list[PatternRow]:
    terms = list(Term.objects.of(Vocabulary.FAILURE_CAUSE).current().order_by("order"))
    totals = {term.pk: sum(counts[term.pk, year] for year in years) for term in terms}
    top = max(totals.values(), default=0) or 1
    rows = [
        PatternRow(
            term,
            tuple(counts[term.pk, year] for year in years),
            totals[term.pk],
            round(100 * totals[term.pk] / top),
        )
        for term in terms
    ]
    return sorted(rows, key=lambda row: -row.total)
