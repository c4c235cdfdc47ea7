"""Patterns over the years, as editors see them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from failing_forward.reports.counting import pattern_table
from succession.merging import merge
from tests.failing_forward.conftest import attempt
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("section")]

REPORT = "/beheer/rapporten/patronen/"


def numbers(slug: str) -> tuple[int, ...]:
    return next(row.numbers for row in pattern_table().rows if row.term.slug == slug)


def test_attempts_are_counted_by_pattern_and_year() -> None:
    attempt(causes=("geen-draagvlak", "verkeerd-moment"), start_year=2022)
    attempt(causes=("geen-draagvlak",), start_year=2024)
    attempt(causes=("geen-draagvlak",))
    attempt(causes=("geen-draagvlak",), start_year=2024, publish=False)
    table = pattern_table()
    assert (table.years, table.attempts) == ((2022, 2024, None), 3)
    first = table.rows[0]
    assert (first.term.slug, first.numbers, first.total, first.share) == (
        "geen-draagvlak",
        (1, 1, 1),
        3,
        100,
    )
    assert numbers("verkeerd-moment") == (1, 0, 0)
    assert len(table.rows) == 14


def test_a_merged_pattern_counts_once_as_its_successor() -> None:
    attempt(causes=("geen-draagvlak", "verkeerd-moment"), start_year=2022)
    of = Term.objects.of(Vocabulary.FAILURE_CAUSE)
    merge(of.get(slug="verkeerd-moment"), of.get(slug="geen-draagvlak"))
    assert numbers("geen-draagvlak") == (1,)


def test_without_attempts_there_is_a_table_of_noughts() -> None:
    table = pattern_table()
    assert (table.years, table.attempts, {row.total for row in table.rows}) == ((), 0, {0})


def test_the_report_stands_in_the_menu_and_comes_as_a_spreadsheet(client: Client, editor: User) -> None:
    attempt(start_year=2022)
    assert REPORT in client.get("/beheer/").content.decode()
    page = client.get(REPORT).content.decode()
    assert "2022" in page and "Geen draagvlak bij medewerkers" in page
    rows = b"".join(client.get(REPORT, {"export": "csv"}).streaming_content).decode().splitlines()  # type: ignore[attr-defined]
    assert rows[1] == "Geen draagvlak bij medewerkers,1,1"
    assert len(rows) == 15


def test_only_who_keeps_patterns_may_see_it(client: Client, onlooker: User) -> None:
    client.force_login(onlooker)
    assert client.get(REPORT).status_code == 302
