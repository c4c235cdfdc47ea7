"""One document that a server refuses: its page waits with the reason, and nothing else does."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.test import TestCase
from pytest_django import Settings

from search import breaker
from search.engines.base import EngineUnavailable
from search.index import refused, replacing
from search.index.active import own_targets
from search.index.rebuild import rebuild
from search.index.recovery import tend
from search.index.verification import verify
from search.models import IndexJob
from search.params import SearchParams
from search.service import search
from tests.factories import contribution
from tests.search.faults.moody_server import NAME, Mood, MoodyServer, chosen_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(index: Path, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> MoodyServer:
    """A server that is well, with one contribution."""
    made = chosen_server(tmp_path / "server", settings, monkeypatch)
    publish("Rustig rooster")
    for target in own_targets():
        rebuild(target)
        tend(target)
    made.writes = 0
    return made


def publish(title: str) -> int:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return int(contribution(title=title).pk)


def open_jobs() -> list[IndexJob]:
    return list(IndexJob.objects.filter(target=NAME, done_at=None))


def found(query: str) -> tuple[str, int]:
    results = search(SearchParams(query=query))
    return results.engine, results.total


def test_its_page_waits_and_all_others_are_found(server: MoodyServer) -> None:
    server.refuses = "Onpasbaar"
    page = publish("Onpasbaar rooster")
    publish("Passend rooster")
    told = {(job.page_id, job.attempts, job.last_error) for job in open_jobs()}
    assert told == {(page, 1, "DocumentRefused: it does not fit")}
    assert found("rooster") == (NAME, 2)
    assert breaker.state(NAME).is_true
    server.refuses = ""
    call_command("search_index", "sync", stdout=StringIO())
    assert found("rooster") == (NAME, 3)
    assert not open_jobs()


def test_a_rebuild_leaves_it_out_and_says_so_and_is_the_last_one(server: MoodyServer) -> None:
    server.refuses = "Onpasbaar"
    page = publish("Onpasbaar rooster")
    IndexJob.objects.all().delete()
    told = StringIO()
    call_command("search_index", "rebuild", "--engine", NAME, stdout=told, stderr=StringIO())
    assert f"page {page}. it does not fit" in told.getvalue()
    assert found("rooster") == (NAME, 1)
    server.writes = 0
    for _time in range(3):
        assert verify(NAME).missing == (page,)
        tend(NAME)
    assert server.writes == 0
    assert [job.page_id for job in open_jobs()] == [page]


def test_an_index_that_refuses_many_is_not_believed(
    server: MoodyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refused, "MOST_REFUSED", 1)
    server.refuses = "Onpasbaar"
    publish("Onpasbaar rooster")
    assert breaker.state(NAME).is_true
    publish("Onpasbaar verzuim")
    assert found("onpasbaar") == ("embedded", 2)
    with pytest.raises(EngineUnavailable, match="2 pages are refused"):
        rebuild(NAME)


def test_a_rebuild_that_failed_half_way_is_not_done_again_and_again(
    server: MoodyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(replacing, "time", SimpleNamespace(monotonic=lambda: now))
    monkeypatch.setattr(replacing, "_failures", {})
    monkeypatch.setattr(refused, "MOST_REFUSED", 0)
    server.refuses = "Rustig"

    def tries() -> bool:
        server.writes = 0
        with pytest.raises(EngineUnavailable):
            replacing.replace(NAME)
        return server.writes == 1

    for pause in (30, 60, 120):
        assert tries()
        now += pause - 1
        assert not tries()
        now += 1
    server.refuses = ""
    replacing.replace(NAME)
    server.mood = Mood.REFUSING
    assert tries()
    assert tries(), "a server that is away, and so costs nothing, is tried at any time"
