"""Several processes and threads on one index: one writes, all others see it at once."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from search.engines.base import SearchRequest, WriterBusy
from search.engines.embedded import EmbeddedEngine, EmbeddedWriter
from search.index.documents import Document
from tests.search.engines.collections import make_document
from tests.search.engines.queries import EVERYTHING, words

SPAWN = multiprocessing.get_context("spawn")


def endless(started: Event) -> Iterator[Document]:
    """Documents without end: whoever writes them is always in the middle of it."""
    key = 0
    while True:
        key += 1
        yield make_document(str(key), "half", body="woord " * 200)
        if key == 500:
            started.set()


def write_without_end(root: Path, started: Event) -> None:
    EmbeddedWriter(root).apply(endless(started), ())


def write_pairs(root: Path, started: Event) -> None:
    """Commit after commit, each with two documents that belong together."""
    writer, round_ = EmbeddedWriter(root), 0
    while True:
        round_ += 1
        writer.apply((make_document(key, f"ronde {round_}", body="woord " * 500) for key in ("a", "b")), ())
        started.set()


def write_one(root: Path, key: str) -> None:
    EmbeddedWriter(root).apply([make_document(key, "rooster")], ())


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    EmbeddedWriter(tmp_path).rebuild([make_document("1", "rooster")]).promote()
    return tmp_path


def total(engine: EmbeddedEngine) -> int:
    return engine.search(SearchRequest(EVERYTHING)).total


def test_a_second_writer_is_busy_and_a_killed_one_leaves_no_trace(filled: Path) -> None:
    started = SPAWN.Event()
    other = SPAWN.Process(target=write_without_end, args=(filled, started))
    other.start()
    try:
        assert started.wait(30)
        with pytest.raises(WriterBusy):
            write_one(filled, "2")
        assert total(EmbeddedEngine(filled)) == 1
    finally:
        assert other.pid
        os.kill(other.pid, signal.SIGKILL)
        other.join()
    assert total(EmbeddedEngine(filled)) == 1
    write_one(filled, "2")
    assert total(EmbeddedEngine(filled)) == 2
    assert EmbeddedEngine(filled).search(SearchRequest(words("half"))).total == 0


@pytest.mark.parametrize("delay", [0.02, 0.03, 0.05])
def test_killed_between_and_in_commits_the_index_stays_whole(filled: Path, delay: float) -> None:
    started = SPAWN.Event()
    other = SPAWN.Process(target=write_pairs, args=(filled, started))
    other.start()
    assert started.wait(30)
    time.sleep(delay)
    assert other.pid
    os.kill(other.pid, signal.SIGKILL)
    other.join()
    engine = EmbeddedEngine(filled)
    pair = engine.documents("ab")
    assert pair["a"]["title"] == pair["b"]["title"], "a commit is there whole, or not at all"
    write_one(filled, "2")
    assert total(engine) == 4


def test_a_commit_of_another_process_is_seen_at_once(filled: Path) -> None:
    engine = EmbeddedEngine(filled)
    assert total(engine) == 1
    other = SPAWN.Process(target=write_one, args=(filled, "2"))
    other.start()
    other.join()
    assert total(engine) == 2


def test_a_forked_process_opens_the_index_anew(filled: Path) -> None:
    engine = EmbeddedEngine(filled)
    before = engine._live.snapshot()
    child = os.fork()
    if child == 0:
        fresh = engine._live.snapshot() is not before and total(engine) == 1
        os._exit(0 if fresh else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert engine._live.snapshot() is before


def test_threads_read_while_one_writes(filled: Path) -> None:
    engine, stop = EmbeddedEngine(filled), threading.Event()
    failures: list[tuple[int, int, int]] = []

    def read() -> None:
        before = 0
        while not stop.is_set():
            answer = engine.search(SearchRequest(words("rooster"), limit=99))
            if not before <= answer.total == len(answer.hits):
                failures.append((before, answer.total, len(answer.hits)))
            before = answer.total

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for key in range(2, 12):
        write_one(filled, str(key))
    stop.set()
    for reader in readers:
        reader.join()
    assert total(engine) == 11
    assert failures == []


def test_two_threads_cannot_write_together(filled: Path) -> None:
    started, outcome = threading.Event(), []

    def slow() -> Iterator[Document]:
        started.set()
        time.sleep(0.3)
        yield make_document("2", "rooster")

    thread = threading.Thread(target=lambda: EmbeddedWriter(filled).apply(slow(), ()))
    thread.start()
    assert started.wait(5)
    try:
        write_one(filled, "3")
    except WriterBusy:
        outcome.append("busy")
    thread.join()
    assert outcome == ["busy"]
    assert total(EmbeddedEngine(filled)) == 2
