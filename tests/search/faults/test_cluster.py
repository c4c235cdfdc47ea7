"""Three real nodes with one replica: one of them is killed during a load of searches, and no search fails."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import TestCase
from pytest_django import Settings

from search import breaker
from search.index.rebuild import rebuild
from search.index.recovery import tend
from search.params import SearchParams
from search.results import Outcome
from search.service import search
from tests.conftest import unavailable
from tests.factories import contribution
from tests.nodes import NoNode
from tests.search.faults.own_node import own_node
from tests.search.faults.portal_process import until

NAME = "elasticsearch"
SEARCHES = 300


def is_warm() -> bool:
    """Whether it answers in time: the first searches of new nodes take longer, which is no fault here."""
    breaker.believe(NAME)
    return search(SearchParams(query="praktijkvoorbeeld")).outcome == Outcome.OK


@pytest.mark.slow
@pytest.mark.django_db
def test_one_of_three_killed_and_nobody_notices(index: Path, settings: Settings, tmp_path: Path) -> None:
    try:
        with own_node(tmp_path, nodes=3) as cluster:
            settings.SEARCH_ENGINE = NAME
            settings.SEARCH_STAND_IN = False  # nobody hides a failure
            prefix = f"test-{uuid.uuid4().hex[:8]}"
            here = replace(settings.SEARCH_SERVERS[NAME], hosts=cluster.addresses, prefix=prefix)
            settings.SEARCH_SERVERS = {NAME: here}
            with TestCase.captureOnCommitCallbacks(execute=True):
                for number in range(3):
                    contribution(title=f"Praktijkvoorbeeld {number}")
            rebuild(NAME)
            tend(NAME)
            cluster.request("GET", "/_cluster/health?wait_for_status=green&timeout=60s")
            assert until(is_warm)
            for number in range(SEARCHES):
                if number == SEARCHES // 3:
                    cluster.kill(number=1)
                results = search(SearchParams(query="praktijkvoorbeeld"))
                assert (results.outcome, results.total) == (Outcome.OK, 3), number
    except NoNode as error:
        unavailable(str(error))
