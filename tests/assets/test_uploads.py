"""Images and documents: what is honest comes in, what is hostile is refused with a word that helps."""

from __future__ import annotations

import errno
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from PIL import ExifTags, Image

from assets.models import PortalDocument, PortalImage
from portal.errors import is_of_a_full_disk
from tests.accounts.world import World, world
from tests.assets.files import HTML, OLE, PDF, SVG, claiming, packed, photo, picture

pytestmark = pytest.mark.django_db

WORD = "word/document.xml"


@pytest.fixture
def w(client: Client, settings: Any, tmp_path: Any) -> World:
    settings.MEDIA_ROOT = tmp_path
    made = world("Regioadviseur noord")
    client.force_login(made.user)
    return made


def send(client: Client, w: World, kind: str, name: str, content: bytes) -> Any:
    """By the form of one file; as several at once goes through the same check."""
    form = {"title": "Ons bestand", "file": SimpleUploadedFile(name, content)}
    return client.post(reverse(f"wagtail{kind}:add"), {**form, "collection": w.north.team.collection_id})


def refusal(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.context["form"].errors["file"])


HOSTILE_IMAGES = (
    ("drawing.svg", SVG, "JPG"),
    ("drawing.png", SVG, "bestandsformaat"),
    ("page.jpg", HTML, "bestandsformaat"),
    ("really-a-png.jpg", picture("PNG"), "bestandsformaat"),
    ("program.jpg", b"MZ" + bytes(200), "afbeelding"),
    ("moving.gif", picture("GIF"), "JPG"),
    ("bomb.png", claiming(60_000, 60_000, is_whole=False), "pixels"),
    ("sixty-million.png", claiming(10_000, 6_000), "pixels"),
    ("half.png", picture("PNG")[:40], "afbeelding"),
    ("photo.jpg.exe", photo(), "JPG"),
    ("empty.png", b"", "leeg"),
)
HOSTILE_DOCUMENTS = (
    ("page.html", HTML, "extensie"),
    ("page.pdf", HTML, ".pdf"),
    ("page.txt", b"\n  <!DOCTYPE html>" + HTML, ".txt"),
    ("script.csv", b"#!/bin/sh\nrm", ".csv"),
    ("program.txt", b"MZ\0\0", ".txt"),
    ("letter.docx", PDF, ".docx"),
    ("letter.docx", packed("iets-anders.xml"), ".docx"),
    ("letter.docx", packed(WORD)[:-30], ".docx"),
    ("letter.docx", OLE, "wachtwoord"),
    ("letter.docx", packed(WORD, "word/vbaProject.bin"), "macro"),
    ("sheet.ods", packed("content.xml", "Basic/Standard/Module1.xml"), "macro"),
    ("bomb.xlsx", packed("xl/workbook.xml", claimed=251 * 1024 * 1024), "kleiner"),
    ("letter.pdf.exe", PDF, "extensie"),
    ("empty.pdf", b"", "leeg"),
)
HONEST = (
    ("images", "../../portal.png", picture()),
    ("images", "con\u202egnp.png", picture()),
    ("images", "polyglot.png", picture() + HTML),
    ("docs", "../../../etc/passwd.pdf", PDF),
    ("docs", "letter.docx", packed(WORD, "[Content_Types].xml")),
    ("docs", "sheet.ods", packed("content.xml", "mimetype")),
    ("docs", "list.csv", "naam;aantal\nrooster;3".encode("cp1252")),
)


def test_hostile_files_are_refused_with_a_word_that_helps(w: World, client: Client) -> None:
    for kind, cases in (("images", HOSTILE_IMAGES), ("docs", HOSTILE_DOCUMENTS)):
        for name, content, word in cases:
            said = refusal(send(client, w, kind, name, content))
            assert word in said, (name, said)
    assert PortalImage.objects.count() == PortalDocument.objects.count() == 1  # those of the world


def test_honest_files_stay_where_they_belong(w: World, client: Client) -> None:
    for kind, name, content in HONEST:
        assert send(client, w, kind, name, content).status_code == 302, name
        model: Any = PortalImage if kind == "images" else PortalDocument
        stored = PurePosixPath(model.objects.latest("pk").file.name)
        assert stored.parent.name in {"original_images", "documents"}
        assert ".." not in str(stored)


def test_what_a_camera_wrote_along_does_not_reach_visitors(w: World, client: Client) -> None:
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        assert b"Verzonnen" in photo(kind)
        assert send(client, w, "images", f"foto.{kind.lower()}", photo(kind)).status_code == 302
        image = PortalImage.objects.latest("pk")
        for file in (image.file, image.get_rendition("width-20").file):
            with file.open("rb") as stored:
                assert b"Verzonnen" not in stored.read()
                shown = Image.open(stored)
                assert not shown.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        assert shown.size == (20, 40), kind  # still turned
        assert image.file_size == image.file.size


def test_a_full_disk_loses_nothing_and_says_so(
    w: World, client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(storage: FileSystemStorage, name: str, content: Any) -> str:
        half = Path(storage.path(name))
        half.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(content.read(5))
        raise OSError(errno.ENOSPC, "No space left on device")

    before = stored(tmp_path)
    monkeypatch.setattr(FileSystemStorage, "_save", full)
    client.raise_request_exception = False
    for kind, name, content in (("images", "a.png", picture()), ("docs", "a.pdf", PDF)):
        answer = send(client, w, kind, name, content)
        assert answer.status_code == HTTPStatus.INSUFFICIENT_STORAGE
        assert "schijf van het portaal is vol" in answer.content.decode()
    assert PortalImage.objects.count() == PortalDocument.objects.count() == 1
    assert stored(tmp_path) == before


def stored(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OperationalError("database or disk is full"), True),
        (OperationalError('could not extend file "base/1": No space left on device'), True),
        (OperationalError("database is locked"), False),
        (OSError(errno.EACCES, "Permission denied"), False),
        (None, False),
    ],
)
def test_what_a_full_disk_is(error: Exception | None, full: bool) -> None:
    assert is_of_a_full_disk(error) is full
