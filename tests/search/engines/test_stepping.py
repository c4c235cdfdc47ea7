"""What is left of a question when nothing answers all of it."""

from search.engines.base import SearchRequest
from search.engines.stepping import MOST_STEPS, steps_down
from search.language.query import AnalysedQuery
from tests.search.engines.collections import make_document
from tests.search.engines.conftest import Backend
from tests.search.engines.queries import concepts, word


def dropped(query: AnalysedQuery) -> list[tuple[str, ...]]:
    return [step.dropped for step in steps_down(query)]


def test_the_most_weight_is_kept_and_half_of_it_at_least() -> None:
    query = concepts(word("a", weight=0.3), word("b", weight=0.5), word("c", weight=0.2))
    assert dropped(query) == [("c",), ("a",), ("b",), ("a", "c")]
    assert [concept.surface for concept in list(steps_down(query))[1].query.concepts] == ["b", "c"]


def test_a_rare_word_says_more_than_one_that_many_texts_have() -> None:
    query = concepts(word("verpleeghuis", weight=0.5), word("robot", weight=0.5))
    assert [step.dropped for step in steps_down(query, [40, 2])] == [("verpleeghuis",)]


def test_what_no_text_has_is_gone_at_once_and_weighs_double() -> None:
    query = concepts(*(word(letter, weight=1 / 3) for letter in "abc"))
    assert [step.dropped for step in steps_down(query, [5, 0, 5])] == [("b",)]
    assert list(steps_down(concepts(word("a", weight=0.5), word("b", weight=0.5)), [5, 0])) == []


def test_a_long_line_of_words_makes_few_steps() -> None:
    query = concepts(*(word(f"w{number}", weight=1 / 30) for number in range(30)))
    assert len(dropped(query)) == MOST_STEPS


def test_of_equals_the_last_typed_goes_first() -> None:
    assert dropped(concepts(word("a", weight=0.5), word("b", weight=0.5))) == [("b",), ("a",)]


def test_three_equals_keep_two() -> None:
    assert dropped(concepts(*(word(letter, weight=1 / 3) for letter in "abc"))) == [("c",), ("b",), ("a",)]


def test_one_word_is_never_dropped() -> None:
    assert dropped(concepts(word("a"))) == []
    assert dropped(concepts()) == []


HEAVY = concepts(word("rooster", weight=0.7), word("nacht", weight=0.3))


def test_the_answer_says_what_it_left_out(backend: Backend) -> None:
    backend.fill([make_document("1", "rooster"), make_document("2", "nacht")])
    answer = backend.engine.search(SearchRequest(HEAVY, facets=("theme",)))
    assert ([hit.key for hit in answer.hits], answer.total, answer.dropped) == (["1"], 1, ("nacht",))


def test_nothing_is_dropped_when_the_rest_says_too_little(backend: Backend) -> None:
    backend.fill([make_document("1", "nacht")])
    answer = backend.engine.search(SearchRequest(HEAVY))
    assert (answer.hits, answer.total, answer.dropped) == ((), 0, ())


def test_a_selection_never_changes_what_the_words_mean(backend: Backend) -> None:
    backend.fill(
        [
            make_document("1", "rooster nacht", facets={"region": ("twente",)}),
            make_document("2", "rooster", facets={"region": ("zeeland",)}),
        ]
    )
    request = SearchRequest(HEAVY, selections={"region": ("zeeland",)}, facets=("region",))
    answer = backend.engine.search(request)
    assert (answer.total, answer.dropped) == (0, ())
    assert answer.counts == {"region": {"twente": 1, "zeeland": 0}}


def test_excluded_words_stay_excluded(backend: Backend) -> None:
    backend.fill([make_document("1", "rooster"), make_document("2", "rooster zorg")])
    query = AnalysedQuery(HEAVY.text, HEAVY.concepts, (word("zorg"),))
    answer = backend.engine.search(SearchRequest(query))
    assert ([hit.key for hit in answer.hits], answer.dropped) == (["1"], ("nacht",))
