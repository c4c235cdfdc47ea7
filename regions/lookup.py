"""Which region somebody means by a postcode, a place or a name."""

import re

from regions.models import Place, PostcodeArea, Region
from regions.names import fold

POSTCODE = re.compile(r"^([1-9]\d{1,3})\s?[a-z]{0,2}$", re.IGNORECASE)


def region_for(text: str) -> Region | None:
    """The region in force for what was typed, or None when it is not known.

    Understands postcodes (``3011 AB``, ``3011``, ``30``), places, and present, former and
    everyday names of regions. It is a suggestion: borders change every year.
    """
    if found := _by_postcode(text.strip()):
        return found
    typed = fold(text)
    if not typed:
        return None
    place = Place.objects.select_related("region__merged_into").filter(folded=typed).first()
    if place:
        return place.region.successor()
    return _by_name(typed)


def _by_postcode(text: str) -> Region | None:
    match = POSTCODE.match(text)
    if not match:
        return None
    figures = match.group(1)
    prefixes = [figures[:length] for length in range(2, len(figures) + 1)]
    areas = PostcodeArea.objects.select_related("region__merged_into").filter(prefix__in=prefixes)
    best = max(areas, key=lambda area: len(area.prefix), default=None)
    return best.region.successor() if best else None


def _by_name(typed: str) -> Region | None:
    for region in Region.objects.select_related("merged_into"):
        names = [
            region.name,
            region.slug,
            *region.former_names.splitlines(),
            *region.also_known_as.splitlines(),
        ]
        if typed in {fold(name) for name in names}:
            return region.successor()
    return None
