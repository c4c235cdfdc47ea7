"""How the set-up puts a page in the tree: as an editor would, through a revision."""

from __future__ import annotations

from wagtail.models import Page


def publish_below(parent: Page, page: Page) -> None:
    """Add a new page as the last below its parent and publish it, so that it has a history from the start."""
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish()
