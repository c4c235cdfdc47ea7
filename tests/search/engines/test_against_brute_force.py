"""Hits, total and every count equal those of plain Python, for random collections and requests."""

import random
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines.base import SearchRequest
from search.facets import FACETS
from search.index.documents import Document
from tests.search.engines.brute_force import BruteForce
from tests.search.engines.collections import facet_values, make_document, random_facets
from tests.search.engines.conftest import Backend
from tests.search.engines.queries import EVERYTHING, words

WORDS = ("zorg", "rooster", "buddy", "nacht", "wijk", "team", "leerling", "verzuim")
REQUESTS_PER_COLLECTION = 25


def random_documents(rng: random.Random) -> list[Document]:
    def text(most: int) -> str:
        return " ".join(rng.choices(WORDS, k=rng.randrange(most + 1)))

    return [
        make_document(
            str(key), text(2), summary=text(2), names=text(1), body=text(3), facets=random_facets(rng)
        )
        for key in range(rng.randrange(1, 40))
    ]


def random_request(rng: random.Random) -> SearchRequest:
    selections = {
        facet.key: tuple(rng.sample([*facet_values(facet), "unknown-value"], rng.randrange(3)))
        for facet in rng.sample(FACETS, rng.randrange(4))
    }
    typed = rng.sample(WORDS, rng.choice((0, 0, 1, 1, 2)))
    without = rng.sample(WORDS, rng.choice((0, 0, 0, 1)))
    asked = FACETS if rng.random() < 0.7 else rng.sample(FACETS, 4)
    return SearchRequest(
        query=words(" ".join(typed), without=" ".join(without)) if typed or without else EVERYTHING,
        selections=selections,
        limit=100,
        facets=tuple(facet.key for facet in asked),
        open_limit=rng.choice((0, 1, 3, 40)),
    )


def without(request: SearchRequest, dropped: tuple[str, ...]) -> SearchRequest:
    """The request that the engine says it answered."""
    kept = tuple(concept for concept in request.query.concepts if concept.surface not in dropped)
    return replace(request, query=replace(request.query, concepts=kept))


def test_equal_to_brute_force(backend: Backend) -> None:
    @settings(max_examples=backend.examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(seed=st.integers(min_value=0, max_value=2**32))
    def equal(seed: int) -> None:
        compare(backend, random.Random(seed))

    equal()


def compare(backend: Backend, rng: random.Random) -> None:
    """One random collection, some of it deleted, and a number of random requests."""
    documents = random_documents(rng)
    backend.fill(documents)
    leave = [document.key for document in documents if rng.random() < 0.2]
    backend.writer.apply((), leave)
    left = [document for document in documents if document.key not in leave]
    truth = BruteForce(left)
    for _ in range(REQUESTS_PER_COLLECTION):
        request = random_request(rng)
        answer = backend.engine.search(request)
        asked = without(request, answer.dropped)
        found = [hit.key for hit in answer.hits]
        assert sorted(found) == sorted(truth.found(asked))
        assert answer.total == len(found)
        assert {key: dict(counts) for key, counts in answer.counts.items()} == truth.counts(asked)
