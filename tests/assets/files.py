"""Uploads as people and attackers bring them."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

from PIL import ExifTags, Image

HTML = b"<html><script>alert(1)</script></html>"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def picture(kind: str = "PNG", **more: object) -> bytes:
    """A small picture."""
    made = BytesIO()
    Image.new("RGB", (40, 20), "teal").save(made, kind, **more)
    return made.getvalue()


def photo(kind: str = "JPEG") -> bytes:
    """A picture on its side, with the place and the name of who took it."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Artist] = "Verzonnen Fotograaf"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 5.0, 0.0)
    return picture(kind, exif=exif)


def claiming(width: int, height: int, *, is_whole: bool = True) -> bytes:
    """A PNG of a few thousand bytes, in black and white, that unpacks to this size."""
    rows = bytes((1 + width // 8) * height) if is_whole else b"\0"

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def packed(*names: str, claimed: int = 4) -> bytes:
    """A zip file with these parts, each of which says to be so long."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, b"tekst")
            archive.filelist[-1].file_size = claimed
    return made.getvalue()
