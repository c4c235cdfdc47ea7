"""Whether an upload may be opened at all: an honest, small .xlsx file without programs in it.

Nothing is unpacked to disk. The sizes that a zip file claims are not believed: bytes and tags are
counted, piece by piece, before anything is read, because every tag costs the reader memory.
"""

from __future__ import annotations

import zipfile
from typing import IO

from django.utils.translation import gettext as _

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_UNPACKED = 30 * 1024 * 1024
#: A full template of 500 rows has some 170,000.
MOST_TAGS = 300_000
MOST_PARTS = 200
PIECE = 1024 * 1024

ZIP_MAGIC = b"PK\x03\x04"
#: An old .xls, and also an .xlsx with a password.
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOK = "xl/workbook.xml"
PROGRAMS = ("vbaproject", "xl/macrosheets/", "xl/activex/", "xl/embeddings/", "xl/ctrlprops/")


class RefusedFileError(ValueError):
    """A file that is not read; the message says why, and what to do."""


def require_safe(file: IO[bytes], name: str, size: int) -> None:
    """Raise RefusedFileError unless the file can be opened without harm. Leaves the file at its beginning."""
    if size > LARGEST_FILE:
        raise RefusedFileError(
            _("This file is too large. The limit is 5 MB: divide the rows over several files.")
        )
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if start == OLE_MAGIC:
        raise RefusedFileError(
            _("This is an old .xls file, or a file with a password. Save it as .xlsx without a password.")
        )
    if not name.lower().endswith(".xlsx") or not start.startswith(ZIP_MAGIC):
        raise RefusedFileError(
            _("This is no .xlsx file. Save your spreadsheet as Excel workbook (.xlsx) and choose that file.")
        )
    try:
        with zipfile.ZipFile(file) as archive:
            _require_safe_parts(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise RefusedFileError(_damaged()) from error
    finally:
        file.seek(0)


def _require_safe_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = [part.filename.lower() for part in parts]
    if WORKBOOK not in names:
        raise RefusedFileError(_damaged())
    if any(program in name for name in names for program in PROGRAMS):
        raise RefusedFileError(
            _("There are macros or other programs in this file. Save it as .xlsx without macros.")
        )
    if len(parts) > MOST_PARTS or len(set(names)) < len(names):
        raise RefusedFileError(_too_much())
    left, tags = LARGEST_UNPACKED, MOST_TAGS
    for part in parts:
        with archive.open(part) as content:
            while piece := content.read(PIECE):
                left -= len(piece)
                tags -= piece.count(b"<")
                if left < 0 or tags < 0:
                    raise RefusedFileError(_too_much())


def _damaged() -> str:
    return _("This file cannot be opened. Open it in Excel or LibreOffice, save it again as .xlsx and retry.")


def _too_much() -> str:
    return _("There is too much in this file. Copy only your rows into a fresh template.")
