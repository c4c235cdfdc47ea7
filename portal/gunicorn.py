"""Gunicorn's configuration, for ``bin/demo`` and ``bin/serve``: two processes of four threads.

Threads, because much of a request waits for SQLite or a client; two processes, because Python
computes in one thread at a time and a release or a crash of one leaves the other serving.
"""

from __future__ import annotations

import logging
import socket
import sys
from contextlib import closing
from typing import Any

from portal.settings.environment import BASE_URL, Variable

HOST = Variable("HOST", "127.0.0.1", "Address the server listens at. 0.0.0.0: on all of the machine's.")
PORT = Variable("PORT", "8000", "Port the server listens at.")
WORKERS = Variable("WORKERS", "2", "Number of server processes; one or two for each core.")
THREADS = Variable("THREADS", "4", "Number of threads in each server process.")
SERVER_VARIABLES = (HOST, PORT, WORKERS, THREADS)

bind = f"{HOST.text()}:{PORT.text()}"
worker_class = "gthread"
workers = int(WORKERS.text())
threads = int(THREADS.text())
timeout = 60
graceful_timeout = 20
keepalive = 5
#: A process is replaced now and then, so that a slow leak never becomes a fault; never all at once.
max_requests = 5000
max_requests_jitter = 1000
loglevel = "warning"
control_socket_disable = True


def on_starting(_server: Any) -> None:
    """One clear sentence instead of five attempts and a trace when the port is taken."""
    with closing(socket.socket(socket.AF_INET6 if ":" in HOST.text() else socket.AF_INET)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST.text(), int(PORT.text())))
        except OSError as error:
            sys.exit(f"Cannot listen at {bind} ({error.strerror}). Choose another port: PORT=8001")


def post_worker_init(worker: Any) -> None:
    """Load dictionaries, labels and index before the first visitor comes."""
    from django.db import DatabaseError, connections  # noqa: PLC0415 - Django is set up only now

    from portal.warming import settle_memory, warm_process  # noqa: PLC0415

    try:
        warm_process()
        settle_memory()
    except DatabaseError:
        logging.getLogger(__name__).exception("The database does not answer; serving all the same")
    finally:
        connections.close_all()
    if worker.age == 1:  # the first process; later ones replace it without a word
        print(f"The portal answers at {BASE_URL.text()} (listening at {bind}). Stop with Ctrl-C.", flush=True)  # noqa: T201
