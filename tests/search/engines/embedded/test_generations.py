"""Generations on disk: which one is read, which ones are kept, what is never in the way."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines.base import EngineUnavailable, SearchRequest, WriterBusy
from search.engines.embedded import EmbeddedEngine, EmbeddedWriter, engine, writing
from search.index.documents import Document
from tests.search.engines.collections import make_document
from tests.search.engines.queries import EVERYTHING


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "index"


def build(root: Path, *keys: str) -> str:
    EmbeddedWriter(root).rebuild(make_document(key) for key in keys).promote()
    return EmbeddedEngine(root).status().generation


def keys(reader: EmbeddedEngine) -> list[str]:
    return [hit.key for hit in reader.search(SearchRequest(EVERYTHING)).hits]


def directories(root: Path) -> set[str]:
    return {path.name for path in root.iterdir() if path.is_dir()}


def test_one_former_generation_is_kept(root: Path) -> None:
    build(root, "1")
    second = build(root, "2")
    third = build(root, "3")
    assert directories(root) == {second, third}


def test_what_a_crashed_rebuild_left_goes_with_the_next(root: Path) -> None:
    first = build(root, "1")
    abandoned = EmbeddedWriter(root).rebuild([make_document("2")])
    abandoned._lock.close()  # as the end of its process would
    second = build(root, "3")
    assert directories(root) == {first, second}


def test_an_open_reader_follows_a_swap_and_survives_pruning(root: Path) -> None:
    build(root, "1")
    reader = EmbeddedEngine(root)
    held = reader._live.snapshot()
    for key in "234":
        build(root, key)
        assert keys(reader) == [key]
    assert held.searcher.num_docs == 1


def test_only_one_rebuild_at_a_time(root: Path) -> None:
    writer = EmbeddedWriter(root)
    rebuild = writer.rebuild([])
    with pytest.raises(WriterBusy):
        writer.rebuild([])
    rebuild.discard()
    writer.rebuild([]).discard()
    assert directories(root) == set()


def test_discarding_what_is_already_live_deletes_nothing(root: Path) -> None:
    """Whoever meets an error in ``promote`` discards: the pointer may have moved by then."""
    rebuild = EmbeddedWriter(root).rebuild([make_document("1")])
    rebuild.promote()
    rebuild.discard()
    assert keys(EmbeddedEngine(root)) == ["1"]


def test_a_change_is_never_written_into_a_replaced_generation(root: Path) -> None:
    """A writer that was waiting when the pointer moved writes into the new one."""
    build(root, "1")
    writer = EmbeddedWriter(root)
    build(root, "2")
    writer.apply([make_document("3")], ())
    assert keys(EmbeddedEngine(root)) == ["2", "3"]


def test_promotion_waits_for_a_writer(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_PROMOTE_WAIT_SECONDS", 0.05)
    build(root, "1")
    rebuild = EmbeddedWriter(root).rebuild([make_document("2")])

    def promoting() -> Iterator[Document]:
        with pytest.raises(WriterBusy):
            rebuild.promote()
        yield make_document("3")

    EmbeddedWriter(root).apply(promoting(), ())
    assert keys(EmbeddedEngine(root)) == ["1", "3"]
    rebuild.promote()
    assert keys(EmbeddedEngine(root)) == ["2"]


def test_an_older_release_keeps_its_index(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root, "1")
    older = EmbeddedEngine(root)
    for module in (engine, writing):
        monkeypatch.setattr(module, "index_fingerprint", lambda: "0123456789ab")
    assert not EmbeddedEngine(root).status().available
    build(root, "2")
    assert (keys(older), keys(EmbeddedEngine(root))) == (["1"], ["2"])
    for module in (engine, writing):
        monkeypatch.setattr(module, "index_fingerprint", lambda: "ba9876543210")
    build(root, "3")
    assert keys(EmbeddedEngine(root)) == ["3"]
    assert not older.status().available, "only the latest of other fingerprints is kept"


@pytest.mark.parametrize("damage", ["directory", "meta", "root"])
def test_a_broken_index_is_unavailable_and_never_empty(root: Path, damage: str) -> None:
    generation = root / build(root, "1")
    reader = EmbeddedEngine(root)
    assert keys(reader) == ["1"]
    if damage == "meta":
        (generation / "meta.json").write_text("{")
    else:
        shutil.rmtree(generation if damage == "directory" else root)
    for each in (reader, EmbeddedEngine(root)):
        with pytest.raises(EngineUnavailable):
            keys(each)
        assert not each.status().available
    if damage != "root":
        with pytest.raises(EngineUnavailable):
            EmbeddedWriter(root).apply([make_document("2")], ())
    build(root, "3")
    assert keys(reader) == ["3"]
