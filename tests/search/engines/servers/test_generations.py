"""Indices on a server: which are kept, which go, and what a server cannot do to us."""

from collections.abc import Iterator

import pytest

from search.engines.base import EngineUnavailable, SearchRequest
from search.engines.elasticsearch import generations as module
from search.engines.elasticsearch.generations import Generations
from search.engines.elasticsearch.server import Server
from search.engines.elasticsearch.writing import ServerWriter
from tests.search.engines.collections import make_document
from tests.search.engines.conftest import SERVERS, Backend, emptied
from tests.search.engines.queries import EVERYTHING


@pytest.fixture(params=sorted(SERVERS))
def place(request: pytest.FixtureRequest) -> Iterator[tuple[Server, str, Backend]]:
    """A server of each product, a prefix nobody else has, and the engine on them."""
    server, connection, backend = SERVERS[request.param]()
    with emptied(server, connection.prefix):
        yield server, connection.prefix, backend


def names(server: Server, prefix: str) -> list[str]:
    return sorted(server.indices(f"{prefix}-*"))


def test_the_former_generation_is_kept_once(place: tuple[Server, str, Backend]) -> None:
    server, prefix, backend = place
    for _ in range(4):
        backend.writer.rebuild([make_document("1", "rooster")]).promote()
    alias = Generations(server, prefix).alias
    assert names(server, prefix) == [f"{alias}-3", f"{alias}-4"]
    assert backend.engine.status().generation == f"{alias}-4"


def test_each_release_reads_the_index_it_understands(
    place: tuple[Server, str, Backend], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, prefix, backend = place
    for fingerprint in ("000000000001", "000000000002"):
        with monkeypatch.context() as other_release:
            other_release.setattr(module, "fingerprint", lambda other=fingerprint: other)
            writer = ServerWriter(server, prefix)
            writer.rebuild([make_document("9", "van een andere versie")]).promote()
    assert not backend.engine.status().available
    backend.writer.rebuild([make_document("1", "rooster")]).promote()
    assert [hit.key for hit in backend.engine.search(SearchRequest(EVERYTHING)).hits] == ["1"]
    assert [name.split("-")[1] for name in names(server, prefix) if "0000" in name] == ["000000000002"]


def test_indices_of_releases_that_are_in_use_stay(
    place: tuple[Server, str, Backend], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, prefix, backend = place
    in_use = ("000000000001", "000000000002", "000000000003")
    for fingerprint in in_use:
        with monkeypatch.context() as other_release:
            other_release.setattr(module, "fingerprint", lambda other=fingerprint: other)
            ServerWriter(server, prefix).rebuild([]).promote(keep=in_use)
    backend.writer.rebuild([]).promote(keep=in_use[1:])
    kept = [name.split("-")[1] for name in names(server, prefix) if "0000" in name]
    assert kept == ["000000000002", "000000000003"]


def test_another_portals_indices_are_left_alone(place: tuple[Server, str, Backend]) -> None:
    server, prefix, backend = place
    neighbour = f"{prefix}-acceptatie"
    ServerWriter(server, neighbour).rebuild([make_document("1", "rooster")]).promote()
    before = names(server, neighbour)
    for _ in range(3):
        backend.writer.rebuild([]).promote()
    assert names(server, neighbour) == before


def test_a_rebuild_that_was_killed_goes_with_the_next(place: tuple[Server, str, Backend]) -> None:
    server, prefix, backend = place
    Generations(server, prefix).create()
    backend.writer.rebuild([make_document("1", "rooster")]).promote()
    assert names(server, prefix) == [backend.engine.status().generation]


def test_an_index_that_was_deleted_is_not_made_by_writing(place: tuple[Server, str, Backend]) -> None:
    server, prefix, backend = place
    backend.writer.rebuild([make_document("1", "rooster")]).promote()
    fresh = backend.writer.rebuild([make_document("1", "rooster")])
    for name in names(server, prefix):
        server.delete(name)
    for write in (backend.writer.apply, fresh.apply):
        with pytest.raises(EngineUnavailable):
            write([make_document("2", "nacht")], ())
    with pytest.raises(EngineUnavailable):
        backend.engine.search(SearchRequest(EVERYTHING))
    with pytest.raises(EngineUnavailable):
        fresh.promote()
    assert names(server, prefix) == []


def test_an_index_with_other_fields_never_passes_for_an_empty_one(
    place: tuple[Server, str, Backend],
) -> None:
    server, prefix, backend = place
    alias = Generations(server, prefix).alias
    server.create(f"{alias}-1", {"aliases": {alias: {}}})
    assert not backend.engine.status().available
    assert "not those of this release" in backend.engine.status().detail
    for request in (SearchRequest(EVERYTHING), SearchRequest(EVERYTHING, limit=0, facets=("theme",))):
        with pytest.raises(EngineUnavailable):
            backend.engine.search(request)


def test_a_refused_document_is_told_and_all_others_are_written(place: tuple[Server, str, Backend]) -> None:
    _, _, backend = place
    bad = make_document("1", "nieuw", standing=2**40)
    rebuild = backend.writer.rebuild([bad, make_document("2", "rooster")])
    assert set(rebuild.refused) == {"1"}
    rebuild.apply([make_document("1", "oud")], ())
    assert not rebuild.refused
    rebuild.promote()
    refused = backend.writer.apply([bad, make_document("3", "rooster")], ())
    assert set(refused) == {"1"}
    assert set(dict(backend.writer.hashes())) == {"2", "3"}


def test_large_batches_go_in_several_requests(
    place: tuple[Server, str, Backend], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engines.elasticsearch.sending._LARGEST_REQUEST", 5_000)
    monkeypatch.setattr("search.engines.elasticsearch.writing._HASHES", 7)
    _, _, backend = place
    documents = [make_document(str(key), f"rooster {key}") for key in range(50)]
    backend.writer.rebuild(documents).promote()
    assert dict(backend.writer.hashes()) == {each.key: each.content_hash() for each in documents}
