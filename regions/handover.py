"""What becomes of a region's page when the region merges into one that has a page too."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page

from regions.models.pages import RegionPage
from succession.forwarding import forward


def hand_over(page: RegionPage, other: RegionPage) -> None:
    """Move all that stands below ``page`` to ``other`` and lead its visitors there.

    The page itself stays, unpublished and empty, so its introduction and history are not lost.
    Raises ValidationError, before anything moves, when two contributions would share an address.
    """
    _refuse_shared_addresses(page, other)
    for pk in list(page.get_children().values_list("pk", flat=True)):
        # Fetched anew each time: a move changes where everything stands in the tree.
        Page.objects.get(pk=pk).specific.move(RegionPage.objects.get(pk=other.pk), pos="last-child")
    page.refresh_from_db()
    forward(page, other)


def _refuse_shared_addresses(page: RegionPage, other: RegionPage) -> None:
    taken = set(other.get_children().values_list("slug", flat=True))
    shared = taken.intersection(page.get_children().values_list("slug", flat=True))
    if shared:
        raise ValidationError(
            _("Both region pages have a contribution at “%(slug)s”. Give one of them another address first.")
            % {"slug": min(shared)}
        )
