"""Regions, places, postcodes, sectors and themes in a question: offered as filters, applied in need."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.labels import label_book
from search.naming import name_table
from search.params import SearchParams
from search.results import SearchResults
from search.service import search
from search.understanding import understand

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("collection")]


def understood(text: str) -> dict[str, tuple[str, str]]:
    found = understand(SearchParams(query=text), name_table(label_book()))
    return {each.key: (each.slug, each.rest) for each in found}


def references(results: SearchResults) -> set[str]:
    return {hit.reference for hit in results.hits}


@pytest.mark.parametrize(
    ("text", "slug", "rest"),
    [
        ("flexpool rijnmond", "rijnmond", "flexpool"),
        ("flexpool Rotterdam", "rijnmond", "flexpool"),
        ("flexpool in de regio Rijnmond", "rijnmond", "flexpool"),
        ("onboarding in Breda", "west-brabant", "onboarding"),
        ("rooster 3011", "rijnmond", "rooster"),
        ("rooster 3011 AB", "rijnmond", "rooster"),
        ("rooster 2011 vb", "amstelland-kennemerland-en-meerlanden", "rooster"),
        ("Den Haag sociaal werk", "haaglanden-en-nieuwe-waterweg-noord", "sociaal werk"),
        ("'s-Hertogenbosch stage", "noordoost-brabant", "stage"),
        ("stage in Best", "zuidoost-brabant", "stage"),
        ("zorg Huizen", "gooi-en-vechtstreek", "zorg"),
        ("Drechtsteden", "zuid-holland-zuid", ""),
    ],
)
def test_places_regions_and_postcodes(text: str, slug: str, rest: str) -> None:
    assert understood(text)["region"] == (slug, rest)


@pytest.mark.parametrize(
    "text",
    ["het best passende rooster", "huizen", "rooster 2024", "12,7 miljoen", '"rijnmond"', "zorg -rijnmond"],
)
def test_ordinary_words_years_and_literal_questions_name_no_region(text: str) -> None:
    assert "region" not in understood(text)


def test_sectors_and_themes_in_any_form() -> None:
    assert understood("rooster gehandicaptenzorg")["sector"] == ("gehandicaptenzorg", "rooster")
    assert understood("combibaan zeeland")["theme"] == ("combibanen", "zeeland")


def test_what_the_words_find_is_shown_and_the_filter_offered() -> None:
    results = search(SearchParams(query="flexpool rijnmond"))
    assert references(results) == {"p12", "p13"}
    assert results.understood is None
    (offer,) = [each for each in results.offers if each.label == "Rijnmond"]
    assert parse_qs(urlsplit(offer.url).query) == {"q": ["flexpool"], "regio": ["rijnmond"]}


def test_the_filter_is_applied_where_the_words_find_nothing_with_a_way_back(client: Client) -> None:
    results = search(SearchParams(query="Den Haag sociaal werk"))
    assert references(results) == {"p26", "p02"}
    assert results.params.selections == {"region": ("haaglanden-en-nieuwe-waterweg-noord",)}
    assert results.understood is not None
    literal = client.get(results.understood.url)
    assert literal.context["results"].total == 0
    page = client.get("/zoeken/", {"q": "Den Haag sociaal werk"}).content.decode()
    assert results.understood.url.replace("&", "&amp;") in page


def test_a_misspelt_word_and_a_place_together() -> None:
    results = search(SearchParams(query="onbaording breda"))
    assert results.params.selections == {"region": ("west-brabant",)}
    assert results.did_you_mean is not None


def test_a_choice_of_ones_own_is_never_replaced() -> None:
    params = SearchParams(query="flexpool rijnmond", selections={"region": ("twente",)})
    assert search(params).params.selections == {"region": ("twente",)}


@given(st.text(max_size=120))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_typed_is_an_error_and_no_word_is_invented(text: str) -> None:
    params = SearchParams(query=" ".join(text.split()))
    for each in understand(params, name_table(label_book())):
        assert set(each.rest) <= set(params.query)
