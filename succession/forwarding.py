"""Leading visitors from a page about something that merged to the page of what took its place."""

from __future__ import annotations

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page


def forward(page: Page, other: Page) -> None:
    """Unpublish a page and let its address lead to another.

    The page stays in the tree, so its text and history are not lost.
    """
    address = page.get_url_parts()
    page.unpublish()
    if address:
        site_id, _root, path = address
        Redirect.objects.update_or_create(
            old_path=Redirect.normalise_path(path), site_id=site_id, defaults={"redirect_page": other}
        )
