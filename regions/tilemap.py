"""The regions as a map of square tiles: where each stands, and how dark it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regions.models import EmployersOrganisation, Region

#: A tile of the drawing is 6 wide with 1 between: the measures of the mark.
TILE, STEP = 6, 7
DARKEST = 4


@dataclass(frozen=True, slots=True)
class MapTile:
    """One region on the map. ``shade`` runs from 0 (nothing yet) to 4 (most)."""

    name: str
    slug: str
    code: str
    letters: str
    column: int
    row: int
    count: int
    shade: int
    url: str
    organisation: EmployersOrganisation | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """Itself, for the small map that shows where it is."""
        return (self.code,)


@dataclass(frozen=True, slots=True)
class Area:
    """The regions of one employers' organisation; without a name those of which none is confirmed."""

    name: str
    description: str
    tiles: tuple[MapTile, ...]


def shade(count: int, most: int) -> int:
    """How dark a tile is: a step per contribution while there are few, else equal shares of the most."""
    if count <= 0:
        return 0
    if most <= DARKEST:
        return count
    return min(DARKEST, 1 + (count - 1) * DARKEST // most)


def limits(most: int) -> list[tuple[int, int]]:
    """The lowest and highest count of each shade from 1 up, for the legend."""
    found: dict[int, list[int]] = {}
    for count in range(1, most + 1):
        found.setdefault(shade(count, most), []).append(count)
    return [(counts[0], counts[-1]) for _shade, counts in sorted(found.items())]


def tiles(counts: Mapping[str, int], urls: Mapping[int, str], regions: Iterable[Region]) -> list[MapTile]:
    """The map, row by row from north-west; ``counts`` is by slug, ``urls`` by primary key of the region."""
    known = list(regions)
    most = max((counts.get(region.slug, 0) for region in known), default=0)
    found = [
        MapTile(
            name=region.name,
            slug=region.slug,
            code=region.code,
            letters=region.abbreviation,
            column=region.tile_col,
            row=region.tile_row,
            count=counts.get(region.slug, 0),
            shade=shade(counts.get(region.slug, 0), most),
            url=urls.get(region.pk, ""),
            organisation=region.organisation.successor() if region.organisation else None,
        )
        for region in known
    ]
    return sorted(found, key=lambda tile: (tile.row, tile.column))


def areas(map_tiles: Iterable[MapTile]) -> list[Area]:
    """The regions by employers' organisation, from north to south; the others last."""
    groups: dict[str, list[MapTile]] = {}
    about: dict[str, str] = {}
    for tile in map_tiles:
        name = tile.organisation.name if tile.organisation else ""
        groups.setdefault(name, []).append(tile)
        about[name] = tile.organisation.area if tile.organisation and name else ""
    found = [Area(name, about[name], tuple(members)) for name, members in groups.items()]
    return sorted(found, key=lambda area: not area.name)


def positions() -> dict[str, tuple[int, int]]:
    """Column and row of every region that ever was, by code: old cards may still name it."""
    rows = Region.objects.values_list("code", "tile_col", "tile_row")
    return {code: (column, row) for code, column, row in rows}


def outline(places: Iterable[tuple[int, int]]) -> str:
    """The path of some tiles in the small drawing of the map."""
    return "".join(
        f"M{(column - 1) * STEP} {(row - 1) * STEP}h{TILE}v{TILE}h-{TILE}z" for column, row in places
    )
