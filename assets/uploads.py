"""Whether a document is what its name says and holds no program. Wagtail itself looks at the name only.

Nothing is unpacked: what is judged are the first bytes and, of an office file, its table of contents.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePosixPath
from typing import IO, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

PDF_MAGIC: Final = b"%PDF-"
ZIP_MAGIC: Final = b"PK\x03\x04"
#: An old Office file, and also a new one with a password.
OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The part without which an office file is none of its kind.
PARTS: Final = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
    "odt": "content.xml",
    "ods": "content.xml",
    "odp": "content.xml",
}
PROGRAMS: Final = ("vbaproject", "xl/macrosheets/", "activex", "basic/", "scripts/")
LARGEST_UNPACKED: Final = 250 * 1024 * 1024
MOST_PARTS: Final = 5_000
START: Final = 4096
#: What a browser or a computer would run, under the name of a plain text.
RUNS: Final = re.compile(rb"\A\s*(?:\xef\xbb\xbf)?\s*(?:<[!?a-z]|#!|MZ|\x7fELF)", re.IGNORECASE)


def require_honest(file: IO[bytes], name: str) -> None:
    """Raise ValidationError, saying what to do, for a document that is not what its name says."""
    extension = PurePosixPath(name).suffix.lower().lstrip(".")
    file.seek(0)
    start = file.read(START)
    try:
        if extension == "pdf" and PDF_MAGIC not in start[:1024]:
            raise _not_a(extension)
        if extension in PARTS:
            _require_office(file, start, extension)
        if extension in {"txt", "csv"} and (b"\0" in start or RUNS.match(start)):
            raise _not_a(extension)
    finally:
        file.seek(0)


def _require_office(file: IO[bytes], start: bytes, extension: str) -> None:
    if start.startswith(OLE_MAGIC):
        raise ValidationError(
            _("This is an old Office file, or it has a password. Save it as .%(extension)s without one.")
            % {"extension": extension}
        )
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise _not_a(extension) from error
    names = [part.filename.lower() for part in parts]
    if not start.startswith(ZIP_MAGIC) or PARTS[extension] not in names:
        raise _not_a(extension)
    if any(program in name for name in names for program in PROGRAMS):
        raise ValidationError(_("There are macros in this file. Save it without macros, or as a PDF."))
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise ValidationError(_("Too much is packed in this file. Make it smaller, or save it as a PDF."))


def _not_a(extension: str) -> ValidationError:
    return ValidationError(
        _("This is no real .%(extension)s file. Open it, save it as .%(extension)s and try again.")
        % {"extension": extension}
    )
