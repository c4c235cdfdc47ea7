"""Files that are no honest spreadsheet: refused with a word, never a fault of ours, never much memory."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from editorial.importing import safety
from editorial.importing.reading import MOST_ROWS, read_table
from editorial.importing.safety import RefusedFileError
from editorial.models import ImportRun
from tests.editorial.importing import sheets

pytestmark = pytest.mark.django_db

SHEET = "xl/worksheets/sheet1.xml"


def changed(user: User, change: Callable[[str, bytes], bytes], **extra: bytes) -> bytes:
    """The bytes of a filled template, with parts changed or added."""
    source = sheets.sheet(user, {"title": "Zelf roosteren"}).read()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in extra.items():
            new.writestr(name, content)
    return made.getvalue()


def same(_name: str, content: bytes) -> bytes:
    """No change."""
    return content


def in_sheet(change: Callable[[bytes], bytes]) -> Callable[[str, bytes], bytes]:
    """A change of the first sheet only."""
    return lambda name, content: change(content) if name == SHEET else content


def entities(content: bytes) -> bytes:
    """A sheet with an entity that grows tenfold at each step."""
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{steps}]>'.encode()
    body = content[content.index(b"<worksheet") :]
    return head + body.replace(b"</sheetData>", b'<row r="9"><c t="str"><v>&e8;</v></c></row></sheetData>')


def hostile(user: User) -> dict[str, tuple[str, bytes, str]]:
    """By name: file name, bytes, and words of the refusal."""
    honest = sheets.sheet(user, {"title": "Zelf roosteren"}).read()
    wide = sheets.blank(user)
    for place in range(1, 3000):
        wide.worksheets[0].cell(1, place).value = f"k{place}"
    return {
        "text": ("a.xlsx", b"titel;soort\n", "geen .xlsx-bestand"),
        "other name": ("a.xlsm", honest, "geen .xlsx-bestand"),
        "old or locked": ("a.xlsx", safety.OLE_MAGIC + b"\0" * 600, "wachtwoord"),
        "half": ("a.xlsx", honest[: len(honest) // 2], "gaat niet open"),
        "other zip": ("a.xlsx", _zip({"a.txt": b"x"}), "gaat niet open"),
        "macros": ("a.xlsx", changed(user, same, **{"xl/vbaProject.bin": b"x"}), "macro"),
        "bomb": ("a.xlsx", changed(user, same, **{"xl/media/b": b"\0" * 31 * 1024 * 1024}), "te veel"),
        "many cells": ("a.xlsx", changed(user, in_sheet(_endless_row)), "te veel"),
        "many parts": ("a.xlsx", changed(user, same, **{f"xl/x{n}": b"" for n in range(300)}), "te veel"),
        "entities": ("a.xlsx", changed(user, in_sheet(entities)), "niet te lezen"),
        "no xml": ("a.xlsx", changed(user, in_sheet(lambda _content: b"nee")), "niet te lezen"),
        "wide": ("a.xlsx", sheets.saved(wide).read(), "kolommen"),
        "too large": ("a.xlsx", honest + b"\0" * safety.LARGEST_FILE, "te groot"),
        "empty": ("a.xlsx", sheets.saved(sheets.blank(user)).read(), "geen rijen"),
        "many rows": ("a.xlsx", _many_rows(user), "rijen"),
        "no headers": ("a.xlsx", changed(user, in_sheet(_without_headers)), "ontbreken"),
    }


def _zip(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _many_rows(user: User) -> bytes:
    rows = ({"title": f"Rij {number}"} for number in range(MOST_ROWS + 1))
    content: bytes = sheets.sheet(user, *rows).read()
    return content


def _endless_row(content: bytes) -> bytes:
    return content.replace(b"</sheetData>", b"<row>" + b"<c/>" * safety.MOST_TAGS + b"</row></sheetData>")


def _without_headers(content: bytes) -> bytes:
    return content.replace(b'<row r="1"', b'<row r="3"', 1)


def test_each_is_refused_in_words_beside_the_field(client: Client, adviser: User) -> None:
    client.force_login(adviser)
    for case, (name, content, words) in hostile(adviser).items():
        response = client.post("/beheer/spreadsheet/", {"file": SimpleUploadedFile(name, content)})
        assert (response.status_code, words in response.text) == (200, True), case
    assert not ImportRun.objects.exists()
    for upload in ({}, {"file": SimpleUploadedFile("a.xlsx", b"")}):
        assert client.post("/beheer/spreadsheet/", upload).status_code == 200


def test_a_row_at_the_very_end_is_not_waited_for(adviser: User) -> None:
    far = changed(adviser, in_sheet(lambda sheet: sheet.replace(b'<row r="2"', b'<row r="1048576"', 1)))
    with pytest.raises(RefusedFileError, match="geen rijen"):
        read_table(io.BytesIO(far), "a.xlsx", len(far))


def test_sizes_that_the_file_claims_are_not_believed(adviser: User) -> None:
    claim = b'<dimension ref="A1:XFD1048576"'
    dimension = re.compile(rb'<dimension ref="[^"]+"')
    lying = changed(adviser, in_sheet(lambda sheet: dimension.sub(claim, sheet)))
    assert len(read_table(io.BytesIO(lying), "a.xlsx", len(lying)).rows) == 1
