"""What decides between contributions that answer a question about equally well.

Computed once, when a document is made: evidence, completeness and recency as one number of steps.
What they are worth, and how an engine applies it: ``search.engines.weights``.
"""

from __future__ import annotations

from datetime import date, datetime

from search.engines.weights import (
    COMPLETENESS_STANDING,
    EVIDENCE_RUNGS,
    EVIDENCE_STANDING,
    RECENCY_FROM,
    RECENCY_STANDING,
    RECENCY_YEARS,
    STANDING_BITS,
)


def standing(*, evidence_step: int, completeness: float, published: datetime, checked_on: date | None) -> int:
    """Steps from 0 to 127. ``completeness`` is a share from 0 to 1."""
    evidence = EVIDENCE_STANDING * min(max(evidence_step, 0), EVIDENCE_RUNGS)
    told = round(COMPLETENESS_STANDING * completeness)
    seen = max(published.date(), checked_on or date.min)
    years = seen.year + (seen.month - 1) / 12 - RECENCY_FROM
    recent = round(RECENCY_STANDING * min(max(years, 0), RECENCY_YEARS))
    return min(evidence + told + recent, 2**STANDING_BITS - 1)
