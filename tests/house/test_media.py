"""Images and audio are served whole or in part; nothing else in the media folder is."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import Client
from pytest_django import Settings

SOUND = bytes(range(256)) * 1000
SIZE = len(SOUND)


@pytest.fixture(autouse=True)
def media_root(settings: Settings, tmp_path: Path) -> Path:
    """A media folder with one file that may be served and several that may not."""
    root = tmp_path / "media"
    for name in ("sound.mp3", "documents/secret.png", "images/photo.JPG", "page.html", "drawing.svg"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(SOUND)
    (tmp_path / "outside.png").write_bytes(SOUND)
    settings.MEDIA_ROOT = root
    return root


def body(response: HttpResponseBase) -> bytes:
    """All bytes of a streamed answer."""
    assert isinstance(response, StreamingHttpResponse)
    return b"".join(response)


def test_whole_file_with_a_safe_type(client: Client) -> None:
    response = client.get("/media/images/photo.JPG")
    assert (response.status_code, body(response)) == (200, SOUND)
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Length"] == str(SIZE)
    assert response["Accept-Ranges"] == "bytes"
    assert not response.cookies


@pytest.mark.parametrize(
    "path",
    ["documents/secret.png", "page.html", "drawing.svg", "none.png", "", "images", "../outside.png",
     "images/../documents/secret.png", "images/..%2f..%2foutside.png", "%00.png"],
)  # fmt: skip
@pytest.mark.django_db
def test_everything_else_is_not_there(client: Client, path: str) -> None:
    assert client.get(f"/media/{path}").status_code == 404


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("0-0", 0, 0), ("10-99", 10, 99), ("200000-", 200_000, SIZE - 1), ("-500", SIZE - 500, SIZE - 1),
     ("255000-999999999", 255_000, SIZE - 1), (f"-{SIZE * 2}", 0, SIZE - 1)],
)  # fmt: skip
def test_one_part(client: Client, asked: str, first: int, last: int) -> None:
    response = client.get("/media/sound.mp3", headers={"range": f"bytes={asked}"})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert response["Content-Length"] == str(last - first + 1)
    assert body(response) == SOUND[first : last + 1]


@pytest.mark.parametrize("asked", [f"{SIZE}-", "999999999-", "-0"])
def test_a_part_that_is_not_there(client: Client, asked: str) -> None:
    response = client.get("/media/sound.mp3", headers={"range": f"bytes={asked}"})
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{SIZE}")


@pytest.mark.parametrize(
    "asked", ["bytes=-", "bytes=5-2", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "nonsense"]
)
def test_a_range_that_is_not_understood_is_ignored(client: Client, asked: str) -> None:
    response = client.get("/media/sound.mp3", headers={"range": asked})
    assert (response.status_code, body(response)) == (200, SOUND)


def test_unchanged_files_are_not_sent_again(client: Client, media_root: Path) -> None:
    etag = client.get("/media/sound.mp3")["ETag"]
    assert client.get("/media/sound.mp3", headers={"if-none-match": etag}).status_code == 304
    (media_root / "sound.mp3").write_bytes(b"another")
    changed = client.get("/media/sound.mp3", headers={"range": "bytes=0-1", "if-range": etag})
    assert (changed.status_code, body(changed)) == (200, b"another")


def test_when_a_file_was_made_is_not_told(client: Client, media_root: Path) -> None:
    response = client.get("/media/sound.mp3")
    moment = (media_root / "sound.mp3").stat().st_mtime_ns
    assert "Last-Modified" not in response
    assert not {f"{moment:x}", str(moment), str(moment // 10**9)} & set(
        response["ETag"].strip('"').split("-")
    )


def test_only_reading(client: Client) -> None:
    assert client.post("/media/sound.mp3").status_code == 405
    head = client.head("/media/sound.mp3")
    assert (head.status_code, head["Content-Length"], body(head)) == (200, str(SIZE), b"")
