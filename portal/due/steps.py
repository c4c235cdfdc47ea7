"""The steps: what each does, how often, and what it says afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.core.management import call_command

from editorial.tidying import tidy
from portal.mail.queue import clean_queue, deliver_waiting, revive_abandoned
from search.index import queue
from search.index.outbox import TARGETS
from search.index.sync import sync
from search.index.verification import verify
from search.querylog.reading import forget_old


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do again after a while. ``at_night``: only between two and five, if that can wait."""

    name: str
    every: timedelta
    run: Callable[[], str]
    at_night: bool = False


def publish() -> str:
    """Publish and expire what is scheduled."""
    call_command("publish_scheduled")
    return ""


def mail() -> str:
    """Send what waits, here only for a portal without a worker."""
    revived = revive_abandoned()
    sent = deliver_waiting()
    return f"{sent} sent, {revived} taken up again" if sent or revived else ""


def index() -> str:
    """Carry out what waits, here only for a portal without a worker."""
    reports = [sync(target) for target in TARGETS]
    failed = sum(report.failed for report in reports)
    if failed:
        raise RuntimeError(f"{failed} index jobs were put off; the oldest says why.")
    return ""


def compare() -> str:
    """Compare every document of every index with the database, and heal."""
    drifts = [verify(target) for target in TARGETS]
    return f"{sum(len(drift.pks) for drift in drifts)} documents differed"


def sweep() -> str:
    """Delete what has been done long ago, and what was kept of people for a term only."""
    call_command("clearsessions")
    addresses, reports = tidy()
    return (
        f"{queue.clean()} index jobs, {clean_queue()} messages, {addresses} addresses of reporters, "
        f"{reports} reports and {forget_old()} counts of questions deleted"
    )


STEPS = (
    Step("publish", timedelta(seconds=50), publish),
    Step("mail", timedelta(seconds=50), mail),
    Step("index", timedelta(seconds=50), index),
    Step("sweep", timedelta(hours=23), sweep),
    Step("compare", timedelta(hours=20), compare, at_night=True),
)
