"""A portal on a real search server with a proxy between: it is edited and searched, and looked at closely."""

from __future__ import annotations

import itertools
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, TestCase
from django.utils import timezone
from pytest_django import Settings

from practices.models import PracticePage
from search import asking, breaker
from search.engines.connection import Connection
from search.engines.elasticsearch.server import Server
from search.index import targets
from search.index.active import own_targets
from search.index.recovery import inspect, tend
from search.index.verification import verify
from search.language import warm
from search.models import IndexJob, TargetState
from search.results import Outcome
from tests.factories import contribution
from tests.search.engines.conftest import emptied
from tests.search.faults.proxy import Proxy, proxy

committed = TestCase.captureOnCommitCallbacks

#: What a search may wait for the engine; the rest of its two seconds is for the stand-in and the page.
ENGINE_SECONDS = asking.SERVER_SECONDS + 0.2
#: The whole page: its two seconds, and as much for a machine on which several processes test at once.
PAGE_SECONDS = 2.0 + 2.0


@dataclass
class Served:
    """``visible`` are the titles that must be found, by page; every edit must be kept."""

    product: str
    proxy: Proxy
    client: Client
    settings: Settings
    waited: list[float] = field(default_factory=list)
    visible: dict[int, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        # After five there is as much to be found as before.
        self._kinds: Iterator[Callable[[], None]] = itertools.cycle(
            (self.change, self.withdraw, self.publish, self.delete, self.publish)
        )

    def edit(self) -> None:
        """The next of all kinds of edits."""
        next(self._kinds)()

    def publish(self, pages: int = 1) -> None:
        """New pages, in one go."""
        with committed(execute=True):
            for _page in range(pages):
                title = f"Praktijkvoorbeeld {next(self._numbers)}"
                self.visible[contribution(title=title).pk] = title

    def change(self) -> None:
        """The newest page gets another title."""
        page = PracticePage.objects.get(pk=list(self.visible)[-1])
        self.visible[page.pk] = page.title = f"Veranderd praktijkvoorbeeld {next(self._numbers)}"
        with committed(execute=True):
            page.save_revision().publish()

    def withdraw(self) -> None:
        """The oldest page is nobody's business any more."""
        with committed(execute=True):
            self._oldest().unpublish()

    def delete(self) -> None:
        """And the next is gone altogether."""
        with committed(execute=True):
            self._oldest().delete()

    def _oldest(self) -> PracticePage:
        """From now on it must not be found."""
        pk = next(iter(self.visible))
        del self.visible[pk]
        page: PracticePage = PracticePage.objects.get(pk=pk)
        return page

    def search(self) -> Outcome:
        """All that is to be found is, and nothing else, in time, with the truth about who says so."""
        self.waited.clear()
        began = time.monotonic()
        response = self.client.get("/zoeken/", {"q": "praktijkvoorbeeld"})
        took = time.monotonic() - began
        assert response.status_code == 200
        results = response.context["results"]
        found = ["".join(part.text for part in hit.title) for hit in results.hits]
        assert sorted(found) == sorted(self.visible.values())
        assert results.total == len(found)
        assert ('<div class="notice">' in response.content.decode()) == (results.outcome == Outcome.DEGRADED)
        assert not self.waited or max(self.waited) <= ENGINE_SECONDS
        assert took <= PAGE_SECONDS
        outcome: Outcome = results.outcome
        return outcome

    def worker_comes_by(self) -> bool:
        """A while later; whether all is well then."""
        TargetState.objects.exclude(next_trial=None).update(next_trial=timezone.now() - timedelta(seconds=1))
        IndexJob.objects.filter(done_at=None).update(due_at=timezone.now())
        breaker.forget()
        for target in own_targets():
            inspect(target)
            tend(target)
        return breaker.state(self.product).is_true

    def heals(self) -> None:
        """By the worker alone, and then everything is as it should be.

        A node that has just started on a busy machine may once more be too slow for a search.
        """
        deadline = time.monotonic() + 120
        while not (self.worker_comes_by() and self.search() == Outcome.OK):
            assert time.monotonic() < deadline, breaker.state(self.product).reason
        for target in own_targets():
            assert verify(target, heal=False).pks == ()
        assert not IndexJob.objects.filter(done_at=None).exists()

    def connect(self, **changes: Any) -> None:
        """With other settings, as after a restart."""
        connection = replace(self.settings.SEARCH_SERVERS[self.product], **changes)
        self.settings.SEARCH_SERVERS = {self.product: connection}
        targets.engine_named.cache_clear()
        targets.writer_of.cache_clear()


@contextmanager
def served(
    product: str,
    server: Server,
    connection: Connection,
    client: Client,
    settings: Settings,
    secured: ssl.SSLContext | None = None,
) -> Iterator[Served]:
    """On a server, with nothing in it yet; warm, as a process of the web is before it serves."""
    warm()
    with (
        emptied(server, connection.prefix),
        proxy(connection.hosts[0], secured) as between,
        pytest.MonkeyPatch.context() as patched,
    ):
        made = Served(product, between, client, settings)
        settings.SEARCH_ENGINE = product
        made.connect(hosts=(between.address,), prefix=connection.prefix)
        _time(patched, made.waited)
        yield made


def _time(patched: pytest.MonkeyPatch, waited: list[float]) -> None:
    """Note how long each search waits for the server, answered or not."""
    in_time = asking._in_time

    def with_clock(*arguments: Any) -> Any:
        began = time.monotonic()
        try:
            return in_time(*arguments)
        finally:
            waited.append(time.monotonic() - began)

    patched.setattr(asking, "_in_time", with_clock)
