"""What the loader may fill in by rule, and what it must leave open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from demo.cases import ResultOfCase
from demo.rules import cost_band, evidence

COMPLETE = ResultOfCase("Verzuim", "procent", Decimal(9), Decimal(7), 120, "2023", "Jaarverslag")


def _without(name: str) -> ResultOfCase:
    values = {
        field: getattr(COMPLETE, field)
        for field in ("indicator", "unit", "baseline", "after", "n", "period", "source")
    }
    return ResultOfCase(**{**values, name: "" if isinstance(values[name], str) else None})


def test_a_described_experience_of_a_named_organisation() -> None:
    level = evidence(["Koraal"], [], "ingevoerd")
    assert level is not None
    assert level.slug == "ervaring-beschreven"
    assert "regel" in level.reason


def test_measured_before_and_after_with_everything_that_belongs_to_it() -> None:
    level = evidence(["Koraal"], [_without("n"), COMPLETE], "ingevoerd")
    assert level is not None
    assert level.slug == "gemeten-in-eigen-organisatie"


@pytest.mark.parametrize("missing", ["baseline", "after", "n", "period", "source"])
def test_a_figure_with_a_gap_is_no_measurement(missing: str) -> None:
    level = evidence(["Koraal"], [_without(missing)], "")
    assert level is not None
    assert level.slug == "ervaring-beschreven"


def test_zero_is_a_measured_value() -> None:
    result = ResultOfCase("Deelnemers", "personen", Decimal(0), Decimal(0), 10, "2023", "Jaarverslag")
    level = evidence(["Koraal"], [result], "")
    assert level is not None
    assert level.slug == "gemeten-in-eigen-organisatie"


def test_no_level_without_an_organisation_or_for_an_idea() -> None:
    assert evidence([], [COMPLETE], "ingevoerd") is None
    assert evidence(["Koraal"], [], "idee") is None


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("12,7 miljoen euro uit het Integraal Zorgakkoord (2025).", "vanaf-250000"),
        ("9.999 euro", "tot-10000"),
        ("10.000 euro voor alles", "10000-tot-50000"),
        ("49.999 euro", "10000-tot-50000"),
        ("50.000 euro", "50000-tot-250000"),
        ("249.999 euro", "50000-tot-250000"),
        ("250.000 euro", "vanaf-250000"),
        ("", ""),
        ("Deels betaald met subsidie van VWS.", ""),
        ("Landelijk was er in 2022 5 miljoen euro extra.", ""),
        ("1.000 euro per student, of 17.000 euro voor een ander.", ""),
        ("Geen extra belasting; andere kosten zijn niet genoemd.", ""),
    ],
)
def test_only_an_unambiguous_total_gives_a_cost_band(text: str, band: str) -> None:
    assert cost_band(text) == band


@pytest.mark.parametrize("text", ["500 euro per deelnemer", "2.500 euro per jaar", "20 euro per uur"])
def test_a_price_is_not_a_total(text: str) -> None:
    assert cost_band(text) == ""
