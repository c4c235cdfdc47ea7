"""Reading the data files."""

from __future__ import annotations

from decimal import Decimal

import pytest

from demo.cases import BrokenRowError, read_case, read_results, read_source, rows, split
from practices.choices import Kind


def test_every_row_is_read() -> None:
    cases = [read_case(row) for row in rows()]
    kinds = [case.kind for case in cases]
    assert kinds.count(Kind.PRACTICE) == 40
    assert kinds.count(Kind.ATTEMPT) == 12
    assert kinds.count(Kind.TOOL) == 20
    assert len({case.key for case in cases}) == len(cases)
    assert all(case.sources and case.summary and case.title for case in cases)
    assert all(len(case.summary) <= 300 for case in cases)


def test_several_values_in_a_cell() -> None:
    assert split("a| b |") == ("a", "b")
    assert split("") == ()


def test_an_address_is_titled_with_its_host() -> None:
    source = read_source("https://www.skipr.nl/nieuws/iets/?a=1")
    assert (source.title, source.url) == ("skipr.nl", "https://www.skipr.nl/nieuws/iets/?a=1")


def test_a_document_has_a_title_and_no_address() -> None:
    source = read_source("Voortgangsrapportage Werken in de Zorg, december 2019")
    assert source.title.startswith("Voortgangsrapportage")
    assert source.url == ""


def test_numbers_are_exact_and_unknown_stays_unknown() -> None:
    (result,) = read_results(
        '[{"indicator": "x", "unit": null, "baseline": 18.9, "after": null,'
        ' "n": null, "period": null, "source": "y"}]'
    )
    assert result.baseline == Decimal("18.9")
    assert (result.after, result.n, result.period, result.unit) == (None, None, "", "")


@pytest.mark.parametrize("change", [{"results_json": "[{"}, {"kind": "iets"}, {"start_year": "ooit"}])
def test_an_unreadable_row_says_which_one(change: dict[str, str]) -> None:
    row = {**next(rows()), **change}
    with pytest.raises(BrokenRowError, match="p01"):
        read_case(row)
