"""Examples of the rules of counting; the rest is compared with brute force."""

from collections.abc import Mapping

from search.engines.base import SearchRequest
from tests.search.engines.collections import make_document, with_ancestors
from tests.search.engines.conftest import Backend
from tests.search.engines.queries import EVERYTHING


def test_a_parent_counts_documents_and_not_its_children(backend: Backend) -> None:
    backend.fill(
        [
            make_document("1", facets={"theme": with_ancestors("buddy", "inwerken")}),
            make_document("2", facets={"theme": with_ancestors("inwerken")}),
            make_document("3", facets={"theme": with_ancestors("zelfroosteren")}),
        ]
    )
    answer = backend.engine.search(SearchRequest(EVERYTHING, facets=("theme",)))
    assert answer.counts["theme"] == {
        "onboarding": 2,
        "inwerken": 2,
        "buddy": 1,
        "roosteren": 1,
        "zelfroosteren": 1,
    }


def test_all_values_of_a_closed_facet_are_counted(backend: Backend) -> None:
    regions = [f"region-{number:02d}" for number in range(120)]
    backend.fill([make_document(str(key), facets={"region": (slug,)}) for key, slug in enumerate(regions)])
    answer = backend.engine.search(SearchRequest(EVERYTHING, facets=("region",), limit=0))
    assert answer.counts["region"] == dict.fromkeys(regions, 1)


def test_an_open_facet_counts_its_most_used_values_and_the_chosen(backend: Backend) -> None:
    documents = [
        make_document(f"{key}", facets={"kind": ("practice",), "tag": ("often", f"tag-{key:03d}")})
        for key in range(150)
    ]
    backend.fill([*documents, make_document("999", facets={"year": ("2024",)})])
    chosen = {"tag": ("tag-149", "never")}

    def tags(**others: tuple[str, ...]) -> Mapping[str, int]:
        request = SearchRequest(EVERYTHING, selections=chosen | others, facets=("tag",), open_limit=3)
        return backend.engine.search(request).counts["tag"]

    assert tags() == {"often": 150, "tag-000": 1, "tag-001": 1, "tag-149": 1, "never": 0}
    assert tags(kind=("practice",)) == tags()
    assert tags(year=("2024", "2023")) == {"tag-149": 0, "never": 0}


def test_counts_follow_a_change(backend: Backend) -> None:
    """They are kept per commit, and no longer."""
    request = SearchRequest(EVERYTHING, facets=("phase",))
    backend.fill([make_document("1", facets={"phase": ("pilot",)})])
    assert backend.engine.search(request).counts == {"phase": {"pilot": 1}}
    backend.writer.apply([make_document("2", facets={"phase": ("pilot",)})], ())
    assert backend.engine.search(request).counts == {"phase": {"pilot": 2}}
    backend.writer.apply((), ["1", "2"])
    assert backend.engine.search(request).counts == {"phase": {}}


def test_what_is_kept_cannot_be_spoiled_by_a_caller(backend: Backend) -> None:
    request = SearchRequest(EVERYTHING, facets=("phase",))
    backend.fill([make_document("1", facets={"phase": ("pilot",)})])
    backend.engine.search(request).counts["phase"]["pilot"] = 7  # type: ignore[index]
    assert backend.engine.search(request).counts == {"phase": {"pilot": 1}}
