"""A release beside another, after another and back again: what is true is found by each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from practices.models import ContributionPage
from search import breaker
from search.engines.embedded import engine, writing
from search.index import queue, recovery, targets
from search.index.active import all_targets, own_targets
from search.index.lock import Busy
from search.index.recovery import tend
from search.index.sync import SyncReport, drain
from search.index.targets import engine_named, writer_of
from search.index.verification import verify
from search.models import IndexJob, TargetState
from search.params import SearchParams
from search.results import Outcome
from search.service import search
from tests.factories import contribution
from tests.search.faults.moody_server import NAME, Mood, MoodyServer, put_in_place

pytestmark = pytest.mark.django_db

committed = TestCase.captureOnCommitCallbacks

Become = Callable[[str], None]

OLD, NEW, HOTFIX = "aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"


@pytest.fixture
def become(index: Path, monkeypatch: pytest.MonkeyPatch) -> Become:
    """What makes this process one of a release with that fingerprint."""

    def of(fingerprint: str) -> None:
        for module in (engine, writing):
            monkeypatch.setattr(module, "index_fingerprint", lambda: fingerprint)
        monkeypatch.setattr(targets, "fingerprint_of", lambda _target: fingerprint)
        engine_named.cache_clear()
        writer_of.cache_clear()
        breaker.forget()

    return of


@pytest.fixture
def on_server(
    become: Become, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> tuple[Become, dict[str, MoodyServer]]:
    """The same with a search server, which each release sees by an index of its own; by fingerprint."""
    settings.SEARCH_ENGINE = NAME
    servers: dict[str, MoodyServer] = {}

    def of(fingerprint: str) -> None:
        become(fingerprint)
        if fingerprint not in servers:
            servers[fingerprint] = MoodyServer(tmp_path / "server")
        monkeypatch.setattr(targets, "engine_named", engine_named)
        monkeypatch.setattr(targets, "writer_of", writer_of)
        put_in_place(servers[fingerprint], monkeypatch)

    return of, servers


def publish(title: str) -> ContributionPage:
    with committed(execute=True):
        page: ContributionPage = contribution(title=title)
    return page


def withdraw(page: ContributionPage) -> None:
    with committed(execute=True):
        page.unpublish()


def starts() -> None:
    """As ``bin/serve`` does, before anything is served."""
    call_command("search_index", "rebuild", "--missing")


def worker_comes_by() -> None:
    for target in own_targets():
        tend(target)


def found() -> tuple[Outcome, set[str]]:
    results = search(SearchParams(query="rooster"))
    return results.outcome, {"".join(part.text for part in hit.title) for hit in results.hits}


def all_is_true() -> bool:
    no_drift = all(verify(target, heal=False).pks == () for target in own_targets())
    return no_drift and not any(queue.waiting(target).exists() for target in own_targets())


def test_who_is_rolled_back_finds_what_became_of_it_meanwhile(become: Become) -> None:
    become(OLD)
    starts()
    page = publish("Eerste rooster")
    become(NEW)
    starts()
    publish("Tweede rooster")
    withdraw(page)
    become(OLD)
    starts()
    assert found() == (Outcome.OK, {"Tweede rooster"})
    assert all_is_true()


def test_so_does_one_that_was_given_up_long_ago(become: Become) -> None:
    become(OLD)
    starts()
    page = publish("Eerste rooster")
    TargetState.objects.update(seen_at=timezone.now() - queue.GONE * 2)
    become(NEW)
    starts()
    publish("Rooster in de nacht")
    assert IndexJob.objects.filter(fingerprint=OLD, done_at=None).count() == 1
    assert queue.forget_others(all_targets()) == 1
    assert breaker.alive("embedded") == [NEW]
    publish("Tweede rooster")
    withdraw(page)
    assert not IndexJob.objects.filter(fingerprint=OLD).exists()
    become(OLD)
    starts()
    assert found() == (Outcome.OK, {"Tweede rooster", "Rooster in de nacht"})
    assert all_is_true()


@pytest.mark.parametrize(("one", "other"), [(OLD, NEW), (NEW, OLD)])
def test_what_one_publishes_the_other_finds_at_its_workers_next_round(
    become: Become, one: str, other: str
) -> None:
    become(one)
    starts()
    page = publish("Eerste rooster")
    become(other)
    starts()
    become(one)
    publish("Tweede rooster")
    withdraw(page)
    assert found() == (Outcome.OK, {"Tweede rooster"})
    become(other)
    worker_comes_by()
    assert found() == (Outcome.OK, {"Tweede rooster"})
    assert all_is_true()


def test_so_it_is_on_a_server(on_server: tuple[Become, dict[str, MoodyServer]]) -> None:
    become, _servers = on_server
    become(OLD)
    starts()
    page = publish("Eerste rooster")
    become(NEW)
    starts()
    become(OLD)
    publish("Tweede rooster")
    withdraw(page)
    assert found() == (Outcome.OK, {"Tweede rooster"})
    become(NEW)
    worker_comes_by()
    assert found() == (Outcome.OK, {"Tweede rooster"})
    assert all_is_true()


def test_one_that_takes_no_changes_holds_up_no_other(
    on_server: tuple[Become, dict[str, MoodyServer]],
) -> None:
    become, servers = on_server
    become(OLD)
    starts()
    publish("Eerste rooster")
    become(NEW)
    starts()
    become(OLD)
    servers[OLD].mood = Mood.READ_ONLY
    publish("Tweede rooster")
    worker_comes_by()
    assert found() == (Outcome.DEGRADED, {"Eerste rooster", "Tweede rooster"})  # the stand-in
    become(NEW)
    worker_comes_by()
    assert found() == (Outcome.OK, {"Eerste rooster", "Tweede rooster"})


def test_one_without_an_index_leaves_those_of_others_in_use(
    on_server: tuple[Become, dict[str, MoodyServer]],
) -> None:
    become, servers = on_server
    become(OLD)
    starts()
    publish("Eerste rooster")
    become(NEW)
    servers[NEW].mood = Mood.REFUSING
    worker_comes_by()
    assert not breaker.state(NAME).is_true
    assert found() == (Outcome.DEGRADED, {"Eerste rooster"})
    become(OLD)
    assert found() == (Outcome.OK, {"Eerste rooster"})


def test_a_hotfix_beside_a_canary_leaves_both_their_indexes(
    on_server: tuple[Become, dict[str, MoodyServer]],
) -> None:
    become, _servers = on_server
    for fingerprint in (OLD, NEW, HOTFIX):
        become(fingerprint)
        starts()
    for fingerprint in (OLD, NEW, HOTFIX):
        become(fingerprint)
        assert all(targets.is_usable(target) for target in own_targets())


def test_what_starts_while_another_is_at_its_index_waits_for_it(
    become: Become, monkeypatch: pytest.MonkeyPatch
) -> None:
    become(OLD)
    starts()
    page = publish("Eerste rooster")
    TargetState.objects.all().delete()
    with committed(execute=False):
        page.unpublish()
    busy = [True, True]

    def drained(target: str) -> SyncReport:
        if busy:
            busy.pop()
            raise Busy
        return drain(target)

    monkeypatch.setattr(recovery, "drain", drained)
    monkeypatch.setattr(recovery, "PAUSE", 0)
    starts()
    assert found() == (Outcome.OK, set())


def test_jobs_are_shared_while_another_is_alive_only(
    become: Become, capsys: pytest.CaptureFixture[str]
) -> None:
    become(OLD)
    starts()
    with CaptureQueriesContext(connection) as alone:
        publish("Eerste rooster")
    assert set(IndexJob.objects.values_list("fingerprint", flat=True)) == {""}
    assert not [each for each in alone if "UPDATE" in each["sql"] and '"fingerprint" =' in each["sql"]]
    become(NEW)
    starts()
    publish("Tweede rooster")
    shared = IndexJob.objects.exclude(fingerprint="")
    assert {(job.fingerprint, job.done_at is None) for job in shared} == {(NEW, False), (OLD, True)}
    call_command("search_index", "status")
    told = capsys.readouterr().out
    assert f"kept besides {OLD}, by another release" in told
    assert "open jobs    0" in told


def test_a_worker_says_now_and_then_that_its_release_is_alive(become: Become) -> None:
    become(OLD)
    worker_comes_by()
    TargetState.objects.update(seen_at=timezone.now() - timedelta(hours=1))
    breaker.forget()
    worker_comes_by()
    assert TargetState.objects.get().seen_at > timezone.now() - timedelta(minutes=1)
    queue.forget_others(all_targets())
    assert breaker.state("embedded").is_true


def test_what_comes_while_it_is_asked_who_is_alive_is_left_for_the_next_round(
    become: Become, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or a release that appeared in between, and has compared its index, would never get it."""
    become(OLD)
    first = IndexJob.objects.create(page_id=1)

    def asked(_target: str) -> list[str]:
        IndexJob.objects.create(page_id=1, due_at=timezone.now() - timedelta(minutes=1))
        return [OLD, NEW]

    monkeypatch.setattr(breaker, "alive", asked)
    assert queue.jobs_of("embedded", [1]) == [first.pk]
    queue.put_off(queue.due("embedded"), OSError("schijf vol"))
    assert {job.attempts for job in IndexJob.objects.filter(fingerprint="")} == {0}
    assert {job.attempts for job in IndexJob.objects.filter(fingerprint=NEW)} == {0}
    assert {job.attempts for job in IndexJob.objects.filter(fingerprint=OLD)} == {1}
