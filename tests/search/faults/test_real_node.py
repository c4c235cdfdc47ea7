"""Every fault of a real search server: searches right and in time, edits kept, all healed by itself."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, TestCase
from django.utils import timezone
from pytest_django import Settings

from search import asking, breaker
from search.engines.base import EngineUnavailable
from search.index import rebuild as rebuilding
from search.index.active import own_targets
from search.index.rebuild import rebuild
from search.index.recovery import inspect, tend
from search.index.verification import verify
from search.language import warm
from search.models import IndexJob, TargetState
from search.results import Outcome
from tests.conftest import unavailable
from tests.factories import contribution
from tests.nodes import NoNode
from tests.search.faults.own_node import OwnNode, own_node
from tests.search.faults.proxy import Proxy, proxy

pytestmark = pytest.mark.django_db

ELASTICSEARCH, OPENSEARCH = "elasticsearch", "opensearch"
committed = TestCase.captureOnCommitCallbacks

#: What a search may wait for the engine; the rest of its two seconds is for the stand-in and the page.
BUDGET = asking.SERVER_SECONDS + 0.2
EDITS = 4


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], OwnNode]]:
    """A node of this module's own of each product, when it is first asked for."""
    with ExitStack() as opened:

        @cache
        def node_of(product: str) -> OwnNode:
            try:
                return opened.enter_context(own_node(tmp_path_factory.mktemp(product), product=product))
            except NoNode as error:
                unavailable(str(error))

        yield node_of


@pytest.fixture
def node(nodes: Callable[[str], OwnNode], request: pytest.FixtureRequest) -> OwnNode:
    """Elasticsearch, unless the test names another; running, however the test before it ended."""
    chosen = nodes(getattr(request, "param", ELASTICSEARCH))
    if not chosen.is_running:
        chosen.start()
    return chosen


@dataclass
class Portal:
    """A portal on a real node, with a proxy between, and a clock on what it waits for the engine."""

    node: OwnNode
    proxy: Proxy
    client: Client
    prefix: str
    waited: list[float] = field(default_factory=list)
    published: list[str] = field(default_factory=list)

    def publish(self, title: str) -> None:
        """An edit that must be kept."""
        with committed(execute=True):
            contribution(title=title)
        self.published.append(title)

    def search(self) -> Outcome:
        """Search for all that was published: it is found, in time, with the truth about who says so."""
        response = self.client.get("/zoeken/", {"q": "praktijkvoorbeeld"})
        assert response.status_code == 200
        results = response.context["results"]
        assert results.total == len(self.published)
        assert ('<div class="notice">' in response.content.decode()) == (results.outcome == Outcome.DEGRADED)
        assert not self.waited or max(self.waited) <= BUDGET
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
        return breaker.state(self.node.product).is_true

    def heals(self) -> None:
        """By the worker alone, and then everything is as it should be.

        A node that has just started on a busy machine may once more be too slow for a search.
        """
        deadline = time.monotonic() + 120
        while not (self.worker_comes_by() and self.search() == Outcome.OK):
            assert time.monotonic() < deadline, breaker.state(self.node.product).reason
        for target in own_targets():
            assert verify(target, heal=False).pks == ()
        assert not IndexJob.objects.filter(done_at=None).exists()

    def index_name(self) -> str:
        """The live index."""
        return str(next(iter(self.node.request("GET", f"/{self.prefix}-*/_alias/{self.alias()}"))))

    def alias(self) -> str:
        """The alias of the live index."""
        told: dict[str, Any] = self.node.request("GET", f"/{self.prefix}-*/_alias")
        aliases = [alias for index in told.values() for alias in index["aliases"]]
        return next(str(alias) for alias in aliases if not alias.endswith("-w"))


