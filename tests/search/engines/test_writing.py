"""Writing, as every engine does it: replace, delete, rebuild beside the live one."""

from collections.abc import Iterator

import pytest

from search.engines.base import EngineUnavailable, SearchRequest
from search.engines.elasticsearch.writing import ServerWriter
from search.engines.embedded.writing import EmbeddedRebuild, EmbeddedWriter
from search.index.documents import Document
from tests.search.engines.collections import make_document
from tests.search.engines.conftest import Backend
from tests.search.engines.queries import EVERYTHING, words


def generations(backend: Backend) -> set[str]:
    """The names of all that is there, live or not."""
    writer = backend.writer
    if isinstance(writer, EmbeddedWriter):
        return {path.name for path in writer._generations.root.iterdir() if path.is_dir()}
    assert isinstance(writer, ServerWriter)
    return {each.name for each in writer._generations._all(f"{writer._generations.alias}-*")}


def all_keys(backend: Backend) -> list[str]:
    return [hit.key for hit in backend.engine.search(SearchRequest(EVERYTHING, limit=100)).hits]


def test_without_an_index_the_engine_is_unavailable(backend: Backend) -> None:
    for ask in (
        lambda: backend.engine.search(SearchRequest(EVERYTHING)),
        lambda: backend.engine.suggest("a"),
        lambda: backend.engine.similar("1", is_key=True),
        lambda: backend.engine.documents(["1"]),
        backend.engine.vocabulary,
        lambda: list(backend.writer.hashes()),
    ):
        with pytest.raises(EngineUnavailable):
            ask()
    status = backend.engine.status()
    assert (status.available, status.documents) == (False, 0)
    assert status.detail


def test_a_change_makes_no_index_that_would_pass_for_the_whole(backend: Backend) -> None:
    with pytest.raises(EngineUnavailable):
        backend.writer.apply([make_document("1", "rooster")], ())
    assert not backend.engine.status().available


def test_an_empty_index_answers_with_nothing(backend: Backend) -> None:
    backend.writer.rebuild([]).promote()
    answer = backend.engine.search(SearchRequest(EVERYTHING, facets=("theme", "tag")))
    assert (answer.hits, answer.total, answer.counts) == ((), 0, {"theme": {}, "tag": {}})
    assert backend.engine.vocabulary() == {}
    assert backend.engine.suggest("a") == ()
    assert backend.engine.similar("tekst over roosters", is_key=False) == ()


def test_a_change_replaces_and_a_deletion_stays(backend: Backend) -> None:
    backend.fill([make_document(str(key), "rooster") for key in range(1, 7)])
    backend.writer.apply([make_document("2", "nacht"), make_document("9", "nacht")], ["3", "unknown"])
    assert all_keys(backend) == ["1", "2", "4", "5", "6", "9"]
    assert [hit.key for hit in backend.engine.search(SearchRequest(words("nacht"))).hits] == ["2", "9"]
    backend.writer.apply([make_document("2", "eerst"), make_document("2", "laatst")], ())
    assert backend.engine.documents(["2"])["2"]["title"] == "laatst"
    assert len(all_keys(backend)) == 6


def test_hashes_tell_what_is_stored(backend: Backend) -> None:
    documents = [make_document(str(key), "rooster") for key in range(1, 7)]
    backend.fill(documents)
    changed = make_document("2", "nacht")
    backend.writer.apply([changed], ["3"])
    left = [document for document in documents if document.key not in {"2", "3"}] + [changed]
    assert dict(backend.writer.hashes()) == {document.key: document.content_hash() for document in left}


def test_a_failing_change_changes_nothing(backend: Backend) -> None:
    backend.fill([make_document("1", "rooster")])

    def broken() -> Iterator[Document]:
        yield make_document("2", "nacht")
        raise LookupError

    with pytest.raises(LookupError):
        backend.writer.apply(broken(), ["1"])
    assert all_keys(backend) == ["1"]
    backend.writer.apply([make_document("3", "nacht")], ())
    assert all_keys(backend) == ["1", "3"]


def test_a_rebuild_is_unseen_until_it_is_promoted(backend: Backend) -> None:
    backend.fill([make_document("1", "oud")])
    rebuild = backend.writer.rebuild([make_document("2", "nieuw"), make_document("3", "nieuw")])
    assert all_keys(backend) == ["1"]
    backend.writer.apply([make_document("4", "tussendoor")], ())
    rebuild.apply([make_document("4", "tussendoor")], ["3"])
    assert all_keys(backend) == ["1", "4"]
    before = backend.engine.status().generation
    rebuild.promote()
    assert all_keys(backend) == ["2", "4"]
    assert backend.engine.status().generation != before


def test_a_discarded_rebuild_leaves_no_trace(backend: Backend) -> None:
    backend.fill([make_document("1", "oud")])
    backend.writer.rebuild([make_document("2", "nieuw")]).discard()
    assert all_keys(backend) == ["1"]
    backend.writer.rebuild([make_document("3", "nieuw")]).promote()
    assert all_keys(backend) == ["3"]


def test_what_a_killed_rebuild_left_is_forgotten_and_the_former_index_stays(backend: Backend) -> None:
    backend.fill([make_document("1", "oud")])
    backend.writer.rebuild([make_document("2", "nieuw")]).promote()
    before = generations(backend)
    killed = backend.writer.rebuild([make_document("3", "nieuw")])
    if isinstance(killed, EmbeddedRebuild):
        killed._lock.close()  # as the end of its process would
    assert len(generations(backend)) == len(before) + 1 == 3
    backend.writer.forget_unfinished()
    assert generations(backend) == before
    assert all_keys(backend) == ["2"]


def test_a_failing_rebuild_leaves_the_live_one(backend: Backend) -> None:
    backend.fill([make_document("1", "oud")])

    def broken() -> Iterator[Document]:
        yield make_document("2", "nieuw")
        raise LookupError

    with pytest.raises(LookupError):
        backend.writer.rebuild(broken())
    assert all_keys(backend) == ["1"]
    backend.writer.rebuild([]).discard()
