"""The same request to every engine gives the same answer, on a collection as unevenly spread as real text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import pairwise

import pytest

from search.engines.base import EngineAnswer, SearchRequest, Sort
from search.facets import FACETS
from search.language import analyse_query, default_synonyms
from search.language.query import AnalysedQuery
from tests.search.engines.collections import synthetic_documents
from tests.search.engines.conftest import BACKENDS, Backend

DOCUMENTS = 400
REQUESTS = 60
FACET_KEYS = tuple(facet.key for facet in FACETS)

#: Scores are rounded to three decimals; sums in another order differ in the last of them.
NEAR = 0.002


@pytest.fixture(scope="module")
def backends(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Backend]]:
    """All engines with the same documents, some of them deleted."""
    documents = list(synthetic_documents(DOCUMENTS, words=120))
    with ExitStack() as opened:
        every = [
            opened.enter_context(open_backend(tmp_path_factory.mktemp(name)))
            for name, open_backend in BACKENDS.items()
        ]
        for backend in every:
            backend.fill(documents)
            backend.writer.apply((), [document.key for document in documents[::9]])
        yield every


def random_query(rng: random.Random, words: list[str]) -> AnalysedQuery:
    typed = rng.sample(words, rng.choice((0, 1, 1, 2, 3)))
    if typed and rng.random() < 0.2:
        typed.append(f"-{rng.choice(words)}")
    if typed and rng.random() < 0.2:
        typed.append("onvindbaarwoord")
    return analyse_query(" ".join(typed), default_synonyms())


def random_request(rng: random.Random, words: list[str]) -> SearchRequest:
    chosen = rng.sample(FACETS, rng.choice((0, 0, 1, 2)))
    return SearchRequest(
        query=random_query(rng, words),
        selections={facet.key: (f"{facet.key}-{rng.randrange(9)}", "roosteren") for facet in chosen},
        sort=rng.choice([Sort.RELEVANCE, Sort.RELEVANCE, *Sort]),
        limit=DOCUMENTS,
        facets=FACET_KEYS,
        open_limit=rng.choice((0, 5, 40)),
    )


@pytest.mark.parametrize("seed", range(REQUESTS))
def test_the_same_answer(backends: list[Backend], seed: int) -> None:
    rng = random.Random(seed)
    words = [word for document in synthetic_documents(30, words=20) for word in document.body.split()]
    request = random_request(rng, words)
    embedded, *servers = [backend.engine.search(request) for backend in backends]
    for answer in servers:
        assert answer.total == embedded.total
        assert answer.dropped == embedded.dropped
        assert answer.counts == embedded.counts
        assert_same_hits(embedded, answer)
        if request.sort is not Sort.RELEVANCE or not request.query.concepts:
            assert keys(answer) == keys(embedded)


def assert_same_hits(one: EngineAnswer, other: EngineAnswer) -> None:
    """The same documents with the same scores, best first; only near-equal ones may have changed places."""
    scores = {hit.key: hit.score for hit in one.hits}
    assert {hit.key: hit.score for hit in other.hits} == pytest.approx(scores, abs=NEAR)
    assert all(first.score >= second.score for first, second in pairwise(other.hits))
    assert [hit.document for hit in sorted(one.hits, key=lambda hit: hit.key)] == [
        hit.document for hit in sorted(other.hits, key=lambda hit: hit.key)
    ]


def keys(answer: EngineAnswer) -> list[str]:
    return [hit.key for hit in answer.hits]


def test_the_same_are_alike_for_the_same_reasons(backends: list[Backend]) -> None:
    for document in list(synthetic_documents(20, words=120))[1:8]:
        embedded, *servers = [
            {hit.key: hit for hit in backend.engine.similar(document.key, is_key=True, limit=DOCUMENTS)}
            for backend in backends
        ]
        assert embedded
        for found in servers:
            assert {key: (hit.words, hit.themes) for key, hit in found.items()} == {
                key: (hit.words, hit.themes) for key, hit in embedded.items()
            }
            scores = {key: hit.score for key, hit in embedded.items()}
            assert {key: hit.score for key, hit in found.items()} == pytest.approx(scores, abs=NEAR)


def test_the_same_words_and_suggestions(backends: list[Backend]) -> None:
    embedded, *servers = backends
    words = dict(embedded.engine.vocabulary())
    assert len(words) > 1000
    for backend in servers:
        assert dict(backend.engine.vocabulary()) == words
        assert dict(backend.writer.hashes()) == dict(embedded.writer.hashes())
        for prefix in ("zorg", "be", "rooster"):
            found = [hit.key for hit in backend.engine.suggest(prefix, limit=20)]
            assert found == [hit.key for hit in embedded.engine.suggest(prefix, limit=20)]
