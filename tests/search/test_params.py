"""From an address to parameters and back."""

from __future__ import annotations

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.engines.base import Sort
from search.engines.weights import DEEPEST_HIT
from search.facets import FACETS
from search.params import MAX_PAGE, MAX_QUERY_LENGTH, PAGE_SIZE, SearchParams, from_query, last_page

words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
searches = st.builds(
    SearchParams,
    query=st.lists(words, max_size=5).map(" ".join),
    selections=st.dictionaries(
        st.sampled_from([facet.key for facet in FACETS]),
        st.lists(slugs, min_size=1, max_size=4, unique=True).map(tuple),
        max_size=5,
    ),
    sort=st.sampled_from(Sort),
    page=st.integers(1, 10**18),
    literal=st.booleans(),
)


@given(searches)
def test_an_address_leads_back_to_the_same_search(params: SearchParams) -> None:
    assert from_query(QueryDict(params.query_string())) == params


@given(st.text(max_size=300))
def test_no_address_is_an_error(text: str) -> None:
    data = QueryDict(mutable=True)
    for param in ("q", "pagina", "thema", "sorteer"):
        data[param] = text
    params = from_query(data)
    assert len(params.query) <= MAX_QUERY_LENGTH
    assert params.page >= 1


def test_what_is_not_understood_is_reported() -> None:
    params = from_query(QueryDict("q=rooster&pagina=drie&sorteer=mooiste"))
    assert params == SearchParams(query="rooster", ignored=params.ignored)
    assert {(item.param, item.value) for item in params.ignored} == {
        ("pagina", "drie"),
        ("sorteer", "mooiste"),
    }


def test_the_part_of_a_question_that_is_too_long_is_reported() -> None:
    params = from_query(QueryDict("q=" + "a" * (MAX_QUERY_LENGTH + 5)))
    assert params.query == "a" * MAX_QUERY_LENGTH
    assert params.ignored[0].value == "aaaaa"


def test_toggling_twice_changes_nothing_but_the_page() -> None:
    params = SearchParams(query="rooster", selections={"theme": ("roosteren",)}, page=3)
    once = params.toggle("sector", "vvt")
    assert once.selections["sector"] == ("vvt",)
    assert once.page == 1
    assert once.toggle("sector", "vvt").query_string() == params.with_page(1).query_string()


def test_without_words_the_newest_come_first() -> None:
    assert SearchParams().effective_sort == Sort.NEWEST
    assert SearchParams(query="rooster").effective_sort == Sort.RELEVANCE


@given(st.integers(1, 10**18), st.integers(0, 10**6))
def test_no_page_reaches_past_what_engines_show(page: int, total: int) -> None:
    assert SearchParams(page=page).offset + PAGE_SIZE <= DEEPEST_HIT
    last = SearchParams(page=last_page(total))
    assert last.offset < total <= last.offset + PAGE_SIZE or last.page == MAX_PAGE or total == 0
