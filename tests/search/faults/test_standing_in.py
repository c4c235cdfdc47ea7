"""A server that refuses, freezes or takes no changes: searches are answered, edits kept, and all heals."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from search import asking, breaker
from search.index import outbox
from search.index.active import all_targets, own_targets
from search.index.queue import forget_others
from search.index.rebuild import rebuild
from search.index.recovery import inspect, tend
from search.index.verification import verify
from search.models import IndexJob, TargetState
from search.params import SearchParams
from search.results import Outcome, SearchResults
from search.service import listing, search, similar
from search.suggesting import suggestions
from tests.factories import contribution
from tests.search.faults.moody_server import NAME, Mood, MoodyServer, chosen_server

pytestmark = pytest.mark.django_db

committed = TestCase.captureOnCommitCallbacks


@pytest.fixture
def server(index: Path, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> MoodyServer:
    """A portal with one contribution on a server that is well, and little patience."""
    made = chosen_server(tmp_path / "server", settings, monkeypatch)
    monkeypatch.setattr(asking, "SERVER_SECONDS", 0.5)
    monkeypatch.setattr(asking, "FIRST_TRY", 0.1)
    monkeypatch.setattr(outbox, "NUDGE_SECONDS", 5.0)
    publish("Rustig rooster")
    for target in own_targets():
        rebuild(target)
    worker_comes_by()
    assert found("rooster").engine == NAME
    made.reads = made.writes = 0
    return made


def publish(title: str) -> None:
    with committed(execute=True):
        contribution(title=title)


def found(query: str) -> SearchResults:
    return search(SearchParams(query=query))


def titles(results: SearchResults) -> set[str]:
    return {"".join(part.text for part in hit.title) for hit in results.hits}


def time_passes() -> None:
    """The moment of the next trial has come."""
    TargetState.objects.exclude(next_trial=None).update(next_trial=timezone.now() - timedelta(seconds=1))
    breaker.forget()


def worker_comes_by() -> None:
    for target in own_targets():
        tend(target)


def all_is_true() -> bool:
    no_drift = all(verify(target, heal=False).pks == () for target in own_targets())
    return no_drift and not IndexJob.objects.filter(done_at=None).exists()


def test_a_server_that_refuses_is_stood_in_for_and_the_page_and_the_log_say_so(
    server: MoodyServer, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    server.mood = Mood.REFUSING
    response = client.get("/zoeken/", {"q": "roosters"})
    told = {
        log.getMessage()
        for log in caplog.records
        if log.name == "search.asking" and log.levelname == "WARNING"
    }
    assert told == {f"{NAME} does not answer: the server is refusing"}
    results = response.context["results"]
    assert response.status_code == 200
    assert titles(results) == {"Rustig rooster"}
    assert (results.outcome, results.engine, results.is_older) == (Outcome.DEGRADED, "embedded", False)
    assert '<div class="notice">' in response.content.decode()


def test_everything_that_reads_the_index_is_stood_in_for(server: MoodyServer) -> None:
    server.mood = Mood.REFUSING
    assert [hit.key for hit in listing(SearchParams(), 5)]
    assert [each.label for each in suggestions("rust")] == ["Rustig rooster"]
    publish("Rustig rooster in de wijk")
    assert similar("rustig rooster", is_key=False)


def test_one_hiccup_is_asked_once_more_and_nobody_notices(server: MoodyServer) -> None:
    server.hiccups = 1
    assert found("rooster").outcome == Outcome.OK
    assert TargetState.objects.get(target=NAME).failures == 0


def test_after_some_quick_failures_it_is_left_alone_by_every_process(server: MoodyServer) -> None:
    server.mood = Mood.REFUSING
    for _search in range(breaker.OPENS_AT):
        found("rooster")
    server.reads = 0
    breaker.forget()  # what another process knows
    assert titles(found("rooster")) == {"Rustig rooster"}
    assert server.reads == 0


def test_failures_that_lie_far_apart_do_not_add_up(server: MoodyServer) -> None:
    server.mood = Mood.REFUSING
    for _search in range(breaker.OPENS_AT + 2):
        found("rooster")
        TargetState.objects.update(failed_at=timezone.now() - breaker.WINDOW * 2)
    assert breaker.state(NAME).is_true


def test_a_frozen_server_costs_one_search_its_time_and_the_next_nothing(server: MoodyServer) -> None:
    server.mood = Mood.FROZEN
    assert titles(found("rooster")) == {"Rustig rooster"}
    assert len(server.waited) == 2  # and once more
    assert asking.SERVER_SECONDS / 2 < sum(server.waited) <= asking.SERVER_SECONDS
    assert titles(found("rooster")) == {"Rustig rooster"}
    assert len(server.waited) == 2


def test_in_quiet_times_nothing_is_written_and_one_row_read(server: MoodyServer) -> None:
    found("rooster")
    breaker.forget()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        found("rooster")
        found("rooster")
    statements = [query["sql"] for query in captured.captured_queries]
    assert not [sql for sql in statements if not sql.startswith("SELECT")]
    assert len([sql for sql in statements if "search_targetstate" in sql]) == 1


def test_an_edit_while_it_is_away_is_kept_found_and_written_when_it_is_back(server: MoodyServer) -> None:
    server.mood = Mood.REFUSING
    publish("Nieuw in de storm")
    assert titles(found("storm")) == {"Nieuw in de storm"}
    assert found("storm").is_older is False
    assert {job.attempts for job in IndexJob.objects.filter(target=NAME, done_at=None)} == {1}
    server.mood = Mood.WELL
    time_passes()
    worker_comes_by()
    assert found("storm").engine == NAME
    assert titles(found("storm")) == {"Nieuw in de storm"}
    assert all_is_true()


def test_edits_do_not_wait_for_a_server_that_failed(server: MoodyServer) -> None:
    server.mood = Mood.REFUSING
    publish("De eerste")
    assert server.writes == 1
    publish("De tweede")
    assert server.writes == 1


def test_an_edit_waits_for_a_frozen_server_no_longer_than_its_patience(
    server: MoodyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "NUDGE_SECONDS", 0.05)
    server.mood = Mood.FROZEN
    publish("In de vorst")
    assert all(each <= outbox.NUDGE_SECONDS for each in server.waited)  # in each of its transactions
    waiting = IndexJob.objects.filter(target=NAME, done_at=None)
    assert {job.attempts for job in waiting} == {0}  # the worker takes them up at once
    assert titles(found("vorst")) == {"In de vorst"}


def test_a_server_that_takes_no_changes_does_not_answer_with_what_is_no_longer_so(
    server: MoodyServer,
) -> None:
    server.mood = Mood.READ_ONLY
    publish("Nieuw in de storm")
    results = found("storm")
    assert titles(results) == {"Nieuw in de storm"}
    assert (results.outcome, results.engine) == (Outcome.DEGRADED, "embedded")


def test_an_index_that_stays_read_only_is_replaced_by_a_new_one(server: MoodyServer) -> None:
    server.mood = Mood.READ_ONLY
    publish("Nieuw in de storm")
    for _trial in range(3):
        time_passes()
        worker_comes_by()
    assert found("storm").engine == NAME
    assert all_is_true()


def test_an_index_that_was_deleted_is_built_anew_without_a_search_or_an_edit(server: MoodyServer) -> None:
    live = server.folder / server.engine.status().generation
    for path in live.iterdir():
        path.unlink()
    for target in own_targets():
        inspect(target)
    assert titles(found("rooster")) == {"Rustig rooster"}
    time_passes()
    worker_comes_by()
    assert found("rooster").engine == NAME
    assert all_is_true()


def test_trials_are_for_one_process_at_a_time_with_longer_and_longer_pauses(server: MoodyServer) -> None:
    server.mood = Mood.REFUSING
    publish("Nieuw in de storm")
    pauses = []
    for _trial in range(7):
        assert not breaker.claim_trial(NAME)
        time_passes()
        assert breaker.claim_trial(NAME)
        next_trial = TargetState.objects.get(target=NAME).next_trial
        assert next_trial
        pauses.append(next_trial - timezone.now())
    assert pauses[0] < pauses[1] < pauses[2] < pauses[3] < pauses[-1] <= breaker.LONGEST_PAUSE


def test_without_a_stand_in_the_page_says_so_and_offers_ways_on(
    server: MoodyServer, client: Client, settings: Settings
) -> None:
    settings.SEARCH_STAND_IN = False
    server.mood = Mood.REFUSING
    assert client.get("/zoeken/", {"q": "rooster"}).status_code == 503


def test_without_a_stand_in_one_that_lacks_changes_answers_and_says_so(
    server: MoodyServer, settings: Settings
) -> None:
    settings.SEARCH_STAND_IN = False
    server.mood = Mood.READ_ONLY
    publish("Nieuw in de storm")
    results = found("rooster")
    assert titles(results) == {"Rustig rooster"}
    assert (results.outcome, results.engine, results.is_older) == (Outcome.DEGRADED, NAME, True)


def test_when_both_are_away_it_is_no_empty_list(server: MoodyServer, index: Path, client: Client) -> None:
    server.mood = Mood.REFUSING
    for pointer in index.glob("practices-*"):
        if pointer.is_file() and not pointer.suffix:
            pointer.unlink()
    response = client.get("/zoeken/", {"q": "rooster"})
    assert response.status_code == 503
    assert response.context["results"].outcome == Outcome.UNAVAILABLE


def test_a_server_that_is_new_answers_when_the_worker_has_filled_it(
    server: MoodyServer, settings: Settings
) -> None:
    settings.SEARCH_ENGINE = "embedded"
    forget_others(all_targets())
    publish("Terwijl er geen server was")
    breaker.forget()
    assert not IndexJob.objects.filter(target=NAME).exists()
    settings.SEARCH_ENGINE = NAME
    assert titles(found("server")) == {"Terwijl er geen server was"}
    assert server.reads == 0
    worker_comes_by()
    results = found("server")
    assert (titles(results), results.engine) == ({"Terwijl er geen server was"}, NAME)
    assert all_is_true()


def test_each_of_several_machines_has_jobs_of_its_own(server: MoodyServer, settings: Settings) -> None:
    settings.SEARCH_MACHINES, settings.SEARCH_MACHINE = ("web1", "web2"), "web1"
    assert own_targets() == ("embedded@web1", NAME)
    publish("Op twee plaatsen")
    waiting = IndexJob.objects.filter(done_at=None).values_list("target", flat=True)
    assert set(waiting) == {"embedded@web2"}
    server.mood = Mood.REFUSING
    assert titles(found("plaatsen")) == {"Op twee plaatsen"}


def test_how_it_stands_is_told(server: MoodyServer, client: Client, settings: Settings) -> None:
    settings.MONITORING_TOKEN = "een-lang-geheim"
    headers = {"Authorization": "Bearer een-lang-geheim"}
    assert "portal_search_stands_in 0.0" in client.get("/metrics/", headers=headers).content.decode()
    server.mood = Mood.REFUSING
    publish("Nieuw in de storm")
    response = client.get("/health/", headers=headers)
    parts = {part["name"]: part for part in response.json()["parts"]}
    assert (response.status_code, response.json()["status"]) == (200, "degraded")
    assert parts["search"]["facts"]["answered_by"] == "embedded"
    assert "refusing" in parts[f"index {NAME}"]["facts"]["away_because"]
    metrics = client.get("/metrics/", headers=headers).content.decode()
    assert "portal_search_stands_in 1.0" in metrics
    assert f'portal_index_away{{target="{NAME}"}} 1.0' in metrics
    assert f'portal_index_open_jobs{{target="{NAME}"}} 0.0' not in metrics
