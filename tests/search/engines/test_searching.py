"""What every engine answers: words, phrases, exclusions, orders and pages."""

from datetime import timedelta
from itertools import chain

import pytest

from search.engines.base import SearchRequest, Sort
from search.engines.weights import DEEPEST_HIT, STANDING_STEP
from search.index.documents import Document
from search.language import analyse_text
from search.language.query import Alternative, AnalysedQuery, Concept, Reason, Stream
from tests.search.engines.collections import FIRST_DAY, make_card, make_document
from tests.search.engines.conftest import Backend
from tests.search.engines.queries import EVERYTHING, concepts, word, words


def keys(backend: Backend, query: AnalysedQuery, **request: object) -> list[str]:
    answer = backend.engine.search(SearchRequest(query, **request))  # type: ignore[arg-type]
    return [hit.key for hit in answer.hits]


def test_all_words_are_required_wherever_they_stand(backend: Backend) -> None:
    backend.fill([make_document("1", "rooster", body="nacht"), make_document("2", "rooster")])
    assert keys(backend, words("rooster nacht")) == ["1"]


def test_a_word_may_be_answered_in_several_ways(backend: Backend) -> None:
    backend.fill([make_document("1", "buddy"), make_document("2", "maatje"), make_document("3", "zorg")])
    assert sorted(keys(backend, concepts(word("buddy", "maatje")))) == ["1", "2"]


def test_several_terms_stand_next_to_each_other(backend: Backend) -> None:
    backend.fill([make_document("1", body="combi baan erbij"), make_document("2", body="baan combi")])
    assert keys(backend, concepts(word("combibaan", "combi baan"))) == ["1"]


def test_stems_and_parts_are_found_in_their_streams(backend: Backend) -> None:
    backend.fill([make_document("1", "roosters"), make_document("2", "zorg")])
    stem = Alternative(Stream.STEM, (analyse_text("roosters").stem,), 0.8, Reason.FORM)
    assert keys(backend, concepts(Concept("rooster", (stem,)))) == ["1"]


def test_excluded_words_are_left_out(backend: Backend) -> None:
    backend.fill([make_document("1", "rooster nacht"), make_document("2", "rooster")])
    assert keys(backend, words("rooster", without="nacht")) == ["2"]
    assert keys(backend, words("", without="nacht")) == ["2"]


def test_a_concept_without_answers_finds_nothing(backend: Backend) -> None:
    backend.fill([make_document("1", "rooster")])
    assert keys(backend, concepts(Concept("???", ()))) == []


def test_words_are_taken_literally(backend: Backend) -> None:
    backend.fill([make_document("1", "rooster")])
    for typed in ("title_exact:rooster", "*", "rooster OR", '"', "roost.*", "\x00", "a" * 70_000):
        assert keys(backend, concepts(word(typed))) == []


def test_a_title_outranks_a_body(backend: Backend) -> None:
    backend.fill([make_document("1", "iets", body="rooster"), make_document("2", "rooster", body="iets")])
    assert keys(backend, words("rooster")) == ["2", "1"]


def test_words_that_stand_together_rank_higher(backend: Backend) -> None:
    backend.fill(
        [
            make_document("1", body="nacht is geen goed rooster"),
            make_document("2", body="goed is geen nacht rooster"),
        ]
    )
    apart = words("nacht rooster")
    stems = tuple(analyse_text("nacht rooster").stem.split())
    together = AnalysedQuery(apart.text, apart.concepts, proximity=(stems,))
    assert keys(backend, together) == ["2", "1"]


def test_equal_scores_are_in_the_order_of_their_keys(backend: Backend) -> None:
    backend.fill([make_document(str(key), "rooster", body="nacht") for key in range(100, 160)], parts=4)
    expected = [str(key) for key in range(100, 160)]
    for query in (words("rooster"), words("rooster nacht"), EVERYTHING):
        assert keys(backend, query, limit=60) == expected
        pages = [keys(backend, query, offset=offset, limit=7) for offset in range(0, 70, 7)]
        assert list(chain.from_iterable(pages)) == expected


