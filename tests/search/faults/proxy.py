"""Between the portal and a search server: passes everything on, or answers with an error of its own.

It can speak https and ask who is there, as a server on a network does.
"""

from __future__ import annotations

import http.client
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


class Proxy(ThreadingHTTPServer):
    """``status`` 0 passes on; another is what every request gets. ``asked`` holds what came, in order.

    Only requests with one of ``authorizations`` are passed on, where there are any.
    """

    daemon_threads = True

    def __init__(self, behind: str, secured: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind = urlsplit(behind).netloc
        self.secured = secured
        self.status = 0
        self.asked: list[str] = []
        self.authorizations: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"{'https' if self.secured else 'http'}://127.0.0.1:{self.server_port}"

    def finish_request(self, request: Any, client_address: Any) -> None:
        """In the request's own thread; who hangs up while hands are shaken has reasons of his own."""
        if self.secured:
            try:
                request = self.secured.wrap_socket(request, server_side=True)
            except OSError:
                return
        super().finish_request(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Proxy
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append(f"{self.command} {self.path}")
        if self.server.status:
            self._refuse(self.server.status)
            return
        if self.server.authorizations and self.headers["Authorization"] not in self.server.authorizations:
            self._refuse(401)
            return
        connection = http.client.HTTPConnection(self.server.behind, timeout=60)
        try:
            connection.request(self.command, self.path, body, dict(self.headers))
            response = connection.getresponse()
            self._send(response.status, response.read(), dict(response.getheaders()))
        except OSError:
            self.close_connection = True  # as if the server had hung up
        finally:
            connection.close()

    def _refuse(self, status: int) -> None:
        self._send(status, b'{"error":"refused"}', {"Content-Type": "application/json"})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in {"content-length", "transfer-encoding", "connection"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _answer  # noqa: N815 - names of the library

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library calls it
        """Say nothing."""


@contextmanager
def proxy(behind: str, secured: ssl.SSLContext | None = None) -> Iterator[Proxy]:
    """Listening in a thread of its own."""
    made = Proxy(behind, secured)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()
