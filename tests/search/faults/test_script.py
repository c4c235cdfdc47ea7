"""``bin/elasticsearch`` leaves no process behind, whether it is asked to stop or killed."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest

from tests.conftest import unavailable
from tests.nodes import NoNode
from tests.search.faults.own_node import own_node
from tests.search.faults.portal_process import until
from tests.search.faults.test_kill import is_alive


@pytest.mark.parametrize(
    ("product", "nodes"), [("elasticsearch", 1), pytest.param("opensearch", 3, marks=pytest.mark.slow)]
)
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_its_nodes_end_with_it(product: str, nodes: int, how: signal.Signals, tmp_path: Path) -> None:
    if shutil.which("setpriv") is None:
        unavailable("No setpriv is installed (apt-get install util-linux).")
    try:
        with own_node(tmp_path, nodes, product) as node:
            assert node.process
            assert len(node.pids) == nodes
            os.kill(node.process.pid, how)
            assert until(lambda: not any(map(is_alive, node.pids)))
    except NoNode as error:
        unavailable(str(error))
