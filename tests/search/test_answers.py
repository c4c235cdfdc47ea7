"""What a visitor gets for what was asked: the page, its words and its honesty."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client, TestCase
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from taggit.models import Tag

from practices.tagging import rename
from search.params import SearchParams
from search.results import Outcome
from search.service import search, similar
from succession.merging import merge
from tests.factories import contribution, term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture
def collection(index: Path) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        for slug in ("goede-praktijk", "falend-vooruit", "hulpmiddel"):
            term("kind", slug)
        theme = term("theme", "roosteren")
        contribution(title="Rustig rooster", text="De planner vraagt naar wensen.", terms=[theme])
        contribution(title="Flexpool in de wijk", text="Een pool van medewerkers.")
        contribution(title="Medicijndispenser thuis", text="De dispenser geeft medicijnen.")


def titles(query: str, **options: object) -> list[str]:
    results = search(SearchParams(query=query, **options))  # type: ignore[arg-type]
    return ["".join(part.text for part in hit.title) for hit in results.hits]


@pytest.mark.usefixtures("collection")
def test_other_forms_of_a_word_are_found_and_marked() -> None:
    results = search(SearchParams(query="roosters"))
    assert [(part.text, part.marked) for part in results.hits[0].title] == [
        ("Rustig ", False),
        ("rooster", True),
    ]


@pytest.mark.usefixtures("collection")
def test_a_misspelt_word_is_searched_as_it_was_meant_with_a_way_back() -> None:
    results = search(SearchParams(query="medicijndispensre"))
    assert results.total == 1
    assert results.did_you_mean is not None
    assert results.did_you_mean.applied
    assert results.did_you_mean.text == "medicijndispenser"
    assert "letterlijk=1" in results.did_you_mean.url
    assert search(SearchParams(query="medicijndispensre", literal=True)).total == 0


@pytest.mark.usefixtures("collection")
def test_nothing_found_is_said_as_it_is(client: Client) -> None:
    response = client.get("/zoeken/", {"q": "appeltaart"})
    assert response.status_code == 200
    assert response.context["results"].total == 0


@pytest.mark.usefixtures("collection")
def test_unknown_values_are_named_and_do_not_narrow(client: Client) -> None:
    response = client.get("/zoeken/?thema=bestaat-niet&regio=nergens&pagina=abc&sorteer=mooi&onbekend=1")
    results = response.context["results"]
    assert response.status_code == 200
    assert results.total == 3
    assert {item.value for item in results.ignored} == {"bestaat-niet", "nergens", "abc", "mooi"}
    assert "bestaat-niet" in response.content.decode()


@pytest.mark.usefixtures("collection")
def test_a_page_too_far_shows_the_last_one(client: Client) -> None:
    response = client.get("/zoeken/?pagina=7")
    results = response.context["results"]
    assert len(results.hits) == 3
    assert results.params.page == 1
    assert results.ignored == ()
    assert "Er is geen pagina 7. Dit zijn alle resultaten." in response.content.decode()


@pytest.mark.usefixtures("collection")
def test_an_old_address_with_a_merged_term_still_works() -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        merge(term("theme", "roosteren"), term("theme", "werktijden"))
    results = search(SearchParams(selections={"theme": ("roosteren",)}))
    assert results.total == 1
    assert results.ignored == ()
    assert [chip.label for chip in results.chips] == ["Werktijden"]


@pytest.mark.usefixtures("collection")
def test_similar_leaves_itself_out() -> None:
    page = search(SearchParams(query="rooster")).hits[0]
    assert page.key not in {hit.key for hit, _why in similar(page.key, is_key=True)}


def test_without_an_index_the_page_says_so_and_is_no_empty_list(client: Client) -> None:
    response = client.get("/zoeken/", {"q": "rooster"})
    assert response.status_code == 503
    assert response.context["results"].outcome == Outcome.UNAVAILABLE


@pytest.mark.usefixtures("collection")
def test_a_page_of_results_needs_few_queries(client: Client, django_assert_max_num_queries: object) -> None:
    client.get("/zoeken/", {"q": "rooster"})
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        client.get("/zoeken/?q=rooster&thema=roosteren")


@pytest.mark.usefixtures("collection")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=60))
def test_nothing_typed_is_an_error_or_unescaped(client: Client, query: str) -> None:
    response = client.get("/zoeken/", {"q": query + "<script>alert(1)</script>"})
    assert response.status_code == 200
    assert "<script>alert(1)" not in response.content.decode()


@pytest.mark.usefixtures("collection")
def test_only_reading_is_allowed_and_no_cookie_is_set(client: Client) -> None:
    assert client.post("/zoeken/").status_code == 405
    assert client.get("/zoeken/?q=rooster").cookies == {}


@pytest.mark.usefixtures("collection")
def test_a_keyword_has_its_new_name_in_the_next_answer() -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        contribution(title="Zelf roosteren", tags=("teams",))

    def keywords() -> list[str]:
        facets = {view.facet.key: view for view in search(SearchParams()).facets}
        return [value.label for value in facets["tag"].values]

    assert keywords() == ["teams"]
    with TestCase.captureOnCommitCallbacks(execute=True):
        rename(Tag.objects.get(name="teams"), "Ploegen")
    assert keywords() == ["Ploegen"]
