"""What decides between contributions that answer a question about equally well."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from search.engines.weights import COMPLETENESS_STANDING, EVIDENCE_STANDING, STANDING_BITS
from search.index.standing import standing


def of(**changes: Any) -> int:
    values: dict[str, Any] = {
        "evidence_step": 2,
        "completeness": 0.5,
        "published": datetime(2024, 5, 1, tzinfo=UTC),
        "checked_on": None,
    }
    return standing(**values | changes)


def test_each_of_the_three_lifts_by_itself() -> None:
    assert of(evidence_step=3) - of() == EVIDENCE_STANDING
    assert of(completeness=1.0) > of() > of(completeness=0.0)
    assert of(completeness=1.0) - of(completeness=0.0) == COMPLETENESS_STANDING
    assert of(published=datetime(2028, 5, 1, tzinfo=UTC)) > of()


def test_a_check_counts_as_much_as_a_publication_and_never_lowers() -> None:
    assert of(checked_on=date(2026, 5, 1)) == of(published=datetime(2026, 5, 1, tzinfo=UTC))
    assert of(checked_on=date(2019, 5, 1)) == of()


@pytest.mark.parametrize("year", [1970, 2020, 2026, 2036, 9999])
@pytest.mark.parametrize("evidence_step", [-1, 0, 7, 90])
def test_it_fits_into_its_digits(year: int, evidence_step: int) -> None:
    for completeness in (0.0, 1.0):
        published = datetime(year, 12, 31, tzinfo=UTC)
        steps = of(evidence_step=evidence_step, completeness=completeness, published=published)
        assert 0 <= steps < 2**STANDING_BITS


def test_a_rung_of_evidence_is_worth_ten_years_of_age() -> None:
    old = of(evidence_step=3, published=datetime(2024, 1, 1, tzinfo=UTC))
    assert old == of(published=datetime(2034, 1, 1, tzinfo=UTC))
