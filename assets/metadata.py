"""What a camera writes along with a picture: where it was taken, by whom, with which device.

Wagtail copies it to every size that visitors get. So it goes before a picture is stored; its colours
and how it is to be turned stay.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath
from typing import IO, Any, Final

from django.core.files.base import ContentFile
from PIL import ExifTags, Image, UnidentifiedImageError

#: Under these names Pillow keeps what came along.
TOLD: Final = frozenset({"exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp", "Raw profile type exif"})


def strip(image: Any) -> None:
    """Before an image is saved: a new file of its loses what came along with it."""
    if image.file and not image.file._committed and (bare := without_metadata(image.file)) is not None:
        image.file = ContentFile(bare, name=PurePosixPath(image.file.name).name)
        image.file_size = len(bare)


def without_metadata(file: IO[bytes]) -> bytes | None:
    """The picture without what came along; None when nothing did, or when it is no picture."""
    file.seek(0)
    try:
        with Image.open(file) as image:
            return _saved_anew(image) if _tells(image) else None
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return None
    finally:
        file.seek(0)


def _tells(image: Image.Image) -> bool:
    return bool(TOLD & image.info.keys()) or bool(getattr(image, "text", None))


def _saved_anew(image: Image.Image) -> bytes:
    turned = image.getexif().get(ExifTags.Base.Orientation)
    kept = Image.Exif()
    if turned:
        kept[ExifTags.Base.Orientation] = turned
    # A JPEG keeps its own tables, so that nothing visible is lost.
    how: dict[str, Any] = {"quality": "keep"} if image.format == "JPEG" else {"quality": 90}
    made = BytesIO()
    image.load()
    for name in TOLD:
        image.info.pop(name, None)
    image.save(made, format=image.format, exif=kept, icc_profile=image.info.get("icc_profile"), **how)
    return made.getvalue()
