"""Pictures of a protected attempt: no address that anybody knew may still lead to one."""

from __future__ import annotations

from collections.abc import Iterator

from assets.models import PortalImage
from practices.models import AttemptPage


def forget_renditions(page: AttemptPage) -> int:
    """Delete all sizes of the images in a story, files included; returns how many.

    The next visitor gets new ones, under new names drawn by chance (``PortalRendition.get_upload_to``).
    """
    gone = 0
    for image in _images(page):
        for rendition in image.renditions.all():
            rendition.delete()
            gone += 1
    return gone


def _images(page: AttemptPage) -> Iterator[PortalImage]:
    images = (block.value for block in page.approach if block.block_type == "image" and block.value)
    yield from {image.pk: image for image in images}.values()
