"""From HTML to a tagged PDF, without a single request to anywhere."""

from __future__ import annotations

import hashlib
import logging
import mimetypes
import threading
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache

#: The only addresses that a PDF may hold of its own: files of the portal's static folder.
SCHEME: Final = "static:"
#: A PDF is remembered this long, by the words it was made of: other words make another one.
KEPT_SECONDS: Final = 3600
#: Making one takes about a second of a processor; more at once would slow all pages down.
logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)  # six lines for every page otherwise
_one_at_a_time = threading.BoundedSemaphore(1)
PATIENCE_SECONDS: Final = 8.0


class TooBusy(Exception):
    """Another PDF is being made, and that takes too long to wait for."""


def make_pdf(html: str) -> bytes:
    """The PDF of a page, PDF/UA-1. Raises TooBusy when others are before it for too long."""
    key = f"pdf-{hashlib.sha256(html.encode()).hexdigest()}"
    if found := cache.get(key):
        return bytes(found)
    if not _one_at_a_time.acquire(timeout=PATIENCE_SECONDS):
        raise TooBusy
    try:
        made = _written(html)
    finally:
        _one_at_a_time.release()
    cache.set(key, made, KEPT_SECONDS)
    return made


def _written(html: str) -> bytes:
    # Loading it takes long, and most processes never need it.
    from weasyprint import HTML  # noqa: PLC0415
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    class OwnFiles(URLFetcher):  # type: ignore[misc, unused-ignore]
        """Static files of the portal; anything else is refused."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            path = own_file(url)
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, body=path.read_bytes(), headers={"Content-Type": kind})

    document = HTML(string=html, base_url=settings.WAGTAILADMIN_BASE_URL, url_fetcher=OwnFiles())
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return made


def own_file(url: str) -> Path:
    """The file behind ``static:fonts/x.woff2``; ValueError for every other address."""
    name = url.removeprefix(SCHEME).lstrip("/") if url.startswith(SCHEME) else ""
    found = finders.find(name) if name and ".." not in name else None
    if not isinstance(found, str):
        raise ValueError(f"A PDF fetches nothing but the portal's own files: {url}")
    return Path(found)
