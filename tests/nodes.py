"""Search servers for the tests: real ones, started once for a run of tests and shared by its processes.

``ELASTICSEARCH_URL`` and ``OPENSEARCH_URL`` of the environment name one that is there already; what ``.env``
says is a real portal's and never used. Otherwise ``bin/elasticsearch`` starts one when the first test asks
for it; it ends with the run, however that ends.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from tests.house.repository import ROOT

PRODUCTS = {"elasticsearch": "ELASTICSEARCH_URL", "opensearch": "OPENSEARCH_URL"}

#: A first start on a busy machine; without a download, which .ci/run does beforehand.
_PATIENCE_SECONDS = 240


class NoNode(Exception):
    """No server can be started here; the message is the reason in one sentence."""


def node_address(product: str) -> str:
    """Where a server of the product answers; raises NoNode."""
    if address := os.environ.get(PRODUCTS[product]):
        return address
    folder = _folder()
    folder.mkdir(exist_ok=True)
    with (folder / f"{product}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        reason, address_file = folder / f"{product}.reason", folder / f"{product}.address"
        if reason.exists():
            raise NoNode(reason.read_text())
        if not address_file.exists():
            try:
                address_file.write_text(_start(product, folder))
            except NoNode as error:
                reason.write_text(str(error))
                raise
        return address_file.read_text()


def stop_nodes() -> None:
    """End what this run of tests started; they would end by themselves a moment later."""
    for pid in _folder().glob("*.pid"):
        process = int(pid.read_text())
        try:
            os.kill(process, signal.SIGTERM)
            _wait_for_end(process)
        except ProcessLookupError:
            continue
    shutil.rmtree(_folder(), ignore_errors=True)


def _run() -> int:
    """The process that all processes of this run have in common."""
    return os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()


def _folder() -> Path:
    return Path(tempfile.gettempdir()) / f"portal-nodes-{_run()}"


def _start(product: str, folder: Path) -> str:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = folder / f"{product}.log"
    command = [f"{ROOT}/bin/elasticsearch", "--port", str(port), "--while", str(_run())]
    if product == "opensearch":
        command.append("--opensearch")
    with log.open("w") as out:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    (folder / f"{product}.pid").write_text(str(process.pid))
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while "Ready" not in log.read_text():
        if process.poll() is not None or time.monotonic() > deadline:
            process.terminate()
            raise NoNode(f"No {product} on this machine: {log.read_text().strip().splitlines()[-1]}")
        time.sleep(0.2)
    return f"http://127.0.0.1:{port}"


def _wait_for_end(process: int) -> None:
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        try:
            if os.waitpid(process, os.WNOHANG)[0]:
                return
        except ChildProcessError:  # a worker's child, not ours
            os.kill(process, 0)
        time.sleep(0.1)
