"""The worker: index jobs, mail and recurring work, until SIGTERM or Ctrl-C. ``bin/serve`` starts it."""

from __future__ import annotations

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from portal.worker import work


class Command(BaseCommand):
    """Runs in the foreground."""

    help = __doc__ or ""

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Work until told to stop."""
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        work(stop)
