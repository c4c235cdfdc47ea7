"""The index is broken, full, locked or gone: clear words, searches go on where they can, and it heals."""

from __future__ import annotations

import errno
import io
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils import timezone

from search.engines.base import EngineUnavailable
from search.index import rebuild as rebuilding
from search.index.proof import NotProven
from search.index.queue import clean
from search.index.rebuild import rebuild
from search.index.serializer import documents_for
from search.index.sync import sync
from search.index.targets import engine_named, writer_of
from search.index.verification import verify
from search.models import IndexJob
from search.params import SearchParams
from search.service import search
from tests.factories import contribution, term
from tests.search.index.changes import CHANGES, World, world

pytestmark = [pytest.mark.django_db]

committed = TestCase.captureOnCommitCallbacks


@pytest.fixture
def before(index: Path) -> World:
    with committed(execute=True):
        made = world()
    rebuild()
    return made


def titles(query: str) -> set[str]:
    return {"".join(part.text for part in hit.title) for hit in search(SearchParams(query=query)).hits}


def is_true() -> bool:
    return verify(heal=False).pks == () and not IndexJob.objects.filter(done_at=None).exists()


def waiting() -> IndexJob:
    """A job that waits; there is one for each savepoint in which the page was written."""
    return IndexJob.objects.filter(done_at=None).latest("pk")


def publish(title: str) -> None:
    with committed(execute=True):
        contribution(title=title)


def retry() -> None:
    """The moment at which a job that was put off is tried again."""
    IndexJob.objects.filter(done_at=None).update(due_at=timezone.now())
    sync()


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow: what the system says when a quota or a disk is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_puts_off_and_answers_from_what_there_is(before: World) -> None:
    with full_disk():
        publish("Zonder ruimte")
        assert titles("rooster") == {"Rustig rooster"}
    job = waiting()
    assert job.attempts == 1
    assert "The index cannot be" in job.last_error
    assert job.due_at - job.requested_at >= timedelta(seconds=2)
    retry()
    assert titles("ruimte") == {"Zonder ruimte"}
    assert is_true()


def test_a_rebuild_on_a_full_disk_says_so_and_leaves_the_old_one(before: World) -> None:
    with full_disk(), pytest.raises(CommandError, match="The index cannot be"):
        call_command("search_index", "rebuild")
    assert titles("rooster") == {"Rustig rooster"}
    rebuild()
    assert is_true()


def test_a_folder_that_cannot_be_written_puts_off(before: World) -> None:
    refusal = OSError(errno.EROFS, "Read-only file system")
    with patch("search.index.lock.fcntl.flock", side_effect=refusal):
        publish("Alleen lezen")
    assert "Read-only file system" in waiting().last_error
    assert titles("rooster") == {"Rustig rooster"}
    retry()
    assert is_true()


def test_a_new_process_reads_where_it_may_not_write_and_goes_on_when_it_may(
    before: World, index: Path
) -> None:
    lock = index / engine_named().status().generation / ".tantivy-meta.lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()  # the administrator who runs the tests may write anywhere, but not into this
    engine_named.cache_clear()
    assert titles("rooster") == set()
    with patch("search.engines.embedded.opening.os.access", return_value=False):
        assert titles("rooster") == {"Rustig rooster"}
    lock.rmdir()
    publish("Weer gewoon")
    assert titles("gewoon") == {"Weer gewoon"}
    assert is_true()


def test_waiting_grows_and_ends_at_ten_minutes(before: World) -> None:
    with patch("search.index.lock.fcntl.flock", side_effect=OSError(errno.EROFS, "Read-only file system")):
        publish("Alleen lezen")
        waits = []
        for _attempt in range(12):
            retry()
            waits.append(waiting().due_at - timezone.now())
    assert waits[0] < waits[3] < waits[6] < waits[9]
    assert timedelta(minutes=9) < waits[-1] <= timedelta(minutes=10)


def test_a_folder_that_was_deleted_comes_back_with_the_next_edit(before: World, index: Path) -> None:
    shutil.rmtree(index)
    assert search(SearchParams(query="rooster")).outcome.value == "unavailable"
    publish("De eerste daarna")
    assert titles("rooster") == {"Rustig rooster"}
    assert is_true()


def test_a_generation_that_was_deleted_or_never_finished_is_replaced(before: World, index: Path) -> None:
    live = index / engine_named().status().generation
    (live / "meta.json").write_text("{half")
    publish("De eerste daarna")
    assert titles("rooster") == {"Rustig rooster"}
    assert is_true()