def test_long_keys_are_ordered_too(backend: Backend) -> None:
    expected = [f"a-very-long-key-{number}" for number in range(9)]
    backend.fill([make_document(key, "rooster") for key in reversed(expected)])
    assert keys(backend, words("rooster")) == expected


def dated(key: str, title: str, day: int, evidence: int) -> Document:
    return make_document(
        key, title, published=FIRST_DAY + timedelta(days=day), card=make_card(evidence_step=evidence)
    )


def test_every_order_ends_in_the_key(backend: Backend) -> None:
    backend.fill(
        [
            dated("5", "abc def", 1, 3),
            dated("4", "abc", 2, 3),
            dated("3", "abc", 2, 0),
            dated("2", "zzz", 2, 3),
            dated("1", "b", 0, 5),
        ]
    )
    assert keys(backend, EVERYTHING, sort=Sort.NEWEST) == ["2", "3", "4", "5", "1"]
    assert keys(backend, EVERYTHING, sort=Sort.TITLE) == ["3", "4", "5", "1", "2"]
    assert keys(backend, EVERYTHING, sort=Sort.EVIDENCE) == ["1", "2", "4", "5", "3"]


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("query", [EVERYTHING, words("rooster")], ids=["everything", "word"])
def test_pages_end_where_the_contract_says(backend: Backend, sort: Sort, query: AnalysedQuery) -> None:
    backend.fill([make_document(str(key), "rooster") for key in range(1, 6)])
    for offset, limit, shown in ((0, 2, 2), (4, 2, 1), (5, 2, 0), (0, 0, 0), (DEEPEST_HIT, 12, 0)):
        answer = backend.engine.search(SearchRequest(query, sort=sort, offset=offset, limit=limit))
        assert (len(answer.hits), answer.total) == (shown, 5)


def test_hits_carry_the_stored_document(backend: Backend) -> None:
    document = make_document("7", "Eén rooster", facets={"theme": ("zelfroosteren", "roosteren")})
    backend.fill([document])
    (hit,) = backend.engine.search(SearchRequest(EVERYTHING)).hits
    assert hit.document == document.as_json() | {"card": hit.document["card"]}
    assert backend.engine.documents(["7", "8"]) == {"7": hit.document}
    assert backend.engine.documents([]) == {}


def test_the_vocabulary_counts_documents(backend: Backend) -> None:
    backend.fill(
        [
            make_document("1", "zorg", body="zorg rooster"),
            make_document("2", names="zorg"),
            make_document("3", "weg"),
        ]
    )
    backend.writer.apply((), ["3"])
    assert backend.engine.vocabulary() == {"zorg": 2, "rooster": 1}


def test_of_equal_texts_the_one_of_higher_standing_comes_first(backend: Backend) -> None:
    standings = {"1": 0, "2": 127, "3": 64, "4": 63, "5": 1}
    backend.fill([make_document(key, "rooster", standing=steps) for key, steps in standings.items()])
    assert keys(backend, words("rooster")) == ["2", "3", "4", "5", "1"]


def test_standing_adds_what_the_table_says(backend: Backend) -> None:
    backend.fill([make_document("1", "rooster", standing=127), make_document("2", "rooster")])
    first, second = backend.engine.search(SearchRequest(words("rooster"))).hits
    assert first.score - second.score == pytest.approx(127 * STANDING_STEP, abs=0.01)


def test_standing_never_outweighs_a_better_text(backend: Backend) -> None:
    others = [make_document(str(key), "iets", body="zorg werk mensen dag") for key in range(10, 30)]
    backend.fill(
        [
            make_document("1", "iets", body="een rooster in het voorbijgaan", standing=127),
            make_document("2", "een rooster", body="iets"),
            make_document("3", "iets", body="rooster dag mensen zorg", standing=127),
            make_document("4", "iets", body="nacht wijk team dag", standing=127),
            make_document("5", "iets", body="nacht wijk team verzuim"),
            *others,
        ]
    )
    assert keys(backend, words("rooster"))[0] == "2"
    assert keys(backend, words("nacht wijk team verzuim")) == ["5", "4"]
