"""What passes between a portal and a real server: one request for a page, through https, from who may."""

from __future__ import annotations

import base64
import math
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from search import breaker
from search.engines import keeping
from search.facets import FACET_BY_KEY
from search.results import Outcome
from tests.search.engines.conftest import SERVERS
from tests.search.faults.certificate import Certificate, certificate
from tests.search.faults.portal_process import until
from tests.search.faults.served import Served, served
from vocabulary.vocabularies import Vocabulary

pytestmark = pytest.mark.django_db

KEY, USER, PASSWORD = "c2xldXRlbA==", "portaal", "een lang wachtwoord"
BY_KEY = {"api_key": KEY}
BY_NAME = {"user": USER, "password": PASSWORD}
MAY = (f"ApiKey {KEY}", "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode())

READING = "reading a whole index"

#: Each as what it changes in settings that are right.
WRONG: dict[str, dict[str, Any]] = {
    "another key": {"api_key": "Z2VyYWRlbg=="},
    "no key": {"api_key": ""},
    "another password": {"api_key": "", "user": USER, "password": "geraden"},
    "unknown authority": {"ca_file": ""},
}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """The server's."""
    return certificate(tmp_path_factory.mktemp("own") / "certificate")


@pytest.fixture(params=sorted(SERVERS))
def portal(
    request: pytest.FixtureRequest, own: Certificate, index: Path, client: Client, settings: Settings
) -> Iterator[Served]:
    """On each server in turn, filled through https with the key."""
    server, connection, _backend = SERVERS[request.param]()
    with served(request.param, server, connection, client, settings, own.secured) as made:
        made.proxy.authorizations = MAY
        made.connect(**BY_KEY, ca_file=str(own.authority))
        made.publish()
        made.heals()
        yield made


def test_a_page_of_results_is_one_request(portal: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(**query: str) -> list[str]:
        portal.proxy.asked.clear()
        assert portal.client.get("/zoeken/", query).status_code == 200
        return [line.rpartition("/")[2].partition("?")[0] for line in portal.proxy.asked]

    def is_quiet() -> bool:
        return READING not in {thread.name for thread in threading.enumerate()}

    monkeypatch.setattr(keeping, "AGE", math.inf)  # what is read beside pages, now and then
    portal.connect()
    portal.publish(6)
    chosen = {"q": "praktijkvoorbeeld", FACET_BY_KEY["theme"].param: f"een-{Vocabulary.THEME.value}"}
    nowhere = {"q": "dat staat nergens geschreven"}
    for query in ({}, chosen, nowhere):
        asked(**query)
    assert until(is_quiet)
    for query in ({}, {"q": "praktijkvoorbeeld"}, chosen):
        assert asked(**query) == ["_msearch"]
    assert 1 <= len(asked(**nowhere)) <= 6
    portal.delete()  # of few, what is on the same subject is shown below
    assert asked(q="praktijkvoorbeeld")[0] == "_msearch"
    assert len(portal.proxy.asked) <= 4


def test_https_by_key_and_by_name_and_who_proves_nothing_gets_the_reserve(
    portal: Served, own: Certificate
) -> None:
    right = {**BY_KEY, "user": "", "password": "", "ca_file": str(own.authority)}
    for how in (right, {**right, **BY_NAME, "api_key": ""}):
        portal.connect(**how)
        portal.publish()
        assert portal.search() == Outcome.OK
    for wrong in WRONG.values():
        portal.connect(**right | wrong)
        breaker.believe(portal.product)  # so that it is asked, though it failed a moment ago
        assert portal.search() == Outcome.DEGRADED
        portal.publish()
        assert portal.search() == Outcome.DEGRADED
    portal.connect(**right)
    portal.heals()
