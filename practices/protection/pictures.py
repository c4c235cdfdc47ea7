"""Pictures of a protected attempt: no address that anybody knew may still lead to one."""

from __future__ import annotations

from practices.models import AttemptPage
from practices.protection.in_common import pictures


def forget_renditions(page: AttemptPage) -> int:
    """Delete all sizes of the images in a story, files included; returns how many.

    The next visitor gets new ones, under new names drawn by chance (``PortalRendition.get_upload_to``).
    """
    gone = 0
    for image in pictures(page):
        for rendition in image.renditions.all():
            rendition.delete()
            gone += 1
    return gone
