"""The map in templates: a small locator on every card, the large map as a way in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from time import monotonic
from typing import Any

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from regions.models import Region, RegionPage
from regions.tilemap import Area, MapTile, areas, limits, outline, positions, tiles

register = template.Library()

#: Until when they are kept, and where regions stand.
_kept: tuple[float, dict[str, tuple[int, int]]] = (0.0, {})


@register.simple_tag(takes_context=True)
def locator(
    context: dict[str, Any], codes: Iterable[str], name: str = "practice", size: str = ""
) -> SafeString:
    """The small map with some regions lit, in the colour of a kind. Decorative: names stand beside it."""
    known = _positions(context)
    path = outline(known[code] for code in codes if code in known)
    large = " locator--large" if size == "large" else ""
    lit = f'<path class="locator__on" d="{path}"/>' if path else ""
    return mark_safe(
        f'<svg class="locator{large} locator--{name}" viewBox="0 0 41 48" aria-hidden="true">'
        f'<use href="#nl"/>{lit}</svg>'
    )


def _positions(context: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Where regions stand, looked up once per request at most, and kept as long as the menu is."""
    global _kept  # noqa: PLW0603 - the one cache of this process
    request = context.get("request")
    known: dict[str, tuple[int, int]] | None = getattr(request, "_portal_tiles", None)
    if known is None:
        ends, known = _kept
        if monotonic() >= ends:
            known = positions()
            _kept = (monotonic() + settings.FRAME_SECONDS, known)
        if request is not None:
            request._portal_tiles = known
    return known


@register.simple_tag
def region_tiles(counts: Mapping[str, int]) -> list[MapTile]:
    """The whole map, each tile with the address of its region's page."""
    regions = list(Region.objects.current().select_related("organisation__merged_into"))
    pages = RegionPage.objects.live().public().filter(region__in=regions)
    urls = {page.region_id: page.get_url() or "" for page in pages}
    return tiles(counts, urls, regions)


@register.simple_tag
def shade_limits(map_tiles: Iterable[MapTile]) -> list[tuple[int, int]]:
    """What each shade of a map means, for its legend."""
    return limits(max((tile.count for tile in map_tiles), default=0))


@register.simple_tag
def region_areas(map_tiles: Iterable[MapTile]) -> list[Area]:
    """The regions of a map by employers' organisation."""
    return areas(map_tiles)


@register.filter
def filled(map_tiles: Iterable[MapTile]) -> int:
    """How many regions have something."""
    return sum(1 for tile in map_tiles if tile.count)


@register.filter
def empty(map_tiles: Iterable[MapTile]) -> list[MapTile]:
    """The regions that have nothing yet."""
    return [tile for tile in map_tiles if not tile.count]
