"""Uploaded images and audio, served by the portal itself where no web server in front of it does.

Serves files of a few harmless types and nothing else. Documents are never served from here: they
go through Wagtail's document view, which knows who may read them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.utils._os import safe_join
from django.utils.crypto import salted_hmac
from django.views.decorators.http import condition, require_safe

#: Types a browser shows or plays and never runs. No SVG: it can hold scripts.
TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
}
DOCUMENTS = "documents"
#: Uploads as they came, with what a camera writes in them; visitors get renditions only.
ORIGINALS = "original_images"
BLOCK = 64 * 1024
#: Renditions get another name when the image or its crop changes. Not for caches that many share: the
#: picture of a withdrawn attempt must be gone for who had not seen it.
CACHE_CONTROL = "private, max-age=86400"
PRIVATE = "private, no-store"

#: One range; several at once are answered with the whole file, as the standard allows.
RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)


def _file(path: str) -> Path | None:
    """The file, when it may be served."""
    try:
        found = Path(safe_join(settings.MEDIA_ROOT, path))
    except (SuspiciousFileOperation, ValueError):
        return None
    inside = found.relative_to(Path(settings.MEDIA_ROOT).absolute())
    allowed = found.suffix.lower() in TYPES and inside.parts[0] != DOCUMENTS
    return found if allowed and found.is_file() else None


def _etag(request: HttpRequest, path: str) -> str | None:
    found = _file(path)
    if found is None or not _may_see(request, found):
        return None
    status = found.stat()
    # Hashed: the moment at which a picture was made would tell when its page was published.
    mark = salted_hmac("portal.media", f"{path} {status.st_mtime_ns} {status.st_size}").hexdigest()
    return f'"{mark}"'


def _is_original(found: Path) -> bool:
    return found.is_relative_to(Path(settings.MEDIA_ROOT).absolute() / ORIGINALS)


def _may_see(request: HttpRequest, found: Path) -> bool:
    """Originals are for the admin; asks for the session only where that matters."""
    return not _is_original(found) or request.user.has_perm("wagtailadmin.access_admin")


@require_safe
@condition(etag_func=_etag)
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file, or the part of it that the Range header asks for (players need that to jump)."""
    found = _file(path)
    if found is None or not _may_see(request, found):
        raise Http404
    size = found.stat().st_size
    wanted = _range(request, size, _etag(request, path))
    if wanted is None:
        response: HttpResponseBase = FileResponse(found.open("rb"), content_type=TYPES[found.suffix.lower()])
    elif not wanted:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    else:
        response = _part(found, wanted, size)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Cache-Control"] = PRIVATE if _is_original(found) else CACHE_CONTROL
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _range(request: HttpRequest, size: int, etag: str | None) -> range | None:
    """The bytes asked for; None for all of them; an empty range when the file has none of them."""
    match = RANGE.fullmatch(request.headers.get("Range", ""))
    if not match or match.group() == "bytes=-" or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = match.groups()
    if not first:
        return range(max(size - int(last), 0), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, size) if last else size)


def _part(found: Path, wanted: range, size: int) -> StreamingHttpResponse:
    headers = {
        "Content-Range": f"bytes {wanted.start}-{wanted.stop - 1}/{size}",
        "Content-Length": str(len(wanted)),
    }
    content_type = TYPES[found.suffix.lower()]
    return StreamingHttpResponse(
        _blocks(found.open("rb"), wanted), status=206, content_type=content_type, headers=headers
    )


def _blocks(file: IO[bytes], wanted: range) -> Iterator[bytes]:
    with file:
        file.seek(wanted.start, os.SEEK_SET)
        left = len(wanted)
        while left and (block := file.read(min(BLOCK, left))):
            left -= len(block)
            yield block
