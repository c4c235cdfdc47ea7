"""What is suggested while somebody types, and what is never suggested."""

from __future__ import annotations

import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client, TestCase
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import suggesting
from search.models import LoggedQuery
from search.suggesting import suggestions
from tests.factories import contribution, region, term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture(autouse=True)
def texts(index: Path) -> None:
    suggesting.forget()
    with TestCase.captureOnCommitCallbacks(execute=True):
        theme = term("theme", "onboarding-en-instroom", label="Onboarding en instroom")
        region("midden-waard", name="Midden-Waard")
        contribution(title="Medicijndispenser thuis", terms=[theme])
        contribution(title="Concept over medewerkers", publish=False)


def labels(text: str) -> list[str]:
    return [each.label for each in suggestions(text)]


def test_themes_regions_and_titles_by_the_beginnings_of_their_words() -> None:
    assert labels("onb") == ["Onboarding en instroom"]
    assert labels("instr") == ["Onboarding en instroom"]
    assert labels("waard") == ["Midden-Waard"]
    assert labels("medicijndispenser th") == ["Medicijndispenser thuis"]


def test_a_theme_leads_to_its_filter_and_a_title_to_its_page() -> None:
    theme, page = suggestions("onb")[0], suggestions("medicijn")[0]
    assert parse_qs(urlsplit(theme.url).query) == {"thema": ["onboarding-en-instroom"]}
    assert page.url.startswith("/regio/voorbeeldregio/")


@pytest.mark.parametrize("typed", ["onbaor", "onbording", "omboarding", "medcijn", "medicijndispensre"])
def test_one_typing_error_is_forgiven(typed: str) -> None:
    assert labels(typed)


def test_what_is_not_public_is_not_suggested() -> None:
    assert labels("concept") == []


@pytest.mark.parametrize(("searches", "results", "suggested"), [(5, 3, True), (4, 3, False), (50, 0, False)])
def test_only_frequent_questions_with_results(searches: int, results: int, suggested: bool) -> None:
    day = datetime.datetime.now(tz=datetime.UTC).date()
    LoggedQuery.objects.create(text="werkdruk verlagen", day=day, searches=searches, results=results)
    assert ("werkdruk verlagen" in labels("werkd")) == suggested


def test_the_address_answers_in_json_without_cookies(client: Client) -> None:
    answer = client.get("/zoeken/suggesties/", {"q": "onb"})
    assert answer.json()["suggestions"][0]["kind"] == "theme"
    assert not answer.cookies
    assert client.get("/zoeken/suggesties/").json() == {"suggestions": []}


def test_without_an_index_there_are_fewer_and_no_error(index: Path) -> None:
    from search.index.targets import engine_named  # noqa: PLC0415

    engine_named.cache_clear()
    for directory in index.iterdir():
        directory.rename(index.parent / f"away-{directory.name}")
    assert labels("onb") == ["Onboarding en instroom"]


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_typed_is_an_error(text: str) -> None:
    assert len(suggestions(text)) <= suggesting.AT_MOST
