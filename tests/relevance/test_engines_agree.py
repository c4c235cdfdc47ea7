"""Every judged question gets the same page from every engine, and so do choices, orders and later pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import DjangoDbBlocker

from demo.generator.run import generate
from search.engines.base import SearchRequest, Sort
from search.facets import FACETS
from search.index import targets
from search.index.rebuild import rebuild
from search.language import AnalysedQuery
from search.models import IndexJob
from search.params import PAGE_SIZE, SearchParams
from search.relevance.judgements import read_judgements
from search.results import ResultHit, SearchResults
from search.service import search
from tests.demo.module_transaction import undone_afterwards
from tests.search.engines.conftest import SERVERS, emptied

pytestmark = pytest.mark.django_db

EMBEDDED = "embedded"
QUERIES = tuple(each.query for each in read_judgements(Path(__file__).parent / "queries.yaml"))

#: All hits of the demonstration set.
EVERY = 200
#: Scores are rounded to three decimals; sums in another order differ in the last of them.
NEAR = 0.002


@contextmanager
def all_engines(folder: Path) -> Iterator[None]:
    """What the database holds now, in an index of each engine."""
    before = settings.SEARCH_INDEX_DIR, settings.SEARCH_SERVERS
    with ExitStack() as stack:
        connections = {}
        for name, make in SERVERS.items():
            server, connections[name], _backend = make()
            stack.enter_context(emptied(server, connections[name].prefix))
        settings.SEARCH_INDEX_DIR, settings.SEARCH_SERVERS = folder, connections
        forget()
        # What a rebuild replays is written twice, and counts twice until segments are merged.
        IndexJob.objects.all().delete()
        try:
            for name in (EMBEDDED, *SERVERS):
                rebuild(name)
            yield
        finally:
            settings.SEARCH_INDEX_DIR, settings.SEARCH_SERVERS = before
            forget()


def forget() -> None:
    targets.engine_named.cache_clear()
    targets.writer_of.cache_clear()


@pytest.fixture(scope="module")
def demonstration(
    collection: Path, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """The demonstration set."""
    with undone_afterwards(django_db_blocker), all_engines(tmp_path_factory.mktemp("agreeing")):
        yield


def same_page(params: SearchParams, limit: int) -> None:
    """All that a visitor reads is the same; only hits with near-equal scores may have changed places."""
    expected = search(params, engine_name=EMBEDDED, limit=limit)
    for name in SERVERS:
        found = search(params, engine_name=name, limit=limit)
        assert without_hits(found) == without_hits(expected), name
        assert best_first(found, params)
        if limit >= expected.total:
            assert unordered(found) == unordered(expected), name
        scores = [hit.score for hit in expected.hits]
        assert [hit.score for hit in found.hits] == pytest.approx(scores, abs=NEAR, rel=0), name


def without_hits(results: SearchResults) -> SearchResults:
    return replace(results, engine="", hits=())


def unordered(results: SearchResults) -> dict[str, ResultHit]:
    """Every hit, as it is shown."""
    return {hit.key: replace(hit, score=0) for hit in results.hits}


def best_first(results: SearchResults, params: SearchParams) -> bool:
    scores = [hit.score for hit in results.hits]
    return params.effective_sort is not Sort.RELEVANCE or scores == sorted(scores, reverse=True)


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("query", QUERIES)
def test_a_judged_question(query: str) -> None:
    same_page(SearchParams(query=query), EVERY)


@pytest.mark.usefixtures("demonstration")
def test_a_choice_in_every_facet_that_has_values_in_every_order() -> None:
    everything = SearchRequest(AnalysedQuery(""), facets=tuple(facet.key for facet in FACETS))
    counted = targets.engine_named(EMBEDDED).search(everything).counts
    choices = [(key, min(values)) for key, values in counted.items() if values]
    assert len(choices) > len(FACETS) / 2
    for (key, value), sort in product(choices, Sort):
        same_page(SearchParams(query="zorg", selections={key: (value,)}, sort=sort), EVERY)


@pytest.mark.slow
def test_ten_thousand_generated_practices(
    collection: Path, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> None:
    generate(10_000, 1, 0.1)
    with all_engines(tmp_path):
        for query in QUERIES:
            same_page(SearchParams(query=query), PAGE_SIZE)
            same_page(SearchParams(query=query, page=3, sort=Sort.NEWEST), PAGE_SIZE)