def test_the_nightly_comparison_heals_what_cannot_be_read(before: World, index: Path) -> None:
    shutil.rmtree(index / engine_named().status().generation)
    with pytest.raises(EngineUnavailable):
        verify(heal=False)
    verify()
    assert is_true()


def test_what_a_killed_rebuild_left_goes_with_the_next(before: World, index: Path) -> None:
    left = index / f"practices-{engine_named().status().fingerprint}-20200101T000000-dood"
    left.mkdir()
    (left / "meta.json").write_text("{half")
    publish("Gewoon door")
    assert titles("gewoon") == {"Gewoon door"}
    rebuild()
    assert not left.exists()


def test_a_lock_file_of_a_dead_process_stops_nobody(before: World, index: Path) -> None:
    code = "import fcntl,os,signal,sys; f=open(sys.argv[1],'a'); fcntl.flock(f,2); os.kill(os.getpid(),9)"
    subprocess.run([sys.executable, "-c", code, str(index / "embedded.lock")], check=False)
    publish("Gewoon door")
    assert titles("gewoon") == {"Gewoon door"}


def test_two_rebuilds_at_once_are_refused_in_clear_words(before: World) -> None:
    def documents() -> Iterator[object]:
        with pytest.raises(CommandError, match="Another rebuild is running"):
            call_command("search_index", "rebuild", stderr=io.StringIO())
        yield from documents_for([before.practice.pk])

    writer_of("embedded").rebuild(documents()).discard()  # type: ignore[arg-type]
    assert is_true()


@pytest.mark.parametrize("error", [KeyboardInterrupt, ZeroDivisionError])
def test_an_interrupted_rebuild_leaves_the_old_one(
    before: World, index: Path, error: type[BaseException]
) -> None:
    live = engine_named().status().generation

    def interrupted(_done: int, _total: int) -> None:
        raise error

    with pytest.raises(error):
        rebuild(progress=interrupted)
    assert engine_named().status().generation == live
    assert [path.name for path in index.iterdir() if path.is_dir()].count(live) == 1
    assert is_true()


def test_a_rebuild_that_lacks_something_is_not_swapped_in(before: World) -> None:
    live = engine_named().status().generation
    with (
        patch("search.index.rebuild._all_documents", return_value=documents_for([before.practice.pk])),
        patch("search.index.rebuild._replay", return_value=set()),
        pytest.raises(NotProven, match="The present index stays"),
    ):
        rebuild()
    assert engine_named().status().generation == live


DURING = (
    "publish_changes",
    "move",
    "term_merged",
    "delete",
    "tag_merged",
    "restriction_above",
    "region_merged",
)


@pytest.mark.parametrize("name", DURING)
@pytest.mark.parametrize("synced", [True, False])
def test_what_happens_during_a_rebuild_is_in_it(
    name: str, synced: bool, before: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 1)
    IndexJob.objects.update(
        requested_at=timezone.now() - timedelta(hours=1), done_at=timezone.now() - timedelta(hours=1)
    )

    def happens(done: int, _total: int) -> None:
        if done == 2:
            with committed(execute=synced):
                CHANGES[name](before)

    rebuild(progress=happens)
    sync()
    assert is_true()


def test_one_page_that_cannot_be_read_holds_up_no_other(before: World) -> None:
    bad = before.tool.pk

    def stumbling(pks: list[int]) -> Iterator[object]:
        if bad in pks:
            raise ValueError("Deze kan ik niet lezen")
        yield from documents_for(pks)

    with patch("search.index.sync.documents_for", stumbling), committed(execute=True):
        theme = term("theme", "roosteren")
        for page in (before.tool, before.practice):
            page.set_terms([*[item.term for item in page.term_assignments.all()], theme])
            page.title = f"{page.title} nieuw"
            page.save_revision().publish()
    assert set(IndexJob.objects.filter(done_at=None).values_list("page_id", flat=True)) == {bad}
    assert "kan ik niet lezen" in IndexJob.objects.filter(done_at=None)[0].last_error
    assert titles("nieuw") == {"Rustig rooster nieuw"}
    retry()
    assert is_true()


def test_done_jobs_are_kept_for_a_while(before: World) -> None:
    assert clean() == 0
    IndexJob.objects.update(done_at=timezone.now() - timedelta(days=3))
    IndexJob.objects.create(page_id=1)
    assert clean() > 0
    assert IndexJob.objects.count() == 1
