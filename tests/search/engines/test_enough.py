"""How many of the asked words a text must hold."""

import pytest

from search.engines.base import SearchRequest
from search.engines.enough import at_least, required, suffices
from search.engines.stepping import steps_down
from search.language.query import AnalysedQuery, Concept
from tests.search.engines.collections import make_document
from tests.search.engines.conftest import Backend
from tests.search.engines.queries import concepts, word, words


def light(surface: str) -> Concept:
    made = word(surface)
    return Concept(made.surface, made.alternatives, 0.4, is_required=False)


@pytest.mark.parametrize(("count", "needed"), [(1, 1), (2, 2), (3, 3), (4, 3), (5, 3), (6, 4), (8, 5)])
def test_few_words_are_all_meant_and_of_many_most_are_enough(count: int, needed: int) -> None:
    assert at_least(words(" ".join("abcdefgh"[:count]))) == needed


def test_light_words_are_not_required_unless_there_are_no_others() -> None:
    assert required(concepts(word("a"), light("b"))) == [0]
    assert required(concepts(light("a"), light("b"))) == [0, 1]
    assert suffices(concepts(word("a"), light("b")), [0])
    assert not suffices(concepts(word("a"), light("b")), [1])


def test_light_words_rank_and_do_not_shut_out(backend: Backend) -> None:
    backend.fill(
        [make_document("1", "rooster"), make_document("2", "rooster zorg"), make_document("3", "zorg")]
    )
    query: AnalysedQuery = concepts(word("rooster"), light("zorg"))
    assert [hit.key for hit in backend.engine.search(SearchRequest(query)).hits] == ["2", "1"]


def test_a_question_finds_what_has_most_of_its_words(backend: Backend) -> None:
    backend.fill([make_document("1", "a b c"), make_document("2", "a b"), make_document("3", "d c b a")])
    answer = backend.engine.search(SearchRequest(words("a b c d")))
    assert [hit.key for hit in answer.hits] == ["3", "1"]


def test_a_word_that_no_text_has_weighs_double_and_of_equals_the_commonest_goes_first() -> None:
    query = concepts(word("a", weight=0.5), word("b", weight=0.5))
    assert [step.dropped for step in steps_down(query, [3, 3])] == [("b",), ("a",)]
    assert [step.dropped for step in steps_down(query, [3, 9])] == [("b",)]
    assert [step.dropped for step in steps_down(query, [9, 3])] == [("a",)]
    heavier = concepts(word("a", weight=0.4), word("b", weight=0.6))
    assert [step.dropped for step in steps_down(heavier, [9, 3])] == [("a",)]
    assert [step.dropped for step in steps_down(heavier, [0, 3])] == []
