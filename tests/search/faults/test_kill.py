"""``kill -9`` at random moments, of all there is, while editors publish: nothing is lost, all heals."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from tests.search.faults.portal_process import LivePortal, ended, fetch, free_port, until

EDITORS = 2
#: Each kind of process once; with --slow eight times.
ROUNDS = [5, pytest.param(40, marks=pytest.mark.slow)]


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def is_alive(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


class Burst:
    """Web, worker, editors and rebuilds at the same time, and somebody who kills them."""

    def __init__(self, portal: LivePortal) -> None:
        self.portal = portal
        self.port = free_port()
        portal.extra = {"PORT": str(self.port), "WORKERS": "1", "LOG_LEVEL": "CRITICAL"}
        self.supervisor = portal.start("-m", "portal.supervisor", stdout=subprocess.DEVNULL)
        self.editors: list[subprocess.Popen[str]] = []
        self.rebuilds: list[subprocess.Popen[str]] = []
        self.names = 0

    def keep_editing(self) -> None:
        """Let there be two editors."""
        self.editors = [editor for editor in self.editors if editor.poll() is None]
        while len(self.editors) < EDITORS:
            self.names += 1
            arguments = (str(self.portal.folder), f"editor{self.names}", "60")
            self.editors.append(self.portal.start("-m", "tests.search.faults.editing_process", *arguments))

    def edits(self) -> int:
        """How many edits have been taken."""
        return sum(len(path.read_text().splitlines()) for path in self.portal.folder.glob("*.journal"))

    def victims(self) -> dict[str, list[int]]:
        """What can be killed now."""
        found = children(self.supervisor.pid)
        masters = [pid for pid in found if children(pid)]
        return {
            "web": [child for pid in masters for child in children(pid)],
            "web master": masters,
            "worker": [pid for pid in found if pid not in masters],
            "editor": [editor.pid for editor in self.editors if editor.poll() is None],
            "rebuild": [process.pid for process in self.rebuilds if process.poll() is None],
        }

    def round(self, number: int) -> None:
        """Wait a random moment and kill one of them; kinds take turns."""
        self.keep_editing()
        before = self.edits()
        assert until(lambda: self.edits() > before)  # processes take a while to start
        if number % 5 == 3:  # the turn of a rebuild
            silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            self.rebuilds.append(self.portal.start("manage.py", "search_index", "rebuild", **silent))
            time.sleep(1.5)  # so long it takes to start
        time.sleep(random.uniform(0.2, 1.2))
        kinds = ("worker", "editor", "web", "rebuild", "web master")
        chosen = self.victims()[kinds[number % len(kinds)]]
        for pid in random.sample(chosen, min(1, len(chosen))):
            os.kill(pid, signal.SIGKILL)

    def settle(self) -> None:
        """Editors go; what is left of the portal brings the index up to date by itself."""
        for process in (*self.editors, *self.rebuilds):
            process.kill()
            process.wait()
        wanted = {"Authorization": "Bearer only-for-tests"}
        assert until(lambda: '"open_jobs": 0' in fetch(self.port, "/health/", **wanted)[1], 90)


def assert_nothing_lost(portal: LivePortal) -> int:
    """What a journal says last of a page is so in the database, and the index equals the database."""
    last: dict[int, str] = {}
    for journal in portal.folder.glob("*.journal"):
        for line in journal.read_text().splitlines():
            pk, state = line.split()
            last[int(pk)] = state
    live = set(map(int, portal.run("-m", "tests.search.faults.live_pages").split()))
    assert {pk for pk, state in last.items() if state == "live"} <= live | _in_flight(portal, last)
    assert not {pk for pk, state in last.items() if state == "gone"} & live
    assert portal.drift() == "Missing 0, different 0, superfluous 0."
    return len(last)


def _in_flight(portal: LivePortal, last: dict[int, str]) -> set[int]:
    """The last page of a killed editor may have been withdrawn without a line in its journal."""
    journals = [path.read_text().splitlines() for path in portal.folder.glob("*.journal")]
    return {int(lines[-1].split()[0]) for lines in journals if lines}


def endure(portal: LivePortal, rounds: int, ending: signal.Signals) -> None:
    """So many kills, then all is well without anybody's help; nothing is left when the supervisor ends."""
    burst = Burst(portal)
    with ended(burst.supervisor):
        assert until(lambda: fetch(burst.port, "/health/")[0] == 200)
        for number in range(rounds):
            burst.round(number)
        burst.settle()
        assert until(lambda: fetch(burst.port, "/zoeken/?q=voorbeeld")[0] == 200)
        family = [pid for pids in burst.victims().values() for pid in pids]
        assert len(family) >= 3
        burst.supervisor.send_signal(ending)
        assert until(lambda: not any(map(is_alive, family)))
    assert assert_nothing_lost(portal)
    assert "available    yes" in portal.run("manage.py", "search_index", "status")
    if not portal.database_url:
        with sqlite3.connect(portal.folder / "portal.sqlite3") as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_on_sqlite(portal: LivePortal, rounds: int) -> None:
    endure(portal, rounds, signal.SIGTERM)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_on_postgres(portal_on_postgres: LivePortal, rounds: int) -> None:
    endure(portal_on_postgres, rounds, signal.SIGKILL)
