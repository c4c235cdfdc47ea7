"""Recurring work: each step by itself, each once; and mail that waits for its server."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from portal.due.models import DueRun
from portal.due.running import run_due
from portal.due.steps import STEPS, Step
from portal.mail.queue import ABANDONED, clean_queue, deliver_waiting, revive_abandoned
from portal.worker import _again

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("index"),
]

MINUTE = timedelta(minutes=1)


@pytest.fixture
def queued(settings: Settings) -> None:
    """Mail goes by the queue, and arrives in Django's outbox for tests."""
    settings.EMAIL_BACKEND = "portal.mail.backend.QueueBackend"
    settings.DELIVERY_EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


class DeadServer(BaseEmailBackend):
    """A mail server that is away."""

    def send_messages(self, email_messages: object) -> int:
        raise ConnectionRefusedError("Niemand thuis")


def fails() -> str:
    raise RuntimeError("stuk")


class Panic(BaseException):
    """What the engine's library raises when it stumbles."""


def exits() -> str:
    raise SystemExit(1)


def panics() -> str:
    raise Panic


def test_one_step_never_stops_the_others() -> None:
    done = run_due([Step("kapot", MINUTE, fails), Step("goed", MINUTE, lambda: "klaar")])
    assert done == {"kapot": False, "goed": True}
    assert DueRun.objects.get(name="kapot").note == "RuntimeError: stuk"
    assert DueRun.objects.get(name="kapot").has_failed
    assert not DueRun.objects.get(name="goed").has_failed


def test_a_step_that_ends_its_process_or_panics_never_stops_the_others() -> None:
    done = run_due([Step("weg", MINUTE, exits), Step("paniek", MINUTE, panics), Step("goed", MINUTE, str)])
    assert done == {"weg": False, "paniek": False, "goed": True}


def test_a_loop_of_the_worker_survives_whatever_happens_in_it() -> None:
    stop = threading.Event()
    rounds: list[int] = []

    def task() -> None:
        rounds.append(len(rounds))
        if len(rounds) == 3:
            stop.set()
        (exits if len(rounds) == 1 else panics)()

    _again(stop, "lus", 0.001, task)
    assert rounds == [0, 1, 2]


def test_a_step_that_succeeds_again_is_well_again() -> None:
    run_due([Step("stap", MINUTE, fails)])
    run_due([Step("stap", MINUTE, lambda: "")], everything=True)
    assert not DueRun.objects.get(name="stap").has_failed


def test_nothing_is_done_before_its_time() -> None:
    step = Step("stap", MINUTE, lambda: "")
    assert run_due([step]) == {"stap": True}
    assert run_due([step]) == {}
    DueRun.objects.update(started_at=timezone.now() - 2 * MINUTE, ended_at=timezone.now())
    assert run_due([step]) == {"stap": True}


def test_what_another_process_does_is_left_to_it_until_it_must_be_dead() -> None:
    step = Step("stap", MINUTE, lambda: "")
    run = DueRun.objects.create(name="stap", started_at=timezone.now() - 2 * MINUTE)
    assert run_due([step]) == {}
    DueRun.objects.filter(pk=run.pk).update(started_at=timezone.now() - 6 * MINUTE)
    assert run_due([step]) == {"stap": True}


def test_every_step_of_the_portal_runs() -> None:
    call_command("run_due", "--all")
    assert set(DueRun.objects.exclude(succeeded_at=None).values_list("name", flat=True)) == {
        step.name for step in STEPS
    }


@pytest.mark.usefixtures("queued")
def test_mail_leaves_the_request_and_arrives() -> None:
    message = mail.EmailMultiAlternatives("Onderwerp", "Tekst é", to=["a@example.org"], bcc=["b@example.org"])
    message.attach_alternative("<p>Tekst</p>", "text/html")
    assert message.send() == 1
    assert mail.outbox == []
    assert deliver_waiting() == 1
    (arrived,) = mail.outbox
    assert arrived.recipients() == ["a@example.org", "b@example.org"]
    assert arrived.message()["Subject"] == "Onderwerp"
    assert "b@example.org" not in arrived.message().as_string()
    assert "<p>Tekst</p>" in arrived.message().as_string()


@pytest.mark.usefixtures("queued")
def test_a_dead_mail_server_delays_and_loses_nothing(settings: Settings) -> None:
    settings.DELIVERY_EMAIL_BACKEND = f"{__name__}.DeadServer"
    mail.send_mail("Onderwerp", "Tekst", None, ["a@example.org"])
    deliver_waiting()
    assert deliver_waiting() == 0  # it waits a while before it tries again
    settings.DELIVERY_EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    DBTaskResult.objects.filter(status=TaskResultStatus.READY).update(run_after=timezone.now())
    assert deliver_waiting() == 1
    assert [message.subject or message.message()["Subject"] for message in mail.outbox] == ["Onderwerp"]


@pytest.mark.usefixtures("queued")
def test_what_a_killed_worker_was_sending_is_sent_by_the_next() -> None:
    mail.send_mail("Onderwerp", "Tekst", None, ["a@example.org"])
    DBTaskResult.objects.update(
        status=TaskResultStatus.RUNNING, started_at=timezone.now() - 2 * ABANDONED, worker_ids=["dood"]
    )
    assert deliver_waiting() == 0
    assert revive_abandoned() == 1
    assert deliver_waiting() == 1
    assert len(mail.outbox) == 1


@pytest.mark.usefixtures("queued")
def test_sent_mail_is_not_kept() -> None:
    mail.send_mail("Onderwerp", "Tekst", None, ["a@example.org"])
    deliver_waiting()
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(hours=2))
    assert clean_queue() == 1
