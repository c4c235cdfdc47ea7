"""Large collections and large questions: totals stay exact, pages end in time, nothing is refused."""

from __future__ import annotations

from typing import Any

import pytest

from search.engines.base import EngineUnavailable, SearchRequest
from search.engines.elasticsearch import queries, sending
from search.engines.fields import KEY, STORED, facet_column, text_field
from search.engines.weights import DEEPEST_HIT
from search.index.documents import Document, TextField
from search.language.query import AnalysedQuery, Concept, Stream
from tests.search.engines.collections import make_document
from tests.search.engines.conftest import BACKENDS, SERVERS, Backend
from tests.search.engines.queries import EVERYTHING, concepts, word, words

#: As many words as a question may have, and some more ways for each than editors may give.
WORDS, WAYS = 32, 70
#: More than a server counts of its own accord.
MANY = DEEPEST_HIT + 50


def no_more_than_is_asked(document: Document) -> dict[str, Any]:
    """A server takes ten thousand of these in a moment."""
    return {
        KEY: document.key,
        text_field(TextField.TITLE, Stream.EXACT): document.title,
        facet_column("kind"): document.facets["kind"],
        STORED: {"key": document.key},
    }


def test_totals_and_counts_stay_exact_and_pages_end_at_the_deepest_hit(
    backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "source", no_more_than_is_asked)
    kinds = ("practice", "attempt")
    backend.writer.rebuild(
        make_document(f"{key:05d}", "rooster", facets={"kind": (kinds[key % 2],)}) for key in range(MANY)
    ).promote()
    for query in (words("rooster"), EVERYTHING):
        for offset, shown in ((0, 3), (DEEPEST_HIT - 2, 2), (DEEPEST_HIT, 0)):
            request = SearchRequest(query, offset=offset, limit=3, facets=("kind",))
            answer = backend.engine.search(request)
            assert answer.total == MANY
            assert answer.counts == {"kind": dict.fromkeys(sorted(kinds), MANY // 2)}
            assert [hit.key for hit in answer.hits] == [f"{offset + place:05d}" for place in range(shown)]


def with_many_ways(name: str, ways: int = WAYS) -> list[Concept]:
    """Concepts that are called ``name0`` and so on, each with ways that no text has, one of two words."""
    return [
        word(f"{name}{number}", f"{name} {number}", *(f"{name}{number}x{way}" for way in range(ways - 2)))
        for number in range(WORDS)
    ]


def test_a_question_with_very_many_ways_is_answered(backend: Backend) -> None:
    typed = " ".join(f"woord{number}" for number in range(WORDS))
    backend.fill([make_document("1", body=typed), make_document("2", "woord1"), make_document("3", "zorg")])
    many = concepts(*with_many_ways("woord"))
    assert [hit.key for hit in backend.engine.search(SearchRequest(many, facets=("theme",))).hits] == ["1"]
    nowhere = concepts(*with_many_ways("nergens"))
    assert backend.engine.search(SearchRequest(nowhere)).total == 0


@pytest.mark.parametrize("server", sorted(SERVERS))
def test_without_a_bound_a_server_would_refuse_it(
    server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    queries.written.cache_clear()
    monkeypatch.setattr(queries, "bounded", lambda query: query)
    with BACKENDS[server](tmp_path) as backend:  # type: ignore[arg-type]
        backend.fill([make_document("1", "rooster")])
        question: AnalysedQuery = concepts(*with_many_ways("grenzeloos", 300))
        with pytest.raises(EngineUnavailable, match="lause"):
            backend.engine.search(SearchRequest(question))
    queries.written.cache_clear()
