"""Working days, against the calendar of the years to come."""

from __future__ import annotations

import datetime

import pytest

from editorial.review.working_days import add_working_days, easter_sunday, is_working_day


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter_sunday(year) == datetime.date(year, month, day)


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01",
        "2026-04-06",
        "2026-04-27",
        "2026-05-14",
        "2026-05-25",
        "2026-12-25",
        "2025-04-26",  # the 27th was a Sunday
        "2025-05-05",  # once in five years
        "2026-11-22",
    ],
)
def test_days_off(day: str) -> None:
    assert not is_working_day(datetime.date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-05-05", "2026-04-03", "2026-11-23", "2026-12-24"])
def test_days_on_which_people_work(day: str) -> None:
    assert is_working_day(datetime.date.fromisoformat(day))


def test_christmas_counts_for_nothing() -> None:
    assert add_working_days(datetime.date(2026, 12, 23), 3) == datetime.date(2026, 12, 29)


def test_no_days_is_the_day_itself() -> None:
    assert add_working_days(datetime.date(2026, 11, 22), 0) == datetime.date(2026, 11, 22)
