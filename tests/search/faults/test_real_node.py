"""Every fault of a real search server: searches right and in time, edits kept, all healed by itself."""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from search.engines.base import EngineUnavailable
from search.engines.connection import Connection
from search.engines.elasticsearch import sending
from search.engines.elasticsearch.server import ElasticsearchServer, Server
from search.engines.opensearch import OpenSearchServer
from search.index import rebuild as rebuilding
from search.index.rebuild import rebuild
from search.results import Outcome
from tests.conftest import unavailable
from tests.nodes import NoNode
from tests.search.faults.own_node import OwnNode, own_node
from tests.search.faults.portal_process import LivePortal, ended, free_port, until
from tests.search.faults.served import Served, served
from tests.search.faults.visitor import Visitor

pytestmark = pytest.mark.django_db

ELASTICSEARCH, OPENSEARCH = "elasticsearch", "opensearch"
SERVERS: dict[str, Callable[[Connection], Server]] = {
    ELASTICSEARCH: ElasticsearchServer,
    OPENSEARCH: OpenSearchServer,
}

#: All kinds, and in the end there is as much to be found as before.
EDITS = 5


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


@pytest.fixture
def site(node: OwnNode, index: Path, client: Client, settings: Settings) -> Iterator[Served]:
    """A portal on it, filled, and well."""
    connection = Connection(node.addresses, prefix=f"test-{uuid.uuid4().hex[:8]}")
    with served(node.product, SERVERS[node.product](connection), connection, client, settings) as made:
        made.publish(3)
        made.heals()
        yield made


def live_alias(node: OwnNode) -> str:
    """The alias of the live index, the only one on the node."""
    told: dict[str, Any] = node.request("GET", "/test-*/_alias")
    aliases = [alias for index in told.values() for alias in index["aliases"]]
    return next(str(alias) for alias in aliases if not alias.endswith("-w"))


def live_index(node: OwnNode) -> str:
    """The live index."""
    return str(next(iter(node.request("GET", f"/test-*/_alias/{live_alias(node)}"))))


def killed(site: Served, node: OwnNode) -> Callable[[], object]:
    node.kill()
    return node.start


def frozen(site: Served, node: OwnNode) -> Callable[[], object]:
    node.freeze()
    return node.thaw


def answering(status: int) -> Callable[[Served, OwnNode], Callable[[], object]]:
    def fault(site: Served, node: OwnNode) -> Callable[[], object]:
        site.proxy.status = status
        return lambda: setattr(site.proxy, "status", 0)

    return fault


def nobody_helps() -> None:
    """What the portal mends by itself."""


def read_only(site: Served, node: OwnNode) -> Callable[[], object]:
    node.request("PUT", f"/{live_index(node)}/_settings", {"index.blocks.write": True})
    return nobody_helps


def alias_missing(site: Served, node: OwnNode) -> Callable[[], object]:
    node.request("DELETE", f"/{live_index(node)}/_alias/{live_alias(node)}")
    return nobody_helps


def index_deleted(site: Served, node: OwnNode) -> Callable[[], object]:
    node.request("DELETE", f"/{live_index(node)}")
    return nobody_helps


def wrong_mapping(site: Served, node: OwnNode) -> Callable[[], object]:
    """Somebody made an index by hand where ours was, without our fields."""
    alias = live_alias(node)
    node.request("DELETE", f"/{live_index(node)}")
    node.request("PUT", f"/{alias}-900", {"aliases": {alias: {}}})
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


@pytest.mark.parametrize("node", [ELASTICSEARCH, OPENSEARCH], indirect=True)
def test_no_fault_shows(
    site: Served, node: OwnNode, caplog: pytest.LogCaptureFixture, subtests: pytest.Subtests
) -> None:
    """One after another. Nothing withdrawn or deleted is found by the very next search, nor ever after."""
    for name, fault in FAULTS.items():
        with subtests.test(name):
            caplog.clear()
            end = fault(site, node)
            try:
                site.search()
                for _edit in range(EDITS):
                    site.edit()
                    assert site.search() == Outcome.DEGRADED
            finally:
                end()
            assert any(is_telling(log) and node.product in log.getMessage() for log in caplog.records)
            site.heals()


def is_telling(log: logging.LogRecord) -> bool:
    """Whether it is the search that speaks, and loud enough for an operator."""
    return log.levelno >= logging.WARNING and log.name.startswith("search.")


@pytest.mark.slow
def test_killed_in_the_middle_of_a_burst_of_edits(site: Served, node: OwnNode) -> None:
    for number in range(500):
        if number == 150:
            threading.Timer(0.05, node.kill).start()
        site.edit()
        if number % 10 == 0:
            site.search()
    assert site.search() == Outcome.DEGRADED
    node.start()
    site.heals()


def test_killed_in_the_middle_of_a_rebuild(
    site: Served, node: OwnNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By then one document at least is in the new index, and another is not."""
    monkeypatch.setattr(rebuilding, "BATCH", 1)
    monkeypatch.setattr(sending, "_LARGEST_REQUEST", 1)
    live = live_index(node)

    def halfway(done: int, total: int) -> None:
        if done == total:
            node.kill()

    with pytest.raises(EngineUnavailable):
        rebuild(ELASTICSEARCH, progress=halfway)
    assert site.search() == Outcome.DEGRADED
    site.edit()
    node.start()
    (half,) = {*node.request("GET", "/test-*")} - {live}
    node.request("POST", f"/{half}/_refresh")
    assert 0 < node.request("GET", f"/{half}/_count")["count"] < len(site.visible)
    site.heals()
    rebuild(ELASTICSEARCH)  # as who began it does
    assert half not in node.request("GET", "/test-*")
    assert site.search() == Outcome.OK


def test_killed_while_all_work_and_back_with_nobodys_help(
    portal: LivePortal, node: OwnNode, tmp_path: Path
) -> None:
    """Real processes: web, worker, an editor, a visitor who never sees anything wrong, and the node."""
    portal.extra = {
        "SEARCH_ENGINE": ELASTICSEARCH,
        "ELASTICSEARCH_URL": node.addresses[0],
        "SEARCH_INDEX_PREFIX": "live",
        "PORT": str(free_port()),
        "WORKERS": "1",
    }
    log = tmp_path / "log"
    with (
        log.open("w") as told,
        ended(portal.start("-m", "portal.supervisor", stdout=told, stderr=told)),
    ):
        visitor = Visitor(portal)
        assert until(visitor.is_served)
        assert until(lambda: not visitor.sees_notice()), "the worker fills a server that is new"
        editing = ("-m", "tests.search.faults.editing_process", str(portal.folder), "editor", "17")
        with ended(portal.start(*editing, stderr=told)) as editor:
            assert until(lambda: len(visitor.journal()) > 2)
            node.kill()
            while editor.poll() is None:
                visitor.sees_notice()
            assert editor.returncode == 0
        assert len(visitor.journal()) == 17
        assert visitor.sees_notice()
        assert "portal_search_stands_in 1.0" in visitor.figures()
        node.start()
        assert until(lambda: not visitor.sees_notice(), 120)
        assert "portal_search_stands_in 0.0" in visitor.figures()
        assert set(portal.drift().splitlines()) == {
            f"{target}: Missing 0, different 0, superfluous 0." for target in ("embedded", ELASTICSEARCH)
        }
    assert f"Index {ELASTICSEARCH} is left alone for a while" in log.read_text()
    assert f"Index {ELASTICSEARCH} answers again" in log.read_text()
