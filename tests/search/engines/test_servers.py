"""What an engine on a server promises besides: strict fields, and one request for a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from search.engines import elasticsearch, opensearch
from search.engines.base import Engine, SearchRequest, Sort
from search.engines.deadline import another_try
from search.engines.elasticsearch import sending
from search.engines.elasticsearch.mapping import source
from search.facets import FACETS
from tests.search.engines.collections import make_document
from tests.search.engines.conftest import SERVERS, Backend, emptied
from tests.search.engines.queries import EVERYTHING, concepts, word, words
from tests.search.faults.proxy import Proxy, proxy

PRODUCTS = {"elasticsearch": elasticsearch, "opensearch": opensearch}
FACET_KEYS = tuple(facet.key for facet in FACETS)


@dataclass(frozen=True)
class Watched:
    """An engine of which every request passes a proxy."""

    backend: Backend
    engine: Engine
    proxy: Proxy


@pytest.fixture(params=sorted(SERVERS))
def server(request: pytest.FixtureRequest) -> Iterator[Watched]:
    """Each server in turn, with a few documents."""
    made, connection, backend = SERVERS[request.param]()
    with emptied(made, connection.prefix), proxy(connection.hosts[0]) as between:
        watched = replace(connection, hosts=(between.address,))
        chosen = {"theme": ("a",), "tag": ("c",)}
        backend.fill([make_document(str(key), "rooster zorg", facets=chosen) for key in range(1, 6)])
        yield Watched(backend, PRODUCTS[request.param].engine_and_writer(watched)[0], between)


def test_a_document_with_another_field_is_refused(server: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    def with_another(document: Any) -> dict[str, Any]:
        return {**source(document), "facet_of_tomorrow": ["a-value"]}

    monkeypatch.setattr(sending, "source", with_another)
    refused = server.backend.writer.apply([make_document("9", "rooster")], ())
    assert "strict_dynamic_mapping_exception" in refused["9"]
    assert server.engine.documents(["9"]) == {}
    assert server.engine.search(SearchRequest(EVERYTHING)).total == 5


PAGES = {
    "everything": SearchRequest(EVERYTHING, facets=FACET_KEYS),
    "words": SearchRequest(words("rooster zorg"), facets=FACET_KEYS),
    "chosen": SearchRequest(words("rooster"), {"theme": ("a", "b"), "tag": ("c",)}, facets=FACET_KEYS),
    "next": SearchRequest(words("rooster"), {"tag": ("c",)}, Sort.NEWEST, offset=2, facets=FACET_KEYS),
}
NOTHING_FOUND = {
    "one word": (words("nergens"), 1),
    "no lighter question has an answer": (words("nergens ergens overal"), 2),
    "a lighter question has one": (concepts(word("zorg", weight=0.7), word("ergens", weight=0.2)), 4),
}


def asked(server: Watched, request: SearchRequest) -> tuple[int, list[str]]:
    """The number of hits, and what the server was asked for them."""
    server.proxy.asked.clear()
    total = server.engine.search(request).total
    return total, [line.rpartition("/")[2].partition("?")[0] for line in server.proxy.asked]


def test_a_page_is_one_request(server: Watched) -> None:
    assert {name: asked(server, page) for name, page in PAGES.items()} == dict.fromkeys(
        PAGES, (5, ["_msearch"])
    )


def test_nothing_found_takes_a_few_requests_however_many_words(server: Watched) -> None:
    for name, (query, most) in NOTHING_FOUND.items():
        requests = asked(server, SearchRequest(query, facets=FACET_KEYS))[1]
        assert 1 <= len(requests) <= most, (name, requests)


def test_asked_a_second_time_it_answers_the_same(server: Watched) -> None:
    asked = SearchRequest(words("rooster"), {"theme": ("a",)}, facets=FACET_KEYS)
    first, suggested = server.engine.search(asked), server.engine.suggest("roo")
    with another_try():
        assert server.engine.search(asked) == first
        assert server.engine.suggest("roo") == suggested != ()
