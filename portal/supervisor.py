"""Web and worker as one: ``python -m portal.supervisor``. Starts both, and stops both.

A child that is killed is started again. When the web gives up by itself (its port is taken, its
settings are wrong) all of it ends, and systemd or the container decides what follows. When this
process itself is killed the system tells both to stop, so nothing is left behind.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from types import FrameType

WEB = (sys.executable, "-m", "gunicorn", "--config", "portal/gunicorn.py", "portal.wsgi")
WORKER = (sys.executable, "manage.py", "work")

POLL_SECONDS = 0.2
#: Gunicorn lets running requests end for twenty seconds.
PATIENCE_SECONDS = 25.0
_PR_SET_PDEATHSIG = 1


class Supervisor:
    """Two children and what becomes of them."""

    def __init__(self, web: tuple[str, ...] = WEB, worker: tuple[str, ...] = WORKER) -> None:
        self.commands = {"web": web, "worker": worker}
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        self.stopping = False
        self.restarts = 0

    def run(self) -> int:
        """Until a signal says so or the web gives up; the exit code of the web."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._stop)
        for name in self.commands:
            self._start(name)
        while not self.stopping:
            for name, child in list(self.children.items()):
                if child.poll() is None:
                    continue
                if name == "web" and child.returncode >= 0:  # it gave up by itself, and has said why
                    return self._end()
                self._restart(name)
            time.sleep(POLL_SECONDS)
        return self._end()

    def _start(self, name: str) -> None:
        # A session of its own: Ctrl-C in a terminal reaches only this process, which passes it on.
        self.children[name] = subprocess.Popen(  # noqa: S603 - our own two commands
            self.commands[name],
            start_new_session=True,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 - there are no threads here
        )

    def _restart(self, name: str) -> None:
        """Again, after a moment that grows, so that what dies at once does not keep the machine busy."""
        print(f"The {name} ended ({self.children[name].returncode}); again.", file=sys.stderr, flush=True)  # noqa: T201
        with suppress(ProcessLookupError):  # orphans of a killed gunicorn still hold its port
            os.killpg(self.children[name].pid, signal.SIGKILL)
        time.sleep(min(0.5 + self.restarts * 0.5, 10))
        self.restarts += 1
        if not self.stopping:
            self._start(name)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True

    def _end(self) -> int:
        for child in self.children.values():
            with suppress(ProcessLookupError):
                child.terminate()
        deadline = time.monotonic() + PATIENCE_SECONDS
        for child in self.children.values():
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
        return 0 if self.stopping else self.children["web"].returncode


def _end_with_parent() -> None:
    """Ask Linux to send SIGTERM when the parent dies; elsewhere do without."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(Supervisor().run())
