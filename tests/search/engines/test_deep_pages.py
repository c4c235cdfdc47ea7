"""Where more is found than anybody can page through: the page says so, on every engine alike."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from search import labels, params
from search.engines.base import EngineAnswer, SearchRequest
from search.engines.elasticsearch import pages as server_pages
from search.engines.embedded import ranking
from search.engines.weights import DEEPEST_HIT
from search.index import targets
from search.params import MAX_PAGE, PAGE_SIZE
from search.results import SearchResults
from tests.search.engines.collections import make_document
from tests.search.engines.conftest import Backend

pytestmark = pytest.mark.django_db

PAGES = 2
REACHED = PAGES * PAGE_SIZE
NOTICE = f"Dit is de laatste pagina: we tonen alleen de eerste {REACHED} resultaten."


@pytest.fixture
def portal(backend: Backend, client: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A portal on that engine, where nobody gets beyond the second page."""
    monkeypatch.setattr(targets, "engine_named", lambda _name="": backend.engine)
    monkeypatch.setattr(params, "MAX_PAGE", PAGES)
    for module in (server_pages, ranking):
        monkeypatch.setattr(module, "DEEPEST_HIT", REACHED + 1)
    labels.forget()
    yield client
    labels.forget()


def page_of(portal: Client, address: str) -> tuple[SearchResults, str]:
    """What was found, and the page as it is read."""
    response = portal.get(address)
    return response.context["results"], response.content.decode()


def fill(backend: Backend, number: int) -> None:
    backend.fill(
        make_document(str(key), "rooster", kind="goede-praktijk") for key in range(100, 100 + number)
    )


def test_the_last_page_is_full_on_every_engine() -> None:
    assert DEEPEST_HIT - PAGE_SIZE < MAX_PAGE * PAGE_SIZE <= DEEPEST_HIT


@pytest.mark.parametrize("question", ["", "q=rooster&"])
def test_beyond_what_can_be_shown_stands_the_last_page_and_why(
    portal: Client, backend: Backend, question: str
) -> None:
    fill(backend, REACHED + 5)
    at_the_end, _text = page_of(portal, f"/zoeken/?{question}pagina={PAGES}")
    assert (len(at_the_end.hits), at_the_end.total) == (PAGE_SIZE, REACHED + 5)
    assert (at_the_end.previous_url != "", at_the_end.next_url) == (True, "")
    for page in (PAGES, PAGES + 1, 900, 10**18):
        shown, text = page_of(portal, f"/zoeken/?{question}pagina={page}")
        assert (shown.params.page, shown.hits, shown.ignored) == (PAGES, at_the_end.hits, ())
        assert NOTICE in text
        assert ("Maak uw vraag preciezer of kies een filter." in text) == bool(question)
        assert f'<a class="more" href="{shown.pages[0].url}">' in text
    assert NOTICE not in page_of(portal, f"/zoeken/?{question}")[1]


def test_where_everything_can_be_shown_nothing_is_said(portal: Client, backend: Backend) -> None:
    fill(backend, REACHED)
    assert NOTICE not in page_of(portal, f"/zoeken/?pagina={PAGES}")[1]
    shown, text = page_of(portal, "/zoeken/?pagina=900")
    assert (shown.params.page, len(shown.hits), NOTICE in text) == (PAGES, PAGE_SIZE, False)
    assert shown.absent_page == 900
    assert "Er is geen pagina 900. Dit is de laatste pagina." in text


def test_a_page_too_far_costs_no_second_search(
    portal: Client, backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(backend, REACHED + 5)
    asked: list[int] = []
    search = backend.engine.search

    def noted(request: SearchRequest) -> EngineAnswer:
        if request.limit == PAGE_SIZE:  # not the counts of the collection, read beside it
            asked.append(request.offset)
        return search(request)

    monkeypatch.setattr(backend.engine, "search", noted)
    portal.get("/zoeken/?pagina=900")
    assert asked == [REACHED - PAGE_SIZE]
