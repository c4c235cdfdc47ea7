"""A real search server of a test's own, to be killed, frozen and meddled with; its data outlives it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.house.repository import ROOT
from tests.nodes import NoNode
from tests.search.faults.portal_process import free_port

_PATIENCE_SECONDS = 240


class OwnNode:
    """One node, or a cluster of several on successive ports."""

    def __init__(self, folder: Path, nodes: int = 1, product: str = "elasticsearch") -> None:
        self.folder, self.nodes, self.product = folder, nodes, product
        self.port = free_port()
        self.process: subprocess.Popen[str] | None = None
        self.pids: list[int] = []

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where its nodes answer."""
        return tuple(f"http://127.0.0.1:{self.port + number}" for number in range(self.nodes))

    @property
    def is_running(self) -> bool:
        """Whether it was started and has not ended."""
        return self.process is not None and self.process.poll() is None

    def start(self) -> None:
        """Start, and wait until it answers. Raises NoNode."""
        log = self.folder / "log"
        # A shell that runs the tests in the background has them ignore Ctrl-C, and so would the script.
        command = ["env", "--default-signal=INT", f"{ROOT}/bin/elasticsearch"]
        command += ["--port", str(self.port), "--nodes", str(self.nodes)]
        command += ["--data", str(self.folder / "data"), "--while", str(os.getpid())]
        if self.product == "opensearch":
            command.append("--opensearch")
        with log.open("w") as out:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, text=True,
                start_new_session=True,
            )  # fmt: skip
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while "Ready" not in log.read_text():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.process.terminate()
                raise NoNode(f"No {self.product} on this machine: {log.read_text().strip().splitlines()[-1]}")
            time.sleep(0.2)
        self.pids = [int(pid) for pid in re.findall(r"process (\d+)", log.read_text())]

    def kill(self, number: int = 0) -> None:
        """``kill -9``; the only one is not started again by itself."""
        os.kill(self.pids[number], signal.SIGKILL)
        if self.nodes == 1 and self.process:
            self.process.wait(60)

    def freeze(self) -> None:
        """SIGSTOP: it takes connections and says nothing."""
        os.kill(self.pids[0], signal.SIGSTOP)

    def thaw(self) -> None:
        """SIGCONT."""
        os.kill(self.pids[0], signal.SIGCONT)

    def stop(self) -> None:
        """End it."""
        if self.process and self.is_running:
            self.process.terminate()
            self.process.wait(60)

    def request(self, method: str, path: str, body: Any = None) -> Any:
        """What an administrator would type."""
        request = urllib.request.Request(
            f"{self.addresses[0]}{path}", method=method, headers={"Content-Type": "application/json"},
            data=json.dumps(body).encode() if body is not None else None,
        )  # fmt: skip
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.loads(response.read())


@contextmanager
def own_node(folder: Path, nodes: int = 1, product: str = "elasticsearch") -> Iterator[OwnNode]:
    """Started, and gone at the end."""
    node = OwnNode(folder, nodes, product)
    try:
        node.start()
        yield node
    finally:
        node.stop()
