"""The steps: what each does, how often, and what it says afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.management import call_command

from accounts.tidying import tidy_accounts
from editorial.keeping.marking import refresh_marks
from editorial.keeping.reminding import remind_keepers
from editorial.review.reminding import remind_reviewers
from editorial.tidying import tidy, tidy_imports, tidy_tips
from portal.mail.queue import clean_queue, deliver_waiting, revive_abandoned
from practices.consent.forgetting import forget_givers
from practices.reading.sums import forget_old_counts
from search import breaker
from search.index import queue
from search.index.active import all_targets, own_targets
from search.index.rebuild import forget_unfinished
from search.index.recovery import inspect, tend
from search.index.verification import verify
from search.querylog.reading import forget_old

SHORTEST_CLAIM = timedelta(minutes=5)
LONGEST_CLAIM = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do again after a while.

    ``at_night``: only between two and five, if that can wait. ``everywhere``: on each machine by itself,
    because it has to do with files that each machine has.
    """

    name: str
    every: timedelta
    run: Callable[[], str]
    at_night: bool = False
    everywhere: bool = False

    @property
    def longest(self) -> timedelta:
        """A run that has not ended after so long was killed, and another may begin."""
        return min(max(self.every, SHORTEST_CLAIM), LONGEST_CLAIM)

    @property
    def row(self) -> str:
        """What its row is called."""
        apart = self.everywhere and settings.SEARCH_MACHINES
        return f"{self.name}@{settings.SEARCH_MACHINE}" if apart else self.name


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
    """Look whether every index is there; carry out what waits, here only for a portal without a worker."""
    queue.forget_others(all_targets())
    failed = 0
    for target in own_targets():
        inspect(target)
        failed += tend(target).failed
    if failed:
        raise RuntimeError(f"{failed} index jobs were put off; the oldest says why.")
    return ""


def compare() -> str:
    """Compare every document of every index with the database, and heal; one that is away comes later."""
    well = [target for target in own_targets() if breaker.state(target).is_true]
    for target in well:
        forget_unfinished(target)
    drifts = [verify(target) for target in well]
    return f"{sum(len(drift.pks) for drift in drifts)} documents differed"


def keep() -> str:
    """Ask keepers whether it is still true; let the search show what nobody checked in time."""
    marked = refresh_marks()
    return f"{remind_keepers()}, {marked} marked"


def sweep() -> str:
    """Delete what has been done long ago, and what was kept of people for a term only."""
    call_command("clearsessions")
    addresses, reports = tidy()
    contacts, tips = tidy_tips()
    return (
        f"{queue.clean()} index jobs, {clean_queue()} messages, {addresses} addresses of reporters, "
        f"{reports} reports, {contacts} contacts of tellers, {tips} tips, {tidy_imports()} "
        f"spreadsheets, {tidy_accounts()} invitations, {forget_givers()} givers of "
        f"consent, {forget_old_counts()} counts of readers and {forget_old()} counts of questions deleted"
    )


#: Has a loop of its own in the worker: the others may take as long as the collection is large.
PUBLISH = Step("publish", timedelta(seconds=50), publish)
OTHERS = (
    Step("mail", timedelta(seconds=50), mail),
    Step("index", timedelta(seconds=50), index, everywhere=True),
    Step("reminders", timedelta(hours=1), remind_reviewers),
    Step("keep", timedelta(hours=1), keep),
    Step("sweep", timedelta(hours=23), sweep),
    Step("compare", timedelta(hours=20), compare, at_night=True, everywhere=True),
)
STEPS = (PUBLISH, *OTHERS)
