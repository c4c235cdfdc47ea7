"""Three real nodes with one replica: one of them is killed during a load of searches, and no search fails."""

from __future__ import annotations

import json
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from search.asking import SERVER_SECONDS
from tests.conftest import unavailable
from tests.nodes import NoNode
from tests.search.faults.own_node import OwnNode, own_node
from tests.search.faults.portal_process import LivePortal, ended

NAME = "elasticsearch"
PROCESSES = 3
#: So long they search before and after the node is killed, in seconds.
BEFORE, AFTER = 5, 15


@pytest.mark.slow
def test_one_of_three_killed_and_nobody_notices(portal: LivePortal, tmp_path: Path) -> None:
    try:
        with own_node(tmp_path, nodes=3) as cluster:
            portal.extra = {
                "SEARCH_ENGINE": NAME,
                "ELASTICSEARCH_URL": ",".join(cluster.addresses),
                "SEARCH_STAND_IN": "false",  # nobody hides a failure
            }
            portal.run("manage.py", "set_up_portal", "--verbosity=0")
            portal.run("manage.py", "generate_practices", "300", "--verbosity=0")
            portal.run("manage.py", "search_index", "rebuild", "--engine", NAME)
            cluster.request("GET", "/_cluster/health?wait_for_status=green&timeout=60s")
            told = load_while_one_is_killed(portal, cluster, holder_of_the_primary(cluster))
    except NoNode as error:
        unavailable(str(error))
    for each in told:
        assert set(each["outcomes"]) == {"ok"}, told
        assert each["outcomes"]["ok"] > 100, told
        assert each["slowest"] <= SERVER_SECONDS + 0.3, told


def load_while_one_is_killed(portal: LivePortal, cluster: OwnNode, victim: int) -> list[dict[str, Any]]:
    """What each of some processes tells that searched all the while."""
    with ExitStack() as opened:
        processes = [
            opened.enter_context(
                ended(
                    portal.start(
                        "-m", "tests.search.faults.searching_process",
                        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                    )
                )
            )
            for _process in range(PROCESSES)
        ]  # fmt: skip
        for process in processes:
            assert process.stdout and process.stdout.readline() == "ready\n"
        time.sleep(BEFORE)
        cluster.kill(victim)
        time.sleep(AFTER)
        return [json.loads(process.communicate(timeout=60)[0]) for process in processes]


def holder_of_the_primary(cluster: OwnNode) -> int:
    """The number of the node that holds the first copy of the index."""
    state = cluster.request("GET", "/_cluster/state/routing_table,nodes")
    ((_, index),) = state["routing_table"]["indices"].items()
    primary = next(copy for copy in index["shards"]["0"] if copy["primary"])
    name = state["nodes"][primary["node"]]["name"]
    return next(number for number, address in enumerate(cluster.addresses) if address.rsplit(":")[-1] in name)