@pytest.fixture
def portal(
    node: OwnNode, index: Path, settings: Settings, client: Client, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Portal]:
    """Filled, and well; warm, as a process of the web is before it serves."""
    warm()
    with proxy(node.addresses[0]) as between:
        settings.SEARCH_ENGINE = node.product
        prefix = f"test-{uuid.uuid4().hex[:8]}"
        here = replace(settings.SEARCH_SERVERS[node.product], hosts=(between.address,), prefix=prefix)
        settings.SEARCH_SERVERS = {node.product: here}
        made = Portal(node, between, client, prefix)
        timed(monkeypatch, made.waited)
        for number in range(3):
            made.publish(f"Praktijkvoorbeeld {number}")
        made.heals()
        yield made
        for name in node.request("GET", f"/{prefix}-*/_alias"):
            node.request("DELETE", f"/{name}")


def timed(monkeypatch: pytest.MonkeyPatch, waited: list[float]) -> None:
    """Note how long each search waits for the server, answered or not."""
    in_time = asking._in_time

    def with_clock(*arguments: Any) -> Any:
        began = time.monotonic()
        try:
            return in_time(*arguments)
        finally:
            waited.append(time.monotonic() - began)

    monkeypatch.setattr(asking, "_in_time", with_clock)


def killed(portal: Portal) -> Callable[[], object]:
    portal.node.kill()
    return portal.node.start


def frozen(portal: Portal) -> Callable[[], object]:
    portal.node.freeze()
    return portal.node.thaw


def answering(status: int) -> Callable[[Portal], Callable[[], object]]:
    def fault(portal: Portal) -> Callable[[], object]:
        portal.proxy.status = status
        return lambda: setattr(portal.proxy, "status", 0)

    return fault


def nobody_helps() -> None:
    """What the portal mends by itself."""


def read_only(portal: Portal) -> Callable[[], object]:
    portal.node.request("PUT", f"/{portal.index_name()}/_settings", {"index.blocks.write": True})
    return nobody_helps


def alias_missing(portal: Portal) -> Callable[[], object]:
    portal.node.request("DELETE", f"/{portal.index_name()}/_alias/{portal.alias()}")
    return nobody_helps


def index_deleted(portal: Portal) -> Callable[[], object]:
    portal.node.request("DELETE", f"/{portal.index_name()}")
    return nobody_helps


def wrong_mapping(portal: Portal) -> Callable[[], object]:
    """Somebody made an index by hand where ours was, without our fields."""
    alias = portal.alias()
    portal.node.request("DELETE", f"/{portal.index_name()}")
    portal.node.request("PUT", f"/{alias}-900", {"aliases": {alias: {}}})
    return nobody_helps


FAULTS = {
    "killed": killed,
    "frozen": frozen,
    "429": answering(429),
    "503": answering(503),
    "read-only": read_only,
    "alias missing": alias_missing,
    "index deleted": index_deleted,
    "wrong mapping": wrong_mapping,
}

#: What differs between the two is the client: how it takes silence, and what is no longer there.
ON = [
    *((ELASTICSEARCH, name) for name in FAULTS),
    *((OPENSEARCH, name) for name in ("killed", "frozen", "503", "index deleted")),
]


@pytest.mark.parametrize(("node", "name"), ON, indirect=["node"])
def test_no_fault_shows(name: str, portal: Portal) -> None:
    end = FAULTS[name](portal)
    try:
        portal.search()
        for number in range(EDITS):
            portal.publish(f"Praktijkvoorbeeld {name} {number}")
            assert portal.search() == Outcome.DEGRADED
    finally:
        end()
    portal.heals()


@pytest.mark.parametrize("edits", [60, pytest.param(500, marks=pytest.mark.slow)])
def test_killed_in_the_middle_of_a_burst_of_edits(edits: int, portal: Portal) -> None:
    for number in range(edits):
        if number == edits // 3:
            threading.Timer(0.05, portal.node.kill).start()
        portal.publish(f"Praktijkvoorbeeld salvo {number}")
        if number % 10 == 0:
            portal.search()
    assert portal.search() == Outcome.DEGRADED
    portal.node.start()
    portal.heals()


def test_killed_in_the_middle_of_a_rebuild(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 1)

    def halfway(done: int, _total: int) -> None:
        if done == 2:
            portal.node.kill()

    with pytest.raises(EngineUnavailable):
        rebuild(ELASTICSEARCH, progress=halfway)
    assert portal.search() == Outcome.DEGRADED
    portal.node.start()
    portal.heals()
