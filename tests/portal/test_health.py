"""What the portal says of itself, and to whom."""

from __future__ import annotations

import json
import socket
import time
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from portal.due.models import DueRun
from portal.due.steps import STEPS
from portal.health.page import FACTS, PARTS
from portal.health.report import report
from search.engines.connection import Connection
from search.index.rebuild import rebuild
from search.models import IndexJob

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

TOKEN = {"Authorization": "Bearer een-lang-geheim"}


@pytest.fixture(autouse=True)
def token(settings: Settings) -> None:
    settings.MONITORING_TOKEN = "een-lang-geheim"


@pytest.fixture(autouse=True)
def all_is_done() -> None:
    """A worker did everything a moment ago."""
    now = timezone.now()
    DueRun.objects.bulk_create(
        DueRun(name=step.row, started_at=now, ended_at=now, succeeded_at=now) for step in STEPS
    )


def parts_of(client: Client) -> dict[str, dict[str, Any]]:
    """What machines hear, by the part's name."""
    return {part["name"]: part for part in client.get("/health/", headers=TOKEN).json()["parts"]}


def test_everybody_hears_one_word(client: Client) -> None:
    rebuild()
    response = client.get("/health/")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_who_has_the_token_hears_all(client: Client) -> None:
    rebuild()
    parts = parts_of(client)
    assert parts["database"]["health"] == "ok"
    assert parts["index embedded"]["facts"]["hash"] in parts["index embedded"]["facts"]["generation"]
    assert parts["index embedded"]["facts"]["oldest_job_seconds"] == 0


def test_without_an_index_it_is_broken(client: Client) -> None:
    response = client.get("/health/")
    assert (response.status_code, response.json()) == (503, {"status": "broken"})


def test_without_a_database_it_is_broken_and_no_visitor_is_looked_up(client: Client) -> None:
    client.cookies["sessionid"] = "eenoudesessie"
    with patch.object(connection, "cursor", side_effect=OperationalError("weg")):
        response = client.get("/health/", headers={"Accept": "text/html"})
    assert (response.status_code, response.json()) == (503, {"status": "broken"})


def test_a_job_that_waits_long_is_told(client: Client) -> None:
    rebuild()
    long_ago = timezone.now() - timedelta(minutes=10)
    IndexJob.objects.create(
        page_id=1, requested_at=long_ago, due_at=timezone.now() + timedelta(minutes=1), attempts=3,
        last_error="OSError: schijf vol",
    )  # fmt: skip
    response = client.get("/health/", headers=TOKEN)
    assert (response.status_code, response.json()["status"]) == (200, "degraded")
    assert "schijf vol" in response.content.decode()
    assert "schijf vol" not in client.get("/health/").content.decode()


def test_a_step_that_failed_is_told(client: Client) -> None:
    rebuild()
    DueRun.objects.filter(name="mail").update(failed_at=timezone.now(), note="stuk")
    assert client.get("/health/").json() == {"status": "degraded"}
    assert parts_of(client)["step mail"]["facts"]["note"] == "stuk"


def test_scheduled_publishing_that_nobody_does_is_told_within_minutes(client: Client) -> None:
    rebuild()
    DueRun.objects.filter(name__in=("publish", "index")).update(
        started_at=timezone.now() - timedelta(minutes=10)
    )
    parts = parts_of(client)
    assert parts["step publish"]["health"] == "degraded"
    assert parts["step index"]["health"] == "ok"  # it may wait for the nightly comparison
    DueRun.objects.all().delete()
    assert {part["health"] for name, part in parts_of(client).items() if name.startswith("step ")} == {
        "degraded"
    }


def test_a_mail_server_that_refuses_for_half_an_hour_is_told(client: Client, settings: Settings) -> None:
    rebuild()
    settings.EMAIL_BACKEND = "portal.mail.backend.QueueBackend"
    mail.send_mail("Onderwerp", "Tekst", None, ["a@example.org"])
    assert parts_of(client)["mail"]["health"] == "ok"
    for minutes, health in ((8, "ok"), (16, "degraded")):
        DBTaskResult.objects.update(run_after=timezone.now() + timedelta(minutes=minutes, seconds=1))
        assert parts_of(client)["mail"]["health"] == health
    assert "portal_mail_refused 1.0" in client.get("/metrics/", headers=TOKEN).content.decode()


def test_administrators_read_a_page_and_editors_do_not(client: Client) -> None:
    rebuild()
    client.force_login(User.objects.create_user("redacteur", is_staff=True))
    assert client.get("/health/", headers={"Accept": "text/html"}).json() == {"status": "ok"}
    client.force_login(User.objects.create_superuser("beheerder"))
    response = client.get("/health/", headers={"Accept": "text/html"})
    page = response.content.decode()
    assert "<h1>" in page
    for words in (
        "Index embedded: werkt",
        "Publiceren op het afgesproken moment: werkt",
        "Laatste keer",
        "<td>ja</td>",
    ):
        assert words in page
    facts = {name for part in report().parts for name in part.facts}
    assert facts <= FACTS.keys(), "every fact has words"
    assert {part.name for part in report().parts if not part.name.startswith("index ")} <= PARTS.keys()


def test_metrics_are_not_there_without_the_token(client: Client, settings: Settings) -> None:
    assert client.get("/metrics/").status_code == 404
    assert client.get("/metrics/", headers={"Authorization": "Bearer geraden"}).status_code == 404
    settings.MONITORING_TOKEN = ""
    assert client.get("/metrics/", headers={"Authorization": "Bearer "}).status_code == 404


def test_metrics_are_figures_for_prometheus(client: Client) -> None:
    rebuild()
    text = client.get("/metrics/", headers=TOKEN).content.decode()
    assert 'portal_health{part="database"} 0.0' in text
    assert 'portal_index_open_jobs{target="embedded"} 0.0' in text
    assert "portal_mail_waiting 0.0" in text


def test_log_lines_are_json() -> None:
    import logging  # noqa: PLC0415

    from portal.logs import JsonFormatter  # noqa: PLC0415

    record = logging.makeLogRecord({"name": "search", "msg": "Langzaam: %s", "args": ("é",), "engine": "x"})
    line = json.loads(JsonFormatter().format(record))
    assert (line["message"], line["logger"], line["engine"]) == ("Langzaam: é", "search", "x")


@pytest.mark.parametrize("engine", ["elasticsearch", "opensearch"])
def test_a_frozen_search_server_keeps_nobody_waiting(engine: str, client: Client, settings: Settings) -> None:
    """A load balancer takes out a machine whose report takes five seconds, while the stand-in serves well."""
    rebuild()
    settings.SEARCH_ENGINE = engine
    with socket.create_server(("127.0.0.1", 0)) as silent:
        connection = Connection((f"http://127.0.0.1:{silent.getsockname()[1]}",))
        settings.SEARCH_SERVERS = {engine: connection}
        began = time.monotonic()
        parts = parts_of(client)
        assert time.monotonic() - began < connection.timeout / 2
    assert parts[f"index {engine}"]["facts"]["available"] is False
    assert parts["search"]["facts"]["answered_by"] == "embedded"
