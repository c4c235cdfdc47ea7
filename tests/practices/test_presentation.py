"""Numbers, figures, differences and lists as readers see them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from practices.models import Result
from practices.presentation import (
    dutch_number,
    figure_of,
    joined,
    key_result,
    lessons_as_list,
    of_count,
    period_words,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (0, "0"),
        (Decimal("2.4000"), "2,4"),
        (Decimal("1300"), "1.300"),
        (Decimal("1234567.5"), "1.234.567,5"),
        (Decimal("-40"), "−40"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("0.3100"), "0,31"),
    ],
)
def test_numbers_are_written_the_dutch_way(value: Decimal | int | None, words: str) -> None:
    assert dutch_number(value) == words


def test_before_and_after_become_two_bars_on_one_scale() -> None:
    figure = figure_of(result(baseline="3.5", after="2.4", unit="keren per dag"))
    assert [(bar.before, bar.value, bar.width) for bar in figure.bars] == [
        (True, "3,5", "100.00"),
        (False, "2,4", "68.57"),
    ]
    assert figure.difference == "1,1 minder, dat is 31 procent"


@pytest.mark.parametrize(
    ("baseline", "after", "unit", "difference"),
    [
        ("6.1", "5.1", "procent", "1 procentpunt lager"),
        ("5", "7.5", "procent", "2,5 procentpunt hoger"),
        ("3", "7", "personen", "4 meer, dat is 133 procent"),
        ("0", "7", "personen", "7 meer"),
        ("7", "7", "personen", ""),
        (None, "7", "personen", ""),
    ],
)
def test_the_difference_in_words(baseline: str | None, after: str, unit: str, difference: str) -> None:
    assert figure_of(result(baseline=baseline, after=after, unit=unit)).difference == difference


@pytest.mark.parametrize(("baseline", "after"), [(None, "7"), ("7", None), ("-4", "7"), ("0", "0")])
def test_what_cannot_be_compared_is_not_drawn(baseline: str | None, after: str | None) -> None:
    assert figure_of(result(baseline=baseline, after=after)).bars == ()


def test_the_key_figure_was_measured_twice_where_possible() -> None:
    once, twice, before = result(after="24"), result(baseline="3", after="7"), result(baseline="25")
    assert key_result([before, once, twice]) is twice
    assert key_result([before, once]) is once
    assert key_result([before]) is None


def test_a_long_unit_moves_into_the_words() -> None:
    assert figure_of(result(after="24", unit="fte")).sign == "fte"
    assert figure_of(result(after="30", unit="procent")).sign == "%"
    long = figure_of(result(after="2.5", unit="uren per cliënt per week", indicator="Tijdwinst"))
    assert (long.sign, long.label) == ("", "Tijdwinst, uren per cliënt per week")


def test_months_lists_and_counts_in_words() -> None:
    assert period_words(2020, 11) == "november 2020"
    assert period_words(2020, None) == "2020"
    assert period_words(None, 3) == ""
    assert joined(["a", "b", "c"]) == "a, b en c"
    assert joined(["a"]) == "a"
    assert joined([]) == ""
    assert (of_count(1), of_count(1300)) == ("1 bijdrage", "1.300 bijdragen")


TWO = ("Begin bij de vraag.", "Kies dan pas techniek.")


@pytest.mark.parametrize(
    ("html", "lessons"),
    [
        ("<p>Begin bij de vraag. Kies dan pas techniek.</p>", TWO),
        ("<ul><li>Begin bij de vraag.</li><li>Kies dan pas techniek.</li></ul>", TWO),
        ("<p>Eén les is genoeg.</p>", ()),
        ("<p>Vraag het iedereen, bijv. De ondernemingsraad. En het team.</p>", ()),
        ('<p>Lees <a href="/">meer</a> hierover. Begin bij de vraag.</p>', ()),
        (f"<p>Kort en goed gezegd. {'Heel ' * 50}lang.</p>", ()),
    ],
)
def test_short_lessons_are_numbered_and_long_ones_left_alone(html: str, lessons: tuple[str, ...]) -> None:
    assert lessons_as_list(html) == lessons


def result(
    baseline: str | None = None,
    after: str | None = None,
    unit: str = "personen",
    indicator: str = "Deelnemers",
) -> Result:
    def number(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    return Result(indicator=indicator, unit=unit, baseline=number(baseline), after=number(after))
